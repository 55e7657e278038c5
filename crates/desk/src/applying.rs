//! When one applies, and what one applies for first: the round at hand, how much it presses, what it is worth.

use eligibility::{AmountResult, PolicyResult, Verdict, WindowResult};
use policy::{AmountKind, Date, Possible, Text};

use crate::words;

/// The round at hand: the one that is open, else the next, else the last.
pub(crate) fn round(result: &PolicyResult, as_of: Date) -> Option<&WindowResult> {
    let ahead = |it: &&WindowResult| exact(it.closes).is_none_or(|closes| as_of <= closes);
    result.windows.iter().find(ahead).or(result.windows.last())
}

/// The last day of the round at hand, where it is certain and ahead.
pub(crate) fn closes(result: &PolicyResult, as_of: Date) -> Option<Date> {
    round(result, as_of).and_then(|it| exact(it.closes)).filter(|it| as_of <= *it)
}

/// Whether the last day is so near that one has to act.
pub(crate) fn presses(result: &PolicyResult, as_of: Date) -> bool {
    closes(result, as_of).is_some_and(|it| as_of.days_until(it) <= crate::NEAR_DAYS)
}

/// What presses comes first, then money of which the sum is known, then what says how much it is; of like ones what is certain
/// before what is to be confirmed, what hangs on least, and what closes first.
pub(crate) fn usefulness(result: &PolicyResult, as_of: Date) -> (bool, u8, bool, usize, Date) {
    let worth = |it: &AmountResult| match it.kind {
        _ if it.value.is_none_or(|it| it.high().is_none()) => 2,
        AmountKind::Grant | AmountKind::Reimbursement => 0,
        AmountKind::TaxRelief | AmountKind::Loan | AmountKind::InterestSubsidy | AmountKind::Service => 1,
    };
    let worth = result.amounts.iter().map(worth).min().unwrap_or(2);
    let closes = closes(result, as_of).unwrap_or(Date::MAX);
    (!presses(result, as_of), worth, result.to_confirm, result.missing.len(), closes)
}

/// When one can apply, in words; may be empty.
pub(crate) fn when(result: &PolicyResult, as_of: Date) -> Text {
    let from = result.eligible_from.filter(|_| result.verdict == Verdict::Upcoming).map(words::from);
    let window = round(result, as_of)
        .map(|it| words::join([words::window(it.opens, it.closes), it.label.clone()], "；", "; "));
    words::join(from.into_iter().chain(window), "；", "; ")
}

fn exact(day: Option<Possible<Date>>) -> Option<Date> {
    day.and_then(|it| it.exact())
}
