//! All papers in one list, each once, by the place where it is handed in; and all sources, each once.

use std::collections::BTreeMap;

use eligibility::PolicyResult;
use policy::{Channel, Edition, Text};

use super::{
    Paper, PaperGroup, Source,
    item::{Told, place},
};
use crate::{Assessed, words};

/// The papers of all items told in full, grouped by place; what several places want comes first.
pub(super) fn groups(assessed: &Assessed<'_>, sections: &[Told<'_>]) -> Vec<PaperGroup> {
    let mut wanted: Vec<Wanted> = Vec::new();
    for told in sections.iter().filter(|it| it.section.full) {
        for (item, result) in told.section.items.iter().zip(&told.results) {
            collect(assessed, result, item.number, &mut wanted);
        }
    }
    let mut groups: BTreeMap<(bool, usize), PaperGroup> = BTreeMap::new();
    for paper in &wanted {
        let several = 1 < paper.places.len();
        let first = paper.places.first().cloned().unwrap_or_default();
        // Groups come in the order in which their first item does; what several want before all.
        let number = paper.paper.serves.first().copied().unwrap_or_default();
        let known = groups.iter().find(|(_, it)| !several && it.place == first).map(|(at, _)| *at);
        let at = known.unwrap_or(if several { (false, 0) } else { (true, number) });
        let place = if several { words::text("几处都要", "Wanted at several places") } else { first };
        let group = groups.entry(at).or_insert_with(|| PaperGroup { place, papers: Vec::new() });
        group.papers.push(paper.paper.clone());
    }
    groups.into_values().collect()
}

/// A paper, and the places that want it.
struct Wanted {
    paper: Paper,
    places: Vec<Text>,
}

fn collect(assessed: &Assessed<'_>, result: &PolicyResult, number: usize, wanted: &mut Vec<Wanted>) {
    let Some((_, edition)) = assessed.edition(result) else { return };
    let place = where_to(edition);
    for bring in &edition.bring {
        let said = words::paper(assessed.catalog(), bring);
        let idx = wanted.iter().position(|it| it.paper.label == said.label).unwrap_or_else(|| {
            let paper = Paper { label: said.label, note: said.note, serves: Vec::new() };
            wanted.push(Wanted { paper, places: Vec::new() });
            wanted.len() - 1
        });
        let known = &mut wanted[idx];
        if !known.paper.serves.contains(&number) {
            known.paper.serves.push(number);
        }
        if !known.places.contains(&place) {
            known.places.push(place.clone());
        }
    }
}

/// Where the papers go: the counter where there is one, else the portal.
fn where_to(edition: &Edition) -> Text {
    let counter = edition.places.iter().find(|it| it.channel == Channel::Counter);
    let first = counter.or(edition.places.first());
    first.map_or_else(|| words::text("到哪里办没有查到", "Where to apply was not found"), place)
}

/// Where the items told in full were read.
pub(super) fn sources(assessed: &Assessed<'_>, sections: &[Told<'_>]) -> Vec<Source> {
    let mut sources: Vec<Source> = Vec::new();
    for told in sections.iter().filter(|it| it.section.full) {
        for (item, result) in told.section.items.iter().zip(&told.results) {
            let read = assessed.edition(result).map(|it| it.1.sources.as_slice()).unwrap_or_default();
            for (title, note) in read.iter().map(words::source) {
                match sources.iter_mut().find(|it| it.title == title) {
                    Some(known) if known.serves.contains(&item.number) => {}
                    Some(known) => known.serves.push(item.number),
                    None => sources.push(Source { title, note, serves: vec![item.number] }),
                }
            }
        }
    }
    sources
}
