//! From an older book to today's, step by step.

use rusqlite::{Connection, TransactionBehavior};

use crate::CasebookError;

/// What leads from each format to the next. A file that was published never changes; what is new is a new file.
const MIGRATIONS: &[&str] = &[
    include_str!("migrations/0001-profiles.sql"),
    include_str!("migrations/0002-entries.sql"),
    include_str!("migrations/0003-preferences.sql"),
];

/// Marks a database as a casebook ("PSAb").
const APPLICATION_ID: i32 = 0x5053_4162;

/// The newest format known here.
const KNOWN: i32 = MIGRATIONS.len() as i32;

/// Refuses what is no casebook, and a book of a newer version, without writing to it.
pub(crate) fn check(book: &Connection) -> Result<(), CasebookError> {
    let application: i32 = book.pragma_query_value(None, "application_id", |row| row.get(0))?;
    if application != APPLICATION_ID {
        // SQLite takes a file of no bytes for an empty database; a book has its mark from the beginning.
        return Err(CasebookError::damaged("it is not marked as a casebook"));
    }
    let found = version(book)?;
    if KNOWN < found {
        return Err(CasebookError::TooNew { found, known: KNOWN });
    }
    Ok(())
}

/// Brings the book to the newest format; each step is made whole or not at all.
pub(crate) fn migrate(book: &mut Connection) -> Result<(), CasebookError> {
    let found = version(book)?;
    for (format, migration) in (1..).zip(MIGRATIONS) {
        if found < format {
            let step = book.transaction_with_behavior(TransactionBehavior::Immediate)?;
            step.execute_batch(migration)?;
            step.pragma_update(None, "application_id", APPLICATION_ID)?;
            step.pragma_update(None, "user_version", format)?;
            step.commit()?;
        }
    }
    Ok(())
}

fn version(book: &Connection) -> rusqlite::Result<i32> {
    book.pragma_query_value(None, "user_version", |row| row.get(0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Change, Entry, EntryChange};

    #[test]
    fn steps_of_the_first_format_are_carried_over() {
        let mut book = Connection::open_in_memory().unwrap();
        book.execute_batch(MIGRATIONS[0]).unwrap();
        book.pragma_update(None, "user_version", 1).unwrap();
        book.execute_batch(
            r#"INSERT INTO profile (kind, created) VALUES ('own', '');
               INSERT INTO step VALUES
                   (1, 1, 0, '{"Entry":{"list":"hires","entry":"a","fields":"{\"n\":2}"}}', ''),
                   (1, 2, 0, '{"Entry":{"list":"hires","entry":"b","fields":null}}', ''),
                   (1, 3, 0, '{"Answer":{"fact":"staff","value":null}}', '')"#,
        )
        .unwrap();
        migrate(&mut book).unwrap();
        let entry = Entry { id: "a".to_owned(), name: None, fields: serde_json::json!({ "n": 2 }).into() };
        let of_hires = |change| Change::Entries { list: "hires".to_owned(), changes: vec![change] };
        let steps: Vec<Change> =
            crate::rows::read(&book, "SELECT change FROM step ORDER BY seq", [], |row| row.get(0)).unwrap();
        assert_eq!(
            steps,
            [
                of_hires(EntryChange::Put { entry, before: None }),
                of_hires(EntryChange::Remove { entry: "b".to_owned() }),
                Change::Answer { fact: "staff".to_owned(), value: None },
            ]
        );
    }
}
