//! The question at hand.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{ListInput, Named, Said, Text};

/// What a question is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case")]
#[ts(export)]
pub enum Subject {
    /// A fact of the enterprise.
    Fact {
        /// Its name.
        fact: String,
    },
    /// A list with its entries.
    List {
        /// Its name.
        list: String,
    },
}

/// The question at hand.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Question {
    /// What it is about.
    pub subject: Subject,
    /// Where it belongs.
    pub topic: Named,
    /// The question.
    pub ask: Text,
    /// How to find the answer; may be empty.
    pub help: Text,
    /// Why it is asked, in one line: "decides 5 policies".
    pub why: Text,
    /// The policies that hang on it.
    pub decides: Vec<Decides>,
    /// What may be answered.
    pub input: Input,
    /// What was answered before; `null` where it was not.
    pub said: Option<Said>,
}

/// A policy that hangs on a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Decides {
    /// Which.
    pub policy: String,
    /// Its title.
    pub title: Text,
}

/// What may be answered. "Not sure" is always possible.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case")]
#[ts(export)]
pub enum Input {
    /// Yes or no.
    Boolean,
    /// A number, or one of the bands.
    Number {
        /// Whole, decimal or of yuan.
        number: NumberKind,
        /// The unit, read after the figure.
        unit: Text,
        /// The least answer.
        min: Option<String>,
        /// The greatest answer.
        max: Option<String>,
        /// Ranges to choose from.
        bands: Vec<Band>,
    },
    /// A day, a month, or "some time in a year" (as a band).
    Date {
        /// Whether the month is enough.
        by_month: bool,
    },
    /// One of these.
    Choice {
        /// In the order to be shown.
        options: Vec<ChoiceOption>,
    },
    /// Any of these, or none.
    Choices {
        /// In the order to be shown.
        options: Vec<ChoiceOption>,
    },
    /// Entries of a list.
    List(ListInput),
}

/// The grain of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export)]
pub enum NumberKind {
    /// Whole numbers.
    Integer,
    /// Up to six digits behind the point.
    Decimal,
    /// Yuan, to the fen.
    Money,
}

/// A range to choose from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Band {
    /// What people read: "10 to 19".
    pub label: Text,
    /// The answer it stands for.
    pub said: Said,
}

/// An option of a choice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct ChoiceOption {
    /// What is answered.
    pub id: String,
    /// What people read.
    pub label: Text,
}
