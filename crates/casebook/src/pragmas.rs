//! The settings of SQLite on which safety rests: made, then read back.

use rusqlite::Connection;
use rusqlite::types::Value;

use crate::CasebookError;

/// Each setting and how SQLite spells it when asked.
const WANTED: &[(&str, &str)] = &[
    // A save is on the disk when it returns; with less than FULL a power cut may take acknowledged answers with it.
    ("journal_mode", "wal"),
    ("synchronous", "2"),
    // macOS says "written" before it is, unless asked so; elsewhere these two do nothing.
    ("fullfsync", "1"),
    ("checkpoint_fullfsync", "1"),
    ("foreign_keys", "1"),
    // What is deleted is overwritten, and nothing is spilled into files outside the book.
    ("secure_delete", "1"),
    ("temp_store", "2"),
    // The schema of a file is not to be trusted with functions.
    ("trusted_schema", "0"),
    ("cell_size_check", "1"),
    ("busy_timeout", "5000"),
    // Every page carries an HMAC; this is what notices silent damage.
    ("cipher_use_hmac", "1"),
];

/// Makes the settings and refuses to go on where one does not hold.
pub(crate) fn set(book: &Connection) -> Result<(), CasebookError> {
    for &(pragma, wanted) in WANTED {
        book.pragma_update(None, pragma, wanted)?;
        let found = read_back(book, pragma)?;
        if found != wanted {
            return Err(CasebookError::Setting { pragma, wanted, found });
        }
    }
    Ok(())
}

fn read_back(book: &Connection, pragma: &str) -> rusqlite::Result<String> {
    let value: Value = book.pragma_query_value(None, pragma, |row| row.get(0))?;
    Ok(match value {
        Value::Null => String::new(),
        Value::Integer(number) => number.to_string(),
        Value::Real(number) => number.to_string(),
        Value::Text(text) => text,
        Value::Blob(bytes) => format!("{bytes:?}"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_setting_that_does_not_hold_is_refused() {
        // A book in memory has no write-ahead log.
        let book = Connection::open_in_memory().unwrap();
        let err = set(&book).unwrap_err();
        assert_eq!(err.to_string(), "SQLite has `journal_mode` at `memory` instead of `wal`");
    }
}
