//! A casebook as simple as can be: all states there were, and which of them is now.

use casebook::{Change, Contents, Entry, Json, List};

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
pub(crate) fn apply(contents: &mut Contents, change: &Change) {
    match change.clone() {
        Change::Answer { fact, value: Some(value) } => {
            contents.facts.insert(fact, value);
        }
        Change::Answer { fact, value: None } => {
            contents.facts.remove(&fact);
        }
        Change::Entry { list, entry, fields: Some(fields) } => {
            put(contents.lists.entry(list).or_default(), entry, fields);
        }
        Change::Entry { list, entry, fields: None } => {
            if let Some(list) = contents.lists.get_mut(&list) {
                list.entries.retain(|it| it.id != entry);
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

fn put(list: &mut List, id: String, fields: Json) {
    match list.entries.iter_mut().find(|it| it.id == id) {
        Some(entry) => entry.fields = fields,
        None => list.entries.push(Entry { id, fields }),
    }
}
