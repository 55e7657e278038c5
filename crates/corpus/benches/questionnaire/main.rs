//! How many questions it takes: `cargo bench -p corpus --bench questionnaire [-- N]`, or `cargo xtask measure-questions [N]`.
//!
//! Made-up enterprises of a realistic mix (`mix.toml`) answer in our order, in that of the files and at random. What is
//! measured are questions, not times: the same seed gives the same figures on every machine.

mod asking;
mod figures;
mod hangs;
mod mix;

use std::process::ExitCode;

use asking::{Order, Start, ask};
use corpus::Loaded;
use fastrand::Rng;
use figures::Figures;
use mix::Mix;
use rayon::prelude::*;

const ENTERPRISES: u64 = 1_000;
const SEED: u64 = 20_261_123;

fn main() -> ExitCode {
    let n = std::env::args().skip(1).find_map(|it| it.parse().ok()).unwrap_or(ENTERPRISES);
    let loaded = Loaded::built_in();
    let catalog = &loaded.catalog;
    let as_of = "2026-11-23".parse().expect("a day of the calendar");
    let (mix, start) = (Mix::read(catalog), Start::of(catalog, as_of));
    println!("{n} enterprises, {} policies, as of {as_of}\n", catalog.policies.len());
    let courses: Vec<_> = (0..n)
        .into_par_iter()
        .map(|idx| {
            // Each has dice of its own, so that neither order nor machine matters.
            let mut dice = Rng::with_seed(SEED + idx);
            let whole = mix.draw(catalog, as_of, &mut dice);
            [Order::Ours, Order::OfTheFiles, Order::Random].map(|it| ask(&start, &whole, it, &mut dice))
        })
        .collect();
    let figures = Figures::of(&courses);
    print!("{figures}");
    if figures.pass() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
