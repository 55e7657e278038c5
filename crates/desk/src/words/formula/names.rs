//! What rules call something, as people call it.

use policy::{
    Catalog, DerivedValue, Fact, FactType, NumberKind, Text,
    lang::{Ast, Kind},
};

use crate::words::text;

/// A fact, derived fact, list or parameter by its name in quotation marks, a word of the language by its meaning.
pub(super) fn name(catalog: &Catalog, written: &str) -> Text {
    match written {
        "as_of" => return text("评估当天", "the day of assessment"),
        "counted" => return text("算数的人数", "the number of people who count"),
        "n" => return text("同样的人数", "how many alike"),
        "m" => return text("当月首日", "the first day of the month at hand"),
        _ => {}
    }
    let fact = catalog.find_fact(written).map(|it| &catalog.fact(it).name);
    let derived = || catalog.find_derived(written).map(|it| &catalog.derived(it).label);
    let list = || catalog.find_list(written).map(|it| &catalog.list(it).name);
    let parameter = || catalog.find_parameter(written).map(|it| &catalog.parameter(it).label);
    let known = fact.or_else(derived).or_else(list).or_else(parameter).filter(|it| !it.is_empty());
    known.map_or_else(|| Text::same(written), quoted)
}

/// In quotation marks: where the name ends has to be seen.
pub(super) fn quoted(name: &Text) -> Text {
    text(format!("“{}”", name.zh), format!("“{}”", name.en))
}

/// An option by its words: those of the fact it is compared with, else those of the first fact that has it.
pub(super) fn choice(catalog: &Catalog, id: &str, with: &Ast) -> Text {
    let compared = with.names();
    let of_compared = catalog.facts.iter().filter(|it| compared.contains(it.id.as_str()));
    let label = of_compared.chain(&catalog.facts).find_map(|it| label(catalog, it, id));
    label.map_or_else(|| Text::same(id), quoted)
}

fn label<'c>(catalog: &Catalog, fact: &'c Fact, id: &str) -> Option<&'c Text> {
    match &fact.kind {
        FactType::Choice(options) | FactType::Choices(options) => {
            options.iter().find(|it| catalog.options.id(it.id).as_str() == id).map(|it| &it.label)
        }
        FactType::Boolean | FactType::Number { .. } | FactType::Date { .. } => None,
    }
}

/// The unit of a fact that stands alone; nothing where there is none.
pub(super) fn unit_of(catalog: &Catalog, ast: &Ast) -> Text {
    let Kind::Name(written) = &ast.kind else { return Text::default() };
    let Some(fact) = catalog.find_fact(written).map(|it| catalog.fact(it)) else { return Text::default() };
    match &fact.kind {
        FactType::Number { kind: NumberKind::Money, .. } if fact.unit.is_empty() => text("元", "CNY"),
        FactType::Number { .. } => fact.unit.clone(),
        FactType::Boolean | FactType::Date { .. } | FactType::Choice(_) | FactType::Choices(_) => {
            Text::default()
        }
    }
}

/// Whether it is a day, so that it lies before or after another rather than below or above.
pub(super) fn is_day(catalog: &Catalog, ast: &Ast) -> bool {
    match &ast.kind {
        Kind::Date(_) => true,
        Kind::Name(written) => {
            let fact = || catalog.find_fact(written).map(|it| &catalog.fact(it).kind);
            let derived = || catalog.find_derived(written).map(|it| &catalog.derived(it).value);
            matches!(written.as_str(), "as_of" | "m")
                || matches!(fact(), Some(FactType::Date { .. }))
                || matches!(derived(), Some(DerivedValue::Day(_)))
        }
        Kind::Call { name, arguments } => match name.as_str() {
            "add_months" | "date" => true,
            "min" | "max" => arguments.iter().any(|it| is_day(catalog, it)),
            _ => false,
        },
        Kind::If { then, otherwise, .. } => is_day(catalog, then) || is_day(catalog, otherwise),
        Kind::Match { arms, .. } => arms.iter().any(|it| is_day(catalog, &it.value)),
        Kind::Binary(policy::lang::Operator::To, low, _) => is_day(catalog, low),
        Kind::List(items) => items.iter().any(|it| is_day(catalog, it)),
        Kind::Number(_)
        | Kind::Quoted(_)
        | Kind::Truth(_)
        | Kind::Not(_)
        | Kind::Negated(_)
        | Kind::Binary(..)
        | Kind::Months { .. } => false,
    }
}
