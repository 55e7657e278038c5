//! Figures as people write them: with thousands apart, 万, Chinese digits, a unit behind; years where months are asked.

use policy::{Fact, FactType, Number, NumberKind, Text};
use serde_json::{Value, json};

use super::unread;

/// A length of time that a unit names.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Length {
    Months,
    Years,
}

/// The figure in the unit of the fact.
pub(super) fn read(fact: &Fact, typed: &str) -> Result<Value, Text> {
    let unreadable = || {
        let in_unit = |unit: &str, open: &str, close: &str| match unit {
            "" => String::new(),
            unit => format!("{open}{unit}{close}"),
        };
        let (zh, en) = (in_unit(&fact.unit.zh, "（", "）"), in_unit(&fact.unit.en, " (", ")"));
        let (help, more) = match fact.help.is_empty() {
            true => (String::new(), String::new()),
            false => (format!("；{}", fact.help.zh), format!(": {}", fact.help.en)),
        };
        unread(typed, &format!("写数字{zh}{help}"), &format!("write a figure{en}{more}"))
    };
    let (figure, unit) = figure_and_unit(typed).ok_or_else(unreadable)?;
    let number = in_unit(fact, figure, &unit).ok_or_else(unreadable)?;
    Ok(written(fact, number))
}

/// A whole number by itself, such as how many alike.
pub(super) fn whole(typed: &str) -> Result<i64, Text> {
    let read = figure_and_unit(typed)
        .filter(|(_, unit)| ["", "人", "个", "名", "位", "people", "persons"].contains(&unit.as_str()));
    let whole = read.and_then(|(figure, _)| figure.to_i64()).filter(|it| 0 <= *it);
    whole.ok_or_else(|| unread(typed, "写整数", "write a whole number"))
}

fn written(fact: &Fact, number: Number) -> Value {
    let integer = matches!(fact.kind, FactType::Number { kind: NumberKind::Integer, .. });
    match number.to_i64().filter(|_| integer) {
        Some(whole) => json!(whole),
        None => json!(number.to_string()),
    }
}

/// A year is twelve months, and the other way where it comes out even; any other unit must be that of the fact, or none.
fn in_unit(fact: &Fact, figure: Number, unit: &str) -> Option<Number> {
    let asked = length_of(&fact.unit.zh).or(length_of(&fact.unit.en.to_lowercase()));
    let twelve = Number::from(12_i64);
    match (asked, length_of(unit)) {
        (Some(Length::Months), Some(Length::Years)) => figure.times(twelve),
        (Some(Length::Years), Some(Length::Months)) => figure.over(twelve).filter(|it| it.is_whole()),
        (Some(asked), Some(typed)) if asked == typed => Some(figure),
        (_, Some(_)) => None,
        (_, None) => {
            let known = ["", "元", "人", "个", "名", "位", "天", "yuan", "cny", "people", "days"];
            let own = [fact.unit.zh.as_str(), fact.unit.en.as_str()];
            (known.contains(&unit) || own.iter().any(|it| it.eq_ignore_ascii_case(unit))).then_some(figure)
        }
    }
}

fn length_of(unit: &str) -> Option<Length> {
    match unit.trim_end_matches('.') {
        "月" | "个月" | "months" | "month" | "mo" | "m" => Some(Length::Months),
        "年" | "周年" | "years" | "year" | "yrs" | "yr" | "y" | "-year" | "-years" => Some(Length::Years),
        _ => None,
    }
}

/// "24个月" is 24 and 个月, "两年半" is 2.5 and 年, "1.5万" is 15,000.
fn figure_and_unit(typed: &str) -> Option<(Number, String)> {
    let plain: String =
        typed.chars().filter(|it| !it.is_whitespace() && !matches!(it, ',' | '¥' | '￥')).collect();
    let half = Number::ONE.over(Number::from(2_i64))?;
    let is_digit = |it: char| it.is_ascii_digit() || it == '.';
    let (figure, unit) = if plain.starts_with(is_digit) || plain.starts_with('-') {
        let end = plain[1..].find(|it| !is_digit(it)).map_or(plain.len(), |it| it + 1);
        (plain[..end].parse::<Number>().ok()?, &plain[end..])
    } else if let Some(unit) = plain.strip_prefix('半') {
        (half, unit)
    } else {
        let end = plain.find(|it| !"〇零一二两三四五六七八九十".contains(it)).unwrap_or(plain.len());
        (Number::from(chinese(&plain[..end])?), &plain[end..])
    };
    let (figure, unit) = match unit.strip_prefix('万') {
        Some(unit) => (figure.times(Number::from(10_000_i64))?, unit),
        None => (figure, unit),
    };
    match unit.strip_suffix('半') {
        Some(unit) if !unit.is_empty() => Some((figure.plus(half)?, unit.to_lowercase())),
        _ => Some((figure, unit.to_lowercase())),
    }
}

/// Chinese digits one after the other (二〇二六), or as people count to ninety-nine (二十四).
pub(super) fn chinese(typed: &str) -> Option<i64> {
    let digit = |it: char| match it {
        '两' => Some(2),
        '零' => Some(0),
        it => {
            "〇一二三四五六七八九".chars().position(|digit| digit == it).and_then(|it| i64::try_from(it).ok())
        }
    };
    if typed.is_empty() {
        return None;
    }
    match typed.split_once('十') {
        None => typed.chars().try_fold(0_i64, |sum, it| sum.checked_mul(10)?.checked_add(digit(it)?)),
        Some((tens, ones)) => {
            let one_digit = |it: &str, empty: i64| {
                let mut letters = it.chars();
                match (letters.next(), letters.next()) {
                    (None, _) => Some(empty),
                    (Some(it), None) => digit(it),
                    _ => None,
                }
            };
            Some(one_digit(tens, 1)? * 10 + one_digit(ones, 0)?)
        }
    }
}

#[cfg(test)]
mod tests {
    use policy::{Interval, Name, Owner};

    use super::*;
    use crate::words::text;

    fn fact(kind: NumberKind, zh: &str, en: &str) -> Fact {
        Fact {
            id: "length".parse::<Name>().unwrap(),
            owner: Owner::Enterprise,
            kind: FactType::Number { kind, bounds: Interval::ANY, bands: Vec::new() },
            topic: None,
            name: Text::default(),
            ask: Text::default(),
            help: Text::default(),
            unit: text(zh, en),
            ask_if: None,
            otherwise: None,
            changeable: None,
        }
    }

    #[test]
    fn two_years_are_twenty_four_months() {
        let months = fact(NumberKind::Integer, "个月", "months");
        for typed in
            ["24", "24个月", "24 months", "两年", "二年", "2年", "2 years", "二十四个月", "2 Years", "2周年"]
        {
            assert_eq!(read(&months, typed), Ok(json!(24)), "{typed}");
        }
        assert_eq!(read(&months, "两年半"), Ok(json!(30)));
        assert_eq!(read(&months, "1.5年"), Ok(json!(18)));
        assert_eq!(read(&months, "半年"), Ok(json!(6)));
        assert_eq!(read(&months, "十一个月"), Ok(json!(11)));
        let years = fact(NumberKind::Integer, "年", "years");
        assert_eq!(read(&years, "36个月"), Ok(json!(3)));
        assert!(read(&years, "30个月").is_err(), "two years and a half are no whole years");
    }

    #[test]
    fn what_is_no_figure_is_told() {
        let months = fact(NumberKind::Integer, "个月", "months");
        for typed in ["无固定期限", "长期", "24天吧", "2人 3", "二十四十"] {
            assert!(read(&months, typed).is_err(), "{typed}");
        }
        assert!(read(&fact(NumberKind::Money, "元", "yuan"), "两年").is_err(), "years are no money");
    }

    #[test]
    fn money_keeps_every_fen() {
        let money = fact(NumberKind::Money, "元", "yuan");
        assert_eq!(read(&money, "¥6,120.05元"), Ok(json!("6120.05")));
        assert_eq!(read(&money, "1.5万"), Ok(json!("15000")));
    }

    #[test]
    fn people_are_counted_in_whole_numbers() {
        assert_eq!(whole("3人"), Ok(3));
        assert_eq!(whole("两个"), Ok(2));
        assert!(whole("2.5").is_err());
        assert!(whole("-1").is_err());
    }
}
