//! What a condition may come out as over everything that could be told: for authors, who should hear of one that
//! nobody can meet, and of one that nobody can fail.

use std::collections::BTreeMap;

use policy::{
    Answer, Catalog, Date, Entries, Entry, FactRef, Interval, ListRef, Number, Owner, Profile, Requirement,
    Value,
    truth::{Answered, Outcomes},
};

use crate::{
    assess::in_world,
    memo::Question,
    split::{self, Budget},
    witness::{self, End},
    world::World,
};

/// How many parts of what is unknown may be looked at on one day.
const BUDGET: u32 = 256;

/// Of whom a condition is told, and what is taken for known of them; all else may be anything.
#[derive(Debug, Clone, Default)]
pub struct Supposed {
    /// The list that the condition is told of each entry of; the enterprise where left out.
    pub of: Option<ListRef>,
    /// What is known.
    pub known: Vec<(FactRef, Value)>,
}

/// What a requirement may come out as on any of these days, whatever else is told.
///
/// Nothing that is possible is missing: where only "no" is left, nobody can meet it on those days, and where only
/// "yes" is left, nobody can fail. More than one answer may be left because the search ended.
pub fn prospect(
    catalog: &Catalog,
    requirement: &Requirement,
    supposed: &Supposed,
    days: &[Date],
) -> Outcomes {
    let profile = profile(catalog, supposed);
    let mut all: Option<Outcomes> = None;
    for day in days {
        let that_day = in_world(catalog, &profile, *day, |world| {
            let at = supposed.of.map_or(*world, |list| world.at(list, 0));
            decided(&at, requirement)
        });
        let so_far = all.map_or(that_day, |it| it.join(that_day));
        all = Some(so_far);
        if so_far.may_be(Answered::No) && so_far != Outcomes::NO {
            break;
        }
    }
    all.unwrap_or(Outcomes::UNKNOWN)
}

/// One of whom nothing is known but what is supposed. What was received before is not known either.
fn profile(catalog: &Catalog, supposed: &Supposed) -> Profile {
    let mut profile = Profile { more_had: true, ..Profile::default() };
    let mut of_entry = BTreeMap::new();
    for (fact, value) in &supposed.known {
        let answers = match catalog.fact(*fact).owner {
            Owner::Enterprise => &mut profile.answers,
            Owner::Entry(_) => &mut of_entry,
        };
        answers.insert(*fact, Answer::Known(*value));
    }
    if let Some(list) = supposed.of {
        let id = "anyone".parse().expect("the word is an id");
        let n = Interval::new(Some(Number::ONE), None).unwrap_or(Interval::ANY);
        let entry = Entry { id, n, answers: of_entry };
        profile.lists.insert(list, Entries { entries: vec![entry], more: true });
    }
    profile
}

/// Two completions that differ settle it; else all that is possible is gone through, as far as that leads.
fn decided(world: &World<'_>, requirement: &Requirement) -> Outcomes {
    let ask = |it: &World<'_>| it.requirement(requirement);
    let (outcome, hangs) = world.memo.watching(|| ask(world));
    let is_plain = world.is_plain(&hangs);
    let reaches = |end| witness::reach_requirement(world, requirement, end).is_some();
    if outcome.iter().count() == 1 || is_plain || (reaches(End::Open) && reaches(End::Shut)) {
        return outcome;
    }
    let cuts = Question::Requirement(requirement).cuts(world);
    split::refine(world, &cuts, &Budget::new(BUDGET), &ask)
}
