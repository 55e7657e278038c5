//! When one applies, and what one applies for first: the round at hand, how much it presses, what it is worth.

use eligibility::{AmountResult, PolicyResult, Verdict, WindowResult};
use policy::{AmountKind, Date, Number, Possible, Text};

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

/// What presses comes first, then what is worth most; of like ones what is certain before what is to be confirmed, what hangs on
/// least, and what closes first.
pub(crate) fn usefulness(result: &PolicyResult, as_of: Date) -> (bool, u8, bool, usize, Date) {
    let worth = result.amounts.iter().map(worth).min().unwrap_or(NOTHING_SAID);
    let closes = closes(result, as_of).unwrap_or(Date::MAX);
    (!presses(result, as_of), worth, result.to_confirm, result.missing.len(), closes)
}

/// The rank of what has no sum, or has one that is no money.
const NOTHING_SAID: u8 = 2;

/// Money that one is given comes first, then relief and loans; what is paid out already comes last.
fn worth(amount: &AmountResult) -> u8 {
    if amount.totals.remaining.and_then(|it| it.high()) == Some(Number::ZERO) {
        return NOTHING_SAID + 1;
    }
    match amount.kind {
        _ if amount.value.is_none_or(|it| it.high().is_none()) => NOTHING_SAID,
        AmountKind::Grant | AmountKind::Reimbursement => 0,
        AmountKind::TaxRelief | AmountKind::Loan | AmountKind::InterestSubsidy => 1,
        AmountKind::Service => NOTHING_SAID,
    }
}

/// When one can apply, in words; may be empty.
pub(crate) fn when(result: &PolicyResult, as_of: Date) -> Text {
    let from = result.eligible_from.filter(|_| result.verdict == Verdict::Upcoming).map(words::from);
    let window = round(result, as_of).map(|it| words::window(it.opens, it.closes));
    words::join(from.into_iter().chain(window), "；", "; ")
}

/// What is to be said of the round at hand; may be empty.
pub(crate) fn of_round(result: &PolicyResult, as_of: Date) -> Text {
    round(result, as_of).map(|it| it.label.clone()).unwrap_or_default()
}

fn exact(day: Option<Possible<Date>>) -> Option<Date> {
    day.and_then(|it| it.exact())
}
