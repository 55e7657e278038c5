//! `advisor pack`: is a pack right?

use std::{
    io::{self, Write},
    path::Path,
    process::ExitCode,
};

use corpus::{Loaded, Severity, check as check_pack, mutate as mutate_pack, render, run};

use policy::Date;

use crate::context::Trouble;

/// Prints all that is wrong in a pack.
pub(crate) fn check(dir: &Path, as_of: Date) -> Result<ExitCode, Trouble> {
    let loaded = Loaded::folder(dir)?;
    let remarks = check_pack(&loaded, as_of);
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

/// Lists the changes of a pack that none of its cases notices.
pub(crate) fn mutate(dir: &Path, within: &str) -> Result<ExitCode, Trouble> {
    let loaded = Loaded::folder(dir)?;
    if loaded.has_errors() || !run(&loaded).failed.is_empty() {
        writeln!(io::stderr(), "the pack or its cases fail as they are: see `pack check` and `pack test`")?;
        return Ok(ExitCode::FAILURE);
    }
    let report = mutate_pack(&loaded, within, &|n_tried, n_all| eprint!("\r{n_tried} of {n_all}"));
    eprintln!();
    let unexplained: Vec<_> = report.survivors.iter().filter(|it| it.reason.is_none()).collect();
    for it in &unexplained {
        writeln!(io::stdout(), "{}:{}:{}: {}", it.file, it.line, it.column, it.what)?;
    }
    write!(io::stdout(), "{}", render(&report.remarks, &loaded.files))?;
    let (mutants, explained) = (report.n_mutants, report.survivors.len() - unexplained.len());
    writeln!(
        io::stdout(),
        "{mutants} mutants, {} survive, {explained} more with a reason",
        unexplained.len()
    )?;
    Ok(ExitCode::from(u8::from(!unexplained.is_empty() || !report.remarks.is_empty())))
}

fn plural(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}
