//! Rosters as offices save them.

use std::ops::ControlFlow;

use encoding_rs::GB18030;
use roster::Limits;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

use crate::{cells, file, read, rows_of, sheet};

const ROSTER: &str = "企业名称,注册日期,人数\n甲有限公司,2025-03-01,12\n\n乙工作室, 2026-1 ,3\n";
const READ: [[&str; 3]; 3] =
    [["企业名称", "注册日期", "人数"], ["甲有限公司", "2025-03-01", "12"], ["乙工作室", "2026-1", "3"]];

#[test]
fn a_text_is_read_in_whatever_encoding_it_was_saved() {
    let with_mark = format!("\u{feff}{ROSTER}");
    let utf_16 = |to: fn(u16) -> [u8; 2]| with_mark.encode_utf16().flat_map(to).collect::<Vec<u8>>();
    for (name, bytes) in [
        ("UTF-8", ROSTER.as_bytes().to_vec()),
        ("UTF-8 with a mark", with_mark.as_bytes().to_vec()),
        ("GB18030", GB18030.encode(ROSTER).0.into_owned()),
        ("UTF-16, low byte first", utf_16(u16::to_le_bytes)),
        ("UTF-16, high byte first", utf_16(u16::to_be_bytes)),
    ] {
        assert_eq!(read(&bytes), READ, "{name}");
    }
}

#[test]
fn cells_may_be_apart_by_tabs_or_semicolons() {
    for sign in ["\t", ";"] {
        assert_eq!(read(ROSTER.replace(',', sign).as_bytes()), READ, "{sign:?}");
    }
}

#[test]
fn a_row_knows_its_line() {
    let rows = rows_of("a,b\n\n\"c\nd\",e\nf\n".as_bytes(), &Limits::IMPORT).unwrap();
    assert_eq!(rows.iter().map(|it| it.line).collect::<Vec<_>>(), [1, 3, 5]);
    assert_eq!(rows[1].cell(0), "c\nd");
    assert_eq!((rows[2].cell(0), rows[2].cell(1), rows[2].width()), ("f", "", 1));
}

#[test]
fn nothing_is_read_after_being_told_to_stop() {
    let mut n_rows = 0;
    let stop = |_| {
        n_rows += 1;
        ControlFlow::Break(())
    };
    roster::read(file(b"a\nb\nc\n").path(), &Limits::IMPORT, stop).unwrap();
    assert_eq!(n_rows, 1);
}

#[test]
fn a_file_in_which_nothing_stands_has_no_rows() {
    for bytes in ["", "\n\n", " , ,\n", "\u{feff}"] {
        assert!(read(bytes.as_bytes()).is_empty(), "{bytes:?}");
    }
    assert!(read(&Workbook::new().save_to_buffer().unwrap()).is_empty());
}

#[test]
fn a_spreadsheet_reads_as_it_was_typed() {
    let mut book = Workbook::new();
    book.add_worksheet().set_name("说明").unwrap();
    let sheet = book.add_worksheet();
    let day = Format::new().set_num_format("yyyy/m/d");
    sheet.write(0, 0, "企业名称").unwrap();
    sheet.write(0, 1, "注册日期").unwrap();
    sheet.write(0, 3, "人数").unwrap();
    sheet.write(4, 0, " 甲有限公司 ").unwrap();
    sheet.write_with_format(4, 1, ExcelDateTime::from_ymd(2025, 3, 1).unwrap(), &day).unwrap();
    sheet.write(4, 3, 12).unwrap();
    sheet.write(5, 1, true).unwrap();
    sheet.write(5, 3, 0.1).unwrap();
    book.add_worksheet().write(0, 0, "another list").unwrap();
    let rows = rows_of(&book.save_to_buffer().unwrap(), &Limits::IMPORT).unwrap();
    assert_eq!(rows.iter().map(|it| it.line).collect::<Vec<_>>(), [1, 5, 6]);
    assert_eq!(
        cells(&rows),
        [
            vec!["企业名称", "注册日期", "", "人数"],
            vec!["甲有限公司", "2025-03-01", "", "12"],
            vec!["", "true", "", "0.1"],
        ]
    );
}

#[test]
fn of_a_formula_its_value_is_read_and_one_without_is_told() {
    let book =
        sheet(r#"<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>HYPERLINK("x")</f></c></row>"#);
    let rows = rows_of(&book, &Limits::IMPORT).unwrap();
    assert_eq!((rows[0].cell(0), rows[0].cell(1)), ("2", ""));
    assert_eq!(rows[0].unreckoned, [1]);
}
