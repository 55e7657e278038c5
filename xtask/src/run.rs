//! `cargo xtask run`: from a fresh clone to an open window.

use std::process::Command;

use crate::display;
use crate::house::{House, Profile};
use crate::setup::{self, Scope};
use crate::shell::{self, Failure, Result};
use crate::window;

const NO_DISPLAY: &str = "\
There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so the window cannot open.
  On a virtual display (`cargo xtask setup` installs Xvfb):
    Xvfb :99 -screen 0 1280x800x24 & DISPLAY=:99 cargo xtask run
  The same advice without a window, on the command line:
    cargo run --package cli -- --help";

/// Sets up, builds and opens the window.
///
/// Debug unless `--release` comes first: it follows a change within seconds and shares its parts with the tests, and the
/// rules, which are what must be fast, are optimised in both.
pub(crate) fn run(house: &House, args: &[String]) -> Result {
    let (profile, program_args) = match args.split_first() {
        Some((first, rest)) if first == "--release" => (Profile::Release, rest),
        _ => (Profile::Debug, args),
    };
    if !display::is_there() {
        println!("{NO_DISPLAY}\nSetting up and building all the same.\n");
    }
    setup::setup(house, Scope::Build)?;
    window::build_pages(house)?;
    let program = window::build_program(house, profile)?;
    if !display::is_there() {
        return Err(Failure::new(format!("The program is built: {}\n{NO_DISPLAY}", program.display())));
    }
    shell::run(Command::new(program).args(program_args))
}
