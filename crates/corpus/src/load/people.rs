//! Papers, directory and synonyms: what is shown as it is written.

use policy::{DirectoryEntry, Getting, Id, Paper, Period, Source, SourceKind, Synonym};

use super::{Loading, names::Names};
use crate::read::{Document, Table, forms, is_sound};

pub(crate) fn read_papers<'d>(loading: &mut Loading<'d>, documents: &[&'d Document<'d>]) {
    let mut names = Names::default();
    for table in documents.iter().flat_map(|it| it.root().tables("paper")) {
        if let Some(id) = names.declare(&mut loading.remarks, &table) {
            let paper = Paper {
                name: table.label().unwrap_or_default(),
                form: table.text("form").unwrap_or_default(),
                issuer: table.string("issuer"),
                copies: table.integer("copies"),
                getting: read_getting(&table),
            };
            loading.catalog.papers.insert(id, paper);
        }
    }
}

fn read_getting(table: &Table<'_>) -> Getting {
    match table.written("get").map(|it| it.text) {
        Some("issued") => Getting::Issued,
        Some("form") => Getting::Form,
        _ => Getting::Own,
    }
}

pub(crate) fn read_directory<'d>(loading: &mut Loading<'d>, documents: &[&'d Document<'d>]) {
    let mut names = Names::default();
    for table in documents.iter().flat_map(|it| it.root().tables("place")) {
        let id = names.declare::<Id>(&mut loading.remarks, &table);
        let entry =
            id.filter(|_| is_sound(&forms::PLACE, &table)).and_then(|it| read_place(&table, it.to_string()));
        loading.catalog.directory.extend(entry);
    }
    loading.catalog.directory.sort_by(|a, b| a.id.cmp(&b.id));
}

fn read_place(table: &Table<'_>, id: String) -> Option<DirectoryEntry> {
    let text = |key| table.text(key).unwrap_or_default();
    Some(DirectoryEntry {
        id,
        kind: table.string("kind")?,
        name: table.label()?,
        also: table.texts("also"),
        about: text("about"),
        address: text("address"),
        hours: text("hours"),
        phone: table.texts("phone"),
        url: table.string("url"),
        open: text("open"),
        as_of: table.date("as_of"),
        records: table.texts("records"),
        sources: read_sources(table),
    })
}

pub(crate) fn read_synonyms(loading: &mut Loading<'_>, document: Option<&Document<'_>>) {
    for table in document.iter().flat_map(|it| it.root().tables("synonym")) {
        let (words, means) = (table.texts("words"), table.string("means"));
        if let Some(means) = means.filter(|_| !words.is_empty()) {
            loading.catalog.synonyms.push(Synonym { words, means });
        }
    }
}

/// All `[[source]]` of an edition or a directory entry.
pub(crate) fn read_sources(table: &Table<'_>) -> Vec<Source> {
    table.tables("source").iter().filter_map(read_source).collect()
}

fn read_source(table: &Table<'_>) -> Option<Source> {
    let kind = match table.written("kind")?.text {
        "official" => SourceKind::Official,
        "official-copy" => SourceKind::OfficialCopy,
        "official-repost" => SourceKind::OfficialRepost,
        "newspaper" => SourceKind::Newspaper,
        "university" => SourceKind::University,
        "secondary" => SourceKind::Secondary,
        _ => return None,
    };
    let date: Option<Period> = table.period("date");
    Some(Source {
        title: table.string("title")?,
        number: table.string("number"),
        issuer: table.string("issuer"),
        date,
        kind,
        supports: table.string("supports").unwrap_or_default(),
        checked: table.date("checked"),
        url: table.string("url"),
    })
}
