//! What an unknown number or day may still be.

/// All values from `low` to `high`, both included; a missing end is open-ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Interval<T> {
    // Invariant: where both are given, low <= high.
    low: Option<T>,
    high: Option<T>,
}

impl<T: Ord + Copy> Interval<T> {
    /// Everything.
    pub const ANY: Interval<T> = Interval { low: None, high: None };

    /// One value alone.
    pub fn exactly(value: T) -> Interval<T> {
        Interval { low: Some(value), high: Some(value) }
    }

    /// From `low` to `high`, or `None` where they are the wrong way round.
    pub fn new(low: Option<T>, high: Option<T>) -> Option<Interval<T>> {
        match (low, high) {
            (Some(low), Some(high)) if high < low => None,
            _ => Some(Interval { low, high }),
        }
    }

    /// The two ends in whichever order they come.
    pub fn between(a: T, b: T) -> Interval<T> {
        Interval { low: Some(a.min(b)), high: Some(a.max(b)) }
    }

    /// The least value, `None` where there is no bound.
    pub fn low(&self) -> Option<T> {
        self.low
    }

    /// The greatest value, `None` where there is no bound.
    pub fn high(&self) -> Option<T> {
        self.high
    }

    /// The value, where there is only one.
    pub fn exact(&self) -> Option<T> {
        self.low.filter(|it| self.high == Some(*it))
    }

    /// Whether the value lies inside.
    pub fn contains(&self, value: T) -> bool {
        self.low.is_none_or(|it| it <= value) && self.high.is_none_or(|it| value <= it)
    }

    /// The smallest interval that holds both.
    pub fn hull(self, other: Interval<T>) -> Interval<T> {
        Interval {
            low: self.low.zip(other.low).map(|(a, b)| a.min(b)),
            high: self.high.zip(other.high).map(|(a, b)| a.max(b)),
        }
    }

    /// What lies in both, `None` where nothing does.
    pub fn meet(self, other: Interval<T>) -> Option<Interval<T>> {
        let low = self.low.into_iter().chain(other.low).max();
        let high = self.high.into_iter().chain(other.high).min();
        Interval::new(low, high)
    }
}

/// What a number or a day may be, and whether it may be none at all (a date that does not apply).
///
/// At least one of the two holds: nothing is neither a value nor none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Possible<T> {
    /// The values it may have; `None` where it is certainly none.
    pub some: Option<Interval<T>>,
    /// Whether it may be none.
    pub none: bool,
}

impl<T: Ord + Copy> Possible<T> {
    /// Anything but none.
    pub const ANY: Possible<T> = Possible { some: Some(Interval::ANY), none: false };
    /// Certainly none.
    pub const NONE: Possible<T> = Possible { some: None, none: true };

    /// Certainly this value.
    pub fn exactly(value: T) -> Possible<T> {
        Possible { some: Some(Interval::exactly(value)), none: false }
    }

    /// One of these values.
    pub fn within(interval: Interval<T>) -> Possible<T> {
        Possible { some: Some(interval), none: false }
    }

    /// What either may be.
    pub fn join(self, other: Possible<T>) -> Possible<T> {
        let some = match (self.some, other.some) {
            (Some(a), Some(b)) => Some(a.hull(b)),
            (one, other) => one.or(other),
        };
        Possible { some, none: self.none || other.none }
    }

    /// The value, where it is certain.
    pub fn exact(&self) -> Option<T> {
        if self.none { None } else { self.some.and_then(|it| it.exact()) }
    }

    /// Whether there is nothing left to learn: one value, or none.
    pub fn is_settled(&self) -> bool {
        match self.some {
            None => true,
            Some(it) => !self.none && it.exact().is_some(),
        }
    }
}
