//! Files as they come, and files that nobody should have to read.

#![allow(clippy::unwrap_used, reason = "in a test a panic is the report, in its helpers too")]

mod files;
mod hostile;
mod laws;

use std::{
    io::{Cursor, Write},
    ops::ControlFlow,
};

use roster::{Limits, RosterError, Row};
use tempfile::NamedTempFile;
use zip::{ZipWriter, write::SimpleFileOptions};

fn file(bytes: &[u8]) -> NamedTempFile {
    let mut file = NamedTempFile::new().unwrap();
    file.write_all(bytes).unwrap();
    file
}

fn rows_of(bytes: &[u8], limits: &Limits) -> Result<Vec<Row>, RosterError> {
    let mut rows = Vec::new();
    roster::read(file(bytes).path(), limits, |it| {
        rows.push(it);
        ControlFlow::Continue(())
    })?;
    Ok(rows)
}

fn cells(rows: &[Row]) -> Vec<Vec<String>> {
    rows.iter().map(|row| row.cells().map(str::to_owned).collect()).collect()
}

fn read(bytes: &[u8]) -> Vec<Vec<String>> {
    cells(&rows_of(bytes, &Limits::IMPORT).unwrap())
}

fn refused(bytes: &[u8], limits: &Limits) -> RosterError {
    rows_of(bytes, limits).expect_err("the file is to be refused")
}

fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut packed = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        packed.start_file(*name, SimpleFileOptions::default()).unwrap();
        packed.write_all(bytes).unwrap();
    }
    packed.finish().unwrap().into_inner()
}

/// A spreadsheet of one sheet, written by hand.
fn sheet(cells: &str) -> Vec<u8> {
    const TYPES: &str = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#;
    const ROOT: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
    const BOOK: &str = r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>"#;
    const SHEETS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
    let sheet = format!(
        r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:XFD1048576"/><sheetData>{cells}</sheetData></worksheet>"#
    );
    packed(&[
        ("[Content_Types].xml", TYPES.as_bytes()),
        ("_rels/.rels", ROOT.as_bytes()),
        ("xl/workbook.xml", BOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", SHEETS.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ])
}
