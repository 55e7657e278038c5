//! What goes wrong, as a code on which the window acts and words for the log.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Something went wrong. The window chooses its words by `code`; `detail` is for the log and the curious.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Failure {
    /// What the window can act on.
    pub code: FailureCode,
    /// For a bad answer: what is wrong with it and how to mend it, for people.
    pub say: Option<super::Text>,
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
