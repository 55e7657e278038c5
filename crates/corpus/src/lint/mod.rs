//! What is not wrong and yet not as it should be: for authors, before a pack is published.

mod editions;
mod expressions;
mod parameters;
mod unused;

use policy::{Catalog, Edition, Policy, lang::Scope};

use crate::{
    Files, Loaded, Remark,
    cases::read_cases,
    load::{EditionFiles, Layout, documents, layout},
    remark::{Remarks, sort},
};

/// All remarks on a pack: what was found in reading it, what is wrong in its cases, what a second look finds.
pub fn check(loaded: &Loaded) -> Vec<Remark> {
    let mut remarks = loaded.remarks.clone();
    remarks.extend(read_cases(loaded).1);
    remarks.extend(second_look(&loaded.files, &loaded.catalog, loaded.has_errors()));
    sort(&mut remarks);
    remarks
}

fn second_look(files: &Files, catalog: &Catalog, has_errors: bool) -> Vec<Remark> {
    // What the first look found has been told.
    let mut told = Remarks::new(files);
    let documents = documents(&mut told, files, |_| true);
    let layout = layout(&mut told, files, &documents);
    let scope = Scope::from(catalog);
    let mut remarks = Remarks::new(files);
    for (policy, edition, files) in editions_of(catalog, &layout) {
        expressions::check(&mut remarks, &scope, edition, files);
        parameters::check(&mut remarks, catalog, &scope, edition, files);
        editions::check(&mut remarks, policy, edition, files);
    }
    // What is broken may well use what seems unused.
    if !has_errors {
        unused::check(&mut remarks, catalog, &layout);
    }
    remarks.finish()
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
