//! `cargo xtask screenshots`: every screen, in both languages, from the real window.

use crate::display::Display;
use crate::house::{House, Profile};
use crate::setup::{self, Scope};
use crate::shell::{self, Result};
use crate::window;

/// Has the journeys' photographer write into `docs/screenshots`.
pub(crate) fn take(house: &House) -> Result {
    setup::setup(house, Scope::Test)?;
    window::build_pages(house)?;
    let program = window::build_program(house, Profile::Debug)?;
    let display = Display::open()?;
    let mut tests = house.cargo();
    tests
        .args(["test", "--package", "journeys", "--test", "screenshots", "--", "--ignored", "--nocapture"])
        .env("ADVISOR_WINDOW", program)
        .env("ADVISOR_SCREENSHOTS", house.root().join("docs").join("screenshots"));
    shell::run(display.show(&mut tests))
}
