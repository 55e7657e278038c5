//! Deciding by halving: unknown facts are held to parts of what they may be, until each part is decided.
//!
//! Evaluation alone forgets that a fact mentioned twice is the same fact: `x < 10 or 10 <= x` would be unknown.
//! Splitting the facts restores what was forgotten, beginning with those that are mentioned more than once.

use std::{
    cell::Cell,
    collections::{BTreeMap, BTreeSet},
};

use policy::{
    Catalog, Date, Edition, FactRef, FactType, Interval, Number, OptionSet, Owner, ParameterValues, PolicyId,
    Requirement, Uses, Value, truth::Outcomes,
};

use crate::world::{Place, Slot, World};

/// How many evaluations one question may cost before it is left unknown.
pub(crate) const BUDGET: u32 = 192;

/// With more facts than these open in one condition, what it says is left as it is reckoned.
pub(crate) const MOST_OPEN: usize = 4;

/// The same of a derived fact: a table of many lines is reckoned in each of the worlds that a search goes through.
pub(crate) const MOST_OPEN_OF_DERIVED: usize = 2;

/// Counts evaluations down.
#[derive(Debug)]
pub(crate) struct Budget<'b> {
    left: Cell<u32>,
    /// What this one is a part of.
    whole: Option<&'b Budget<'b>>,
}

impl<'b> Budget<'b> {
    pub(crate) fn new(evaluations: u32) -> Budget<'b> {
        Budget { left: Cell::new(evaluations), whole: None }
    }

    /// At most so many of what is left.
    pub(crate) fn at_most(&'b self, evaluations: u32) -> Budget<'b> {
        Budget { left: Cell::new(evaluations), whole: Some(self) }
    }

    /// Takes one; false where none is left.
    pub(crate) fn take(&self) -> bool {
        let left = self.left.get();
        self.left.set(left.saturating_sub(1));
        left > 0 && self.whole.is_none_or(Budget::take)
    }
}

/// How often each fact plays a part in several formulas, in its own words and in whether it applies.
#[derive(Debug, Default, Clone)]
pub(crate) struct Mentions {
    facts: BTreeMap<FactRef, u32>,
    /// Figures at which what a formula says may change.
    cuts: BTreeSet<Number>,
    /// Policies whose rules were followed.
    policies: BTreeSet<PolicyId>,
}

/// Facts worth splitting, and where.
#[derive(Debug, Default)]
pub(crate) struct Splits {
    pub(crate) slots: Vec<Slot>,
    cuts: Vec<Number>,
}

impl Mentions {
    pub(crate) fn add(&mut self, catalog: &Catalog, uses: &Uses) {
        self.cuts.extend(&uses.numbers);
        for parameter in &uses.parameters {
            self.cuts.extend(figures(&catalog.parameter(*parameter).values));
        }
        for (fact, times) in &uses.facts {
            self.mention(catalog, *fact, *times);
        }
        for policy in &uses.policies {
            let asked = catalog.policy(policy.as_str()).ok().filter(|_| self.policies.insert(policy.clone()));
            asked.into_iter().flat_map(|it| &it.editions).for_each(|it| self.add_edition(catalog, it));
        }
    }

    /// Everything that decides whether an edition is open.
    pub(crate) fn add_edition(&mut self, catalog: &Catalog, edition: &Edition) {
        let rule = &edition.rule;
        for condition in rule.conditions.iter().chain(&rule.each) {
            self.add_requirement(catalog, &condition.requirement);
        }
        self.add_windows(catalog, edition);
        self.add_event(catalog, edition);
    }

    /// What decides whether one entry counts.
    pub(crate) fn add_people(&mut self, catalog: &Catalog, edition: &Edition) {
        edition.rule.each.iter().for_each(|it| self.add_requirement(catalog, &it.requirement));
        self.add_event(catalog, edition);
    }

    pub(crate) fn add_requirement(&mut self, catalog: &Catalog, requirement: &Requirement) {
        each_uses(requirement, &mut |uses| self.add(catalog, uses));
    }

    pub(crate) fn add_windows(&mut self, catalog: &Catalog, edition: &Edition) {
        for day in edition.rule.windows.iter().flat_map(|it| it.opens.iter().chain(&it.closes)) {
            self.add(catalog, &day.uses);
        }
    }

    /// The event that picks the edition is held against both ends of its days.
    pub(crate) fn add_event(&mut self, catalog: &Catalog, edition: &Edition) {
        if let Some(by) = edition.valid.by {
            self.mention(catalog, by, 2);
        }
    }

    /// A fact hangs on the facts that say whether it applies.
    fn mention(&mut self, catalog: &Catalog, fact: FactRef, times: u32) {
        *self.facts.entry(fact).or_default() += times;
        let Some(ask_if) = &catalog.fact(fact).ask_if else { return };
        self.cuts.extend(&ask_if.uses.numbers);
        for parent in ask_if.uses.facts.keys() {
            self.mention(catalog, *parent, times);
        }
    }

    /// The unsettled facts, those that settle most for the least work first.
    ///
    /// Mentioned twice, a fact forgets that it is the same; then come those of few possibilities.
    pub(crate) fn splits(&self, world: &World<'_>) -> Splits {
        let mut slots: Vec<(u32, Slot)> = self
            .facts
            .iter()
            .flat_map(|(fact, times)| places(world, *fact).into_iter().map(|it| (*times, it)))
            .filter(|(_, it)| !world.at_place(it.place).is_settled(it.fact))
            .collect();
        slots.sort_by_key(|(times, it)| (*times == 1, possibilities(&world.catalog.fact(it.fact).kind)));
        let slots = slots.into_iter().map(|it| it.1).collect();
        Splits { slots, cuts: self.cuts() }
    }

    /// Figures at which what the formulas say may change, in order.
    pub(crate) fn cuts(&self) -> Vec<Number> {
        self.cuts.iter().copied().collect()
    }
}

/// Calls back with what each test of a requirement mentions.
pub(crate) fn each_uses<'r>(requirement: &'r Requirement, found: &mut dyn FnMut(&'r Uses)) {
    match requirement {
        Requirement::Test(formula) => found(&formula.uses),
        Requirement::Officer => {}
        Requirement::Any(parts) | Requirement::All(parts) => {
            parts.iter().for_each(|it| each_uses(&it.requirement, found));
        }
        Requirement::Not(part) => each_uses(&part.requirement, found),
    }
}

/// Whether what a formula says is the same on every day.
pub(crate) fn is_timeless(catalog: &Catalog, uses: &Uses) -> bool {
    let applies = |fact: &FactRef| {
        catalog.fact(*fact).ask_if.as_ref().is_none_or(|ask_if| is_timeless(catalog, &ask_if.uses))
    };
    !uses.as_of && uses.policies.is_empty() && uses.facts.keys().all(applies)
}

/// What a question is once each part of the unsettled facts has been tried; the whole where nothing is gained.
pub(crate) fn refine(
    world: &World<'_>,
    cuts: &[Number],
    budget: &Budget<'_>,
    question: &dyn Fn(&World<'_>) -> Outcomes,
) -> Outcomes {
    let (whole, hangs) = world.memo.watching(|| question(world));
    let decided = whole.iter().count() == 1;
    if decided || !budget.take() {
        return whole;
    }
    let Some((slot, parts)) = split_open(world, cuts, &hangs.open) else { return whole };
    let mut joined: Option<Outcomes> = None;
    for part in parts {
        let narrowed = with(world, slot, part);
        let inside = world.narrowed(&narrowed);
        if !inside.is_possible() {
            continue;
        }
        let outcome = refine(&inside, cuts, budget, question);
        let so_far = joined.map_or(outcome, |it| it.join(outcome));
        if so_far == whole {
            return whole;
        }
        joined = Some(so_far);
    }
    joined.unwrap_or(whole)
}

/// The first of these facts that can be split, with its parts.
pub(crate) fn split(world: &World<'_>, splits: &Splits) -> Option<(Slot, Vec<Value>)> {
    splits.slots.iter().find_map(|slot| parted(world, *slot, &splits.cuts))
}

/// Of the facts that a question hangs on, the one that settles most for the least work, with its parts.
pub(crate) fn split_open(world: &World<'_>, cuts: &[Number], open: &[Slot]) -> Option<(Slot, Vec<Value>)> {
    let mut slots: Vec<(bool, usize, Slot)> = Vec::new();
    for slot in open {
        match slots.iter_mut().find(|it| it.2 == *slot) {
            Some(again) => again.0 = false,
            None => slots.push((true, possibilities(&world.catalog.fact(slot.fact).kind), *slot)),
        }
    }
    slots.sort_by_key(|(once, possibilities, _)| (*once, *possibilities));
    slots.into_iter().find_map(|it| parted(world, it.2, cuts))
}

fn parted(world: &World<'_>, slot: Slot, cuts: &[Number]) -> Option<(Slot, Vec<Value>)> {
    let at = world.at_place(slot.place);
    let reading = at.reading(slot.fact);
    let parts = if reading.is_settled() { None } else { parts_of(world, slot, reading.value, cuts) };
    parts.map(|it| (slot, it))
}

/// What is narrowed already, and one more.
pub(crate) fn with(world: &World<'_>, slot: Slot, part: Value) -> Vec<(Slot, Value)> {
    let mut narrowed: Vec<(Slot, Value)> =
        world.narrowed.iter().copied().filter(|(it, _)| *it != slot).collect();
    narrowed.push((slot, part));
    narrowed
}

fn places(world: &World<'_>, fact: FactRef) -> Vec<Slot> {
    match world.catalog.fact(fact).owner {
        Owner::Enterprise => vec![Slot { place: Place::Enterprise, fact }],
        // At an entry, only that entry is in question.
        Owner::Entry(_) if world.place != Place::Enterprise => vec![Slot { place: world.place, fact }],
        Owner::Entry(list) => {
            let n_entries = world.entries(list).map_or(0, |it| it.entries.len());
            (0..n_entries).map(|idx| Slot { place: Place::Entry(list, idx), fact }).collect()
        }
    }
}

fn possibilities(kind: &FactType) -> usize {
    match kind {
        FactType::Boolean => 2,
        FactType::Choice(options) | FactType::Choices(options) => options.len(),
        FactType::Number { .. } => 1_000,
        FactType::Date { .. } => 100_000,
    }
}

/// A value in parts that together are the whole; `None` where it cannot be split.
pub(crate) fn parts_of(world: &World<'_>, slot: Slot, value: &Value, cuts: &[Number]) -> Option<Vec<Value>> {
    match value {
        Value::Truth(None) => Some(vec![Value::Truth(Some(true)), Value::Truth(Some(false))]),
        Value::Truth(Some(_)) => None,
        Value::Choice(options) => {
            (options.len() > 1).then(|| options.iter().map(|it| Value::Choice(OptionSet::of(it))).collect())
        }
        Value::Choices { certain, possible } => {
            let option = possible.without(*certain).iter().next()?;
            let with = certain.union(OptionSet::of(option));
            let without = possible.without(OptionSet::of(option));
            Some(vec![
                Value::Choices { certain: with, possible: *possible },
                Value::Choices { certain: *certain, possible: without },
            ])
        }
        Value::Number(interval) => {
            let FactType::Number { kind, .. } = &world.catalog.fact(slot.fact).kind else { return None };
            let parts = number_parts(*interval, kind.step(), cuts)?;
            Some(parts.into_iter().map(Value::Number).collect())
        }
        Value::Date(interval) => {
            Some(date_parts(*interval, world.first_day())?.into_iter().map(Value::Date).collect())
        }
    }
}

/// The least or the greatest that a value may be; `None` where it has no such end.
pub(crate) fn end_of(world: &World<'_>, slot: Slot, value: &Value, high: bool) -> Option<Value> {
    Some(match value {
        Value::Truth(holds) => Value::Truth(Some(holds.unwrap_or(high))),
        Value::Number(range) => {
            let FactType::Number { kind, .. } = &world.catalog.fact(slot.fact).kind else { return None };
            let end =
                if high { range.high()?.floor_to(kind.step()) } else { range.low()?.ceil_to(kind.step()) };
            Value::Number(Interval::exactly(end.filter(|it| range.contains(*it))?))
        }
        Value::Date(range) => Value::Date(Interval::exactly(if high { range.high() } else { range.low() }?)),
        Value::Choice(options) => {
            let mut options = options.iter();
            let option = if high { options.last() } else { options.next() };
            Value::Choice(OptionSet::of(option?))
        }
        Value::Choices { certain, possible } => {
            let chosen = if high { *possible } else { *certain };
            Value::Choices { certain: chosen, possible: chosen }
        }
    })
}

/// Below a figure that rules mention, the figure itself, and above it; else in halves.
fn number_parts(whole: Interval<Number>, step: Number, cuts: &[Number]) -> Option<Vec<Interval<Number>>> {
    if whole.exact().is_some() {
        return None;
    }
    let inside: Vec<Number> = cuts.iter().copied().filter(|it| whole.contains(*it)).collect();
    // A figure at the end is told apart after those inside; alone it would cut off one value at a time.
    let is_end = |it: &Number| whole.low() == Some(*it) || whole.high() == Some(*it);
    let within: Vec<Number> = inside.iter().copied().filter(|it| !is_end(it)).collect();
    let middle = within.get(within.len() / 2).or(inside.first());
    match middle {
        Some(cut) => around(whole, *cut, step),
        None => halves(whole, step),
    }
}

fn around(whole: Interval<Number>, cut: Number, step: Number) -> Option<Vec<Interval<Number>>> {
    let at = cut.floor_to(step)?;
    let on_grid = at == cut;
    let below = Interval::new(whole.low(), Some(if on_grid { at.minus(step)? } else { at }));
    let above = Interval::new(Some(at.plus(step)?), whole.high());
    let exact = on_grid.then(|| Interval::exactly(cut));
    Some([below, exact, above].into_iter().flatten().collect())
}

fn halves(whole: Interval<Number>, step: Number) -> Option<Vec<Interval<Number>>> {
    let (low, high) = (whole.low()?, whole.high()?);
    // Answers lie on the grid; ends that do not are drawn in, unless nothing would be left.
    let grid = Interval::new(low.ceil_to(step), high.floor_to(step)).unwrap_or(whole);
    let (low, high) = (grid.low()?, grid.high()?);
    if low == high {
        return (grid != whole).then(|| vec![grid]);
    }
    let middle = low.plus(high)?.over(Number::from(2_i64))?.floor_to(step)?.max(low);
    let lower = Interval::new(Some(low), Some(middle));
    let upper = Interval::new(Some(middle.plus(step)?), Some(high));
    Some([lower, upper].into_iter().flatten().collect())
}

/// Up to the day of assessment and after it, then in halves.
fn date_parts(whole: Interval<Date>, as_of: Date) -> Option<Vec<Interval<Date>>> {
    let (low, high) = (whole.low()?, whole.high()?);
    if low == high {
        return None;
    }
    let middle = if low <= as_of && as_of < high { as_of } else { low.plus_days(low.days_until(high) / 2) };
    let lower = Interval::new(Some(low), Some(middle));
    let upper = Interval::new(Some(middle.plus_days(1)), Some(high));
    Some([lower, upper].into_iter().flatten().collect())
}

/// The figures of a parameter, of whatever day.
fn figures(values: &ParameterValues) -> Vec<Number> {
    match values {
        ParameterValues::Numbers(steps) => steps.iter().map(|it| it.value).collect(),
        ParameterValues::Tiers(steps) => {
            steps.iter().flat_map(|it| it.value.tiers().iter().map(|it| it.above)).collect()
        }
    }
}
