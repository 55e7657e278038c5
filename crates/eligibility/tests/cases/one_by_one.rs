//! Person by person: what each brings and until when, no one twice, one more, what happens when.

use std::collections::BTreeSet;

use eligibility::{Choice, assess, clashes, one_more, shares, sums, timeline};
use expect_test::{Expect, expect};
use policy::Interval;

use crate::support::{catalog, day, profile, shown};

/// A monthly subsidy for 36 months, and two one-off ones of which a person serves one.
const PACK: &str = "list hires
     fact hires.hired_on date
     fact hires.months integer 0..
     fact hires.young boolean
     fact hires.local boolean
     parameter wage 2024-01-01 = 2000, 2026-07-01 = 2200
     group young of hires | hired_on = as_of | months = 12 | young = true | local = false
     group local of hires | hired_on = as_of | months = 24 | young = false | local = true
     policy big
     edition e from 2020-01-01
     over hires
     each young young
     each contract months >= 12
     amount grant | each 2000
     excludes small each hires
     policy monthly
     edition e from 2020-01-01
     over hires
     each local local
     each tried add_months(hired_on, 3) <= as_of
     window closes 2028-01-31
     amount grant | each 0.5 * param(wage) | per month | from hired_on | until add_months(hired_on, 36)
     amount back | each months(hired_on, as_of, m => 0.1 * param(wage, m))
     policy small
     edition e from 2020-01-01
     over hires
     each known young or local
     amount grant | each 1500";

const PEOPLE: &str = "hires a: n = 2, hired_on = 2026-01-15, months = 12, young = yes, local = no
     hires b: hired_on = 2026-05-20, months = 24, young = no, local = yes
     hires c: hired_on = 2026-10-01, months = 6, young = yes, local = yes";

const TODAY: &str = "2026-11-23";

#[track_caller]
fn check_shares(policy: &str, expect: Expect) {
    let catalog = catalog(PACK);
    let profile = profile(&catalog, PEOPLE);
    let edition = &catalog.policy(policy).unwrap().editions[0];
    let shares = shares(&catalog, edition, &profile, day(TODAY), Interval::exactly(day(TODAY)));
    expect.assert_eq(&shares.iter().map(|it| shown::share(&catalog, it)).collect::<String>());
}

#[track_caller]
fn check_clashes(people: &str, choices: &[(&str, Option<&str>)], expect: Expect) {
    let catalog = catalog(PACK);
    let profile = profile(&catalog, people);
    let assessment = assess(&catalog, &profile, day(TODAY));
    let choice = |(policy, entry): &(&str, Option<&str>)| Choice {
        policy: policy.parse().unwrap(),
        entry: entry.map(|it| it.parse().unwrap()),
    };
    let choices: BTreeSet<Choice> = choices.iter().map(choice).collect();
    let clashes = clashes(&catalog, &assessment, &profile, &choices);
    expect.assert_eq(&clashes.iter().map(shown::clash).collect::<String>());
}

#[test]
fn each_share_says_person_months_rate() {
    // b was hired on 20 May and c on 1 October: three months later c does not count yet.
    // Half of 2,200 for each of the months from November 2026 to May 2029: 31.
    // A tenth of 2,000 for May and June, of 2,200 for July to November.
    check_shares(
        "monthly",
        expect![[r#"
            grant b x 1: (0.5 x wage 2200) = 1100, from 2026-05-20, until 2029-05-20, remaining 34100
            back b x 1: ((2 months x (0.1 x wage 2000)) + (5 months x (0.1 x wage 2200))) = 1500, whole 1500
        "#]],
    );
}

#[test]
fn several_alike_share_alike() {
    check_shares(
        "big",
        expect![[r#"
        grant a x 2: 2000 = 2000, whole 4000
    "#]],
    );
}

#[test]
fn each_serves_where_they_bring_most() {
    // Two by 2,000; b and c by 1,500: c's contract is too short for the larger one.
    check_clashes(
        PEOPLE,
        &[],
        expect![[r#"
        total 7000 of 7000
          big taken 4000 of 4000: a | 
          small taken 3000 of 6000: b c | a
    "#]],
    );
}

#[test]
fn the_reader_chooses_otherwise() {
    check_clashes(
        PEOPLE,
        &[("small", Some("a"))],
        expect![[r#"
        total 6000 of 7000
          big left 0 of 4000:  | a
          small taken 6000 of 6000: a b c | 
    "#]],
    );
}

#[test]
fn where_a_sum_is_not_known_the_certain_part_decides() {
    let people = "hires a: n = 1..3, hired_on = 2026-01-15, months = 12, young = yes, local = no
        hires b: hired_on = 2026-01-15, months = 12, local = yes";
    check_clashes(
        people,
        &[],
        expect![[r#"
        total 3500..7500 of 3500..7500 at least
          big taken 2000..6000 of 2000..8000: a | b
          small taken 1500 of 3000..6000: b | a
    "#]],
    );
}

#[test]
fn one_more_opens_and_grows() {
    let catalog = catalog(PACK);
    let profile = profile(&catalog, "hires a: hired_on = 2026-01-15, months = 12, young = yes, local = no");
    let assessment = assess(&catalog, &profile, day(TODAY));
    let more = one_more(&catalog, &profile, &assessment);
    let expect = expect![[r#"
        young
          big Some(Eligible) to Eligible, grant 2000 (or small)
          small Some(Eligible) to Eligible, grant 1500 (or big)
        local
          monthly Some(Ineligible) to Upcoming from 2027-02-23, grant 1100 remaining 37400, back 880
          small Some(Eligible) to Eligible, grant 1500
    "#]];
    expect.assert_eq(&more.iter().map(shown::one_more).collect::<String>());
}

#[test]
fn one_more_of_a_list_not_asked() {
    let catalog = catalog(PACK);
    let profile = profile(&catalog, "");
    let assessment = assess(&catalog, &profile, day(TODAY));
    let more = one_more(&catalog, &profile, &assessment);
    let expect = expect![[r#"
        young
          big Some(Undetermined) to Eligible, grant 2000 (or small)
          small Some(Undetermined) to Eligible, grant 1500 (or big)
        local
          small Some(Undetermined) to Eligible, grant 1500
    "#]];
    expect.assert_eq(&more.iter().map(shown::one_more).collect::<String>());
}

#[test]
fn what_begins_and_ends_when() {
    let catalog = catalog(PACK);
    let profile = profile(&catalog, PEOPLE);
    let assessment = assess(&catalog, &profile, day(TODAY));
    let events = timeline(&catalog, &assessment, &profile);
    let expect = expect![[r#"
        2027-01-01 monthly c counts
        2028-01-31 monthly window closes
        2029-05-20 monthly grant of b ends
    "#]];
    expect.assert_eq(&events.iter().map(shown::event).collect::<String>());
}

#[test]
fn of_too_many_supports_a_good_use_is_told_and_none_is_left_out() {
    let many: String = (10..23)
        .map(|it| {
            format!(
                "policy p{it}\n edition e from 2020-01-01\n amount grant | {it}00\n excludes p{}\n",
                10 + (it - 9) % 13
            )
        })
        .collect();
    let catalog = catalog(&many);
    let profile = profile(&catalog, "");
    let assessment = assess(&catalog, &profile, day(TODAY));
    let chosen = Choice { policy: "p13".parse().unwrap(), entry: None };
    let clashes = clashes(&catalog, &assessment, &profile, &BTreeSet::from([chosen]));
    let shown = clashes.iter().map(shown::clash).collect::<String>();
    // In a ring of thirteen: every other one, and without the choice the greater half of them.
    assert!(shown.starts_with("total 10000 of 10200 at least, a good use, none above 20800\n"), "{shown}");
    assert_eq!(clashes[0].members.len(), 13);
    let taken = clashes[0].members.iter().filter(|it| it.taken).map(|it| it.policy.as_str());
    assert_eq!(taken.collect::<Vec<_>>(), ["p11", "p13", "p16", "p18", "p20", "p22"]);
}

/// Two subsidies that exclude each other, one of them with a ceiling only, and a sum that grows with each person.
const CEILINGS: &str = "list hires
     fact hires.young boolean
     group young of hires | young = true
     policy generous
     edition e from 2020-01-01
     over hires
     each young young
     amount grant | each 9000 | up to
     excludes plain each hires
     policy plain
     edition e from 2020-01-01
     over hires
     each young young
     amount grant | each 1500
     policy rent
     edition e from 2020-01-01
     amount rent | 3000 * count(hires) | up to";

#[test]
fn what_is_up_to_somebody_is_possible_and_never_certain() {
    let catalog = catalog(CEILINGS);
    let profile = profile(&catalog, "hires a: n = 2, young = yes");
    let assessment = assess(&catalog, &profile, day(TODAY));
    let edition = &catalog.policy("generous").unwrap().editions[0];
    let shares = shares(&catalog, edition, &profile, day(TODAY), Interval::exactly(day(TODAY)));
    let clashes = clashes(&catalog, &assessment, &profile, &BTreeSet::new());
    let gains = one_more(&catalog, &profile, &assessment);
    let mut told: String = shares.iter().map(|it| shown::share(&catalog, it)).collect();
    told.extend(clashes.iter().map(shown::clash));
    told.extend(gains.iter().map(shown::one_more));
    expect![[r#"
        grant a x 2: 9000 = 0..9000, whole 0..18000
        total 3000 of 3000 at least
          generous left 0 of 0..18000:  | a
          plain taken 3000 of 3000: a | 
        young
          generous Some(Eligible) to Eligible, grant 0..9000 (or plain)
          plain Some(Eligible) to Eligible, grant 1500 (or generous)
          rent Some(Eligible) to Eligible, rent 0..3000
    "#]]
    .assert_eq(&told);
}

/// Two deductions from one tax of the year, a person bringing one of them.
const TAXES: &str = "list hires
     fact hires.soldier boolean
     fact hires.unemployed boolean
     fact tax money 0..
     group unemployed of hires | soldier = false | unemployed = true
     policy soldiers
     edition e from 2020-01-01
     over hires
     each soldier soldier
     amount deduction | each 9000 | kind tax-relief | per year | within tax
     excludes unemployed each hires
     policy unemployed
     edition e from 2020-01-01
     over hires
     each unemployed unemployed
     amount deduction | each 7800 | kind tax-relief | per year | within tax
     policy grant
     edition e from 2020-01-01
     over hires
     each unemployed unemployed
     amount grant | each 2000
     excludes unemployed each hires";

const SOLDIERS: &str = "hires a: soldier = yes, unemployed = no
     hires b: soldier = yes, unemployed = yes
     hires c: soldier = no, unemployed = yes";

#[track_caller]
fn check_taxes(tax: &str, expect: Expect) {
    let catalog = catalog(TAXES);
    let profile = profile(&catalog, &format!("tax = {tax}; {SOLDIERS}"));
    let assessment = assess(&catalog, &profile, day(TODAY));
    let mut told = String::new();
    for result in &assessment.results {
        told +=
            &shown::result(&catalog, result).lines().filter(|it| it.contains("amount")).collect::<String>();
        told += "\n";
    }
    let clashes = clashes(&catalog, &assessment, &profile, &BTreeSet::new());
    told.extend(clashes.iter().map(shown::clash));
    let sums = sums(&catalog, &assessment, &profile, &BTreeSet::new());
    told.extend(sums.iter().map(|(purse, it)| {
        let open = if it.unbounded { " and more" } else { "" };
        format!("{purse:?}: {} to confirm, {} possible{open}\n", it.to_confirm, it.possible)
    }));
    expect.assert_eq(&told);
}

#[test]
fn what_several_draw_from_one_source_is_never_more_than_it_holds() {
    check_taxes(
        "100000",
        expect![[r#"
              amount grant 4000, whole 4000
              amount deduction 18000
              amount deduction 15600
            total 27800 of 27800
              grant taken 2000 of 4000: b | c
              soldiers taken 18000 of 18000: a b | 
              unemployed taken 7800 of 15600: c | b
              soldiers, unemployed draw from 100000
            Grants: 2000 to confirm, 2000 possible
            TaxRelief: 25800 to confirm, 0 possible
        "#]],
    );
}

#[test]
fn where_a_source_runs_dry_whoever_can_serves_something_else() {
    // 9,000 of the soldiers alone are all there is: the unemployed bring the grant instead.
    check_taxes(
        "9000",
        expect![[r#"
          amount grant 4000, whole 4000
          amount deduction 9000
          amount deduction 9000
        total 13000 of 13000
          grant taken 4000 of 4000: b c | 
          soldiers taken 9000 of 9000: a b | 
          unemployed left 0 of 9000:  | b c
          soldiers, unemployed draw from 9000
        Grants: 4000 to confirm, 0 possible
        TaxRelief: 9000 to confirm, 0 possible
    "#]],
    );
}

#[test]
fn what_is_drawn_is_as_uncertain_as_its_source() {
    check_taxes(
        "5000..20000",
        expect![[r#"
          amount grant 4000, whole 4000
          amount deduction 5000..18000: tax (don't know)
          amount deduction 5000..15600: tax (don't know)
        total 9000..22000 of 9000..22000 at least
          grant taken 4000 of 4000: b c | 
          soldiers taken 5000..18000 of 5000..18000: a b | 
          unemployed left 0 of 5000..15600:  | b c
          soldiers, unemployed draw from 5000..20000
        Grants: 4000 to confirm, 0 possible
        TaxRelief: 5000 to confirm, 15000 possible
    "#]],
    );
    check_taxes(
        "?",
        expect![[r#"
              amount grant 4000, whole 4000
              amount deduction 0..18000: tax (don't know)
              amount deduction 0..15600: tax (don't know)
            total 4000..22000 of 4000..22000 at least
              grant taken 4000 of 4000: b c | 
              soldiers taken 0..18000 of 0..18000: a b | 
              unemployed left 0 of 0..15600:  | b c
              soldiers, unemployed draw from 0..
            Grants: 4000 to confirm, 0 possible
            TaxRelief: 0 to confirm, 25800 possible
        "#]],
    );
}

#[test]
fn one_more_brings_no_more_than_is_left_in_the_source() {
    let catalog = catalog(TAXES);
    let told = |tax: &str| {
        let profile = profile(&catalog, &format!("tax = {tax}; hires c: soldier = no, unemployed = yes"));
        let assessment = assess(&catalog, &profile, day(TODAY));
        one_more(&catalog, &profile, &assessment).iter().map(shown::one_more).collect::<String>()
    };
    let expect = expect![[r#"
        unemployed
          grant Some(Eligible) to Eligible, grant 2000 (or unemployed)
          unemployed Some(Eligible) to Eligible, deduction 7800 (or grant)
        unemployed
          grant Some(Eligible) to Eligible, grant 2000 (or unemployed)
          unemployed Some(Eligible) to Eligible, deduction 2200 (or grant)
        unemployed
          grant Some(Eligible) to Eligible, grant 2000 (or unemployed)
          unemployed Some(Eligible) to Eligible, deduction 0..7800 (or grant)
    "#]];
    expect.assert_eq(&[told("100000"), told("10000"), told("5000..20000")].concat());
}

/// Two that are open, of which one excludes what may still open.
const WAITING: &str = "list hires
     fact hires.young boolean
     fact certified boolean
     fact rent money 0..
     policy award
     edition e from 2020-01-01
     condition certified certified
     amount grant | 5000
     excludes grant
     policy bonus
     edition e from 2020-01-01
     condition day as_of >= 2027-03-01
     amount grant | 800
     excludes grant
     policy each-young
     edition e from 2020-01-01
     over hires
     each young young
     amount grant | each 2000
     policy grant
     edition e from 2020-01-01
     amount grant | 1000
     policy rents
     edition e from 2020-01-01
     condition certified certified
     amount grant | rent
     excludes grant
     policy rival
     edition e from 2020-01-01
     condition certified certified
     over hires
     each anyone true
     amount grant | each 1500
     excludes each-young each hires";

#[test]
fn what_may_open_yet_is_told_with_what_it_would_change() {
    let people = "hires a: young = yes; hires b: young = no";
    check_waiting(
        people,
        expect![[r#"
        total 1000 of 1000
          grant taken 1000 of 1000:  | 
          award Undetermined, 5000 alone: taken, not grant, 4000 more
          bonus Upcoming, 800 alone: left, 0 more
          rents Undetermined, 0.. alone: taken, not grant, more without bound
        total 2000 of 2000
          each-young taken 2000 of 2000: a | 
          rival Undetermined, 3000 alone: taken, 1500 more
    "#]],
    );
}

#[track_caller]
fn check_waiting(people: &str, expect: Expect) {
    let catalog = catalog(WAITING);
    let profile = profile(&catalog, people);
    let assessment = assess(&catalog, &profile, day(TODAY));
    let clashes = clashes(&catalog, &assessment, &profile, &BTreeSet::new());
    expect.assert_eq(&clashes.iter().map(shown::clash).collect::<String>());
}
