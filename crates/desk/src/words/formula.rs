//! A formula of a rule in readable words: `insured_since <= as_of` is said as "“insured since” is on or before the day of
//! assessment".
//!
//! For those who keep the rules: precise before elegant, with facts, figures and options by the names that people know.

mod call;
mod names;

use policy::{
    Catalog, Text,
    lang::{Arm, Ast, Kind, Operator},
};

use super::{date, figure, join, text};
use names::{choice, is_day, name, unit_of};

/// A formula in words.
pub fn formula(catalog: &Catalog, ast: &Ast) -> Text {
    say(catalog, ast, Tightness::Any)
}

/// How tightly words hold together; what is looser than the place it stands in gets parentheses.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Tightness {
    Any,
    Or,
    And,
    Not,
    Comparison,
    Range,
    Sum,
    Product,
    Single,
}

fn tightness(ast: &Ast) -> Tightness {
    match &ast.kind {
        Kind::If { .. } | Kind::Match { .. } => Tightness::Any,
        Kind::Not(_) => Tightness::Not,
        Kind::Binary(operator, ..) => match operator {
            Operator::Or => Tightness::Or,
            Operator::And => Tightness::And,
            Operator::Equal
            | Operator::NotEqual
            | Operator::Below
            | Operator::AtMost
            | Operator::Above
            | Operator::AtLeast
            | Operator::In
            | Operator::NotIn
            | Operator::Overlaps => Tightness::Comparison,
            Operator::To => Tightness::Range,
            Operator::Plus | Operator::Minus => Tightness::Sum,
            Operator::Times | Operator::Over => Tightness::Product,
        },
        Kind::Call { name, .. } => call::tightness(name),
        Kind::Months { .. } => Tightness::Range,
        Kind::Number(_)
        | Kind::Quoted(_)
        | Kind::Truth(_)
        | Kind::Date(_)
        | Kind::Name(_)
        | Kind::List(_)
        | Kind::Negated(_) => Tightness::Single,
    }
}

fn say(catalog: &Catalog, ast: &Ast, place: Tightness) -> Text {
    let said = bare(catalog, ast);
    if place <= tightness(ast) { said } else { text(format!("（{}）", said.zh), format!("({})", said.en)) }
}

fn bare(catalog: &Catalog, ast: &Ast) -> Text {
    match &ast.kind {
        Kind::Number(number) => Text::same(figure::grouped(*number)),
        Kind::Quoted(id) => Text::same(id.as_str()),
        Kind::Truth(true) => text("是", "yes"),
        Kind::Truth(false) => text("否", "no"),
        Kind::Date(day) => date::date(*day),
        Kind::Name(written) => name(catalog, written),
        Kind::List(items) => listed(items.iter().map(|it| bare(catalog, it))),
        Kind::Not(inner) => {
            let inner = say(catalog, inner, Tightness::Single);
            text(format!("不是{}", inner.zh), format!("not {}", inner.en))
        }
        Kind::Negated(inner) => {
            let inner = say(catalog, inner, Tightness::Single);
            text(format!("−{}", inner.zh), format!("−{}", inner.en))
        }
        Kind::Binary(operator, left, right) => binary(catalog, *operator, left, right),
        Kind::If { test, then, otherwise } => {
            let arm = taken(catalog, test, then);
            let otherwise = say(catalog, otherwise, Tightness::Any);
            text(format!("{}，否则 {}", arm.zh, otherwise.zh), format!("{}, else {}", arm.en, otherwise.en))
        }
        Kind::Match { arms, otherwise } => {
            let arms = arms.iter().map(|Arm { test, value }| taken(catalog, test, value));
            let otherwise = otherwise.as_deref().map(|it| {
                let value = say(catalog, it, Tightness::Or);
                text(format!("都不是则 {}", value.zh), format!("in all other cases {}", value.en))
            });
            join(arms.chain(otherwise), "；", "; ")
        }
        Kind::Call { name, arguments } => call::call(catalog, name, arguments),
        Kind::Months { from, to, value } => call::months(catalog, from, to, value),
    }
}

/// "if TEST, then VALUE"
fn taken(catalog: &Catalog, test: &Ast, value: &Ast) -> Text {
    let (test, value) = (say(catalog, test, Tightness::Or), say(catalog, value, Tightness::Or));
    text(format!("若 {}，则 {}", test.zh, value.zh), format!("if {}, then {}", test.en, value.en))
}

fn binary(catalog: &Catalog, operator: Operator, left: &Ast, right: &Ast) -> Text {
    let sides = |left_place, right_place| [say(catalog, left, left_place), say(catalog, right, right_place)];
    match operator {
        Operator::Or => join(sides(Tightness::Or, Tightness::And), " 或 ", " or "),
        Operator::And => join(sides(Tightness::And, Tightness::Not), " 且 ", " and "),
        Operator::Plus => join(sides(Tightness::Sum, Tightness::Product), " + ", " + "),
        Operator::Minus => join(sides(Tightness::Sum, Tightness::Product), " − ", " − "),
        Operator::Times => join(sides(Tightness::Product, Tightness::Single), " × ", " × "),
        Operator::Over => join(sides(Tightness::Product, Tightness::Single), " ÷ ", " ÷ "),
        Operator::To => join(sides(Tightness::Sum, Tightness::Sum), " 至 ", " to "),
        Operator::Equal
        | Operator::NotEqual
        | Operator::Below
        | Operator::AtMost
        | Operator::Above
        | Operator::AtLeast
        | Operator::In
        | Operator::NotIn
        | Operator::Overlaps => {
            let (zh, en) = compared(operator, is_day(catalog, left) || is_day(catalog, right), right);
            join([operand(catalog, left, right), operand(catalog, right, left)], zh, en)
        }
    }
}

/// One side of a comparison: an option by its words, a plain number with the unit of the other side.
fn operand(catalog: &Catalog, side: &Ast, other: &Ast) -> Text {
    match &side.kind {
        Kind::Quoted(id) => choice(catalog, id.as_str(), other),
        // Years have no thousands.
        Kind::Number(number) if is_of_calendar(other) => Text::same(number.to_string()),
        Kind::Number(_) => {
            let (number, unit) = (bare(catalog, side), unit_of(catalog, other));
            join([number, unit], " ", " ")
        }
        Kind::List(items) => listed(items.iter().map(|it| operand(catalog, it, other))),
        _ => say(catalog, side, Tightness::Range),
    }
}

/// Whether it is a year or a month of a day.
fn is_of_calendar(ast: &Ast) -> bool {
    matches!(&ast.kind, Kind::Call { name, .. } if name == "year" || name == "month")
}

/// The words between two sides; days have words of their own.
fn compared(operator: Operator, days: bool, right: &Ast) -> (&'static str, &'static str) {
    let range = matches!(right.kind, Kind::Binary(Operator::To, ..));
    match (operator, days) {
        (Operator::Below, true) => (" 早于 ", " is before "),
        (Operator::AtMost, true) => (" 不晚于 ", " is on or before "),
        (Operator::Above, true) => (" 晚于 ", " is after "),
        (Operator::AtLeast, true) => (" 不早于 ", " is on or after "),
        (Operator::Below, false) => (" < ", " < "),
        (Operator::AtMost, false) => (" ≤ ", " ≤ "),
        (Operator::Above, false) => (" > ", " > "),
        (Operator::AtLeast, false) => (" ≥ ", " ≥ "),
        (Operator::In, _) if range => (" 在这个范围内（含两端）：", " lies, both ends included, within "),
        (Operator::NotIn, _) if range => {
            (" 不在这个范围内（含两端）：", " lies, both ends included, outside ")
        }
        (Operator::In, _) => (" 是其中之一：", " is one of: "),
        (Operator::NotIn, _) => (" 不是其中任何一个：", " is none of: "),
        (Operator::Overlaps, _) => (" 含有其中之一：", " includes one of: "),
        (Operator::NotEqual, _) => (" 不是 ", " is not "),
        // The caller has none but comparisons.
        _ => (" 是 ", " is "),
    }
}

fn listed(items: impl Iterator<Item = Text>) -> Text {
    join(items, "、", ", ")
}
