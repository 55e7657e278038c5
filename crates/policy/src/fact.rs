//! What can be known of an enterprise: facts, lists of facts, and what is computed from them.

use crate::{
    Day, Formula, Id, Interval, Name, Number, OptionId, Pick, Picks, Quantity, Test, Text, Uses, Value,
};

/// The place of a fact in the catalog.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FactRef(pub usize);

/// The place of a derived fact in the catalog.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DerivedRef(pub usize);

/// The place of a list in the catalog.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ListRef(pub usize);

/// Of whom a fact is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Owner {
    /// Of the enterprise (or its founder) as a whole.
    Enterprise,
    /// Of each entry of a list.
    Entry(ListRef),
}

/// A typed thing to know, asked by one question.
#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    /// What rules call it; unique in the pack.
    pub id: Name,
    /// Of whom it is told.
    pub owner: Owner,
    /// What may be answered.
    pub kind: FactType,
    /// Where the question belongs; an entry's fact has its list's topic.
    pub topic: Option<Id>,
    /// What an answer to it is called in short; the question itself where left out.
    pub name: Text,
    /// The question.
    pub ask: Text,
    /// How to find the answer.
    pub help: Text,
    /// The unit of a number.
    pub unit: Text,
    /// When it applies; always, where left out.
    pub ask_if: Option<Formula<Test>>,
    /// Its value where it does not apply. A date has none, and that is its value then.
    pub otherwise: Option<Value>,
    /// Whether one can decide to change it.
    pub changeable: Option<Changeable>,
}

/// What may be answered.
#[derive(Debug, Clone, PartialEq)]
pub enum FactType {
    /// Yes or no.
    Boolean,
    /// A number.
    Number {
        /// Whole, decimal or of yuan.
        kind: NumberKind,
        /// Least and greatest answer.
        bounds: Interval<Number>,
        /// Ranges to choose from for those who don't know exactly.
        bands: Vec<Interval<Number>>,
    },
    /// A day.
    Date {
        /// Whether the month is enough; the answer then is its first day.
        by_month: bool,
    },
    /// One of several options.
    Choice(Vec<ChoiceOption>),
    /// Any of several options, or none of them.
    Choices(Vec<ChoiceOption>),
}

/// The grain of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberKind {
    /// Whole numbers.
    Integer,
    /// Up to six digits behind the point.
    Decimal,
    /// Yuan, to the fen.
    Money,
}

impl NumberKind {
    /// The distance between an answer and the next.
    pub fn step(self) -> Number {
        match self {
            NumberKind::Integer => Number::ONE,
            NumberKind::Decimal => Number::MICRO,
            NumberKind::Money => Number::FEN,
        }
    }
}

/// An option with its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChoiceOption {
    /// What rules call it.
    pub id: OptionId,
    /// What people read.
    pub label: Text,
}

/// In which direction one can decide to change a fact or a list, and how hard it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Changeable {
    /// The direction.
    pub direction: Change,
    /// How hard it is.
    pub effort: Effort,
}

/// A direction of change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// Only more (or from no to yes).
    Up,
    /// Only less (or from yes to no).
    Down,
    /// Either.
    Any,
}

/// How hard a change is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Effort {
    /// A form or a decision.
    Little,
    /// Weeks and money.
    Some,
    /// A year's work.
    Much,
}

/// A fact that is computed.
#[derive(Debug, Clone, PartialEq)]
pub struct Derived {
    /// What rules call it; unique in the pack.
    pub id: Name,
    /// Whether it is told of the enterprise or of an entry.
    pub owner: Owner,
    /// What people read.
    pub label: Text,
    /// How it is computed.
    pub value: DerivedValue,
}

/// A computation of each type.
#[derive(Debug, Clone, PartialEq)]
pub enum DerivedValue {
    /// Yes or no.
    Test(Formula<Test>),
    /// A number.
    Quantity(Formula<Quantity>),
    /// A day.
    Day(Formula<Day>),
    /// One option.
    Pick(Formula<Pick>),
    /// Several options.
    Picks(Formula<Picks>),
}

impl DerivedValue {
    /// Everything its formula mentions.
    pub fn uses(&self) -> &Uses {
        match self {
            DerivedValue::Test(formula) => &formula.uses,
            DerivedValue::Quantity(formula) => &formula.uses,
            DerivedValue::Day(formula) => &formula.uses,
            DerivedValue::Pick(formula) => &formula.uses,
            DerivedValue::Picks(formula) => &formula.uses,
        }
    }
}

/// A kind of person (or thing) that the law supports: what one more of them would be like.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// Names it within the pack.
    pub id: Id,
    /// The list that it would be entered in.
    pub list: ListRef,
    /// What people read.
    pub label: Text,
    /// What is known of such an entry; the rest is not.
    pub given: Vec<(FactRef, DerivedValue)>,
}

/// Several things of one kind in a profile, such as people hired.
#[derive(Debug, Clone, PartialEq)]
pub struct List {
    /// What rules call it; unique in the pack.
    pub id: Name,
    /// Where the question belongs.
    pub topic: Option<Id>,
    /// The question that opens it.
    pub ask: Text,
    /// How to find the answer.
    pub help: Text,
    /// What the list is called.
    pub name: Text,
    /// What one entry is.
    pub one: Text,
    /// The greatest sum of `n` over its entries.
    pub at_most: Option<i64>,
    /// Whether one can decide to have more or fewer.
    pub changeable: Option<Changeable>,
    /// The facts of an entry, in the order of the file.
    pub facts: Vec<FactRef>,
}
