//! What may open yet and would have a part in the best use: whether it would be taken, instead of what, and for how much more.

use std::collections::BTreeSet;

use policy::{Date, Id, Interval, Number, PolicyId};

use crate::{
    Verdict,
    best_use::Solution,
    combine::counts,
    stakes::{End, Stakes, Support},
};

/// A support that is not certain to open, or opens later, and that excludes one that is open today.
#[derive(Debug, Clone, PartialEq)]
pub struct Joiner {
    /// Which.
    pub policy: PolicyId,
    /// Its edition.
    pub edition: Id,
    /// Undetermined or upcoming.
    pub verdict: Verdict,
    /// For upcoming: the first day, or the first and last possible one.
    pub from: Option<Interval<Date>>,
    /// What it may bring alone.
    pub alone: Interval<Number>,
    /// Whether the best use would take it, should it open and bring as much as it may.
    pub taken: bool,
    /// The supports of today of which the best use would then have less, or nothing.
    pub instead_of: Vec<PolicyId>,
    /// How much more the best use would then bring, at most; `None` where that has no bound.
    pub more: Option<Number>,
}

/// What may join the best use of today, each on its own.
pub(crate) fn joiners(stakes: &Stakes<'_>, best: &Solution) -> Vec<Joiner> {
    let is_rival =
        |it: &Support<'_>| stakes.supports.iter().any(|of| of.is_eligible() && of.against(it).is_some());
    let supports = stakes.supports.iter().enumerate();
    let waiting = supports.filter(|(_, it)| !it.is_eligible() && is_rival(it));
    waiting.filter_map(|(at, _)| joiner(stakes, best, at)).collect()
}

fn joiner(stakes: &Stakes<'_>, best: &Solution, at: usize) -> Option<Joiner> {
    let support = &stakes.supports[at];
    let alone = stakes.brings(&stakes.alone(at), &counts);
    let unbounded = stakes.is_unbounded(at, &counts);
    let is_it = |it: &Support<'_>| std::ptr::eq(it.result, support.result);
    let end_of = |it: &Support<'_>| {
        if is_it(it) { Some(End::High) } else { it.is_eligible().then_some(End::Low) }
    };
    let mut puzzle = stakes.puzzle(&counts, &end_of, End::High, &BTreeSet::new());
    if unbounded {
        puzzle.wanted.insert(at);
    }
    let joined = puzzle.solve()?;
    let counting = stakes.counting(at);
    let serves = counting.is_empty() || stakes.served(&joined, at).next().is_some();
    let taken = joined.taken.contains(&at) && serves && alone != Interval::exactly(Number::ZERO);
    let has_less = |of: usize| {
        let lost = |it: &Id| !stakes.served(&joined, of).any(|other| other == it);
        let left = best.taken.contains(&of) && !joined.taken.contains(&of);
        left || stakes.served(best, of).any(lost)
    };
    let had = best.taken.iter().copied().filter(|it| taken && has_less(*it));
    let instead_of = had.map(|it| stakes.supports[it].policy.id.clone()).collect();
    let more = joined.bound.minus(best.total).map(|it| it.max(Number::ZERO));
    Some(Joiner {
        policy: support.policy.id.clone(),
        edition: support.edition.id.clone(),
        verdict: support.result.verdict,
        from: support.result.eligible_from,
        alone,
        taken,
        instead_of,
        more: more.filter(|_| !unbounded),
    })
}
