//! Cases that come out otherwise than expected, as their author is told.

mod support;

use expect_test::{Expect, expect};

/// What is said of the rent policy's cases with this text in place of its own.
#[track_caller]
fn check(cases: &str, expect: Expect) {
    let report = corpus::run(&support::pack(&format!("//- grants/rent/2025/cases.toml\n{cases}")));
    let failed: String = report.failed.iter().map(|it| format!("{it}\n")).collect();
    expect.assert_eq(&format!("{failed}{} passed, {} failed\n", report.passed, report.failed.len()));
}

#[test]
fn what_came_out_is_told_beside_what_was_expected() {
    check(
        r#"
[given]
opened_on = 2026-10-01
[[case]]
name = "eleven"
on = 2026-11-23
given = { staff = 11 }
verdict = "eligible"
unmet = []
closes = 2027-04-02
eligible_from = 2026-12-01
[[case]]
name = "ten or so"
on = 2026-11-23
given = { staff = { min = 9, max = 12 } }
verdict = "ineligible"
missing = ["opened_on"]
amounts = { rent = [900, 1000] }
officer = ["small"]
[[case]]
name = "nine"
on = 2026-11-23
given = { staff = 9 }
verdict = "eligible"
amounts = { rent = ["900.00", 900] }
"#,
        expect![[r#"
            grants/rent/2025/cases.toml:4: eleven
              verdict: expected eligible, got ineligible (unmet: [small])
              unmet: expected [], got [small]
              closes: expected 2027-04-02, got 2027-04-01
              eligible_from: expected 2026-12-01, got no day
            grants/rent/2025/cases.toml:12: ten or so
              verdict: expected ineligible, got undetermined (missing: [staff])
              officer: expected [small], got []
              missing: expected [opened_on], got [staff]
            1 passed, 2 failed
        "#]],
    );
}

#[test]
fn a_case_that_cannot_be_read_has_failed() {
    check(
        "[[case]]\nname = \"none\"\non = 2026-11-23\ngiven = { staf = 3 }\n",
        expect![[r#"
        grants/rent/2025/cases.toml:4: cannot be run
          `staf`: there is no fact `staf`
        0 passed, 1 failed
    "#]],
    );
    check(
        "[[case]]\nname = none\n",
        expect![[r#"
        grants/rent/2025/cases.toml:2: cannot be run
          invalid float, expected `nan`
        0 passed, 1 failed
    "#]],
    );
}

#[test]
fn the_cases_of_a_policy_that_is_left_out_have_failed() {
    let report = corpus::run(&support::pack("//- grants/rent/policy.toml\ntitle = 3\n"));
    assert_eq!((report.passed, report.failed.len()), (0, 1));
}

#[test]
fn what_a_case_assumes_takes_the_place_of_what_is_reckoned() {
    let report = corpus::run(&support::pack(
        r#"
//- facts/size.toml
[[derived]]
id = "small"
value = "staff <= 10"
zh = "小"
en = "Small"
//- grants/rent/2025/rule.toml
valid = { from = 2025-01-01 }
[[condition]]
id = "small"
zh = "小"
en = "Small"
test = "small"
//- grants/rent/2025/cases.toml
[[case]]
name = "assumed"
on = 2026-11-23
given = { staff = 11 }
assume = { small = true }
verdict = "eligible"
"#,
    ));
    assert_eq!((report.passed, report.failed), (1, vec![]));
}

#[test]
fn a_case_holds_the_days_of_its_edition() {
    check(
        r#"
[given]
staff = 9
opened_on = 2024-12-01
[[case]]
name = "the day before, expected"
on = 2024-12-31
verdict = "not-yet"
[[case]]
name = "the day before, overlooked"
on = 2024-12-31
verdict = "eligible"
[[case]]
name = "the first day"
on = 2025-01-01
verdict = "not-yet"
"#,
        expect![[r#"
            grants/rent/2025/cases.toml:9: the day before, overlooked
              verdict: expected eligible, got not-yet: the edition answers from 2025-01-01 on
            grants/rent/2025/cases.toml:13: the first day
              verdict: expected not-yet, got eligible
            1 passed, 2 failed
        "#]],
    );
}

#[test]
fn an_amount_is_expected_with_its_time_and_totals() {
    check(
        r#"
[[case]]
name = "no time"
on = 2026-11-23
given = { staff = 9, opened_on = 2026-10-01 }
amounts = { rent = { value = [900, 900], whole = [901, 901], remaining = [], until = 2026-12-31 } }
[[case]]
name = "a wrong word"
on = 2026-11-23
amounts = { rent = { whoole = [900, 900] } }
"#,
        expect![[r#"
            grants/rent/2025/cases.toml:2: no time
              amount `rent`, in all: expected [901, 901], got [900, 900]
              amount `rent`, until: expected 2026-12-31, got no day
            grants/rent/2025/cases.toml:10: cannot be run
              there is no part of an amount `whoole`
            0 passed, 2 failed
        "#]],
    );
}

const FIGURES: &str = r#"
//- facts/points.toml
[[derived]]
id = "points"
value = "if staff < 10 then 5 else 0"
zh = "分"
en = "Points"
//- parameters/figures.toml
[[parameter]]
id = "wage"
zh = "工资"
en = "Wage"
values = [
  { from = 2024-01-01, value = 100, source = "a" },
  { from = 2025-01-01, precision = "year", value = 200, source = "b" },
]
[[parameter]]
id = "tax"
zh = "税"
en = "Tax"
values = [{ from = 2024-01-01, to = 2024-12-31, tiers = [{ above = 0, rate = "0.1" }, { above = 10, rate = "0.2" }], source = "c" }]
"#;

/// What is said of these cases beside the rent policy's own, which passes.
#[track_caller]
fn check_beside(cases: &str, expect: Expect) {
    let report = corpus::run(&support::pack(&format!("{FIGURES}{cases}")));
    let failed: String = report.failed.iter().map(|it| format!("{it}\n")).collect();
    expect.assert_eq(&format!("{failed}{} passed, {} failed\n", report.passed, report.failed.len()));
}

#[test]
fn figures_are_held_against_a_second_copy() {
    check_beside(
        r#"
//- parameters/cases.toml
[[case]]
parameter = "wage"
figures = [
  { to = 2023-12-31, value = [] },
  { from = 2024-01-01, to = 2024-12-31, value = 100 },
  { from = 2025-01-01, to = 2025-12-31, value = [100, 200] },
  { from = 2026-01-01, value = 200 },
]
[[case]]
parameter = "tax"
figures = [
  { from = 2024-01-01, to = 2024-12-31, bracket = { 10 = "0.1", "10.01" = "0.2" }, marginal = { 20 = 3 } },
  { from = 2025-01-01, bracket = { 1 = [] } },
]
[[case]]
parameter = "wage"
figures = [
  { to = 2024-01-01, value = [] },
  { from = 2024-01-01, to = 2025-01-01, value = 100 },
  { from = 2025-12-31, value = [100, 201] },
  { from = 2026-01-01, value = 201 },
]
[[case]]
parameter = "tax"
figures = [
  { from = 2024-01-01, to = 2024-12-31, value = 1, bracket = { 10 = "0.2" }, marginal = { 20 = 4 } },
  { from = 2024-12-01, bracket = { 1 = "0.1" } },
]
"#,
        expect![[r#"
            parameters/cases.toml:15: the figures of `wage`
              2024-01-01: expected [], got 100
              2025-01-01: expected 100, got [100, 200]
              2025-12-31: expected [100, 201], got [100, 200]
              2026-01-01: expected 201, got 200
            parameters/cases.toml:23: the figures of `tax`
              2024-01-01: expected 1, got []
              2024-01-01, the rate at 10: expected 0.2, got 0.1
              2024-01-01, added up to 20: expected 4, got 3
              2025-01-01, the rate at 1: expected 0.1, got []
            3 passed, 2 failed
        "#]],
    );
}

#[test]
fn a_day_between_that_differs_shows() {
    check_beside(
        r#"
//- parameters/cases.toml
[[case]]
parameter = "wage"
figures = [{ from = 2024-02-01, to = 2024-12-31, value = 100 }, { from = 2024-02-01, to = 2026-02-01, value = 100 }, { to = 2027-01-01, value = [] }]
//- parameters/figures.toml
[[parameter]]
id = "wage"
zh = "工资"
en = "Wage"
values = [
  { from = 2024-01-01, value = 100, source = "a" },
  { from = 2025-01-01, value = 200, source = "b" },
  { from = 2026-01-01, value = 100, source = "c" },
]
"#,
        expect![[r#"
            parameters/cases.toml:1: the figures of `wage`
              2025-01-01: expected 100, got 200
              2024-01-01: expected [], got 100
            1 passed, 1 failed
        "#]],
    );
}

#[test]
fn what_follows_from_facts_is_held() {
    check_beside(
        r#"
//- facts/cases.toml
[given]
opened_on = 2026-10-01
[[case]]
name = "nine"
on = 2026-11-23
given = { staff = 9 }
holds = ["points == 5", "days_between(opened_on, as_of) == 53"]
[[case]]
name = "ten, or so"
on = 2026-11-23
given = { staff = { min = 9, max = 10 } }
holds = ["points == 5", "opened_on == 2026-10-02", "staff in 9..=10"]
[[case]]
name = "unreadable"
on = 2026-11-23
given = { staf = 9 }
holds = ["point == 5", "staff"]
"#,
        expect![[r#"
            facts/cases.toml:8: ten, or so
              `points == 5` is not known
              `opened_on == 2026-10-02` does not hold
            facts/cases.toml:16: cannot be run
              `staf`: there is no fact `staf`
            facts/cases.toml:17: cannot be run
              nothing is called `point`
            facts/cases.toml:17: cannot be run
              a yes or no is needed here; this is a number
            2 passed, 4 failed
        "#]],
    );
}

#[test]
fn a_case_of_a_parameter_says_what_can_be_looked_up() {
    check_beside(
        r#"
//- parameters/cases.toml
[[case]]
parameter = "wages"
figures = [{ from = 2024-01-02, to = 2024-01-01, value = 1 }]
[[case]]
parameter = "wage"
figures = [{ from = 2024-01-01 }, { value = [1] }, { value = "many" }, { bracket = { ten = 1 } }]
"#,
        expect![[r#"
            parameters/cases.toml:2: cannot be run
              there is no parameter `wages`
            parameters/cases.toml:3: cannot be run
              the last day lies before the first
            parameters/cases.toml:6: cannot be run
              a line has a `value`, or what is looked up in a table: `bracket` or `marginal`
            parameters/cases.toml:6: cannot be run
              a figure is a number, `[low, high]` if it may be several, or `[]` if unknown
            parameters/cases.toml:6: cannot be run
              a figure is a number, `[low, high]` if it may be several, or `[]` if unknown
            parameters/cases.toml:6: cannot be run
              `ten` is not a number
            1 passed, 6 failed
        "#]],
    );
}
