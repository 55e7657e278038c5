//! A paste as it would be entered.

use corpus::read_profile;
use desk::{
    Desk, DeskError,
    paste::{Column, Paste, PastedColumn, PastedRow, Reading},
    words,
};
use policy::{Catalog, FactRef};
use serde_json::{Map, Value as Json, json};

use super::{entry::alike, lines::n};
use crate::{PasteColumn, PasteFact, PastePage, PasteRequest, PasteRow, PasteUse, Said, Text};

/// So many rows are shown from the beginning, and so many of those that are not read whole.
const FIRST: usize = 30;
const FAULTY: usize = 50;

/// A paste as it would be entered; nothing is saved.
pub fn read_paste(desk: &Desk, request: &PasteRequest) -> Result<PastePage, DeskError> {
    let paste = desk.read_paste(&request.list, &request.text, &reading(desk, request)?)?;
    Ok(page(desk, &paste))
}

/// Enters a paste; says how many entries came of it.
pub fn put_paste(desk: &mut Desk, request: &PasteRequest, now: &str) -> Result<usize, DeskError> {
    let reading = reading(desk, request)?;
    desk.put_paste(&request.list, &request.text, &reading, now)
}

fn reading(desk: &Desk, request: &PasteRequest) -> Result<Reading, DeskError> {
    let column = |it: &PasteUse| match it {
        PasteUse::Ignored => Ok(Column::Ignored),
        PasteUse::Name => Ok(Column::Name),
        PasteUse::Alike => Ok(Column::Alike),
        PasteUse::Fact { fact } => {
            let found = desk.catalog().find_fact(fact);
            let not_found = || DeskError::NotFound { what: "fact", name: fact.clone() };
            found.map(Column::Fact).ok_or_else(not_found)
        }
    };
    let columns = request.columns.as_ref().map(|it| it.iter().map(column).collect()).transpose()?;
    Ok(Reading { header: request.header, columns, together: request.together })
}

fn page(desk: &Desk, paste: &Paste) -> PastePage {
    let catalog = desk.catalog();
    let facts = &catalog.list(paste.list).facts;
    let faulty = paste.rows.iter().filter(|it| !it.faults.is_empty()).count();
    let mut faults_left = FAULTY;
    let rows = paste.rows.iter().enumerate().filter(|(idx, it)| {
        let told = !it.faults.is_empty() && 0 < faults_left;
        faults_left -= usize::from(told);
        *idx < FIRST || told
    });
    PastePage {
        header: paste.header,
        columns: paste.columns.iter().map(|it| column(catalog, it)).collect(),
        facts: facts.iter().map(|it| fact(catalog, *it)).collect(),
        rows: rows.map(|(_, it)| row(catalog, paste, it)).collect(),
        total: n(paste.rows.len()),
        faulty: n(faulty),
        entries: n(paste.entries.len()),
    }
}

fn column(catalog: &Catalog, column: &PastedColumn) -> PasteColumn {
    let read_as = match column.column {
        Column::Ignored => PasteUse::Ignored,
        Column::Name => PasteUse::Name,
        Column::Alike => PasteUse::Alike,
        Column::Fact(fact) => PasteUse::Fact { fact: catalog.fact(fact).id.to_string() },
    };
    PasteColumn { title: column.title.clone(), sample: column.sample.clone(), column: read_as }
}

fn fact(catalog: &Catalog, fact: FactRef) -> PasteFact {
    let declared = catalog.fact(fact);
    PasteFact { fact: declared.id.to_string(), name: (&declared.name).into() }
}

fn row(catalog: &Catalog, paste: &Paste, row: &PastedRow) -> PasteRow {
    let list = catalog.list(paste.list);
    let entries = json!([row.fields]);
    let json = Json::Object(Map::from_iter([(list.id.to_string(), entries)]));
    let (read, _) = read_profile(catalog, &json);
    let entry = read.lists.get(&paste.list).and_then(|it| it.entries.first());
    PasteRow {
        line: n(row.line),
        name: row.name.clone(),
        n: entry.map_or(Said(json!(1)), alike),
        said: entry.map(|it| words::facts(catalog, &list.facts, it)).unwrap_or_default().into(),
        faults: row.faults.iter().map(Text::from).collect(),
    }
}
