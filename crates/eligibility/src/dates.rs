//! Days made of a year, a month and a day of the month, none of which need be known.

use policy::{Date, Interval, Number, Possible};

use crate::numbers;

/// A year without a 29th of February.
const COMMON_YEAR: i64 = 2_001;

/// The days that may be meant: between the first of them and the last, and perhaps no such day.
pub(crate) fn date(year: Possible<Number>, month: Possible<Number>, day: Possible<Number>) -> Possible<Date> {
    let none = year.none || month.none || day.none;
    let (Some(years), Some(months), Some(days)) = (year.some, month.some, day.some) else {
        return Possible::NONE;
    };
    if let (Some(year), Some(month), Some(day)) = (years.exact(), months.exact(), days.exact()) {
        let numbers = year.to_i64().zip(month.to_i64()).zip(day.to_i64());
        let date = numbers.and_then(|((year, month), day)| Date::new(year, month, day));
        return Possible { some: date.map(Interval::exactly), none: none || date.is_none() };
    }
    let (first_month, last_month) = ends(months, 12);
    let (first_day, last_day) = ends(days, 31);
    let in_every_year = (first_month..=last_month).filter_map(|it| last_of(COMMON_YEAR, it));
    let fewest_days = in_every_year.map(Date::day).min().unwrap_or(1);
    let first = whole(years.low()).and_then(|it| Date::new(it, first_month, first_day.min(fewest_days)));
    let last = whole(years.high()).and_then(|it| {
        let end = last_of(it, last_month)?;
        Date::new(it, last_month, last_day.min(end.day()))
    });
    let each_is = first.is_some() && last.is_some() && is_within(months, 12) && is_within(days, fewest_days);
    Possible { some: Some(numbers::ends(first, last)), none: none || !each_is }
}

fn last_of(year: i64, month: i64) -> Option<Date> {
    Some(Date::new(year, month, 1)?.last_of_month())
}

/// The first and the last from one to `most` that may be meant.
fn ends(range: Interval<Number>, most: i64) -> (i64, i64) {
    let end = |it: Option<Number>, open: i64| whole(it).unwrap_or(open).clamp(1, most);
    (end(range.low(), 1), end(range.high(), most))
}

fn is_within(range: Interval<Number>, most: i64) -> bool {
    range.low().is_some_and(|it| it >= 1) && range.high().is_some_and(|it| it <= most)
}

fn whole(number: Option<Number>) -> Option<i64> {
    number?.floor_to(Number::ONE)?.to_i64()
}
