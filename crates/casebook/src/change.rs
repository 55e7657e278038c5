//! One thing done to what is kept, and what takes it back.

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSqlOutput, ValueRef};
use rusqlite::{Connection, ToSql};
use serde::{Deserialize, Serialize};

use crate::contents::{Contents, List};
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
    /// An entry of a list gets its facts, all at once, or is removed (`None`). A new entry is the last one; a list not given before is then
    /// given, without more.
    Entry {
        /// The list concerned.
        list: String,
        /// The entry's id within it.
        entry: String,
        /// A JSON object, in place of a former one.
        fields: Option<Json>,
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
            Change::Entry { list, entry, fields } => {
                let former = rows::list(book, profile, list)?;
                inverse_of_entry(list, former, entry, fields.is_some())
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
            Change::Entry { list, entry, fields: Some(fields) } => {
                rows::put_entry(book, profile, list, entry, fields, stamp)
            }
            Change::Entry { list, entry, fields: None } => {
                rows::remove_entry(book, profile, list, entry, stamp)
            }
            Change::List { list, value: Some(value) } => rows::put_list(book, profile, list, value, stamp),
            Change::List { list, value: None } => rows::remove_list(book, profile, list),
            Change::Everything(contents) => rows::put_contents(book, profile, contents, stamp),
        }
    }
}

/// What takes an entry's change back. A removed entry comes back with the whole list, for the sake of its place in it.
fn inverse_of_entry(list: &str, former: Option<List>, entry: &str, stays: bool) -> Change {
    let fields =
        former.iter().flat_map(|it| &it.entries).find(|it| it.id == entry).map(|it| it.fields.clone());
    let was_given = former.is_some();
    let was_there = fields.is_some();
    if (stays && !was_given) || (!stays && was_there) {
        Change::List { list: list.to_owned(), value: former }
    } else {
        Change::Entry { list: list.to_owned(), entry: entry.to_owned(), fields }
    }
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
