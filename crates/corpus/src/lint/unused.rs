//! Facts, lists, derived facts, parameters and papers that no policy asks for.

use std::collections::{BTreeMap, BTreeSet};

use policy::{Catalog, Owner, lang};

use crate::{
    load::{Layout, said_in_rule},
    read::{Document, Table},
    remark::Remarks,
};

pub(crate) fn check(remarks: &mut Remarks<'_>, catalog: &Catalog, layout: &Layout<'_>) {
    let used = used_names(catalog, layout);
    let sections = [
        (&layout.facts, "fact", "question"),
        (&layout.facts, "list", "list"),
        (&layout.facts, "derived", "derived fact"),
        (&layout.parameters, "parameter", "parameter"),
    ];
    for (documents, section, what) in sections {
        tell_unused(remarks, documents, section, what, |it| used.contains(it));
    }
    let papers: BTreeSet<&str> = rules(layout)
        .flat_map(|it| it.tables("bring"))
        .filter_map(|it| it.written("paper"))
        .map(|it| it.text)
        .collect();
    tell_unused(remarks, &layout.papers, "paper", "paper", |it| papers.contains(it));
}

fn tell_unused(
    remarks: &mut Remarks<'_>,
    documents: &[&Document<'_>],
    section: &str,
    what: &str,
    is_used: impl Fn(&str) -> bool,
) {
    for table in documents.iter().flat_map(|it| it.root().tables(section)) {
        if let Some(id) = table.written("id").filter(|it| !is_used(it.text)) {
            remarks.warn(&id.place, "unused", format!("no policy asks for the {what} `{}`", id.text));
        }
    }
}

fn rules<'d>(layout: &'d Layout<'d>) -> impl Iterator<Item = Table<'d>> {
    let editions = layout.policies.values().flat_map(|it| it.editions.values());
    editions.filter_map(|it| it.rule).map(Document::root)
}

/// Every name that policies mention, directly, or through derived facts and what decides whether a fact is asked.
fn used_names<'d>(catalog: &'d Catalog, layout: &'d Layout<'d>) -> BTreeSet<String> {
    let behind = names_behind(catalog, layout);
    let mut used = BTreeSet::new();
    let mut next = names_in_policies(layout);
    while let Some(name) = next.pop() {
        if used.insert(name.clone()) {
            next.extend(behind.get(&name).into_iter().flatten().cloned());
        }
    }
    used
}

fn names_in_policies(layout: &Layout<'_>) -> Vec<String> {
    let mut names = Vec::new();
    for rule in rules(layout) {
        names.extend(said_in_rule(&rule).iter().flat_map(|it| names_in(it.written.text)));
        names.extend(rule.string("for_each"));
        names.extend(rule.table("valid").and_then(|it| it.string("by")));
    }
    let policies = layout.policies.values().filter_map(|it| it.policy);
    names.extend(policies.filter_map(|it| it.root().string("held")));
    names
}

/// What has to be known for each name: what a derived fact is made of, whether a fact is asked, an entry's list.
fn names_behind<'d>(catalog: &Catalog, layout: &'d Layout<'d>) -> BTreeMap<String, Vec<String>> {
    let mut behind: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for root in layout.facts.iter().map(|it| it.root()) {
        for (section, key) in [("fact", "ask_if"), ("derived", "value")] {
            for table in root.tables(section) {
                let names = table.written(key).map(|it| names_in(it.text)).unwrap_or_default();
                behind.entry(table.string("id").unwrap_or_default()).or_default().extend(names);
            }
        }
    }
    for fact in &catalog.facts {
        if let Owner::Entry(list) = fact.owner {
            behind.entry(fact.id.to_string()).or_default().push(catalog.list(list).id.to_string());
        }
    }
    behind
}

fn names_in(expression: &str) -> Vec<String> {
    lang::parse(expression)
        .map_or_else(|_| Vec::new(), |it| it.names().into_iter().map(str::to_owned).collect())
}
