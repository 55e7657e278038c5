//! What must be on the machine, and putting it there where we can.

mod apt;
mod linux;
mod others;
mod toolchains;

use crate::house::House;
use crate::shell::Result;

/// How much is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Scope {
    /// What it takes to build and open the window.
    Build,
    /// That, and what it takes to drive the window in tests.
    Test,
}

/// Checks for everything `scope` needs and installs what it may; fails with a plain list of what is left to do.
pub(crate) fn setup(house: &House, scope: Scope) -> Result {
    if cfg!(target_os = "linux") {
        linux::system_packages(scope)?;
    } else {
        others::prerequisites()?;
    }
    toolchains::rust(house, scope)?;
    toolchains::node(house)?;
    toolchains::node_modules(house)
}
