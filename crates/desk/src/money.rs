//! Sums over several policies: certain, to be confirmed, possible. Unlike kinds are never added.

use std::cmp::Reverse;

use eligibility::{AmountResult, Assessment, PolicyResult, Verdict};
use policy::{AmountKind, Catalog, Interval, Number, PolicyId, Relation, Unit};

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

/// Adds up what an assessment brings.
///
/// Of policies that exclude each other the certain one is counted, else the one that brings most; what another could bring beyond
/// it is possible. So `certain` is never too much, and all together never too little.
pub fn sums(catalog: &Catalog, assessment: &Assessment) -> Sums {
    let mut ranked: Vec<Brought<'_>> = assessment.results.iter().filter_map(Brought::of).collect();
    ranked.sort_by_key(|it| (rank(it.result), Reverse(it.worth())));
    let mut taken: Vec<Brought<'_>> = Vec::new();
    let mut sums = Sums::default();
    for brought in ranked {
        let mut rivals =
            taken.iter_mut().filter(|it| excludes(catalog, it.result, brought.result)).peekable();
        if rivals.peek().is_none() {
            sums.add(brought.result, brought.sum);
            taken.push(brought);
        } else {
            sums.add_beyond(brought.sum, rivals.filter_map(|it| it.give_up(catalog, brought.result)));
        }
    }
    sums
}

/// What one result brings.
struct Brought<'a> {
    result: &'a PolicyResult,
    sum: Interval<Number>,
    /// Whether it was already given up, in thought, for one that excludes it; it cannot be given up twice.
    given_up: bool,
}

impl<'a> Brought<'a> {
    /// `None` where it brings no money, or none that is known.
    fn of(result: &'a PolicyResult) -> Option<Brought<'a>> {
        Some(Brought { result, sum: brings(result)?, given_up: false })
    }

    /// The more, the sooner it is counted: what is sure where it is certain, else what may come.
    fn worth(&self) -> (Number, bool, Option<Number>) {
        let sure = if rank(self.result) == 0 { self.sum.low().unwrap_or_default() } else { Number::ZERO };
        (sure, self.sum.high().is_none(), self.sum.high())
    }

    /// What one loses for the other, which excludes it: nothing where both may be had for different people.
    fn give_up(&mut self, catalog: &Catalog, other: &PolicyResult) -> Option<Number> {
        if self.given_up || !exclusions(catalog, self.result, other).any(|it| it.each.is_none()) {
            return None;
        }
        self.given_up = true;
        self.sum.high()
    }
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

    /// Adds what is more than that which one would give up for it.
    fn add_beyond(&mut self, sum: Interval<Number>, given_up: impl Iterator<Item = Number>) {
        let lost = given_up.fold(Number::ZERO, plus);
        self.unbounded |= sum.high().is_none();
        let beyond = sum.high().and_then(|it| it.minus(lost)).filter(|it| Number::ZERO < *it);
        self.possible = plus(self.possible, beyond.unwrap_or_default());
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

fn excludes(catalog: &Catalog, a: &PolicyResult, b: &PolicyResult) -> bool {
    exclusions(catalog, a, b).next().is_some()
}

/// What two results have against each other, whichever of them says so.
fn exclusions<'c>(
    catalog: &'c Catalog,
    a: &PolicyResult,
    b: &PolicyResult,
) -> impl Iterator<Item = &'c Relation> {
    let said = |of: &PolicyResult, other: &PolicyId| {
        let other = other.clone();
        relations(catalog, of).iter().filter(move |it| it.policy == other)
    };
    // Editions of one policy stand side by side: each person falls under one of them.
    let others = (a.policy != b.policy).then(|| said(a, &b.policy).chain(said(b, &a.policy)));
    others.into_iter().flatten()
}

fn relations<'c>(catalog: &'c Catalog, result: &PolicyResult) -> &'c [Relation] {
    let Ok(policy) = catalog.policy(result.policy.as_str()) else { return &[] };
    let edition = policy.editions.iter().find(|it| it.id == result.edition);
    edition.map(|it| policy.excludes_in(it)).unwrap_or_default()
}

fn plus(a: Number, b: Number) -> Number {
    a.plus(b).unwrap_or(a)
}
