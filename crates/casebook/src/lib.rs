//! What is kept on disk: profiles and answers in an encrypted SQLite file, settings beside it.
//!
//! A data folder holds these files, all readable by their owner alone:
//!
//! | file | holds |
//! |---|---|
//! | `casebook.db` (with `-wal` and `-shm` while open) | profiles, answers, their history, ticks and choices |
//! | `casebook.key` | the key of the book, see [`Casebook::open`] |
//! | `casebook.lock` | nothing; locked while a program uses the folder |
//! | `settings.json` | language, theme and the like, known before the book is open |
//!
//! [`Casebook`] saves one [`Change`] at a time: when the call returns, the change is on the disk. What a fact means is not
//! known here: a value is JSON text, and the desk turns it into a profile. The time of a save is told by the caller; the order of
//! saves is kept by a counter, so that a clock set back confuses nothing.

mod casebook;
mod change;
mod contents;
mod error;
mod files;
mod folder;
mod json;
mod migrations;
mod open;
mod pragmas;
mod rows;
pub mod settings;

pub use casebook::{Answered, Casebook, ProfileId, Saved, Steps};
pub use change::{Change, EntryChange};
pub use contents::{Contents, Entry, List, Preference, Tick};
pub use error::CasebookError;
pub use json::{Json, NotJson};
