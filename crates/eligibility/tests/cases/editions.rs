//! Which edition answers, and how it stands.

use expect_test::expect;

use crate::support::{catalog, check, check_days, day};

#[test]
fn by_day_one_edition_takes_the_place_of_the_other() {
    let rule = "fact k integer 0..9
         policy p
         edition e1 from 2024-01-01 to 2026-12-31
         condition k k >= 5
         edition e2 from 2026-01-01
         condition k k >= 3
         edition e3 from 2027-01-01
         condition k k >= 1";
    let days = &["2023-12-31", "2024-01-01", "2025-12-31", "2026-01-01", "2026-12-31", "2027-01-01"];
    check_days(
        rule,
        "k = 4",
        days,
        expect![[r#"
        2023-12-31: 
        2024-01-01: e1 Ineligible
        2025-12-31: e1 Ineligible
        2026-01-01: e2 Eligible
        2026-12-31: e2 Eligible
        2027-01-01: e3 Eligible
    "#]],
    );
}

#[test]
fn an_edition_that_ended_has_lapsed() {
    check(
        "policy p
         edition e1 from 2024-01-01 to 2025-12-31
         policy q
         edition e1 from 2027-01-01",
        "",
        "2026-01-01",
        expect![[r#"
            p e1: Lapsed
            q e1: NotYet
        "#]],
    );
}

const BY_EVENT: &str = "fact loan_on date
     policy p
     edition y2024 from 2024-01-01 to 2024-12-31 by loan_on
     condition any true
     edition y2025 from 2025-01-01 by loan_on
     condition any true";

#[test]
fn an_event_picks_the_edition_which_lives_on_for_twelve_months() {
    let days = &["2024-12-31", "2025-12-31", "2026-01-01"];
    check_days(
        BY_EVENT,
        "loan_on = 2024-12-31",
        days,
        expect![[r#"
        2024-12-31: y2024 Eligible
        2025-12-31: y2024 Eligible
        2026-01-01: y2025 Ineligible
    "#]],
    );
    check_days(
        BY_EVENT,
        "loan_on = 2025-01-01",
        days,
        expect![[r#"
        2024-12-31: y2024 Ineligible
        2025-12-31: y2025 Eligible
        2026-01-01: y2025 Eligible
    "#]],
    );
    check_days(
        BY_EVENT,
        "loan_on = 2024-12-01..2025-02-01",
        days,
        expect![[r#"
        2024-12-31: y2024 Undetermined
        2025-12-31: y2024 Undetermined, y2025 Undetermined
        2026-01-01: y2025 Undetermined
    "#]],
    );
    check_days(
        BY_EVENT,
        "",
        days,
        expect![[r#"
        2024-12-31: y2024 Undetermined
        2025-12-31: y2025 Undetermined
        2026-01-01: y2025 Undetermined
    "#]],
    );
    check_days(
        BY_EVENT,
        "loan_on = 2026-03-01",
        days,
        expect![[r#"
        2024-12-31: y2024 Ineligible
        2025-12-31: y2025 Upcoming 2026-03-01
        2026-01-01: y2025 Upcoming 2026-03-01
    "#]],
    );
}

#[test]
fn with_windows_it_lives_on_until_they_close() {
    let rule = "fact loan_on date
         policy p
         edition y2024 from 2024-01-01 to 2024-12-31 by loan_on
         window closes add_months(loan_on, 24)";
    let days = &["2026-06-30", "2026-07-01"];
    check_days(
        rule,
        "loan_on = 2024-06-30",
        days,
        expect![[r#"
        2026-06-30: y2024 Eligible
        2026-07-01: 
    "#]],
    );
}

#[test]
fn each_person_picks_the_edition_of_their_day() {
    check(
        "list hires
         fact hires.hired_on date
         policy p
         edition y2024 from 2024-01-01 to 2024-12-31 by hired_on
         over hires
         each any true
         amount grant | each 1000
         edition y2025 from 2025-01-01 by hired_on
         over hires
         each any true
         amount grant | each 2000",
        "hires a: hired_on = 2024-12-31; hires b: n = 2, hired_on = 2025-01-01; hires c: hired_on = 2025-12-01; hires d: hired_on = 2024-12-31..2025-01-01",
        "2025-11-23",
        expect![[r#"
            p y2024 Eligible
              any Met (1..2)
              somebody Met (1..2)
              counted 1..2
              entry a Met
              entry b OtherEdition
              entry c OtherEdition
              entry d Unknown
              amount grant 1000..2000, whole 1000..2000: hires.d.hired_on (don't know)
            p y2025 Eligible
              any Met (3..4)
              somebody Met (2..3)
              counted 2..3
              entry a OtherEdition
              entry b Met
              entry c NotYet
              entry d Unknown
              amount grant 4000..6000, whole 4000..6000: hires.d.hired_on (don't know)
        "#]],
    );
}

#[test]
fn a_standing_is_told_as_of_its_day() {
    let catalog = catalog(
        "policy p
         edition vague from 2023
         status in-force 2024-11-15
         edition bounded from 2024-06-01 to 2027-06-01
         status in-force 2026-11-01
         edition gone from 2025-01-01
         status superseded 2026-01-01
         edition unknown from 2026-01-01",
    );
    let mut text = String::new();
    for as_of in ["2024-11-14", "2024-11-15", "2025-11-15", "2025-11-16", "2026-11-02"] {
        for edition in &catalog.policies[0].editions {
            let standing = eligibility::standing_of(edition, day(as_of));
            let seen = standing.last_seen.map_or("-".to_owned(), |it| it.to_string());
            let sure = if standing.to_confirm { "to confirm" } else { "sure" };
            text += &format!("{as_of} {}: {:?}, {seen}, {sure}\n", edition.id, standing.value);
        }
    }
    expect![[r#"
        2024-11-14 vague: Unknown, -, to confirm
        2024-11-14 bounded: InForce, -, sure
        2024-11-14 gone: Unknown, -, to confirm
        2024-11-14 unknown: Unknown, -, to confirm
        2024-11-15 vague: InForce, -, sure
        2024-11-15 bounded: InForce, -, sure
        2024-11-15 gone: Unknown, -, to confirm
        2024-11-15 unknown: Unknown, -, to confirm
        2025-11-15 vague: InForce, -, sure
        2025-11-15 bounded: InForce, -, sure
        2025-11-15 gone: Unknown, -, to confirm
        2025-11-15 unknown: Unknown, -, to confirm
        2025-11-16 vague: InForce, 2024-11-15, to confirm
        2025-11-16 bounded: InForce, -, sure
        2025-11-16 gone: Unknown, -, to confirm
        2025-11-16 unknown: Unknown, -, to confirm
        2026-11-02 vague: InForce, 2024-11-15, to confirm
        2026-11-02 bounded: InForce, -, sure
        2026-11-02 gone: Superseded, -, sure
        2026-11-02 unknown: Unknown, -, to confirm
    "#]]
    .assert_eq(&text);
}
