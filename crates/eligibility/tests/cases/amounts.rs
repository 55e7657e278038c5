//! What one gets: ranges, exact where one fact is open.

use expect_test::expect;

use crate::support::check;

#[test]
fn a_band_of_money_is_exact_to_the_fen() {
    check(
        "fact rent money 0..
         policy p
         edition e from 2020-01-01
         condition some rent > 0
         amount half | min(rent * 0.5, 2000)
         amount twice | rent - min(rent, 1000.01)
         amount hill | if rent <= 3000 then rent else 6000 - rent
         amount flat | 8000",
        "rent = 999.99..4000.01",
        "2026-11-23",
        expect![[r#"
            p e Eligible
              some Met
              amount half 499.995..2000, whole 499.995..2000: rent (don't know)
              amount twice 0..3000, whole 0..3000: rent (don't know)
              amount hill 999.99..3000, whole 999.99..3000: rent (don't know)
              amount flat 8000, whole 8000
        "#]],
    );
}

#[test]
fn only_completions_that_are_open_are_told() {
    check(
        "fact staff integer 0..
         fact first boolean
         policy p
         edition e from 2020-01-01
         condition some staff >= 3
         condition few staff <= 20
         amount each | staff * 100
         amount first | if first then 500 else 0",
        "",
        "2026-11-23",
        expect![[r#"
            p e Undetermined
              some Unknown: staff
              few Unknown: staff
              missing staff
              amount each 300..2000, whole 300..2000: staff
              amount first 0..500, whole 0..500: first
        "#]],
    );
}

#[test]
fn eligible_for_nothing_is_not_ineligible_and_none_is_nothing() {
    check(
        "fact a boolean
         fact d date if a
         policy p
         edition e from 2020-01-01
         amount zero | 0
         amount none | months_between(d, as_of) * 100
         amount match | match { a => 100 }",
        "a = no",
        "2026-11-23",
        expect![[r#"
            p e Eligible
              amount zero 0, whole 0
              amount none 0, whole 0
              amount match 0, whole 0
        "#]],
    );
}

#[test]
fn a_total_is_the_whole_or_what_remains() {
    check(
        "fact d date
         policy p
         edition e from 2020-01-01
         amount monthly | 500 | per month | for 36 | until add_months(d, 36)
         amount yearly | 1000 | per year | for 30 | until 2028-01-31
         amount ended | 500 | per month | until 2026-11-22
         amount last | 500 | per month | until 2026-11-23
         amount open | 500 | per month",
        "d = 2026-01-15",
        "2026-11-23",
        expect![[r#"
            p e Eligible
              amount monthly 500, whole 18000, remaining 13500, until 2029-01-15
              amount yearly 1000, whole 3000, remaining 2000, until 2028-01-31
              amount ended 500, remaining 0, until 2026-11-22
              amount last 500, remaining 500, until 2026-11-23
              amount open 500
        "#]],
    );
}

#[test]
fn what_is_upcoming_is_told_of_its_first_day() {
    check(
        "fact d date
         policy p
         edition e from 2020-01-01
         condition full months_between(d, as_of) >= 12
         amount monthly | 100 * year(as_of) | per month | until 2028-12-31",
        "d = 2026-01-31",
        "2026-11-23",
        expect![[r#"
            p e Upcoming 2027-01-31
              full Unmet
              amount monthly 202700, remaining 4864800, until 2028-12-31
        "#]],
    );
}

#[test]
fn a_sum_over_people_hangs_on_one_fact_of_the_enterprise() {
    check(
        "fact here boolean
         list hires
         fact hires.p boolean
         policy p
         edition e from 2020-01-01
         over hires
         each any true
         amount grant | each if p == here then 1000 else 0",
        "hires a: p = yes; hires b: p = no; hires c: p = yes",
        "2026-11-23",
        expect![[r#"
            p e Eligible
              any Met (3)
              somebody Met (3)
              counted 3
              entry a Met
              entry b Met
              entry c Met
              amount grant 1000..2000, whole 1000..2000: here
        "#]],
    );
}

#[test]
fn a_ceiling_is_anything_from_nothing_up_to_it() {
    check(
        "fact rent money 0..
         list hires
         fact hires.wage money 0..
         policy ceiling
         edition e from 2020-01-01
         amount known | 8000 | up to
         amount asked | rent * 0.5 | up to
         amount below | 0 - 100 | up to
         amount monthly | 100 | up to | per month | for 3
         amount open | up to | kind loan
         policy people
         edition e from 2020-01-01
         over hires
         each paid wage > 0
         amount each | each wage | up to | per month | for 2
         policy second
         edition e from 2020-01-01
         condition less amount('ceiling', 'known') <= 8000
         condition half amount('ceiling', 'known') <= 4000",
        "rent = 100..300
         hires a: wage = 30
         hires b: wage = 12",
        "2026-11-23",
        expect![[r#"
            ceiling e Eligible
              amount known 0..8000 (a ceiling), whole 0..8000
              amount asked 0..150 (a ceiling), whole 0..150: rent (don't know)
              amount below 0 (a ceiling), whole 0
              amount monthly 0..100 (a ceiling), whole 0..300
              amount open open (a ceiling)
            people e Eligible
              paid Met (2)
              somebody Met (2)
              counted 2
              entry a Met
              entry b Met
              amount each 0..42 (a ceiling), whole 0..84
            second e Undetermined
              less Met
              half Unknown: policy ceiling (not computable)
              missing policy ceiling (not computable)
        "#]],
    );
}
