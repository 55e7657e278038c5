//! The skeleton of a policy loads, says what is still to be written, and overwrites nothing.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use std::{fs, path::Path};

use corpus::{Loaded, Severity, check, run, write_skeleton};
use expect_test::{Expect, expect};
use policy::Date;
use tempfile::{TempDir, tempdir};

/// A pack of nothing but its own words, in a folder.
fn empty_pack() -> TempDir {
    let folder = tempdir().unwrap();
    let pack = r#"
id = "trial"
title = { zh = "试", en = "Trial" }
version = "1"
published = 2026-11-23
covers = { zh = "试", en = "All" }
checked = { zh = "试", en = "Read" }
level = [{ id = "city", zh = "市", en = "City" }, { id = "district", zh = "区", en = "District" }]
family = [{ id = "premises", zh = "场地", en = "Premises" }, { id = "loans", zh = "贷款", en = "Loans" }]
"#;
    fs::write(folder.path().join("pack.toml"), pack).unwrap();
    folder
}

fn today() -> Date {
    "2026-11-23".parse().unwrap()
}

fn add(folder: &Path, name: &str, edition: &str) -> Result<Vec<String>, String> {
    let written = write_skeleton(folder, name, edition, today()).map_err(|it| it.to_string())?;
    let inside = |path: &Path| path.strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
    Ok(written.iter().map(|it| inside(it)).collect())
}

#[test]
fn a_skeleton_loads_passes_its_case_and_says_what_is_to_be_written() {
    let folder = empty_pack();
    let written = add(folder.path(), "premises/rent-relief", "2026").unwrap();
    expect![[r#"
        premises/rent-relief/policy.toml
        premises/rent-relief/2026/rule.toml
        premises/rent-relief/2026/zh.md
        premises/rent-relief/2026/en.md
        premises/rent-relief/2026/cases.toml"#]]
    .assert_eq(&written.join("\n"));
    let loaded = Loaded::folder(folder.path()).unwrap();
    let remarks = check(&loaded, today());
    assert!(remarks.iter().all(|it| it.severity == Severity::Warning), "{remarks:#?}");
    let report = run(&loaded);
    assert_eq!((report.passed, report.failed.len()), (1, 0));
    let told: Vec<String> = remarks
        .iter()
        .filter(|it| it.file.starts_with("premises/"))
        .map(|it| format!("{}:{} {}", it.file, it.line, it.code))
        .collect();
    expect![[r#"
        premises/rent-relief/2026/cases.toml:10 unwritten
        premises/rent-relief/2026/en.md:2 unwritten
        premises/rent-relief/2026/en.md:5 unwritten
        premises/rent-relief/2026/en.md:8 unwritten
        premises/rent-relief/2026/en.md:11 unwritten
        premises/rent-relief/2026/en.md:14 unwritten
        premises/rent-relief/2026/en.md:17 unwritten
        premises/rent-relief/2026/rule.toml:1 wanted-key
        premises/rent-relief/2026/rule.toml:1 wanted-key
        premises/rent-relief/2026/rule.toml:15 unwritten
        premises/rent-relief/2026/rule.toml:16 unwritten
        premises/rent-relief/2026/rule.toml:17 constant-test
        premises/rent-relief/2026/zh.md:2 unwritten
        premises/rent-relief/2026/zh.md:5 unwritten
        premises/rent-relief/2026/zh.md:8 unwritten
        premises/rent-relief/2026/zh.md:11 unwritten
        premises/rent-relief/2026/zh.md:14 unwritten
        premises/rent-relief/2026/zh.md:17 unwritten
        premises/rent-relief/policy.toml:1 wanted-key
        premises/rent-relief/policy.toml:1 wanted-key
        premises/rent-relief/policy.toml:1 wanted-key
        premises/rent-relief/policy.toml:1 wanted-key
        premises/rent-relief/policy.toml:1 wanted-key
        premises/rent-relief/policy.toml:6 unwritten
        premises/rent-relief/policy.toml:10 unwritten"#]]
    .assert_eq(&told.join("\n"));
}

#[test]
fn nothing_that_is_there_is_overwritten() {
    let folder = empty_pack();
    add(folder.path(), "premises/rent-relief", "2025").unwrap();
    let policy = folder.path().join("premises/rent-relief/policy.toml");
    fs::write(&policy, "title = { zh = \"房租\", en = \"Rent\" }\nfamily = \"premises\"\n").unwrap();
    assert!(add(folder.path(), "premises/rent-relief", "2025").unwrap_err().contains("is there already"));
    let further = add(folder.path(), "premises/rent-relief", "2026").unwrap();
    assert!(further.iter().all(|it| it.starts_with("premises/rent-relief/2026/")), "{further:?}");
    assert!(fs::read_to_string(&policy).unwrap().contains("房租"));
}

#[test]
fn a_name_that_cannot_be_is_refused_before_anything_is_written() {
    let folder = empty_pack();
    add(folder.path(), "loans/bridge-loan", "2026").unwrap();
    refused(
        folder.path(),
        "rent-relief",
        "2026",
        expect!["`rent-relief` does not name a policy; write `family/policy-id`"],
    );
    refused(
        folder.path(),
        "rents/rent-relief",
        "2026",
        expect![
            "the pack has no family `rents`; it has premises, loans; families are declared in its `pack.toml`"
        ],
    );
    refused(
        folder.path(),
        "premises/Rent relief",
        "2026",
        expect!["`Rent relief` is not an id: use small Latin letters, digits and single hyphens"],
    );
    refused(
        folder.path(),
        "premises/rent-relief",
        "../2026",
        expect!["`../2026` is not an id: use small Latin letters, digits and single hyphens"],
    );
    refused(
        folder.path(),
        "premises/bridge-loan",
        "2026",
        expect!["`bridge-loan` lies in the family `loans` already"],
    );
    assert!(!folder.path().join("premises").exists() && !folder.path().join("rents").exists());
}

#[track_caller]
fn refused(folder: &Path, name: &str, edition: &str, expect: Expect) {
    expect.assert_eq(&add(folder, name, edition).unwrap_err());
}
