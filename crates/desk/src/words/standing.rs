//! Whether an edition is in force, and since when.

use eligibility::{EditionStanding, standing_of};
use policy::{Date, DatePrecision, Edition, StatusValue, Text};

use super::{date, text};

/// The one word.
pub fn status_word(value: StatusValue) -> Text {
    match value {
        StatusValue::InForce => text("施行中", "in force"),
        StatusValue::Expired => text("已失效", "expired"),
        StatusValue::Superseded => text("已被替代", "superseded"),
        StatusValue::Unknown => text("没有核实到", "not confirmed"),
    }
}

/// The sentence: in force, last seen when, over since when.
pub fn status(edition: &Edition, as_of: Date) -> Text {
    let standing = standing_of(edition, as_of);
    let seen = standing.last_seen.map(date::month);
    match (standing.value, seen) {
        (StatusValue::InForce, None) => text("施行中", "In force"),
        (StatusValue::InForce, Some(seen)) => text(
            format!("最近一次见到仍在施行是{}，申请前请先向部门核实", seen.zh),
            format!("Last seen in force in {}: ask the office before you apply", seen.en),
        ),
        (StatusValue::Expired, _) => over(edition, "已失效", "Expired"),
        (StatusValue::Superseded, _) => over(edition, "已被新的规定替代", "Superseded by a newer one"),
        (StatusValue::Unknown, _) => text(
            "现在是否还在施行，没有核实到，申请前请先向部门核实",
            "Whether it is still in force could not be confirmed: ask the office before you apply",
        ),
    }
}

/// An edition's time and state: "2018年12月—2022年 · 已失效".
pub fn edition_label(edition: &Edition, as_of: Date) -> Text {
    let from = begins(edition);
    let EditionStanding { value, to_confirm, .. } = standing_of(edition, as_of);
    let word = match value {
        StatusValue::InForce if to_confirm => text("待核实", "to be confirmed"),
        value => status_word(value),
    };
    match edition.valid.to {
        Some(to) => {
            let to = date::month(to);
            text(
                format!("{}—{} · {}", from.zh, to.zh, word.zh),
                format!("{} – {} · {}", from.en, to.en, word.en),
            )
        }
        None => text(format!("{}起 · {}", from.zh, word.zh), format!("since {} · {}", from.en, word.en)),
    }
}

fn begins(edition: &Edition) -> Text {
    match edition.valid.precision {
        DatePrecision::Year => {
            text(format!("{}年", edition.valid.from.year()), edition.valid.from.year().to_string())
        }
        DatePrecision::Month | DatePrecision::Day => date::month(edition.valid.from),
    }
}

fn over(edition: &Edition, zh: &str, en: &str) -> Text {
    match edition.valid.to.map(date::date) {
        Some(to) => text(format!("{zh}（到{}为止）", to.zh), format!("{en} (until {})", to.en)),
        None => text(zh, en),
    }
}
