//! `advisor pack`: is a pack right?

use std::{
    io::{self, Write},
    path::Path,
    process::ExitCode,
};

use corpus::{Loaded, Severity, check as check_pack, mutate as mutate_pack, render, run};

use policy::{Date, Text};

use crate::{arguments::Lang, context::Trouble};

/// Prints all that is wrong in a pack.
pub(crate) fn check(lang: Lang, dir: &Path, as_of: Date) -> Result<ExitCode, Trouble> {
    let loaded = Loaded::folder(dir)?;
    let remarks = check_pack(&loaded, as_of);
    write!(io::stdout(), "{}", render(&remarks, &loaded.files, lang.words()))?;
    let errors = remarks.iter().filter(|it| it.severity == Severity::Error).count();
    let warnings = remarks.len() - errors;
    let n = loaded.catalog.policies.len();
    let policies = plural(n, "policy", "policies");
    let (said, also) = (plural(errors, "error", "errors"), plural(warnings, "warning", "warnings"));
    let all = Text::new(
        format!("{n} 项政策，{errors} 个错误，{warnings} 个提醒"),
        format!("{policies}, {said}, {also}"),
    );
    writeln!(io::stdout(), "{}", lang.say(&all))?;
    Ok(ExitCode::from(u8::from(errors > 0)))
}

/// Runs every case of a pack.
pub(crate) fn test(lang: Lang, dir: &Path) -> Result<ExitCode, Trouble> {
    let loaded = Loaded::folder(dir)?;
    let report = run(&loaded);
    for failure in &report.failed {
        writeln!(io::stdout(), "{failure}\n")?;
    }
    let (passed, failed) = (report.passed, report.failed.len());
    let all = Text::new(
        format!("通过 {passed} 个，未通过 {failed} 个"),
        format!("{passed} passed, {failed} failed"),
    );
    writeln!(io::stdout(), "{}", lang.say(&all))?;
    Ok(ExitCode::from(u8::from(!report.failed.is_empty() || loaded.has_errors())))
}

/// Lists the changes of a pack that none of its cases notices.
pub(crate) fn mutate(lang: Lang, dir: &Path, within: &str) -> Result<ExitCode, Trouble> {
    let loaded = Loaded::folder(dir)?;
    if loaded.has_errors() || !run(&loaded).failed.is_empty() {
        let why = Text::new(
            "政策包或例子本身就有错，请先看 `pack check` 和 `pack test`",
            "the pack or its cases fail as they are: see `pack check` and `pack test`",
        );
        writeln!(io::stderr(), "{}", lang.say(&why))?;
        return Ok(ExitCode::FAILURE);
    }
    let report = mutate_pack(&loaded, within, &|n_tried, n_all| eprint!("\r{n_tried} of {n_all}"));
    eprintln!();
    let unexplained: Vec<_> = report.survivors.iter().filter(|it| it.reason.is_none()).collect();
    for it in &unexplained {
        writeln!(io::stdout(), "{}:{}:{}: {}", it.file, it.line, it.column, it.what)?;
    }
    write!(io::stdout(), "{}", render(&report.remarks, &loaded.files, lang.words()))?;
    let (mutants, explained) = (report.n_mutants, report.survivors.len() - unexplained.len());
    let n = unexplained.len();
    let all = Text::new(
        format!("{mutants} 处改动，{n} 处没有例子发现，另有 {explained} 处写明了理由"),
        format!("{mutants} mutants, {n} survive, {explained} more with a reason"),
    );
    writeln!(io::stdout(), "{}", lang.say(&all))?;
    Ok(ExitCode::from(u8::from(!unexplained.is_empty() || !report.remarks.is_empty())))
}

fn plural(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}
