//! A pack whose folder somebody works on, under the answers of somebody else.

use std::{fs, path::Path};

use desk::{Considered, Desk, Library, NewPack, Reread};
use search::{Filters, Query};
use serde_json::json;
use tempfile::{TempDir, tempdir};

use crate::support::{NOW, TODAY, at_hand, day, three_policies};

/// A desk over a folder with the three policies; the folder of the pack and that of the book.
fn at_work() -> (Desk, TempDir, TempDir) {
    let (pack, book) = (tempdir().unwrap(), tempdir().unwrap());
    for (name, text) in three_policies().files.iter() {
        write(pack.path(), name, text);
    }
    let library = Library::open(Some(pack.path()), day(TODAY)).unwrap();
    let mut desk = Desk::open(library, book.path(), day(TODAY), NOW).unwrap();
    assert_ne!(reread(&mut desk, pack.path()), "shown");
    (desk, pack, book)
}

fn write(folder: &Path, name: &str, text: &str) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn change(folder: &Path, name: &str, from: &str, to: &str) {
    let text = fs::read_to_string(folder.join(name)).unwrap();
    assert!(text.contains(from), "{name} has no {from}");
    write(folder, name, &text.replace(from, to));
}

/// Reads the folder again and does what comes of it, as the window does; what that was.
fn reread(desk: &mut Desk, folder: &Path) -> &'static str {
    match desk.consider(Reread::folder(folder, desk.as_of())) {
        Considered::Same => "same",
        Considered::Told => "told",
        Considered::ToShow(loaded, remarks) => {
            let pack = NewPack::new(*loaded, remarks, desk.as_of());
            let reckoned = desk.to_reckon_with(&pack).run();
            desk.show(pack, reckoned).unwrap();
            "shown"
        }
    }
}

fn sum_of(desk: &Desk, policy: &str) -> String {
    let result = desk.sitting.result(policy, None).unwrap();
    result.amounts[0].value.and_then(|it| it.low()).map(|it| it.to_string()).unwrap_or_default()
}

const AWARD: &str = "grants/award/2025/rule.toml";

#[test]
fn a_changed_rule_is_shown_and_what_it_changes_is_marked() {
    let (mut desk, pack, _book) = at_work();
    desk.answer("district", Some(&json!("yangpu")), NOW).unwrap();
    let here = at_hand(&desk).to_owned();
    assert_eq!(sum_of(&desk, "award"), "5000");
    change(pack.path(), AWARD, "5000", "6000");
    assert_eq!(reread(&mut desk, pack.path()), "shown");
    assert_eq!(sum_of(&desk, "award"), "6000");
    assert_eq!(desk.sitting.moved.iter().map(|it| it.0.as_str()).collect::<Vec<_>>(), ["award"]);
    assert_eq!(at_hand(&desk), here, "one stays at the question where one was");
    assert_eq!(reread(&mut desk, pack.path()), "same");
}

#[test]
fn of_a_folder_with_a_mistake_the_former_pack_is_shown_until_it_is_mended() {
    let (mut desk, pack, _book) = at_work();
    let shown = desk.library.loaded.hash.clone();
    change(pack.path(), AWARD, "district == 'yangpu'", "distrct == 'yangpu'");
    assert_eq!(reread(&mut desk, pack.path()), "told");
    assert!(desk.pack.former && desk.pack.remarks.iter().any(|it| it.file == AWARD && it.line > 1));
    assert_eq!(desk.library.loaded.hash, shown);
    assert!(desk.library.policy("award").is_ok());
    assert_eq!(reread(&mut desk, pack.path()), "same", "nothing is told twice");
    change(pack.path(), AWARD, "distrct", "district");
    assert_eq!(reread(&mut desk, pack.path()), "told");
    assert!(!desk.pack.former && desk.library.loaded.hash == shown);
}

#[test]
fn a_folder_that_is_gone_is_told_and_what_was_read_stays() {
    let (mut desk, pack, _book) = at_work();
    let aside = pack.path().with_extension("aside");
    fs::rename(pack.path(), &aside).unwrap();
    assert_eq!(reread(&mut desk, pack.path()), "told");
    assert!(desk.pack.former && desk.pack.unreadable.is_some());
    assert!(desk.library.policy("award").is_ok());
    assert_eq!(reread(&mut desk, pack.path()), "same");
    fs::rename(&aside, pack.path()).unwrap();
    assert_eq!(reread(&mut desk, pack.path()), "told");
    assert!(!desk.pack.former && desk.pack.unreadable.is_none());
}

#[test]
fn where_what_is_shown_lacks_something_the_newer_is_shown() {
    let (pack, book) = (tempdir().unwrap(), tempdir().unwrap());
    for (name, text) in three_policies().files.iter() {
        write(pack.path(), name, text);
    }
    let rent = "grants/rent/2025/rule.toml";
    change(pack.path(), AWARD, "district", "distrct");
    change(pack.path(), rent, "staff <= 10", "stff <= 10");
    let library = Library::open(Some(pack.path()), day(TODAY)).unwrap();
    let mut desk = Desk::open(library, book.path(), day(TODAY), NOW).unwrap();
    assert!(desk.library.policy("award").is_err() && desk.library.policy("rent").is_err());
    change(pack.path(), rent, "stff", "staff");
    assert_eq!(reread(&mut desk, pack.path()), "shown");
    assert!(desk.library.policy("award").is_err() && desk.library.policy("rent").is_ok());
    assert!(!desk.pack.former && desk.pack.remarks.iter().any(|it| it.file == AWARD));
}

#[test]
fn answers_to_what_is_no_longer_asked_are_kept_and_count_again_when_it_is() {
    let (mut desk, pack, _book) = at_work();
    for (fact, said) in [("district", json!("yangpu")), ("staff", json!(7))] {
        desk.answer(fact, Some(&said), NOW).unwrap();
    }
    desk.ask("district").unwrap();
    let told = desk.profile_json();
    let facts = "facts/facts.toml";
    for (file, from, to) in
        [(facts, "id = \"district\"", "id = \"quarter\""), (AWARD, "district ==", "quarter ==")]
    {
        change(pack.path(), file, from, to);
    }
    assert_eq!(reread(&mut desk, pack.path()), "shown");
    assert_eq!(desk.profile_json(), told, "the book has them");
    assert!(desk.sitting.ignored.iter().any(|it| it.key == "district"));
    assert_eq!(sum_of(&desk, "rent"), "700");
    assert_ne!(at_hand(&desk), "district");
    for (file, from, to) in
        [(facts, "id = \"quarter\"", "id = \"district\""), (AWARD, "quarter ==", "district ==")]
    {
        change(pack.path(), file, from, to);
    }
    assert_eq!(reread(&mut desk, pack.path()), "shown");
    assert_eq!(sum_of(&desk, "award"), "5000");
    assert_eq!(desk.sitting.ignored, []);
}

#[test]
fn what_is_answered_while_a_pack_is_read_counts() {
    let (mut desk, pack, _book) = at_work();
    change(pack.path(), AWARD, "5000", "6000");
    let Considered::ToShow(loaded, remarks) = desk.consider(Reread::folder(pack.path(), desk.as_of())) else {
        panic!("a changed rule is to be shown");
    };
    let new = NewPack::new(*loaded, remarks, desk.as_of());
    let reckoned = desk.to_reckon_with(&new).run();
    desk.answer("staff", Some(&json!(7)), NOW).unwrap();
    let overtaken = desk.to_reckon_with(&new);
    desk.answer("district", Some(&json!("yangpu")), NOW).unwrap();
    desk.show(new, reckoned).unwrap();
    assert_eq!((sum_of(&desk, "rent").as_str(), sum_of(&desk, "award").as_str()), ("700", "6000"));
    desk.take(overtaken.run()).unwrap();
    assert!(desk.sitting.result("award", None).unwrap().verdict == eligibility::Verdict::Eligible);
}

#[test]
fn what_is_found_follows_the_folder() {
    let (mut desk, pack, _book) = at_work();
    let finds = |desk: &Desk, words: &str| {
        let query =
            Query { text: words.to_owned(), filters: Filters::default(), limit: 10, lang: search::Lang::Zh };
        desk.library.index().search(&query).hits.iter().any(|it| it.id == "award")
    };
    change(pack.path(), "grants/award/2025/zh.md", "小企业", "独角兽");
    assert!(!finds(&desk, "独角兽"));
    assert_eq!(reread(&mut desk, pack.path()), "shown");
    assert!(finds(&desk, "独角兽"));
}
