//! Reads and checks cases: facts against the pack, expectations against what they are of.

use policy::{Catalog, Date, Edition, Policy, Profile, Text};

use super::{
    Case, Expected, Judged, Shows,
    expect::read_expected,
    facts, figures,
    json::{Places, merged},
};
use crate::{
    Loaded, ProfileMistake, Remark,
    load::{documents, is_cases, layout},
    profile::{read_assumed, read_profile},
    read::{Document, Table, form::Form, forms, is_sound},
    remark::{Place, Remarks, Severity},
};

/// Reads the cases of what lives, and tells what is wrong with them.
pub fn read_cases(loaded: &Loaded) -> (Vec<Case>, Vec<Remark>) {
    let Loaded { files, catalog, .. } = loaded;
    let mut remarks = Remarks::new(files);
    let documents = documents(&mut remarks, files, is_cases);
    // What is wrong with the names of files was told when the pack was read.
    let layout = layout(&mut Remarks::new(files), files, &documents);
    let mut cases = Vec::new();
    cases.extend(layout.parameter_cases.iter().flat_map(|it| figures::read(&mut remarks, catalog, it)));
    cases.extend(layout.fact_cases.iter().flat_map(|it| facts::read(&mut remarks, catalog, it)));
    for policy in &catalog.policies {
        for edition in &policy.editions {
            let files =
                layout.policies.get(policy.id.as_str()).and_then(|it| it.editions.get(edition.id.as_str()));
            if let Some(document) = files.and_then(|it| it.cases) {
                cases.extend(read_verdicts(&mut remarks, catalog, policy, edition, document));
            }
        }
    }
    (cases, remarks.finish())
}

/// Reads the cases of a file; one with a mistake is left out.
pub(super) fn sound_cases<'d>(
    remarks: &mut Remarks<'_>,
    form: &'static Form,
    document: &'d Document<'d>,
    mut read: impl FnMut(&mut Remarks<'_>, &Table<'d>, &Table<'d>) -> Option<Case>,
) -> Vec<Case> {
    let root = document.root();
    let mut cases = Vec::new();
    for table in root.tables("case") {
        let n_before = remarks.n_errors();
        let case = read(remarks, &root, &table);
        if remarks.n_errors() == n_before && is_sound(form, &table) {
            cases.extend(case);
        }
    }
    cases
}

fn read_verdicts(
    remarks: &mut Remarks<'_>,
    catalog: &Catalog,
    policy: &Policy,
    edition: &Edition,
    document: &Document<'_>,
) -> Vec<Case> {
    sound_cases(remarks, &forms::CASE, document, |remarks, root, table| {
        let on = table.date("on")?;
        let profile = read_given(remarks, catalog, root, table, on);
        let expected: Expected = read_expected(remarks, catalog, edition, &profile, table);
        let (policy, edition) = (policy.id.clone(), edition.id.clone());
        Some(Case {
            file: table.place.file.to_owned(),
            line: remarks.line(&table.place),
            name: table.string("name")?,
            shows: Shows::Verdict(Box::new(Judged { policy, edition, on, profile, expected })),
        })
    })
}

/// What all cases are given, changed by what this one is given and assumes.
pub(super) fn read_given(
    remarks: &mut Remarks<'_>,
    catalog: &Catalog,
    root: &Table<'_>,
    table: &Table<'_>,
    on: Date,
) -> Profile {
    let (json, places) = merged(root.value("given").into_iter().chain(table.value("given")));
    let (mut profile, mistakes) = read_profile(catalog, &json);
    tell(remarks, mistakes, &places, &table.place);
    let (json, places) = merged(table.value("assume"));
    let (assumed, mistakes) = read_assumed(catalog, &json);
    tell(remarks, mistakes, &places, &table.place);
    profile.assumed = assumed;
    check_never(remarks, catalog, &profile, on, table);
    profile
}

fn tell(
    remarks: &mut Remarks<'_>,
    mistakes: Vec<ProfileMistake>,
    places: &Places<'_>,
    otherwise: &Place<'_>,
) {
    for ProfileMistake { key, message, hint, .. } in mistakes {
        let place = places.find(&key).unwrap_or(otherwise);
        let message = if key.is_empty() { message } else { format!("`{key}`: {message}") };
        remarks.add(Severity::Error, place, "wrong-fact", message, hint);
    }
}

/// No case may be about an enterprise that cannot be.
fn check_never(remarks: &mut Remarks<'_>, catalog: &Catalog, profile: &Profile, on: Date, table: &Table<'_>) {
    for never in &catalog.never {
        if eligibility::holds(catalog, &never.test.tree, profile, on).is_yes() {
            let message = format!("these facts cannot be together: {}", never.label.en);
            remarks.error(&table.place, "never", message);
            let test = &never.test.ast;
            remarks.hint(Text::new(
                format!("政策包写明不可能 `{test}`"),
                format!("the pack says never `{test}`"),
            ));
        }
    }
}
