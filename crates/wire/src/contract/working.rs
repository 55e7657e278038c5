//! How a sum comes about: in words, and in steps with the figures put in.

use eligibility::{FigureOf, Sign};
use policy::{Catalog, Interval, Number};
use schemars::JsonSchema;
use serde::Serialize;

use super::figures::{Figure, figure};

/// How a sum comes about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Working {
    /// The arithmetic with the figures put in, in Chinese; empty where it is one figure that the rule writes out.
    pub zh: String,
    /// The same in English.
    pub en: String,
    /// The same in steps.
    pub steps: Step,
}

/// A figure that is put in, or something done with others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum Step {
    /// A figure.
    Figure(PutIn),
    /// Something done with others, in their order.
    Done(Done),
}

/// A figure that is put in; one of the last five keys says of what, unless the rule writes it out.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, JsonSchema)]
pub struct PutIn {
    /// What it is, or between what it lies; `null` where nothing is known of it.
    pub figure: Option<Figure>,
    /// An answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fact: Option<String>,
    /// What follows from answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub derived: Option<String>,
    /// A dated figure.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parameter: Option<String>,
    /// A count or sum over a list.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub list: Option<String>,
    /// `counted`: how many count; `months`: calendar months; `reckoned`: time between days, a table, another policy's amount.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<FigureKind>,
}

/// What a figure is of that has no name in the pack.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum FigureKind {
    /// How many count.
    Counted,
    /// Calendar months.
    Months,
    /// Something else that is reckoned.
    Reckoned,
}

/// Something done with figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Done {
    /// What is done.
    pub does: Operation,
    /// With what, in order.
    pub with: Vec<Step>,
    /// For `round`: to how many places.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub places: Option<u32>,
}

/// What is done with figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Operation {
    /// The sum of all.
    Plus,
    /// The first less the second.
    Minus,
    /// The product of all.
    Times,
    /// The first divided by the second.
    Over,
    /// The least of all: a cap.
    Least,
    /// The greatest of all: a floor.
    Greatest,
    /// Rounded, half away from zero.
    Round,
}

pub(super) fn working(catalog: &Catalog, working: &eligibility::Working) -> Working {
    let said = desk::words::working(catalog, working);
    Working { zh: said.zh, en: said.en, steps: step(catalog, working) }
}

fn step(catalog: &Catalog, working: &eligibility::Working) -> Step {
    let all = |of: &[eligibility::Working]| of.iter().map(|it| step(catalog, it)).collect();
    let (does, with, places) = match working {
        eligibility::Working::Figure { value, of } => return Step::Figure(put_in(catalog, *value, *of)),
        eligibility::Working::Both { sign, left, right } => {
            (operation(*sign), in_a_row(catalog, *sign, left, right), None)
        }
        eligibility::Working::Least(of) => (Operation::Least, all(of), None),
        eligibility::Working::Greatest(of) => (Operation::Greatest, all(of), None),
        eligibility::Working::Rounded(of, places) => {
            (Operation::Round, vec![step(catalog, of)], Some(*places))
        }
    };
    Step::Done(Done { does, with, places })
}

fn operation(sign: Sign) -> Operation {
    match sign {
        Sign::Plus => Operation::Plus,
        Sign::Minus => Operation::Minus,
        Sign::Times => Operation::Times,
        Sign::Over => Operation::Over,
    }
}

/// Sums of sums and products of products are one step: `a + b + c`.
fn in_a_row(
    catalog: &Catalog,
    sign: Sign,
    left: &eligibility::Working,
    right: &eligibility::Working,
) -> Vec<Step> {
    let chains = matches!(sign, Sign::Plus | Sign::Times);
    let mut steps = match left {
        eligibility::Working::Both { sign: inner, left, right } if chains && *inner == sign => {
            in_a_row(catalog, sign, left, right)
        }
        _ => vec![step(catalog, left)],
    };
    steps.push(step(catalog, right));
    steps
}

fn put_in(catalog: &Catalog, value: Interval<Number>, of: Option<FigureOf>) -> PutIn {
    let known = value.low().is_some() || value.high().is_some();
    let bare = PutIn { figure: known.then(|| figure(value)), ..PutIn::default() };
    match of {
        None => bare,
        Some(FigureOf::Fact(it)) => PutIn { fact: Some(catalog.fact(it).id.to_string()), ..bare },
        Some(FigureOf::Derived(it)) => PutIn { derived: Some(catalog.derived(it).id.to_string()), ..bare },
        Some(FigureOf::Parameter(it)) => {
            PutIn { parameter: Some(catalog.parameter(it).id.to_string()), ..bare }
        }
        Some(FigureOf::List(it)) => PutIn { list: Some(catalog.list(it).id.to_string()), ..bare },
        Some(FigureOf::Counted) => PutIn { of: Some(FigureKind::Counted), ..bare },
        Some(FigureOf::Months) => PutIn { of: Some(FigureKind::Months), ..bare },
        Some(FigureOf::Reckoned) => PutIn { of: Some(FigureKind::Reckoned), ..bare },
    }
}
