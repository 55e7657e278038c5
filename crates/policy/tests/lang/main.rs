//! The language of rules, tried from outside: texts with the trees or the mistakes that they give.

#![allow(clippy::unwrap_used, reason = "a failed step fails the test, in helpers too")]

mod check;
mod laws;
mod parse;
mod world;
