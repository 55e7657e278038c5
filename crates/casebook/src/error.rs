//! What can go wrong with a casebook.

use std::io;
use std::path::{Path, PathBuf};

use rusqlite::{ErrorCode, ffi};

/// Why the casebook could not do what was asked. What was saved before is as it was.
#[derive(Debug, thiserror::Error)]
pub enum CasebookError {
    /// Another program, or another window of this one, uses the data folder.
    #[error("the data folder `{}` is in use by another program", folder.display())]
    AlreadyOpen {
        /// The folder concerned.
        folder: PathBuf,
    },
    /// The folder or a file in it may not be written.
    #[error("not allowed to write `{}`", path.display())]
    NotWritable {
        /// What could not be written.
        path: PathBuf,
        /// The words of the system, or of SQLite.
        #[source]
        cause: Box<dyn std::error::Error + Send + Sync>,
    },
    /// A file could not be read or written for another reason.
    #[error("could not {doing} `{}`", path.display())]
    File {
        /// What was being done to it: "read", "create".
        doing: &'static str,
        /// The file or folder concerned.
        path: PathBuf,
        /// The system's own words.
        #[source]
        cause: io::Error,
    },
    /// There is no room left on the disk.
    #[error("the disk is full")]
    DiskFull(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// The book is there and its key is missing or no key. Nothing was written.
    #[error("the casebook is there, but `{}` does not hold its key", path.display())]
    NoKey {
        /// Where the key belongs.
        path: PathBuf,
    },
    /// The book, or its key, is not as it was written. Nothing was written over it.
    #[error("the casebook is damaged, or its key is not the right one")]
    Damaged(#[source] rusqlite::Error),
    /// Written by a newer version of the program. Nothing was written over it.
    #[error("the casebook is of format {found}; this version reads up to {known}")]
    TooNew {
        /// The format of the book.
        found: i32,
        /// The newest format known here.
        known: i32,
    },
    /// SQLite does not keep to a setting on which safety rests.
    #[error("SQLite has `{pragma}` at `{found}` instead of `{wanted}`")]
    Setting {
        /// The setting's name.
        pragma: &'static str,
        /// What was asked for.
        wanted: &'static str,
        /// What it is.
        found: String,
    },
    /// No profile has this id (any more).
    #[error("no such profile")]
    NoSuchProfile,
    /// SQLite failed for another reason.
    #[error("could not read or write the casebook")]
    Book(#[source] rusqlite::Error),
}

impl CasebookError {
    /// Damage that SQLite did not call so by itself.
    pub(crate) fn damaged(how: &str) -> CasebookError {
        let corrupt = ffi::Error::new(ffi::SQLITE_CORRUPT);
        CasebookError::Damaged(rusqlite::Error::SqliteFailure(corrupt, Some(how.to_owned())))
    }

    /// To be used with `map_err`: what was being done to which file.
    pub(crate) fn file(doing: &'static str, path: &Path) -> impl FnOnce(io::Error) -> CasebookError {
        move |cause| {
            let path = path.to_owned();
            if cause.kind() == io::ErrorKind::StorageFull || cause.kind() == io::ErrorKind::QuotaExceeded {
                CasebookError::DiskFull(cause.into())
            } else if cause.kind() == io::ErrorKind::PermissionDenied
                || cause.kind() == io::ErrorKind::ReadOnlyFilesystem
            {
                CasebookError::NotWritable { path, cause: cause.into() }
            } else {
                CasebookError::File { doing, path, cause }
            }
        }
    }
}

impl From<rusqlite::Error> for CasebookError {
    fn from(cause: rusqlite::Error) -> CasebookError {
        match cause.sqlite_error_code() {
            Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => CasebookError::Damaged(cause),
            Some(ErrorCode::DiskFull) => CasebookError::DiskFull(cause.into()),
            _ => CasebookError::Book(cause),
        }
    }
}
