//! Sums over several policies: certain, to be confirmed, possible. Unlike kinds are never added.

use std::collections::BTreeSet;

use eligibility::{AmountResult, Assessment, PolicyResult, Verdict};
use policy::{AmountKind, Catalog, Interval, Number, PolicyId, Unit};

/// Grants and reimbursements in yuan. Tax relief, loans and interest are never in them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sums {
    /// Eligible, its status proved: at least this.
    pub certain: Number,
    /// Eligible, its status last seen long ago: at most this.
    pub to_confirm: Number,
    /// On top of that, at most: what is undetermined or comes with time, and the upper ends of ranges.
    pub possible: Number,
    /// Whether something has no upper end.
    pub unbounded: bool,
}

/// Adds up what an assessment brings. Of policies that exclude each other, only the one that brings most is counted.
pub fn sums(catalog: &Catalog, assessment: &Assessment) -> Sums {
    let mut ranked: Vec<(&PolicyResult, Interval<Number>)> =
        assessment.results.iter().filter_map(|it| Some((it, brings(it)?))).collect();
    ranked.sort_by_key(|(result, sum)| {
        (rank(result), std::cmp::Reverse(sum.high().is_none()), std::cmp::Reverse(sum.high()))
    });
    let mut taken: BTreeSet<&PolicyId> = BTreeSet::new();
    let mut sums = Sums::default();
    for (result, sum) in ranked {
        if taken.iter().any(|it| **it != result.policy && exclude_each_other(catalog, it, &result.policy)) {
            continue;
        }
        taken.insert(&result.policy);
        sums.add(result, sum);
    }
    sums
}

impl Sums {
    fn add(&mut self, result: &PolicyResult, sum: Interval<Number>) {
        let low = sum.low().unwrap_or_default();
        let high = sum.high().unwrap_or(low);
        self.unbounded |= sum.high().is_none();
        match result.verdict {
            Verdict::Eligible if result.to_confirm => self.to_confirm = plus(self.to_confirm, high),
            Verdict::Eligible => {
                self.certain = plus(self.certain, low);
                self.possible = plus(self.possible, high.minus(low).unwrap_or_default());
            }
            Verdict::Undetermined | Verdict::Upcoming => self.possible = plus(self.possible, high),
            Verdict::Ineligible | Verdict::Missed => {}
        }
    }
}

/// What is certain comes first, so that of two that exclude each other the certain one is counted.
fn rank(result: &PolicyResult) -> u8 {
    match result.verdict {
        Verdict::Eligible if !result.to_confirm => 0,
        Verdict::Eligible => 1,
        Verdict::Upcoming => 2,
        Verdict::Undetermined => 3,
        Verdict::Missed | Verdict::Ineligible => 4,
    }
}

/// The money a policy brings; `None` where it brings none, or none that is known.
fn brings(result: &PolicyResult) -> Option<Interval<Number>> {
    result.amounts.iter().filter(|it| counts(it)).filter_map(in_all).reduce(|a, b| {
        let sum = |a: Option<Number>, b: Option<Number>| a.zip(b).and_then(|(a, b)| a.plus(b));
        Interval::new(sum(a.low(), b.low()), sum(a.high(), b.high())).unwrap_or(Interval::ANY)
    })
}

/// Over its whole length where that is known; else one period of it.
fn in_all(amount: &AmountResult) -> Option<Interval<Number>> {
    amount.totals.remaining.or(amount.totals.whole).or(amount.value)
}

fn counts(amount: &AmountResult) -> bool {
    let money = match amount.kind {
        AmountKind::Grant | AmountKind::Reimbursement => true,
        AmountKind::TaxRelief | AmountKind::Loan | AmountKind::InterestSubsidy | AmountKind::Service => false,
    };
    money && amount.unit == Unit::Cny
}

fn exclude_each_other(catalog: &Catalog, a: &PolicyId, b: &PolicyId) -> bool {
    let names = |of: &PolicyId, other: &PolicyId| {
        catalog.policy(of.as_str()).is_ok_and(|it| it.excludes.iter().any(|it| it.policy == *other))
    };
    names(a, b) || names(b, a)
}

fn plus(a: Number, b: Number) -> Number {
    a.plus(b).unwrap_or(a)
}
