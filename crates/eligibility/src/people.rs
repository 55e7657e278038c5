//! How the people of a list stand towards a rule over them, as the answers are and today: worked out once for each.
//!
//! Searches and days ahead look at everybody again and again; what is settled for good is looked up here instead.

use std::{collections::BTreeMap, sync::Arc};

use rayon::prelude::*;

use policy::{Catalog, Date, Edition, ListRef, Profile, truth::Outcomes};

use crate::{
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
        People {
            entered: world.each(list).map(|(at, _)| row(at)).collect(),
            to_come: world.to_come(list).map(row),
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

/// Everybody towards the rules over people that answer on a day, by all cores.
pub(crate) fn tables(
    catalog: &Catalog,
    profile: &Profile,
    told: &Told,
    as_of: Date,
    editions: &[&Edition],
) -> Tables {
    let rules: Vec<(&Edition, ListRef, Vec<bool>)> = editions
        .iter()
        .filter_map(|it| Some((*it, it.rule.for_each?, timeless_conditions(catalog, it))))
        .collect();
    let mut tables: Vec<People> =
        rules.iter().map(|_| People { entered: Vec::new(), to_come: None }).collect();
    for (list, entries) in &profile.lists {
        let places: Vec<usize> = (0..entries.entries.len()).collect();
        // Entry by entry, and not rule by rule: what one rule found out of an entry the next one needs.
        let of_some = |places: &[usize]| {
            let memo = Memo::new(catalog);
            let world = World::new(catalog, profile, told, as_of, &memo);
            let rules = || rules.iter().filter(|it| it.1 == *list);
            let mut rows: Vec<Vec<Row>> = rules().map(|_| Vec::with_capacity(places.len())).collect();
            for idx in places {
                let at = world.at(*list, *idx);
                for (rows, (edition, _, timeless)) in rows.iter_mut().zip(rules()) {
                    rows.push(Row::of(&at, edition, timeless));
                }
            }
            rows
        };
        for rows in places.par_chunks(ENTRIES_AT_ONCE).map(of_some).collect::<Vec<_>>() {
            let of_list = tables.iter_mut().zip(&rules).filter(|it| it.1.1 == *list);
            of_list.zip(rows).for_each(|((people, _), some)| people.entered.extend(some));
        }
    }
    let memo = Memo::new(catalog);
    let world = World::new(catalog, profile, told, as_of, &memo);
    for (people, (edition, list, timeless)) in tables.iter_mut().zip(&rules) {
        people.to_come = world.to_come(*list).map(|at| Row::of(&at, edition, timeless));
    }
    rules.iter().map(|it| key(it.0)).zip(tables.into_iter().map(Arc::new)).collect()
}

/// Which conditions of each say the same on every day.
fn timeless_conditions(catalog: &Catalog, edition: &Edition) -> Vec<bool> {
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
            let (_, hangs) = at.memo.watching(|| at.counts(edition));
            (at.counts_decided_alone(edition), hangs)
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
        if self.as_of.exact() == Some(self.today) {
            if row.counts.iter().count() == 1 {
                return row.counts;
            }
            if row.hangs.is_untouched_by(self.narrowed) {
                self.memo.tell(&row.hangs);
                return row.counts;
            }
        }
        self.counts(edition)
    }
}
