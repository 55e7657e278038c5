//! Text from a spreadsheet or a file as rows of cells.

use csv::{ReaderBuilder, Trim};

/// The rows in which something stands; cells apart by tabs, as spreadsheets copy them, else by commas or semicolons.
pub(super) fn read(pasted: &str) -> Vec<Vec<String>> {
    let pasted = pasted.trim_start_matches('\u{feff}');
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(pasted))
        .trim(Trim::All)
        .from_reader(pasted.as_bytes());
    // The text is UTF-8 and rows may be of any length: nothing is left that could fail.
    let rows = reader.records().map_while(Result::ok);
    let rows = rows.map(|row| row.iter().map(|it| it.trim().to_owned()).collect::<Vec<_>>());
    rows.filter(|row| row.iter().any(|it| !it.is_empty())).collect()
}

fn delimiter(pasted: &str) -> u8 {
    if pasted.contains('\t') {
        return b'\t';
    }
    let first = pasted.lines().find(|it| !it.trim().is_empty()).unwrap_or_default();
    let count = |sign: char| first.matches(sign).count();
    if count(',') < count(';') { b';' } else { b',' }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_apart_by_tabs_commas_or_semicolons() {
        let wanted = vec![vec!["姓名", "入职"], vec!["小王", "2026-7"]];
        for pasted in [
            "姓名\t入职\n小王\t2026-7\n",
            "\u{feff}姓名,入职\r\n小王,2026-7",
            "姓名;入职\n\n小王; 2026-7 ",
            "姓名\t入职\n\t\n小王\t2026-7",
        ] {
            assert_eq!(read(pasted), wanted, "{pasted:?}");
        }
    }

    #[test]
    fn a_quoted_cell_may_hold_anything() {
        assert_eq!(read("a,\"b, c\nd\"\n1,2"), [["a", "b, c\nd"], ["1", "2"]]);
    }

    #[test]
    fn rows_may_be_of_any_length() {
        assert_eq!(read("a,b,c\n1"), [vec!["a", "b", "c"], vec!["1"]]);
        assert!(read(" \n\t\n").is_empty());
    }
}
