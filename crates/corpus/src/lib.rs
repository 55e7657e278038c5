//! Files in, catalog and remarks out: the room that reads a pack, checks it and runs its cases.

mod cases;
mod lint;
mod load;
mod profile;
mod read;
mod remark;
mod source;
mod suggest;

pub use cases::{Case, Expected, Failure, Report, read_cases, run};
pub use lint::check;
pub use load::{Loaded, load};
pub use profile::{ProfileMistake, read_profile, write_answer, write_profile};
pub use read::{form, forms};
pub use remark::{Remark, Severity, render};
pub use source::{Files, SourceError};
