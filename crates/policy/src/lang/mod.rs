//! The language of rules: text to tree and back, tree to meaning, with every mistake located.
//!
//! `parse` reads the tree as written, its `Display` writes it again, and the `check_…` functions resolve names and
//! types against a [`Scope`], giving the trees of meaning that `eligibility` evaluates. The language is total: what is
//! checked cannot fail at run time.

mod ast;
mod check;
mod function;
mod lexer;
mod mistake;
mod operator;
mod parser;
mod printer;
mod scope;

pub use ast::{Arm, Ast, Kind, Thresholds};
pub use check::{Context, check_day, check_derived, check_pick, check_picks, check_quantity, check_test};
pub use mistake::{Code, Mistake};
pub use operator::Operator;
pub use parser::parse;
pub use scope::Scope;
