//! Months on from a day, held against a library's own reckoning.

use jiff::{ToSpan, civil};
use policy::Date;
use proptest::prelude::*;

fn is_the_same(date: Date, library: civil::Date) -> bool {
    (date.year(), date.month(), date.day())
        == (library.year().into(), library.month().into(), library.day().into())
}

proptest! {
    #[test]
    fn months_on_are_those_of_the_calendar(
        year in 1_i16..=9999, month in 1_i8..=12, day in 1_i8..=31, months in -120_000_i32..120_000,
    ) {
        let Ok(start) = civil::Date::new(year, month, day) else { return Ok(()) };
        let date = Date::new(year.into(), month.into(), day.into()).expect("the library has this day");
        prop_assert!(is_the_same(date.last_of_month(), start.last_of_month()));
        let moved = date.add_months(months.into());
        let edge = if months < 0 { Date::MIN } else { Date::MAX };
        match start.checked_add(months.months()).ok().filter(|it| it.year() > 0) {
            Some(expected) => prop_assert!(is_the_same(moved, expected), "{moved} is not {expected}"),
            None => prop_assert_eq!(moved, edge),
        }
    }
}

#[test]
fn beyond_the_calendar_its_edge_is_told() {
    assert_eq!(Date::MAX.add_months(i64::MAX), Date::MAX);
    assert_eq!(Date::MIN.add_months(i64::MIN), Date::MIN);
}
