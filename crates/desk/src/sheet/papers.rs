//! All papers of what one can apply for, each once, and where everything was read, each document once.

use policy::{Edition, Text};

use super::{Source, Telling, item::Told};
use crate::{Assessed, Stop, to_do, words};

/// An edition that an item tells of.
struct Numbered<'a> {
    number: usize,
    edition: &'a Edition,
}

/// The papers of what one can apply for now and that has a place on the sheet, by the place where they are handed in; where the
/// reader chose some of it, the papers of those alone.
pub(super) fn stops(assessed: &Assessed<'_>, sections: &[Told<'_>]) -> Vec<Stop> {
    let on_sheet = applied_for(sections).flat_map(|it| {
        let n_chosen = n_chosen(assessed, it);
        numbered(assessed, it).take(if n_chosen == 0 { it.section.most } else { n_chosen })
    });
    to_do::stops(assessed.catalog(), on_sheet.map(|it| (it.number, it.edition)))
}

/// The papers of all that one can apply for now.
pub(super) fn all_stops(assessed: &Assessed<'_>, sections: &[Told<'_>]) -> Vec<Stop> {
    let all = applied_for(sections).flat_map(|it| numbered(assessed, it));
    to_do::stops(assessed.catalog(), all.map(|it| (it.number, it.edition)))
}

/// What the papers on the sheet are for, where they are not for all that one can apply for now.
pub(super) fn meant(assessed: &Assessed<'_>, sections: &[Told<'_>]) -> Text {
    if applied_for(sections).any(|it| n_chosen(assessed, it) != 0) {
        words::text("只列您选了要申请的几项的材料", "For those alone that you chose to apply for")
    } else if applied_for(sections).any(|it| it.section.most < it.section.items.len()) {
        words::text(
            "上面列出的各项要的；其余的在软件的“要办的事”里",
            "For the items listed above; the others are under “To do” in the program",
        )
    } else {
        Text::default()
    }
}

fn applied_for<'s, 'a>(sections: &'s [Told<'a>]) -> impl Iterator<Item = &'s Told<'a>> {
    sections.iter().filter(|it| it.section.telling == Telling::Rows)
}

/// How many of a section the reader chose; they are its first ones.
fn n_chosen(assessed: &Assessed<'_>, told: &Told<'_>) -> usize {
    told.results.iter().filter(|it| assessed.is_chosen(it)).count()
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
