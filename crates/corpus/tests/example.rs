//! The small pack of two policies loads, and all its cases pass.

use std::path::Path;

use corpus::{Loaded, render};
use expect_test::expect;

fn example() -> Loaded {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/packs/example");
    Loaded::folder(&folder).expect("the folder is there")
}

#[test]
fn the_example_loads_without_an_error() {
    let loaded = example();
    assert!(!loaded.has_errors(), "{}", render(&loaded.remarks, &loaded.files, |it| &it.en));
    expect![[r#"
        warning[wanted-key]: a pack should have `covers`: text in both languages: { zh = "…", en = "…" }
          --> pack.toml:1:1
          | id = "example"
          | ^

        warning[wanted-key]: a pack should have `checked`: text in both languages: { zh = "…", en = "…" }
          --> pack.toml:1:1
          | id = "example"
          | ^
    "#]]
    .assert_eq(&render(&loaded.remarks, &loaded.files, |it| &it.en));
    assert_eq!(loaded.catalog.policies.len(), 2);
    assert_eq!(loaded.catalog.derived.len(), 2);
    assert_eq!(loaded.catalog.lists[0].facts.len(), 12);
}

#[test]
fn a_second_look_at_the_example_finds_what_its_policies_do_not_use() {
    let loaded = example();
    expect![[r#"
        warning[unused-option]: no rule tells the option `elsewhere` of `hukou_when_registered` from others
          --> facts/founder.toml:59:70
          | options = [{ id = "shanghai", zh = "上海户籍", en = "Shanghai" }, { id = "elsewhere", zh = "外省市户籍", en = "elsewhere in China" }, { id = "abroad", zh = "境外…
          |                                                                          ^^^^^^^^^^^
          = take it out, or make one option of those that no rule tells apart

        warning[unused-option]: no rule tells the option `abroad` of `hukou_when_registered` from others
          --> facts/founder.toml:59:133
          | …{ id = "elsewhere", zh = "外省市户籍", en = "elsewhere in China" }, { id = "abroad", zh = "境外", en = "none (from abroad)" }]
          |                                                                             ^^^^^^^^
          = take it out, or make one option of those that no rule tells apart

        warning[wanted-key]: a pack should have `covers`: text in both languages: { zh = "…", en = "…" }
          --> pack.toml:1:1
          | id = "example"
          | ^

        warning[wanted-key]: a pack should have `checked`: text in both languages: { zh = "…", en = "…" }
          --> pack.toml:1:1
          | id = "example"
          | ^
    "#]]
    .assert_eq(&render(&corpus::check(&loaded, "2026-11-23".parse().unwrap()), &loaded.files, |it| &it.en));
}

#[test]
fn the_cases_of_the_example_pass() {
    let report = corpus::run(&example());
    let failures: Vec<String> = report.failed.iter().map(ToString::to_string).collect();
    assert!(failures.is_empty(), "{}", failures.join("\n"));
    assert_eq!(report.passed, 56);
}
