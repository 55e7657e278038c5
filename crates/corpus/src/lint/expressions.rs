//! Tests that ask for nothing.

use policy::{
    Edition, Formula,
    lang::{self, Scope},
};

use crate::{
    load::{EditionFiles, Said, said_in_rule},
    remark::Remarks,
};

pub(crate) fn check(remarks: &mut Remarks<'_>, scope: &Scope, edition: &Edition, files: &EditionFiles<'_>) {
    let Some(document) = files.rule else { return };
    for said in said_in_rule(&document.root()) {
        if said.key == "test" {
            tell_constant(remarks, scope, edition, &said);
        }
    }
}

fn tell_constant(remarks: &mut Remarks<'_>, scope: &Scope, edition: &Edition, said: &Said<'_>) {
    let Ok(ast) = lang::parse(said.written.text) else { return };
    let context = said.context(edition.rule.for_each);
    let Ok(Formula { uses, .. }) = lang::check_test(&ast, scope, context) else { return };
    if uses.facts.is_empty() && uses.lists.is_empty() && uses.policies.is_empty() {
        let message = "the test mentions no fact: it says the same of everybody";
        remarks.warn(&said.written.place, "constant-test", message);
    }
}
