//! What is not wrong by itself and yet not as it should be: for authors, before a pack is published.

mod accepted;
mod editions;
mod exclusions;
mod expressions;
mod languages;
mod months;
mod options;
mod parameters;
mod questions;
mod reasoning;
mod sources;
mod succession;
mod unused;
mod unwritten;

use policy::{Catalog, Date, Edition, Policy, lang::Scope};
use rayon::prelude::*;

use crate::{
    Files, Loaded, Remark,
    cases::read_cases,
    load::{EditionFiles, Layout, documents, is_cases, layout},
    read::Document,
    remark::{Remarks, sort},
};

/// All remarks on a pack: what was found in reading it, what is wrong in its cases, what a second look finds.
///
/// How long ago a source was read is reckoned as of the day given.
pub fn check(loaded: &Loaded, as_of: Date) -> Vec<Remark> {
    let files = &loaded.files;
    let mut found = loaded.remarks.clone();
    found.extend(read_cases(loaded).1);
    // What the first look found has been told.
    let documents = documents(&mut Remarks::new(files), files, |_| true);
    let layout = layout(&mut Remarks::new(files), files, &documents);
    found.extend(look_at_editions(files, &loaded.catalog, &layout));
    found.extend(look_at_facts(files, &loaded.catalog, &layout));
    let mut remarks = Remarks::new(files);
    let with_words = documents.iter().filter(|it| !is_cases(it.file));
    with_words.for_each(|it| languages::check(&mut remarks, it));
    exclusions::check(&mut remarks, &loaded.catalog, &layout);
    sources::check(&mut remarks, &layout, as_of);
    questions::check(&mut remarks, &layout);
    unwritten::check(&mut remarks, files);
    // What is broken may well use what seems unused.
    if !loaded.has_errors() {
        unused::check(&mut remarks, &loaded.catalog, &layout);
        options::check(&mut remarks, &loaded.catalog, &layout);
    }
    found.extend(remarks.finish());
    let mut remarks = Remarks::new(files);
    accepted::take_out(&mut remarks, &layout, &mut found);
    found.extend(remarks.finish());
    sort(&mut found);
    found
}

/// Edition by edition; each is looked at by itself.
fn look_at_editions(files: &Files, catalog: &Catalog, layout: &Layout<'_>) -> Vec<Remark> {
    let scope = Scope::from(catalog);
    let editions = editions_of(catalog, layout).into_par_iter();
    let looked = editions.flat_map_iter(|(policy, edition, edition_files)| {
        let mut remarks = Remarks::new(files);
        editions::check(&mut remarks, edition_files);
        expressions::check(&mut remarks, &scope, edition, edition_files);
        languages::check_texts(&mut remarks, edition_files);
        months::check(&mut remarks, catalog, edition_files);
        parameters::check(&mut remarks, catalog, edition, edition_files);
        reasoning::check(&mut remarks, catalog, &scope, (policy, edition), edition_files);
        succession::check(&mut remarks, catalog, policy, edition, edition_files);
        remarks.finish()
    });
    looked.collect()
}

/// File by file: questions, and what is made of their answers.
fn look_at_facts(files: &Files, catalog: &Catalog, layout: &Layout<'_>) -> Vec<Remark> {
    let scope = Scope::from(catalog);
    let documents: Vec<&Document<'_>> = layout.facts.clone();
    let looked = documents.into_par_iter().flat_map_iter(|document| {
        let mut remarks = Remarks::new(files);
        reasoning::check_questions(&mut remarks, catalog, &scope, document);
        remarks.finish()
    });
    looked.collect()
}

/// The editions of the policies that live, with their files.
fn editions_of<'c, 'l, 'd>(
    catalog: &'c Catalog,
    layout: &'l Layout<'d>,
) -> Vec<(&'c Policy, &'c Edition, &'l EditionFiles<'d>)> {
    let mut all = Vec::new();
    for policy in &catalog.policies {
        let Some(files) = layout.policies.get(policy.id.as_str()) else { continue };
        let editions = policy.editions.iter();
        all.extend(editions.filter_map(|it| Some((policy, it, files.editions.get(it.id.as_str())?))));
    }
    all
}
