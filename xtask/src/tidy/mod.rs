//! `cargo xtask tidy`: the rules of the house that neither compiler nor clippy knows.
//!
//! One file per rule, each a function from what is there to what is wrong with it. What we live with for now stands
//! in `exceptions.rs`, a list that may only get shorter.

mod exceptions;
mod files;
mod leftovers;
mod length;
mod licences;
mod messages;
mod places;
mod policy_ids;
mod rooms;

use std::fmt;

use files::TextFile;

use crate::house::House;
use crate::shell::{Failure, Result};

/// The rules, by the names that exceptions call them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Rule {
    /// Arrows between rooms point one way.
    Rooms,
    /// No policy is named in code.
    PolicyIds,
    /// A file can be read in a sitting.
    Length,
    /// Nothing is left for later.
    Leftovers,
    /// Nothing names a place on somebody's machine.
    Places,
    /// The window's words exist in both languages, and are used.
    Messages,
    /// What others wrote may be passed on.
    Licences,
    /// An exception is still needed.
    Exceptions,
}

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Finding {
    pub(crate) rule: Rule,
    /// The file, or the package where the rule is about packages.
    pub(crate) path: String,
    pub(crate) line: Option<usize>,
    /// What an exception for this path bounds: one for each thing wrong, or lines of a long file.
    pub(crate) size: usize,
    pub(crate) says: String,
}

impl Finding {
    /// About a whole file or package.
    pub(crate) fn of(rule: Rule, path: &str, says: impl Into<String>) -> Finding {
        Finding { rule, path: path.to_owned(), line: None, size: 1, says: says.into() }
    }

    /// About one line, counted from 1.
    pub(crate) fn at(rule: Rule, path: &str, line: usize, says: impl Into<String>) -> Finding {
        Finding { line: Some(line), ..Finding::of(rule, path, says) }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}:{line}: {}", self.path, self.says),
            None => write!(f, "{}: {}", self.path, self.says),
        }
    }
}

/// Holds the house against all rules and tells every finding.
pub(crate) fn tidy(house: &House) -> Result {
    let files = files::of_the_project(house)?;
    let mut findings = rooms::check(&house.metadata()?);
    findings.extend(check_files(&files));
    findings.extend(licences::check(&licences::packages_of_others(house)?));
    let findings = exceptions::settle(findings, exceptions::EXCEPTIONS);
    for finding in &findings {
        println!("{finding}");
    }
    if findings.is_empty() {
        println!("tidy: {} files, nothing to say", files.len());
        return Ok(());
    }
    Err(Failure::new(format!("tidy: {} findings", findings.len())))
}

fn check_files(files: &[TextFile]) -> Vec<Finding> {
    let rules = [policy_ids::check, length::check, leftovers::check, places::check, messages::check];
    rules.iter().flat_map(|rule| rule(files)).collect()
}
