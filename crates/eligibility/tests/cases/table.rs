//! The one table, beyond the connectives: comparisons with none, lists, questions that do not apply.

use expect_test::expect;

use crate::support::{check, check_tests};

#[test]
fn a_comparison_with_none_is_false_and_what_is_made_of_none_is_none() {
    check_tests(
        "fact a boolean
         fact d date if a",
        "a = no",
        "2026-11-23",
        &[
            "d == d",
            "d < 2026-01-01",
            "d >= 2026-01-01",
            "d != 2026-01-01",
            "not d < 2026-01-01",
            "d in 2000-01-01..=2100-01-01",
            "d not in 2000-01-01..=2100-01-01",
            "year(d) == 2026",
            "add_months(d, 3) <= as_of",
            "months_between(d, as_of) >= 0",
            "months_between(d, as_of) + 1 >= 0",
            "min(d, as_of) == as_of",
            "max(d, 2030-01-01) == 2030-01-01",
            "max(months_between(d, as_of), 0) == 0",
            "clamp(months_between(d, as_of), 0, 9) >= 0",
            "(match { a => 1 }) == 1",
            "(match { a => 1 }) != 1",
            "date(year(as_of), 2, 29) == as_of",
        ],
        expect![[r#"
            d == d                                      no
            d < 2026-01-01                              no
            d >= 2026-01-01                             no
            d != 2026-01-01                             yes
            not d < 2026-01-01                          yes
            d in 2000-01-01..=2100-01-01                no
            d not in 2000-01-01..=2100-01-01            yes
            year(d) == 2026                             no
            add_months(d, 3) <= as_of                   no
            months_between(d, as_of) >= 0               no
            months_between(d, as_of) + 1 >= 0           no
            min(d, as_of) == as_of                      yes
            max(d, 2030-01-01) == 2030-01-01            yes
            max(months_between(d, as_of), 0) == 0       yes
            clamp(months_between(d, as_of), 0, 9) >= 0  no
            (match { a => 1 }) == 1                     no
            (match { a => 1 }) != 1                     yes
            date(year(as_of), 2, 29) == as_of           no
        "#]],
    );
}

#[test]
fn an_operator_may_be_either_where_its_operand_may() {
    check_tests(
        "fact b boolean
         fact k integer 0..9
         fact j integer 0..9
         fact c choice x y z
         fact e choice x y z
         fact s choices g h
         fact t choices g h
         fact d date",
        "k = 3..5; c = x|y; s = g+h?; d = 2026-01-31..2026-03-31",
        "2026-11-23",
        &[
            "b",
            "not b",
            "b or not b",
            "b == b",
            "k < 3",
            "k < 4",
            "k <= 5",
            "k == 6",
            "k == 4",
            "k in 1..=9",
            "k in [3, 4]",
            "k in [6, 7]",
            "k + 1 > 3",
            "2 - k < 0",
            "-k < -2",
            "k * 2 >= 6",
            "12 / k >= 2",
            "12 / j >= 1",
            "12 / (k - 4) > 0",
            "k - k == 0",
            "min(k, 4) <= 4",
            "max(k, 4) >= 4",
            "clamp(k, 6, 7) == 6",
            "round(k / 4, 0) == 1",
            "round(k / 2, 0) >= 2",
            "c == 'x'",
            "c != 'z'",
            "c in ['x', 'y']",
            "c == e",
            "'g' in s",
            "'h' in s",
            "c in ['z']",
            "s overlaps ['g']",
            "s overlaps t",
            "s == ['g', 'h']",
            "s == ['h']",
            "d < 2026-04-01",
            "d <= 2026-01-31",
            "month(d) <= 3",
            "year(d) == 2026",
            "add_months(d, 1) <= 2026-04-30",
            "days_between(d, as_of) >= 237",
            "months_between(d, as_of) in 7..=9",
            "years_between(d, as_of) == 0",
            "(if b then 1 else 3) == 2",
        ],
        expect![[r#"
            b                                  yes|no
            not b                              yes|no
            b or not b                         yes|no
            b == b                             yes|no
            k < 3                              no
            k < 4                              yes|no
            k <= 5                             yes
            k == 6                             no
            k == 4                             yes|no
            k in 1..=9                         yes
            k in [3, 4]                        yes|no
            k in [6, 7]                        no
            k + 1 > 3                          yes
            2 - k < 0                          yes
            -k < -2                            yes
            k * 2 >= 6                         yes
            12 / k >= 2                        yes
            12 / j >= 1                        yes|no
            12 / (k - 4) > 0                   yes|no
            k - k == 0                         yes|no
            min(k, 4) <= 4                     yes
            max(k, 4) >= 4                     yes
            clamp(k, 6, 7) == 6                yes
            round(k / 4, 0) == 1               yes
            round(k / 2, 0) >= 2               yes
            c == 'x'                           yes|no
            c != 'z'                           yes
            c in ['x', 'y']                    yes
            c == e                             yes|no
            'g' in s                           yes
            'h' in s                           yes|no
            c in ['z']                         no
            s overlaps ['g']                   yes
            s overlaps t                       yes|no
            s == ['g', 'h']                    yes|no
            s == ['h']                         no
            d < 2026-04-01                     yes
            d <= 2026-01-31                    yes|no
            month(d) <= 3                      yes
            year(d) == 2026                    yes
            add_months(d, 1) <= 2026-04-30     yes
            days_between(d, as_of) >= 237      yes
            months_between(d, as_of) in 7..=9  yes
            years_between(d, as_of) == 0       yes
            (if b then 1 else 3) == 2          yes|no
        "#]],
    );
}

const LISTS: &[&str] = &[
    "count(l) == 0",
    "count(l) >= 1",
    "count(l) <= 5",
    "count(l, p) >= 1",
    "count(l, p) >= 2",
    "some(l, p)",
    "every(l, p)",
    "some(l, q > 9)",
    "every(l, q <= 9)",
    "sum(l, q) >= 3",
    "sum(l, q, p) <= 8",
    "sum(l, 1, e <= as_of) == count(l)",
];

const LIST: &str = "list l at_most 5
     fact l.p boolean
     fact l.q integer 0..9
     fact l.e date if p";

#[test]
fn an_empty_list_has_none_and_all_of_none_hold() {
    check_tests(
        LIST,
        "l none",
        "2026-11-23",
        LISTS,
        expect![[r#"
        count(l) == 0                      yes
        count(l) >= 1                      no
        count(l) <= 5                      yes
        count(l, p) >= 1                   no
        count(l, p) >= 2                   no
        some(l, p)                         no
        every(l, p)                        yes
        some(l, q > 9)                     no
        every(l, q <= 9)                   yes
        sum(l, q) >= 3                     no
        sum(l, q, p) <= 8                  yes
        sum(l, 1, e <= as_of) == count(l)  yes
    "#]],
    );
}

#[test]
fn a_list_not_asked_may_hold_anything_up_to_its_bound() {
    check_tests(
        LIST,
        "",
        "2026-11-23",
        LISTS,
        expect![[r#"
        count(l) == 0                      yes|no
        count(l) >= 1                      yes|no
        count(l) <= 5                      yes
        count(l, p) >= 1                   yes|no
        count(l, p) >= 2                   yes|no
        some(l, p)                         yes|no
        every(l, p)                        yes|no
        some(l, q > 9)                     no
        every(l, q <= 9)                   yes
        sum(l, q) >= 3                     yes|no
        sum(l, q, p) <= 8                  yes|no
        sum(l, 1, e <= as_of) == count(l)  yes|no
    "#]],
    );
}

#[test]
fn a_list_entered_in_part_holds_at_least_what_was_entered() {
    check_tests(
        LIST,
        "l a: n = 2, p = yes, q = 3; l more",
        "2026-11-23",
        LISTS,
        expect![[r#"
        count(l) == 0                      no
        count(l) >= 1                      yes
        count(l) <= 5                      yes
        count(l, p) >= 1                   yes
        count(l, p) >= 2                   yes
        some(l, p)                         yes
        every(l, p)                        yes|no
        some(l, q > 9)                     no
        every(l, q <= 9)                   yes
        sum(l, q) >= 3                     yes
        sum(l, q, p) <= 8                  yes|no
        sum(l, 1, e <= as_of) == count(l)  yes|no
    "#]],
    );
}

#[test]
fn entries_weigh_by_how_many_they_stand_for() {
    check_tests(
        LIST,
        "l a: n = 2, p = yes, q = 3, e = 2026-11-23; l b: n = 0..1, p = yes, q = 1; l c: n = 0, p = no, q = 9",
        "2026-11-23",
        LISTS,
        expect![[r#"
            count(l) == 0                      no
            count(l) >= 1                      yes
            count(l) <= 5                      yes
            count(l, p) >= 1                   yes
            count(l, p) >= 2                   yes
            some(l, p)                         yes
            every(l, p)                        yes
            some(l, q > 9)                     no
            every(l, q <= 9)                   yes
            sum(l, q) >= 3                     yes
            sum(l, q, p) <= 8                  yes
            sum(l, 1, e <= as_of) == count(l)  yes|no
        "#]],
    );
}

#[test]
fn the_office_stays_behind_yes_in_any_and_behind_no_in_all() {
    for (known, expected) in [
        (
            "a = yes",
            expect![[r#"
            p e Ineligible
              alone Officer
              any Met
              all Officer
              not-office Officer
              not-any Unmet
              not-all Officer
        "#]],
        ),
        (
            "a = no",
            expect![[r#"
            p e Ineligible
              alone Officer
              any Officer
              all Unmet
              not-office Officer
              not-any Officer
              not-all Met
        "#]],
        ),
        (
            "",
            expect![[r#"
            p e Ineligible
              alone Officer
              any Officer: a
              all Unknown: a
              not-office Officer
              not-any Unknown: a
              not-all Officer: a
        "#]],
        ),
    ] {
        check(
            "fact a boolean
             policy p
             edition e from 2020-01-01
             condition alone officer
             condition any any { a; officer }
             condition all all { a; officer }
             condition not-office not { officer }
             condition not-any not { any { a; officer } }
             condition not-all not { all { a; officer } }",
            known,
            "2026-11-23",
            expected,
        );
    }
}

const QUESTIONS: &str = "fact a boolean
     fact b boolean if a else no
     fact k integer 0..9 if b else 7
     fact c choice x y if a else w
     fact d date if a
     policy p
     edition e from 2020-01-01
     condition b b
     condition k k >= 5
     condition c c in ['x', 'w']
     condition d d <= as_of
     condition a a";

#[test]
fn a_question_that_does_not_apply_has_its_otherwise_and_an_answer_left_behind_is_ignored() {
    check(
        QUESTIONS,
        "a = no; b = yes; k = 0; c = y; d = 2020-01-01",
        "2026-11-23",
        expect![[r#"
            p e Ineligible
              b Unmet
              k Met
              c Met
              d Unmet
              a Unmet
        "#]],
    );
}

#[test]
fn while_a_question_may_not_apply_what_it_hangs_on_is_missing() {
    check(
        QUESTIONS,
        "",
        "2026-11-23",
        expect![[r#"
        p e Undetermined
          b Unknown: a
          k Unknown: a
          c Unknown: a
          d Unknown: a
          a Unknown: a
          missing a
    "#]],
    );
}

#[test]
fn an_answer_implies_that_its_question_applied_and_that_is_never_asked_again() {
    check(
        QUESTIONS,
        "k = 9",
        "2026-11-23",
        expect![[r#"
        p e Undetermined
          b Met
          k Met
          c Unknown: c
          d Unknown: d
          a Met
          missing c, d
    "#]],
    );
    check(
        "fact headcount integer 0..
         fact since date if headcount > 0
         policy p
         edition e from 2020-01-01
         condition staff headcount >= 1
         condition many headcount >= 3",
        "since = 2024-01-01",
        "2026-11-23",
        expect![[r#"
            p e Undetermined
              staff Met
              many Unknown: headcount
              missing headcount
        "#]],
    );
}

#[test]
fn a_test_that_covers_a_whole_domain_is_decided() {
    check(
        "fact k integer 0..3
         fact open integer 0..
         fact c choice x y z
         fact s choices g h
         fact d date
         policy p
         edition e from 2020-01-01
         condition numbers k in [0, 1, 2, 3]
         condition twice open == 0 or open > 0
         condition choice c == 'x' or c in ['y', 'z']
         condition both 'g' in s or not 'g' in s
         condition hull (if k == 2 then 1 else 3) != 2
         condition days d <= 2026-01-01 or d > 2026-01-01",
        "",
        "2026-11-23",
        expect![[r#"
            p e Eligible
              numbers Met
              twice Met
              choice Met
              both Met
              hull Met
              days Met
        "#]],
    );
}

#[test]
fn what_would_take_the_question_from_an_answer_is_left_out_of_account() {
    // Either `a`, or not `a` and `b`: no fact alone is held by the answer, and still the question applied.
    check(
        "fact a boolean
         fact b boolean if not a else yes
         fact c choice x y z if b else x
         policy p
         edition e from 2020-01-01
         condition b b",
        "c = y",
        "2026-11-23",
        expect![[r#"
            p e Eligible
              b Met
        "#]],
    );
}

#[test]
fn a_factor_with_an_open_end_keeps_its_other_end() {
    check_tests(
        "fact profit money -100..
         fact rate decimal 0..1",
        "",
        "2026-11-23",
        &[
            "profit * 0.3 >= -30",
            "profit * -2 <= 200",
            "profit * rate >= -100",
            "0 * profit == 0",
            "-profit <= 100",
        ],
        expect![[r#"
            profit * 0.3 >= -30    yes
            profit * -2 <= 200     yes
            profit * rate >= -100  yes
            0 * profit == 0        yes
            -profit <= 100         yes
        "#]],
    );
}
