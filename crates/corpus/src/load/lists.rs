//! `[[list]]`: several of a kind.

use policy::{Change, Changeable, Effort, List, ListRef};

use super::{Loading, names::unknown, pack};
use crate::{
    read::{Document, Table, forms},
    remark::Remarks,
};

/// Reads all lists; their facts are added where these are read.
pub(crate) fn read_lists<'d>(loading: &mut Loading<'d>, documents: &[&'d Document<'d>]) {
    for table in documents.iter().flat_map(|it| it.root().tables("list")) {
        let Some(id) = loading.declare(&forms::LIST, &table) else {
            loading.break_down(&table);
            continue;
        };
        let list = List {
            id,
            topic: pack::topic(&mut loading.remarks, &loading.catalog, &table),
            ask: table.text("ask").unwrap_or_default(),
            help: table.text("help").unwrap_or_default(),
            name: table.text("name").unwrap_or_default(),
            one: table.text("one").unwrap_or_default(),
            at_most: at_most(&mut loading.remarks, &table),
            changeable: changeable(&mut loading.remarks, &table),
            facts: Vec::new(),
        };
        loading.scope.declare_list(ListRef(loading.catalog.lists.len()), &list);
        loading.catalog.lists.push(list);
    }
}

fn at_most(remarks: &mut Remarks<'_>, table: &Table<'_>) -> Option<i64> {
    let at_most = table.integer("at_most")?;
    if at_most < 1 {
        remarks.error(&table.place_at("at_most"), "wrong-value", "`at_most` is 1 or more");
        return None;
    }
    Some(at_most)
}

/// The list of this name, which an `of`, `each` or `for_each` asks for.
pub(crate) fn find_list(loading: &mut Loading<'_>, table: &Table<'_>, key: &str) -> Option<ListRef> {
    let written = table.written(key)?;
    let found = loading.catalog.find_list(written.text);
    if found.is_none() {
        let known: Vec<&str> = loading.catalog.lists.iter().map(|it| it.id.as_str()).collect();
        unknown(&mut loading.remarks, &written.place, "list", written.text, &known);
    }
    found
}

/// `changeable` and `effort`, which need each other.
pub(crate) fn changeable(remarks: &mut Remarks<'_>, table: &Table<'_>) -> Option<Changeable> {
    let direction = table.written("changeable").and_then(|it| match it.text {
        "up" => Some(Change::Up),
        "down" => Some(Change::Down),
        "any" => Some(Change::Any),
        _ => None,
    });
    let effort = match table.integer("effort") {
        Some(1) => Some(Effort::Little),
        Some(2) => Some(Effort::Some),
        Some(3) => Some(Effort::Much),
        Some(_) => {
            remarks.error(&table.place_at("effort"), "wrong-value", "`effort` is 1, 2 or 3");
            return None;
        }
        None => None,
    };
    if table.has("changeable") != table.has("effort") {
        let key = if table.has("effort") { "effort" } else { "changeable" };
        remarks.error(
            &table.place_at(key),
            "missing-key",
            "`changeable` and `effort` (1 to 3) need each other",
        );
    }
    Some(Changeable { direction: direction?, effort: effort? })
}
