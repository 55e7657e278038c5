//! Changes of a pack that its cases do not notice, as an author is told.

mod support;

use expect_test::{Expect, expect};

/// What survives in the rent policy with these cases, and with this explanation.
#[track_caller]
fn check(cases: &str, mutants: &str, expect: Expect) {
    check_pack(&format!("//- grants/rent/2025/cases.toml\n{cases}\n//- mutants.toml\n{mutants}"), expect);
}

/// What survives in the sound pack with these files in place of its own.
#[track_caller]
fn check_pack(change: &str, expect: Expect) {
    let report = corpus::mutate(&support::pack(change), "", &|_, _| {});
    let survivors = report.survivors.iter().map(|it| {
        let reason = it.reason.as_ref().map_or_else(String::new, |it| format!(" ({it})"));
        format!("{}:{}:{}: {}{reason}\n", it.file, it.line, it.column, it.what)
    });
    let remarks = report.remarks.iter().map(|it| format!("{}:{}: {}\n", it.file, it.line, it.message));
    let told: String = survivors.chain(remarks).collect();
    expect.assert_eq(&format!("{told}of {}\n", report.n_mutants));
}

const BOTH_SIDES: &str = r#"
[given]
opened_on = 2026-10-01
[[case]]
name = "ten, on the last day"
on = 2027-04-01
given = { staff = 10 }
verdict = "eligible"
amounts = { rent = [1000, 1000] }
closes = 2027-04-01
[[case]]
name = "eleven"
on = 2026-11-23
given = { staff = 11 }
verdict = "ineligible"
[[case]]
name = "three"
on = 2026-11-23
given = { staff = 3 }
amounts = { rent = [300, 300] }
"#;

#[test]
fn without_cases_everything_survives() {
    check(
        "",
        "",
        expect![[r#"
            grants/rent/2025/rule.toml:1:18: valid: from `2025-01-01` -> `2024-12-31`
            grants/rent/2025/rule.toml:1:18: valid: from `2025-01-01` -> `2025-01-02`
            grants/rent/2025/rule.toml:8:9: condition `small`: `<=` -> `<` in `staff <= 10`
            grants/rent/2025/rule.toml:8:18: condition `small`: `10` -> `9`
            grants/rent/2025/rule.toml:8:18: condition `small`: `10` -> `11`
            grants/rent/2025/rule.toml:10:33: window 1, `closes`: `6` -> `5`
            grants/rent/2025/rule.toml:10:33: window 1, `closes`: `6` -> `7`
            grants/rent/2025/rule.toml:14:10: amount `rent`, `value`: `min` -> `max` in `min(1000, 100 * staff)`
            grants/rent/2025/rule.toml:14:14: amount `rent`, `value`: `1000` -> `999`
            grants/rent/2025/rule.toml:14:14: amount `rent`, `value`: `1000` -> `1001`
            grants/rent/2025/rule.toml:14:20: amount `rent`, `value`: `*` -> `/` in `100 * staff`
            grants/rent/2025/rule.toml:14:20: amount `rent`, `value`: `100` -> `99`
            grants/rent/2025/rule.toml:14:20: amount `rent`, `value`: `100` -> `101`
            of 13
        "#]],
    );
}

#[test]
fn cases_on_both_sides_notice_what_a_rule_says() {
    check(
        BOTH_SIDES,
        "",
        expect![[r#"
            grants/rent/2025/rule.toml:1:18: valid: from `2025-01-01` -> `2024-12-31`
            grants/rent/2025/rule.toml:1:18: valid: from `2025-01-01` -> `2025-01-02`
            grants/rent/2025/rule.toml:14:14: amount `rent`, `value`: `1000` -> `1001`
            of 13
        "#]],
    );
}

#[test]
fn a_survivor_has_a_reason_and_a_reason_has_a_survivor() {
    check(
        BOTH_SIDES,
        r#"
[[mutant]]
file = "grants/rent/2025/rule.toml"
what = ["valid: from `2025-01-01` -> `2024-12-31`", "condition `small`: `10` -> `11`"]
reason = "nobody was there"
"#,
        expect![[r#"
            grants/rent/2025/rule.toml:1:18: valid: from `2025-01-01` -> `2024-12-31` (nobody was there)
            grants/rent/2025/rule.toml:1:18: valid: from `2025-01-01` -> `2025-01-02`
            grants/rent/2025/rule.toml:14:14: amount `rent`, `value`: `1000` -> `1001`
            mutants.toml:4: cases notice this change of `grants/rent/2025/rule.toml`, or there is no such change
            of 13
        "#]],
    );
}

#[test]
fn cases_of_figures_and_facts_notice_what_no_policy_asks_for() {
    check_pack(
        r#"
//- grants/rent/2025/rule.toml
valid = { from = 2025-01-01 }
//- grants/rent/2025/cases.toml
[[case]]
name = "the day before"
on = 2024-12-31
verdict = "not-yet"
[[case]]
name = "the first day"
on = 2025-01-01
verdict = "eligible"
//- facts/points.toml
[[derived]]
id = "points"
value = "if staff < 10 then param(most) else 0"
zh = "分"
en = "Points"
[[derived]]
id = "unheld"
value = "2"
zh = "二"
en = "Two"
//- facts/cases.toml
[[case]]
name = "nine"
on = 2025-06-01
given = { staff = 9 }
holds = ["points == 5"]
[[case]]
name = "ten"
on = 2025-06-01
given = { staff = 10 }
holds = ["points == 0"]
//- parameters/figures.toml
[[parameter]]
id = "most"
zh = "最多"
en = "Most"
values = [{ from = 2025-01-01, value = 5, source = "a" }, { from = 2026-01-01, to = 2026-12-31, value = 6, source = "b" }]
//- parameters/cases.toml
[[case]]
parameter = "most"
figures = [
  { from = 2025-01-01, to = 2025-12-31, value = 5 },
  { from = 2026-01-01, to = 2026-12-30, value = 6 },
]
"#,
        expect![[r#"
            facts/points.toml:8:10: derived `unheld`: `2` -> `1`
            facts/points.toml:8:10: derived `unheld`: `2` -> `3`
            parameters/figures.toml:5:20: parameter `most`: from `2025-01-01` -> `2024-12-31`
            parameters/figures.toml:5:85: parameter `most`: to `2026-12-31` -> `2026-12-30`
            parameters/figures.toml:5:85: parameter `most`: to `2026-12-31` -> `2027-01-01`
            of 18
        "#]],
    );
}

#[test]
fn signs_functions_and_options_of_a_list_are_changed_too() {
    check_pack(
        r#"
//- grants/rent/2025/cases.toml
//- grants/rent/2025/rule.toml
valid = { from = 2025-01-01 }
//- facts/form.toml
[[fact]]
id = "form"
type = "choice"
topic = "company"
options = [{ id = "firm", zh = "企业", en = "firm" }, { id = "club", zh = "社团", en = "club" }]
ask = { zh = "什么？", en = "What?" }
[[derived]]
id = "points"
value = "if form in ['firm', 'club'] then min(staff, staff * staff) else staff"
zh = "分"
en = "Points"
"#,
        expect![[r#"
            facts/form.toml:9:13: derived `points`: `in` -> `not in` in `form in ['firm', 'club']`
            facts/form.toml:9:21: derived `points`: `['firm', 'club']` -> `['club']`
            facts/form.toml:9:21: derived `points`: `['firm', 'club']` -> `['firm']`
            facts/form.toml:9:43: derived `points`: `min` -> `max` in `min(staff, staff * staff)`
            facts/form.toml:9:54: derived `points`: `*` -> `/` in `staff * staff`
            grants/rent/2025/rule.toml:1:18: valid: from `2025-01-01` -> `2024-12-31`
            grants/rent/2025/rule.toml:1:18: valid: from `2025-01-01` -> `2025-01-02`
            of 7
        "#]],
    );
}
