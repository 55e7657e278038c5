//! `facts/cases.toml`: what follows from facts.

use policy::{
    Catalog, Formula, Profile, Test,
    lang::{self, Context, Scope},
};

use super::{
    Case, Reckoned, Shows,
    read::{read_given, sound_cases},
};
use crate::{
    load::expression,
    read::{Document, Table, forms},
    remark::Remarks,
};

pub(super) fn read(remarks: &mut Remarks<'_>, catalog: &Catalog, document: &Document<'_>) -> Vec<Case> {
    let scope = Scope::from(catalog);
    sound_cases(remarks, &forms::FACT_CASE, document, |remarks, root, table| {
        let on = table.date("on")?;
        let profile = read_given(remarks, catalog, root, table, on);
        Some(Case {
            file: table.place.file.to_owned(),
            line: remarks.line(&table.place),
            name: table.string("name")?,
            shows: Shows::Facts(Box::new(Reckoned {
                on,
                profile,
                holds: read_tests(remarks, &scope, table),
            })),
        })
    })
}

fn read_tests(remarks: &mut Remarks<'_>, scope: &Scope, table: &Table<'_>) -> Vec<Formula<Test>> {
    let mut tests = Vec::new();
    for written in table.strings("holds") {
        let Some(ast) = expression::parse(remarks, &written) else { continue };
        let checked = lang::check_test(&ast, scope, Context::default());
        tests.extend(expression::told(remarks, &written, checked));
    }
    tests
}

/// A sentence for each test that does not hold.
pub(super) fn differences(catalog: &Catalog, reckoned: &Reckoned) -> Vec<String> {
    let Reckoned { on, profile, holds } = reckoned;
    holds.iter().filter_map(|it| difference(catalog, profile, *on, it)).collect()
}

fn difference(
    catalog: &Catalog,
    profile: &Profile,
    on: policy::Date,
    test: &Formula<Test>,
) -> Option<String> {
    let outcome = eligibility::holds(catalog, &test.tree, profile, on);
    if outcome.is_yes() {
        return None;
    }
    let how = if outcome.is_no() { "does not hold" } else { "is not known" };
    Some(format!("`{}` {how}", test.ast))
}
