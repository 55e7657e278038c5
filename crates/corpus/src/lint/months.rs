//! Limits that count in full months and so run almost a month too long.

use policy::{
    Catalog, DerivedValue, Text,
    lang::{self, Ast, Kind, Operator},
};

use crate::{
    load::{EditionFiles, said_in_rule},
    remark::{Place, Remarks},
};

pub(crate) fn check(remarks: &mut Remarks<'_>, catalog: &Catalog, files: &EditionFiles<'_>) {
    let Some(document) = files.rule else { return };
    for said in said_in_rule(&document.root()) {
        let (Ok(ast), Some(place)) = (lang::parse(said.written.text), said.written.inner_place()) else {
            continue;
        };
        ast.visit(&mut |it| {
            if let Some(limit) = counted_in_months(catalog, it) {
                let span = place.span.start + it.span.start..place.span.start + it.span.end;
                let message = "counted in full months, the limit runs almost a month too long";
                remarks.warn(&Place { file: place.file, span }, "month-too-long", message);
                remarks.hint(limit.in_days());
            }
        });
    }
}

/// A limit on the months from one day to another.
struct Limit<'a> {
    from: &'a Ast,
    to: &'a Ast,
    /// Whether it asks for more than the limit.
    is_above: bool,
}

impl Limit<'_> {
    fn in_days(&self) -> Text {
        let Limit { from, to, is_above } = self;
        if *is_above {
            let form = format!("`{to} > add_months({from}, …)`");
            Text::new(
                format!("请写成 {form}，最后一天就不算在内"),
                format!("write {form}; the last day is then outside"),
            )
        } else {
            let form = format!("`{to} <= add_months({from}, …)`");
            Text::new(
                format!("请写成 {form}，或写成受理期，最后一天就算在内"),
                format!("write {form}, or a window; the last day is then inside"),
            )
        }
    }
}

/// `months <= n`, `months > n` and `months in a..=n`, whichever way they are turned. `>=` and `<` are exact: a month is
/// full on the day on which they change.
fn counted_in_months<'a>(catalog: &'a Catalog, ast: &'a Ast) -> Option<Limit<'a>> {
    let Kind::Binary(operator, left, right) = &ast.kind else { return None };
    let (months, is_above) = match operator {
        Operator::AtMost => (left, false),
        Operator::AtLeast => (right, false),
        Operator::Above => (left, true),
        Operator::Below => (right, true),
        Operator::In if matches!(right.kind, Kind::Binary(Operator::To, ..)) => (left, false),
        _ => return None,
    };
    let (from, to) = months_between(catalog, months)?;
    Some(Limit { from, to, is_above })
}

/// The two days, where an expression or the derived fact that it names counts the months between them.
fn months_between<'a>(catalog: &'a Catalog, ast: &'a Ast) -> Option<(&'a Ast, &'a Ast)> {
    match &ast.kind {
        Kind::Call { name, arguments } if name == "months_between" => match arguments.as_slice() {
            [from, to] => Some((from, to)),
            _ => None,
        },
        Kind::Name(name) => match &catalog.derived(catalog.find_derived(name)?).value {
            DerivedValue::Quantity(formula) => months_between(catalog, &formula.ast),
            _ => None,
        },
        _ => None,
    }
}
