//! `advisor pack`: is a pack right?

use std::{
    io::{self, Write},
    path::Path,
    process::ExitCode,
};

use corpus::{Loaded, Severity, check as check_pack, render, run};

use crate::context::Trouble;

/// Prints all that is wrong in a pack.
pub(crate) fn check(dir: &Path) -> Result<ExitCode, Trouble> {
    let loaded = Loaded::folder(dir)?;
    let remarks = check_pack(&loaded);
    write!(io::stdout(), "{}", render(&remarks, &loaded.files))?;
    let errors = remarks.iter().filter(|it| it.severity == Severity::Error).count();
    let warnings = remarks.len() - errors;
    let policies = plural(loaded.catalog.policies.len(), "policy", "policies");
    let (said, also) = (plural(errors, "error", "errors"), plural(warnings, "warning", "warnings"));
    writeln!(io::stdout(), "{policies}, {said}, {also}")?;
    Ok(ExitCode::from(u8::from(errors > 0)))
}

/// Runs every case of a pack.
pub(crate) fn test(dir: &Path) -> Result<ExitCode, Trouble> {
    let loaded = Loaded::folder(dir)?;
    let report = run(&loaded);
    for failure in &report.failed {
        writeln!(io::stdout(), "{failure}\n")?;
    }
    writeln!(io::stdout(), "{} passed, {} failed", report.passed, report.failed.len())?;
    Ok(ExitCode::from(u8::from(!report.failed.is_empty() || loaded.has_errors())))
}

fn plural(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}
