//! Days as the law counts them, and the first day of what is to come.

use expect_test::expect;

use crate::support::{check, check_days, check_tests};

#[test]
fn within_six_months_ends_on_the_corresponding_day() {
    let rule = "fact d date
         policy p
         edition e from 2020-01-01
         condition within as_of <= add_months(d, 6)
         condition begun d <= as_of";
    check_days(
        rule,
        "d = 2026-08-31",
        &["2026-08-30", "2026-08-31", "2027-02-28", "2027-03-01"],
        expect![[r#"
            2026-08-30: e Upcoming 2026-08-31
            2026-08-31: e Eligible
            2027-02-28: e Eligible
            2027-03-01: e Ineligible
        "#]],
    );
}

#[test]
fn a_full_year_is_full_on_its_day_and_on_29_february_a_day_before() {
    let rule = "fact d date
         policy p
         edition e from 2020-01-01
         condition full months_between(d, as_of) >= 12";
    check_days(
        rule,
        "d = 2025-09-01",
        &["2026-08-31", "2026-09-01", "2026-09-02"],
        expect![[r#"
        2026-08-31: e Upcoming 2026-09-01
        2026-09-01: e Eligible
        2026-09-02: e Eligible
    "#]],
    );
    check_days(
        rule,
        "d = 2024-02-29",
        &["2025-02-27", "2025-02-28", "2025-03-01"],
        expect![[r#"
        2025-02-27: e Upcoming 2025-02-28
        2025-02-28: e Eligible
        2025-03-01: e Eligible
    "#]],
    );
}

#[test]
fn one_is_35_until_the_day_before_the_36th_birthday() {
    let rule = "fact born date
         policy p
         edition e from 2020-01-01
         condition young years_between(born, as_of) <= 35";
    check_days(
        rule,
        "born = 1990-11-24",
        &["2026-11-23", "2026-11-24"],
        expect![[r#"
        2026-11-23: e Eligible
        2026-11-24: e Ineligible
    "#]],
    );
    check_days(
        rule,
        "born = 1992-02-29",
        &["2028-02-27", "2028-02-28", "2028-02-29"],
        expect![[r#"
        2028-02-27: e Eligible
        2028-02-28: e Eligible
        2028-02-29: e Ineligible
    "#]],
    );
}

#[test]
fn every_function_of_days_at_its_edges() {
    check_tests(
        "fact d date",
        "d = 2024-01-31",
        "2024-02-29",
        &[
            "add_months(d, 1) == 2024-02-29",
            "add_months(d, 13) == 2025-02-28",
            "add_months(d, -2) == 2023-11-30",
            "add_months(d, 1.9) == 2024-02-29",
            "months_between(d, 2024-02-28) == 0",
            "months_between(d, as_of) == 1",
            "months_between(as_of, d) == -1",
            "months_between(2024-03-31, 2024-02-29) == -1",
            "years_between(2020-02-29, 2024-02-28) == 3",
            "years_between(2020-02-29, 2021-02-28) == 1",
            "years_between(as_of, d) == -1",
            "days_between(d, as_of) == 29",
            "days_between(as_of, d) == -29",
            "year(d) == 2024 and month(d) == 1",
            "date(2024, 2, 29) == as_of",
            "date(year(as_of) - 1, 2, 29) == as_of",
            "date(year(as_of), 2, 1.5) == as_of",
            "min(d, as_of) == d and max(d, as_of) == as_of",
        ],
        expect![[r#"
            add_months(d, 1) == 2024-02-29                 yes
            add_months(d, 13) == 2025-02-28                yes
            add_months(d, -2) == 2023-11-30                yes
            add_months(d, 1.9) == 2024-02-29               yes
            months_between(d, 2024-02-28) == 0             yes
            months_between(d, as_of) == 1                  yes
            months_between(as_of, d) == -1                 yes
            months_between(2024-03-31, 2024-02-29) == -1   yes
            years_between(2020-02-29, 2024-02-28) == 3     yes
            years_between(2020-02-29, 2021-02-28) == 1     yes
            years_between(as_of, d) == -1                  yes
            days_between(d, as_of) == 29                   yes
            days_between(as_of, d) == -29                  yes
            year(d) == 2024 and month(d) == 1              yes
            date(2024, 2, 29) == as_of                     yes
            date(year(as_of) - 1, 2, 29) == as_of          no
            date(year(as_of), 2, 1.5) == as_of             no
            min(d, as_of) == d and max(d, as_of) == as_of  yes
        "#]],
    );
}

#[test]
fn a_window_is_open_from_its_first_day_to_its_last() {
    let rounds = "fact k integer 0..9
         policy p
         edition e from 2020-01-01
         window opens 2026-03-01 closes 2026-03-31
         window opens 2026-09-01 closes 2026-09-30
         condition k k >= 1";
    let days = &["2026-02-28", "2026-03-01", "2026-03-31", "2026-04-01", "2026-09-30", "2026-10-01"];
    check_days(
        rounds,
        "k = 1",
        days,
        expect![[r#"
        2026-02-28: e Upcoming 2026-03-01
        2026-03-01: e Eligible
        2026-03-31: e Eligible
        2026-04-01: e Upcoming 2026-09-01
        2026-09-30: e Eligible
        2026-10-01: e Missed
    "#]],
    );
    check_days(
        rounds,
        "k = 0",
        days,
        expect![[r#"
        2026-02-28: e Ineligible
        2026-03-01: e Ineligible
        2026-03-31: e Ineligible
        2026-04-01: e Ineligible
        2026-09-30: e Ineligible
        2026-10-01: e Ineligible
    "#]],
    );
    check_days(
        rounds,
        "",
        days,
        expect![[r#"
        2026-02-28: e Undetermined
        2026-03-01: e Undetermined
        2026-03-31: e Undetermined
        2026-04-01: e Undetermined
        2026-09-30: e Undetermined
        2026-10-01: e Ineligible
    "#]],
    );
}

#[test]
fn a_window_of_every_year_opens_again() {
    let rule = "policy p
         edition e from 2020-01-01
         window opens date(year(as_of), 3, 1) closes date(year(as_of), 3, 31)";
    check_days(
        rule,
        "",
        &["2026-02-28", "2026-03-31", "2026-04-01"],
        expect![[r#"
        2026-02-28: e Upcoming 2026-03-01
        2026-03-31: e Eligible
        2026-04-01: e Upcoming 2027-03-01
    "#]],
    );
}

#[test]
fn windows_of_none_are_shut_and_a_window_may_hang_on_what_is_unknown() {
    let rule = "fact a boolean
         fact d date if a
         policy p
         edition e from 2020-01-01
         window closes add_months(d, 18)";
    let days = &["2026-11-23"];
    check_days(
        rule,
        "a = no",
        days,
        expect![[r#"
        2026-11-23: e Missed
    "#]],
    );
    check_days(
        rule,
        "a = yes",
        days,
        expect![[r#"
        2026-11-23: e Undetermined
    "#]],
    );
    check_days(
        rule,
        "d = 2025-05-23..2026-01-01",
        days,
        expect![[r#"
        2026-11-23: e Eligible
    "#]],
    );
    check_days(
        rule,
        "d = 2025-05-22..2026-01-01",
        days,
        expect![[r#"
        2026-11-23: e Undetermined
    "#]],
    );
    check_days(
        rule,
        "d = 2020-01-01..2025-05-22",
        days,
        expect![[r#"
        2026-11-23: e Missed
    "#]],
    );
}

#[test]
fn upcoming_tells_the_first_day_or_the_first_and_last_possible_one() {
    let rule = "fact d date
         fact here boolean
         policy p
         edition e from 2020-01-01
         condition full months_between(d, as_of) >= 12
         condition here here
         window closes add_months(d, 18)";
    let days = &["2026-11-23"];
    check_days(
        rule,
        "d = 2026-03-05; here = yes",
        days,
        expect![[r#"
        2026-11-23: e Upcoming 2027-03-05
    "#]],
    );
    check_days(
        rule,
        "d = 2026-03-05..2026-04-05; here = yes",
        days,
        expect![[r#"
        2026-11-23: e Upcoming 2027-03-05..2027-04-05
    "#]],
    );
    check_days(
        rule,
        "d = 2025-11-20..2026-04-05; here = yes",
        days,
        expect![[r#"
        2026-11-23: e Undetermined
    "#]],
    );
    check_days(
        rule,
        "d = 2026-03-05; here = no",
        days,
        expect![[r#"
        2026-11-23: e Ineligible
    "#]],
    );
    check_days(
        rule,
        "d = 2026-03-05",
        days,
        expect![[r#"
        2026-11-23: e Undetermined
    "#]],
    );
    check_days(
        rule,
        "d = 2025-05-22; here = yes",
        days,
        expect![[r#"
        2026-11-23: e Missed
    "#]],
    );
    check_days(
        rule,
        "d = 2025-05-22; here = ?",
        days,
        expect![[r#"
        2026-11-23: e Ineligible
    "#]],
    );
    check_days(
        rule,
        "d = 2036-11-24; here = yes",
        days,
        expect![[r#"
        2026-11-23: e Ineligible
    "#]],
    );
}

#[test]
fn a_day_made_of_numbers_lies_between_the_first_and_the_last_it_may_be() {
    check_tests(
        "fact k integer 0..12\nfact y integer 2024..2026\nfact d integer 1..31",
        "k = 3..5; y = 2025..2026; d = 10..12",
        "2026-07-15",
        &[
            "date(2026, k, 1) >= 2026-03-01",
            "date(2026, k, 1) > 2026-05-01",
            "date(2026, k, 30) < as_of",
            "date(y, 12, 31) >= 2025-12-31",
            "date(y, 2, 29) >= 2025-02-28",
            "date(2026, k, d) in 2026-03-10..=2026-05-12",
        ],
        expect![[r#"
            date(2026, k, 1) >= 2026-03-01               yes
            date(2026, k, 1) > 2026-05-01                no
            date(2026, k, 30) < as_of                    yes
            date(y, 12, 31) >= 2025-12-31                yes
            date(y, 2, 29) >= 2025-02-28                 yes|no
            date(2026, k, d) in 2026-03-10..=2026-05-12  yes
        "#]],
    );
}

#[test]
fn a_window_that_closes_before_today_in_every_month_it_may_is_missed() {
    check(
        "fact k integer 1..6\npolicy rule\nedition e from 2024-01-01\nwindow closes date(2026, k, 1)",
        "",
        "2026-07-15",
        expect![[r#"
            rule e Missed
        "#]],
    );
}
