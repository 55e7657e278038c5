//! The short answer, what is missing, and one policy asking for another.

use expect_test::expect;

use crate::support::check;

const BASE: &str = "fact a boolean
     fact b boolean
     fact k integer 0..9
     policy base
     edition e from 2020-01-01
     condition a a
     condition office officer
     amount grant | k * 100
     policy top
     edition e from 2020-01-01
     condition base qualifies('base')
     condition enough amount('base', 'grant') >= 300
     condition b b";

#[test]
fn a_policy_may_ask_for_another() {
    check(
        BASE,
        "a = yes; b = yes; k = 3",
        "2026-11-23",
        expect![[r#"
        base e Eligible
          a Met
          office Officer
          amount grant 300, whole 300
        top e Eligible
          base Met
          enough Met
          b Met
    "#]],
    );
    check(
        BASE,
        "a = no; b = yes; k = 3",
        "2026-11-23",
        expect![[r#"
        base e Ineligible
          a Unmet
          office Officer
        top e Ineligible
          base Unmet
          enough Met
          b Met
    "#]],
    );
    check(
        BASE,
        "b = yes; k = 2..5",
        "2026-11-23",
        expect![[r#"
        base e Undetermined
          a Unknown: a
          office Officer
          missing a
          amount grant 200..500, whole 200..500: k (don't know)
        top e Undetermined
          base Unknown: a
          enough Unknown: a
          b Met
          missing a
    "#]],
    );
    check(
        BASE,
        "k = 2",
        "2026-11-23",
        expect![[r#"
        base e Undetermined
          a Unknown: a
          office Officer
          missing a
          amount grant 200, whole 200
        top e Ineligible
          base Unknown: a
          enough Unmet
          b Unknown: b
    "#]],
    );
}

#[test]
fn what_hangs_together_is_decided_together() {
    check(
        "fact a boolean
         fact b boolean
         policy base
         edition e from 2020-01-01
         condition a a
         policy never
         edition e from 2020-01-01
         condition a not a
         condition base qualifies('base') or b and not b
         policy always
         edition e from 2020-01-01
         condition either any { a; all { not a; b }; not { b } }
         policy office
         edition e from 2020-01-01
         condition spared any { a; officer }
         condition both any { not a; officer }",
        "",
        "2026-11-23",
        expect![[r#"
            always e Eligible
              either Met
            base e Undetermined
              a Unknown: a
              missing a
            never e Ineligible
              a Unknown: a
              base Unknown: a, b
            office e Eligible
              spared Officer: a
              both Officer: a
        "#]],
    );
}

#[test]
fn conditions_hold_and_the_window_is_shut() {
    let rule = "fact a boolean
         policy p
         edition e from 2020-01-01
         condition a a
         window closes 2026-06-30";
    check(
        rule,
        "a = yes",
        "2026-11-23",
        expect![[r#"
        p e Missed
          a Met
    "#]],
    );
    check(
        rule,
        "a = no",
        "2026-11-23",
        expect![[r#"
        p e Ineligible
          a Unmet
    "#]],
    );
    check(
        rule,
        "",
        "2026-11-23",
        expect![[r#"
        p e Ineligible
          a Unknown: a
    "#]],
    );
}

#[test]
fn a_policy_without_conditions_is_for_everyone() {
    check(
        "policy p\nedition e from 2020-01-01",
        "",
        "2026-11-23",
        expect![[r#"
        p e Eligible
    "#]],
    );
}

#[test]
fn an_assumed_derived_fact_stands_in_for_what_it_computes() {
    check(
        "fact k integer 0..9
         derived small = k < 5
         policy p
         edition e from 2020-01-01
         condition small small",
        "k = 9; assume small = yes",
        "2026-11-23",
        expect![[r#"
            p e Eligible
              small Met
        "#]],
    );
}
