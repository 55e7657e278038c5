//! What must be refused, and said so, before it takes room.

use expect_test::{Expect, expect};
use roster::{Limits, RosterError};
use rust_xlsxwriter::Workbook;

use crate::{packed, read, refused, sheet};

const SMALL: Limits = Limits {
    text_bytes: 1_000,
    spreadsheet_bytes: 20_000,
    unpacked_bytes: 60_000,
    rows: 3,
    columns: 4,
    cell_bytes: 100,
};

#[track_caller]
fn check(bytes: &[u8], limits: &Limits, expect: Expect) {
    expect.assert_eq(&refused(bytes, limits).to_string());
}

#[test]
fn a_text_has_limits() {
    let text = |it: &str, expect| check(it.as_bytes(), &SMALL, expect);
    text(&"a\n".repeat(501), expect!["the file has 1002 bytes; 1000 can be read: take it apart"]);
    text("a\nb\nc\nd\n", expect!["the file has more than 3 rows: take it apart"]);
    text("a\nb,,,,\n", expect!["row 2 has more than 4 columns: delete those that are not needed"]);
    let long = format!("a\nb,{}\n", "c".repeat(101));
    text(&long, expect!["row 2, column 2: the cell has more than 100 bytes"]);
}

#[test]
fn a_quotation_mark_that_is_not_closed_swallows_no_more_than_a_row() {
    let limits = Limits { text_bytes: 1_000_000, ..SMALL };
    let text = format!("a,b\nc,\"{}", "d\n".repeat(400_000));
    check(
        text.as_bytes(),
        &limits,
        expect!["the row that begins in line 2 does not end: is a quotation mark not closed?"],
    );
}

#[test]
fn what_is_no_text_is_told() {
    check(
        b"a,b\n\0\x01\x02,c\n",
        &SMALL,
        expect!["line 2 holds what is no text: save the list as .xlsx or CSV"],
    );
}

#[test]
fn old_and_locked_spreadsheets_are_told() {
    check(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        &SMALL,
        expect![
            "this is a spreadsheet of before 2007 or has a password: save it as .xlsx without one, or as CSV"
        ],
    );
}

#[test]
fn what_unpacks_to_too_much_is_not_unpacked() {
    let bomb = packed(&[("xl/worksheets/sheet1.xml", &vec![b' '; 1_000_000])]);
    assert!(bomb.len() < 10_000);
    check(
        &bomb,
        &SMALL,
        expect![
            "the spreadsheet unpacks to more than 60000 bytes: keep only the sheet with the list, or save it as CSV"
        ],
    );
}

#[test]
fn many_small_parts_are_too_many() {
    let names: Vec<String> = (0..2_001).map(|it| it.to_string()).collect();
    let parts: Vec<(&str, &[u8])> = names.iter().map(|it| (it.as_str(), &b""[..])).collect();
    let limits = Limits { spreadsheet_bytes: 1_000_000, ..SMALL };
    assert!(matches!(refused(&packed(&parts), &limits), RosterError::NotASpreadsheet(_)));
}

#[test]
fn cells_far_apart_take_no_room() {
    let far = sheet(
        r#"<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="A1048576"><v>2</v></c></row>"#,
    );
    assert_eq!(read(&far), [["1"], ["2"]]);
    let wide = sheet(r#"<row r="1"><c r="XFD1"><v>1</v></c></row>"#);
    check(&wide, &SMALL, expect!["row 1 has more than 4 columns: delete those that are not needed"]);
}

#[test]
fn a_broken_spreadsheet_is_told() {
    let mut book = Workbook::new();
    book.add_worksheet().write(0, 0, "a").unwrap();
    let whole = book.save_to_buffer().unwrap();
    for n_bytes in (5..whole.len()).step_by(97) {
        let refused = refused(&whole[..n_bytes], &Limits::IMPORT);
        assert!(matches!(refused, RosterError::NotASpreadsheet(_)), "{n_bytes}: {refused}");
    }
    assert!(matches!(refused(&packed(&[("a", b"b")]), &SMALL), RosterError::NotASpreadsheet(_)));
}
