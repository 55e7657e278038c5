//! What the answers of a profile say beyond themselves: a question that was answered applied, so the facts it hangs on
//! are as they must have been.

use std::{collections::BTreeMap, sync::Arc};

use rayon::prelude::*;

use policy::{
    Catalog, Date, Entries, Fact, FactRef, FactType, Interval, ListRef, Number, OptionSet, Profile, Value,
};

use crate::{
    answered::{Answered, answers_at},
    memo::Memo,
    split::parts_of,
    world::{Place, Slot, World, are_many},
};

/// The first and last day that any answer may be; what is outside is refused where answers are read.
const EARLIEST: (i64, i64, i64) = (1900, 1, 1);
const LATEST: (i64, i64, i64) = (2199, 12, 31);

/// How often one may go over the answers of one place; each round holds some fact to less than it was.
const MOST_ROUNDS: usize = 64;

/// A question that hangs on more facts than these is looked at whatever is split.
const MOST_PARENTS: usize = 16;

/// So many entries are looked at by one worker in one go.
const ENTRIES_AT_ONCE: usize = 256;

/// What is told of every fact: by the answers as they stand in the profile, and beside them.
#[derive(Debug, Clone)]
pub(crate) struct Told {
    /// What each fact may be while nothing is said of it.
    domains: Arc<[Value]>,
    /// The answers, as the profile has them.
    answered: Arc<Answered>,
    /// Facts held to less than was answered, if anything was: to what may be answered at all, and to what answers
    /// imply. Nothing of what answers contradict.
    held: BTreeMap<Slot, Value>,
    /// Answers whose questions may still not have applied, as they hang on several facts at once; by each of these.
    /// What contradicts such an answer is not possible.
    hinges: BTreeMap<Slot, Vec<Slot>>,
    /// Those that hang on more facts than are noted.
    wide_hinges: Vec<Slot>,
}

/// What was found at one place.
#[derive(Default)]
struct Found {
    held: Vec<(Slot, Value)>,
    hinges: Vec<Hinge>,
}

/// An answer whose question may not have applied, and what that hangs on; `None` where it is more than is noted.
struct Hinge {
    slot: Slot,
    on: Option<Vec<Slot>>,
}

impl Told {
    /// What the answers of a profile say on the day of assessment.
    pub(crate) fn of(catalog: &Catalog, profile: &Profile, as_of: Date) -> Told {
        let (answered, held) =
            Answered::of(catalog, profile, |fact, value| within_domain(catalog.fact(fact), value));
        let mut told = Told {
            domains: catalog.facts.iter().map(domain).collect(),
            answered: Arc::new(answered),
            held,
            hinges: BTreeMap::new(),
            wide_hinges: Vec::new(),
        };
        let look = Look { catalog, profile, as_of };
        let mut n_rounds = 0;
        let (of_enterprise, of_entries) = loop {
            let of_enterprise = look.at(&told, &[Place::Enterprise]);
            told.held.extend(of_enterprise.held);
            let of_entries = look.at_entries(&told);
            // What one entry says of the enterprise may say more of the others.
            let news = of_entries.held.iter().copied().find(|(it, _)| it.place == Place::Enterprise);
            match news.filter(|_| n_rounds < MOST_ROUNDS) {
                Some((slot, value)) => told.held.insert(slot, value),
                None => break (of_enterprise.hinges, of_entries),
            };
            n_rounds += 1;
        };
        told.held.extend(of_entries.held);
        of_enterprise.into_iter().chain(of_entries.hinges).for_each(|it| told.add_hinge(it));
        told
    }

    fn add_hinge(&mut self, hinge: Hinge) {
        match hinge.on {
            Some(on) => on.into_iter().for_each(|it| self.hinges.entry(it).or_default().push(hinge.slot)),
            None => self.wide_hinges.push(hinge.slot),
        }
    }

    /// What a fact may be while nothing is said of it.
    pub(crate) fn domain(&self, fact: FactRef) -> &Value {
        &self.domains[fact.0]
    }

    /// What was said of a fact, outright or by answering a question that hangs on it.
    pub(crate) fn said(&self, slot: Slot) -> Option<&Value> {
        let held = if self.held.is_empty() { None } else { self.held.get(&slot) };
        held.or_else(|| self.answered.at(slot))
    }

    /// Answers whose questions hang on this fact among others, and may not have applied.
    pub(crate) fn hinges_on(&self, slot: Slot) -> impl Iterator<Item = Slot> {
        self.hinges.get(&slot).into_iter().flatten().chain(&self.wide_hinges).copied()
    }
}

/// Where one looks for what answers imply.
#[derive(Clone, Copy)]
struct Look<'l> {
    catalog: &'l Catalog,
    profile: &'l Profile,
    as_of: Date,
}

impl<'l> Look<'l> {
    /// At all entries of the lists that are searched.
    fn at_entries(&self, told: &Told) -> Found {
        let of_list = |(list, entries): (&ListRef, &Entries)| {
            let list = *list;
            (0..entries.entries.len()).map(move |idx| Place::Entry(list, idx))
        };
        let few = self.profile.lists.iter().filter(|it| !are_many(it.1));
        let places: Vec<Place> = few.flat_map(of_list).collect();
        let some = places.par_chunks(ENTRIES_AT_ONCE).map(|it| self.at(told, it));
        some.collect::<Vec<_>>().into_iter().fold(Found::default(), |mut all, some| {
            all.held.extend(some.held);
            all.hinges.extend(some.hinges);
            all
        })
    }

    /// At some places, one after the other.
    fn at(&self, told: &Told, places: &[Place]) -> Found {
        let memo = Memo::new(self.catalog);
        let mut told = told.clone();
        let mut found = Found::default();
        let open: Vec<(Place, Vec<Slot>)> = {
            let world = self.world(&told, &memo);
            let open = places.iter().map(|it| (*it, self.open_questions(&world, *it)));
            open.filter(|it| !it.1.is_empty()).collect()
        };
        for (place, slots) in open {
            self.hold_at(place, slots, &mut told, &memo, &mut found);
        }
        found
    }

    fn world<'w>(&'w self, told: &'w Told, memo: &'w Memo) -> World<'w> {
        World::new(self.catalog, self.profile, told, self.as_of, memo)
    }

    /// Answers whose questions may not have applied: only these say anything beyond themselves.
    fn open_questions(&self, world: &World<'_>, place: Place) -> Vec<Slot> {
        let conditional =
            answers_at(self.profile, place).filter(|it| self.catalog.fact(it.0).ask_if.is_some());
        let slots = conditional.map(|(fact, _)| Slot { place, fact });
        slots.filter(|it| world.asked(*it).is_unknown()).collect()
    }

    fn hold_at(&self, place: Place, mut slots: Vec<Slot>, told: &mut Told, memo: &Memo, found: &mut Found) {
        for _ in 0..MOST_ROUNDS {
            let world = self.world(told, memo);
            let Some((slot, value)) = slots.iter().find_map(|it| implied(&world, *it)) else { break };
            told.held.insert(slot, value);
            found.held.push((slot, value));
            // What is known now of one may leave others open, and is itself an answer to a question.
            let is_asked_under = self.catalog.fact(slot.fact).ask_if.is_some();
            if slot.place == place && is_asked_under && !slots.contains(&slot) {
                slots.push(slot);
            }
        }
        let world = self.world(told, memo);
        found.hinges.extend(slots.into_iter().filter_map(|it| hinge(&world, it)));
    }
}

/// The first fact that an answer holds to less.
fn implied(world: &World<'_>, slot: Slot) -> Option<(Slot, Value)> {
    let ask_if = world.catalog.fact(slot.fact).ask_if.as_ref()?;
    if !world.asked(slot).is_unknown() {
        return None;
    }
    let cuts: Vec<Number> = ask_if.uses.numbers.iter().copied().collect();
    let at = world.at_place(slot.place);
    ask_if.uses.facts.keys().find_map(|parent| {
        let parent = at.slot(*parent);
        let whole = at.at_place(parent.place).reading(parent.fact).value;
        let parts = parts_of(world, parent, whole, &cuts)?;
        let possible = |part: &Value| !world.narrowed(&[(parent, *part)]).asked(slot).is_no();
        let left = parts.into_iter().filter(possible).reduce(either)?;
        (left != *whole).then_some((parent, left))
    })
}

fn hinge(world: &World<'_>, slot: Slot) -> Option<Hinge> {
    let (asked, hangs) = world.memo.watching(|| world.asked(slot));
    asked
        .is_unknown()
        .then(|| Hinge { slot, on: (!hangs.is_wide(MOST_PARENTS)).then_some(hangs.once(false).open) })
}

/// What leaves both possible.
fn either(a: Value, b: Value) -> Value {
    match (a, b) {
        (Value::Truth(a), Value::Truth(b)) => Value::Truth(a.filter(|_| a == b)),
        (Value::Number(a), Value::Number(b)) => Value::Number(Interval::hull(a, b)),
        (Value::Date(a), Value::Date(b)) => Value::Date(Interval::hull(a, b)),
        (Value::Choice(a), Value::Choice(b)) => Value::Choice(OptionSet::union(a, b)),
        (Value::Choices { certain: a, possible: x }, Value::Choices { certain: b, possible: y }) => {
            Value::Choices { certain: a.intersection(b), possible: x.union(y) }
        }
        (a, _) => a,
    }
}

/// Everything a fact may be while nothing is known.
fn domain(fact: &Fact) -> Value {
    match &fact.kind {
        FactType::Boolean => Value::Truth(None),
        FactType::Number { bounds, .. } => Value::Number(*bounds),
        FactType::Date { .. } => Value::Date(all_days()),
        FactType::Choice(options) => Value::Choice(options.iter().map(|it| it.id).collect()),
        FactType::Choices(options) => {
            Value::Choices { certain: OptionSet::EMPTY, possible: options.iter().map(|it| it.id).collect() }
        }
    }
}

/// A range with an open end is held within what may be answered at all; `None` where it is as it stands.
fn within_domain(fact: &Fact, value: &Value) -> Option<Value> {
    match (value, &fact.kind) {
        (Value::Number(range), FactType::Number { bounds, .. }) => {
            let within = range.meet(*bounds)?;
            (within != *range).then_some(Value::Number(within))
        }
        (Value::Date(range), _) if range.exact().is_none() => {
            let within = range.meet(all_days())?;
            (within != *range).then_some(Value::Date(within))
        }
        _ => None,
    }
}

fn all_days() -> Interval<Date> {
    let day = |(year, month, day)| Date::new(year, month, day);
    Interval::new(day(EARLIEST), day(LATEST)).unwrap_or(Interval::ANY)
}
