//! What one gets, as figures with unit, period and length.

use eligibility::AmountResult;
use policy::{AmountKind, Interval, Number, Per, Text, Unit};

use super::{before, date, figure, join, text};

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
    let unit = if is_unbounded(value) { kind(result.kind) } else { unit_and_period(result, value) };
    AmountWords { figure: figure(&result.unit, value), unit, note: note(result, value) }
}

/// What one gets in few words, for a row of a list.
pub fn gain(result: &AmountResult) -> Text {
    let Some(value) = result.value else { return text("金额未公布", "amount not published") };
    if is_unbounded(value) {
        return text("金额看情况", "amount depends on the case");
    }
    let sum = with_unit(&result.unit, value);
    let said = match result.kind {
        AmountKind::Loan => text(format!("{} 贷款", sum.zh), format!("loan of {}", sum.en)),
        AmountKind::TaxRelief => text(format!("{} 少缴", sum.zh), format!("{} less tax", sum.en)),
        AmountKind::Grant | AmountKind::Reimbursement | AmountKind::InterestSubsidy | AmountKind::Service => {
            sum
        }
    };
    match result.per {
        Per::Once => said,
        Per::Month => text(before("每月", &said.zh), format!("{} a month", said.en)),
        Per::Year => text(before("每年", &said.zh), format!("{} a year", said.en)),
    }
}

fn figure(unit: &Unit, value: Interval<Number>) -> Text {
    match unit {
        Unit::Cny => figure::yuan_range(value),
        Unit::Other(_) => figure::count(value),
    }
}

fn with_unit(unit: &Unit, value: Interval<Number>) -> Text {
    let (figure, unit) = (figure(unit, value), unit_word(unit, value));
    text(format!("{} {}", figure.zh, unit.zh), format!("{} {}", figure.en, unit.en))
}

fn unit_and_period(result: &AmountResult, value: Interval<Number>) -> Text {
    let unit = unit_word(&result.unit, value);
    match (result.per, &result.unit) {
        (Per::Once, Unit::Cny) => text(format!("{}，一次", unit.zh), format!("{}, once", unit.en)),
        // "2 sessions, once" would say that there is but one.
        (Per::Once, Unit::Other(_)) => unit,
        (Per::Month, _) => text(format!("{}／月", unit.zh), format!("{} a month", unit.en)),
        (Per::Year, _) => text(format!("{}／年", unit.zh), format!("{} a year", unit.en)),
    }
}

/// The unit of a value: "元", "CNY"; singular where it is one.
pub fn unit_word(unit: &Unit, value: Interval<Number>) -> Text {
    let Unit::Other(word) = unit else { return text("元", "CNY") };
    let (zh, one, many) = match word.as_str() {
        "percent" => ("%", "%", "%"),
        "sessions" => ("次", "session", "sessions"),
        "days" => ("天", "day", "days"),
        "months" => ("个月", "month", "months"),
        "years" => ("年", "year", "years"),
        "people" => ("人", "person", "people"),
        "points" => ("分", "point", "points"),
        "class" => ("档", "class", "classes"),
        other => (other, other, other),
    };
    text(zh, if value.exact() == Some(Number::ONE) { one } else { many })
}

fn note(result: &AmountResult, value: Interval<Number>) -> Text {
    let nothing = (value.high() == Some(Number::ZERO)).then(|| {
        text("符合条件，但按您的回答算出来是 0", "the conditions hold, but on your answers it comes to 0")
    });
    let ceiling = (result.up_to && nothing.is_none() && !is_unbounded(value)).then(|| {
        text("这是上限，实际给多少由发放的一方定", "this is a ceiling: whoever grants it decides how much")
    });
    let months = result.for_months.filter(|it| !is_unbounded(*it)).map(months);
    let until =
        result.until.and_then(|it| it.some).filter(|it| it.low().is_some() && it.high().is_some()).map(
            |it| {
                let day = date::day_or_range(it);
                text(format!("到{}为止", day.zh), format!("until {}", day.en))
            },
        );
    let total = |sum: Option<Interval<Number>>, zh: &str, en: &str| {
        let sum = sum.filter(|it| adds_up(result) && !is_unbounded(*it))?;
        let sum = with_unit(&result.unit, sum);
        Some(text(before(zh, &sum.zh), format!("{} {en}", sum.en)))
    };
    let whole = total(result.totals.whole, "合计", "in all");
    let remaining = total(result.totals.remaining, "从现在起合计", "from now on");
    join(
        nothing.into_iter().chain(ceiling).chain(months).chain(until).chain(whole).chain(remaining),
        "，",
        ", ",
    )
}

/// Whether the periods add up to something: months of a share do not.
fn adds_up(result: &AmountResult) -> bool {
    let share = matches!(&result.unit, Unit::Other(word) if word == "percent");
    result.per != Per::Once && !share
}

fn months(months: Interval<Number>) -> Text {
    let n = figure::count(months);
    let noun = if months.exact() == Some(Number::ONE) { "month" } else { "months" };
    text(format!("{} 个月", before("共", &n.zh)), format!("for {} {noun}", n.en))
}

/// Whether nothing at all can be said of how much.
fn is_unbounded(value: Interval<Number>) -> bool {
    value.high().is_none() && value.low().is_none_or(|it| it <= Number::ZERO)
}
