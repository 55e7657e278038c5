//! The use cases: owns the loaded catalog, the index, the sitting and the casebook. Takes dates and folders as arguments.
//!
//! [`Library`] is everything that can be done without a data folder (the command line); [`Desk`] adds what is remembered.

mod desk;
mod error;
mod library;
mod money;
mod sitting;
pub mod words;

pub use desk::{Desk, NewEntry};
pub use error::DeskError;
pub use library::{Library, Lingua, audience_id, status_id};
pub use money::{Sums, sums};
pub use sitting::{About, Sitting};
