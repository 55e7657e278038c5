//! No one twice: of supports that exclude each other, who serves which, and what is given up for it.

use std::collections::{BTreeMap, BTreeSet};

use policy::{AmountKind, Catalog, Edition, Id, Interval, Number, Policy, PolicyId, Profile, Relation, Unit};

use crate::{
    AmountResult, Assessment, PolicyResult, Verdict,
    best_use::{Puzzle, Solution},
    share::{Share, shares},
};

/// What the reader wants otherwise than reckoned.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Choice {
    /// The support to take.
    pub policy: PolicyId,
    /// For one entry of its list; for the enterprise where left out.
    pub entry: Option<Id>,
}

/// Supports one has today that exclude each other, and their best use.
#[derive(Debug, Clone, PartialEq)]
pub struct Clash {
    /// The supports, in the order of the assessment.
    pub members: Vec<Member>,
    /// What this use brings in all, in yuan: grants, reimbursements, tax and interest saved, whichever they are.
    pub total: Interval<Number>,
    /// What the best use would bring; more than `total` only where the reader chose otherwise.
    pub best: Interval<Number>,
    /// Whether the best use was looked for. Of very many supports that hang together it is not: only what the reader chose is
    /// taken, and nothing is reckoned to be best.
    pub solved: bool,
    /// Whether no other use can bring more; else it is the best that was found.
    pub exact: bool,
    /// Whether a sum is reckoned for all people at once and could not be taken apart: somebody may be in two of them.
    pub lumped: bool,
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
    /// What it brings in this use.
    pub brings: Interval<Number>,
    /// What it would bring alone.
    pub alone: Interval<Number>,
}

/// The clashes among what one is eligible for on the day of assessment.
pub fn clashes(
    catalog: &Catalog,
    assessment: &Assessment,
    profile: &Profile,
    choices: &BTreeSet<Choice>,
) -> Vec<Clash> {
    let eligible: Vec<Node<'_>> = assessment
        .results
        .iter()
        .filter(|it| it.verdict == Verdict::Eligible)
        .filter_map(|it| Node::of(catalog, it))
        .collect();
    let knots = knots(&eligible);
    knots.into_iter().map(|it| clash(catalog, assessment, profile, choices, &it)).collect()
}

/// A support one is eligible for.
#[derive(Clone, Copy)]
struct Node<'a> {
    result: &'a PolicyResult,
    policy: &'a Policy,
    edition: &'a Edition,
}

impl<'a> Node<'a> {
    fn of(catalog: &'a Catalog, result: &'a PolicyResult) -> Option<Node<'a>> {
        let policy = catalog.policy(result.policy.as_str()).ok()?;
        let edition = policy.editions.iter().find(|it| it.id == result.edition)?;
        Some(Node { result, policy, edition })
    }

    /// What the two have against each other: for each entry of a list both are over, or for the enterprise.
    fn against(&self, other: &Node<'_>) -> Option<Against> {
        let said = self.policy.excludes_in(self.edition).iter().filter(|it| it.policy == other.policy.id);
        let said = said
            .chain(other.policy.excludes_in(other.edition).iter().filter(|it| it.policy == self.policy.id));
        let by_person = |it: &Relation| {
            it.each.is_some_and(|list| [self, other].iter().all(|it| it.edition.rule.for_each == Some(list)))
        };
        // Editions of one policy stand side by side: each person falls under one of them.
        let mut said = said.filter(|_| self.policy.id != other.policy.id).peekable();
        said.peek()?;
        Some(if said.all(by_person) { Against::ByPerson } else { Against::Wide })
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Against {
    Wide,
    ByPerson,
}

/// Groups of supports that hang together by what they have against each other.
fn knots<'a>(nodes: &[Node<'a>]) -> Vec<Vec<Node<'a>>> {
    let mut left: Vec<Node<'a>> = nodes.to_vec();
    let mut knots = Vec::new();
    while !left.is_empty() {
        let mut knot = vec![left.remove(0)];
        while let Some(at) = left.iter().position(|it| knot.iter().any(|of| of.against(it).is_some())) {
            knot.push(left.remove(at));
        }
        if knot.len() > 1 {
            knot.sort_by(|a, b| (&a.policy.id, &a.edition.id).cmp(&(&b.policy.id, &b.edition.id)));
            knots.push(knot);
        }
    }
    knots
}

/// What one person brings to one support.
struct Brought {
    entry: Id,
    worth: Interval<Number>,
}

fn clash(
    catalog: &Catalog,
    assessment: &Assessment,
    profile: &Profile,
    choices: &BTreeSet<Choice>,
    knot: &[Node<'_>],
) -> Clash {
    let brought: Vec<Vec<Brought>> =
        knot.iter().map(|it| brought(catalog, it.edition, profile, assessment)).collect();
    let mut people: Vec<&Id> = brought.iter().flatten().map(|it| &it.entry).collect();
    people.sort();
    people.dedup();
    let whole: Vec<Interval<Number>> = knot.iter().map(|it| of_enterprise(it)).collect();
    let best = puzzle(knot, &people, &brought, &whole, &BTreeSet::new());
    let Some(solved) = best.solve() else { return unsolved(choices, knot, &brought, &whole) };
    let wanted = puzzle(knot, &people, &brought, &whole, choices);
    // What cannot be had together is not chosen: the best use stands.
    let chosen = wanted.solve().unwrap_or_else(|| solved.clone());
    let sum = |solution: &Solution| total(solution, &people, &brought, &whole);
    let members = knot.iter().enumerate().map(|(at, node)| {
        let serves = |it: &&Brought| {
            people
                .iter()
                .position(|person| **person == it.entry)
                .is_some_and(|person| chosen.serves[person].contains(&at))
        };
        let (entries, given_up): (Vec<&Brought>, Vec<&Brought>) = brought[at].iter().partition(serves);
        let taken = chosen.taken.contains(&at) && (brought[at].is_empty() || !entries.is_empty());
        let names = |of: &[&Brought]| of.iter().map(|it| it.entry.clone()).collect();
        let own = if taken { whole[at] } else { Interval::exactly(Number::ZERO) };
        Member {
            policy: node.policy.id.clone(),
            edition: node.edition.id.clone(),
            taken,
            entries: names(&entries),
            given_up: names(&given_up),
            brings: entries.iter().map(|it| it.worth).fold(own, plus),
            alone: brought[at].iter().map(|it| it.worth).fold(whole[at], plus),
        }
    });
    let members: Vec<Member> = members.collect();
    Clash {
        total: sum(&chosen),
        best: sum(&solved),
        solved: true,
        exact: !is_lumped(knot, &whole) && is_known(&brought, &whole),
        lumped: is_lumped(knot, &whole),
        members,
    }
}

/// A clash of too many supports to go through: what the reader chose is taken, the others are left.
fn unsolved(
    choices: &BTreeSet<Choice>,
    knot: &[Node<'_>],
    brought: &[Vec<Brought>],
    whole: &[Interval<Number>],
) -> Clash {
    let members = knot.iter().enumerate().map(|(at, node)| {
        let taken = choices.iter().any(|it| it.entry.is_none() && it.policy == node.policy.id);
        let alone = brought[at].iter().map(|it| it.worth).fold(whole[at], plus);
        Member {
            policy: node.policy.id.clone(),
            edition: node.edition.id.clone(),
            taken,
            entries: Vec::new(),
            given_up: Vec::new(),
            brings: if taken { alone } else { Interval::exactly(Number::ZERO) },
            alone,
        }
    });
    let members: Vec<Member> = members.collect();
    let total = members.iter().map(|it| it.brings).fold(Interval::exactly(Number::ZERO), plus);
    Clash { members, total, best: total, solved: false, exact: false, lumped: false }
}

/// Whether a support of which each person may serve one brings a sum that is not told person by person.
fn is_lumped(knot: &[Node<'_>], whole: &[Interval<Number>]) -> bool {
    knot.iter().zip(whole).any(|(it, whole)| {
        let by_person = knot.iter().any(|other| it.against(other) == Some(Against::ByPerson));
        by_person && *whole != Interval::exactly(Number::ZERO)
    })
}

fn is_known(brought: &[Vec<Brought>], whole: &[Interval<Number>]) -> bool {
    let sums = whole.iter().chain(brought.iter().flatten().map(|it| &it.worth));
    sums.into_iter().all(|it| it.exact().is_some())
}

fn puzzle(
    knot: &[Node<'_>],
    people: &[&Id],
    brought: &[Vec<Brought>],
    whole: &[Interval<Number>],
    choices: &BTreeSet<Choice>,
) -> Puzzle {
    let pairs = |against: Against| {
        let pairs = (0..knot.len()).flat_map(|a| (a + 1..knot.len()).map(move |b| (a, b)));
        pairs.filter(|(a, b)| knot[*a].against(&knot[*b]) == Some(against)).collect()
    };
    let worth = |person: &Id, at: usize| {
        brought[at].iter().find(|it| it.entry == *person).map(|it| certain(it.worth))
    };
    let node = |policy: &PolicyId| knot.iter().position(|it| it.policy.id == *policy);
    let wanted = choices.iter().filter(|it| it.entry.is_none()).filter_map(|it| node(&it.policy));
    let wanted_for = choices.iter().filter_map(|it| {
        let person = people.iter().position(|person| Some(*person) == it.entry.as_ref())?;
        Some((person, node(&it.policy)?))
    });
    Puzzle {
        whole: whole.iter().map(|it| certain(*it)).collect(),
        each: people.iter().map(|person| (0..knot.len()).map(|at| worth(person, at)).collect()).collect(),
        wide: pairs(Against::Wide),
        by_person: pairs(Against::ByPerson),
        wanted: wanted.collect(),
        wanted_for: wanted_for.collect(),
    }
}

fn total(
    solution: &Solution,
    people: &[&Id],
    brought: &[Vec<Brought>],
    whole: &[Interval<Number>],
) -> Interval<Number> {
    let own = solution.taken.iter().map(|it| whole[*it]);
    let of_people = people.iter().zip(&solution.serves).flat_map(|(person, serves)| {
        let of = move |at: &usize| brought[*at].iter().find(|it| it.entry == **person).map(|it| it.worth);
        serves.iter().filter_map(of)
    });
    own.chain(of_people).fold(Interval::exactly(Number::ZERO), plus)
}

/// What each person brings to a rule over people, all its amounts together.
fn brought(catalog: &Catalog, edition: &Edition, profile: &Profile, assessment: &Assessment) -> Vec<Brought> {
    let counted = |it: &Share| {
        edition
            .rule
            .amounts
            .iter()
            .any(|of| of.id == it.amount && comes_to_hand(of.kind) && of.unit == Unit::Cny)
    };
    let mut sums: BTreeMap<Id, Interval<Number>> = BTreeMap::new();
    for share in shares(catalog, edition, profile, assessment.as_of).into_iter().filter(counted) {
        let worth = in_all(&share);
        let sum = sums.entry(share.entry).or_insert(Interval::exactly(Number::ZERO));
        *sum = plus(*sum, worth);
    }
    sums.into_iter().map(|(entry, worth)| Brought { entry, worth }).collect()
}

/// Over the time that is left where that is known, over its whole length, or one time.
fn in_all(share: &Share) -> Interval<Number> {
    let once = || crate::numbers::times(share.value, share.counted);
    share.totals.remaining.or(share.totals.whole).unwrap_or_else(once)
}

/// What a support brings apart from what it sums over people.
fn of_enterprise(node: &Node<'_>) -> Interval<Number> {
    let is_of_people = |it: &&AmountResult| {
        let of = node.edition.rule.amounts.iter().find(|of| of.id == it.id);
        !matches!(of.and_then(|it| it.value.as_ref()), Some(policy::AmountValue::Each(_)))
    };
    let money = node.result.amounts.iter().filter(is_of_people);
    let money = money.filter(|it| comes_to_hand(it.kind) && it.unit == Unit::Cny);
    let worth = money.filter_map(|it| it.totals.remaining.or(it.totals.whole).or(it.value));
    worth.fold(Interval::exactly(Number::ZERO), plus)
}

fn comes_to_hand(kind: AmountKind) -> bool {
    match kind {
        AmountKind::Grant
        | AmountKind::Reimbursement
        | AmountKind::TaxRelief
        | AmountKind::InterestSubsidy => true,
        AmountKind::Loan | AmountKind::Service => false,
    }
}

/// What is sure of a sum.
fn certain(sum: Interval<Number>) -> Number {
    sum.low().unwrap_or(Number::ZERO)
}

fn plus(a: Interval<Number>, b: Interval<Number>) -> Interval<Number> {
    crate::numbers::plus(a, b)
}
