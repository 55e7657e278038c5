//! Why a file could not be read.

use std::io;

/// Why a file could not be read, in words that say how to mend it. The rows before the place were read.
#[derive(Debug, thiserror::Error)]
pub enum RosterError {
    /// The system does not let it be read.
    #[error("the file cannot be read: {0}")]
    Unreadable(#[from] io::Error),
    /// It has too many bytes.
    #[error("the file has {bytes} bytes; {most} can be read: take it apart")]
    TooLarge {
        /// How many it has.
        bytes: u64,
        /// How many it may have.
        most: u64,
    },
    /// It unpacks to too many bytes.
    #[error(
        "the spreadsheet unpacks to more than {most} bytes: keep only the sheet with the list, or save it as CSV"
    )]
    UnpacksTooLarge {
        /// How many it may unpack to.
        most: u64,
    },
    /// It has too many rows.
    #[error("the file has more than {most} rows: take it apart")]
    TooManyRows {
        /// How many it may have.
        most: u64,
    },
    /// A row has too many columns.
    #[error("row {line} has more than {most} columns: delete those that are not needed")]
    TooWide {
        /// Which row.
        line: u64,
        /// How many it may have.
        most: usize,
    },
    /// A cell is too long.
    #[error("row {line}, column {column}: the cell has more than {most} bytes")]
    TooLong {
        /// Which row.
        line: u64,
        /// Which column, the first is 1.
        column: usize,
        /// How many it may have.
        most: usize,
    },
    /// A row does not end.
    #[error("the row that begins in line {line} does not end: is a quotation mark not closed?")]
    Endless {
        /// Where it begins.
        line: u64,
    },
    /// A spreadsheet of before 2007, or one under a password.
    #[error(
        "this is a spreadsheet of before 2007 or has a password: save it as .xlsx without one, or as CSV"
    )]
    OldSpreadsheet,
    /// Packed like a spreadsheet, and none.
    #[error("this is not a spreadsheet that can be read: save it anew as .xlsx or CSV ({0})")]
    NotASpreadsheet(String),
    /// Neither text nor a spreadsheet.
    #[error("line {line} holds what is no text: save the list as .xlsx or CSV")]
    NotText {
        /// Where.
        line: u64,
    },
}
