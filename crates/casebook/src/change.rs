//! One thing done to what is kept, and what takes it back.

use std::collections::BTreeSet;

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSqlOutput, ValueRef};
use rusqlite::{Connection, ToSql};
use serde::{Deserialize, Serialize};

use crate::contents::{Contents, Entry, List};
use crate::rows::{self, Stamp};
use crate::{Json, ProfileId};

/// One thing done to what is kept of a profile; saved as a whole or not at all.
///
/// What takes a change back is a change again, so that undo and redo are ordinary saves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Change {
    /// A question is answered, or the answer taken back (`None`).
    Answer {
        /// The fact concerned.
        fact: String,
        /// Its value, in place of a former one.
        value: Option<Json>,
    },
    /// Entries of a list are put or removed, all of them or none; a list not given before is then given, without more.
    Entries {
        /// The list concerned.
        list: String,
        /// No two of the same entry.
        changes: Vec<EntryChange>,
    },
    /// Whether a list that is given has more than was entered.
    More {
        /// The list concerned.
        list: String,
        /// Whether it has.
        more: bool,
    },
    /// A list is given as a whole, or is as if never asked about (`None`).
    List {
        /// The list concerned.
        list: String,
        /// Its entries in order, in place of former ones.
        value: Option<List>,
    },
    /// Everything is replaced: starting over, or a profile read from a file.
    Everything(Contents),
}

/// What is done to one entry of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum EntryChange {
    /// It gets its name and its facts, all at once, in place of former ones.
    Put {
        /// The entry as it shall be.
        entry: Entry,
        /// Where a new one comes: before this one, else last.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        before: Option<String>,
    },
    /// It is removed.
    Remove {
        /// Which.
        entry: String,
    },
}

impl Change {
    /// Forgets every answer, tick, choice and place.
    pub fn start_over() -> Change {
        Change::Everything(Contents::default())
    }

    /// Makes the change; the result takes it back.
    ///
    /// A change that changes nothing is its own inverse, and is the only one that is.
    pub(crate) fn apply(
        &self,
        book: &Connection,
        profile: ProfileId,
        stamp: Stamp<'_>,
    ) -> rusqlite::Result<Change> {
        let inverse = self.inverse(book, profile)?;
        if inverse != *self {
            self.write(book, profile, stamp)?;
        }
        Ok(inverse)
    }

    fn inverse(&self, book: &Connection, profile: ProfileId) -> rusqlite::Result<Change> {
        Ok(match self {
            Change::Answer { fact, .. } => {
                Change::Answer { fact: fact.clone(), value: rows::answer(book, profile, fact)? }
            }
            Change::Entries { list, changes } => inverse_of_entries(book, profile, list, changes)?,
            Change::More { list, more } => {
                let more = rows::more(book, profile, list)?.unwrap_or(*more);
                Change::More { list: list.clone(), more }
            }
            Change::List { list, .. } => {
                Change::List { list: list.clone(), value: rows::list(book, profile, list)? }
            }
            Change::Everything(_) => Change::Everything(rows::contents(book, profile)?),
        })
    }

    fn write(&self, book: &Connection, profile: ProfileId, stamp: Stamp<'_>) -> rusqlite::Result<()> {
        match self {
            Change::Answer { fact, value: Some(value) } => {
                rows::put_answer(book, profile, fact, value, stamp)
            }
            Change::Answer { fact, value: None } => rows::remove_answer(book, profile, fact),
            Change::Entries { list, changes } => rows::change_entries(book, profile, list, changes, stamp),
            Change::More { list, more } => rows::put_more(book, profile, list, *more, stamp),
            Change::List { list, value: Some(value) } => rows::put_list(book, profile, list, value, stamp),
            Change::List { list, value: None } => rows::remove_list(book, profile, list),
            Change::Everything(contents) => rows::put_contents(book, profile, contents, stamp),
        }
    }
}

/// What takes changes of entries back: only the entries concerned are read, however long the list.
fn inverse_of_entries(
    book: &Connection,
    profile: ProfileId,
    list: &str,
    changes: &[EntryChange],
) -> rusqlite::Result<Change> {
    let puts = changes.iter().any(|it| matches!(it, EntryChange::Put { .. }));
    if puts && rows::more(book, profile, list)?.is_none() {
        return Ok(Change::List { list: list.to_owned(), value: None });
    }
    let mut back = Vec::new();
    let mut removed = Vec::new();
    for change in changes {
        match change {
            EntryChange::Put { entry, before } => {
                back.push(match rows::entry(book, profile, list, &entry.id)? {
                    Some((former, _)) => EntryChange::Put { entry: former, before: before.clone() },
                    None => EntryChange::Remove { entry: entry.id.clone() },
                })
            }
            EntryChange::Remove { entry } => match rows::entry(book, profile, list, entry)? {
                Some((former, position)) => removed.push((position, former)),
                None => back.push(change.clone()),
            },
        }
    }
    back.extend(restored(book, profile, list, removed)?);
    Ok(Change::Entries { list: list.to_owned(), changes: back })
}

/// Brings removed entries back to their places, each before the next one that stays.
fn restored(
    book: &Connection,
    profile: ProfileId,
    list: &str,
    mut removed: Vec<(i64, Entry)>,
) -> rusqlite::Result<Vec<EntryChange>> {
    removed.sort_by_key(|(position, _)| *position);
    let Some(first) = removed.first().map(|(position, _)| *position) else { return Ok(Vec::new()) };
    let gone: BTreeSet<&str> = removed.iter().map(|(_, it)| it.id.as_str()).collect();
    let mut staying: Vec<(i64, String)> = match removed.len() {
        1 => rows::entry_behind(book, profile, list, first)?.into_iter().collect(),
        _ => rows::entries_behind(book, profile, list, first)?,
    };
    staying.retain(|(_, it)| !gone.contains(it.as_str()));
    let mut staying = staying.into_iter().peekable();
    let mut back = Vec::new();
    for (position, entry) in &removed {
        while staying.next_if(|(at, _)| at < position).is_some() {}
        let before = staying.peek().map(|(_, it)| it.clone());
        back.push(EntryChange::Put { entry: entry.clone(), before });
    }
    Ok(back)
}

impl ToSql for Change {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        serde_json::to_string(self)
            .map(ToSqlOutput::from)
            .map_err(|cause| rusqlite::Error::ToSqlConversionFailure(cause.into()))
    }
}

impl FromSql for Change {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Change> {
        serde_json::from_str(value.as_str()?).map_err(FromSqlError::other)
    }
}
