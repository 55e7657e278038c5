//! The days to come as a calendar file (RFC 5545): whole days, told before a last day, never a day that is not certain.

use chrono::{DateTime, Duration, NaiveDate, Utc};
use desk::{Calendar, CalendarDay, Lingua};
use icalendar::{Alarm, Component, Event, EventLike};
use policy::Date;
use sha2::{Digest, Sha256};

use crate::HandoutError;

/// So many days before a last day one is told, in the morning.
const DAYS_BEFORE: [i64; 2] = [30, 7];

/// In the morning.
const HOUR: i64 = 9;

/// The calendar in one language. A day that moves keeps its name, so that reading the file again moves it.
pub fn ics(calendar: &Calendar, lingua: Lingua) -> Result<String, HandoutError> {
    let mut file = icalendar::Calendar::empty();
    file.append_property(("VERSION", "2.0"));
    file.append_property(("PRODID", "-//Policy Subsidy Advisor//EN"));
    file.append_property(("CALSCALE", "GREGORIAN"));
    file.name(match lingua {
        Lingua::Zh => "政策补贴日程",
        Lingua::En => "Support: what comes when",
    });
    for day in &calendar.days {
        file.push(event(calendar, day, lingua)?);
    }
    Ok(file.to_string())
}

fn event(calendar: &Calendar, day: &CalendarDay, lingua: Lingua) -> Result<Event, HandoutError> {
    let uid = uid(calendar, day);
    // The stamp says of when the words are; the clock plays no part in it.
    let stamp = midnight(calendar.as_of)?;
    let title = with_name(calendar, lingua.of(&day.title));
    let mut event = Event::new();
    event.uid(&uid).timestamp(stamp).summary(&title).description(lingua.of(&day.note));
    // Without an end the event is that one day: a whole day's end would be the day after.
    event.starts(naive(day.on)?);
    event.add_property("TRANSP", "TRANSPARENT");
    if day.is_last_day {
        for days in DAYS_BEFORE {
            let mut alarm = Alarm::display(&title, Duration::hours(HOUR) - Duration::days(days));
            alarm.uid(&format!("{days}.{uid}")).timestamp(stamp);
            event.alarm(alarm);
        }
    }
    Ok(event.done())
}

/// Two clients of one adviser have days of their own; their names stay out of it.
fn uid(calendar: &Calendar, day: &CalendarDay) -> String {
    let whose: String = match calendar.name.is_empty() {
        true => String::new(),
        false => {
            Sha256::digest(calendar.name.as_bytes()).iter().take(6).map(|it| format!("{it:02x}")).collect()
        }
    };
    let dot = if whose.is_empty() { "" } else { "." };
    format!("{}{dot}{whose}@policy-subsidy-advisor", day.key)
}

fn with_name(calendar: &Calendar, title: &str) -> String {
    if calendar.name.is_empty() { title.to_owned() } else { format!("{title} · {}", calendar.name) }
}

fn naive(day: Date) -> Result<NaiveDate, HandoutError> {
    let parts = (i32::try_from(day.year()), u32::try_from(day.month()), u32::try_from(day.day()));
    let date = match parts {
        (Ok(year), Ok(month), Ok(day)) => NaiveDate::from_ymd_opt(year, month, day),
        _ => None,
    };
    date.ok_or_else(|| HandoutError::Calendar(format!("{day} is not a day of the calendar")))
}

fn midnight(day: Date) -> Result<DateTime<Utc>, HandoutError> {
    Ok(naive(day)?.and_time(chrono::NaiveTime::MIN).and_utc())
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::*;
    use crate::example::{HOSTILE, calendar};

    #[test]
    fn the_file_is_as_calendars_read_it() {
        let plain = Calendar { name: String::new(), ..calendar() };
        expect![[r#"
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//Policy Subsidy Advisor//EN
            CALSCALE:GREGORIAN
            NAME:政策补贴日程
            X-WR-CALNAME:政策补贴日程
            BEGIN:VEVENT
            DESCRIPTION:按2026年3月1日的回答推算，不是主管部门的决定
             ；最后一天遇到休息日的，先向部门核实，再安排时间
             去窗口办理。
            DTSTAMP:20260301T000000Z
            DTSTART;VALUE=DATE:20260831
            SUMMARY:首次创业一次性补贴：申请截止
            TRANSP:TRANSPARENT
            UID:grant.2023.window-closes.1@policy-subsidy-advisor
            BEGIN:VALARM
            ACTION:DISPLAY
            DESCRIPTION:首次创业一次性补贴：申请截止
            DTSTAMP:20260301T000000Z
            TRIGGER:-PT2559600S
            UID:30.grant.2023.window-closes.1@policy-subsidy-advisor
            END:VALARM
            BEGIN:VALARM
            ACTION:DISPLAY
            DESCRIPTION:首次创业一次性补贴：申请截止
            DTSTAMP:20260301T000000Z
            TRIGGER:-PT572400S
            UID:7.grant.2023.window-closes.1@policy-subsidy-advisor
            END:VALARM
            END:VEVENT
            END:VCALENDAR
        "#]]
        .assert_eq(&ics(&plain, Lingua::Zh).unwrap().replace("\r\n", "\n"));
    }

    #[test]
    fn what_is_typed_comes_back_as_it_was_typed() {
        let file = ics(&calendar(), Lingua::En).unwrap();
        let read: icalendar::Calendar = file.parse().unwrap();
        let summaries: Vec<&str> = read.events().filter_map(|it| it.get_summary()).collect();
        assert_eq!(summaries, [format!("First-time founder grant: last day to apply · {HOSTILE}")]);
    }

    #[test]
    fn no_line_is_longer_than_a_calendar_takes() {
        let file = ics(&calendar(), Lingua::Zh).unwrap();
        assert!(file.ends_with("\r\n"));
        for line in file.split("\r\n") {
            assert!(line.len() <= 75, "{line}");
        }
    }

    #[test]
    fn a_day_that_moves_keeps_its_name_and_clients_have_names_of_their_own() {
        let uid_of = |calendar: &Calendar| uid(calendar, &calendar.days[0]);
        let mut moved = calendar();
        moved.days[0].on = moved.days[0].on.plus_days(1);
        assert_eq!(uid_of(&calendar()), uid_of(&moved));
        let other = Calendar { name: "乙公司".to_owned(), ..calendar() };
        assert_ne!(uid_of(&calendar()), uid_of(&other));
    }
}
