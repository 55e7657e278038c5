//! What one gets, as figures with unit, period and length.

use eligibility::AmountResult;
use policy::{AmountKind, Interval, Number, Per, Text, Unit};

use super::{date, figure, join, text};

/// An amount in three parts, as the window sets them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AmountWords {
    /// The large figure.
    pub figure: Text,
    /// Its unit and period.
    pub unit: Text,
    /// How long and how much in all; may be empty.
    pub note: Text,
}

/// What kind of thing an amount is.
pub fn kind(kind: AmountKind) -> Text {
    match kind {
        AmountKind::Grant => text("补贴", "grant"),
        AmountKind::Reimbursement => text("报销", "reimbursement"),
        AmountKind::TaxRelief => text("少缴的税费", "tax relief"),
        AmountKind::Loan => text("贷款", "loan"),
        AmountKind::InterestSubsidy => text("贴息", "interest subsidy"),
        AmountKind::Service => text("服务", "service"),
    }
}

/// An amount in figures and words.
pub fn amount(result: &AmountResult) -> AmountWords {
    let Some(value) = result.value else {
        return AmountWords {
            figure: text("没有公布", "not published"),
            unit: kind(result.kind),
            note: text(
                "来源里没有写明金额，由部门核定",
                "the sources do not say how much; the office decides",
            ),
        };
    };
    let figure = match result.unit {
        Unit::Cny => figure::yuan_range(value),
        Unit::Other(_) => figure::count(value),
    };
    let unit = if is_unbounded(value) { kind(result.kind) } else { unit(result) };
    AmountWords { figure, unit, note: note(result, value) }
}

/// What one gets in few words, for a row of a list.
pub fn gain(result: &AmountResult) -> Text {
    let words = amount(result);
    match result.value {
        None => return text("金额未公布", "amount not published"),
        Some(value) if is_unbounded(value) => return text("金额看情况", "amount depends on the case"),
        Some(_) => {}
    }
    let unit = unit_only(&result.unit);
    let per = per_short(result.per);
    let lent = match result.kind {
        AmountKind::Loan => text(" 贷款", " loan"),
        AmountKind::TaxRelief => text(" 少缴", " less tax"),
        AmountKind::Grant | AmountKind::Reimbursement | AmountKind::InterestSubsidy | AmountKind::Service => {
            Text::default()
        }
    };
    text(
        format!("{}{} {}{}", per.zh, words.figure.zh, unit.zh, lent.zh),
        format!("{} {}{}{}", words.figure.en, unit.en, lent.en, per.en),
    )
}

fn unit(result: &AmountResult) -> Text {
    let unit = unit_only(&result.unit);
    match result.per {
        Per::Once => text(format!("{}，一次", unit.zh), format!("{}, once", unit.en)),
        Per::Month => text(format!("{}／月", unit.zh), format!("{} a month", unit.en)),
        Per::Year => text(format!("{}／年", unit.zh), format!("{} a year", unit.en)),
    }
}

fn unit_only(unit: &Unit) -> Text {
    match unit {
        Unit::Cny => text("元", "yuan"),
        Unit::Other(word) if word == "percent" => Text::same("%"),
        Unit::Other(word) if word == "sessions" => text("次", "sessions"),
        Unit::Other(word) => Text::same(word.clone()),
    }
}

fn per_short(per: Per) -> Text {
    match per {
        Per::Once => Text::default(),
        Per::Month => text("每月 ", " a month"),
        Per::Year => text("每年 ", " a year"),
    }
}

fn note(result: &AmountResult, value: Interval<Number>) -> Text {
    let nothing = (value.high() == Some(Number::ZERO)).then(|| {
        text("符合条件，但按您的回答算出来是 0", "the conditions hold, but on your answers it comes to 0")
    });
    let months = result.for_months.map(|it| {
        let n = figure::count(it);
        text(format!("共 {} 个月", n.zh), format!("for {} months", n.en))
    });
    let until =
        result.until.and_then(|it| it.some).filter(|it| it.low().is_some() && it.high().is_some()).map(
            |it| {
                let day = date::day_or_range(it);
                text(format!("到{}为止", day.zh), format!("until {}", day.en))
            },
        );
    let recurring = result.per != Per::Once;
    let whole = result.totals.whole.filter(|_| recurring).map(|it| in_all(it, "合计", "in all"));
    let remaining =
        result.totals.remaining.filter(|_| recurring).map(|it| in_all(it, "从现在起合计", "from now on"));
    join(nothing.into_iter().chain(months).chain(until).chain(whole).chain(remaining), "，", ", ")
}

fn in_all(sum: Interval<Number>, zh: &str, en: &str) -> Text {
    let sum = figure::yuan_range(sum);
    text(format!("{zh} {} 元", sum.zh), format!("{} yuan {en}", sum.en))
}

/// Whether nothing at all can be said of how much.
fn is_unbounded(value: Interval<Number>) -> bool {
    value.high().is_none() && value.low().is_none_or(|it| it <= Number::ZERO)
}
