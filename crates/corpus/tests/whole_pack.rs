//! What the built-in pack answers to enterprises of which everything is known.

#[path = "../benches/questionnaire/mix.rs"]
mod mix;

use std::collections::BTreeSet;

use corpus::Loaded;
use eligibility::{Missing, Subject, Verdict, assess};
use fastrand::Rng;
use mix::Mix;

/// A realistic handful; each is held against every policy.
const ENTERPRISES: u64 = 60;

/// Who has answered everything is told yes or no of every policy, but where a public figure is not published.
#[test]
fn an_enterprise_that_answers_everything_is_told_where_it_stands() {
    let loaded = Loaded::built_in();
    let catalog = &loaded.catalog;
    let as_of = "2026-11-23".parse().expect("a day of the calendar");
    let mix = Mix::read(catalog);
    let mut asked_again = BTreeSet::new();
    let mut unsaid = BTreeSet::new();
    let mut n_told = 0;
    for seed in 0..ENTERPRISES {
        let profile = mix.draw(catalog, as_of, &mut Rng::with_seed(seed));
        for result in assess(catalog, &profile, as_of).results {
            n_told += 1;
            if result.verdict == Verdict::Undetermined {
                let why = format!("{}: {:?}", result.policy, result.missing);
                let figures = |it: &Missing| matches!(it.subject, Subject::Parameter(_) | Subject::Policy(_));
                if result.missing.is_empty() {
                    unsaid.insert(why);
                } else if !result.missing.iter().all(figures) {
                    asked_again.insert(why);
                }
            }
        }
    }
    assert!(n_told > 100 * ENTERPRISES, "only {n_told} results");
    assert_eq!(asked_again, BTreeSet::new());
    assert_eq!(unsaid, BTreeSet::new());
}
