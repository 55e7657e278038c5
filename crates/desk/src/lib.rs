//! The use cases: owns the loaded catalog, the index, the sitting and the casebook. Takes dates and folders as arguments.
//!
//! [`Library`] is everything that can be done without a data folder (the command line); [`Desk`] adds what is remembered.

mod advice;
mod applying;
mod assessed;
mod calendar;
pub mod changes;
mod desk;
mod entries;
mod error;
mod form;
mod help;
mod library;
mod pack_state;
pub mod paste;
mod reckoning;
pub mod sheet;
mod sitting;
mod to_do;
pub mod typed;
mod understanding;
mod vectors;
pub mod words;

pub use assessed::Assessed;
pub use calendar::{Calendar, CalendarDay, calendar};
pub use desk::Desk;
pub use entries::NewEntry;
pub use error::DeskError;
pub use form::{Field, Form, Part};
pub use help::{Help, help};
pub use library::{Library, Lingua, audience_id, status_id};
pub use meaning::ModelError;
pub use pack_state::{Considered, NewPack, PackState, Reread};
pub use reckoning::{Reckoned, Reckoning};
pub use sheet::{Sheet, sheet};
pub use sitting::{About, Sitting};
pub use to_do::{Stop, Support, ToBring, ToDo, to_do};
pub use understanding::{Asked, Reader, Reading, Understanding};

/// How many days ahead a last day presses.
pub const NEAR_DAYS: i64 = 60;
