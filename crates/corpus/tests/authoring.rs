//! The worked example of docs/authoring.md and docs/authoring.zh.md: its files are taken out of the page, put beside the
//! built-in pack, checked, run and changed.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use std::{collections::BTreeMap, fs, path::Path};

use corpus::{Files, Loaded, Remark, check, load, mutate, render, run};

/// The files of a page: blocks of code whose head names a file of a pack.
fn files_of(page: &str) -> BTreeMap<String, String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs").join(page);
    let text = fs::read_to_string(path).unwrap().replace("\r\n", "\n");
    let mut files = BTreeMap::new();
    for block in text.split("\n```").skip(1).step_by(2) {
        let (head, body) = block.split_once('\n').unwrap_or((block, ""));
        if let Some((_, file)) = head.split_once(' ') {
            files.insert(file.to_owned(), format!("{body}\n"));
        }
    }
    files
}

/// The built-in pack with the example in it. Cases of others and reasons for their mutants have nothing to say here.
fn pack_with(example: &BTreeMap<String, String>) -> Loaded {
    let built_in = Files::built_in();
    let wanted = |name: &str| !name.ends_with("/cases.toml") && name != "mutants.toml";
    let kept = built_in.iter().filter(|(name, _)| wanted(name));
    load(kept.chain(example.iter().map(|(name, text)| (name.as_str(), text.as_str()))).collect())
}

/// The folder of the example's policy.
fn folder(example: &BTreeMap<String, String>) -> String {
    let policy = example.keys().find_map(|it| it.strip_suffix("policy.toml"));
    policy.expect("the example has a policy").to_owned()
}

#[test]
fn both_pages_tell_the_same_files() {
    let files = files_of("authoring.md");
    let names: Vec<&str> = files.keys().filter_map(|it| it.rsplit('/').next()).collect();
    assert_eq!(names, ["cases.toml", "en.md", "rule.toml", "zh.md", "policy.toml"]);
    assert_eq!(files, files_of("authoring.zh.md"));
}

#[test]
fn nothing_is_to_be_remarked_on_the_example() {
    let example = files_of("authoring.md");
    let loaded = pack_with(&example);
    let remarks: Vec<Remark> = check(&loaded, "2026-11-23".parse().unwrap())
        .into_iter()
        .filter(|it| example.contains_key(&it.file))
        .collect();
    assert!(remarks.is_empty(), "{}", render(&remarks, &loaded.files, |it| &it.en));
}

#[test]
fn the_examples_of_the_example_pass_and_no_change_slips_through() {
    let example = files_of("authoring.md");
    let loaded = pack_with(&example);
    let report = run(&loaded);
    let failed: Vec<String> = report.failed.iter().map(ToString::to_string).collect();
    assert!(failed.is_empty() && 10 < report.passed, "{} passed;\n{}", report.passed, failed.join("\n"));
    let report = mutate(&loaded, &folder(&example), &|_, _| ());
    let survivors: Vec<&str> = report.survivors.iter().map(|it| it.what.as_str()).collect();
    assert!(10 < report.n_mutants, "{} changes are few", report.n_mutants);
    assert_eq!(survivors, Vec::<&str>::new());
}
