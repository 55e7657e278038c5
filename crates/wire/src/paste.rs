//! A staff list pasted from a spreadsheet.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Said, Text};

/// A paste and how it is to be read; what is left out is guessed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct PasteRequest {
    /// The list.
    pub list: String,
    /// The table: rows in lines, cells apart by tabs, commas or semicolons.
    pub text: String,
    /// Whether the first row names the columns.
    pub header: Option<bool>,
    /// What each column is read as.
    pub columns: Option<Vec<PasteUse>>,
    /// Whether rows that say the same, and have no name, become one entry for several alike.
    pub together: bool,
}

/// What a column is read as.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case")]
#[ts(export)]
pub enum PasteUse {
    /// It is not read.
    Ignored,
    /// What the reader calls the entry.
    Name,
    /// How many alike.
    Alike,
    /// A fact of the entry.
    Fact {
        /// Which.
        fact: String,
    },
}

/// A paste as it would be entered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct PastePage {
    /// Whether the first row names the columns.
    pub header: bool,
    /// The columns.
    pub columns: Vec<PasteColumn>,
    /// The facts that a column may be read as, in order.
    pub facts: Vec<PasteFact>,
    /// The first rows, and those of the others that are not read whole.
    pub rows: Vec<PasteRow>,
    /// How many rows there are in which something stands.
    pub total: u32,
    /// How many of them are not read whole.
    pub faulty: u32,
    /// How many entries would come of them.
    pub entries: u32,
}

/// A column of a paste.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct PasteColumn {
    /// Its title; empty where it has none.
    pub title: String,
    /// The first thing that stands in it.
    pub sample: String,
    /// What it is read as.
    pub column: PasteUse,
}

/// A fact that a column may be read as.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct PasteFact {
    /// Which.
    pub fact: String,
    /// What it is called.
    pub name: Text,
}

/// A row as it will be read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct PasteRow {
    /// Which line of the table, the first is 1.
    pub line: u32,
    /// What the reader calls it.
    pub name: Option<String>,
    /// How many alike.
    pub n: Said,
    /// Its answers in a few words.
    pub said: Text,
    /// What could not be read and stays open.
    pub faults: Vec<Text>,
}
