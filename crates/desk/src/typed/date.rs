//! Dates as people and spreadsheets write them.

use policy::{Date, Interval, Text};
use serde_json::{Value, json};

use super::{number::chinese, unread};
use crate::words::text;

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// The days that spreadsheets count from 30 December 1899; as five digits these are the years 1954 to 2064.
const SERIALS: std::ops::RangeInclusive<i64> = 20_000..=60_000;

/// A part of a date: a number with how many digits it has, or the name of a month.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Token {
    Number(i64, usize),
    Month(i64),
}

/// A day, a month or a year; of a month or a year, where the day matters, all its days.
pub(super) fn read(typed: &str, by_month: bool) -> Result<Value, Text> {
    let unreadable = || unread(typed, "写成 2026-7-1 或 2026-7", "write it like 2026-7-1 or 2026-7");
    let tokens = tokens(&without_time(typed)).ok_or_else(unreadable)?;
    use Token::{Month, Number};
    let (year, month, day) = match *tokens.as_slice() {
        [Number(all, 8)] => (all / 10_000, Some(all / 100 % 100), Some(all % 100)),
        [Number(all, 6)] => (all / 100, Some(all % 100), None),
        [Number(serial, 5)] if SERIALS.contains(&serial) => {
            let day = Date::new(1899, 12, 30).ok_or_else(unreadable)?.plus_days(serial);
            (day.year(), Some(day.month()), Some(day.day()))
        }
        [Number(year, 4)] => (year, None, None),
        [Number(year, 4), Number(month, 1 | 2)]
        | [Number(year, 4), Month(month)]
        | [Month(month), Number(year, 4)] => (year, Some(month), None),
        [Number(year, 4), Number(month, 1 | 2), Number(day, 1 | 2)]
        | [Number(day, 1 | 2), Month(month), Number(year, 4)]
        | [Month(month), Number(day, 1 | 2), Number(year, 4)] => (year, Some(month), Some(day)),
        // The seventh of January or the first of July?
        [Number(_, 1 | 2), Number(_, 1 | 2), Number(_, 4)] => return Err(unreadable()),
        [Month(_)]
        | [Number(_, 1 | 2)]
        | [Number(_, 1 | 2), Number(_, 1 | 2)]
        | [Month(_), Number(_, 1 | 2)] => {
            return Err(text(
                format!("“{typed}”没有年份，请写成 2026-7"),
                format!("“{typed}” has no year; write it like 2026-7"),
            ));
        }
        _ => return Err(unreadable()),
    };
    said(year, month, day, by_month)
        .ok_or_else(|| text(format!("没有“{typed}”这一天"), format!("the calendar has no “{typed}”")))
}

fn said(year: i64, month: Option<i64>, day: Option<i64>, by_month: bool) -> Option<Value> {
    let first = Date::new(year, month.unwrap_or(1), day.unwrap_or(1))?;
    let months = if month.is_some() { 1 } else { 12 };
    let last = if by_month { first.add_months(months - 1) } else { first.add_months(months).plus_days(-1) };
    Some(match day {
        Some(_) if by_month => json!(first.first_of_month().to_string()),
        Some(_) => json!(first.to_string()),
        None if first == last => json!(first.to_string()),
        None => json!({ "min": first.to_string(), "max": last.to_string() }),
    })
}

/// What would be typed to say these days.
pub(super) fn written(days: Interval<Date>, by_month: bool) -> String {
    let (Some(low), Some(high)) = (days.low(), days.high()) else { return String::new() };
    let month = format!("{}-{}", low.year(), low.month());
    let end = if by_month { high.add_months(1) } else { high.plus_days(1) };
    if low == high && !by_month {
        format!("{month}-{}", low.day())
    } else if low.is_first_of_month() && end == low.add_months(1) {
        month
    } else if low.is_first_of_month() && low.month() == 1 && end == low.add_months(12) {
        low.year().to_string()
    } else {
        String::new()
    }
}

/// The time that spreadsheets write behind the day says nothing.
fn without_time(typed: &str) -> String {
    let lower = typed.to_lowercase();
    let is_time =
        |it: &str| it.contains(':') && it.chars().all(|it| it.is_ascii_digit() || ":.z+".contains(it));
    match lower.split_once([' ', 't']) {
        Some((day, time)) if is_time(time.trim()) => day.to_owned(),
        _ => lower,
    }
}

/// `None` where something stands there that is no part of a date.
fn tokens(typed: &str) -> Option<Vec<Token>> {
    let mut tokens = Vec::new();
    let mut rest = typed;
    while let Some(first) = rest.chars().next() {
        let run = |is: fn(char) -> bool| rest.find(|it| !is(it)).unwrap_or(rest.len());
        let length = if first.is_ascii_digit() {
            let length = run(|it| it.is_ascii_digit());
            tokens.push(Token::Number(rest[..length].parse().ok()?, length));
            length
        } else if first.is_ascii_alphabetic() {
            let length = run(|it| it.is_ascii_alphabetic());
            tokens.extend(word(&rest[..length])?);
            length
        } else if is_chinese_digit(first) {
            let length = run(is_chinese_digit);
            let number = chinese(&rest[..length])?;
            tokens.push(Token::Number(number, number.to_string().len()));
            length
        } else if matches!(first, '-' | '.' | '/' | ',' | ' ' | '年' | '月' | '日' | '号' | '份') {
            first.len_utf8()
        } else {
            return None;
        };
        rest = &rest[length..];
    }
    Some(tokens)
}

fn is_chinese_digit(it: char) -> bool {
    "〇零一二三四五六七八九十".contains(it)
}

/// The name of a month, or the ending of a day; `None` for any other word.
fn word(word: &str) -> Option<Option<Token>> {
    if matches!(word, "st" | "nd" | "rd" | "th" | "of") {
        return Some(None);
    }
    const WHOLE: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let is = |(short, whole): (&&str, &&str)| {
        word.starts_with(*short) && whole.starts_with(word) || word == "sept" && *short == "sep"
    };
    let month = MONTHS.iter().zip(&WHOLE).position(is)?;
    Some(Some(Token::Month(i64::try_from(month).ok()? + 1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(typed: &str, by_month: bool, said: Value) {
        assert_eq!(read(&super::super::narrow(typed), by_month), Ok(said), "{typed}");
    }

    #[test]
    fn a_day_is_read_however_it_is_written() {
        for typed in [
            "2026-07-01",
            "2026-7-1",
            "2026/7/1",
            "2026.7.1",
            "２０２６．７．１",
            "20260701",
            "2026年7月1日",
            "2026年7月1号",
            "二〇二六年七月一日",
            "1 July 2026",
            "Jul 1, 2026",
            "2026-07-01 00:00:00",
            "2026-07-01T08:00",
            "46204",
            "1st of July 2026",
        ] {
            check(typed, false, json!("2026-07-01"));
            check(typed, true, json!("2026-07-01"));
        }
    }

    #[test]
    fn a_month_is_all_its_days_or_its_first_where_the_month_is_enough() {
        for typed in ["2026-7", "2026.07", "202607", "2026年7月", "2026年七月份", "July 2026", "2026 jul"]
        {
            check(typed, false, json!({ "min": "2026-07-01", "max": "2026-07-31" }));
            check(typed, true, json!("2026-07-01"));
        }
        check("2026", false, json!({ "min": "2026-01-01", "max": "2026-12-31" }));
        check("2026年", true, json!({ "min": "2026-01-01", "max": "2026-12-01" }));
    }

    #[test]
    fn what_could_be_two_things_is_none() {
        for typed in [
            "七月",
            "7-1",
            "7/1/2026",
            "26-7-1",
            "July",
            "3",
            "soon",
            "2026-13",
            "2026-02-30",
            "12345678901",
            "20261301",
        ] {
            assert!(read(typed, false).is_err(), "{typed}");
        }
    }

    #[test]
    fn what_was_read_can_be_typed_again() {
        let day = |it: &str| it.parse::<Date>().ok();
        for (low, high, by_month, typed) in [
            ("2026-07-01", "2026-07-01", false, "2026-7-1"),
            ("2026-07-01", "2026-07-31", false, "2026-7"),
            ("2026-01-01", "2026-12-31", false, "2026"),
            ("2026-07-01", "2026-07-01", true, "2026-7"),
            ("2026-01-01", "2026-12-01", true, "2026"),
            ("2026-07-01", "2026-08-03", false, ""),
        ] {
            let days = Interval::new(day(low), day(high)).unwrap();
            assert_eq!(written(days, by_month), typed);
        }
    }
}
