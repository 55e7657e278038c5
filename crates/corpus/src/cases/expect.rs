//! What a case expects, held against the rule: an id that the rule does not have can never be met.

use policy::{Catalog, Edition, Id, Profile, Rule};
use toml::{Spanned, de::DeValue};

use super::{
    Expected,
    expect_amount::{read_amounts, read_days},
};
use crate::{
    read::{Table, Written},
    remark::{Place, Remarks},
    suggest::did_you_mean,
};

pub(crate) fn read_expected(
    remarks: &mut Remarks<'_>,
    catalog: &Catalog,
    edition: &Edition,
    profile: &Profile,
    table: &Table<'_>,
) -> Expected {
    let rule = &edition.rule;
    let conditions: Vec<&str> = conditions(edition);
    Expected {
        verdict: table.string("verdict"),
        unmet: read_ids(remarks, table, "unmet", "condition", &conditions),
        officer: read_ids(remarks, table, "officer", "condition", &conditions),
        missing: read_ids(remarks, table, "missing", "fact", &subjects(catalog)),
        amounts: read_amounts(remarks, rule, table),
        closes: table.date("closes"),
        eligible_from: table
            .value("eligible_from")
            .and_then(|it| read_days(remarks, "eligible_from", it.value, &it.place)),
        standing: read_standing(remarks, rule, profile, table),
    }
}

/// The conditions of a rule, those included that are implied.
fn conditions(edition: &Edition) -> Vec<&str> {
    let rule = &edition.rule;
    let somebody = rule.for_each.map(|_| "somebody");
    let in_edition = edition.valid.by.map(|_| "in-edition");
    let named = rule.conditions.iter().chain(&rule.each).map(|it| it.id.as_str());
    named.chain(somebody).chain(in_edition).collect()
}

/// Everything that can be missing, as cases call it.
fn subjects(catalog: &Catalog) -> Vec<String> {
    let facts = catalog.facts.iter().map(|it| match it.owner {
        policy::Owner::Enterprise => it.id.to_string(),
        policy::Owner::Entry(list) => format!("{}.{}", catalog.list(list).id, it.id),
    });
    let lists = catalog.lists.iter().map(|it| it.id.to_string());
    let parameters = catalog.parameters.iter().map(|it| it.id.to_string());
    let policies = catalog.policies.iter().map(|it| it.id.to_string());
    facts.chain(lists).chain(parameters).chain(policies).chain(["had".to_owned()]).collect()
}

fn read_ids(
    remarks: &mut Remarks<'_>,
    table: &Table<'_>,
    key: &str,
    what: &str,
    known: &[impl AsRef<str>],
) -> Option<Vec<String>> {
    let known: Vec<&str> = known.iter().map(AsRef::as_ref).collect();
    let written: Vec<Written<'_>> = table.has(key).then(|| table.strings(key))?;
    for it in &written {
        check_known(remarks, &it.place, what, it.text, &known);
    }
    Some(written.into_iter().map(|it| it.text.to_owned()).collect())
}

pub(super) fn check_known(
    remarks: &mut Remarks<'_>,
    place: &Place<'_>,
    what: &str,
    written: &str,
    known: &[&str],
) {
    if !known.contains(&written) {
        remarks.error(place, "unknown-name", format!("there is no {what} `{written}`"));
        remarks.hint(did_you_mean(written, known));
    }
}

const STANDINGS: &str =
    "an entry stands as `met`, `unmet: a, b`, `unknown: a`, `officer`, `other-edition` or `not-yet`";

fn read_standing(
    remarks: &mut Remarks<'_>,
    rule: &Rule,
    profile: &Profile,
    table: &Table<'_>,
) -> Vec<(Id, String)> {
    let entries = rule.for_each.and_then(|it| profile.lists.get(&it));
    let known: Vec<&str> = entries.iter().flat_map(|it| &it.entries).map(|it| it.id.as_str()).collect();
    let conditions: Vec<&str> = rule.each.iter().map(|it| it.id.as_str()).collect();
    let mut standing = Vec::new();
    for (key, place, value) in members(table, "standing") {
        check_known(remarks, &place, "entry", key, &known);
        let place = table.place_of(value.span());
        let (word, ids) = value.get_ref().as_str().map_or(("", Vec::new()), split_standing);
        let has_ids = matches!(word, "unmet" | "unknown" | "officer");
        if !matches!(word, "met" | "unmet" | "unknown" | "officer" | "other-edition" | "not-yet")
            || (!has_ids && !ids.is_empty())
        {
            remarks.error(&place, "wrong-value", STANDINGS);
            continue;
        }
        ids.iter().for_each(|it| check_known(remarks, &place, "condition", it, &conditions));
        let ids = if ids.is_empty() { String::new() } else { format!(": {}", ids.join(", ")) };
        standing.extend(key.parse().ok().map(|it| (it, format!("{word}{ids}"))));
    }
    standing
}

/// `unmet: a, b` to the word and the ids.
fn split_standing(written: &str) -> (&str, Vec<&str>) {
    match written.split_once(':') {
        Some((word, ids)) => {
            (word.trim(), ids.split(',').map(str::trim).filter(|it| !it.is_empty()).collect())
        }
        None => (written.trim(), Vec::new()),
    }
}

/// The members of a table that is a value, in the order of the file.
pub(super) fn members<'d>(
    table: &Table<'d>,
    key: &str,
) -> Vec<(&'d str, Place<'d>, &'d Spanned<DeValue<'d>>)> {
    let Some(written) = table.value(key) else { return Vec::new() };
    let inner = written.value.as_table().into_iter().flatten();
    let mut members: Vec<_> =
        inner.map(|(key, value)| (key.get_ref().as_ref(), table.place_of(key.span()), value)).collect();
    members.sort_by_key(|(_, place, _)| place.span.start);
    members
}
