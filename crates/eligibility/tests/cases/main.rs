//! Rules, profiles and days in shorthand, with what a reader would be told.

#![allow(clippy::unwrap_used, reason = "a failed step fails the test, in helpers too")]

#[path = "../support/mod.rs"]
mod support;

mod amounts;
mod dates;
mod editions;
mod figures;
mod one_by_one;
mod people;
mod table;
mod verdicts;
