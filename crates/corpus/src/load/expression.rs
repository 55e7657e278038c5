//! Expressions in files: their mistakes become remarks at the place in the file.

use std::sync::Arc;

use policy::{
    Day, DerivedValue, Formula, Owner, Quantity, Test, Text,
    lang::{self, Ast, Context, Mistake, Scope},
};

use super::Loading;
use crate::{
    read::Written,
    remark::{Place, Remarks, Severity},
};

/// Where a fact or derived fact of this owner stands.
pub(crate) fn of(owner: Owner) -> Context {
    match owner {
        Owner::Enterprise => Context::default(),
        Owner::Entry(list) => Context { entry: Some(list), counted: false },
    }
}

pub(crate) fn test(
    loading: &mut Loading<'_>,
    written: &Written<'_>,
    context: Context,
) -> Option<Formula<Test>> {
    formula(loading, written, |ast, scope| lang::check_test(ast, scope, context))
}

/// The same test as any other that says the same.
pub(crate) fn shared_test(
    loading: &mut Loading<'_>,
    written: &Written<'_>,
    context: Context,
) -> Option<Arc<Formula<Test>>> {
    let formula = test(loading, written, context)?;
    let alike = loading.tests.entry(formula.ast.to_string()).or_default();
    // In rules over different lists one text means different things.
    let known = alike.iter().find(|it| ***it == formula).map(Arc::clone);
    Some(known.unwrap_or_else(|| {
        let formula = Arc::new(formula);
        alike.push(Arc::clone(&formula));
        formula
    }))
}

pub(crate) fn quantity(
    loading: &mut Loading<'_>,
    written: &Written<'_>,
    context: Context,
) -> Option<Formula<Quantity>> {
    formula(loading, written, |ast, scope| lang::check_quantity(ast, scope, context))
}

pub(crate) fn day(
    loading: &mut Loading<'_>,
    written: &Written<'_>,
    context: Context,
) -> Option<Formula<Day>> {
    formula(loading, written, |ast, scope| lang::check_day(ast, scope, context))
}

/// The meaning of a derived fact, of which the tree is known already.
pub(crate) fn derived(
    loading: &mut Loading<'_>,
    written: &Written<'_>,
    ast: &Ast,
    context: Context,
) -> Option<DerivedValue> {
    let checked = lang::check_derived(ast, &mut loading.scope, context);
    told(&mut loading.remarks, written, checked)
}

/// The tree as written.
pub(crate) fn parse(remarks: &mut Remarks<'_>, written: &Written<'_>) -> Option<Ast> {
    if written.inner_place().is_none() {
        remarks.error(&written.place, "escape", "an expression is written without escapes");
        remarks.hint(Text::new(
            "表达式用双引号，里面的选项用单引号",
            "put it in double quotes and options in single ones",
        ));
        return None;
    }
    told(remarks, written, lang::parse(written.text))
}

fn formula<T>(
    loading: &mut Loading<'_>,
    written: &Written<'_>,
    check: impl FnOnce(&Ast, &Scope) -> Result<Formula<T>, Vec<Mistake>>,
) -> Option<Formula<T>> {
    let ast = parse(&mut loading.remarks, written)?;
    let checked = check(&ast, &loading.scope);
    let formula = told(&mut loading.remarks, written, checked)?;
    let unsure = formula.uses.facts.keys().find(|it| loading.unsure.contains(it));
    if let Some(fact) = unsure.map(|it| loading.catalog.fact(*it)) {
        let message = format!("whether `{}` is asked is not known: its `ask_if` has a mistake", fact.id);
        loading.remarks.error(&written.place, "broken-name", message);
        return None;
    }
    Some(formula)
}

/// What came out, or a remark for each mistake.
pub(crate) fn told<T>(
    remarks: &mut Remarks<'_>,
    written: &Written<'_>,
    result: Result<T, Vec<Mistake>>,
) -> Option<T> {
    let mistakes = match result {
        Ok(value) => return Some(value),
        Err(mistakes) => mistakes,
    };
    let start = written.inner_place().map_or(written.place.span.start, |it| it.span.start);
    for mistake in mistakes {
        let span = start + mistake.span.start..start + mistake.span.end;
        let place = Place { file: written.place.file, span };
        remarks.add(Severity::Error, &place, mistake.code.as_str(), mistake.message, mistake.hint);
    }
    None
}
