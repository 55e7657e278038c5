//! All that is kept of one profile.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::{Change, EntryChange, Json};

/// All that is kept of one profile: what is known, and what was done with it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contents {
    /// The answers given, by fact.
    pub facts: BTreeMap<String, Json>,
    /// The lists given, by their name. A list given as empty ("nobody hired") is here; one never asked about is not.
    pub lists: BTreeMap<String, List>,
    /// The papers ticked off.
    pub ticks: BTreeSet<Tick>,
    /// The policies chosen to be applied for.
    pub chosen: BTreeSet<String>,
    /// Of supports that exclude each other, those the reader takes.
    #[serde(default)]
    pub preferences: BTreeSet<Preference>,
    /// The question at which the founder stopped.
    pub place: Option<String>,
}

/// Several things of one kind, in the order in which they were entered.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct List {
    /// The things; no two with the same id.
    pub entries: Vec<Entry>,
    /// There are more than those entered.
    pub more: bool,
}

/// One thing in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Names it within its list.
    pub id: String,
    /// What whoever entered it calls it, for themselves alone: no fact, and not among the fields.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// All its facts: a JSON object.
    pub fields: Json,
}

/// A paper ticked off the checklist of a policy.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Tick {
    /// The policy it is brought for.
    pub policy: String,
    /// The paper.
    pub paper: String,
}

/// A support that the reader takes rather than what it excludes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Preference {
    /// The support.
    pub policy: String,
    /// For this entry of its list; for the enterprise where left out.
    pub entry: Option<String>,
}

impl Contents {
    /// Makes a change to what is held in memory, as the book makes it on the disk.
    pub fn apply(&mut self, change: &Change) {
        match change.clone() {
            Change::Answer { fact, value: Some(value) } => {
                self.facts.insert(fact, value);
            }
            Change::Answer { fact, value: None } => {
                self.facts.remove(&fact);
            }
            Change::Entries { list, changes } => {
                let changes_something = self.lists.contains_key(&list)
                    || changes.iter().any(|it| matches!(it, EntryChange::Put { .. }));
                if changes_something {
                    self.lists.entry(list).or_default().apply(changes);
                }
            }
            Change::More { list, more } => {
                if let Some(list) = self.lists.get_mut(&list) {
                    list.more = more;
                }
            }
            Change::List { list, value: Some(value) } => {
                self.lists.insert(list, value);
            }
            Change::List { list, value: None } => {
                self.lists.remove(&list);
            }
            Change::Everything(everything) => *self = everything,
        }
    }
}

impl List {
    fn apply(&mut self, changes: Vec<EntryChange>) {
        // Looked up once: a paste changes thousands.
        let known: BTreeMap<String, usize> =
            self.entries.iter().enumerate().map(|(idx, it)| (it.id.clone(), idx)).collect();
        let mut gone = BTreeSet::new();
        let mut come: Vec<(Entry, Option<String>)> = Vec::new();
        for change in changes {
            match change {
                EntryChange::Put { entry, before } => match known.get(&entry.id) {
                    Some(idx) => self.entries[*idx] = entry,
                    None => come.push((entry, before)),
                },
                EntryChange::Remove { entry } => gone.extend(known.contains_key(&entry).then_some(entry)),
            }
        }
        if !gone.is_empty() {
            self.entries.retain(|it| !gone.contains(&it.id));
        }
        for (entry, before) in come {
            let place = before.and_then(|before| self.entries.iter().position(|it| it.id == before));
            self.entries.insert(place.unwrap_or(self.entries.len()), entry);
        }
    }
}
