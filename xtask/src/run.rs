//! `cargo xtask run`: from a fresh clone to an open window.

use std::process::Command;

use crate::display;
use crate::house::{House, Profile};
use crate::setup::{self, Scope};
use crate::shell::{self, Failure, Result};
use crate::window;

const NO_DISPLAY: &str = "\
There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so the window cannot open.
  On a display that nobody looks at:  xvfb-run --auto-servernum cargo xtask run
  Without a window, the same advice:  cargo run --package cli -- --help
                                      cargo run --package cli -- policy list";

/// Sets up, builds and opens the window.
///
/// Debug unless `--release` comes first: it builds in a third of the time after a change and shares its parts with the
/// tests, and the rules, which are what must be fast, are optimised in both.
pub(crate) fn run(house: &House, args: &[String]) -> Result {
    let (profile, program_args) = match args.split_first() {
        Some((first, rest)) if first == "--release" => (Profile::Release, rest),
        _ => (Profile::Debug, args),
    };
    if !display::is_there() {
        println!("{NO_DISPLAY}\nEverything is set up and built all the same.\n");
    }
    setup::setup(house, Scope::Build)?;
    window::build_pages(house)?;
    let program = window::build_program(house, profile)?;
    if !display::is_there() {
        return Err(Failure::new(format!("The program is built: {}\n{NO_DISPLAY}", program.display())));
    }
    shell::run(Command::new(program).args(program_args))
}
