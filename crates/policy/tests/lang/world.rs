//! A small pack for the tests, and how trees and mistakes are shown.

use std::fmt::{Debug, Write};

use policy::{
    Catalog, ChoiceOption, Date, DatePrecision, Derived, Fact, FactType, Formula, Id, Interval, List,
    ListRef, Name, Number, NumberKind, OptionSet, Owner, Parameter, ParameterValues, Step, Text, Tier,
    TierTable, Value,
    lang::{Context, Mistake, Scope, check_derived, parse},
};

/// The list of the pack.
pub(crate) const HIRES: ListRef = ListRef(0);

/// Facts of every type, a list, parameters of both kinds, derived facts, policies.
pub(crate) fn scope() -> Scope {
    let mut catalog = catalog();
    let mut scope = Scope::from(&catalog);
    for (id, owner, text) in [
        ("size", Owner::Enterprise, "if headcount < 10 then 'micro' else 'small'"),
        ("age", Owner::Enterprise, "months_between(registered_on, as_of)"),
        ("share", Owner::Enterprise, "count(hires, graduate) / headcount + param(rate)"),
        ("young", Owner::Entry(HIRES), "years_between(born_on, hired_on) < 35"),
    ] {
        let derived =
            Derived { id: name(id), owner, label: Text::default(), value: derive(text, &mut scope, owner) };
        catalog.derived.push(derived);
        scope.declare_derived(policy::DerivedRef(catalog.derived.len() - 1), catalog.derived.last().unwrap());
    }
    scope.declare_policy("grant".parse().unwrap(), Some(["once".parse().unwrap()].into()));
    scope.declare_policy("loan".parse().unwrap(), None);
    scope.declare_broken(&name("crooked"));
    scope
}

fn derive(text: &str, scope: &mut Scope, owner: Owner) -> policy::DerivedValue {
    let entry = match owner {
        Owner::Enterprise => None,
        Owner::Entry(list) => Some(list),
    };
    check_derived(&parse(text).unwrap(), scope, Context { entry, counted: false }).unwrap()
}

fn catalog() -> Catalog {
    let mut catalog = Catalog::default();
    let number = |kind| FactType::Number { kind, bounds: Interval::ANY, bands: Vec::new() };
    let date = FactType::Date { by_month: false };
    let form = options(&mut catalog, &["company", "partnership", "sole-trader"]);
    let district = options(&mut catalog, &["yangpu", "elsewhere"]);
    let not_yet = options(&mut catalog, &["not-yet"])[0].id;
    let tags = options(&mut catalog, &["green", "digital", "health"]);
    for (id, owner, kind) in [
        ("registered", Owner::Enterprise, FactType::Boolean),
        ("first", Owner::Enterprise, FactType::Boolean),
        ("headcount", Owner::Enterprise, number(NumberKind::Integer)),
        ("rent", Owner::Enterprise, number(NumberKind::Money)),
        ("income", Owner::Enterprise, number(NumberKind::Money)),
        ("registered_on", Owner::Enterprise, date.clone()),
        ("born", Owner::Enterprise, date.clone()),
        ("form", Owner::Enterprise, FactType::Choice(form.clone())),
        ("other_form", Owner::Enterprise, FactType::Choice(form)),
        ("district", Owner::Enterprise, FactType::Choice(district)),
        ("tags", Owner::Enterprise, FactType::Choices(tags.clone())),
        ("other_tags", Owner::Enterprise, FactType::Choices(tags)),
        ("hired_on", Owner::Entry(HIRES), date.clone()),
        ("born_on", Owner::Entry(HIRES), date),
        ("graduate", Owner::Entry(HIRES), FactType::Boolean),
        ("wage", Owner::Entry(HIRES), number(NumberKind::Money)),
    ] {
        catalog.facts.push(fact(id, owner, kind));
    }
    let district = catalog.find_fact("district").unwrap();
    catalog.facts[district.0].otherwise = Some(Value::Choice(OptionSet::of(not_yet)));
    catalog.lists = vec![list("hires"), list("leases")];
    let rate = Number::ONE;
    let tiers = TierTable::new(vec![Tier { above: Number::ZERO, rate }]).unwrap();
    catalog.parameters = vec![
        parameter("minimum_wage", ParameterValues::Numbers(vec![step(Number::from(2740_i64))])),
        parameter("rate", ParameterValues::Numbers(vec![step(Number::ONE)])),
        parameter("tax", ParameterValues::Tiers(vec![step(tiers)])),
    ];
    catalog
}

fn name(id: &str) -> Name {
    id.parse().unwrap()
}

fn options(catalog: &mut Catalog, ids: &[&str]) -> Vec<ChoiceOption> {
    let mut option = |id: &&str| {
        let id = catalog.options.intern(&id.parse::<Id>().unwrap()).unwrap();
        ChoiceOption { id, label: Text::default() }
    };
    ids.iter().map(&mut option).collect()
}

fn fact(id: &str, owner: Owner, kind: FactType) -> Fact {
    let (ask, help, unit) = Default::default();
    Fact {
        id: name(id),
        owner,
        kind,
        name: Text::default(),
        topic: None,
        ask,
        help,
        unit,
        ask_if: None,
        otherwise: None,
        changeable: None,
    }
}

fn list(id: &str) -> List {
    let (ask, help, words, one) = Default::default();
    List {
        id: name(id),
        topic: None,
        ask,
        help,
        name: words,
        one,
        at_most: None,
        changeable: None,
        facts: Vec::new(),
    }
}

fn parameter(id: &str, values: ParameterValues) -> Parameter {
    Parameter { id: name(id), label: Text::default(), unit: Text::default(), records: Vec::new(), values }
}

fn step<T>(value: T) -> Step<T> {
    Step { from: Date::MIN, precision: DatePrecision::Day, to: None, value, source: String::new() }
}

/// The tree on one line, or the mistakes.
pub(crate) fn shown<T: Debug>(text: &str, checked: Result<Formula<T>, Vec<Mistake>>) -> String {
    match checked {
        Ok(formula) => tidy(&format!("{:?}", formula.tree)),
        Err(mistakes) => carets(text, &mistakes),
    }
}

/// Numbers as figures and fractions, not as what they are made of.
fn tidy(tree: &str) -> String {
    let mut parts = tree.split("Ratio { numer: ");
    let mut shown = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (ratio, rest) = part.split_once(" }").unwrap();
        let (above, below) = ratio.split_once(", denom: ").unwrap();
        shown += &if below == "1" { format!("{above}{rest}") } else { format!("{above}/{below}{rest}") };
    }
    shown + "\n"
}

/// The text with a line of carets under each mistake, and what is said of it.
pub(crate) fn carets(text: &str, mistakes: &[Mistake]) -> String {
    let mut shown = format!("{text}\n");
    for mistake in mistakes {
        let before = text[..mistake.span.start].chars().count();
        let width = text[mistake.span.clone()].chars().count().max(1);
        writeln!(shown, "{}{} {}: {}", " ".repeat(before), "^".repeat(width), mistake.code, mistake.message)
            .unwrap();
        if let Some(hint) = &mistake.hint {
            writeln!(shown, "{}hint: {} | {}", " ".repeat(before), hint.en, hint.zh).unwrap();
        }
    }
    shown
}
