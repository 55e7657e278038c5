//! How much of a file is read.

/// How much is read of a file, at most; what has more is refused with words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Of a text file.
    pub text_bytes: u64,
    /// Of a spreadsheet, packed.
    pub spreadsheet_bytes: u64,
    /// Of a spreadsheet, unpacked, all its parts together.
    pub unpacked_bytes: u64,
    /// Rows in which something stands.
    pub rows: u64,
    /// Columns.
    pub columns: usize,
    /// Bytes of one cell.
    pub cell_bytes: usize,
}

impl Limits {
    /// What is entered into a book, and so kept in memory.
    pub const IMPORT: Limits = Limits {
        text_bytes: 100_000_000,
        spreadsheet_bytes: 20_000_000,
        unpacked_bytes: 200_000_000,
        rows: 200_000,
        columns: 200,
        cell_bytes: 32_768,
    };

    /// What is gone through row by row.
    pub const STREAM: Limits = Limits { text_bytes: 100_000_000_000, rows: 1_000_000_000, ..Limits::IMPORT };

    /// The longest row of a text file.
    pub(crate) fn row_bytes(&self) -> u64 {
        (self.columns * self.cell_bytes / 4) as u64
    }
}
