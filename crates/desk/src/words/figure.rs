//! Figures as people read them: thousands apart, money to the fen, ranges as ranges.

use policy::{Interval, Number, Text};

use super::text;

/// A number with its thousands apart: `1,370.5`.
pub fn grouped(number: Number) -> String {
    let plain = number.to_string();
    let (sign, digits) = plain.strip_prefix('-').map_or(("", plain.as_str()), |it| ("-", it));
    let (whole, part) = digits.split_once('.').map_or((digits, None), |(whole, part)| (whole, Some(part)));
    let mut out = String::from(sign);
    for (idx, digit) in whole.chars().enumerate() {
        if idx > 0 && (whole.len() - idx).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    match part {
        Some(part) => format!("{out}.{part}"),
        None => out,
    }
}

/// Yuan, to the fen, half away from zero.
pub fn yuan(sum: Number) -> String {
    grouped(sum.rounded(2).unwrap_or(sum))
}

/// A range of yuan: the low end rounded down and the high end up to the fen, so that the truth lies inside. A certain sum
/// is one figure, to the fen.
pub fn yuan_range(sum: Interval<Number>) -> Text {
    yuan_with(sum, BARE)
}

/// The same with its unit: `300,000 元`, `up to CNY 300,000`.
pub fn money(sum: Interval<Number>) -> Text {
    yuan_with(sum, Unit { zh: " 元", en: "CNY " })
}

/// How many: `3`, `3–5`, `at least 3`.
pub fn count(number: Interval<Number>) -> Text {
    range(number.low(), number.high(), BARE)
}

/// What stands behind a figure in Chinese and before it in English.
#[derive(Clone, Copy)]
struct Unit {
    zh: &'static str,
    en: &'static str,
}

const BARE: Unit = Unit { zh: "", en: "" };

fn yuan_with(sum: Interval<Number>, unit: Unit) -> Text {
    if let Some(exact) = sum.exact() {
        return with_unit("", &yuan(exact), "", unit);
    }
    let low = sum.low().and_then(|it| it.floor_to(Number::FEN));
    let high = sum.high().and_then(|it| it.ceil_to(Number::FEN));
    range(low, high, unit)
}

fn range(low: Option<Number>, high: Option<Number>, unit: Unit) -> Text {
    match (low, high) {
        (Some(low), Some(high)) if low == high => with_unit("", &grouped(low), "", unit),
        (low, Some(high)) if low.is_none_or(|it| it == Number::ZERO) => {
            with_unit("最多 ", &grouped(high), "up to ", unit)
        }
        (Some(low), Some(high)) => with_unit("", &format!("{}–{}", grouped(low), grouped(high)), "", unit),
        (Some(low), None) if low > Number::ZERO => with_unit("至少 ", &grouped(low), "at least ", unit),
        _ => text("看情况", "depends on the case"),
    }
}

fn with_unit(zh: &str, figure: &str, en: &str, unit: Unit) -> Text {
    text(format!("{zh}{figure}{}", unit.zh), format!("{en}{}{figure}", unit.en))
}
