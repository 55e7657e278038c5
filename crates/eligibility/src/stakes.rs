//! Supports that have something to do with each other, and what each of them brings: for the enterprise, person by person,
//! out of which source.

use std::collections::{BTreeMap, BTreeSet};

use policy::{
    Amount, AmountValue, Catalog, Date, Edition, Formula, Id, Interval, Number, Policy, PolicyId, Quantity,
    Relation, Unit,
};

use crate::{
    PolicyResult, Verdict, Working,
    amount::something,
    best_use::{Puzzle, Solution, Worth},
    future::days_ahead,
    numbers,
    purse::Purse,
    rivalry::Against,
    share::of_each,
    working,
    world::World,
};

/// What the reader wants otherwise than reckoned.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Choice {
    /// The support to take.
    pub policy: PolicyId,
    /// For one entry of its list; for the enterprise where left out.
    pub entry: Option<Id>,
}

/// A support that is open, or may still open.
#[derive(Clone, Copy)]
pub(crate) struct Support<'a> {
    pub(crate) result: &'a PolicyResult,
    pub(crate) policy: &'a Policy,
    pub(crate) edition: &'a Edition,
}

impl<'a> Support<'a> {
    /// `None` for what is out of reach, whatever is still answered.
    pub(crate) fn of(catalog: &'a Catalog, result: &'a PolicyResult) -> Option<Support<'a>> {
        match result.verdict {
            Verdict::Eligible | Verdict::Undetermined | Verdict::Upcoming => {}
            Verdict::Ineligible | Verdict::Missed => return None,
        }
        let policy = catalog.policy(result.policy.as_str()).ok()?;
        let edition = policy.editions.iter().find(|it| it.id == result.edition)?;
        Some(Support { result, policy, edition })
    }

    pub(crate) fn is_eligible(&self) -> bool {
        self.result.verdict == Verdict::Eligible
    }

    /// For each entry of a list both are over, or for the enterprise.
    pub(crate) fn against(&self, other: &Support<'_>) -> Option<Against> {
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

    fn sources(&self) -> impl Iterator<Item = &'a Formula<Quantity>> {
        self.edition.rule.amounts.iter().filter(|it| it.unit == Unit::Cny).filter_map(|it| it.within.as_ref())
    }

    fn shares_a_source(&self, other: &Support<'_>) -> bool {
        self.sources().any(|it| other.sources().any(|other| other.tree == it.tree))
    }

    fn hangs_together(&self, other: &Support<'_>) -> bool {
        self.against(other).is_some() || self.shares_a_source(other)
    }

    /// The days on which it may be open.
    fn days(&self, world: &World<'_>) -> Interval<Date> {
        let today = Interval::exactly(world.today);
        match self.result.verdict {
            Verdict::Upcoming => self.result.eligible_from.unwrap_or(today.hull(days_ahead(world))),
            Verdict::Undetermined => today.hull(days_ahead(world)),
            Verdict::Eligible | Verdict::Ineligible | Verdict::Missed => today,
        }
    }
}

/// Groups of supports that exclude each other or draw from one source; one alone is a group too.
pub(crate) fn knots<'a>(supports: &[Support<'a>]) -> Vec<Vec<Support<'a>>> {
    let mut left: Vec<Support<'a>> = supports.to_vec();
    let mut knots = Vec::new();
    while !left.is_empty() {
        let mut knot = vec![left.remove(0)];
        while let Some(at) = left.iter().position(|it| knot.iter().any(|of| of.hangs_together(it))) {
            knot.push(left.remove(at));
        }
        knot.sort_by(|a, b| (&a.policy.id, &a.edition.id).cmp(&(&b.policy.id, &b.edition.id)));
        knots.push(knot);
    }
    knots
}

/// A knot with all that its supports bring.
pub(crate) struct Stakes<'a> {
    pub(crate) supports: Vec<Support<'a>>,
    /// What each support brings, amount by amount.
    parts: Vec<Vec<Part>>,
    /// Whoever counts, or may, for one of those that are told person by person.
    people: Vec<Id>,
    pub(crate) sources: Vec<Source>,
}

/// What one amount of one support brings.
struct Part {
    purse: Purse,
    /// From which source of the knot it is drawn.
    source: Option<usize>,
    /// What is not told person by person.
    whole: Interval<Number>,
    /// Whether a figure is published: where none is, any sum may come, and none is reckoned with.
    published: bool,
    each: BTreeMap<Id, Interval<Number>>,
}

/// What several supports draw from.
pub(crate) struct Source {
    /// How much there is in it, on each of the days on which one of the supports may be open.
    pub(crate) holds: Interval<Number>,
    /// How that comes about.
    pub(crate) working: Working,
}

/// Which end of what is not known for certain is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum End {
    /// As if it brought nothing; it can be chosen nevertheless.
    Nothing,
    /// What is sure.
    Low,
    /// What is possible; where that has no bound, what is sure.
    High,
}

impl<'a> Stakes<'a> {
    pub(crate) fn of(world: &World<'_>, supports: Vec<Support<'a>>) -> Stakes<'a> {
        let mut formulas: Vec<&Formula<Quantity>> = Vec::new();
        for formula in supports.iter().flat_map(Support::sources) {
            if !formulas.iter().any(|it| it.tree == formula.tree) {
                formulas.push(formula);
            }
        }
        let days = supports.iter().map(|it| it.days(world)).reduce(Interval::hull);
        let then = world.on(days.unwrap_or(world.as_of));
        let source = |it: &&Formula<Quantity>| Source {
            holds: something(then.quantity(&it.tree)),
            working: working::of(world, &it.tree),
        };
        let drawn_from = |amount: &Amount| {
            amount.within.as_ref().and_then(|it| formulas.iter().position(|of| of.tree == it.tree))
        };
        let parts: Vec<Vec<Part>> =
            supports.iter().map(|it| parts(world, &supports, it, &drawn_from)).collect();
        let people: BTreeSet<&Id> = parts.iter().flatten().flat_map(|it| it.each.keys()).collect();
        let people = people.into_iter().cloned().collect();
        Stakes { sources: formulas.iter().map(source).collect(), supports, parts, people }
    }

    /// The puzzle of some supports and purses, each looked at by its own end; the others cannot be had.
    pub(crate) fn puzzle(
        &self,
        counts: &dyn Fn(Purse) -> bool,
        end_of: &dyn Fn(&Support<'_>) -> Option<End>,
        source_end: End,
        choices: &BTreeSet<Choice>,
    ) -> Puzzle {
        let n = self.supports.len();
        let ends: Vec<Option<End>> = self.supports.iter().map(end_of).collect();
        // What no bound is known of holds everything: then it is as if it were drawn from nowhere.
        let is_bounded = |it: &Source| source_end != End::High || it.holds.high().is_some();
        let sources: Vec<Number> = self.sources.iter().map(|it| source_end.of(it.holds)).collect();
        let worth = |at: usize, brings: &dyn Fn(&Part) -> Option<Interval<Number>>| {
            let mut worth = Worth::default();
            let parts = self.parts[at].iter().filter(|it| counts(it.purse));
            for (part, brings) in parts.filter_map(|it| Some((it, brings(it)?))) {
                let source = part.source.filter(|it| is_bounded(&self.sources[*it]));
                let sum = ends[at].map_or(Number::ZERO, |it| it.of(brings));
                // What has no bound of its own takes all there is in its source.
                let drawn = source.filter(|_| ends[at] == Some(End::High) && brings.high().is_none());
                let sum = drawn.map_or(sum, |it| sources[it]);
                let total = match source {
                    Some(source) => worth.drawn.entry(source).or_default(),
                    None => &mut worth.free,
                };
                *total = total.plus(sum).unwrap_or(*total);
            }
            worth
        };
        let of_person = |person: &Id, at: usize| {
            let counts = self.parts[at].iter().any(|it| it.each.contains_key(person));
            counts.then(|| worth(at, &|it| it.each.get(person).copied()))
        };
        let each = |person: &Id| (0..n).map(|at| of_person(person, at)).collect();
        let (wanted, wanted_for) = self.wanted(choices);
        Puzzle {
            whole: (0..n).map(|at| worth(at, &|it| Some(it.whole))).collect(),
            each: self.people.iter().map(each).collect(),
            wide: self.pairs(Against::Wide),
            by_person: self.pairs(Against::ByPerson),
            sources,
            barred: (0..n).filter(|it| ends[*it].is_none()).collect(),
            wanted,
            wanted_for,
        }
    }

    /// What the reader insists on, of what one is eligible for: for the enterprise, and for a person. Whoever chooses a
    /// support for the enterprise chooses it for everybody who counts for it, but those for whom another was chosen.
    fn wanted(&self, choices: &BTreeSet<Choice>) -> (BTreeSet<usize>, BTreeSet<(usize, usize)>) {
        let is_meant = |it: &Support<'_>, of: &Choice| it.policy.id == of.policy && it.is_eligible();
        let meant =
            |of: &Choice| (0..self.supports.len()).filter(|at| is_meant(&self.supports[*at], of)).collect();
        let (mut wide, mut of_person) = (BTreeSet::new(), BTreeSet::new());
        let chosen = choices.iter().map(|it| (it, meant(it))).collect::<Vec<(&Choice, Vec<usize>)>>();
        for (choice, nodes) in &chosen {
            let Some(entry) = &choice.entry else { continue };
            // Of several editions of a policy, the one that the person falls under.
            let counts = nodes.iter().filter(|at| self.counting(**at).contains(entry));
            let place = self.people.binary_search(entry).ok();
            for (person, at) in place.into_iter().flat_map(|it| counts.clone().map(move |at| (it, *at))) {
                wide.insert(at);
                of_person.insert((person, at));
            }
        }
        let own = of_person.clone();
        for at in chosen.iter().filter(|it| it.0.entry.is_none()).flat_map(|it| it.1.iter().copied()) {
            let counting = self.counting(at);
            let another = |person: usize| {
                let rivals = own.iter().filter(|it| it.0 == person).map(|it| &self.supports[it.1]);
                rivals.clone().any(|it| it.against(&self.supports[at]) == Some(Against::ByPerson))
            };
            let people = self.people.iter().enumerate().filter(|it| counting.contains(it.1)).map(|it| it.0);
            wide.insert(at);
            of_person.extend(people.filter(|it| !another(*it)).map(|it| (it, at)));
        }
        (wide, of_person)
    }

    fn pairs(&self, against: Against) -> BTreeSet<(usize, usize)> {
        let n = self.supports.len();
        let pairs = (0..n).flat_map(|a| (a + 1..n).map(move |b| (a, b)));
        pairs.filter(|(a, b)| self.supports[*a].against(&self.supports[*b]) == Some(against)).collect()
    }

    /// What a use brings, from end to end.
    pub(crate) fn brings(&self, use_of: &Solution, counts: &dyn Fn(Purse) -> bool) -> Interval<Number> {
        let mut free = Interval::exactly(Number::ZERO);
        let mut drawn = vec![free; self.sources.len()];
        for at in &use_of.taken {
            for part in self.parts[*at].iter().filter(|it| counts(it.purse)) {
                let served = self.served(use_of, *at);
                let of_people = served.filter_map(|it| part.each.get(it)).copied();
                let sum = of_people.fold(part.whole, numbers::plus);
                let total = part.source.map_or(&mut free, |it| &mut drawn[it]);
                *total = numbers::plus(*total, sum);
            }
        }
        let held = drawn.into_iter().zip(&self.sources).map(|(drawn, source)| lesser(drawn, source.holds));
        held.fold(free, numbers::plus)
    }

    /// Those who serve a support.
    pub(crate) fn served<'s>(&'s self, use_of: &'s Solution, at: usize) -> impl Iterator<Item = &'s Id> {
        let people = self.people.iter().zip(&use_of.serves);
        people.filter(move |(_, serves)| serves.contains(&at)).map(|it| it.0)
    }

    /// Those who count, or may, for a support that is told person by person.
    pub(crate) fn counting(&self, at: usize) -> BTreeSet<&Id> {
        self.parts[at].iter().flat_map(|it| it.each.keys()).collect()
    }

    /// A use of one support alone, with everybody who counts for it.
    pub(crate) fn alone(&self, at: usize) -> Solution {
        let counting = self.counting(at);
        let only = |person: &Id| counting.contains(person).then_some(at).into_iter().collect();
        Solution {
            taken: BTreeSet::from([at]),
            serves: self.people.iter().map(only).collect(),
            total: Number::ZERO,
            bound: Number::ZERO,
        }
    }

    /// Whether a support of today of which each person may serve one brings a sum that is not told person by person.
    pub(crate) fn is_lumped(&self, counts: &dyn Fn(Purse) -> bool) -> bool {
        let nothing = Interval::exactly(Number::ZERO);
        let of_today: Vec<(&Support<'_>, &Vec<Part>)> = self.of_today().collect();
        of_today.iter().any(|(support, parts)| {
            let by_person = |it: &Support<'_>| it.against(support) == Some(Against::ByPerson);
            let has_whole = parts.iter().any(|it| it.published && counts(it.purse) && it.whole != nothing);
            has_whole && of_today.iter().any(|it| by_person(it.0))
        })
    }

    /// Whether all sums of the supports of today are known.
    pub(crate) fn is_known(&self, counts: &dyn Fn(Purse) -> bool) -> bool {
        let is_known = |it: &Interval<Number>| it.exact().is_some();
        let mut parts = self.of_today().flat_map(|it| it.1).filter(|it| counts(it.purse));
        parts.all(|it| {
            let source = it.source.is_none_or(|it| is_known(&self.sources[it].holds));
            source && is_known(&it.whole) && it.each.values().all(is_known)
        })
    }

    fn of_today(&self) -> impl Iterator<Item = (&Support<'a>, &Vec<Part>)> {
        self.supports.iter().zip(&self.parts).filter(|it| it.0.is_eligible())
    }

    /// Whether a support may bring more than can be said of what is published.
    pub(crate) fn is_unbounded(&self, at: usize, counts: &dyn Fn(Purse) -> bool) -> bool {
        let holds = |it: &Part| it.source.and_then(|it| self.sources[it].holds.high());
        let is_open = |it: &Part| it.whole.high().is_none() || it.each.values().any(|it| it.high().is_none());
        let mut parts = self.parts[at].iter().filter(|it| it.published && counts(it.purse));
        parts.any(|it| is_open(it) && holds(it).is_none())
    }

    /// Whether an amount of this purse is among what the supports bring.
    pub(crate) fn has(&self, purse: Purse) -> bool {
        self.parts.iter().flatten().any(|it| it.purse == purse)
    }

    /// The supports that draw from a source.
    pub(crate) fn drawing(&self, source: usize) -> impl Iterator<Item = usize> {
        let draws = move |it: &usize| self.parts[*it].iter().any(|it| it.source == Some(source));
        (0..self.supports.len()).filter(draws)
    }
}

/// What the amounts of a support bring; person by person where somebody may serve it or another of the knot.
fn parts(
    world: &World<'_>,
    knot: &[Support<'_>],
    support: &Support<'_>,
    drawn_from: &dyn Fn(&Amount) -> Option<usize>,
) -> Vec<Part> {
    let by_person = knot.iter().any(|it| support.against(it) == Some(Against::ByPerson));
    let then = world.on(support.days(world));
    let results = support.result.amounts.iter().filter(|it| it.unit == Unit::Cny);
    let part = |it: &crate::AmountResult| {
        let amount = support.edition.rule.amounts.iter().find(|of| of.id == it.id)?;
        let (purse, source) = (Purse::of(it.kind), drawn_from(amount));
        let Some(in_all) = it.in_all() else {
            let whole = numbers::ends(Some(Number::ZERO), None);
            return Some(Part { purse, source, whole, published: false, each: BTreeMap::new() });
        };
        let is_of_people = matches!(amount.value, Some(AmountValue::Each(_)));
        let Some(list) = support.edition.rule.for_each.filter(|_| by_person && is_of_people) else {
            return Some(Part { purse, source, whole: in_all, published: true, each: BTreeMap::new() });
        };
        let brought = of_each(&then, support.edition, amount);
        let each: BTreeMap<Id, Interval<Number>> =
            brought.iter().map(|it| (it.entry.id.clone(), it.in_all())).collect();
        // Whoever is still to be entered brings what those who were leave of the sum.
        let whole = if then.may_have_more(list) {
            let sure = each.values().copied().fold(Interval::exactly(Number::ZERO), numbers::plus);
            let left = in_all.high().zip(sure.low()).and_then(|(all, sure)| all.minus(sure));
            numbers::up_to(numbers::ends(None, left))
        } else {
            Interval::exactly(Number::ZERO)
        };
        Some(Part { purse, source, whole, published: true, each })
    };
    results.filter_map(part).collect()
}

impl End {
    /// That end; nothing where the sum is nothing.
    fn of(self, sum: Interval<Number>) -> Number {
        let sure = sum.low().unwrap_or_default().max(Number::ZERO);
        match self {
            End::Nothing => Number::ZERO,
            End::Low => sure,
            End::High => sum.high().map_or(sure, |it| it.max(Number::ZERO)),
        }
    }
}

/// The lesser of two sums.
fn lesser(a: Interval<Number>, b: Interval<Number>) -> Interval<Number> {
    let low = a.low().zip(b.low()).map(|(a, b)| a.min(b));
    numbers::ends(low, a.high().into_iter().chain(b.high()).min())
}
