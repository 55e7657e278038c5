//! What to do: the supports one applies for, and all their papers, each once.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{PlaceLine, Text, Verdict};

/// What to do.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct ToDoPage {
    /// Supports one can apply for, and those on the reader's own list.
    pub supports: Vec<ToDoSupport>,
    /// Whether the reader chose any; as long as not, all are meant.
    pub any_chosen: bool,
    /// The papers of those that are meant, by place.
    pub stops: Vec<ToDoStop>,
    /// How many papers there are.
    pub papers: u32,
    /// How many of them are at hand.
    pub at_hand: u32,
}

/// A support one may apply for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct ToDoSupport {
    /// Its number, by which papers name it.
    pub number: u32,
    /// Which.
    pub policy: String,
    /// Its edition.
    pub edition: String,
    /// What people call it.
    pub title: Text,
    /// The short answer.
    pub verdict: Verdict,
    /// Whether the reader chose it.
    pub chosen: bool,
    /// Whether its papers are in the list.
    pub meant: bool,
    /// What it gives in few words, and whether that is to be confirmed; may be empty.
    pub gain: Text,
    /// When one can apply, in words; may be empty.
    pub when: Text,
    /// What is to be said of the round at hand; may be empty.
    pub of_round: Text,
    /// Days until the last day, where it is certain and ahead.
    pub days_left: Option<i32>,
    /// Whether it closes within two months.
    pub near: bool,
    /// Where one applies.
    pub places: Vec<PlaceLine>,
}

/// A place with the papers that are handed in there.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct ToDoStop {
    /// The place.
    pub place: Text,
    /// The papers, in the order in which one sets about getting them.
    pub papers: Vec<ToDoPaper>,
}

/// A paper, once for all the supports it serves.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct ToDoPaper {
    /// Which.
    pub paper: String,
    /// What people read.
    pub label: Text,
    /// Form, copies, issuer, and what is special about it for some; may be empty.
    pub note: Text,
    /// The numbers of the supports it serves.
    pub serves: Vec<u32>,
    /// Whether it is at hand for all of them.
    pub ticked: bool,
}
