//! How the people of a list stand towards a rule over them, as the answers are and today: worked out once for each.
//!
//! Searches and days ahead look at everybody again and again; what is settled for good is looked up here instead.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use policy::{Catalog, Date, Edition, ListRef, Profile, truth::Outcomes};

use crate::{
    cores::by_all_cores,
    memo::{Hangs, Memo},
    split::{each_uses, is_timeless},
    told::Told,
    world::{Place, World},
};

/// So many entries are looked at by one worker in one go.
const ENTRIES_AT_ONCE: usize = 128;

/// Everybody of one list towards one rule.
#[derive(Debug)]
pub(crate) struct People {
    /// In the order of the entries.
    entered: Vec<Row>,
    /// Whoever is still to be entered; `None` where all are.
    to_come: Option<Row>,
    /// Which conditions of each say the same on every day.
    timeless: Arc<[bool]>,
}

/// One entry towards one rule.
#[derive(Debug)]
pub(crate) struct Row {
    /// Whether it is judged by this edition, where each entry picks its own.
    pub(crate) under: Outcomes,
    /// Each condition of each, in the order of the rule; empty for what falls under another edition.
    pub(crate) conditions: Box<[Outcomes]>,
    /// What of all this is the same on every day: where that fails, waiting does not help.
    pub(crate) timeless: Outcomes,
    /// Whether it counts.
    pub(crate) counts: Outcomes,
    /// What that hangs on.
    hangs: Hangs,
}

/// Everybody towards several rules, each told apart by its edition's place in the catalog.
pub(crate) type Tables = BTreeMap<usize, Arc<People>>;

/// Names an edition by its place in the catalog.
pub(crate) fn key(edition: &Edition) -> usize {
    std::ptr::from_ref(edition).addr()
}

impl People {
    /// Everybody towards one rule.
    pub(crate) fn of(world: &World<'_>, edition: &Edition, list: ListRef) -> People {
        let timeless = timeless_conditions(world.catalog, edition);
        let row = |at: World<'_>| Row::of(&at, edition, &timeless);
        let (entered, to_come) = (world.each(list), world.to_come(list));
        People { entered: entered.map(|(at, _)| row(at)).collect(), to_come: to_come.map(row), timeless }
    }

    fn add(&mut self, places: &[Place], rows: Vec<Row>) {
        for (place, row) in places.iter().zip(rows) {
            if place.is_to_come() { self.to_come = Some(row) } else { self.entered.push(row) }
        }
    }

    /// The entry that stands there.
    pub(crate) fn row(&self, place: Place) -> Option<&Row> {
        match place {
            Place::Enterprise => None,
            Place::Entry(_, idx) => self.entered.get(idx).or(self.to_come.as_ref()),
        }
    }
}

/// A rule over people, as everybody is held against it.
struct Rule<'e> {
    edition: &'e Edition,
    list: ListRef,
    /// Which of its conditions say the same on every day.
    timeless: Arc<[bool]>,
}

/// Some of a list, to be looked at in one go.
struct Batch<'r> {
    places: Vec<Place>,
    rules: Vec<&'r Rule<'r>>,
}

/// Everybody towards the rules over people that answer on a day, by all cores.
pub(crate) fn tables(
    catalog: &Catalog,
    profile: &Profile,
    told: &Told,
    as_of: Date,
    editions: &[&Edition],
) -> Tables {
    let rules: Vec<Rule<'_>> = editions.iter().filter_map(|it| Rule::of(catalog, it)).collect();
    let memo = Memo::new(catalog);
    let batches = batches(&World::new(catalog, profile, told, as_of, &memo), &rules);
    let rows = by_all_cores(
        &batches,
        |it| it.places.len() * it.rules.len(),
        |mine| {
            let memo = Memo::new(catalog);
            let world = World::new(catalog, profile, told, as_of, &memo);
            mine.map(|it| it.rows(&world)).collect()
        },
    );
    let mut tables: BTreeMap<usize, People> = BTreeMap::new();
    for (batch, rows) in batches.iter().zip(rows) {
        for (rule, rows) in batch.rules.iter().zip(rows) {
            tables.entry(key(rule.edition)).or_insert_with(|| rule.nobody()).add(&batch.places, rows);
        }
    }
    tables.into_iter().map(|(key, people)| (key, Arc::new(people))).collect()
}

/// Everybody of every list that rules go over, whoever is still to be entered among them.
fn batches<'r>(world: &World<'_>, rules: &'r [Rule<'r>]) -> Vec<Batch<'r>> {
    let lists: BTreeSet<ListRef> = rules.iter().map(|it| it.list).collect();
    let of_list = |list: ListRef| {
        let rules: Vec<&Rule<'_>> = rules.iter().filter(|it| it.list == list).collect();
        let places = world.each(list).map(|(at, _)| at).chain(world.to_come(list)).map(|at| at.place);
        let places: Vec<Place> = places.collect();
        let batch = |places: &[Place]| Batch { places: places.to_vec(), rules: rules.clone() };
        places.chunks(ENTRIES_AT_ONCE).map(batch).collect::<Vec<_>>()
    };
    lists.into_iter().flat_map(of_list).collect()
}

impl<'e> Rule<'e> {
    fn of(catalog: &Catalog, edition: &'e Edition) -> Option<Rule<'e>> {
        let list = edition.rule.for_each?;
        Some(Rule { edition, list, timeless: timeless_conditions(catalog, edition) })
    }

    /// A table without anybody in it.
    fn nobody(&self) -> People {
        People { entered: Vec::new(), to_come: None, timeless: Arc::clone(&self.timeless) }
    }
}

impl Batch<'_> {
    /// Each towards each rule, by rules.
    fn rows(&self, world: &World<'_>) -> Vec<Vec<Row>> {
        let mut rows: Vec<Vec<Row>> =
            self.rules.iter().map(|_| Vec::with_capacity(self.places.len())).collect();
        // Entry by entry, and not rule by rule: what one rule found out of an entry the next one needs.
        for place in &self.places {
            let at = world.at_place(*place);
            for (rows, rule) in rows.iter_mut().zip(&self.rules) {
                rows.push(Row::of(&at, rule.edition, &rule.timeless));
            }
        }
        rows
    }
}

/// Which conditions of each say the same on every day.
fn timeless_conditions(catalog: &Catalog, edition: &Edition) -> Arc<[bool]> {
    let is_so = |condition: &policy::Condition| {
        let mut all = true;
        each_uses(&condition.requirement, &mut |uses| all &= is_timeless(catalog, uses));
        all
    };
    edition.rule.each.iter().map(is_so).collect()
}

impl Row {
    fn of(at: &World<'_>, edition: &Edition, timeless: &[bool]) -> Row {
        let under = at.falls_under(edition);
        if under.is_no() {
            let (conditions, hangs) = (Box::default(), Hangs::default());
            return Row { under, conditions, timeless: under, counts: under, hangs };
        }
        let decided = |it: &policy::Condition| at.requirement_decided(&it.requirement);
        let conditions: Box<[Outcomes]> = edition.rule.each.iter().map(decided).collect();
        let lasting = conditions.iter().zip(timeless).filter(|it| *it.1);
        let lasting = lasting.fold(under, |all, (holds, _)| all.and(*holds));
        let one_by_one = conditions.iter().fold(at.by_event(edition), |all, it| all.and(*it));
        let (counts, hangs) = if one_by_one.iter().count() == 1 {
            (one_by_one, Hangs::default())
        } else {
            let (counts, hangs) = at.memo.watching(|| at.counts(edition));
            (at.counts_decided_alone(edition, counts), hangs)
        };
        Row { under, conditions, timeless: lasting, counts, hangs }
    }
}

impl World<'_> {
    /// How everybody stands towards a rule over people as the answers are, worked out when it is first asked.
    pub(crate) fn people(&self, edition: &Edition, list: ListRef) -> Arc<People> {
        let known = self.tables.get(&key(edition)).map(Arc::clone);
        known.unwrap_or_else(|| self.memo.people(edition, || People::of(&self.as_told(), edition, list)))
    }

    /// Whether the entry at hand counts: what is known of it as the answers are is not sought again where it holds.
    pub(crate) fn counts_among(&self, people: &People, edition: &Edition) -> Outcomes {
        let Some(row) = people.row(self.place) else { return self.counts(edition) };
        if row.timeless.is_no() {
            return row.timeless;
        }
        let is_today = self.as_of.exact() == Some(self.today);
        if is_today && row.counts.iter().count() == 1 {
            return row.counts;
        }
        if is_today && row.hangs.is_untouched_by(self.narrowed) {
            self.memo.tell(&row.hangs);
            return row.counts;
        }
        // What is settled stays so however facts are narrowed, and what is the same on every day stays so on other days.
        let is_settled = |at: usize| {
            row.conditions.get(at).is_some_and(|it| it.iter().count() == 1)
                && (is_today || people.timeless[at])
        };
        let counts = || self.counts_beside(edition, |at| is_settled(at).then(|| row.conditions[at]));
        if is_today || self.thorough || !self.narrowed.is_empty() {
            return counts();
        }
        self.memo.standing(self, edition, counts)
    }
}
