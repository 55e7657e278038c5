//! What can go wrong at the desk.

use casebook::CasebookError;
use corpus::{ProfileMistake, SourceError};

/// What can go wrong at the desk.
#[derive(Debug, thiserror::Error)]
pub enum DeskError {
    /// The pack could not be read at all.
    #[error("could not read the pack")]
    Pack(#[source] SourceError),
    /// The book let us down.
    #[error("could not use the casebook")]
    Casebook(#[from] CasebookError),
    /// The book could not be opened again after it was erased.
    #[error("the casebook is closed")]
    BookClosed,
    /// An answer cannot be right; nothing was saved.
    #[error("the answer does not fit: {}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))]
    BadAnswer(Vec<ProfileMistake>),
    /// Asked for something that is not there.
    #[error("there is no {what} called `{name}`")]
    NotFound {
        /// A policy, an edition, a fact, a list, an entry.
        what: &'static str,
        /// What was asked for.
        name: String,
    },
}

impl DeskError {
    pub(crate) fn not_found(what: &'static str, name: impl Into<String>) -> DeskError {
        DeskError::NotFound { what, name: name.into() }
    }
}
