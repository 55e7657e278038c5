//! The operators between two operands: how they are written and how tightly they bind.

use std::fmt;

/// How tightly an operator binds; the loosest is an `if`.
pub(super) type Power = u8;

/// `if … then … else …`, and wherever anything may stand.
pub(super) const LOOSEST: Power = 0;
/// `not a`
pub(super) const NOT: Power = 3;
/// `-a`
pub(super) const NEGATION: Power = 8;
/// What needs no parentheses anywhere.
pub(super) const TIGHTEST: Power = 9;

/// An operator between two operands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Operator {
    /// `a or b`
    Or,
    /// `a and b`
    And,
    /// `a == b`
    Equal,
    /// `a != b`
    NotEqual,
    /// `a < b`
    Below,
    /// `a <= b`
    AtMost,
    /// `a > b`
    Above,
    /// `a >= b`
    AtLeast,
    /// `a in b`
    In,
    /// `a not in b`
    NotIn,
    /// `a overlaps b`
    Overlaps,
    /// `a..=b`
    To,
    /// `a + b`
    Plus,
    /// `a - b`
    Minus,
    /// `a * b`
    Times,
    /// `a / b`
    Over,
}

impl Operator {
    /// All of them, loosest first.
    pub const ALL: [Operator; 16] = [
        Operator::Or,
        Operator::And,
        Operator::Equal,
        Operator::NotEqual,
        Operator::Below,
        Operator::AtMost,
        Operator::Above,
        Operator::AtLeast,
        Operator::In,
        Operator::NotIn,
        Operator::Overlaps,
        Operator::To,
        Operator::Plus,
        Operator::Minus,
        Operator::Times,
        Operator::Over,
    ];

    /// How it is written.
    pub fn sign(self) -> &'static str {
        match self {
            Operator::Or => "or",
            Operator::And => "and",
            Operator::Equal => "==",
            Operator::NotEqual => "!=",
            Operator::Below => "<",
            Operator::AtMost => "<=",
            Operator::Above => ">",
            Operator::AtLeast => ">=",
            Operator::In => "in",
            Operator::NotIn => "not in",
            Operator::Overlaps => "overlaps",
            Operator::To => "..=",
            Operator::Plus => "+",
            Operator::Minus => "-",
            Operator::Times => "*",
            Operator::Over => "/",
        }
    }

    /// Whether it holds two values against each other.
    pub fn is_comparison(self) -> bool {
        self.power() == 4
    }

    /// How tightly it binds.
    pub(super) fn power(self) -> Power {
        match self {
            Operator::Or => 1,
            Operator::And => 2,
            Operator::Equal
            | Operator::NotEqual
            | Operator::Below
            | Operator::AtMost
            | Operator::Above
            | Operator::AtLeast
            | Operator::In
            | Operator::NotIn
            | Operator::Overlaps => 4,
            Operator::To => 5,
            Operator::Plus | Operator::Minus => 6,
            Operator::Times | Operator::Over => 7,
        }
    }

    /// Whether `a ? b ? c` can be written; it then means `(a ? b) ? c`.
    pub(super) fn chains(self) -> bool {
        !self.is_comparison() && self != Operator::To
    }
}

impl fmt::Display for Operator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.sign())
    }
}
