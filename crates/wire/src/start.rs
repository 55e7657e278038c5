//! The start page.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{PackState, Settings, Text};

/// Everything the first painted screen needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Start {
    /// The day of assessment, `YYYY-MM-DD`.
    pub as_of: String,
    /// What was set.
    pub settings: Settings,
    /// About the pack.
    pub pack: PackInfo,
    /// Where one stopped; `null` where nothing was answered yet.
    pub resume: Option<Resume>,
    /// Windows that close soon for what one qualifies for, the nearest first; at most three.
    pub deadlines: Vec<Deadline>,
    /// Where the book is kept.
    pub data_folder: String,
    /// What there is to say of the files the pack was read from.
    pub pack_state: PackState,
}

/// About the pack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct PackInfo {
    /// Its title.
    pub title: Text,
    /// Its version.
    pub version: String,
    /// The day it was put out.
    pub published: String,
    /// Whether it is older than 180 days.
    pub old: bool,
    /// What it covers, and what not.
    pub covers: Text,
    /// How it was checked.
    pub checked: Text,
    /// How many policies it has.
    pub policies: u32,
}

/// Where one stopped.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Resume {
    /// How many questions were answered.
    pub answered: u32,
    /// About how many more settle most of what is open; 0 where nothing is left to ask.
    pub left: u32,
    /// When the last answer was saved, `YYYY-MM-DDTHH:MM`, local time.
    pub saved_at: String,
}

/// A window that closes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Deadline {
    /// Of which policy.
    pub policy: String,
    /// Its title.
    pub title: Text,
    /// Its last day.
    pub closes: String,
    /// How many days that is from the day of assessment.
    pub days: i32,
}
