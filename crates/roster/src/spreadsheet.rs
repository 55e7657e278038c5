//! Rows of a spreadsheet.

use std::{
    fs::File,
    io::{self, BufReader, Read, Seek, SeekFrom},
    ops::ControlFlow,
};

use calamine::{DataRef, Reader, Xlsx, XlsxError};
use csv::StringRecord;
use zip::ZipArchive;

use crate::{Each, Limits, RosterError, Row};

/// So many parts a spreadsheet may have: sheets, pictures, styles.
const MOST_PARTS: usize = 2_000;

pub(crate) fn read(mut file: File, limits: &Limits, row: Each<'_>) -> Result<(), RosterError> {
    file.seek(SeekFrom::Start(0))?;
    measure(&mut file, limits)?;
    file.seek(SeekFrom::Start(0))?;
    let mut book: Xlsx<_> = Xlsx::new(BufReader::new(file)).map_err(unreadable)?;
    for sheet in book.sheet_names() {
        let mut is_empty = true;
        let stopped = read_sheet(&mut book, &sheet, limits, &mut |it| {
            is_empty = false;
            row(it)
        })?;
        // The list is the first sheet in which something stands.
        if !is_empty || stopped == ControlFlow::Break(()) {
            return Ok(());
        }
    }
    Ok(())
}

/// Unpacks every part to nowhere: what a file says of its own size is not to be believed.
fn measure(file: &mut File, limits: &Limits) -> Result<(), RosterError> {
    let not_packed = |cause: zip::result::ZipError| RosterError::NotASpreadsheet(cause.to_string());
    let mut archive = ZipArchive::new(BufReader::new(file)).map_err(not_packed)?;
    if MOST_PARTS < archive.len() {
        return Err(RosterError::NotASpreadsheet(format!("more than {MOST_PARTS} parts")));
    }
    let mut left = limits.unpacked_bytes;
    for idx in 0..archive.len() {
        let part = archive.by_index(idx).map_err(not_packed)?;
        let n_bytes = io::copy(&mut part.take(left + 1), &mut io::sink())
            .map_err(|cause| RosterError::NotASpreadsheet(cause.to_string()))?;
        left =
            left.checked_sub(n_bytes).ok_or(RosterError::UnpacksTooLarge { most: limits.unpacked_bytes })?;
    }
    Ok(())
}

fn unreadable(cause: XlsxError) -> RosterError {
    RosterError::NotASpreadsheet(cause.to_string())
}

/// Cell by cell: nothing is set aside for the empty ones between two that are far apart.
fn read_sheet(
    book: &mut Xlsx<BufReader<File>>,
    sheet: &str,
    limits: &Limits,
    row: Each<'_>,
) -> Result<ControlFlow<()>, RosterError> {
    let mut cells = match book.worksheet_cells_reader(sheet) {
        // A sheet may be a chart.
        Err(XlsxError::WorksheetNotFound(_) | XlsxError::NotAWorksheet(_)) => {
            return Ok(ControlFlow::Continue(()));
        }
        opened => opened.map_err(unreadable)?,
    };
    let mut at_hand = AtHand { line: 0, cells: Vec::new(), unreckoned: Vec::new() };
    while let Some(cell) = cells.next_cell_with_formula_metadata().map_err(unreadable)? {
        let (line, column) = (u64::from(cell.pos.0) + 1, cell.pos.1 as usize);
        if line != at_hand.line && at_hand.give(row)? == ControlFlow::Break(()) {
            return Ok(ControlFlow::Break(()));
        }
        at_hand.line = line;
        let text = text(&cell.value);
        if limits.cell_bytes < text.len() {
            return Err(RosterError::TooLong { line, column: column + 1, most: limits.cell_bytes });
        }
        let is_unreckoned = cell.formula.is_some() && text.is_empty();
        if text.is_empty() && !is_unreckoned {
            continue;
        }
        if limits.columns <= column {
            return Err(RosterError::TooWide { line, most: limits.columns });
        }
        at_hand.put(column, text);
        at_hand.unreckoned.extend(is_unreckoned.then_some(column));
    }
    at_hand.give(row)
}

/// The row of which cells are being read.
struct AtHand {
    line: u64,
    cells: Vec<String>,
    unreckoned: Vec<usize>,
}

impl AtHand {
    fn put(&mut self, column: usize, text: String) {
        if self.cells.len() <= column {
            self.cells.resize(column + 1, String::new());
        }
        self.cells[column] = text;
    }

    fn give(&mut self, row: Each<'_>) -> Result<ControlFlow<()>, RosterError> {
        let this = Row {
            line: self.line,
            unreckoned: std::mem::take(&mut self.unreckoned),
            cells: StringRecord::from(std::mem::take(&mut self.cells)),
        };
        if this.is_empty() { Ok(ControlFlow::Continue(())) } else { row(this) }
    }
}

/// A value as somebody would have typed it.
fn text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Int(number) => number.to_string(),
        // The shortest digits that mean this number: those that were typed.
        DataRef::Float(number) => number.to_string(),
        DataRef::Bool(truth) => truth.to_string(),
        DataRef::DateTime(time) if time.is_duration() => time.as_f64().to_string(),
        DataRef::DateTime(time) => {
            let (year, month, day, ..) = time.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        DataRef::Error(error) => error.to_string(),
    }
}
