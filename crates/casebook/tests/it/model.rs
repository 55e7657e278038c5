//! A casebook as simple as can be: all states there were, and which of them is now.

use casebook::{Change, Contents, Entry, EntryChange, List};

pub(crate) struct Model {
    states: Vec<Contents>,
    now: usize,
}

impl Model {
    pub(crate) fn new() -> Model {
        Model { states: vec![Contents::default()], now: 0 }
    }

    pub(crate) fn contents(&self) -> &Contents {
        &self.states[self.now]
    }

    pub(crate) fn save(&mut self, change: &Change) {
        let mut after = self.contents().clone();
        apply(&mut after, change);
        if after != *self.contents() {
            self.states.truncate(self.now + 1);
            self.states.push(after);
            self.now += 1;
        }
    }

    /// Says whether there was something to undo.
    pub(crate) fn undo(&mut self) -> bool {
        let possible = 0 < self.now;
        self.now = self.now.saturating_sub(1);
        possible
    }

    /// Says whether there was something to redo.
    pub(crate) fn redo(&mut self) -> bool {
        let possible = self.now + 1 < self.states.len();
        self.now = (self.now + 1).min(self.states.len() - 1);
        possible
    }
}

/// What a change means, said without a database.
fn apply(contents: &mut Contents, change: &Change) {
    match change.clone() {
        Change::Answer { fact, value: Some(value) } => {
            contents.facts.insert(fact, value);
        }
        Change::Answer { fact, value: None } => {
            contents.facts.remove(&fact);
        }
        Change::Entries { list, changes } => {
            for change in changes {
                apply_to_entry(contents, &list, change);
            }
        }
        Change::More { list, more } => {
            if let Some(list) = contents.lists.get_mut(&list) {
                list.more = more;
            }
        }
        Change::List { list, value: Some(value) } => {
            contents.lists.insert(list, value);
        }
        Change::List { list, value: None } => {
            contents.lists.remove(&list);
        }
        Change::Everything(everything) => *contents = everything,
    }
}

fn apply_to_entry(contents: &mut Contents, list: &str, change: EntryChange) {
    match change {
        EntryChange::Put { entry, before } => {
            put(contents.lists.entry(list.to_owned()).or_default(), entry, before)
        }
        EntryChange::Remove { entry } => {
            if let Some(list) = contents.lists.get_mut(list) {
                list.entries.retain(|it| it.id != entry);
            }
        }
    }
}

fn put(list: &mut List, entry: Entry, before: Option<String>) {
    match list.entries.iter_mut().find(|it| it.id == entry.id) {
        Some(there) => *there = entry,
        None => {
            let place = list.entries.iter().position(|it| Some(&it.id) == before.as_ref());
            list.entries.insert(place.unwrap_or(list.entries.len()), entry);
        }
    }
}
