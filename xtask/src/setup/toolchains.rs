//! Rust, Node, and the packages of the window's pages.

use std::fs;
use std::path::Path;
use std::time::SystemTime;

use super::Scope;
use crate::house::House;
use crate::shell::{self, Failure, Result, ask};

/// Cargo itself refuses a Rust that is too old; formatter and linter may be missing from a small installation.
pub(super) fn rust(house: &House, scope: Scope) -> Result {
    if scope == Scope::Build {
        return Ok(());
    }
    for component in ["fmt", "clippy"] {
        let found = house.cargo().args([component, "--version"]).output();
        if !found.is_ok_and(|it| it.status.success()) {
            return Err(Failure::new(format!(
                "`cargo {component}` is missing. With rustup: rustup component add rustfmt clippy"
            )));
        }
    }
    Ok(())
}

pub(super) fn node(house: &House) -> Result {
    const WANTED: &str = "Node 20.19 or newer, or 22.12 or newer, is needed (https://nodejs.org)";
    let Some(said) = ask("node", &["--version"]) else {
        return Err(Failure::new(format!("{WANTED}; there is none here")));
    };
    if !new_enough(&said) {
        return Err(Failure::new(format!("{WANTED}; here is {}", said.trim())));
    }
    if !house.npm().arg("--version").output().is_ok_and(|it| it.status.success()) {
        return Err(Failure::new(
            "Node is here and npm is not: it comes with Node from https://nodejs.org; some distributions have it as the package npm",
        ));
    }
    Ok(())
}

/// The versions that Vite runs on; it leaves out the odd ones and the first twelve of 22.
fn new_enough(said: &str) -> bool {
    let mut numbers = said.trim().trim_start_matches('v').split('.').map(|it| it.parse::<u32>().ok());
    match (numbers.next().flatten(), numbers.next().flatten()) {
        (Some(20), Some(minor)) => 19 <= minor,
        (Some(22), Some(minor)) => 12 <= minor,
        (Some(major), Some(_)) => 23 <= major,
        _ => false,
    }
}

pub(super) fn node_modules(house: &House) -> Result {
    let wanted = house.ui().join("package-lock.json");
    // npm writes this file last, so it is there only after an installation that went through.
    let installed = house.ui().join("node_modules").join(".package-lock.json");
    if changed(&installed) < changed(&wanted) || !installed.is_file() {
        shell::run(house.npm().args(["ci", "--no-audit", "--no-fund"]))?;
    }
    Ok(())
}

fn changed(file: &Path) -> Option<SystemTime> {
    fs::metadata(file).and_then(|it| it.modified()).ok()
}

#[cfg(test)]
mod tests {
    use super::new_enough;

    #[test]
    fn node_is_judged_as_vite_judges_it() {
        for good in ["v20.19.0", "v20.20.2\n", "v22.12.0", "v24.1.0"] {
            assert!(new_enough(good), "{good}");
        }
        for bad in ["v18.20.4", "v20.18.9", "v21.7.3", "v22.11.0", "", "latest"] {
            assert!(!new_enough(bad), "{bad}");
        }
    }
}
