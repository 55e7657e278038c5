//! What happens when, if nothing but time passes: doors that open and close, months of people that begin and end.

use policy::{Catalog, Date, Edition, Id, Interval, PolicyId, Possible, Profile};

use crate::{
    Assessment, PolicyResult, StandingOutcome, Verdict,
    share::{counts_from, shares},
};

/// Something that happens on a day to come, or between two.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// The first and last possible day.
    pub on: Interval<Date>,
    /// To which support.
    pub policy: PolicyId,
    /// In which edition.
    pub edition: Id,
    /// What.
    pub what: Happening,
}

impl Event {
    fn is_told_by(&self, other: &Event) -> bool {
        let same = match (&self.what, &other.what) {
            (Happening::EntryEnds { entry: a, .. }, Happening::EntryEnds { entry: b, .. }) => a == b,
            (Happening::Ends { .. }, Happening::Ends { .. }) => true,
            (a, b) => a == b,
        };
        same && (self.on, &self.policy, &self.edition) == (other.on, &other.policy, &other.edition)
    }
}

/// What happens.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Happening {
    /// One becomes eligible.
    Opens,
    /// A window of application opens.
    WindowOpens,
    /// The last day to apply.
    WindowCloses,
    /// An amount runs until that day.
    Ends {
        /// The amount.
        amount: Id,
    },
    /// An entry begins to count.
    CountsFrom {
        /// Which entry.
        entry: Id,
    },
    /// What an entry brings ends.
    EntryEnds {
        /// Which entry.
        entry: Id,
        /// The amount.
        amount: Id,
    },
}

/// Everything that is to come for what one has, will have or may have, by day.
pub fn timeline(catalog: &Catalog, assessment: &Assessment, profile: &Profile) -> Vec<Event> {
    let mut events: Vec<Event> = Vec::new();
    for result in &assessment.results {
        let Ok(policy) = catalog.policy(result.policy.as_str()) else { continue };
        let Some(edition) = policy.editions.iter().find(|it| it.id == result.edition) else { continue };
        let mut add = |on: Interval<Date>, what: Happening| {
            if on.high().is_none_or(|it| assessment.as_of <= it) {
                events.push(Event {
                    on,
                    policy: result.policy.clone(),
                    edition: result.edition.clone(),
                    what,
                });
            }
        };
        of_enterprise(result, &mut add);
        of_people(catalog, edition, result, profile, assessment.as_of, &mut add);
    }
    events.sort_by_key(|it| (it.on.low(), it.on.high(), it.policy.clone(), it.what.clone()));
    // Two amounts of one support that end for somebody on the same day are one thing to know.
    events.dedup_by(|a, b| a.is_told_by(b));
    events
}

fn of_enterprise(result: &PolicyResult, add: &mut dyn FnMut(Interval<Date>, Happening)) {
    if matches!(result.verdict, Verdict::Ineligible | Verdict::Missed) {
        return;
    }
    if let Some(from) = result.eligible_from {
        add(from, Happening::Opens);
    }
    for window in &result.windows {
        if let Some(day) = window.opens.and_then(known) {
            add(day, Happening::WindowOpens);
        }
        if let Some(day) = window.closes.and_then(known) {
            add(day, Happening::WindowCloses);
        }
    }
    if result.verdict == Verdict::Eligible && result.counted.is_none() {
        for amount in &result.amounts {
            if let Some(day) = amount.until.and_then(known) {
                add(day, Happening::Ends { amount: amount.id.clone() });
            }
        }
    }
}

fn of_people(
    catalog: &Catalog,
    edition: &Edition,
    result: &PolicyResult,
    profile: &Profile,
    as_of: Date,
    add: &mut dyn FnMut(Interval<Date>, Happening),
) {
    let conditions_fail = result.findings.iter().any(|it| {
        !it.of_each && it.condition.as_str() != "somebody" && it.outcome == crate::ConditionOutcome::Unmet
    });
    if conditions_fail || edition.rule.for_each.is_none() {
        return;
    }
    for (idx, standing) in result.standings.iter().enumerate() {
        let waits = matches!(standing.outcome, StandingOutcome::Unmet | StandingOutcome::NotYet);
        let from = if waits { counts_from(catalog, edition, idx, profile, as_of) } else { None };
        if let Some(day) = from.filter(|it| it.exact().is_some()) {
            add(day, Happening::CountsFrom { entry: standing.entry.clone() });
        }
    }
    for share in shares(catalog, edition, profile, as_of, Interval::exactly(as_of)) {
        if let Some(day) = share.until.and_then(known) {
            add(day, Happening::EntryEnds { entry: share.entry, amount: share.amount });
        }
    }
}

/// A day that is not none and not anything.
fn known(day: Possible<Date>) -> Option<Interval<Date>> {
    day.some.filter(|it| !day.none && it.low().is_some() && it.high().is_some())
}
