//! Tests that say the same of everybody, and limits that run a month too long.

use policy::{
    Edition, Formula,
    lang::{self, Ast, Kind, Operator, Scope},
};

use crate::{
    load::{EditionFiles, Said, said_in_rule},
    remark::{Place, Remarks},
};

pub(crate) fn check(remarks: &mut Remarks<'_>, scope: &Scope, edition: &Edition, files: &EditionFiles<'_>) {
    let Some(document) = files.rule else { return };
    for said in said_in_rule(&document.root()) {
        let (Ok(ast), Some(place)) = (lang::parse(said.written.text), said.written.inner_place()) else {
            continue;
        };
        if said.key == "test" {
            tell_constant(remarks, scope, edition, &said, &ast);
        }
        ast.visit(&mut |it| {
            if let Some(day) = counted_in_months(it) {
                let span = place.span.start + it.span.start..place.span.start + it.span.end;
                let place = Place { file: place.file, span };
                let message = "counted in full months, the limit runs almost a month too long";
                remarks.warn(&place, "month-too-long", message);
                remarks.hint(format!("write `as_of <= add_months({day}, …)`; the last day is then inside"));
            }
        });
    }
}

fn tell_constant(remarks: &mut Remarks<'_>, scope: &Scope, edition: &Edition, said: &Said<'_>, ast: &Ast) {
    let context = said.context(edition.rule.for_each);
    let Ok(Formula { uses, .. }) = lang::check_test(ast, scope, context) else { return };
    if uses.facts.is_empty() && uses.lists.is_empty() && uses.policies.is_empty() {
        let message = "the test mentions no fact: it says the same of everybody";
        remarks.warn(&said.written.place, "constant-test", message);
    }
}

/// The day from which `months_between(day, as_of) <= n` counts, however it is turned.
fn counted_in_months(ast: &Ast) -> Option<&Ast> {
    let Kind::Binary(operator, left, right) = &ast.kind else { return None };
    match operator {
        Operator::AtMost => months_until_today(left),
        Operator::AtLeast => months_until_today(right),
        Operator::In if matches!(right.kind, Kind::Binary(Operator::To, ..)) => months_until_today(left),
        _ => None,
    }
}

fn months_until_today(ast: &Ast) -> Option<&Ast> {
    let Kind::Call { name, arguments } = &ast.kind else { return None };
    let [from, to] = arguments.as_slice() else { return None };
    let today = matches!(&to.kind, Kind::Name(name) if name == "as_of");
    (name == "months_between" && today).then_some(from)
}
