//! The desk as its users meet it: what it says, what it keeps, what it adds up.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod amounts;
mod changes;
mod formulas;
mod money;
mod pack_state;
mod people;
mod sitting;
mod support;
mod takeaway;
mod words;
