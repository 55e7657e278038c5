//! Whether an edition answers on a day, so that cases hold its first and last day.

use eligibility::Lapse;
use policy::{Date, Edition, Policy};

/// Why an edition does not answer on a day. One that is picked by an event may answer on any.
pub(super) fn lapse(policy: &Policy, edition: &Edition, on: Date) -> Option<Lapse> {
    if edition.valid.by.is_some() {
        return None;
    }
    if on < edition.valid.from {
        return Some(Lapse::NotYet);
    }
    last_day(policy, edition).filter(|it| *it < on).map(|_| Lapse::Lapsed)
}

/// Its own last day, or the day before the next edition begins.
fn last_day(policy: &Policy, edition: &Edition) -> Option<Date> {
    let next = policy.editions.iter().map(|it| it.valid.from).filter(|it| edition.valid.from < *it).min();
    edition.valid.to.into_iter().chain(next.map(|it| it.plus_days(-1))).min()
}

/// How the days of an edition are told.
pub(super) fn days(policy: &Policy, edition: &Edition) -> String {
    match last_day(policy, edition) {
        Some(last) => format!("{} to {last}", edition.valid.from),
        None => format!("{} on", edition.valid.from),
    }
}

/// As cases call it.
pub(super) fn word(lapse: Lapse) -> &'static str {
    match lapse {
        Lapse::Lapsed => "lapsed",
        Lapse::NotYet => "not-yet",
    }
}
