//! Building the window: first the pages, then the program that carries them.

use std::path::PathBuf;

use crate::house::{House, Profile};
use crate::shell::{self, Result};

/// The package, and the program, of `src-tauri`.
pub(crate) const PACKAGE: &str = "policy-subsidy-advisor";

/// The pages go into `ui/dist`, where the program takes them in.
pub(crate) fn build_pages(house: &House) -> Result {
    shell::run(house.npm().args(["run", "build"]))
}

/// Builds the program around the pages that lie in `ui/dist` and tells where it is.
///
/// The package's default features make a self-contained program; asking for others here would build Tauri twice.
pub(crate) fn build_program(house: &House, profile: Profile) -> Result<PathBuf> {
    shell::run(house.cargo().args(["build", "--package", PACKAGE]).args(profile.args()))?;
    house.program(PACKAGE, profile)
}
