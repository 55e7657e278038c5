//! What a casebook promises, tried from outside.

#![allow(clippy::unwrap_used, reason = "in a test a panic is the report, in its helpers too")]

mod contents;
mod damage;
mod erase;
mod folder;
mod kill;
mod model;
mod settings;
mod undo;

use std::path::Path;

use casebook::{Casebook, Change, Entry, EntryChange, Json, ProfileId};
use rusqlite::Connection;

/// A time; the book does not look into it.
const NOW: &str = "2026-11-23T10:42:00+08:00";

fn json(value: serde_json::Value) -> Json {
    Json::from(value)
}

fn answer(fact: &str, value: serde_json::Value) -> Change {
    Change::Answer { fact: fact.to_owned(), value: Some(json(value)) }
}

fn entry(list: &str, entry: &str, fields: serde_json::Value) -> Change {
    let entry = Entry { id: entry.to_owned(), name: None, fields: json(fields) };
    Change::Entries { list: list.to_owned(), changes: vec![EntryChange::Put { entry, before: None }] }
}

fn open(folder: &Path) -> (Casebook, ProfileId) {
    let mut book = Casebook::open(folder).unwrap();
    let profile = book.own_profile(NOW).unwrap();
    (book, profile)
}

/// The database under a closed book, as only its key opens it.
fn database(folder: &Path) -> Connection {
    let key = std::fs::read(folder.join("casebook.key")).unwrap();
    let hex: String = key.iter().map(|byte| format!("{byte:02x}")).collect();
    let database = Connection::open(folder.join("casebook.db")).unwrap();
    database.pragma_update(None, "key", format!("x'{hex}'")).unwrap();
    database
}
