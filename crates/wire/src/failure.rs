//! What goes wrong, as a code on which the window acts and words for the log.

use std::{error::Error, path::Path};

use casebook::CasebookError;
use corpus::{ProfileMistake, SourceError};
use desk::{DeskError, words};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Text;

/// Something went wrong. The window chooses its words by `code`; `detail` is for the log and the curious.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Failure {
    /// What the window can act on.
    pub code: FailureCode,
    /// For a bad answer: what is wrong with it and how to mend it, for people.
    pub say: Option<Text>,
    /// The file or folder concerned.
    pub place: Option<String>,
    /// For a book that is too new: the formats.
    pub formats: Option<Formats>,
    /// The chain of causes.
    pub detail: String,
}

/// The format of a book, and the newest that this version of the program reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Formats {
    /// The format of the book.
    pub found: i32,
    /// The newest known here.
    pub known: i32,
}

/// What the window can act on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export)]
pub enum FailureCode {
    /// The answer cannot be right; `say` tells why. Nothing was saved, the input stays.
    BadAnswer,
    /// The pack has nothing of that name.
    NotFound,
    /// The book could not be written: the disk is full, or failed.
    NotSaved,
    /// The data folder, or a file in it, may not be written.
    NotWritable,
    /// The book is of a newer version of the program.
    BookTooNew,
    /// The book is damaged.
    BookDamaged,
    /// Another window has the book.
    BookInUse,
    /// The folder of policies could not be read.
    PackUnreadable,
    /// The request was not understood: a fault of ours.
    Internal,
}

impl Failure {
    /// A failure of which there is nothing more to say than its code and its causes.
    pub fn new(code: FailureCode, detail: impl Into<String>) -> Failure {
        Failure { code, say: None, place: None, formats: None, detail: detail.into() }
    }
}

impl From<DeskError> for Failure {
    fn from(error: DeskError) -> Failure {
        let detail = chain(&error);
        match &error {
            DeskError::BadAnswer(mistakes) => {
                Failure { say: Some(say(mistakes)), ..Failure::new(FailureCode::BadAnswer, detail) }
            }
            DeskError::NotFound { .. } => Failure::new(FailureCode::NotFound, detail),
            DeskError::Casebook(cause) => {
                let place = place(cause).map(|it| it.display().to_string());
                Failure { place, formats: formats(cause), ..Failure::new(code(cause), detail) }
            }
            DeskError::Pack(cause) => Failure { detail, ..Failure::from(cause) },
            DeskError::BookClosed => Failure::new(FailureCode::Internal, detail),
        }
    }
}

impl From<&SourceError> for Failure {
    fn from(error: &SourceError) -> Failure {
        let (SourceError::Read { path, .. } | SourceError::TooMany { path }) = error;
        let place = Some(path.display().to_string());
        Failure { place, ..Failure::new(FailureCode::PackUnreadable, chain(error)) }
    }
}

fn code(error: &CasebookError) -> FailureCode {
    match error {
        CasebookError::AlreadyOpen { .. } => FailureCode::BookInUse,
        CasebookError::TooNew { .. } => FailureCode::BookTooNew,
        // Without its key a book is as unreadable as a damaged one, and the same backup helps.
        CasebookError::Damaged(_) | CasebookError::NoKey { .. } => FailureCode::BookDamaged,
        CasebookError::NotWritable { .. } => FailureCode::NotWritable,
        CasebookError::File { .. } | CasebookError::DiskFull(_) => FailureCode::NotSaved,
        CasebookError::Setting { .. } | CasebookError::NoSuchProfile | CasebookError::Book(_) => {
            FailureCode::Internal
        }
    }
}

fn place(error: &CasebookError) -> Option<&Path> {
    match error {
        CasebookError::AlreadyOpen { folder } => Some(folder),
        CasebookError::NotWritable { path, .. }
        | CasebookError::File { path, .. }
        | CasebookError::NoKey { path } => Some(path),
        CasebookError::TooNew { .. }
        | CasebookError::Damaged(_)
        | CasebookError::DiskFull(_)
        | CasebookError::Setting { .. }
        | CasebookError::NoSuchProfile
        | CasebookError::Book(_) => None,
    }
}

fn formats(error: &CasebookError) -> Option<Formats> {
    let CasebookError::TooNew { found, known } = error else { return None };
    Some(Formats { found: *found, known: *known })
}

/// What is wrong, for whoever typed it. A mistake without words is one that the window's own fields do not let anybody make.
fn say(mistakes: &[ProfileMistake]) -> Text {
    let said: Vec<policy::Text> = mistakes.iter().filter_map(|it| it.say.clone()).collect();
    if said.is_empty() {
        return words::text(
            "这个答案填得不对，请检查后重新填写。",
            "This answer cannot be right; please check it.",
        )
        .into();
    }
    words::join(said, "；", "; ").into()
}

/// What each layer was doing, the outermost first.
pub fn chain(error: &(dyn Error + 'static)) -> String {
    let mut detail = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        detail += &format!(": {error}");
        cause = error.source();
    }
    detail
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]
mod tests {
    use std::path::PathBuf;

    use super::*;

    #[test]
    fn a_mistake_is_told_in_the_words_of_whoever_made_it() {
        let mistake = |say: Option<policy::Text>| ProfileMistake {
            key: "hires[0].hired_on".to_owned(),
            message: "`2026-02-30` is not a date".to_owned(),
            hint: None,
            say,
        };
        let failure = Failure::from(DeskError::BadAnswer(vec![
            mistake(Some(words::text("入职日期：没有这一天", "Hired on: no such day"))),
            mistake(None),
        ]));
        assert_eq!(failure.code, FailureCode::BadAnswer);
        assert_eq!(failure.say.map(|it| it.zh).as_deref(), Some("入职日期：没有这一天"));
        let failure = Failure::from(DeskError::BadAnswer(vec![mistake(None)]));
        assert!(failure.say.is_some_and(|it| !it.zh.is_empty() && !it.en.is_empty()));
    }

    #[test]
    fn what_the_window_can_act_on_has_a_code_and_the_rest_its_causes() {
        let in_use = CasebookError::AlreadyOpen { folder: PathBuf::from("here") };
        let failure = Failure::from(DeskError::from(in_use));
        assert_eq!(failure.code, FailureCode::BookInUse);
        assert_eq!(
            failure.detail,
            "could not use the casebook: the data folder `here` is in use by another program"
        );
        assert_eq!(failure.place.as_deref(), Some("here"));
        let not_found = DeskError::NotFound { what: "policy", name: "nope".to_owned() };
        assert_eq!(Failure::from(not_found).code, FailureCode::NotFound);
        assert_eq!(Failure::from(DeskError::BookClosed).code, FailureCode::Internal);
    }
    #[test]
    fn every_way_in_which_a_book_can_fail_has_its_code_and_names_the_place() {
        let here = || PathBuf::from("here");
        let system = || std::io::Error::other("no");
        let cases = [
            (CasebookError::AlreadyOpen { folder: here() }, FailureCode::BookInUse, Some("here")),
            (CasebookError::TooNew { found: 9, known: 1 }, FailureCode::BookTooNew, None),
            (damaged(), FailureCode::BookDamaged, None),
            (CasebookError::NoKey { path: here() }, FailureCode::BookDamaged, Some("here")),
            (
                CasebookError::NotWritable { path: here(), cause: system().into() },
                FailureCode::NotWritable,
                Some("here"),
            ),
            (
                CasebookError::File { doing: "read", path: here(), cause: system() },
                FailureCode::NotSaved,
                Some("here"),
            ),
            (CasebookError::DiskFull(system().into()), FailureCode::NotSaved, None),
            (
                CasebookError::Setting { pragma: "synchronous", wanted: "2", found: "1".to_owned() },
                FailureCode::Internal,
                None,
            ),
            (CasebookError::NoSuchProfile, FailureCode::Internal, None),
            (failed(damaged()), FailureCode::Internal, None),
        ];
        for (error, code, place) in cases {
            let failure = Failure::from(DeskError::from(error));
            assert_eq!((failure.code, failure.place.as_deref()), (code, place), "{}", failure.detail);
        }
        let too_new = Failure::from(DeskError::from(CasebookError::TooNew { found: 9, known: 1 }));
        assert_eq!(too_new.formats, Some(Formats { found: 9, known: 1 }));
    }

    /// What a book of nonsense gives.
    fn damaged() -> CasebookError {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("casebook.db"), [7; 8192]).unwrap();
        std::fs::write(folder.path().join("casebook.key"), [7; 32]).unwrap();
        casebook::Casebook::open(folder.path()).err().unwrap()
    }

    /// The same trouble in the middle of the work.
    fn failed(error: CasebookError) -> CasebookError {
        match error {
            CasebookError::Damaged(cause) => CasebookError::Book(cause),
            other => other,
        }
    }

    #[test]
    fn a_folder_of_policies_that_cannot_be_read_is_named() {
        let error = SourceError::Read { path: PathBuf::from("pack"), cause: std::io::Error::other("no") };
        let failure = Failure::from(DeskError::Pack(error));
        assert_eq!((failure.code, failure.place.as_deref()), (FailureCode::PackUnreadable, Some("pack")));
    }
}
