//! The project's own text: everything git knows of or would take in.

use std::fs;
use std::process::Command;

use crate::house::House;
use crate::shell::{self, Failure, Result};

/// A file of the project; the path starts at the root and has forward slashes.
pub(crate) struct TextFile {
    pub(crate) path: String,
    pub(crate) text: String,
}

impl TextFile {
    /// The last part of the name, without its dot.
    pub(crate) fn extension(&self) -> &str {
        self.path.rsplit_once('.').map_or("", |(_, extension)| extension)
    }

    pub(crate) fn file_name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or_default()
    }

    /// Written by a package manager.
    pub(crate) fn is_lock(&self) -> bool {
        ["Cargo.lock", "package-lock.json"].contains(&self.file_name())
    }

    /// Written by `cargo xtask codegen`.
    pub(crate) fn is_generated(&self) -> bool {
        self.path.starts_with("ui/src/wire/")
    }

    /// Lines with their numbers, counted from 1.
    pub(crate) fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text.lines().enumerate().map(|(idx, line)| (idx + 1, line))
    }
}

/// Also files that are not yet committed, so that a finding comes before the commit. What is not UTF-8 is not text.
pub(crate) fn of_the_project(house: &House) -> Result<Vec<TextFile>> {
    let list = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
    let names = shell::read(Command::new("git").current_dir(house.root()).args(list))?;
    let mut files = Vec::new();
    for path in names.split_terminator('\0') {
        let place = house.root().join(path);
        // In the index, but removed from the folder, or a link to one.
        if !place.is_file() {
            continue;
        }
        let bytes = fs::read(&place).map_err(Failure::doing(format_args!("read {path}")))?;
        if let Ok(text) = String::from_utf8(bytes) {
            files.push(TextFile { path: path.to_owned(), text });
        }
    }
    Ok(files)
}

/// For the rules' own tests.
#[cfg(test)]
pub(crate) fn file(path: &str, text: &str) -> TextFile {
    TextFile { path: path.to_owned(), text: text.to_owned() }
}

/// Findings as the reader sees them.
#[cfg(test)]
pub(crate) fn shown(findings: &[super::Finding]) -> Vec<String> {
    findings.iter().map(ToString::to_string).collect()
}
