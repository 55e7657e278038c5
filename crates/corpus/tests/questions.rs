//! Whether every policy asks about as much as the others, as an author is told.

mod support;

use expect_test::expect;
use support::remarks_on;

/// The sound pack's policy and four more, each with an edition; the questions of the last two are given.
fn remarks(third: &str, fourth: &str) -> String {
    let policy = |id: &str, questions: &str| {
        format!(
            "//- grants/{id}/policy.toml\ntitle = {{ zh = \"补{id}\", en = \"Grant {id}\" }}\n{questions}\n\
             //- grants/{id}/2025/rule.toml\nvalid = {{ from = 2025-01-01 }}\n"
        )
    };
    let usual = |it: char| {
        format!(
            "questions = {{ zh = [\"{it}一？\", \"{it}二？\", \"{it}三？\"], en = [\"{it} 1?\", \"{it} 2?\", \"{it} 3?\"] }}"
        )
    };
    let policies =
        [policy("a", &usual('a')), policy("b", &usual('b')), policy("c", third), policy("d", fourth)];
    let all = remarks_on(&policies.concat(), "2026-11-23");
    let told = all.split("\n\n").filter(|it| it.contains("[questions]") && !it.contains("grants/rent"));
    told.map(|it| format!("{}\n", it.trim())).collect()
}

#[test]
fn three_to_five_of_ones_own_are_well() {
    let questions = |it: &str| {
        format!(
            "questions = {{ zh = [\"{it}一\", \"{it}二\", \"{it}三\"], en = [\"{it}1\", \"{it}2\", \"{it}3\"] }}"
        )
    };
    assert_eq!(remarks(&questions("c"), &questions("d")), "");
}

#[test]
fn too_few_copies_and_too_much_are_told() {
    let few = "questions = { zh = [\"a一\", \"丙二\"], en = [\"C 1\", \"C 2\", \"C 3\"] }";
    let much = "questions = { zh = [\"丁一\", \"丁二\", \"丁三说了很多很多很多话\"], en = [\"D 1\", \"D 2\", \"D 3\"] }";
    expect![[r#"
        warning[questions]: the same question leads to `c`
          --> grants/a/policy.toml:2:21
          | questions = { zh = ["a一？", "a二？", "a三？"], en = ["a 1?", "a 2?", "a 3?"] }
          |                     ^^^^^^^
        warning[questions]: 2 questions in `zh`; 3 to 5 find a policy best
          --> grants/c/policy.toml:2:20
          | questions = { zh = ["a一", "丙二"], en = ["C 1", "C 2", "C 3"] }
          |                    ^^^^^^^^^^^^^^^
        warning[questions]: the same question leads to `a`
          --> grants/c/policy.toml:2:21
          | questions = { zh = ["a一", "丙二"], en = ["C 1", "C 2", "C 3"] }
          |                     ^^^^^
        warning[questions]: 15 characters of questions in `zh`, where 6 are usual: this policy would be found too often
          --> grants/d/policy.toml:2:20
          | questions = { zh = ["丁一", "丁二", "丁三说了很多很多很多话"], en = ["D 1", "D 2", "D 3"] }
          |                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    "#]].assert_eq(&remarks(few, much));
}
