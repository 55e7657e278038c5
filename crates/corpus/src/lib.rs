//! Files in, catalog and remarks out: the room that reads a pack, checks it and runs its cases.

mod read;
mod remark;
mod source;
mod suggest;

pub use read::{form, forms};
pub use remark::{Remark, Severity, render};
pub use source::{Files, SourceError};
