//! What all supports bring together: certain, to be confirmed, possible. Three best uses, one inside the other, and never
//! more than can be had together; unlike kinds of money are never added.

use std::collections::{BTreeMap, BTreeSet};

use policy::{Catalog, Number, Profile};

use crate::{
    Assessment,
    assess::in_world,
    best_use::{Puzzle, Solution},
    purse::Purse,
    stakes::{Choice, End, Stakes, Support, knots},
};

/// What comes of one kind of money, in yuan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sums {
    /// At least, of what one is eligible for, its status proved.
    pub certain: Number,
    /// At least, on top of that: with what one is eligible for, its status last seen long ago.
    pub to_confirm: Number,
    /// At most, on top of both: the upper ends of ranges, and all that may still open.
    pub possible: Number,
    /// Whether something that may come has no upper end.
    pub unbounded: bool,
}

/// The sums of each kind of money that something brings, in the best use, or as the reader chose.
///
/// What is certain is of the use that is best by the lower ends: grants, tax and interest saved are had together. What is
/// possible is a bound: no completion of what is unknown brings more of that kind.
pub fn sums(
    catalog: &Catalog,
    assessment: &Assessment,
    profile: &Profile,
    choices: &BTreeSet<Choice>,
) -> BTreeMap<Purse, Sums> {
    let supports: Vec<Support<'_>> =
        assessment.results.iter().filter_map(|it| Support::of(catalog, it)).collect();
    let mut sums: BTreeMap<Purse, Sums> = BTreeMap::new();
    in_world(catalog, profile, assessment.as_of, |world| {
        for stakes in knots(&supports).into_iter().map(|it| Stakes::of(world, it)) {
            for together in [&HAND[..], &[Purse::Loans], &[Purse::Services]] {
                let purses: Vec<Purse> = together.iter().copied().filter(|it| stakes.has(*it)).collect();
                add(&mut sums, &stakes, &purses, choices);
            }
        }
    });
    sums
}

/// One is given up for the other where supports exclude each other: what is told of them is had together.
const HAND: [Purse; 3] = [Purse::Grants, Purse::TaxRelief, Purse::Interest];

/// Adds what one knot brings of purses that are had together.
fn add(sums: &mut BTreeMap<Purse, Sums>, stakes: &Stakes<'_>, purses: &[Purse], choices: &BTreeSet<Choice>) {
    if purses.is_empty() {
        return;
    }
    // What is not proved brings nothing certain; whoever chooses it gives up what it excludes all the same.
    let proven = |it: &Support<'_>| if it.result.to_confirm { End::Nothing } else { End::Low };
    let proven = |it: &Support<'_>| it.is_eligible().then(|| proven(it));
    let eligible = |it: &Support<'_>| it.is_eligible().then_some(End::Low);
    let all = |_: &Support<'_>| Some(End::High);
    let counts = |it: Purse| purses.contains(&it);
    let best_proven = best(stakes, &counts, &proven, End::Low, choices);
    let best_eligible = best(stakes, &counts, &eligible, End::Low, choices);
    for purse in purses {
        let counts = |it: Purse| it == *purse;
        let of = |ends: Ends<'_>, use_of: &Solution| {
            stakes.puzzle(&counts, ends, End::Low, choices).worth_of(use_of).unwrap_or_default()
        };
        let certain = of(&proven, &best_proven);
        let puzzle = stakes.puzzle(&counts, &all, End::High, choices);
        let is_open = |at: usize| stakes.is_unbounded(at, &counts) && puzzle.may_be_had(at);
        sums.entry(*purse).or_default().add(&Tiers {
            certain,
            eligible: of(&eligible, &best_eligible).max(certain),
            all: best(stakes, &counts, &all, End::High, choices).bound,
            unbounded: (0..stakes.supports.len()).any(is_open),
        });
    }
}

/// By which end each support is looked at; `None` for what is not to be had.
type Ends<'e> = &'e dyn Fn(&Support<'_>) -> Option<End>;

/// The best use, as the reader chose.
fn best(
    stakes: &Stakes<'_>,
    counts: &dyn Fn(Purse) -> bool,
    ends: Ends<'_>,
    sources: End,
    choices: &BTreeSet<Choice>,
) -> Solution {
    let puzzle = |choices: &BTreeSet<Choice>| stakes.puzzle(counts, ends, sources, choices);
    let chosen = puzzle(choices);
    // What cannot be had together is not chosen; where there is too much to go through, what is good is taken.
    let solved = chosen.solve().or_else(|| puzzle(&BTreeSet::new()).solve());
    solved.or_else(|| chosen.rough()).unwrap_or_default()
}

/// What one knot brings of one purse: the sums up to each of the three.
struct Tiers {
    certain: Number,
    eligible: Number,
    all: Number,
    unbounded: bool,
}

impl Puzzle {
    /// Whether nothing that the reader insists on excludes a support.
    fn may_be_had(&self, node: usize) -> bool {
        let excludes = |it: &usize| self.wide.contains(&(node.min(*it), node.max(*it)));
        !self.wanted.iter().any(excludes)
    }
}

impl Sums {
    fn add(&mut self, tiers: &Tiers) {
        let beyond = |more: Number, of: Number| more.minus(of).unwrap_or_default().max(Number::ZERO);
        let plus = |a: Number, b: Number| a.plus(b).unwrap_or(a);
        self.certain = plus(self.certain, tiers.certain);
        self.to_confirm = plus(self.to_confirm, beyond(tiers.eligible, tiers.certain));
        self.possible = plus(self.possible, beyond(tiers.all, tiers.eligible));
        self.unbounded |= tiers.unbounded;
    }
}
