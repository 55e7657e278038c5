//! `[[derived]]` and `[[never]]`: what is made of facts.

use std::collections::BTreeMap;

use policy::{
    Derived, DerivedRef, Name, Never,
    lang::{Ast, Context},
};

use super::{Loading, expression, facts::owner, relations};
use crate::read::{Document, Table, Written, forms};

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
    while let Some(idx) = ready(&waiting) {
        if let Some(next) = waiting.remove(&idx) {
            read_one(loading, next);
        }
    }
    for circular in waiting.into_values() {
        let others: Vec<&str> = circular.ast.names().into_iter().collect();
        let message = format!("`{}` is made of itself, by way of {}", circular.id, others.join(", "));
        loading.remarks.error(&circular.value.place, "circle", message);
        loading.break_down(&circular.table);
    }
}

/// The first one that is made of nothing that is still waiting.
fn ready(waiting: &BTreeMap<usize, Waiting<'_>>) -> Option<usize> {
    let names: Vec<&str> = waiting.values().map(|it| it.id.as_str()).collect();
    let is_ready = |it: &Waiting<'_>| it.ast.names().iter().all(|name| !names.contains(name));
    waiting.iter().find(|(_, it)| is_ready(it)).map(|(idx, _)| *idx)
}

fn read_one(loading: &mut Loading<'_>, waiting: Waiting<'_>) {
    let Waiting { id, table, value: written, ast } = waiting;
    let owner = owner(loading, &table);
    let value = owner.and_then(|it| expression::derived(loading, &written, &ast, expression::of(it)));
    let Some((owner, value)) = owner.zip(value).filter(|_| asks_no_policy(loading, &written, &ast)) else {
        return loading.break_down(&table);
    };
    let derived = Derived { id, owner, label: table.label().unwrap_or_default(), value };
    loading.scope.declare_derived(DerivedRef(loading.catalog.derived.len()), &derived);
    loading.catalog.derived.push(derived);
}

/// Facts come before policies: what is made of a policy's verdict would have to be known before it.
fn asks_no_policy(loading: &mut Loading<'_>, written: &Written<'_>, ast: &Ast) -> bool {
    let mut asks = false;
    ast.visit(&mut |it| asks |= relations::asked_by_call(it).is_some());
    if asks {
        let message = "a derived fact is made of facts, parameters and `as_of`, not of policies";
        loading.remarks.error(&written.place, "asks-a-policy", message);
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
