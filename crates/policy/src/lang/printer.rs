//! The canonical text of a tree: one spacing, and only the parentheses that are needed.

use std::fmt::{self, Formatter};

use super::{
    ast::{Ast, Kind},
    operator::{LOOSEST, NEGATION, NOT, Operator, Power, TIGHTEST},
};

impl fmt::Display for Ast {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write_ast(f, self, LOOSEST)
    }
}

/// Writes what stands where only things that bind at least as tightly as `least` may stand bare.
fn write_ast(f: &mut Formatter<'_>, ast: &Ast, least: Power) -> fmt::Result {
    if power(ast) < least {
        f.write_str("(")?;
        write_bare(f, ast)?;
        f.write_str(")")
    } else {
        write_bare(f, ast)
    }
}

fn power(ast: &Ast) -> Power {
    match &ast.kind {
        Kind::If { .. } => LOOSEST,
        Kind::Binary(operator, ..) => operator.power(),
        Kind::Not(_) => NOT,
        Kind::Negated(_) => NEGATION,
        Kind::Number(_)
        | Kind::Quoted(_)
        | Kind::Truth(_)
        | Kind::Date(_)
        | Kind::Name(_)
        | Kind::List(_)
        | Kind::Match { .. }
        | Kind::Call { .. }
        | Kind::Months { .. } => TIGHTEST,
    }
}

fn write_bare(f: &mut Formatter<'_>, ast: &Ast) -> fmt::Result {
    match &ast.kind {
        Kind::Number(number) => write!(f, "{number}"),
        Kind::Quoted(id) => write!(f, "'{id}'"),
        Kind::Truth(holds) => write!(f, "{holds}"),
        Kind::Date(date) => write!(f, "{date}"),
        Kind::Name(name) => f.write_str(name),
        Kind::List(items) => {
            f.write_str("[")?;
            write_separated(f, items)?;
            f.write_str("]")
        }
        Kind::Not(inner) => {
            f.write_str("not ")?;
            write_ast(f, inner, NOT)
        }
        Kind::Negated(inner) => {
            f.write_str("-")?;
            write_ast(f, inner, NEGATION)
        }
        Kind::Binary(operator, left, right) => write_binary(f, *operator, left, right),
        Kind::If { test, then, otherwise } => {
            // An `if` within the first two parts could stand bare; with parentheses it can be read.
            f.write_str("if ")?;
            write_ast(f, test, LOOSEST + 1)?;
            f.write_str(" then ")?;
            write_ast(f, then, LOOSEST + 1)?;
            f.write_str(" else ")?;
            write_ast(f, otherwise, LOOSEST)
        }
        Kind::Match { arms, otherwise } => {
            f.write_str("match { ")?;
            for (idx, arm) in arms.iter().enumerate() {
                let comma = if idx == 0 { "" } else { ", " };
                write!(f, "{comma}{} => {}", arm.test, arm.value)?;
            }
            if let Some(otherwise) = otherwise {
                write!(f, ", else => {otherwise}")?;
            }
            f.write_str(" }")
        }
        Kind::Call { name, arguments } => {
            write!(f, "{name}(")?;
            write_separated(f, arguments)?;
            f.write_str(")")
        }
        Kind::Months { from, to, value } => write!(f, "months({from}, {to}, m => {value})"),
    }
}

fn write_binary(f: &mut Formatter<'_>, operator: Operator, left: &Ast, right: &Ast) -> fmt::Result {
    let power = operator.power();
    let left_power = if operator.chains() { power } else { power + 1 };
    write_ast(f, left, left_power)?;
    if operator == Operator::To {
        write!(f, "{operator}")?;
    } else {
        write!(f, " {operator} ")?;
    }
    write_ast(f, right, power + 1)
}

fn write_separated(f: &mut Formatter<'_>, items: &[Ast]) -> fmt::Result {
    for (idx, item) in items.iter().enumerate() {
        let comma = if idx == 0 { "" } else { ", " };
        write!(f, "{comma}{item}")?;
    }
    Ok(())
}
