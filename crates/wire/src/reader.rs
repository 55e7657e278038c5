//! The policy as a well-set text, with the reader's own standing in the margin.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Named, Outcome, RelatedPolicy, SourceLine, Status, Text, Verdict};

/// A policy to read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct ReaderPage {
    /// Which.
    pub policy: String,
    /// Which edition.
    pub edition: String,
    /// What people call it.
    pub title: Text,
    /// What the office calls it; `null` where it is the same.
    pub official: Option<String>,
    /// Who gives it.
    pub level: Named,
    /// What it belongs to.
    pub family: Named,
    /// All editions.
    pub editions: Vec<EditionTab>,
    /// Whether this edition is in force.
    pub status: Status,
    /// The document with its number, and when it was checked, in one line.
    pub basis: Text,
    /// The text as safe HTML; clauses have ids `clause-…`.
    pub html: Text,
    /// The headings of each language.
    pub contents: Contents,
    /// The reader's own standing, by clause.
    pub margin: Vec<MarginNote>,
    /// How one stands towards it; `null` where no edition answers on that day or this is another edition.
    pub verdict: Option<Verdict>,
    /// Whether it comes by itself.
    pub automatic: bool,
    /// Where it was read.
    pub sources: Vec<SourceLine>,
    /// Policies it excludes, needs or takes the place of.
    pub related: Vec<RelatedPolicy>,
}

/// The headings of each language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Contents {
    /// Of the Chinese text.
    pub zh: Vec<Heading>,
    /// Of the English text.
    pub en: Vec<Heading>,
}

/// A heading one can go to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Heading {
    /// Its anchor.
    pub anchor: String,
    /// Its words.
    pub text: String,
}

/// An edition one can switch to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct EditionTab {
    /// Which.
    pub edition: String,
    /// From when to when, and in force or not: "2018年12月—2022年", "2023年起 · 施行中".
    pub label: Text,
    /// Whether it is in force.
    pub status: Status,
    /// Whether it is the one shown.
    pub here: bool,
    /// How one stands under it; `null` where it does not answer on that day.
    pub verdict: Option<Verdict>,
    /// Whether it comes by itself.
    pub automatic: bool,
}

/// A word in the margin of a clause.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct MarginNote {
    /// The clause.
    pub anchor: String,
    /// Of which condition.
    pub condition: String,
    /// What can be said of it.
    pub outcome: Outcome,
    /// In words: "met", "from 20 December", "not known yet".
    pub word: Text,
    /// The answers it rests on, in one line; may be empty.
    pub said: Text,
    /// What to ask for to settle it; `null` where it is settled.
    pub ask: Option<crate::Subject>,
}
