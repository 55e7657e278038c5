//! What is written is read again.

use encoding_rs::GB18030;
use proptest::{collection::vec, prelude::*};
use roster::Limits;
use rust_xlsxwriter::Workbook;

use crate::{read, rows_of};

/// Rows of equal width, in each of which something stands.
fn tables() -> impl Strategy<Value = Vec<Vec<String>>> {
    let cell = "[a-z\"',;甲乙丙龘\u{2070e}\n 0-9=-]{0,8}".prop_map(|it| it.trim().to_owned());
    (1..5_usize).prop_flat_map(move |width| {
        let row = vec(cell.clone(), width).prop_map(|mut row| {
            // The first cell tells commas from the other signs.
            row[0] = format!("x{}", row[0].replace([';', '\t'], ","));
            row
        });
        vec(row, 1..8)
    })
}

fn csv(table: &[Vec<String>]) -> String {
    let quoted = |it: &String| format!("\"{}\"", it.replace('"', "\"\""));
    let line = |row: &Vec<String>| row.iter().map(quoted).collect::<Vec<_>>().join(",") + "\r\n";
    let first = table.first().map(|row| row.iter().map(|_| "\"title\"").collect::<Vec<_>>().join(","));
    first.unwrap_or_default() + "\r\n" + &table.iter().map(line).collect::<String>()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: std::env::var("PROPTEST_CASES").ok().and_then(|it| it.parse().ok()).unwrap_or(48), failure_persistence: None, ..Default::default() })]

    #[test]
    fn a_text_reads_as_it_was_written(table in tables()) {
        let text = csv(&table);
        for bytes in [text.as_bytes().to_vec(), GB18030.encode(&text).0.into_owned()] {
            prop_assert_eq!(&read(&bytes)[1..], &table[..]);
        }
    }

    #[test]
    fn a_spreadsheet_reads_as_it_was_written(table in tables()) {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        for (line, row) in (0..).zip(&table) {
            for (column, cell) in (0..).zip(row) {
                sheet.write_string(line, column, cell).unwrap();
            }
        }
        let rows = rows_of(&book.save_to_buffer().unwrap(), &Limits::IMPORT).unwrap();
        for (row, written) in rows.iter().zip(&table) {
            for (column, cell) in written.iter().enumerate() {
                prop_assert_eq!(row.cell(column), cell);
            }
        }
        prop_assert_eq!(rows.len(), table.len());
    }

    #[test]
    fn nothing_that_can_be_in_a_file_is_a_crash(bytes in vec(any::<u8>(), 0..400), is_packed: bool) {
        let bytes = if is_packed { [&b"PK\x03\x04"[..], &bytes].concat() } else { bytes };
        let _told = rows_of(&bytes, &Limits::IMPORT);
    }
}
