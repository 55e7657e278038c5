//! Ways through an expression that nobody takes: arms of `match`, branches of `if`, operands that change nothing.

use policy::{
    Requirement, Text,
    lang::{Arm, Ast, Context, Kind, Operator},
    truth::Outcomes,
};

use super::{
    conditions::{only, part},
    ground::Ground,
};
use crate::remark::{Place, Remarks};

/// Looks through the expression that stands at a place; what the whole of it says is not looked at here.
pub(super) fn check(
    remarks: &mut Remarks<'_>,
    ground: &Ground<'_>,
    place: &Place<'_>,
    ast: &Ast,
    context: Context,
) {
    Branches { remarks, ground, place }.look(ast, context);
}

struct Branches<'b, 'r, 'a> {
    remarks: &'b mut Remarks<'r>,
    ground: &'b Ground<'a>,
    place: &'b Place<'b>,
}

impl Branches<'_, '_, '_> {
    fn look(&mut self, ast: &Ast, context: Context) {
        match &ast.kind {
            Kind::Binary(operator @ (Operator::And | Operator::Or), ..) => {
                let operands = chain(ast, *operator);
                let useful = self.operands(*operator, &operands, context);
                useful.into_iter().for_each(|it| self.look(it, context));
            }
            Kind::If { test, then, otherwise } => {
                let told = self.test_of_if(test, then, otherwise, context);
                let test = (!told).then_some(test);
                test.into_iter().chain([then, otherwise]).for_each(|it| self.look(it, context));
            }
            Kind::Match { arms, otherwise } => {
                self.arms(arms, otherwise.as_deref(), context);
                ast.children().into_iter().for_each(|it| self.look(it, context));
            }
            Kind::Call { name, arguments } => self.look_at_call(name, arguments, context),
            // What depends on the month at hand has no meaning without it.
            Kind::Months { from, to, .. } => [from, to].into_iter().for_each(|it| self.look(it, context)),
            Kind::Number(_)
            | Kind::Quoted(_)
            | Kind::Truth(_)
            | Kind::Date(_)
            | Kind::Name(_)
            | Kind::List(_)
            | Kind::Not(_)
            | Kind::Negated(_)
            | Kind::Binary(..) => ast.children().into_iter().for_each(|it| self.look(it, context)),
        }
    }

    fn look_at_call(&mut self, name: &str, arguments: &[Ast], context: Context) {
        let list = arguments.first().and_then(|it| match &it.kind {
            Kind::Name(list) => self.ground.catalog().find_list(list),
            _ => None,
        });
        let context = Context { entry: list.or(context.entry), ..context };
        for argument in arguments {
            let of_each = list.is_some() && matches!(name, "count" | "some" | "every" | "sum");
            match self.outcome(argument, context).filter(|_| of_each) {
                Some(outcome) if outcome.is_no() => self.tell(argument, "never-met", "holds for no entry"),
                Some(outcome) if outcome.is_yes() => {
                    self.tell(argument, "never-fails", "holds for every entry")
                }
                _ => self.look(argument, context),
            }
        }
    }

    /// Tells of operands that change nothing; gives the others back.
    fn operands<'t>(&mut self, operator: Operator, operands: &[&'t Ast], context: Context) -> Vec<&'t Ast> {
        let mut useful = Vec::new();
        for (idx, operand) in operands.iter().enumerate() {
            let outcome = self.outcome(operand, context);
            let is = |sought: Outcomes| outcome == Some(sought);
            if operator == Operator::Or && is(Outcomes::NO) {
                self.tell(operand, "never-met", "holds for nobody, whatever is answered");
            } else if operator == Operator::And && is(Outcomes::YES) {
                self.tell(operand, "never-fails", "holds whatever is answered");
            } else if operator == Operator::Or && self.is_covered(idx, operands, context) {
                self.tell(
                    operand,
                    "useless-part",
                    "makes no difference: where it holds, another operand does",
                );
            } else {
                useful.push(*operand);
            }
        }
        useful
    }

    /// Whether an operand of `or` holds only where an earlier one does, or a later one that is wider.
    fn is_covered(&self, idx: usize, operands: &[&Ast], context: Context) -> bool {
        let requirements: Option<Vec<Requirement>> =
            operands.iter().map(|it| self.ground.requirement(it, context)).collect();
        let Some(mut requirements) = requirements else { return false };
        let one = requirements.remove(idx);
        // Of two that say the same, the later one is told.
        let earlier = operands[idx + 1..].contains(&operands[idx]);
        !earlier && self.is_never(&only(&one, requirements.into_iter()), context)
    }

    fn test_of_if(&mut self, test: &Ast, then: &Ast, otherwise: &Ast, context: Context) -> bool {
        match self.outcome(test, context) {
            Some(outcome) if outcome.is_no() => {
                self.tell(then, "unreachable", "is never taken: its test never holds")
            }
            Some(outcome) if outcome.is_yes() => {
                self.tell(otherwise, "unreachable", "is never taken: the test before it always holds");
            }
            _ => return false,
        }
        true
    }

    /// An arm is taken where its test holds and none before it.
    fn arms(&mut self, arms: &[Arm], otherwise: Option<&Ast>, context: Context) {
        let mut before: Vec<Requirement> = Vec::new();
        for arm in arms {
            let Some(test) = self.ground.requirement(&arm.test, context) else { return };
            if self.is_never(&only(&test, before.iter().cloned()), context) {
                self.tell(
                    &arm.test,
                    "unreachable",
                    "is never taken: it never holds, or an arm above is taken first",
                );
            } else {
                before.push(test);
            }
        }
        let none = Requirement::Not(Box::new(part(Requirement::Any(before.into_iter().map(part).collect()))));
        if let Some(otherwise) = otherwise.filter(|_| self.is_never(&none, context)) {
            self.tell(otherwise, "unreachable", "is never taken: an arm above always holds");
        }
    }

    fn is_never(&self, requirement: &Requirement, context: Context) -> bool {
        self.ground.says(requirement, context.entry).is_no()
    }

    /// What a test may come out as; `None` where the expression is none.
    fn outcome(&self, ast: &Ast, context: Context) -> Option<Outcomes> {
        let requirement = self.ground.requirement(ast, context)?;
        Some(self.ground.says(&requirement, context.entry))
    }

    fn tell(&mut self, ast: &Ast, code: &'static str, what: &str) {
        let span = self.place.span.start + ast.span.start..self.place.span.start + ast.span.end;
        let place = Place { file: self.place.file, span };
        self.remarks.warn(&place, code, format!("`{ast}` {what}"));
        self.remarks.hint(Text::new(
            "把它去掉，或改正其中的数字、日期和选项",
            "take it out, or mend its figures, days and options",
        ));
    }
}

/// The operands of a chain of one operator, in the order of the text.
fn chain(ast: &Ast, operator: Operator) -> Vec<&Ast> {
    match &ast.kind {
        Kind::Binary(it, left, right) if *it == operator => {
            let mut operands = chain(left, operator);
            operands.extend(chain(right, operator));
            operands
        }
        _ => vec![ast],
    }
}
