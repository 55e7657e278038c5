//! Whole dates: 2026年3月1日, 1 March 2026.

use policy::{Date, Interval, Possible, Text};

use super::{plural, text};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A day, whole.
pub fn date(date: Date) -> Text {
    let (year, month, day) = (date.year(), date.month(), date.day());
    text(format!("{year}年{month}月{day}日"), format!("{day} {} {year}", month_name(date)))
}

/// A month.
pub fn month(date: Date) -> Text {
    text(format!("{}年{}月", date.year(), date.month()), format!("{} {}", month_name(date), date.year()))
}

/// A day, or "some time in 2023", or "between … and …".
pub fn day_or_range(days: Interval<Date>) -> Text {
    let (Some(low), Some(high)) = (days.low(), days.high()) else {
        return match (days.low(), days.high()) {
            (Some(low), None) => around(date(low), "及以后", "or later"),
            (None, Some(high)) => around(date(high), "及以前", "or earlier"),
            _ => text("不知道", "not known"),
        };
    };
    let next = high.plus_days(1);
    if low == high {
        date(low)
    } else if low.month() == 1 && low.day() == 1 && next == low.add_months(12) {
        text(format!("{}年", low.year()), format!("some time in {}", low.year()))
    } else if low.is_first_of_month() && next == low.add_months(1) {
        let month = month(low);
        text(month.zh, format!("some time in {}", month.en))
    } else {
        let (low, high) = (date(low), date(high));
        text(format!("{}至{}", low.zh, high.zh), format!("{} to {}", low.en, high.en))
    }
}

/// The first day of something that lasts: "2026年3月1日起", "from 1 March 2026"; of several possible ones the first and the last.
pub fn from(first_day: Interval<Date>) -> Text {
    match (first_day.low(), first_day.high()) {
        (Some(low), Some(high)) if low != high => {
            let (low, high) = (date(low), date(high));
            text(
                format!("最早{}起、最晚{}起", low.zh, high.zh),
                format!("from {} at the earliest and {} at the latest", low.en, high.en),
            )
        }
        (Some(low), Some(_)) => around_before(date(low), "起", "from"),
        (Some(low), None) => around_before(date(low), "或以后起", "some time from"),
        (None, Some(high)) => around_before(date(high), "或以前起", "at the latest from"),
        (None, None) => text("从还不知道的一天起", "from a day not yet known"),
    }
}

/// "46 天后", "in 46 days"; today and past days in their own words.
pub fn days_from(today: Date, day: Date) -> Text {
    match today.days_until(day) {
        0 => text("就是今天", "today"),
        n @ 1.. => text(format!("{n} 天后"), format!("in {}", plural(n.unsigned_abs(), "day", "days"))),
        n => text(format!("{} 天前", -n), format!("{} ago", plural(n.unsigned_abs(), "day", "days"))),
    }
}

/// When one can apply, as a sentence.
pub fn window(opens: Option<Possible<Date>>, closes: Option<Possible<Date>>) -> Text {
    let known = |it: Option<Possible<Date>>| {
        it.and_then(|it| it.some).filter(|it| it.low().is_some() && it.high().is_some())
    };
    match (known(opens).map(day_or_range), known(closes).map(day_or_range)) {
        (Some(from), Some(to)) => {
            text(format!("{}至{}", from.zh, to.zh), format!("{} to {}", from.en, to.en))
        }
        (Some(from), None) => text(format!("{}起", from.zh), format!("from {}", from.en)),
        (None, Some(to)) => text(format!("截至{}", to.zh), format!("until {}", to.en)),
        (None, None) if opens.is_some() || closes.is_some() => {
            text("日期要看您的回答", "the dates hang on your answers")
        }
        (None, None) => Text::default(),
    }
}

fn around(day: Text, zh: &str, en: &str) -> Text {
    text(format!("{}{zh}", day.zh), format!("{} {en}", day.en))
}

fn around_before(day: Text, zh: &str, en: &str) -> Text {
    text(format!("{}{zh}", day.zh), format!("{en} {}", day.en))
}

fn month_name(date: Date) -> &'static str {
    usize::try_from(date.month() - 1).ok().and_then(|it| MONTHS.get(it)).copied().unwrap_or("")
}
