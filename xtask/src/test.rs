//! `cargo xtask test`: every check and test, each timed, none hidden behind the failure of another.

use std::env;
use std::process::Command;
use std::time::{Duration, Instant};

use crate::display::Display;
use crate::house::{House, Profile};
use crate::setup::{self, Scope};
use crate::shell::{self, Failure, Result};
use crate::{codegen, measure, tidy, window};

/// The program of `crates/cli`.
const ADVISOR: &str = "advisor";

/// How much is tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Length {
    /// What every commit must pass: all that needs no window.
    Fast,
    /// Everything that a change must pass before it is shared.
    Whole,
    /// Also what takes long: many more random cases, and the time to the first screen.
    Long,
}

impl Length {
    pub(crate) fn read(options: &[String]) -> Result<Length> {
        match options {
            [] => Ok(Length::Whole),
            [it] if it == "--fast" => Ok(Length::Fast),
            [it] if it == "--long" => Ok(Length::Long),
            _ => Err(Failure::new("cargo xtask test takes --fast or --long, or neither")),
        }
    }
}

struct Part {
    name: &'static str,
    run: fn(&House, Length) -> Result,
}

/// In the order in which they run: what is quick to say first, and the pages before the program that carries them.
const PARTS: &[(Part, &[Length])] = {
    use Length::{Fast, Long, Whole};
    const ALWAYS: &[Length] = &[Fast, Whole, Long];
    const WINDOW: &[Length] = &[Whole, Long];
    &[
        (Part { name: "format", run: format }, ALWAYS),
        (Part { name: "tidy", run: |house, _| tidy::tidy(house) }, ALWAYS),
        (Part { name: "pages: types", run: |house, _| npm_run(house, "check") }, ALWAYS),
        (Part { name: "pages: unit tests", run: |house, _| npm_run(house, "test") }, ALWAYS),
        (Part { name: "pages: build", run: |house, _| window::build_pages(house) }, WINDOW),
        (Part { name: "clippy", run: clippy }, ALWAYS),
        (Part { name: "Rust build", run: build }, ALWAYS),
        (Part { name: "Rust tests", run: rust_tests }, ALWAYS),
        (Part { name: "generated files", run: |house, _| codegen::check(house) }, ALWAYS),
        (Part { name: "pack", run: pack }, ALWAYS),
        (Part { name: "time to start", run: |house, _| measure::measure_start(house) }, &[Long]),
    ]
};

/// Sets up, runs every part of this length, and ends with a table.
pub(crate) fn test(house: &House, length: Length) -> Result {
    let scope = if length == Length::Fast { Scope::Build } else { Scope::Test };
    let mut results = vec![timed("set-up", || setup::setup(house, scope))];
    for (part, lengths) in PARTS {
        if lengths.contains(&length) {
            results.push(timed(part.name, || (part.run)(house, length)));
        }
    }
    println!("\n{}", table(&results));
    let failed = results.iter().filter(|it| it.failure.is_some()).count();
    if failed == 0 {
        Ok(())
    } else {
        Err(Failure::new(format!("{failed} of {} parts failed", results.len())))
    }
}

struct PartResult {
    name: &'static str,
    took: Duration,
    failure: Option<Failure>,
}

fn timed(name: &'static str, run: impl FnOnce() -> Result) -> PartResult {
    println!("\n==== {name}");
    let start = Instant::now();
    let failure = run().err();
    if let Some(failure) = &failure {
        println!("{failure}");
    }
    PartResult { name, took: start.elapsed(), failure }
}

fn table(results: &[PartResult]) -> String {
    let mut text = format!("{:<20}{:>8}\n", "part", "minutes");
    for result in results {
        let word = if result.failure.is_none() { "ok" } else { "FAILED" };
        text += &format!("{:<20}{:>8.1}  {word}\n", result.name, result.took.as_secs_f64() / 60.0);
    }
    let all: Duration = results.iter().map(|it| it.took).sum();
    text += &format!("{:<20}{:>8.1}", "all", all.as_secs_f64() / 60.0);
    text
}

fn format(house: &House, _: Length) -> Result {
    shell::run(house.cargo().args(["fmt", "--all", "--check"]))
}

fn clippy(house: &House, length: Length) -> Result {
    let mut clippy = house.cargo();
    clippy.arg("clippy").args(packages(length)).args(["--all-targets", "--", "--deny", "warnings"]);
    shell::run(&mut clippy)
}

/// Every program and every test, for exactly the packages that the tests are run for: of other packages cargo would
/// take other features of the libraries beneath them, and build those once more.
fn build(house: &House, length: Length) -> Result {
    shell::run(house.cargo().arg("build").args(packages(length)).args(["--bins", "--tests"]))
}

fn rust_tests(house: &House, length: Length) -> Result {
    codegen::clear(house)?;
    let mut tests = house.cargo();
    tests
        .arg("test")
        .args(packages(length))
        .arg("--no-fail-fast")
        // The tests of `wire` write the types here; left alone, they would mend the very files these are compared with.
        .env("TS_RS_EXPORT_DIR", codegen::fresh(house)?);
    if length == Length::Long && env::var_os("PROPTEST_CASES").is_none() {
        tests.env("PROPTEST_CASES", "10000");
    }
    if !has_journeys(length) {
        return shell::run(&mut tests);
    }
    tests
        .env("ADVISOR_COMMAND", house.program(ADVISOR, Profile::Debug)?)
        .env("ADVISOR_WINDOW", house.program(window::PACKAGE, Profile::Debug)?);
    shell::run(Display::open()?.show(&mut tests))
}

fn pack(house: &House, _: Length) -> Result {
    let advisor = house.program(ADVISOR, Profile::Debug)?;
    for verb in ["check", "test"] {
        shell::run(Command::new(&advisor).current_dir(house.root()).args(["pack", verb, "policies"]))?;
    }
    Ok(())
}

/// Whether the real window is driven: that needs WebKitWebDriver, which only Linux has.
fn has_journeys(length: Length) -> bool {
    length != Length::Fast && cfg!(target_os = "linux")
}

/// All of them, or all but those that cannot be built or driven here.
fn packages(length: Length) -> Vec<&'static str> {
    let mut args = vec!["--workspace"];
    if length == Length::Fast {
        args.extend(["--exclude", window::PACKAGE]);
    }
    if !has_journeys(length) {
        args.extend(["--exclude", "journeys"]);
    }
    args
}

fn npm_run(house: &House, script: &str) -> Result {
    shell::run(house.npm().args(["run", script]))
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{Length, PartResult, table};
    use crate::shell::Failure;

    #[test]
    fn the_table_tells_minutes_and_what_failed() {
        let results = [
            PartResult { name: "format", took: Duration::from_secs(6), failure: None },
            PartResult { name: "clippy", took: Duration::from_secs(90), failure: Some(Failure::new("no")) },
        ];
        assert_eq!(
            table(&results),
            "part                 minutes\n\
             format                   0.1  ok\n\
             clippy                   1.5  FAILED\n\
             all                      1.6"
        );
    }

    #[test]
    fn an_option_that_is_not_known_is_refused() {
        assert!(matches!(Length::read(&["--fast".to_owned()]), Ok(Length::Fast)));
        assert!(Length::read(&["--quick".to_owned()]).is_err());
        assert!(Length::read(&["--fast".to_owned(), "--long".to_owned()]).is_err());
    }
}
