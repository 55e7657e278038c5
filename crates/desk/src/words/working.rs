//! How a figure comes about, with the figures put in: `0.5 × 2,740（最低工资） × 3 个月`.

use eligibility::{FigureOf, Share, Sign, Working};
use policy::{Catalog, Interval, Number, Text};

use super::{date, figure, join, text};

/// A figure with the figures put in; empty where nothing is reckoned but one figure written in the rule.
pub fn working(catalog: &Catalog, it: &Working) -> Text {
    match it {
        Working::Figure { of: None, .. } => Text::default(),
        _ => said(catalog, it, Binding::Loose),
    }
}

/// From when until when one person's share runs; may be empty.
pub fn running(share: &Share) -> Text {
    let known = |it: Option<policy::Possible<policy::Date>>| {
        it.and_then(|it| it.some)
            .filter(|it| it.low().is_some() && it.high().is_some())
            .map(date::day_or_range)
    };
    match (known(share.from), known(share.until)) {
        (Some(from), Some(until)) => {
            text(format!("{}至{}", from.zh, until.zh), format!("{} to {}", from.en, until.en))
        }
        (None, Some(until)) => text(format!("到{}为止", until.zh), format!("until {}", until.en)),
        (Some(from), None) => text(format!("{}起", from.zh), format!("from {}", from.en)),
        (None, None) => Text::default(),
    }
}

/// How strongly what stands around a part binds: whether the part needs parentheses.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Binding {
    Loose,
    Sum,
    Product,
}

fn said(catalog: &Catalog, it: &Working, around: Binding) -> Text {
    match it {
        Working::Figure { value, of } => named(catalog, *value, *of),
        Working::Both { sign, left, right } => {
            let (between, binding, tighter) = match sign {
                Sign::Plus => (" + ", Binding::Sum, Binding::Sum),
                Sign::Minus => (" − ", Binding::Sum, Binding::Product),
                Sign::Times => (" × ", Binding::Product, Binding::Product),
                Sign::Over => (" ÷ ", Binding::Product, Binding::Product),
            };
            let sides = [said(catalog, left, binding), said(catalog, right, tighter)];
            let both = join(sides, between, between);
            if binding < around { enclosed(both) } else { both }
        }
        Working::Least(all) => {
            let all = join(all.iter().map(|it| said(catalog, it, Binding::Loose)), "、", ", ");
            text(format!("{} 中最少的", all.zh), format!("the least of {}", all.en))
        }
        Working::Greatest(all) => {
            let all = join(all.iter().map(|it| said(catalog, it, Binding::Loose)), "、", ", ");
            text(format!("{} 中最多的", all.zh), format!("the greatest of {}", all.en))
        }
        Working::Rounded(of, _) => said(catalog, of, around),
    }
}

fn enclosed(it: Text) -> Text {
    text(format!("({})", it.zh), format!("({})", it.en))
}

fn named(catalog: &Catalog, value: Interval<Number>, of: Option<FigureOf>) -> Text {
    let number = figure::yuan_range(value);
    let with =
        |name: Text| text(format!("{}（{}）", number.zh, name.zh), format!("{} ({})", number.en, name.en));
    let counted = |zh: &str, en: &str| text(format!("{} {zh}", number.zh), format!("{} {en}", number.en));
    match of {
        None | Some(FigureOf::Reckoned) => number,
        Some(FigureOf::Fact(fact)) => with(catalog.fact(fact).name.clone()),
        Some(FigureOf::Derived(derived)) => with(catalog.derived(derived).label.clone()),
        Some(FigureOf::Parameter(parameter)) => with(catalog.parameter(parameter).label.clone()),
        Some(FigureOf::Counted) => counted("人", "people"),
        Some(FigureOf::List(list)) => with(catalog.list(list).name.clone()),
        Some(FigureOf::Months) => counted("个月", "months"),
    }
}
