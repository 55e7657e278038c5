//! The expressions of a catalog, to be changed in place; in the order in which `places` finds them in the files.

use std::sync::Arc;

use policy::{
    AmountValue, Day, DerivedValue, Edition, Formula, Part, Quantity, Requirement, Test,
    lang::{self, Ast, Context, Scope},
};

/// An expression that can be given another tree.
pub(super) trait Slot {
    /// Gives it this tree; `false` where that has no meaning, or the meaning it had.
    fn change(&mut self, ast: &Ast, scope: &Scope, context: Context) -> bool;
}

macro_rules! slot {
    ($meaning:ty, $check:path) => {
        impl Slot for Formula<$meaning> {
            fn change(&mut self, ast: &Ast, scope: &Scope, context: Context) -> bool {
                let Ok(changed) = $check(ast, scope, context) else { return false };
                let differs = changed.tree != self.tree;
                *self = changed;
                differs
            }
        }
    };
}

slot!(Test, lang::check_test);
slot!(Quantity, lang::check_quantity);
slot!(Day, lang::check_day);

impl Slot for DerivedValue {
    fn change(&mut self, ast: &Ast, scope: &Scope, context: Context) -> bool {
        match self {
            DerivedValue::Test(it) => it.change(ast, scope, context),
            DerivedValue::Quantity(it) => it.change(ast, scope, context),
            DerivedValue::Day(it) => it.change(ast, scope, context),
            DerivedValue::Pick(it) => {
                let Ok(changed) = lang::check_pick(ast, scope, context) else { return false };
                std::mem::replace(it, changed).tree != it.tree
            }
            DerivedValue::Picks(it) => {
                let Ok(changed) = lang::check_picks(ast, scope, context) else { return false };
                std::mem::replace(it, changed).tree != it.tree
            }
        }
    }
}

/// All expressions of an edition's rule, each with where it stands.
pub(super) fn of_edition(edition: &mut Edition) -> Vec<(&mut dyn Slot, Context)> {
    let rule = &mut edition.rule;
    let enterprise = Context::default();
    let entry = Context { entry: rule.for_each, ..enterprise };
    let counting = rule.for_each.is_some();
    let mut all: Vec<(&mut dyn Slot, Context)> = Vec::new();
    rule.conditions.iter_mut().for_each(|it| of_requirement(&mut it.requirement, enterprise, &mut all));
    rule.each.iter_mut().for_each(|it| of_requirement(&mut it.requirement, entry, &mut all));
    for window in &mut rule.windows {
        let days = window.opens.iter_mut().chain(&mut window.closes);
        all.extend(days.map(|it| (it as &mut dyn Slot, enterprise)));
    }
    for amount in &mut rule.amounts {
        let mut payee = Context { counted: counting, ..enterprise };
        match &mut amount.value {
            Some(AmountValue::Whole(it)) => all.push((it, payee)),
            Some(AmountValue::Each(it)) => {
                payee = Context { counted: counting, ..entry };
                all.push((it, payee));
            }
            None => {}
        }
        all.extend(amount.within.iter_mut().map(|it| (it as &mut dyn Slot, enterprise)));
        let days = amount.payment.from.iter_mut().chain(&mut amount.payment.until);
        all.extend(days.map(|it| (it as &mut dyn Slot, payee)));
        all.extend(amount.payment.for_months.iter_mut().map(|it| (it as &mut dyn Slot, payee)));
    }
    all
}

fn of_requirement<'e>(
    requirement: &'e mut Requirement,
    context: Context,
    all: &mut Vec<(&'e mut dyn Slot, Context)>,
) {
    match requirement {
        Requirement::Test(it) => all.push((Arc::<Formula<Test>>::make_mut(it) as &mut dyn Slot, context)),
        Requirement::Officer => {}
        Requirement::Any(parts) | Requirement::All(parts) => {
            parts.iter_mut().for_each(|it| of_requirement(&mut it.requirement, context, all));
        }
        Requirement::Not(part) => of_requirement(&mut part.requirement, context, all),
    }
}

/// Turns the `nth` junction of a rule round: `any` and `all` for each other, `not` for what is in it.
pub(super) fn turn_junction(edition: &mut Edition, nth: usize) -> bool {
    let mut left = nth;
    let conditions = edition.rule.conditions.iter_mut().chain(&mut edition.rule.each);
    conditions.map(|it| &mut it.requirement).any(|it| turn(it, &mut left))
}

fn turn(requirement: &mut Requirement, left: &mut usize) -> bool {
    let here = !matches!(requirement, Requirement::Test(_) | Requirement::Officer);
    if here && *left == 0 {
        *requirement = turned(std::mem::replace(requirement, Requirement::Officer));
        return true;
    }
    *left -= usize::from(here);
    match requirement {
        Requirement::Test(_) | Requirement::Officer => false,
        Requirement::Any(parts) | Requirement::All(parts) => {
            parts.iter_mut().any(|it| turn(&mut it.requirement, left))
        }
        Requirement::Not(part) => turn(&mut part.requirement, left),
    }
}

fn turned(requirement: Requirement) -> Requirement {
    match requirement {
        Requirement::Any(parts) => Requirement::All(parts),
        Requirement::All(parts) => Requirement::Any(parts),
        Requirement::Not(part) => {
            let Part { requirement, .. } = *part;
            requirement
        }
        same @ (Requirement::Test(_) | Requirement::Officer) => same,
    }
}
