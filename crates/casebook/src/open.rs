//! From a folder to a connection that can be trusted.

use std::path::Path;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags, ffi};

use crate::folder::{Folder, Key, remove_database};
use crate::{CasebookError, files, migrations, pragmas};

/// Opens the book of the folder, creating it where there is none.
pub(crate) fn open(folder: &Folder) -> Result<Connection, CasebookError> {
    open_book(folder).map_err(|err| match err {
        // The book may be there for us and its log may not: SQLite then says no more than that it cannot open it.
        CasebookError::Book(cause) if is_refusal(&cause) => {
            CasebookError::NotWritable { path: folder.path().to_owned(), cause: cause.into() }
        }
        other => other,
    })
}

fn is_refusal(cause: &rusqlite::Error) -> bool {
    let code = cause.sqlite_error_code();
    matches!(code, Some(ErrorCode::CannotOpen | ErrorCode::ReadOnly | ErrorCode::PermissionDenied))
}

fn open_book(folder: &Folder) -> Result<Connection, CasebookError> {
    let key = folder.key()?;
    if !folder.has_book()? {
        create(folder, &key)?;
    }
    let mut book = connect(&folder.book(), &key)?;
    // Closing moves the log into the book. Until the book is known to be sound and ours, closing must leave it as it is.
    book.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    migrations::check(&book)?;
    check_integrity(&book)?;
    pragmas::set(&book)?;
    migrations::migrate(&mut book)?;
    book.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
    book.set_prepared_statement_cache_capacity(64);
    Ok(book)
}

/// Creates an empty book under another name and renames it when it is whole: a book of no bytes is thus damage, never a beginning.
fn create(folder: &Folder, key: &Key) -> Result<(), CasebookError> {
    let path = folder.book();
    let draft = files::draft(&path);
    remove_database(&draft)?;
    // SQLite gives its other files the mode of this one.
    files::open_private(&draft)?;
    let mut book = connect(&draft, key)?;
    pragmas::set(&book)?;
    migrations::migrate(&mut book)?;
    book.close().map_err(|(_book, cause)| cause)?;
    // A log without a book would be read into the new one.
    remove_database(&path)?;
    files::settle(folder.path(), &draft, &path)
}

fn connect(path: &Path, key: &Key) -> Result<Connection, CasebookError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let book = Connection::open_with_flags(path, flags)?;
    // SQLite opens for reading what it may not write; saving would fail only later.
    if book.is_readonly("main")? {
        let refused = ffi::Error::new(ffi::SQLITE_READONLY);
        return Err(CasebookError::Book(rusqlite::Error::SqliteFailure(refused, None)));
    }
    // Damage is told to the caller, not written to the terminal.
    book.execute_batch("PRAGMA cipher_log_level = NONE")?;
    // Plain SQLite would take the key, ignore it, and write in the clear.
    let _: String = book.pragma_query_value(None, "cipher_version", |row| row.get(0))?;
    book.pragma_update(None, "key", key.as_blob_literal())?;
    book.pragma_update(None, "cipher_compatibility", 4)?;
    Ok(book)
}

/// Reads every page, and with it its HMAC.
fn check_integrity(book: &Connection) -> Result<(), CasebookError> {
    let found: String = book.pragma_query_value(None, "quick_check", |row| row.get(0))?;
    if found == "ok" {
        return Ok(());
    }
    Err(CasebookError::damaged(&found))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_open_book_has_the_settings_that_keep_answers_safe() {
        let dir = tempfile::tempdir().unwrap();
        let folder = Folder::take(dir.path()).unwrap();
        let book = open(&folder).unwrap();
        let asked = |pragma: &str| -> String {
            let sql = format!("SELECT CAST({pragma} AS TEXT) FROM pragma_{pragma}");
            book.query_row(&sql, [], |row| row.get(0)).unwrap()
        };
        assert_eq!(asked("journal_mode"), "wal");
        assert_eq!(asked("synchronous"), "2");
        assert_eq!(asked("foreign_keys"), "1");
        assert_eq!(asked("secure_delete"), "1");
        assert_eq!(asked("trusted_schema"), "0");
        assert_eq!(asked("user_version"), "3");
    }
}
