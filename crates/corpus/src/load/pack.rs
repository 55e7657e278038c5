//! `pack.toml`: the pack itself, its levels, families and topics.

use policy::{Catalog, Date, Id, Named, Pack, Text};

use super::names::{Names, unknown};
use crate::{
    read::{Document, Table, Written},
    remark::{Place, Remarks},
};

pub(crate) fn read_pack(remarks: &mut Remarks<'_>, document: Option<&Document<'_>>) -> Pack {
    let Some(document) = document else {
        remarks.error(
            &Place::start_of("pack.toml"),
            "missing-file",
            "a pack has a `pack.toml` that can be read",
        );
        return Pack::default();
    };
    let pack = document.root();
    Pack {
        id: pack.parsed("id"),
        title: pack.text("title").unwrap_or_default(),
        version: pack.string("version").unwrap_or_default(),
        published: pack.date("published").unwrap_or(Date::MIN),
        covers: pack.text("covers").unwrap_or_default(),
        checked: pack.text("checked").unwrap_or_default(),
        levels: read_named(remarks, pack.tables("level")),
        families: read_named(remarks, pack.tables("family")),
        topics: read_named(remarks, pack.tables("topic")),
    }
}

fn read_named(remarks: &mut Remarks<'_>, tables: Vec<Table<'_>>) -> Vec<Named> {
    let mut names = Names::default();
    let mut all = Vec::new();
    for table in &tables {
        if let Some(id) = names.declare::<Id>(remarks, table) {
            let name = table.label().unwrap_or_else(|| Text::same(id.as_str()));
            all.push(Named { id, name });
        }
    }
    all
}

/// One of the pack's levels, families or topics.
pub(crate) fn named(
    remarks: &mut Remarks<'_>,
    among: &[Named],
    what: &str,
    written: Option<Written<'_>>,
) -> Option<Id> {
    let written = written?;
    let id: Id = written.text.parse().ok()?;
    if among.iter().any(|it| it.id == id) {
        return Some(id);
    }
    let known: Vec<&str> = among.iter().map(|it| it.id.as_str()).collect();
    unknown(remarks, &written.place, what, written.text, &known);
    None
}

/// The topic of a fact or list.
pub(crate) fn topic(remarks: &mut Remarks<'_>, catalog: &Catalog, table: &Table<'_>) -> Option<Id> {
    if !table.has("topic") {
        remarks.warn(&table.place, "wanted-key", "without a `topic` the question has no place of its own");
    }
    named(remarks, &catalog.pack.topics, "topic", table.written("topic"))
}
