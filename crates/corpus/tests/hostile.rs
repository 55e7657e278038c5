//! Whatever stands in a pack, reading it ends in remarks: never in a crash.

use std::path::Path;

use corpus::{Files, check, load, render};
use policy::Date;
use proptest::prelude::*;

fn example() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/packs/example");
    let files = Files::folder(&folder).expect("the folder is there");
    files.iter().map(|(name, text)| (name.to_owned(), text.to_owned())).collect()
}

/// What a slip of the hand, or somebody with bad intent, puts into a file.
fn scrap() -> impl Strategy<Value = String> {
    prop_oneof![
        "[\\PC\n]{0,12}",
        prop::sample::select(vec![
            "[[condition]]\n",
            "id = \"a\"\n",
            "\"",
            "'",
            "'''",
            "\"\"\"\n",
            "{",
            "}",
            "[",
            "]",
            "=",
            "0.5",
            "-1",
            "= true\n",
            "qualifies('first-time-founder-grant')",
            "count(hires)",
            "9999999999999999999999",
            "2024-02-30",
            "{#who}",
            "\\u0041",
            "\u{feff}",
            "\r\n",
            "of = \"hires\"\n",
            "n",
            "(((((((((((((((((((((((((((((",
        ])
        .prop_map(str::to_owned),
    ]
}

/// The nearest place at or before a byte where a text can be cut.
fn cut(text: &str, at: usize) -> usize {
    let at = at % (text.len() + 1);
    (0..=at).rev().find(|it| text.is_char_boundary(*it)).unwrap_or(0)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn a_damaged_pack_is_read_to_the_end(
        damages in prop::collection::vec((any::<prop::sample::Index>(), any::<usize>(), 0..30_usize, scrap()), 1..4),
    ) {
        let mut files = example();
        for (file, at, n_lost, scrap) in damages {
            let text = &mut files[file.index(14)].1;
            let from = cut(text, at);
            let to = cut(text, (from + n_lost).min(text.len()));
            text.replace_range(from..to.max(from), &scrap);
        }
        let loaded = load(files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect());
        let remarks = check(&loaded, Date::MAX);
        render(&remarks, &loaded.files, |it| &it.en);
        for policy in &loaded.catalog.policies {
            prop_assert!(!policy.editions.is_empty());
        }
    }
}

#[test]
fn a_long_file_of_mistakes_is_read_in_time() {
    let text = "a = 1, ".repeat(100_000);
    let keys: String = (0..100_000).map(|it| format!("k{it} = 1\n")).collect();
    let loaded = load([("pack.toml", keys.as_str()), ("synonyms.toml", text.as_str())].into_iter().collect());
    assert!(loaded.remarks.len() > 100_000);
    assert_eq!(
        loaded.remarks.iter().filter(|it| it.file == "pack.toml").map(|it| it.line).max(),
        Some(100_000)
    );
}
