//! Options that no rule tells apart.

use std::collections::{BTreeMap, BTreeSet};

use policy::{
    Catalog, FactType, Text,
    lang::{self, Ast, Kind, Operator},
};

use crate::{
    load::{Layout, said_in_rule},
    read::{Document, Table},
    remark::Remarks,
};

/// Tells of options that no expression names.
///
/// One option of a choice may be what remains; of several that are never named, nobody needs to be asked which it is.
/// An option of `choices` that is never named is chosen in vain.
pub(crate) fn check(remarks: &mut Remarks<'_>, catalog: &Catalog, layout: &Layout<'_>) {
    let named = named(catalog, layout);
    for table in layout.facts.iter().flat_map(|it| it.root().tables("fact")) {
        let Some(fact) = table.written("id").and_then(|it| catalog.find_fact(it.text)) else { continue };
        let may_remain = match catalog.fact(fact).kind {
            FactType::Choice(_) => 1,
            FactType::Choices(_) => 0,
            FactType::Boolean | FactType::Number { .. } | FactType::Date { .. } => continue,
        };
        let named = named.get(catalog.fact(fact).id.as_str());
        if named.is_some_and(|it| it.is_whole) {
            continue;
        }
        let fact = &catalog.fact(fact).id;
        tell(remarks, &table, (fact.as_str(), may_remain), |it| {
            named.is_some_and(|named| named.options.contains(it))
        });
    }
}

fn tell(
    remarks: &mut Remarks<'_>,
    table: &Table<'_>,
    (fact, may_remain): (&str, usize),
    is_named: impl Fn(&str) -> bool,
) {
    let options = table.tables("options");
    let unnamed: Vec<_> =
        options.iter().filter_map(|it| it.written("id")).filter(|it| !is_named(it.text)).collect();
    if unnamed.len() <= may_remain {
        return;
    }
    for option in unnamed {
        let message = if may_remain == 0 {
            format!("no rule asks for the option `{}` of `{fact}`", option.text)
        } else {
            format!("no rule tells the option `{}` of `{fact}` from others", option.text)
        };
        remarks.warn(&option.place, "unused-option", message);
        remarks.hint(Text::new(
            "把它去掉，或把规则不区分的几个选项并成一个",
            "take it out, or make one option of those that no rule tells apart",
        ));
    }
}

/// The options named beside a fact.
#[derive(Default)]
struct Named {
    options: BTreeSet<String>,
    /// Whether the fact is held against another one, so that each option counts.
    is_whole: bool,
}

/// The options that stand in an expression which mentions a fact, directly or by way of derived facts.
fn named(catalog: &Catalog, layout: &Layout<'_>) -> BTreeMap<String, Named> {
    let mut named: BTreeMap<String, Named> = BTreeMap::new();
    for ast in &expressions(layout) {
        let options = options_in(ast);
        for fact in facts_behind(catalog, ast.names()) {
            named.entry(fact).or_default().options.extend(options.iter().cloned());
        }
        for fact in facts_behind(catalog, held_against_each_other(ast)) {
            named.entry(fact).or_default().is_whole = true;
        }
    }
    named
}

fn options_in(ast: &Ast) -> BTreeSet<String> {
    let mut options = BTreeSet::new();
    ast.visit(&mut |it| {
        if let Kind::Quoted(option) = &it.kind {
            options.insert(option.to_string());
        }
    });
    options
}

/// The names on both sides of `==` and its like.
fn held_against_each_other(ast: &Ast) -> BTreeSet<&str> {
    let mut names = BTreeSet::new();
    ast.visit(&mut |it| {
        if let Kind::Binary(
            Operator::Equal | Operator::NotEqual | Operator::In | Operator::NotIn,
            left,
            right,
        ) = &it.kind
            && let (Kind::Name(left), Kind::Name(right)) = (&left.kind, &right.kind)
        {
            names.extend([left.as_str(), right.as_str()]);
        }
    });
    names
}

fn facts_behind(catalog: &Catalog, names: BTreeSet<&str>) -> BTreeSet<String> {
    let mut seen: BTreeSet<String> = BTreeSet::new();
    let mut next: Vec<String> = names.into_iter().map(str::to_owned).collect();
    while let Some(name) = next.pop() {
        if let Some(derived) = catalog.find_derived(&name).filter(|_| !seen.contains(&name)) {
            let uses = catalog.derived(derived).value.uses();
            next.extend(uses.facts.keys().map(|it| catalog.fact(*it).id.to_string()));
        }
        seen.insert(name);
    }
    seen
}

/// Every expression of the pack.
fn expressions(layout: &Layout<'_>) -> Vec<Ast> {
    let mut all = Vec::new();
    let editions = layout.policies.values().flat_map(|it| it.editions.values());
    for rule in editions.filter_map(|it| it.rule).map(Document::root) {
        all.extend(said_in_rule(&rule).iter().filter_map(|it| lang::parse(it.written.text).ok()));
    }
    for root in layout.facts.iter().map(|it| it.root()) {
        for (section, key) in [("fact", "ask_if"), ("derived", "value"), ("never", "test")] {
            let written = root.tables(section).into_iter().filter_map(|it| it.written(key));
            all.extend(written.filter_map(|it| lang::parse(it.text).ok()));
        }
    }
    all
}
