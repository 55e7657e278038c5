//! Files that only their owner may read, and that are there whole or not at all.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::CasebookError;

/// Creates the folder, and those above it, for its owner alone. One that is there stays as it is.
pub(crate) fn create_folder(path: &Path) -> Result<(), CasebookError> {
    private_folder().recursive(true).create(path).map_err(CasebookError::file("create", path))
}

/// Opens a file for writing, creating it for its owner alone.
pub(crate) fn open_private(path: &Path) -> Result<File, CasebookError> {
    private_file().write(true).create(true).open(path).map_err(CasebookError::file("create", path))
}

/// Puts `bytes` into `folder/name` so that after a crash the file is the former one or the new one.
pub(crate) fn write_whole(folder: &Path, name: &str, bytes: &[u8]) -> Result<(), CasebookError> {
    let path = folder.join(name);
    let new = draft(&path);
    remove_if_there(&new)?;
    let mut file = open_private(&new)?;
    file.write_all(bytes).and_then(|()| file.sync_all()).map_err(CasebookError::file("write", &new))?;
    // Windows does not rename an open file.
    drop(file);
    settle(folder, &new, &path)
}

/// Gives a finished draft its name, durably.
pub(crate) fn settle(folder: &Path, draft: &Path, path: &Path) -> Result<(), CasebookError> {
    fs::rename(draft, path).map_err(CasebookError::file("replace", path))?;
    sync_folder(folder)
}

/// The name under which a file is written before it is whole.
pub(crate) fn draft(path: &Path) -> PathBuf {
    path.with_added_extension("new")
}

pub(crate) fn remove_if_there(path: &Path) -> Result<(), CasebookError> {
    match fs::remove_file(path) {
        Err(cause) if cause.kind() != io::ErrorKind::NotFound => {
            Err(CasebookError::file("remove", path)(cause))
        }
        Ok(()) | Err(_) => Ok(()),
    }
}

/// Makes names given and taken in a folder last through a power cut.
#[cfg(unix)]
pub(crate) fn sync_folder(path: &Path) -> Result<(), CasebookError> {
    File::open(path).and_then(|it| it.sync_all()).map_err(CasebookError::file("write", path))
}

/// Windows writes names through and cannot open a folder as a file.
#[cfg(not(unix))]
pub(crate) fn sync_folder(_path: &Path) -> Result<(), CasebookError> {
    Ok(())
}

#[cfg(unix)]
fn private_folder() -> DirBuilder {
    use std::os::unix::fs::DirBuilderExt;
    let mut builder = DirBuilder::new();
    builder.mode(0o700);
    builder
}

#[cfg(unix)]
fn private_file() -> OpenOptions {
    use std::os::unix::fs::OpenOptionsExt;
    let mut options = OpenOptions::new();
    options.mode(0o600);
    options
}

// Elsewhere the user's own folders are private by inheritance.
#[cfg(not(unix))]
fn private_folder() -> DirBuilder {
    DirBuilder::new()
}

#[cfg(not(unix))]
fn private_file() -> OpenOptions {
    OpenOptions::new()
}
