//! Days, and time between days as the Civil Code counts it (articles 201 to 203 and 1259).

use std::{fmt, str::FromStr};

use jiff::{ToSpan, civil};

/// A day of the calendar, from year 1 to 9999.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(civil::Date);

/// A text that is no day of the calendar.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a day of the calendar: write year, month and day, such as 2026-11-23")]
pub struct DateError(pub String);

/// How much of a date is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum DatePrecision {
    /// The day itself.
    #[default]
    Day,
    /// Only the month; the date written is its first day.
    Month,
    /// Only the year; the date written is its first of January.
    Year,
}

/// A date as a source gives it: a day, a month or a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Period {
    /// A whole year, such as `2024`.
    Year(i16),
    /// A month, such as `2024-06`.
    Month(i16, i8),
    /// A day.
    Day(Date),
}

impl Date {
    /// The first day the program can think of.
    pub const MIN: Date = Date(civil::date(1, 1, 1));
    /// The last day the program can think of.
    pub const MAX: Date = Date(civil::date(9999, 12, 31));

    /// The day with these numbers, where the calendar has it.
    pub fn new(year: i64, month: i64, day: i64) -> Option<Date> {
        let year = i16::try_from(year).ok().filter(|it| (1..=9999).contains(it))?;
        let date = civil::Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?);
        date.ok().map(Date)
    }

    /// The year.
    pub fn year(self) -> i64 {
        i64::from(self.0.year())
    }

    /// The month, 1 to 12.
    pub fn month(self) -> i64 {
        i64::from(self.0.month())
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> i64 {
        i64::from(self.0.day())
    }

    /// The first day of the same month.
    pub fn first_of_month(self) -> Date {
        Date(self.0.first_of_month())
    }

    /// Whether it is the first day of a month.
    pub fn is_first_of_month(self) -> bool {
        self.0.day() == 1
    }

    /// The day `days` later (earlier where negative), held within what the calendar has.
    pub fn plus_days(self, days: i64) -> Date {
        let moved = i32::try_from(days).ok().and_then(|it| self.0.checked_add(it.days()).ok()).map(Date);
        let edge = if days < 0 { Date::MIN } else { Date::MAX };
        moved.unwrap_or(edge).clamp(Date::MIN, Date::MAX)
    }

    /// The same day number `months` on, or the month's last day where there is none; held within the calendar.
    ///
    /// ```
    /// use policy::Date;
    ///
    /// let date = |it: &str| it.parse::<Date>().unwrap();
    /// assert_eq!(date("2023-11-30").add_months(3), date("2024-02-29"));
    /// assert_eq!(date("2024-02-29").add_months(12), date("2025-02-28"));
    /// ```
    pub fn add_months(self, months: i64) -> Date {
        let month = (self.year() * 12 + self.month() - 1).saturating_add(months);
        let edge = if months < 0 { Date::MIN } else { Date::MAX };
        let first = Date::new(month.div_euclid(12), month.rem_euclid(12) + 1, 1);
        first.map_or(edge, |it| it.on_day(self.day()))
    }

    /// The last day of the same month.
    pub fn last_of_month(self) -> Date {
        Date(self.0.last_of_month())
    }

    /// The day with this number of the same month, or the month's last day where there is none.
    fn on_day(self, day: i64) -> Date {
        Date::new(self.year(), self.month(), day).unwrap_or(self.last_of_month())
    }

    /// Days from this day to the other; negative where the other is earlier.
    pub fn days_until(self, other: Date) -> i64 {
        i64::from((other.0 - self.0).get_days())
    }

    /// The greatest whole `n` with `self.add_months(n) <= other`; negative where the other is earlier.
    ///
    /// ```
    /// use policy::Date;
    ///
    /// let date = |it: &str| it.parse::<Date>().unwrap();
    /// assert_eq!(date("2025-09-01").months_until(date("2026-08-31")), 11);
    /// assert_eq!(date("2025-09-01").months_until(date("2026-09-01")), 12);
    /// assert_eq!(date("2024-01-31").months_until(date("2024-02-29")), 1);
    /// assert_eq!(date("2024-03-01").months_until(date("2024-02-29")), -1);
    /// ```
    pub fn months_until(self, other: Date) -> i64 {
        let months = (other.year() - self.year()) * 12 + other.month() - self.month();
        if self.add_months(months) <= other { months } else { months - 1 }
    }

    /// The greatest whole `n` with `self.add_months(12 * n) <= other`: age, where this is a birthday.
    pub fn years_until(self, other: Date) -> i64 {
        let years = other.year() - self.year();
        if self.add_months(12 * years) <= other { years } else { years - 1 }
    }
}

impl FromStr for Date {
    type Err = DateError;

    /// Four digits, two, two, with hyphens.
    fn from_str(text: &str) -> Result<Date, DateError> {
        let error = || DateError(text.to_owned());
        let mut parts = text.splitn(3, '-');
        let mut part = |digits: usize| {
            let part = parts.next().filter(|it| it.len() == digits && it.bytes().all(|b| b.is_ascii_digit()));
            part.and_then(|it| it.parse::<i64>().ok()).ok_or_else(error)
        };
        let (year, month, day) = (part(4)?, part(2)?, part(2)?);
        Date::new(year, month, day).ok_or_else(error)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Period::Year(year) => write!(f, "{year:04}"),
            Period::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Period::Day(date) => date.fmt(f),
        }
    }
}

impl FromStr for Period {
    type Err = DateError;

    /// `2024`, `2024-06` or `2024-06-30`.
    fn from_str(text: &str) -> Result<Period, DateError> {
        let padded = match text.len() {
            4 => format!("{text}-01-01"),
            7 => format!("{text}-01"),
            _ => text.to_owned(),
        };
        let date: Date = padded.parse().map_err(|_| DateError(text.to_owned()))?;
        Ok(match text.len() {
            4 => Period::Year(date.0.year()),
            7 => Period::Month(date.0.year(), date.0.month()),
            _ => Period::Day(date),
        })
    }
}
