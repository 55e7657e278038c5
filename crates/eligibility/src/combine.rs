//! No one twice: of supports that exclude each other or draw from one source, who serves which, and what is given up for it.

use std::collections::BTreeSet;

use policy::{Catalog, Id, Interval, Number, PolicyId, Profile};

use crate::{
    Assessment, Working,
    assess::in_world,
    best_use::Solution,
    joiner::{Joiner, joiners},
    purse::Purse,
    stakes::{Choice, End, Stakes, Support, knots},
};

/// Supports one has today that exclude each other or draw from one source, and their best use.
#[derive(Debug, Clone, PartialEq)]
pub struct Clash {
    /// The supports, in the order of the assessment.
    pub members: Vec<Member>,
    /// What this use brings in all, in yuan: grants, reimbursements, tax and interest saved, whichever they are.
    pub total: Interval<Number>,
    /// What the best use would bring; more than `total` only where the reader chose otherwise.
    pub best: Interval<Number>,
    /// What no use brings more than, as far as sums are certain; more than the best only where that could not be shown to be it.
    pub bound: Number,
    /// Whether all uses were gone through. Of very many supports that hang together they are not: what is told is a good one.
    pub solved: bool,
    /// Whether this is the best use, or one that the reader chose.
    pub chosen: Chosen,
    /// Whether no other use can bring more; else it is the best that was found.
    pub exact: bool,
    /// Whether a sum is reckoned for all people at once and could not be taken apart: somebody may be in two of them.
    pub lumped: bool,
    /// What several of them draw from.
    pub shared: Vec<Shared>,
    /// What may open yet, and would have a part in it.
    pub joiners: Vec<Joiner>,
}

/// What became of the reader's own choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chosen {
    /// Nothing was chosen: it is the best use.
    Best,
    /// It is the best use with what was chosen.
    Preferred,
    /// What was chosen cannot be had together: it is the best use.
    Impossible,
}

/// One support of a clash.
#[derive(Debug, Clone, PartialEq)]
pub struct Member {
    /// Which.
    pub policy: PolicyId,
    /// Its edition.
    pub edition: Id,
    /// Whether it is taken, for the enterprise or for somebody.
    pub taken: bool,
    /// The entries that serve it; empty where it is not over people.
    pub entries: Vec<Id>,
    /// The entries that count for it and serve another.
    pub given_up: Vec<Id>,
    /// What it brings in this use, were it alone to draw from its source.
    pub brings: Interval<Number>,
    /// What it would bring alone.
    pub alone: Interval<Number>,
}

/// What several supports draw from, such as the tax of a year: together they bring no more.
#[derive(Debug, Clone, PartialEq)]
pub struct Shared {
    /// Those that draw from it, in the order of the members.
    pub by: Vec<PolicyId>,
    /// How much there is.
    pub holds: Interval<Number>,
    /// How that comes about: the figure that it is.
    pub working: Working,
}

/// The clashes among what one is eligible for on the day of assessment.
pub fn clashes(
    catalog: &Catalog,
    assessment: &Assessment,
    profile: &Profile,
    choices: &BTreeSet<Choice>,
) -> Vec<Clash> {
    let supports: Vec<Support<'_>> =
        assessment.results.iter().filter_map(|it| Support::of(catalog, it)).collect();
    let knots: Vec<Vec<Support<'_>>> = knots(&supports).into_iter().filter(|it| is_told(it)).collect();
    if knots.is_empty() {
        return Vec::new();
    }
    in_world(catalog, profile, assessment.as_of, |world| {
        knots.into_iter().map(|it| clash(&Stakes::of(world, it), choices)).collect()
    })
}

/// Whether there is something to choose, now or once something else opens.
fn is_told(knot: &[Support<'_>]) -> bool {
    let eligible: Vec<&Support<'_>> = knot.iter().filter(|it| it.is_eligible()).collect();
    let is_rival = |it: &&Support<'_>| eligible.iter().any(|of| of.against(it).is_some());
    eligible.len() > 1
        || (!eligible.is_empty() && knot.iter().filter(|it| !it.is_eligible()).any(|it| is_rival(&it)))
}

/// All that comes to hand is told in one figure where one is chosen for another.
pub(crate) fn counts(purse: Purse) -> bool {
    purse.comes_to_hand()
}

/// What is sure of what one has; nothing else is to be had.
fn of_today(support: &Support<'_>) -> Option<End> {
    support.is_eligible().then_some(End::Low)
}

fn clash(stakes: &Stakes<'_>, choices: &BTreeSet<Choice>) -> Clash {
    let puzzle = |choices: &BTreeSet<Choice>| stakes.puzzle(&counts, &of_today, End::Low, choices);
    let solved = puzzle(&BTreeSet::new()).solve();
    let best = solved.clone().or_else(|| puzzle(&BTreeSet::new()).rough()).unwrap_or_default();
    let wanted = puzzle(choices);
    let preferred = if solved.is_some() { wanted.solve() } else { wanted.rough() };
    let chosen = match &preferred {
        _ if wanted.wanted.is_empty() => Chosen::Best,
        Some(it) if wanted.is_in(it) => Chosen::Preferred,
        Some(_) | None => Chosen::Impossible,
    };
    let use_of = preferred.filter(|_| chosen != Chosen::Impossible).unwrap_or_else(|| best.clone());
    let lumped = stakes.is_lumped(&counts);
    Clash {
        members: members(stakes, &use_of),
        total: stakes.brings(&use_of, &counts),
        best: stakes.brings(&best, &counts),
        bound: best.bound,
        solved: solved.is_some(),
        chosen,
        exact: solved.is_some() && !lumped && best.total == best.bound && stakes.is_known(&counts),
        lumped,
        shared: shared(stakes),
        joiners: if solved.is_some() { joiners(stakes, &best) } else { Vec::new() },
    }
}

fn eligible<'s>(stakes: &'s Stakes<'_>) -> impl Iterator<Item = (usize, &'s Support<'s>)> {
    stakes.supports.iter().enumerate().filter(|it| it.1.is_eligible())
}

fn members(stakes: &Stakes<'_>, use_of: &Solution) -> Vec<Member> {
    let member = |(at, support): (usize, &Support<'_>)| {
        let serving: BTreeSet<&Id> = stakes.served(use_of, at).collect();
        let counting = stakes.counting(at);
        let taken = use_of.taken.contains(&at) && (counting.is_empty() || !serving.is_empty());
        let only = Solution { taken: BTreeSet::from([at]), ..use_of.clone() };
        let brings = if taken { stakes.brings(&only, &counts) } else { Interval::exactly(Number::ZERO) };
        Member {
            policy: support.policy.id.clone(),
            edition: support.edition.id.clone(),
            taken,
            entries: serving.iter().map(|it| (*it).clone()).collect(),
            given_up: counting.difference(&serving).map(|it| (*it).clone()).collect(),
            brings,
            alone: stakes.brings(&stakes.alone(at), &counts),
        }
    };
    eligible(stakes).map(member).collect()
}

/// Sources that more than one support draws from.
fn shared(stakes: &Stakes<'_>) -> Vec<Shared> {
    let shared = stakes.sources.iter().enumerate().map(|(at, source)| {
        let by = stakes.drawing(at).filter(|it| stakes.supports[*it].is_eligible());
        let by = by.map(|it| stakes.supports[it].policy.id.clone()).collect();
        Shared { by, holds: source.holds, working: source.working.clone() }
    });
    shared.filter(|it| it.by.len() > 1).collect()
}
