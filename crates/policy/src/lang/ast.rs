//! The tree as written.

use std::{collections::BTreeSet, ops::Range};

use super::operator::Operator;
use crate::{Date, Id, Number};

/// An expression as written. Two are equal where they say the same, wherever they stand.
///
/// Its `Display` is the canonical text: the house's spacing and no parentheses but those that are needed.
///
/// ```
/// use policy::lang::parse;
///
/// let ast = parse("(headcount>=3) and not(registered)").unwrap();
/// assert_eq!(ast.to_string(), "headcount >= 3 and not registered");
/// ```
#[derive(Debug, Clone)]
pub struct Ast {
    /// What it is.
    pub kind: Kind,
    /// Where it stands: bytes of the text.
    pub span: Range<usize>,
    /// How many levels are in it. Grows with the tree, so that building one asks only the children.
    height: usize,
}

/// What an expression is.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    /// `1250.5`; never below zero, `-5` is the negation of five.
    Number(Number),
    /// `'option'`; also the id of a policy or of an amount.
    Quoted(Id),
    /// `true`, `false`
    Truth(bool),
    /// `2024-06-30`
    Date(Date),
    /// A fact, list, parameter, or a word of the language such as `as_of`.
    Name(String),
    /// `[a, b]`
    List(Vec<Ast>),
    /// `not a`
    Not(Box<Ast>),
    /// `-a`
    Negated(Box<Ast>),
    /// `a + b`
    Binary(Operator, Box<Ast>, Box<Ast>),
    /// `if test then value else otherwise`
    If {
        /// What is asked.
        test: Box<Ast>,
        /// The value where it holds.
        then: Box<Ast>,
        /// The value where it does not.
        otherwise: Box<Ast>,
    },
    /// `match { test => value, else => otherwise }`
    Match {
        /// At least one.
        arms: Vec<Arm>,
        /// After `else`.
        otherwise: Option<Box<Ast>>,
    },
    /// `name(argument, …)`
    Call {
        /// The function.
        name: String,
        /// What it is given.
        arguments: Vec<Ast>,
    },
    /// `months(from, to, m => value)`
    Months {
        /// A day in the first month.
        from: Box<Ast>,
        /// A day in the last month.
        to: Box<Ast>,
        /// What is summed; `m` in it is each first day.
        value: Box<Ast>,
    },
}

/// `test => value`
#[derive(Debug, Clone, PartialEq)]
pub struct Arm {
    /// When it is taken.
    pub test: Ast,
    /// What it gives.
    pub value: Ast,
}

/// The figures and days that values are compared with.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Thresholds {
    /// Numbers; those after a minus sign are below zero.
    pub numbers: BTreeSet<Number>,
    /// Days.
    pub dates: BTreeSet<Date>,
}

impl PartialEq for Ast {
    fn eq(&self, other: &Ast) -> bool {
        self.kind == other.kind
    }
}

impl Ast {
    /// A tree of these parts that stands at `span`.
    pub fn new(kind: Kind, span: Range<usize>) -> Ast {
        let mut ast = Ast { kind, span, height: 1 };
        ast.height += ast.children().iter().map(|it| it.height).max().unwrap_or(0);
        ast
    }

    /// How many levels are in it; a name has one.
    pub fn height(&self) -> usize {
        self.height
    }

    /// Its parts, in the order of the text.
    pub fn children(&self) -> Vec<&Ast> {
        match &self.kind {
            Kind::Number(_) | Kind::Quoted(_) | Kind::Truth(_) | Kind::Date(_) | Kind::Name(_) => Vec::new(),
            Kind::List(items) => items.iter().collect(),
            Kind::Not(inner) | Kind::Negated(inner) => vec![inner],
            Kind::Binary(_, left, right) => vec![left, right],
            Kind::If { test, then, otherwise } => vec![test, then, otherwise],
            Kind::Match { arms, otherwise } => {
                arms.iter().flat_map(|it| [&it.test, &it.value]).chain(otherwise.as_deref()).collect()
            }
            Kind::Call { arguments, .. } => arguments.iter().collect(),
            Kind::Months { from, to, value } => vec![from, to, value],
        }
    }

    /// Its parts, to be changed in place.
    pub fn children_mut(&mut self) -> Vec<&mut Ast> {
        match &mut self.kind {
            Kind::Number(_) | Kind::Quoted(_) | Kind::Truth(_) | Kind::Date(_) | Kind::Name(_) => Vec::new(),
            Kind::List(items) => items.iter_mut().collect(),
            Kind::Not(inner) | Kind::Negated(inner) => vec![inner],
            Kind::Binary(_, left, right) => vec![left, right],
            Kind::If { test, then, otherwise } => vec![test, then, otherwise],
            Kind::Match { arms, otherwise } => arms
                .iter_mut()
                .flat_map(|it| [&mut it.test, &mut it.value])
                .chain(otherwise.as_deref_mut())
                .collect(),
            Kind::Call { arguments, .. } => arguments.iter_mut().collect(),
            Kind::Months { from, to, value } => vec![from, to, value],
        }
    }

    /// Shows the tree and every part of it, whole before parts, in the order of the text.
    pub fn visit<'a>(&'a self, see: &mut impl FnMut(&'a Ast)) {
        see(self);
        for child in self.children() {
            child.visit(see);
        }
    }

    /// Every name in it: facts, derived facts, lists, parameters and words such as `as_of`.
    pub fn names(&self) -> BTreeSet<&str> {
        let mut names = BTreeSet::new();
        self.visit(&mut |it| {
            if let Kind::Name(name) = &it.kind {
                names.insert(name.as_str());
            }
        });
        names
    }

    /// The figures and days that stand beside a comparison, alone, in a list or as the end of a range.
    pub fn thresholds(&self) -> Thresholds {
        let mut thresholds = Thresholds::default();
        self.visit(&mut |it| {
            if let Kind::Binary(operator, left, right) = &it.kind
                && operator.is_comparison()
            {
                thresholds.read(left);
                thresholds.read(right);
            }
        });
        thresholds
    }
}

impl Thresholds {
    fn read(&mut self, operand: &Ast) {
        match &operand.kind {
            Kind::Number(number) => drop(self.numbers.insert(*number)),
            Kind::Date(date) => drop(self.dates.insert(*date)),
            Kind::Negated(inner) => {
                if let Kind::Number(number) = inner.kind {
                    self.numbers.extend(number.negated());
                }
            }
            Kind::List(items) => items.iter().for_each(|it| self.read(it)),
            Kind::Binary(Operator::To, low, high) => {
                self.read(low);
                self.read(high);
            }
            Kind::Quoted(_)
            | Kind::Truth(_)
            | Kind::Name(_)
            | Kind::Not(_)
            | Kind::Binary(..)
            | Kind::If { .. }
            | Kind::Match { .. }
            | Kind::Call { .. }
            | Kind::Months { .. } => {}
        }
    }
}
