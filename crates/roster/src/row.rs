//! One row of a roster.

use csv::StringRecord;

/// One row, as text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Where it stands in the file: the line of a text, the row of a spreadsheet; the first is 1.
    pub line: u64,
    /// The columns, the first is 0, where a formula stands whose value was never reckoned.
    pub unreckoned: Vec<usize>,
    pub(crate) cells: StringRecord,
}

impl Row {
    /// What stands in a column, without the spaces around it; nothing where the row is shorter.
    pub fn cell(&self, column: usize) -> &str {
        self.cells.get(column).unwrap_or_default().trim()
    }

    /// Each cell.
    pub fn cells(&self) -> impl Iterator<Item = &str> {
        self.cells.iter().map(str::trim)
    }

    /// How many columns it has.
    pub fn width(&self) -> usize {
        self.cells.len()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.unreckoned.is_empty() && self.cells().all(str::is_empty)
    }
}
