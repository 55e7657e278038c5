//! The tree as written.

/// An expression as written.
#[derive(Debug, Clone, PartialEq)]
pub struct Ast;
