//! What to make of the results: who serves what, what one more would bring, what happens when.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Text, Verdict};

/// What to make of the results.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct AdvicePage {
    /// Supports that exclude each other, and how to use them best.
    pub clashes: Vec<ClashBlock>,
    /// What one more of each group the law supports would bring; groups that bring nothing last.
    pub one_more: Vec<OneMoreBlock>,
    /// What is to come, by day: the first hundred.
    pub timeline: Vec<EventLine>,
    /// How many more there are to come.
    pub later: u32,
}

/// Supports that exclude each other.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct ClashBlock {
    /// "3 people by the 2,000 subsidy, 2 by the 1,500 one: 9,000 in all".
    pub sentence: Text,
    /// Whether the reader chose otherwise.
    pub chosen: bool,
    /// What is given up by choosing otherwise, or whether it is only the best that was found; may be empty.
    pub note: Text,
    /// The supports.
    pub members: Vec<ClashMember>,
}

/// One of several supports that exclude each other.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct ClashMember {
    /// Which.
    pub policy: String,
    /// Its edition.
    pub edition: String,
    /// What people call it.
    pub title: Text,
    /// Whether it is taken.
    pub taken: bool,
    /// What it brings in this use.
    pub brings: Text,
    /// What it would bring alone.
    pub alone: Text,
    /// Whether the reader chose it for the enterprise.
    pub preferred: bool,
    /// Those who count for it: the first hundred; empty where it is not over people.
    pub people: Vec<ClashPerson>,
}

/// Somebody who counts for one of several supports.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct ClashPerson {
    /// The entry.
    pub entry: String,
    /// Its name, or its answers in a few words.
    pub said: Text,
    /// Whether they serve this support.
    pub serves: bool,
    /// Whether the reader chose so.
    pub preferred: bool,
}

/// What one more of a group would bring.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct OneMoreBlock {
    /// The group.
    pub group: String,
    /// What people read: "a graduate of this year".
    pub label: Text,
    /// What is taken for known of such a person, in words.
    pub given: Text,
    /// What would open or grow.
    pub gains: Vec<GainLine>,
}

/// A support that one more person would open or let grow.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct GainLine {
    /// Which.
    pub policy: String,
    /// Its edition.
    pub edition: String,
    /// What people call it.
    pub title: Text,
    /// How one would stand towards it.
    pub verdict: Verdict,
    /// Whether it is open to the enterprise only then.
    pub opens: bool,
    /// From when, where it takes time; may be empty.
    pub from: Text,
    /// What comes on top, a line for each amount, with how it is reckoned.
    pub amounts: Vec<Worked>,
    /// The others that the same person cannot bring as well.
    pub instead_of: Vec<Text>,
}

/// A sum and how it is reckoned.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Worked {
    /// The sum with unit, period and length.
    pub sum: Text,
    /// The arithmetic with the figures put in; may be empty.
    pub working: Text,
}

/// Something that is to come.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct EventLine {
    /// The first possible day.
    pub first: String,
    /// The last possible day.
    pub last: String,
    /// The day in words.
    pub day: Text,
    /// Days from the day of assessment to the last possible day.
    pub days: i32,
    /// Whether it is near enough to act on.
    pub near: bool,
    /// To which support.
    pub policy: String,
    /// In which edition.
    pub edition: String,
    /// What people call it.
    pub title: Text,
    /// What happens, in words.
    pub what: Text,
    /// Whether something begins or ends then.
    pub kind: EventKind,
}

/// Whether something begins or ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export)]
pub enum EventKind {
    /// Something begins.
    Begins,
    /// The last day to apply.
    Closes,
    /// Something ends.
    Ends,
}
