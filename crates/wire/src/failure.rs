//! What goes wrong, as a code on which the window acts and words for the log.

use std::error::Error;

use casebook::CasebookError;
use corpus::ProfileMistake;
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
    /// The chain of causes.
    pub detail: String,
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
    /// The book could not be written: disk full, folder read-only.
    NotSaved,
    /// The book is of a newer version of the program.
    BookTooNew,
    /// The book is damaged.
    BookDamaged,
    /// Another window has the book.
    BookInUse,
    /// The request was not understood: a fault of ours.
    Internal,
}

impl From<DeskError> for Failure {
    fn from(error: DeskError) -> Failure {
        let (code, say) = match &error {
            DeskError::BadAnswer(mistakes) => (FailureCode::BadAnswer, Some(say(mistakes))),
            DeskError::NotFound { .. } => (FailureCode::NotFound, None),
            DeskError::Casebook(cause) => (code(cause), None),
            DeskError::Pack(_) | DeskError::BookClosed => (FailureCode::Internal, None),
        };
        Failure { code, say, detail: chain(&error) }
    }
}

fn code(error: &CasebookError) -> FailureCode {
    match error {
        CasebookError::AlreadyOpen { .. } => FailureCode::BookInUse,
        CasebookError::TooNew { .. } => FailureCode::BookTooNew,
        // Without its key a book is as unreadable as a damaged one, and the same backup helps.
        CasebookError::Damaged(_) | CasebookError::NoKey { .. } => FailureCode::BookDamaged,
        CasebookError::NotWritable { .. } | CasebookError::File { .. } | CasebookError::DiskFull(_) => {
            FailureCode::NotSaved
        }
        CasebookError::Setting { .. } | CasebookError::NoSuchProfile | CasebookError::Book(_) => {
            FailureCode::Internal
        }
    }
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
fn chain(error: &DeskError) -> String {
    let mut detail = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        detail += &format!(": {error}");
        cause = error.source();
    }
    detail
}

#[cfg(test)]
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
        let folder = || PathBuf::from("here");
        let cause = || std::io::Error::other("cause");
        let of_book = [
            (CasebookError::TooNew { found: 9, known: 1 }, FailureCode::BookTooNew),
            (CasebookError::NoKey { path: folder() }, FailureCode::BookDamaged),
            (CasebookError::NotWritable { path: folder(), cause: cause().into() }, FailureCode::NotSaved),
            (CasebookError::NoSuchProfile, FailureCode::Internal),
        ];
        for (error, code) in of_book {
            assert_eq!(Failure::from(DeskError::from(error)).code, code);
        }
        let not_found = DeskError::NotFound { what: "policy", name: "nope".to_owned() };
        assert_eq!(Failure::from(not_found).code, FailureCode::NotFound);
        assert_eq!(Failure::from(DeskError::BookClosed).code, FailureCode::Internal);
    }
}
