//! What one takes away: files saved where one finds them.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Text;

/// What can be taken away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export)]
pub enum TakeAway {
    /// The sheet, as PDF.
    Sheet,
    /// The days to come, for a calendar.
    Calendar,
    /// Everything, as a spreadsheet.
    List,
}

/// A file that was saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Taken {
    /// What it is.
    pub what: TakeAway,
    /// Its name.
    pub file: String,
    /// The folder it lies in.
    pub folder: String,
    /// What is not in it, or not as it was typed, in words; may be empty.
    pub notes: Vec<Text>,
}
