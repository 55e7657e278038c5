//! Questions that are never asked or always, and what is made of answers in ways that nobody takes.

use policy::{
    Catalog, Owner, Text,
    lang::{self, Scope},
};

use super::{branches, ground::Ground};
use crate::{
    load::context_of,
    read::{Document, Table},
    remark::Remarks,
};

pub(crate) fn check(remarks: &mut Remarks<'_>, catalog: &Catalog, scope: &Scope, document: &Document<'_>) {
    let root = document.root();
    for table in root.tables("fact") {
        let fact = table.written("id").and_then(|it| catalog.find_fact(it.text));
        if let Some(fact) = fact.map(|it| catalog.fact(it)) {
            check_question(remarks, catalog, scope, &table, fact.owner);
        }
    }
    for table in root.tables("derived") {
        let derived = table.written("id").and_then(|it| catalog.find_derived(it.text));
        if let Some(owner) = derived.map(|it| catalog.derived(it).owner) {
            check_branches(remarks, catalog, scope, &table, owner);
        }
    }
}

fn check_question(
    remarks: &mut Remarks<'_>,
    catalog: &Catalog,
    scope: &Scope,
    table: &Table<'_>,
    owner: Owner,
) {
    let Some(written) = table.written("ask_if") else { return };
    let (Ok(ast), Some(place)) = (lang::parse(written.text), written.inner_place()) else { return };
    let ground = Ground::of_pack(catalog, scope, written.text);
    let context = context_of(owner);
    let Some(requirement) = ground.requirement(&ast, context) else { return };
    let outcome = ground.says(&requirement, context.entry);
    if outcome.is_no() {
        remarks.error(&place, "never-asked", "the question is never asked, whatever was answered before");
        remarks.hint(Text::new(
            "请把 `ask_if` 同其中各项情况的上下限和选项核对",
            "compare `ask_if` with the bounds and options of the facts in it",
        ));
    } else if outcome.is_yes() {
        remarks.warn(&place, "always-asked", "the question is asked whatever was answered before");
        remarks.hint(Text::new("不用写 `ask_if`", "leave `ask_if` out"));
    } else {
        branches::check(remarks, &ground, &place, &ast, context);
    }
}

fn check_branches(
    remarks: &mut Remarks<'_>,
    catalog: &Catalog,
    scope: &Scope,
    table: &Table<'_>,
    owner: Owner,
) {
    let Some(written) = table.written("value") else { return };
    let (Ok(ast), Some(place)) = (lang::parse(written.text), written.inner_place()) else { return };
    let ground = Ground::of_pack(catalog, scope, written.text);
    branches::check(remarks, &ground, &place, &ast, context_of(owner));
}
