//! Files in, catalog and remarks out: the room that reads a pack, checks it and runs its cases.
//!
//! [`load`] reads a pack from [`Files`] (a folder, or the one built into the program) to a catalog; what is wrong is
//! left out and becomes a [`Remark`] with its place, the rest lives. [`check`] adds what only authors care for, [`run`]
//! runs the cases beside the rules, and [`read_profile`] reads what is known of an enterprise against a catalog.
//!
//! All keys of the format stand once, in [`forms`]: the reader checks every table against its form before it looks
//! at it, so that the code which gives a table its meaning speaks only of what its form cannot say.

mod cases;
mod lint;
mod load;
mod mutate;
mod profile;
mod read;
mod remark;
mod schema;
mod skeleton;
mod source;
mod suggest;

pub use cases::{
    Case, Expected, ExpectedAmount, ExpectedFigure, Failure, Judged, Lookup, Reckoned, Report, Shows,
    read_cases, run,
};
pub use lint::check;
pub use load::{Loaded, load};
pub use mutate::{MutationReport, Survivor, mutate};
pub use profile::{ProfileMistake, read_profile, write_answer, write_profile};
pub use read::{form, forms};
pub use remark::{Remark, Severity, render};
pub use schema::{FileSchema, editor_rules, keys_page, schemas};
pub use skeleton::{SkeletonError, write_skeleton};
pub use source::{Files, SourceError};
