//! Which policies live: those without an error, that do not ask for one another in a circle.

use std::collections::{BTreeMap, BTreeSet};

use policy::{
    Policy,
    lang::{Ast, Kind},
};

use super::{
    Loading,
    layout::Layout,
    said::{Said, said_in_rule},
};
use crate::{
    read::{Document, Table},
    remark::Place,
};

/// Tells policies that ask for one another in a circle, then leaves out all with an error.
pub(crate) fn leave_out(
    loading: &mut Loading<'_>,
    layout: &Layout<'_>,
    policies: Vec<Policy>,
) -> Vec<Policy> {
    let asked: BTreeMap<&str, Vec<Asked<'_>>> = layout
        .policies
        .iter()
        .map(|(id, files)| {
            let editions = files.editions.values().filter_map(|it| it.rule);
            (*id, editions.flat_map(asked_in_rule).chain(files.policy.into_iter().flat_map(needs)).collect())
        })
        .collect();
    tell_circles(loading, &asked);
    let kept: Vec<Policy> = policies
        .into_iter()
        .filter(|it| {
            layout.policies.get(it.id.as_str()).is_some_and(|files| {
                let part_of_it = |file: &str| file.starts_with(files.folder);
                !loading.remarks.has_error(part_of_it)
            })
        })
        .collect();
    tell_of_left_out(loading, layout, &asked, &kept);
    kept
}

/// A policy that another one asks for, and where.
struct Asked<'d> {
    policy: String,
    place: Place<'d>,
    /// Whether it is asked how one stands towards it; `had` only looks at what was received.
    by_verdict: bool,
}

fn tell_circles(loading: &mut Loading<'_>, asked: &BTreeMap<&str, Vec<Asked<'_>>>) {
    for (id, them) in asked {
        for it in them.iter().filter(|it| it.by_verdict) {
            if it.policy == *id || reach(asked, &it.policy).contains(*id) {
                let message = format!("`{id}` and `{}` ask for each other in a circle", it.policy);
                loading.remarks.error(&it.place, "circle", message);
            }
        }
    }
}

/// All policies that a policy asks for, directly or through others.
fn reach<'a>(asked: &'a BTreeMap<&str, Vec<Asked<'_>>>, from: &'a str) -> BTreeSet<&'a str> {
    let mut seen = BTreeSet::new();
    let mut next = vec![from];
    while let Some(id) = next.pop() {
        for it in asked.get(id).into_iter().flatten().filter(|it| it.by_verdict) {
            if seen.insert(it.policy.as_str()) {
                next.push(&it.policy);
            }
        }
    }
    seen
}

fn tell_of_left_out(
    loading: &mut Loading<'_>,
    layout: &Layout<'_>,
    asked: &BTreeMap<&str, Vec<Asked<'_>>>,
    kept: &[Policy],
) {
    let is_kept = |id: &str| kept.iter().any(|it| it.id.as_str() == id);
    for (_, them) in asked.iter().filter(|(id, _)| is_kept(id)) {
        for it in
            them.iter().filter(|it| layout.policies.contains_key(it.policy.as_str()) && !is_kept(&it.policy))
        {
            let message = format!(
                "`{}` is left out for the errors in it; what is asked of it here stays unknown",
                it.policy
            );
            loading.remarks.warn(&it.place, "left-out", message);
        }
    }
}

/// Every policy that an edition's expressions and exclusions ask for.
fn asked_in_rule<'d>(document: &'d Document<'d>) -> Vec<Asked<'d>> {
    let root = document.root();
    let mut asked = excluded(&root);
    for Said { written, .. } in said_in_rule(&root) {
        let (Ok(ast), Some(place)) = (policy::lang::parse(written.text), written.inner_place()) else {
            continue;
        };
        ast.visit(&mut |it| {
            let Some((policy, by_verdict)) = asked_by_call(it) else { return };
            let span = place.span.start + it.span.start..place.span.start + it.span.end;
            asked.push(Asked { policy, place: Place { file: place.file, span }, by_verdict });
        });
    }
    asked
}

/// The policy that a call asks for, and whether by its verdict.
pub(crate) fn asked_by_call(ast: &Ast) -> Option<(String, bool)> {
    let Kind::Call { name, arguments } = &ast.kind else { return None };
    let Kind::Quoted(policy) = &arguments.first()?.kind else { return None };
    match name.as_str() {
        "qualifies" | "amount" => Some((policy.to_string(), true)),
        "had" => Some((policy.to_string(), false)),
        _ => None,
    }
}

fn needs<'d>(document: &'d Document<'d>) -> Vec<Asked<'d>> {
    let root = document.root();
    let needs = root.strings("needs").into_iter();
    let needs = needs.map(|it| Asked { policy: it.text.to_owned(), place: it.place, by_verdict: true });
    needs.chain(excluded(&root)).collect()
}

fn excluded<'d>(table: &Table<'d>) -> Vec<Asked<'d>> {
    let written = table.tables("excludes").into_iter().filter_map(|it| it.written("policy"));
    written.map(|it| Asked { policy: it.text.to_owned(), place: it.place, by_verdict: false }).collect()
}
