//! What is known of one enterprise.

use std::collections::BTreeMap;

use crate::{Date, DerivedRef, FactRef, Id, Interval, ListRef, Number, OptionSet, PolicyId};

/// What is known of one enterprise. A fact that is not in it has not been asked yet.
///
/// Facts are references, so a profile belongs to the catalog it was read against; what is kept on disk has names.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Profile {
    /// Answers of the enterprise as a whole.
    pub answers: BTreeMap<FactRef, Answer>,
    /// Lists that were entered, at least in part.
    pub lists: BTreeMap<ListRef, Entries>,
    /// Supports already received. Nothing was received where nothing stands here.
    pub had: Vec<Had>,
    /// Whether more was received than stands in `had`.
    pub more_had: bool,
    /// Derived facts set for a case's own sake, in place of what they compute.
    pub assumed: BTreeMap<DerivedRef, Value>,
}

/// An answer to a question.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Answer {
    /// "Don't know".
    Unknown,
    /// A value, or the several it may be.
    Known(Value),
}

/// What a fact may be, as far as the answer says. One possibility where it is exact.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Value {
    /// Yes or no; `None` where it may be either.
    Truth(Option<bool>),
    /// A number or a range of them.
    Number(Interval<Number>),
    /// A day or a range of them.
    Date(Interval<Date>),
    /// The options it may be; never empty.
    Choice(OptionSet),
    /// The options that certainly hold, and those that may; the first within the second.
    Choices {
        /// Certainly among the answer.
        certain: OptionSet,
        /// Possibly among the answer.
        possible: OptionSet,
    },
}

/// The entries of a list.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Entries {
    /// In the order in which they were entered.
    pub entries: Vec<Entry>,
    /// Whether more are to come.
    pub more: bool,
}

/// One thing of a list, or several alike.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Names the entry within its list.
    pub id: Id,
    /// How many alike; whole numbers, not below zero.
    pub n: Interval<Number>,
    /// Its answers.
    pub answers: BTreeMap<FactRef, Answer>,
}

/// A support already received.
#[derive(Debug, Clone, PartialEq)]
pub struct Had {
    /// Which.
    pub policy: PolicyId,
    /// When; unknown where left out.
    pub on: Option<Date>,
    /// How much, in yuan.
    pub sum: Option<Number>,
    /// For which entry of the list that its rule is over.
    pub entry: Option<Id>,
}
