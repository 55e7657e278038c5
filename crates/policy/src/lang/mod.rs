//! The language of rules: text to tree and back, with every mistake located.

mod ast;

pub use ast::Ast;
