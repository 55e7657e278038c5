//! By what the found can be narrowed, and how many would be left.

use std::collections::{BTreeMap, BTreeSet};

use crate::Entry;

/// One property by which entries can be told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    /// What the entry is ([`Kind::as_str`](crate::Kind::as_str)).
    Kind,
    /// Who grants it: nation, city, district.
    Level,
    /// What it belongs to.
    Family,
    /// Whom it is for.
    ForWhom,
    /// In force, expired and so on.
    Status,
}

impl Facet {
    /// All there are.
    pub const ALL: [Facet; 5] = [Facet::Kind, Facet::Level, Facet::Family, Facet::ForWhom, Facet::Status];
}

/// The values wanted of each facet; a facet left out or without values is not looked at.
pub type Filters = BTreeMap<Facet, BTreeSet<String>>;

/// How many of the found have each value of each facet. What is filtered by a facet itself is not applied
/// to its own counts: they say what choosing another value would give.
pub type Facets = BTreeMap<Facet, BTreeMap<String, usize>>;

/// The facets of all entries, as columns of numbers: counting strings on every keystroke would be felt.
pub(crate) struct Columns(BTreeMap<Facet, Column>);

#[derive(Default)]
struct Column {
    values: Vec<String>,
    /// For each entry the indexes of its values.
    of_entry: Vec<Vec<usize>>,
}

impl Columns {
    pub(crate) fn new(entries: &[Entry]) -> Columns {
        Columns(Facet::ALL.map(|facet| (facet, Column::new(facet, entries))).into())
    }

    /// Which entries pass, leaving one facet out of it if wished.
    pub(crate) fn passing(&self, filters: &Filters, but: Option<Facet>) -> Vec<bool> {
        let n_entries = self.0.values().next().map_or(0, |it| it.of_entry.len());
        let mut passing = vec![true; n_entries];
        for (facet, wanted) in filters.iter().filter(|(facet, it)| Some(**facet) != but && !it.is_empty()) {
            self.0[facet].narrow(&mut passing, wanted);
        }
        passing
    }

    /// The counts of one facet among the found.
    pub(crate) fn counts(&self, facet: Facet, found: impl Iterator<Item = usize>) -> BTreeMap<String, usize> {
        let column = &self.0[&facet];
        let mut counts = vec![0; column.values.len()];
        for value in found.flat_map(|it| &column.of_entry[it]) {
            counts[*value] += 1;
        }
        let counts = column.values.iter().cloned().zip(counts);
        counts.filter(|(_, count)| 0 < *count).collect()
    }
}

impl Column {
    fn new(facet: Facet, entries: &[Entry]) -> Column {
        let all: BTreeSet<&str> = entries.iter().flat_map(|it| values(facet, it)).collect();
        let index = |value: &str| all.iter().position(|it| *it == value);
        let of_entry = entries.iter().map(|it| values(facet, it).filter_map(index).collect());
        Column { of_entry: of_entry.collect(), values: all.iter().map(|it| (*it).to_owned()).collect() }
    }

    fn narrow(&self, passing: &mut [bool], wanted: &BTreeSet<String>) {
        let is_wanted: Vec<bool> = self.values.iter().map(|it| wanted.contains(it)).collect();
        for (passes, values) in passing.iter_mut().zip(&self.of_entry) {
            *passes &= values.iter().any(|it| is_wanted[*it]);
        }
    }
}

fn values(facet: Facet, entry: &Entry) -> impl Iterator<Item = &str> {
    let (one, several) = match facet {
        Facet::Kind => (Some(entry.kind.as_str()), &[][..]),
        Facet::Level => (entry.level.as_deref(), &[][..]),
        Facet::Family => (entry.family.as_deref(), &[][..]),
        Facet::ForWhom => (None, &entry.for_whom[..]),
        Facet::Status => (entry.status.as_deref(), &[][..]),
    };
    one.into_iter().chain(several.iter().map(String::as_str))
}
