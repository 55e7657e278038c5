//! All papers of what one can apply for, each once, and where everything was read, each document once.

use policy::{Edition, Text};

use super::{Source, Telling, item::Told};
use crate::{Assessed, Stop, to_do, words};

/// An edition that an item tells of.
struct Numbered<'a> {
    number: usize,
    edition: &'a Edition,
}

/// The papers of all that one can apply for now and that has a place on the sheet, by the place where they are handed in.
pub(super) fn stops(assessed: &Assessed<'_>, sections: &[Told<'_>]) -> Vec<Stop> {
    let applied_for = sections.iter().filter(|it| it.section.telling == Telling::Rows);
    let on_sheet = applied_for.flat_map(|it| numbered(assessed, it).take(it.section.most));
    to_do::stops(assessed.catalog(), on_sheet.map(|it| (it.number, it.edition)))
}

/// The documents on which the sheet rests, in short: of each edition its notice, or what it was read in first.
pub(super) fn documents(assessed: &Assessed<'_>, sections: &[Told<'_>]) -> Vec<Source> {
    let mut documents: Vec<Source> = Vec::new();
    for it in sections.iter().flat_map(|it| numbered(assessed, it).take(it.section.most)) {
        let notice = words::notice(it.edition);
        let title = match it.edition.sources.first() {
            Some(first) if notice.is_empty() => words::source(first).0,
            _ => notice,
        };
        if !title.is_empty() {
            add(&mut documents, title, Text::default(), it.number);
        }
    }
    documents
}

/// Where the items that are told in full were read.
pub(super) fn sources(assessed: &Assessed<'_>, sections: &[Told<'_>]) -> Vec<Source> {
    let mut sources: Vec<Source> = Vec::new();
    for it in sections.iter().filter(|it| it.section.full).flat_map(|it| numbered(assessed, it)) {
        for (title, note) in it.edition.sources.iter().map(words::source) {
            add(&mut sources, title, note, it.number);
        }
    }
    sources
}

fn numbered<'a>(assessed: &Assessed<'a>, told: &Told<'a>) -> impl Iterator<Item = Numbered<'a>> {
    let found = told.section.items.iter().zip(&told.results).filter_map(|(item, result)| {
        Some(Numbered { number: item.number, edition: assessed.edition(result)?.1 })
    });
    found.collect::<Vec<_>>().into_iter()
}

fn add(sources: &mut Vec<Source>, title: String, note: Text, number: usize) {
    match sources.iter_mut().find(|it| it.title == title) {
        Some(known) if known.serves.contains(&number) => {}
        Some(known) => known.serves.push(number),
        None => sources.push(Source { title, note, serves: vec![number] }),
    }
}
