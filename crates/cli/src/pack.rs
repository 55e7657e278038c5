//! `advisor pack`: is a pack right?

use std::{path::Path, process::ExitCode};

use corpus::{Loaded, Severity, render, run};

/// Bad input; a failed check is 1.
const BAD_INPUT: u8 = 2;

/// Prints all that is wrong in a pack.
pub fn check(dir: &Path) -> ExitCode {
    with_pack(dir, |loaded| {
        print!("{}", render(&loaded.remarks, &loaded.files));
        let errors = loaded.remarks.iter().filter(|it| it.severity == Severity::Error).count();
        let warnings = loaded.remarks.len() - errors;
        println!("{} policies, {errors} errors, {warnings} warnings", loaded.catalog.policies.len());
        ExitCode::from(u8::from(errors > 0))
    })
}

/// Runs every case of a pack.
pub fn test(dir: &Path) -> ExitCode {
    with_pack(dir, |loaded| {
        let report = run(loaded);
        for failure in &report.failed {
            println!("{failure}\n");
        }
        println!("{} passed, {} failed", report.passed, report.failed.len());
        ExitCode::from(u8::from(!report.failed.is_empty() || loaded.has_errors()))
    })
}

fn with_pack(dir: &Path, act: impl FnOnce(&Loaded) -> ExitCode) -> ExitCode {
    match Loaded::folder(dir) {
        Ok(loaded) => act(&loaded),
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(BAD_INPUT)
        }
    }
}
