//! The entries of lists: put, removed, looked at.

use casebook::{Change, EntryChange, Json};
use policy::{Entry, ListRef};
use serde_json::{Map, Value};

use crate::{About, Desk, DeskError, sitting::entry_json};

/// So long may a name be.
const LONGEST_NAME: usize = 40;

/// An entry as it is put into a list.
#[derive(Debug, Clone, PartialEq)]
pub struct NewEntry {
    /// The list.
    pub list: String,
    /// The entry, `None` for a new one.
    pub id: Option<String>,
    /// What whoever enters it calls it, for themselves alone.
    pub name: Option<String>,
    /// Its facts and `n`, as the command line writes them.
    pub fields: Map<String, Value>,
}

impl Desk {
    /// Puts an entry into a list, in place of a former one with the same id; says which it is.
    ///
    /// It is on the disk when this returns. What comes of it is still [to be reckoned](Desk::to_reckon).
    pub fn put_entry(&mut self, entry: NewEntry, now: &str) -> Result<String, DeskError> {
        let list = self.find_list(&entry.list)?;
        let id = entry.id.clone().unwrap_or_else(|| self.free_ids(&entry.list).next().unwrap_or_default());
        self.put_entries(list, vec![NewEntry { id: Some(id.clone()), ..entry }], now)?;
        Ok(id)
    }

    /// Puts entries into a list in one step; those without an id are new. All of them, or none.
    pub(crate) fn put_entries(
        &mut self,
        list: ListRef,
        entries: Vec<NewEntry>,
        now: &str,
    ) -> Result<(), DeskError> {
        let name = self.catalog().list(list).id.to_string();
        let mut free = self.free_ids(&name);
        let entries: Vec<casebook::Entry> = entries
            .into_iter()
            .map(|it| kept(it.id.unwrap_or_else(|| free.next().unwrap_or_default()), it.name, it.fields))
            .collect();
        drop(free);
        self.check_entries(list, &entries)?;
        let changes = entries.into_iter().map(|entry| EntryChange::Put { entry, before: None }).collect();
        self.save_only(&Change::Entries { list: name, changes }, now, Some(About::List(list)))
    }

    /// Takes an entry out of a list. What comes of it is still [to be reckoned](Desk::to_reckon).
    pub fn remove_entry(&mut self, list: &str, entry: &str, now: &str) -> Result<(), DeskError> {
        let found = self.find_list(list)?;
        if !self.kept(list).iter().any(|it| it.id == entry) {
            return Err(DeskError::not_found("entry", entry));
        }
        let changes = vec![EntryChange::Remove { entry: entry.to_owned() }];
        self.save_only(&Change::Entries { list: list.to_owned(), changes }, now, Some(About::List(found)))
    }

    /// The entries of a list, as far as the pack understands them, in order.
    pub fn entries(&self, list: ListRef) -> &[Entry] {
        self.sitting.profile.lists.get(&list).map(|it| it.entries.as_slice()).unwrap_or_default()
    }

    /// What the entries of a list are called, in order; of some of them from a place on.
    pub fn entry_names(&self, list: ListRef, from: usize) -> impl Iterator<Item = (&str, Option<&str>)> {
        let kept = self.kept(self.catalog().list(list).id.as_str());
        kept.iter().skip(from).map(|it| (it.id.as_str(), it.name.as_deref()))
    }

    /// Whether entries are right; where a list may hold so many and no more, also whether there is room for them.
    fn check_entries(&self, list: ListRef, entries: &[casebook::Entry]) -> Result<(), DeskError> {
        let declared = self.catalog().list(list);
        let name = declared.id.as_str();
        let check = |all: Vec<Value>| {
            self.check(&Value::Object(Map::from_iter([(name.to_owned(), Value::Array(all))])))
        };
        for entry in entries {
            check(vec![entry_json(entry)])?;
        }
        if declared.at_most.is_none() {
            return Ok(());
        }
        let others = self.kept(name).iter().filter(|it| entries.iter().all(|new| new.id != it.id));
        check(others.chain(entries).map(entry_json).collect())
    }

    /// Ids that no entry of a list has.
    fn free_ids(&self, list: &str) -> impl Iterator<Item = String> {
        let entries = self.kept(list);
        let taken: std::collections::BTreeSet<String> = entries.iter().map(|it| it.id.clone()).collect();
        (entries.len() + 1..).map(|n| format!("e{n}")).filter(move |it| !taken.contains(it))
    }
}

fn kept(id: String, name: Option<String>, mut fields: Map<String, Value>) -> casebook::Entry {
    fields.remove("id");
    let name = name.map(|it| it.trim().chars().take(LONGEST_NAME).collect::<String>());
    casebook::Entry { id, name: name.filter(|it| !it.is_empty()), fields: Json::from(Value::Object(fields)) }
}
