//! The answers of a profile as rules read them: the same fact of everybody, one after the other.

use std::collections::BTreeMap;

use rayon::prelude::*;

use policy::{Answer, Catalog, FactRef, ListRef, Profile, Value};

use crate::world::{Place, Slot};

/// So many entries are gone through by one worker in one go.
const ENTRIES_AT_ONCE: usize = 256;

/// What was answered.
#[derive(Debug)]
pub(crate) struct Answered {
    of_enterprise: Part,
    /// In the order of the entries, so many in each part.
    of_lists: BTreeMap<ListRef, Vec<Part>>,
}

impl Answered {
    /// The answers of a profile; beside them those that `held` holds to less.
    pub(crate) fn of(
        catalog: &Catalog,
        profile: &Profile,
        held: impl Fn(FactRef, &Value) -> Option<Value> + Sync,
    ) -> (Answered, BTreeMap<Slot, Value>) {
        let read = |places: &[Place]| Part::of(catalog, profile, places, &held);
        let (of_enterprise, mut all_held) = read(&[Place::Enterprise]);
        let mut of_lists = BTreeMap::new();
        for (list, entries) in &profile.lists {
            let places: Vec<Place> = (0..entries.entries.len()).map(|idx| Place::Entry(*list, idx)).collect();
            let parts: Vec<_> = places.par_chunks(ENTRIES_AT_ONCE).map(read).collect();
            let (parts, held): (Vec<Part>, Vec<_>) = parts.into_iter().unzip();
            of_lists.insert(*list, parts);
            all_held.extend(held.into_iter().flatten());
        }
        (Answered { of_enterprise, of_lists }, all_held.into_iter().collect())
    }

    /// What was answered there.
    pub(crate) fn at(&self, slot: Slot) -> Option<&Value> {
        match slot.place {
            Place::Enterprise => self.of_enterprise.at(0, slot.fact),
            Place::Entry(list, idx) => {
                let part = self.of_lists.get(&list)?.get(idx / ENTRIES_AT_ONCE)?;
                part.at(idx % ENTRIES_AT_ONCE, slot.fact)
            }
        }
    }
}

/// The answers of some places one after the other, a row for each fact. Nothing stands where nobody knows.
#[derive(Debug)]
struct Part {
    rows: Vec<Vec<Option<Value>>>,
}

impl Part {
    fn of(
        catalog: &Catalog,
        profile: &Profile,
        places: &[Place],
        held: &impl Fn(FactRef, &Value) -> Option<Value>,
    ) -> (Part, Vec<(Slot, Value)>) {
        let mut rows = vec![Vec::new(); catalog.facts.len()];
        let mut all_held = Vec::new();
        for (at, place) in places.iter().enumerate() {
            for (fact, value) in answers_at(profile, *place) {
                let row = &mut rows[fact.0];
                if row.is_empty() {
                    row.reserve(places.len());
                }
                row.resize(at, None);
                row.push(Some(*value));
                all_held.extend(held(fact, value).map(|it| (Slot { place: *place, fact }, it)));
            }
        }
        (Part { rows }, all_held)
    }

    fn at(&self, at: usize, fact: FactRef) -> Option<&Value> {
        self.rows.get(fact.0)?.get(at)?.as_ref()
    }
}

/// What was answered at a place; not that nobody knows.
pub(crate) fn answers_at(profile: &Profile, place: Place) -> impl Iterator<Item = (FactRef, &Value)> {
    let answers = match place {
        Place::Enterprise => Some(&profile.answers),
        Place::Entry(list, idx) => {
            profile.lists.get(&list).and_then(|it| it.entries.get(idx)).map(|it| &it.answers)
        }
    };
    answers.into_iter().flatten().filter_map(|(fact, answer)| match answer {
        Answer::Known(value) => Some((*fact, value)),
        Answer::Unknown => None,
    })
}
