//! What the rules of a pack say of anybody at all: the conditions that nobody can meet or nobody can fail, and the
//! ways through an expression that nobody takes. The evaluator reasons; here it is asked, and its answers are told.

mod branches;
mod conditions;
mod contradictions;
mod ground;
mod questions;
mod wholes;

use policy::{
    Catalog, Edition, Policy,
    lang::{self, Scope},
};

pub(crate) use questions::check as check_questions;

use crate::{
    load::{EditionFiles, said_in_rule},
    remark::Remarks,
};
use ground::Ground;

/// Reasons about one edition of a policy.
pub(crate) fn check(
    remarks: &mut Remarks<'_>,
    catalog: &Catalog,
    scope: &Scope,
    (policy, edition): (&Policy, &Edition),
    files: &EditionFiles<'_>,
) {
    let Some(document) = files.rule else { return };
    let rule = document.root();
    let ground = Ground::of_edition(catalog, scope, policy, edition, &said_in_rule(&rule));
    let n_before = remarks.n_errors();
    conditions::check(remarks, &ground, edition, &rule);
    contradictions::check(remarks, &ground, edition, &rule);
    // Of what was told, the whole follows.
    if remarks.n_errors() == n_before {
        wholes::check(remarks, &ground, edition, &rule);
    }
    for said in said_in_rule(&rule) {
        let (Ok(ast), Some(place)) = (lang::parse(said.written.text), said.written.inner_place()) else {
            continue;
        };
        branches::check(remarks, &ground, &place, &ast, said.context(edition.rule.for_each));
    }
}
