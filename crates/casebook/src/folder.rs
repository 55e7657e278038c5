//! The data folder: who may use it, and the key that lies in it.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use crate::{CasebookError, files};

/// A data folder that no other program uses while this lives.
pub(crate) struct Folder {
    path: PathBuf,
    // Locked while this lives; the system unlocks it when the program ends, however it ends.
    lock: File,
}

/// What the book is encrypted with.
pub(crate) struct Key([u8; Key::LENGTH]);

impl Folder {
    /// Takes the folder, creating it where it is not there.
    pub(crate) fn take(path: &Path) -> Result<Folder, CasebookError> {
        files::create_folder(path)?;
        let lock_path = path.join("casebook.lock");
        let lock = files::open_private(&lock_path)?;
        match lock.try_lock() {
            Ok(()) => Ok(Folder { path: path.to_owned(), lock }),
            Err(TryLockError::WouldBlock) => Err(CasebookError::AlreadyOpen { folder: path.to_owned() }),
            Err(TryLockError::Error(cause)) => Err(CasebookError::file("lock", &lock_path)(cause)),
        }
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Where the book is.
    pub(crate) fn book(&self) -> PathBuf {
        self.path.join("casebook.db")
    }

    pub(crate) fn has_book(&self) -> Result<bool, CasebookError> {
        let book = self.book();
        book.try_exists().map_err(CasebookError::file("look for", &book))
    }

    /// The key in the folder; a new one where there is neither key nor book.
    pub(crate) fn key(&self) -> Result<Key, CasebookError> {
        let path = self.path.join(Key::FILE);
        match fs::read(&path) {
            Ok(bytes) => match bytes.try_into() {
                Ok(bytes) => Ok(Key(bytes)),
                Err(_) => Err(CasebookError::NoKey { path }),
            },
            Err(cause) if cause.kind() != io::ErrorKind::NotFound => {
                Err(CasebookError::file("read", &path)(cause))
            }
            Err(_) if self.has_book()? => Err(CasebookError::NoKey { path }),
            Err(_) => {
                let key = Key::random(&path)?;
                files::write_whole(&self.path, Key::FILE, &key.0)?;
                Ok(key)
            }
        }
    }

    /// Removes the book and its key. The log goes before the book, so that none is ever read into another book; the key goes last, so
    /// that no book is ever without.
    pub(crate) fn remove_book(&self) -> Result<(), CasebookError> {
        remove_database(&self.book())?;
        files::sync_folder(&self.path)?;
        files::remove_if_there(&self.path.join(Key::FILE))?;
        files::sync_folder(&self.path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // Closing the file alone is not enough: a process being started just now may hold a copy of it for a moment. Where unlocking
        // fails, closing is all that is left to do.
        let _ = self.lock.unlock();
    }
}

/// Removes a database with the files SQLite keeps beside it.
pub(crate) fn remove_database(path: &Path) -> Result<(), CasebookError> {
    for suffix in ["-wal", "-shm", ""] {
        let mut name = path.as_os_str().to_owned();
        name.push(suffix);
        files::remove_if_there(Path::new(&name))?;
    }
    Ok(())
}

impl Key {
    const FILE: &str = "casebook.key";
    const LENGTH: usize = 32;

    fn random(path: &Path) -> Result<Key, CasebookError> {
        let mut bytes = [0; Key::LENGTH];
        getrandom::fill(&mut bytes).map_err(|cause| CasebookError::File {
            doing: "draw random bytes for",
            path: path.to_owned(),
            cause: io::Error::other(cause),
        })?;
        Ok(Key(bytes))
    }

    /// As SQLCipher reads a key that is used as it is.
    pub(crate) fn as_blob_literal(&self) -> String {
        let hex: String = self.0.iter().map(|byte| format!("{byte:02x}")).collect();
        format!("x'{hex}'")
    }
}
