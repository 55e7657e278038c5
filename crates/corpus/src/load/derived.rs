//! `[[derived]]` and `[[never]]`: what is made of facts.

use std::collections::{BTreeMap, BTreeSet};

use policy::{
    Derived, DerivedRef, Name, Never,
    lang::{self, Ast, Context},
};

use super::{Loading, expression, facts::owner, relations};
use crate::{
    read::{Document, Table, Written, form::quoted, forms},
    remark::Remarks,
};

/// A derived fact of which the tree is known and the meaning not yet.
struct Waiting<'d> {
    id: Name,
    table: Table<'d>,
    value: Written<'d>,
    ast: Ast,
}

/// Reads all derived facts, each after those it is made of.
pub(crate) fn read_derived<'d>(loading: &mut Loading<'d>, documents: &[&'d Document<'d>]) {
    let mut waiting: BTreeMap<usize, Waiting<'d>> = BTreeMap::new();
    for table in documents.iter().flat_map(|it| it.root().tables("derived")) {
        let id = loading.declare(&forms::DERIVED, &table);
        let value = table.written("value");
        let read = id.zip(value).and_then(|(id, value)| {
            let ast = expression::parse(&mut loading.remarks, &value)?;
            Some(Waiting { id, table: table.clone(), value, ast })
        });
        match read {
            Some(read) => drop(waiting.insert(waiting.len(), read)),
            None => loading.break_down(&table),
        }
    }
    while !waiting.is_empty() {
        match ready(&waiting) {
            Some(idx) => waiting.remove(&idx).into_iter().for_each(|it| read_one(loading, it)),
            None => tell_circles(loading, &mut waiting),
        }
    }
}

/// The first one that is made of nothing that is still waiting.
fn ready(waiting: &BTreeMap<usize, Waiting<'_>>) -> Option<usize> {
    waiting.iter().find(|(_, it)| made_of(waiting, it).is_empty()).map(|(idx, _)| *idx)
}

/// Those still waiting that one is made of directly.
fn made_of(waiting: &BTreeMap<usize, Waiting<'_>>, one: &Waiting<'_>) -> BTreeSet<usize> {
    let names = one.ast.names();
    waiting.iter().filter(|(_, it)| names.contains(it.id.as_str())).map(|(idx, _)| *idx).collect()
}

/// Takes out those that are made of themselves; whoever only uses them is read afterwards and told why it cannot.
fn tell_circles(loading: &mut Loading<'_>, waiting: &mut BTreeMap<usize, Waiting<'_>>) {
    let circular: Vec<(usize, BTreeSet<usize>)> = waiting
        .iter()
        .map(|(idx, it)| (*idx, behind(waiting, it)))
        .filter(|(idx, behind)| behind.contains(idx))
        .collect();
    let names: BTreeMap<usize, String> = waiting.iter().map(|(idx, it)| (*idx, it.id.to_string())).collect();
    for (idx, behind) in circular {
        let Some(it) = waiting.remove(&idx) else { continue };
        let others: Vec<&str> = behind.iter().filter(|it| **it != idx).map(|it| names[it].as_str()).collect();
        let way = if others.is_empty() { String::new() } else { format!(", by way of {}", quoted(&others)) };
        loading.remarks.error(&it.value.place, "circle", format!("`{}` is made of itself{way}", it.id));
        loading.break_down(&it.table);
    }
}

/// Those still waiting that one is made of, directly or through others.
fn behind(waiting: &BTreeMap<usize, Waiting<'_>>, one: &Waiting<'_>) -> BTreeSet<usize> {
    let mut behind = BTreeSet::new();
    let mut next: Vec<usize> = made_of(waiting, one).into_iter().collect();
    while let Some(idx) = next.pop() {
        if behind.insert(idx) {
            next.extend(made_of(waiting, &waiting[&idx]));
        }
    }
    behind
}

fn read_one(loading: &mut Loading<'_>, waiting: Waiting<'_>) {
    let Waiting { id, table, value: written, ast } = waiting;
    let sound = asks_no_policy(&mut loading.remarks, &written);
    let owner = owner(loading, &table).filter(|_| sound);
    let value = owner.and_then(|it| expression::derived(loading, &written, &ast, expression::of(it)));
    let Some((owner, value)) = owner.zip(value) else {
        return loading.break_down(&table);
    };
    let derived = Derived { id, owner, label: table.label().unwrap_or_default(), value };
    loading.scope.declare_derived(DerivedRef(loading.catalog.derived.len()), &derived);
    loading.catalog.derived.push(derived);
}

/// Facts come before policies: what hangs on a policy's verdict would have to be known before it.
pub(crate) fn asks_no_policy(remarks: &mut Remarks<'_>, written: &Written<'_>) -> bool {
    let mut asks = false;
    if let Ok(ast) = lang::parse(written.text) {
        ast.visit(&mut |it| asks |= relations::asked_by_call(it).is_some());
    }
    if asks {
        let message = "facts are made of facts, parameters and `as_of`, and not of what policies say";
        remarks.error(&written.place, "asks-a-policy", message);
    }
    !asks
}

/// Reads the tests that no true profile passes.
pub(crate) fn read_never(loading: &mut Loading<'_>, documents: &[&Document<'_>]) {
    for table in documents.iter().flat_map(|it| it.root().tables("never")) {
        let test = table.written("test").and_then(|it| expression::test(loading, &it, Context::default()));
        let label = table.label().unwrap_or_default();
        loading.catalog.never.extend(test.map(|test| Never { test, label }));
    }
}
