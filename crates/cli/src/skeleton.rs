//! `advisor policy new`: the skeleton of a policy.

use std::{
    io::{self, Write},
    path::Path,
    process::ExitCode,
};

use corpus::write_skeleton;
use desk::words::text;

use crate::{
    arguments::{Arguments, Lang},
    context::{Trouble, today},
};

pub(crate) fn write(arguments: &Arguments, policy: &str, edition: Option<&str>) -> Result<ExitCode, Trouble> {
    // The pack that is part of the program cannot be written to.
    let folder = arguments.policies.as_deref().unwrap_or(Path::new("policies"));
    let as_of = arguments.as_of.unwrap_or_else(today);
    let year = as_of.year().to_string();
    let written = write_skeleton(folder, policy, edition.unwrap_or(&year), as_of)?;
    for path in written {
        writeln!(io::stdout(), "{}", path.display())?;
    }
    let next = text(
        format!("还剩哪些要写：advisor pack check {}", folder.display()),
        format!("What is left to write: advisor pack check {}", folder.display()),
    );
    let said = match arguments.lang {
        Lang::Zh => next.zh,
        Lang::En => next.en,
    };
    writeln!(io::stdout(), "{said}")?;
    Ok(ExitCode::SUCCESS)
}
