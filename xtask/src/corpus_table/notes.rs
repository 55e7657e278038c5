//! `docs/corpus.toml`: what no file of the pack can say of a record.

use std::collections::BTreeMap;
use std::path::Path;

use super::pack::{Became, Pack};
use super::{read_toml, string, strings, tables};
use crate::shell::{Failure, Result};

/// The notes, by record.
#[derive(Default)]
pub(super) struct Notes(BTreeMap<String, Note>);

/// What is to be said of one record beyond the pack's own words.
#[derive(Default)]
pub(super) struct Note {
    /// The editions it became, where its id does not say so.
    pub(super) editions: Vec<String>,
    /// It gives nothing one can apply for: the policy's text tells of it.
    pub(super) text: bool,
    /// The derived facts that it became.
    pub(super) derived: Vec<String>,
    /// The record that leads where both tell the same item.
    pub(super) leads: Option<String>,
    /// Why it became nothing.
    pub(super) left_out: Option<String>,
}

const KEYS: &[&str] = &["id", "editions", "text", "derived", "leads", "left_out"];

impl Notes {
    pub(super) fn read(path: &Path) -> Result<Notes> {
        Notes::from_toml(&read_toml(path)?)
    }

    pub(super) fn from_toml(root: &toml::Table) -> Result<Notes> {
        let mut notes = BTreeMap::new();
        for table in tables(root, "record") {
            let id =
                string(table, "id").ok_or_else(|| Failure::new("docs/corpus.toml: a record has an id"))?;
            if let Some(key) = table.keys().find(|it| !KEYS.contains(&it.as_str())) {
                return Err(Failure::new(format!(
                    "docs/corpus.toml: `{id}` has a key `{key}` that nothing reads"
                )));
            }
            let note = Note {
                editions: strings(table, "editions"),
                text: table.get("text").and_then(toml::Value::as_bool).unwrap_or_default(),
                derived: strings(table, "derived"),
                leads: string(table, "leads"),
                left_out: string(table, "left_out"),
            };
            if notes.insert(id.clone(), note).is_some() {
                return Err(Failure::new(format!("docs/corpus.toml: `{id}` stands there twice")));
            }
        }
        Ok(Notes(notes))
    }

    pub(super) fn of(&self, record: &str) -> Option<&Note> {
        self.0.get(record)
    }

    /// Records that became nothing, each with the reason.
    pub(super) fn left_out(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().filter_map(|(id, note)| Some((id.as_str(), note.left_out.as_deref()?)))
    }

    /// Notes that are not true of the pack.
    pub(super) fn mistakes(&self, pack: &Pack) -> Vec<String> {
        self.0.iter().flat_map(|(id, note)| note.mistakes(id, pack)).collect()
    }
}

impl Note {
    fn mistakes(&self, id: &str, pack: &Pack) -> Vec<String> {
        let mut mistakes = Vec::new();
        let mut wrong = |what: String| mistakes.push(format!("docs/corpus.toml: `{id}` {what}"));
        let became = pack.records.get(id).map_or(&[][..], Vec::as_slice);
        match (&self.left_out, became.is_empty()) {
            (Some(_), false) => wrong("is left out by a note and used in the pack".to_owned()),
            (None, true) => wrong("is used nowhere in the pack".to_owned()),
            (Some(_), true) | (None, false) => {}
        }
        let has = |edition: &String| {
            became
                .iter()
                .any(|it| matches!(it, Became::Policy { editions, .. } if editions.contains(edition)))
        };
        for edition in self.editions.iter().filter(|it| !has(it)) {
            wrong(format!("cannot have become the edition `{edition}`: no policy of its has one"));
        }
        for derived in self.derived.iter().filter(|it| !pack.derived.contains(*it)) {
            wrong(format!("cannot have become `{derived}`: there is no such derived fact"));
        }
        for leads in self.leads.iter().filter(|it| !pack.records.contains_key(*it)) {
            wrong(format!("cannot be led by `{leads}`, which is used nowhere in the pack"));
        }
        mistakes
    }
}
