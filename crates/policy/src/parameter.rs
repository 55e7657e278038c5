//! Dated public figures: a value holds from its day until the next one's.

use crate::{Date, DatePrecision, Name, Number, Text};

/// The place of a parameter in the catalog.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ParameterRef(pub usize);

/// A dated public figure or table.
#[derive(Debug, Clone, PartialEq)]
pub struct Parameter {
    /// What rules call it; unique in the pack.
    pub id: Name,
    /// What people read.
    pub label: Text,
    /// The unit, such as yuan a month.
    pub unit: Text,
    /// The records it was written from.
    pub records: Vec<String>,
    /// The figures.
    pub values: ParameterValues,
}

/// All figures of one parameter, by their first day, which differ.
#[derive(Debug, Clone, PartialEq)]
pub enum ParameterValues {
    /// One number at a time.
    Numbers(Vec<Step<Number>>),
    /// One table at a time.
    Tiers(Vec<Step<TierTable>>),
}

/// A figure with the time it holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Step<T> {
    /// Its first day, or the first of January where only the year is known.
    pub from: Date,
    /// Whether the day within the year is known: if not, this value and the one before are both possible in that year.
    pub precision: DatePrecision,
    /// Its last day, only where nothing follows it.
    pub to: Option<Date>,
    /// The figure.
    pub value: T,
    /// Where it was read.
    pub source: String,
}

/// A table of rates by slice.
#[derive(Debug, Clone, PartialEq)]
pub struct TierTable {
    // Invariant: not empty, `above` strictly rising, the first at zero.
    tiers: Vec<Tier>,
}

/// The rate of what lies above a figure, up to the next tier.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tier {
    /// Where the slice begins (not included).
    pub above: Number,
    /// Its rate.
    pub rate: Number,
}

impl TierTable {
    /// A table, or `None` where the tiers are empty, out of order, or do not begin at zero.
    pub fn new(tiers: Vec<Tier>) -> Option<TierTable> {
        let ordered = tiers.is_sorted_by(|a, b| a.above < b.above);
        (ordered && tiers.first()?.above == Number::ZERO).then_some(TierTable { tiers })
    }

    /// The tiers from the lowest.
    pub fn tiers(&self) -> &[Tier] {
        &self.tiers
    }
}
