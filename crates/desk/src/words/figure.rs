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
    if let Some(exact) = sum.exact() {
        return Text::same(yuan(exact));
    }
    let low = sum.low().and_then(|it| it.floor_to(Number::FEN));
    let high = sum.high().and_then(|it| it.ceil_to(Number::FEN));
    range(low, high)
}

/// How many: `3`, `3–5`, `at least 3`.
pub fn count(number: Interval<Number>) -> Text {
    range(number.low(), number.high())
}

fn range(low: Option<Number>, high: Option<Number>) -> Text {
    match (low, high) {
        (Some(low), Some(high)) if low == high => Text::same(grouped(low)),
        (low, Some(high)) if low.is_none_or(|it| it == Number::ZERO) => {
            text(format!("最多 {}", grouped(high)), format!("up to {}", grouped(high)))
        }
        (Some(low), Some(high)) => Text::same(format!("{}–{}", grouped(low), grouped(high))),
        (Some(low), None) if low > Number::ZERO => {
            text(format!("至少 {}", grouped(low)), format!("at least {}", grouped(low)))
        }
        _ => text("看情况", "depends on the case"),
    }
}
