//! A staff list pasted from a spreadsheet: a table, its columns matched to facts, its rows read as entries.
//!
//! Only columns that are matched are read, and of a person's name only what the reader chose to keep. What cannot be read stays open
//! and is told; the person is entered all the same, since somebody left out would make a count wrong.

mod columns;
mod rows;
mod table;

use std::collections::BTreeMap;

use corpus::ProfileMistake;
use policy::{FactRef, ListRef, Text};
use serde_json::{Map, Value};

use crate::{Desk, DeskError, NewEntry, words::text};

/// So much may be pasted at once.
const MOST_ROWS: usize = 10_000;
const MOST_BYTES: usize = 4_000_000;

/// What a column is read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// It is not read.
    Ignored,
    /// What the reader calls the entry.
    Name,
    /// How many alike.
    Alike,
    /// A fact of the entry.
    Fact(FactRef),
}

/// How a paste is to be read; what is left out is guessed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reading {
    /// Whether the first row names the columns.
    pub header: Option<bool>,
    /// What each column is read as.
    pub columns: Option<Vec<Column>>,
    /// Whether rows that say the same, and have no name, become one entry for several alike.
    pub together: bool,
}

/// A paste as it would be entered.
#[derive(Debug, Clone, PartialEq)]
pub struct Paste {
    /// The list it is for.
    pub list: ListRef,
    /// Whether the first row names the columns.
    pub header: bool,
    /// Each column: its title, the first thing that stands in it, and what it is read as.
    pub columns: Vec<PastedColumn>,
    /// The rows in which something stands.
    pub rows: Vec<PastedRow>,
    /// The entries that would come of it.
    pub entries: Vec<NewEntry>,
}

/// A column of a paste.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastedColumn {
    /// Its title; empty where the first row names nothing.
    pub title: String,
    /// The first thing that stands in it.
    pub sample: String,
    /// What it is read as.
    pub column: Column,
}

/// A row of a paste.
#[derive(Debug, Clone, PartialEq)]
pub struct PastedRow {
    /// Which line of the table, the first is 1.
    pub line: usize,
    /// What the reader calls it.
    pub name: Option<String>,
    /// Its facts and `n`, as the command line writes them.
    pub fields: Map<String, Value>,
    /// What could not be read and stays open.
    pub faults: Vec<Text>,
}

impl Desk {
    /// Looks at a paste without entering it.
    pub fn read_paste(&self, list: &str, pasted: &str, reading: &Reading) -> Result<Paste, DeskError> {
        let found = self.find_list(list)?;
        if MOST_BYTES < pasted.len() {
            return Err(too_much());
        }
        let table = table::read(pasted);
        if MOST_ROWS < table.len() {
            return Err(too_much());
        }
        let reader = columns::Matcher { catalog: self.catalog(), list: found };
        let header = reading.header.unwrap_or_else(|| reader.has_header(&table));
        let (titles, body) = match table.split_first().filter(|_| header) {
            Some((titles, body)) => (titles.as_slice(), body),
            None => (&[][..], table.as_slice()),
        };
        let width = table.iter().map(Vec::len).max().unwrap_or_default();
        let mut columns = reading.columns.clone().unwrap_or_else(|| reader.guess(titles, body, width));
        columns.resize(width, Column::Ignored);
        let rows = rows::read(self.catalog(), found, titles, body, &columns, usize::from(header));
        let entries = entries(list, &rows, reading.together);
        let cell = |row: &[String], idx: usize| row.get(idx).cloned().unwrap_or_default();
        let described = columns.iter().enumerate().map(|(idx, column)| PastedColumn {
            title: cell(titles, idx),
            sample: body.iter().map(|it| cell(it, idx)).find(|it| !it.is_empty()).unwrap_or_default(),
            column: *column,
        });
        Ok(Paste { list: found, header, columns: described.collect(), rows, entries })
    }

    /// Enters a paste in one step, which can be undone; says how many entries came of it.
    pub fn put_paste(
        &mut self,
        list: &str,
        pasted: &str,
        reading: &Reading,
        now: &str,
    ) -> Result<usize, DeskError> {
        let paste = self.read_paste(list, pasted, reading)?;
        let n = paste.entries.len();
        if 0 < n {
            self.put_entries(paste.list, paste.entries, now)?;
        }
        Ok(n)
    }
}

/// One entry for each row; or for all rows that say the same and have no name.
fn entries(list: &str, rows: &[PastedRow], together: bool) -> Vec<NewEntry> {
    let mut entries: Vec<NewEntry> = Vec::new();
    let mut alike: BTreeMap<String, usize> = BTreeMap::new();
    for row in rows {
        let mut facts = row.fields.clone();
        let n = facts.remove("n");
        // How many is added up only where it is known.
        let n = match &n {
            None => Some(1),
            Some(n) => n.as_i64(),
        };
        if let (true, None, Some(n)) = (together, &row.name, n) {
            let key = Value::Object(facts).to_string();
            if let Some(idx) = alike.get(&key) {
                let fields = &mut entries[*idx].fields;
                let before = fields.get("n").map_or(Some(1), Value::as_i64).unwrap_or(1);
                fields.insert("n".to_owned(), Value::from(before.saturating_add(n)));
                continue;
            }
            alike.insert(key, entries.len());
        }
        let (name, fields) = (row.name.clone(), row.fields.clone());
        entries.push(NewEntry { list: list.to_owned(), id: None, name, fields });
    }
    entries
}

fn too_much() -> DeskError {
    DeskError::BadAnswer(vec![ProfileMistake {
        key: String::new(),
        message: format!("more than {MOST_ROWS} rows at once"),
        hint: None,
        say: Some(text(
            format!("一次最多粘贴 {MOST_ROWS} 行，请分几次粘贴"),
            format!("At most {MOST_ROWS} rows can be pasted at once; paste them in parts"),
        )),
    }])
}
