//! The files of a pack, as those who write them want to see them.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Failure, Text};

/// How the pack that is shown stands to the files it was read from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct PackState {
    /// Names what is shown: another pack, another name.
    pub shown: String,
    /// Whether what is shown was read before, because the files as they are now cannot all be shown.
    pub former: bool,
    /// Why the files cannot be read at all.
    pub unreadable: Option<Failure>,
    /// How many mistakes they have.
    pub errors: u32,
    /// How much in them could be better.
    pub warnings: u32,
    /// The remarks, mistakes first, each kind by file and line; at most a hundred.
    pub remarks: Vec<PackRemark>,
}

/// Something wrong in a file of the pack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct PackRemark {
    /// Whether what is concerned was left out; else it only could be better.
    pub error: bool,
    /// Names the kind of mistake; the same as in `advisor pack check`.
    pub code: String,
    /// The file, inside the folder of the pack.
    pub file: String,
    /// The line, from 1.
    pub line: u32,
    /// The column, from 1.
    pub column: u32,
    /// What is wrong: word for word in English; in Chinese the kind of mistake and the names concerned.
    pub message: Text,
    /// How to mend it; may be empty, and in English alone.
    pub hint: Text,
}
