//! What one takes away: the sheet on paper, the days in a calendar, the list in a spreadsheet.
//!
//! Each takes what the desk has put together and gives the bytes of a file; no clock, no folder and no font of the machine
//! plays a part, so that the same answers give the same file. The fonts of the sheet are [part of the program](fonts).

#[cfg(test)]
mod example;
mod fonts;
mod ics;
mod pdf;
mod sheet_data;
mod table;
mod words;

pub use ics::ics;
pub use pdf::{Printed, pdf};
pub use table::xlsx;

/// A file that could not be made: never the fault of what was told, so there is nothing to mend but the program.
#[derive(Debug, thiserror::Error)]
pub enum HandoutError {
    /// The sheet could not be set.
    #[error("the sheet could not be set: {0}")]
    Sheet(String),
    /// The table could not be written.
    #[error("the table could not be written")]
    Table(#[from] rust_xlsxwriter::XlsxError),
    /// The calendar could not be written.
    #[error("the calendar could not be written: {0}")]
    Calendar(String),
}
