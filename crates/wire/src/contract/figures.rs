//! Days, counts and sums: certain, or between two ends.

use policy::{Date, Entries, Interval, Number, Possible};
use schemars::JsonSchema;
use serde::Serialize;

/// Two ends; an end without a bound is `null`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Range<T> {
    /// The lower end.
    pub low: Option<T>,
    /// The upper end.
    pub high: Option<T>,
}

/// A day where it is certain, else its range.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum Day {
    /// Certain.
    Exact(String),
    /// Between two days.
    Between(Range<String>),
}

/// A whole number where it is certain, else its range.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum Count {
    /// Certain.
    Exact(i64),
    /// Between two numbers; without `max` there is no bound.
    Between {
        /// At least.
        min: Option<i64>,
        /// At most.
        max: Option<i64>,
    },
}

/// A figure that is put in, as a decimal with all its digits where it is certain and they end; else between two decimals.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum Figure {
    /// Certain.
    Exact(String),
    /// Between two figures.
    Between(Range<String>),
}

pub(super) fn days(days: Interval<Date>) -> Range<String> {
    Range { low: days.low().map(|it| it.to_string()), high: days.high().map(|it| it.to_string()) }
}

pub(super) fn day(day: Possible<Date>) -> Option<Day> {
    day.some.map(some_day)
}

pub(super) fn some_day(day: Interval<Date>) -> Day {
    match day.exact() {
        Some(exact) => Day::Exact(exact.to_string()),
        None => Day::Between(days(day)),
    }
}

pub(super) fn count(number: Interval<Number>) -> Count {
    let whole = |it: Option<Number>| it.and_then(Number::to_i64);
    match number.exact().and_then(Number::to_i64) {
        Some(exact) => Count::Exact(exact),
        None => Count::Between { min: whole(number.low()), max: whole(number.high()) },
    }
}

/// A sum to the fen, the low end rounded down and the high end up.
pub(super) fn sum(sum: Interval<Number>) -> Range<String> {
    Range { low: low(Some(sum)), high: high(Some(sum)) }
}

/// The low end of a sum, rounded down to the fen.
pub(super) fn low(sum: Option<Interval<Number>>) -> Option<String> {
    sum.and_then(|it| it.low()).and_then(|it| it.floor_to(Number::FEN)).map(|it| it.to_string())
}

/// The high end of a sum, rounded up to the fen.
pub(super) fn high(sum: Option<Interval<Number>>) -> Option<String> {
    sum.and_then(|it| it.high()).and_then(|it| it.ceil_to(Number::FEN)).map(|it| it.to_string())
}

/// Rates have more digits than sums; what has no end of digits lies between two that have.
pub(super) fn figure(figure: Interval<Number>) -> Figure {
    let ends = |it: &Number| it.floor_to(Number::MICRO) == Some(*it);
    if let Some(exact) = figure.exact().filter(ends) {
        return Figure::Exact(exact.to_string());
    }
    let said = |it: Option<Number>| it.map(|it| it.to_string());
    Figure::Between(Range {
        low: said(figure.low().and_then(|it| it.floor_to(Number::MICRO))),
        high: said(figure.high().and_then(|it| it.ceil_to(Number::MICRO))),
    })
}

/// How many a list holds, each entry as many as it stands for; at least so many while not all are entered.
pub(crate) fn in_all(entries: &Entries) -> Interval<Number> {
    let plus = |a: Option<Number>, b: Option<Number>| a.zip(b).and_then(|(a, b)| a.plus(b));
    let none = (Some(Number::ZERO), Some(Number::ZERO));
    let (low, high) =
        entries.entries.iter().fold(none, |sum, it| (plus(sum.0, it.n.low()), plus(sum.1, it.n.high())));
    Interval::new(low, high.filter(|_| !entries.more)).unwrap_or(Interval::ANY)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(low: i64, high: i64, over: i64, expected: &str) {
        let number = |it: i64| Number::from(it).over(Number::from(over)).unwrap();
        let range = Interval::new(Some(number(low)), Some(number(high))).unwrap();
        assert_eq!(serde_json::to_string(&figure(range)).unwrap(), expected);
    }

    #[test]
    fn a_figure_has_all_its_digits_or_lies_between_two_that_end() {
        check(5, 5, 1000, r#""0.005""#);
        check(1, 1, 3, r#"{"low":"0.333333","high":"0.333334"}"#);
        check(1, 2, 4, r#"{"low":"0.25","high":"0.5"}"#);
        check(-1, -1, 3, r#"{"low":"-0.333334","high":"-0.333333"}"#);
    }
}
