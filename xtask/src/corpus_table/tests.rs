use std::fs;

use super::facts::Facts;
use super::notes::Notes;
use super::pack::{Became, Pack};
use super::{beside, generate, page, page_of};
use crate::house::House;

#[test]
fn the_page_in_docs_is_that_of_the_pack_and_accounts_for_every_record() {
    let house = House::find().unwrap();
    let facts = Facts::find(&beside(&house)).unwrap();
    let (page, mistakes) = generate(&house, facts.as_ref()).unwrap();
    assert!(mistakes.is_empty(), "{}", mistakes.join("\n"));
    let kept = fs::read_to_string(page_of(&house)).unwrap().replace("\r\n", "\n");
    assert!(kept == page, "docs/corpus.md is stale; run `cargo xtask corpus-table`");
}

#[test]
fn a_record_is_told_with_its_editions_its_leader_and_its_reason() {
    let notes = notes(
        r#"record = [
            { id = "rent", editions = ["2018"] },
            { id = "yp-rent", leads = "rent-2023" },
            { id = "plan", text = true },
            { id = "sizes", derived = ["size_class"] },
            { id = "draft", left_out = "Never published." },
        ]"#,
    );
    let page = page::page(&pack(), &notes);
    let rows: Vec<&str> = page.lines().filter(|it| it.starts_with("| `")).collect();
    let rent = "[rent](../policies/premises/rent/policy.toml)";
    assert_eq!(
        rows,
        [
            "| `draft` | left out: Never published. |".to_owned(),
            format!("| `plan` | told in the text of {rent} |"),
            format!("| `rent` | policy {rent}, edition 2018 |"),
            format!("| `rent-2023` | policy {rent}, edition 2023 |"),
            "| `sizes` | parameter [limits](../policies/parameters/a.toml); derived fact `size_class` |"
                .to_owned(),
            format!(
                "| `yp-rent` | policy {rent}, editions 2018, 2023 — the same item as `rent-2023`, which leads |"
            ),
        ]
    );
}

#[test]
fn a_note_that_is_not_true_is_told() {
    let notes = notes(
        r#"record = [
            { id = "rent", editions = ["2020"], derived = ["nothing"], leads = "nobody" },
            { id = "rent-2023", left_out = "It is used." },
            { id = "gone", text = true },
        ]"#,
    );
    assert_eq!(
        notes.mistakes(&pack()),
        [
            "docs/corpus.toml: `gone` is used nowhere in the pack",
            "docs/corpus.toml: `rent` cannot have become the edition `2020`: no policy of its has one",
            "docs/corpus.toml: `rent` cannot have become `nothing`: there is no such derived fact",
            "docs/corpus.toml: `rent` cannot be led by `nobody`, which is used nowhere in the pack",
            "docs/corpus.toml: `rent-2023` is left out by a note and used in the pack",
        ]
    );
}

#[test]
fn a_note_with_an_unknown_key_or_told_twice_is_refused() {
    let read = |text: &str| Notes::from_toml(&toml::from_str(text).unwrap()).is_err();
    assert!(read(r#"record = [{ id = "a", txt = true }]"#));
    assert!(read(r#"record = [{ id = "a", text = true }, { id = "a", text = true }]"#));
    assert!(read("record = [{ text = true }]"));
}

#[test]
fn a_record_that_became_nothing_is_told_and_so_is_one_that_is_none() {
    let folder = tempfile::tempdir().unwrap();
    let records = "# a collection\n- id: rent\n  name_en: Rent\n- id: 'rent-2023'\n- id: lost\n";
    fs::write(folder.path().join("a.yaml"), records).unwrap();
    let facts = Facts::read(folder.path()).unwrap();
    let mistakes = facts.mistakes(&pack(), &notes(""));
    assert_eq!(mistakes.len(), 4);
    assert!(mistakes[0].starts_with("the record `lost` became nothing"));
    assert_eq!(mistakes[1..], ["plan", "sizes", "yp-rent"].map(|it| format!("there is no record `{it}`")));
}

fn notes(text: &str) -> Notes {
    Notes::from_toml(&toml::from_str(text).unwrap()).unwrap()
}

/// A policy with two editions from four records, and a figure.
fn pack() -> Pack {
    let policy = Became::Policy {
        id: "rent".to_owned(),
        file: "premises/rent/policy.toml".to_owned(),
        editions: vec!["2018".to_owned(), "2023".to_owned()],
    };
    let figure = Became::Parameter { id: "limits".to_owned(), file: "parameters/a.toml".to_owned() };
    let mut pack = Pack::default();
    for record in ["rent", "rent-2023", "yp-rent", "plan"] {
        pack.records.insert(record.to_owned(), vec![policy.clone()]);
    }
    pack.records.insert("sizes".to_owned(), vec![figure]);
    pack.derived.insert("size_class".to_owned());
    pack
}
