//! Rules over people.

use expect_test::expect;

use crate::support::check;

const RULE: &str = "list hires at_most 9
     fact hires.p boolean
     fact hires.q boolean
     fact registered boolean
     policy p
     edition e from 2020-01-01
     over hires
     condition here registered
     each p p
     each q any { q; officer }
     each once not had('p')
     amount grant | each 1000
     amount flat | if counted >= 3 then 500 else 100";

#[test]
fn with_nobody_entered_only_somebody_is_unmet() {
    check(
        RULE,
        "registered = yes; hires none",
        "2026-11-23",
        expect![[r#"
        p e Ineligible
          here Met
          p Met (0)
          q Met (0)
          once Met (0)
          somebody Unmet (0)
          counted 0
    "#]],
    );
}

#[test]
fn a_list_not_asked_is_missing() {
    check(
        RULE,
        "registered = yes",
        "2026-11-23",
        expect![[r#"
        p e Undetermined
          here Met
          p Unknown (0..9): hires
          q Officer (0..9): hires
          once Met (0..9)
          somebody Unknown (0..9): hires
          counted 0..9
          missing hires
          amount grant 0..9000, whole 0..9000: hires
          amount flat 100..500, whole 100..500: hires
    "#]],
    );
}

#[test]
fn each_person_stands_for_themselves() {
    check(
        RULE,
        "registered = yes; hires a: n = 2, p = yes, q = yes; hires b: p = yes, q = no; hires c: p = no, q = yes; hires d: n = 0..3, p = yes; hires e: p = yes, q = yes; had p on 2026-01-01 for e",
        "2026-11-23",
        expect![[r#"
            p e Eligible
              here Met
              p Met (4..7)
              q Met (5..8)
              once Met (4..7)
              somebody Met (3..6)
              counted 3..6
              entry a Met
              entry b Officer officer: q
              entry c Unmet unmet: p
              entry d Officer officer: q
              entry e Unmet unmet: once
              amount grant 3000..6000, whole 3000..6000: hires (don't know)
              amount flat 500, whole 500
        "#]],
    );
}

#[test]
fn more_to_come_leaves_the_end_open() {
    check(
        RULE,
        "registered = yes; hires a: n = 2, p = yes, q = yes; hires more",
        "2026-11-23",
        expect![[r#"
        p e Eligible
          here Met
          p Met (2..9)
          q Met (2..9)
          once Met (2..9)
          somebody Met (2..9)
          counted 2..9
          entry a Met
          amount grant 2000..9000, whole 2000..9000: hires
          amount flat 100..500, whole 100..500: hires
    "#]],
    );
}

#[test]
fn what_was_received_counts_from_its_day_and_for_whom_it_was() {
    check(
        "list hires
         fact hires.p boolean
         policy flat
         edition e from 2020-01-01
         condition once not had('flat')
         policy person
         edition e from 2020-01-01
         over hires
         condition never not had('person')
         each once not had('person')
         each apart not had('flat')",
        "hires a: p = yes; hires b: p = yes; had flat on 2026-11-24; had person on 2026-11-23 for a",
        "2026-11-23",
        expect![[r#"
            flat e Eligible
              once Met
            person e Ineligible
              never Unmet
              once Met (1)
              apart Met (2)
              somebody Met (1)
              counted 1
              entry a Unmet unmet: once
              entry b Met
        "#]],
    );
    check(
        "list hires
         fact hires.p boolean
         policy flat
         edition e from 2020-01-01
         policy person
         edition e from 2020-01-01
         over hires
         each once not had('person')
         each apart not had('flat')",
        "hires a: p = yes; had flat; had person",
        "2026-11-23",
        expect![[r#"
            flat e Eligible
            person e Ineligible
              once Unknown (0..1): had person
              apart Unmet (0)
              somebody Unmet (0)
              counted 0
              entry a Unmet unmet: apart unknown: once
        "#]],
    );
}

#[test]
fn what_is_derived_of_the_enterprise_is_the_same_at_every_entry() {
    check(
        "list hires
         fact hires.p boolean
         derived taken = had('person')
         policy person
         edition e from 2020-01-01
         over hires
         each not-taken not taken
         each once not had('person')",
        "hires a: p = yes; hires b: p = yes; had person on 2026-01-01 for a",
        "2026-11-23",
        expect![[r#"
            person e Ineligible
              not-taken Unmet (0)
              once Met (1)
              somebody Unmet (0)
              counted 0
              entry a Unmet unmet: not-taken, once
              entry b Unmet unmet: not-taken
        "#]],
    );
}
