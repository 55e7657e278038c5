//! People and counters.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Named, SourceLine, Text};

/// All who help, by what they are.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct DirectoryPage {
    /// Parks, bases, incubators, counters, hotlines, in this order.
    pub groups: Vec<DirectoryGroup>,
}

/// Those of one kind.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct DirectoryGroup {
    /// The kind with its name.
    pub kind: Named,
    /// Ordered by id.
    pub places: Vec<Place>,
}

/// Somebody or some place that helps.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Place {
    /// Names it.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// Other names people use.
    pub also: Vec<String>,
    /// What it is and does.
    pub about: Text,
    /// Where it is; may be empty.
    pub address: Text,
    /// When it is open; may be empty.
    pub hours: Text,
    /// Its numbers.
    pub phone: Vec<String>,
    /// A page one may open.
    pub url: Option<String>,
    /// What was not found or is not certain; may be empty.
    pub open: Text,
    /// The day of the newest evidence.
    pub as_of: Option<String>,
    /// Where it was read.
    pub sources: Vec<SourceLine>,
}
