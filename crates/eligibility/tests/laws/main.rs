//! What holds of every pack, every profile and every day.
//!
//! `PROPTEST_CASES` says how many of each are tried.

#![allow(clippy::unwrap_used, reason = "a failed step fails the test, in helpers too")]

#[path = "../support/mod.rs"]
mod support;

mod answers;
mod best_use;
mod dice;
mod packs;
mod prospects;
mod settling;
mod soundness;

/// As many cases as `PROPTEST_CASES` says, else so many; what fails becomes a named case, not a file of seeds.
fn tried(cases: u32) -> proptest::prelude::ProptestConfig {
    let mut config = proptest::prelude::ProptestConfig {
        failure_persistence: None,
        max_global_rejects: u32::MAX,
        ..Default::default()
    };
    if std::env::var_os("PROPTEST_CASES").is_none() {
        config.cases = cases;
    }
    config
}
