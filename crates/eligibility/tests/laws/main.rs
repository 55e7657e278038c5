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
mod sums;

use proptest::{prelude::ProptestConfig, test_runner::RngSeed};

/// As many cases as `PROPTEST_CASES` says, each time others; else so many, each time the same, so that a change is judged
/// by what it changed. What fails becomes a named case, not a file of seeds.
fn tried(cases: u32) -> ProptestConfig {
    let mut config =
        ProptestConfig { failure_persistence: None, max_global_rejects: u32::MAX, ..Default::default() };
    if std::env::var_os("PROPTEST_CASES").is_none() {
        config.cases = cases;
        config.rng_seed = RngSeed::Fixed(2_026);
    }
    config
}
