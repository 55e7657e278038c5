//! Lists of enterprises from outside, as rows of text: CSV in UTF-8, GB18030 or UTF-16, and XLSX.
//!
//! A file is hostile until it was read: its size, its rows, columns and cells are bounded before anything is kept of them, and a
//! spreadsheet, which may unpack to a thousand times its size, is measured first. Rows come one at a time, so that a
//! file of any length takes little room. What the cells mean is not known here.

mod credit_code;
mod error;
mod limits;
mod row;
mod spreadsheet;
mod text;

use std::{fs::File, io::Read, ops::ControlFlow, path::Path};

pub use credit_code::{CreditCode, CreditCodeError};
pub use error::RosterError;
pub use limits::Limits;
pub use row::Row;
pub use text::delimiter;

/// Begins every file packed as a spreadsheet is.
const PACKED: [u8; 4] = *b"PK\x03\x04";
/// Begins a spreadsheet of before 2007, and one under a password.
const OLD: [u8; 4] = [0xd0, 0xcf, 0x11, 0xe0];

/// Reads a file row by row, those in which nothing stands left out; stops where it is told to.
///
/// What it is, is told by its first bytes and not by its name.
pub fn read(
    path: &Path,
    limits: &Limits,
    mut row: impl FnMut(Row) -> ControlFlow<()>,
) -> Result<(), RosterError> {
    let mut file = File::open(path)?;
    let bytes = file.metadata()?.len();
    let mut first = Vec::with_capacity(PACKED.len());
    file.by_ref().take(PACKED.len() as u64).read_to_end(&mut first)?;
    if first == OLD {
        return Err(RosterError::OldSpreadsheet);
    }
    let most = if first == PACKED { limits.spreadsheet_bytes } else { limits.text_bytes };
    if most < bytes {
        return Err(RosterError::TooLarge { bytes, most });
    }
    let mut n_rows = 0;
    let mut counted = |it: Row| {
        n_rows += 1;
        if limits.rows < n_rows {
            return Err(RosterError::TooManyRows { most: limits.rows });
        }
        Ok(row(it))
    };
    if first == PACKED {
        spreadsheet::read(file, limits, &mut counted)
    } else {
        text::read(file, limits, &mut counted)
    }
}

/// What is done with each row.
type Each<'e> = &'e mut dyn FnMut(Row) -> Result<ControlFlow<()>, RosterError>;
