//! Files that were saved for the reader to take away: a name that is free, the whole file or none, and where it lies.

use std::{
    collections::BTreeMap,
    fs::{self, File, OpenOptions},
    io::{self, ErrorKind, Write},
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
};

use wire::{Failure, FailureCode, TakeAway, Text};

/// So many names are tried before one gives up.
const MOST_NAMES: u32 = 1000;

/// The last file saved of each kind: these alone can be opened from the page.
#[derive(Default)]
pub(crate) struct TakenFiles(Mutex<BTreeMap<TakeAway, PathBuf>>);

impl TakenFiles {
    /// Remembers where a file lies.
    pub(crate) fn remember(&self, what: TakeAway, path: PathBuf) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(what, path);
    }

    /// Where the last file of a kind lies, if one was saved since the window was opened.
    pub(crate) fn of(&self, what: TakeAway) -> Option<PathBuf> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(&what).cloned()
    }
}

/// Saves a file in the first of these folders that takes it, under a name that is still free; nothing is ever written over, and no
/// half file stays. Where none takes it, the reader is told of the first.
pub(crate) fn save(folders: &[PathBuf], stem: &str, ending: &str, bytes: &[u8]) -> Result<PathBuf, Failure> {
    let mut refused = None;
    for folder in folders {
        match save_in(folder, stem, ending, bytes) {
            Ok(path) => return Ok(path),
            Err(failure) => refused = refused.or(Some(failure)),
        }
    }
    Err(refused.unwrap_or_else(no_folder))
}

fn save_in(folder: &Path, stem: &str, ending: &str, bytes: &[u8]) -> Result<PathBuf, Failure> {
    let (path, mut file) = free_name(folder, stem, ending).map_err(|it| told(folder, &it))?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    written.map(|()| path.clone()).map_err(|cause| {
        // What could not be written whole would only mislead; if it cannot be removed either, the message stands.
        let _ = fs::remove_file(&path);
        told(folder, &cause)
    })
}

fn free_name(folder: &Path, stem: &str, ending: &str) -> io::Result<(PathBuf, File)> {
    for n in 1..MOST_NAMES {
        let name = if n == 1 { format!("{stem}.{ending}") } else { format!("{stem} ({n}).{ending}") };
        let path = folder.join(name);
        match OpenOptions::new().write(true).create_new(true).open(&path) {
            Ok(file) => return Ok((path, file)),
            Err(taken) if taken.kind() == ErrorKind::AlreadyExists => {}
            Err(cause) => return Err(cause),
        }
    }
    Err(io::Error::from(ErrorKind::AlreadyExists))
}

/// Why a file could not be saved, and what to do about it.
fn told(folder: &Path, cause: &io::Error) -> Failure {
    let (zh, en) = match cause.kind() {
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => (
            "没有存成：这个文件夹不能写入。请让它可以写，或用 --save-dir 换一个文件夹，再试一次。",
            "Not saved: this folder may not be written. Make it writable, or name another one with --save-dir, and try again.",
        ),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => (
            "没有存成：磁盘满了。请腾出空间再试一次。",
            "Not saved: the disk is full. Make room and try again.",
        ),
        ErrorKind::NotFound | ErrorKind::NotADirectory => (
            "没有存成：找不到这个文件夹。请建好它，或用 --save-dir 换一个文件夹，再试一次。",
            "Not saved: there is no such folder. Make it, or name another one with --save-dir, and try again.",
        ),
        _ => (
            "没有存成：文件写不进去。请换一个文件夹（--save-dir）再试一次。",
            "Not saved: the file could not be written. Try another folder (--save-dir).",
        ),
    };
    Failure {
        say: Some(Text { zh: zh.to_owned(), en: en.to_owned() }),
        place: Some(folder.display().to_string()),
        ..Failure::new(FailureCode::NotSaved, cause.to_string())
    }
}

/// There is no folder of this user's to save in.
fn no_folder() -> Failure {
    let say = Text {
        zh: "没有存成：系统没有告诉程序下载文件夹在哪里。请用 --save-dir 指定一个文件夹。".to_owned(),
        en: "Not saved: the system does not say where downloads go. Name a folder with --save-dir."
            .to_owned(),
    };
    Failure { say: Some(say), ..Failure::new(FailureCode::NotSaved, "no home folder") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let folders = [folder.path().to_owned()];
        let first = save(&folders, "单", "pdf", b"one").unwrap();
        let second = save(&folders, "单", "pdf", b"two").unwrap();
        assert_eq!(first.file_name().unwrap(), "单.pdf");
        assert_eq!(second.file_name().unwrap(), "单 (2).pdf");
        assert_eq!(fs::read(first).unwrap(), b"one");
    }

    #[test]
    fn where_one_folder_does_not_take_it_the_next_does() {
        let folder = tempfile::tempdir().unwrap();
        let folders = [folder.path().join("gone"), folder.path().to_owned()];
        let path = save(&folders, "sheet", "pdf", b"").unwrap();
        assert_eq!(path, folder.path().join("sheet.pdf"));
    }

    #[test]
    fn where_no_folder_takes_it_the_first_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let gone = folder.path().join("gone");
        let failure = save(&[gone.clone(), folder.path().join("gone too")], "sheet", "pdf", b"").unwrap_err();
        assert_eq!(failure.code, FailureCode::NotSaved);
        assert_eq!(failure.place, Some(gone.display().to_string()));
        assert!(failure.say.is_some_and(|it| it.zh.contains("找不到") && it.en.contains("no such folder")));
    }

    #[test]
    fn what_was_not_saved_cannot_be_opened() {
        let files = TakenFiles::default();
        files.remember(TakeAway::Sheet, PathBuf::from("a"));
        files.remember(TakeAway::Sheet, PathBuf::from("b"));
        assert_eq!(files.of(TakeAway::Sheet), Some(PathBuf::from("b")));
        assert_eq!(files.of(TakeAway::List), None);
    }
}
