//! Packs and profiles from shorthand, results as text: what the tests of this crate are written in.

#![allow(dead_code, reason = "each test program uses the part that it needs")]

mod pack;
mod profile;
mod shown;

use eligibility::assess;
use expect_test::Expect;
use policy::{Catalog, Date};

pub(crate) use pack::catalog;
pub(crate) use profile::profile;
pub(crate) use shown::{clash, event, one_more, result, share};

/// A day as written.
pub(crate) fn day(text: &str) -> Date {
    text.parse().expect("tests write days of the calendar")
}

/// Assesses a whole pack for one profile and compares what a reader would be told.
#[track_caller]
pub(crate) fn check(pack: &str, facts: &str, as_of: &str, expect: Expect) {
    let catalog = catalog(pack);
    expect.assert_eq(&told(&catalog, facts, as_of));
}

/// What a reader would be told of a whole pack.
pub(crate) fn told(catalog: &Catalog, facts: &str, as_of: &str) -> String {
    let assessment = assess(catalog, &profile(catalog, facts), day(as_of));
    let mut text = String::new();
    for it in &assessment.results {
        text += &result(catalog, it);
    }
    for it in &assessment.withheld {
        text += &format!("{} {}: {:?}\n", it.policy, it.edition, it.lapse);
    }
    text
}

/// The same rule on several days, a line for each: the verdict and the first day.
#[track_caller]
pub(crate) fn check_days(pack: &str, facts: &str, days: &[&str], expect: Expect) {
    let catalog = catalog(pack);
    let mut text = String::new();
    for as_of in days {
        let assessment = assess(&catalog, &profile(&catalog, facts), day(as_of));
        let told: Vec<String> = assessment.results.iter().map(shown::headline).collect();
        text += &format!("{as_of}: {}\n", told.join(", "));
    }
    expect.assert_eq(&text);
}

/// Tests for one profile, a line for each: yes, no, or either.
#[track_caller]
pub(crate) fn check_tests(pack: &str, facts: &str, as_of: &str, tests: &[&str], expect: Expect) {
    let rules: Vec<String> = tests
        .iter()
        .enumerate()
        .map(|(idx, test)| format!("policy p{idx:03}\nedition e from 1900-01-01\ncondition c {test}\n"))
        .collect();
    let catalog = catalog(&format!("{pack}\n{}", rules.concat()));
    let profile = profile(&catalog, facts);
    let width = tests.iter().map(|it| it.len()).max().unwrap_or(0);
    let mut text = String::new();
    for (test, policy) in
        tests.iter().zip(catalog.policies.iter().filter(|it| it.id.as_str().starts_with('p')))
    {
        let requirement = &policy.editions[0].rule.conditions[0].requirement;
        let policy::Requirement::Test(formula) = requirement else { panic!("`{test}` is a test") };
        let outcome = eligibility::holds(&catalog, &formula.tree, &profile, day(as_of));
        text += &format!("{test:width$}  {outcome:?}\n");
    }
    expect.assert_eq(&text);
}
