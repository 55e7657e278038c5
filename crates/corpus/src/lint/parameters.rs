//! Days of an edition on which a figure that it reckons with is not known.

use std::collections::BTreeMap;

use policy::{
    Catalog, Date, Edition, ParameterRef, ParameterValues, Step, Uses,
    lang::{self, Scope},
};

use crate::{
    load::{EditionFiles, Said, said_in_rule},
    remark::{Place, Remarks},
};

pub(crate) fn check(
    remarks: &mut Remarks<'_>,
    catalog: &Catalog,
    scope: &Scope,
    edition: &Edition,
    files: &EditionFiles<'_>,
) {
    let Some(document) = files.rule else { return };
    let mut first_mention: BTreeMap<ParameterRef, Place<'_>> = BTreeMap::new();
    for said in said_in_rule(&document.root()) {
        for parameter in uses(scope, edition, &said).parameters {
            first_mention.entry(parameter).or_insert_with(|| said.written.place.clone());
        }
    }
    for (parameter, place) in first_mention {
        let parameter = catalog.parameter(parameter);
        let unknown = match &parameter.values {
            ParameterValues::Numbers(steps) => unknown_days(steps, edition),
            ParameterValues::Tiers(steps) => unknown_days(steps, edition),
        };
        if !unknown.is_empty() {
            let message =
                format!("`{}` has no value for days of this edition: {}", parameter.id, unknown.join("; "));
            remarks.warn(&place, "unknown-figure", message);
        }
    }
}

fn uses(scope: &Scope, edition: &Edition, said: &Said<'_>) -> Uses {
    let Ok(ast) = lang::parse(said.written.text) else { return Uses::default() };
    let context = said.context(edition.rule.for_each);
    let uses = match said.key {
        "test" => lang::check_test(&ast, scope, context).map(|it| it.uses),
        "opens" | "closes" | "until" => lang::check_day(&ast, scope, context).map(|it| it.uses),
        _ => lang::check_quantity(&ast, scope, context).map(|it| it.uses),
    };
    uses.unwrap_or_default()
}

/// The days of the edition that lie before the first value, in a gap or after the end.
fn unknown_days<T>(steps: &[Step<T>], edition: &Edition) -> Vec<String> {
    let mut unknown = Vec::new();
    let mut next_unknown = Some(Date::MIN);
    for step in steps {
        if let Some(from) = next_unknown.filter(|it| *it < step.from) {
            unknown.push((from, step.from.plus_days(-1)));
        }
        next_unknown = step.to.map(|it| it.plus_days(1));
    }
    unknown.extend(next_unknown.map(|it| (it, Date::MAX)));
    let valid = (edition.valid.from, edition.valid.to.unwrap_or(Date::MAX));
    let within = unknown.into_iter().map(|(from, to)| (from.max(valid.0), to.min(valid.1)));
    within.filter(|(from, to)| from <= to).map(in_words).collect()
}

fn in_words((from, to): (Date, Date)) -> String {
    if to == Date::MAX { format!("from {from} on") } else { format!("from {from} to {to}") }
}
