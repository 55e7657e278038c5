//! The page itself.

use std::collections::BTreeMap;

use super::notes::Notes;
use super::pack::{Became, Pack};

const HEAD: &str = "\
# What became of every record

The pack was written from a collection of sourced records, which is kept apart from it. This page accounts for each of
them; `cargo xtask corpus-table` writes it from the pack's own files, and from [corpus.toml](corpus.toml) for what these
cannot say. Where the records are at hand, the test that compares this page compares them too: none may be missing.

";

/// The page for a pack and what is noted of its records.
pub(super) fn page(pack: &Pack, notes: &Notes) -> String {
    let mut rows: BTreeMap<&str, String> =
        pack.records.iter().map(|(id, became)| (id.as_str(), row(id, became, notes))).collect();
    let n_left_out = notes.left_out().count();
    rows.extend(notes.left_out().map(|(id, why)| (id, format!("left out: {why}"))));
    let mut page = HEAD.to_owned();
    page += &format!("{}\n\n| record | became |\n|---|---|\n", count(pack, rows.len(), n_left_out));
    for (id, row) in rows {
        page += &format!("| `{id}` | {row} |\n");
    }
    page
}

fn count(pack: &Pack, n_records: usize, n_left_out: usize) -> String {
    let of = |is: fn(&Became) -> bool| pack.records.values().filter(|it| it.iter().any(is)).count();
    let policies = of(|it| matches!(it, Became::Policy { .. }));
    let parameters = of(|it| matches!(it, Became::Parameter { .. }));
    let places = of(|it| matches!(it, Became::Place { .. }));
    format!(
        "{n_records} records: {policies} became policies or stand in their texts, {parameters} dated figures, {places} entries \
         of the directory, {n_left_out} left out. A record may have become several things."
    )
}

fn row(id: &str, became: &[Became], notes: &Notes) -> String {
    let note = notes.of(id);
    let mut parts: Vec<String> = became.iter().map(|it| part(id, it, notes)).collect();
    parts.extend(note.into_iter().flat_map(|it| &it.derived).map(|it| format!("derived fact `{it}`")));
    let mut row = parts.join("; ");
    if let Some(leads) = note.and_then(|it| it.leads.as_deref()) {
        row += &format!(" — the same item as `{leads}`, which leads");
    }
    row
}

fn part(record: &str, became: &Became, notes: &Notes) -> String {
    match became {
        Became::Policy { id, file, editions } => {
            let link = format!("[{id}](../policies/{file})");
            if notes.of(record).is_some_and(|it| it.text) {
                format!("told in the text of {link}")
            } else {
                format!("policy {link}, {}", told(&editions_of(record, editions, notes)))
            }
        }
        Became::Parameter { id, file } => format!("parameter [{id}](../policies/{file})"),
        Became::Place { id, file } => format!("directory entry [{id}](../policies/{file})"),
    }
}

/// The noted ones, else the one that the record's id ends in, else all: a record without a year tells the whole item.
fn editions_of<'e>(record: &str, editions: &'e [String], notes: &Notes) -> Vec<&'e str> {
    let noted = notes.of(record).map_or(&[][..], |it| it.editions.as_slice());
    let among = |wanted: &dyn Fn(&str) -> bool| -> Vec<&'e str> {
        editions.iter().map(String::as_str).filter(|it| wanted(it)).collect()
    };
    let of_note = among(&|it| noted.iter().any(|noted| noted == it));
    let of_year = among(&|it| record.strip_suffix(it).is_some_and(|rest| rest.ends_with('-')));
    match (of_note.is_empty(), of_year.is_empty()) {
        (false, _) => of_note,
        (true, false) => of_year,
        (true, true) => among(&|_| true),
    }
}

fn told(editions: &[&str]) -> String {
    let noun = if editions.len() == 1 { "edition" } else { "editions" };
    format!("{noun} {}", editions.join(", "))
}
