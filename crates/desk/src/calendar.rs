//! The days to come that can be put into a calendar.

use eligibility::{Event, Happening};
use policy::{Date, Text};

use crate::{Assessed, words};

/// What is to come, day by day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    /// The day of assessment.
    pub as_of: Date,
    /// For whom; empty where nobody was named.
    pub name: String,
    /// What happens on days that are certain.
    pub days: Vec<CalendarDay>,
    /// What happens on a day that is not certain: never in a calendar, but to be told.
    pub left_out: Vec<Text>,
}

/// Something that happens on a certain day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarDay {
    /// Names it for good: the policy, its edition, what happens, and to which entry, amount or round.
    pub key: String,
    /// The day.
    pub on: Date,
    /// What happens.
    pub title: Text,
    /// What it rests on.
    pub note: Text,
    /// Whether it is a last day, of which one wants to be told before.
    pub is_last_day: bool,
}

/// The days to come for an enterprise. People are told by their place in the list alone.
pub fn calendar(assessed: &Assessed<'_>, name: &str) -> Calendar {
    let (certain, open): (Vec<Event>, Vec<Event>) =
        assessed.timeline().into_iter().partition(|it| it.on.exact().is_some());
    let note = note(assessed);
    let day = |event: &Event| {
        Some(CalendarDay {
            key: key(assessed, event),
            on: event.on.exact()?,
            title: title(assessed, event),
            note: note.clone(),
            is_last_day: event.what == Happening::WindowCloses,
        })
    };
    Calendar {
        as_of: assessed.as_of(),
        name: name.to_owned(),
        days: certain.iter().filter_map(day).collect(),
        left_out: open.iter().map(|it| with_range(assessed, it)).collect(),
    }
}

fn title(assessed: &Assessed<'_>, event: &Event) -> Text {
    let (policy, what) = (assessed.title(&event.policy), assessed.happening(event));
    words::text(format!("{}：{}", policy.zh, what.zh), format!("{}: {}", policy.en, what.en))
}

fn with_range(assessed: &Assessed<'_>, event: &Event) -> Text {
    let (title, days) = (title(assessed, event), words::day_or_range(event.on));
    words::text(format!("{}（{}）", title.zh, days.zh), format!("{} ({})", title.en, days.en))
}

fn note(assessed: &Assessed<'_>) -> Text {
    let (day, pack) = (words::date(assessed.as_of()), &assessed.catalog().pack);
    words::text(
        format!(
            "按{}的回答和政策包 {} 推算，不是主管部门的决定。最后一天遇到休息日的，先向部门核实。",
            day.zh, pack.version
        ),
        format!(
            "Reckoned from the answers of {} with policy pack {}; not an official decision. Where a last day is a public holiday, ask the office first.",
            day.en, pack.version
        ),
    )
}

/// The same for as long as it is the same thing: a day that moves must move in the calendar, not appear twice.
fn key(assessed: &Assessed<'_>, event: &Event) -> String {
    let (what, of) = match &event.what {
        Happening::Opens => ("opens", String::new()),
        Happening::WindowOpens => ("window-opens", round(assessed, event)),
        Happening::WindowCloses => ("window-closes", round(assessed, event)),
        Happening::Ends { amount } => ("ends", amount.to_string()),
        Happening::CountsFrom { entry } => ("counts-from", entry.to_string()),
        Happening::EntryEnds { entry, amount } => ("entry-ends", format!("{entry}.{amount}")),
    };
    let dot = if of.is_empty() { "" } else { "." };
    format!("{}.{}.{what}{dot}{of}", event.policy, event.edition)
}

/// Which of several rounds it is, by its place in the rule.
fn round(assessed: &Assessed<'_>, event: &Event) -> String {
    let of_edition =
        |it: &&eligibility::PolicyResult| it.policy == event.policy && it.edition == event.edition;
    let windows = assessed.assessment.results.iter().find(of_edition).map(|it| &it.windows);
    let at = windows.into_iter().flatten().position(|it| {
        let day = match event.what {
            Happening::WindowOpens => it.opens,
            Happening::Opens
            | Happening::WindowCloses
            | Happening::Ends { .. }
            | Happening::CountsFrom { .. }
            | Happening::EntryEnds { .. } => it.closes,
        };
        day.and_then(|it| it.some) == Some(event.on)
    });
    at.map(|it| (it + 1).to_string()).unwrap_or_default()
}
