//! The `advisor` command: the program's work without a window. Its contract is told in docs/cli.md.

mod advice;
mod arguments;
mod assess;
mod context;
mod diff;
mod next;
mod pack;
mod policy;
mod search;
mod sheet;
mod skeleton;

use std::{io::ErrorKind, process::ExitCode};

use clap::Parser;

use arguments::{Arguments, Command, PackCommand, PolicyCommand};
use context::{Context, Trouble, day};

/// Assessments make and drop many small things, which this does faster than the system's allocator.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Bad input; a failed check is 1.
const BAD_INPUT: u8 = 2;

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(code) => code,
        // Whoever reads the output may stop reading: `advisor … | head`.
        Err(Trouble::Output(cause)) if cause.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(trouble) => {
            eprintln!("{trouble}");
            ExitCode::from(BAD_INPUT)
        }
    }
}

fn run(arguments: &Arguments) -> Result<ExitCode, Trouble> {
    match &arguments.command {
        Command::Pack(PackCommand::Check { dir }) => pack::check(arguments.lang, dir, day(arguments)),
        Command::Pack(PackCommand::Test { dir }) => pack::test(arguments.lang, dir),
        Command::Pack(PackCommand::Mutate { dir, within }) => pack::mutate(arguments.lang, dir, within),
        Command::Assess(assess) => assess::assess(&Context::open(arguments)?, assess),
        Command::Next { profile } => next::next(&Context::open(arguments)?, profile),
        Command::Sheet(sheet) => sheet::sheet(&Context::open(arguments)?, sheet),
        Command::Search(search) => search::search(&Context::open(arguments)?, search),
        Command::Policy(PolicyCommand::List) => policy::list(&Context::open(arguments)?),
        Command::Policy(PolicyCommand::Show { id, edition }) => {
            policy::show(&Context::open(arguments)?, id, edition.as_deref())
        }
        Command::Policy(PolicyCommand::Diff(asked)) => diff::diff(arguments, asked),
        Command::Policy(PolicyCommand::New { policy, edition }) => {
            skeleton::write(arguments, policy, edition.as_deref())
        }
    }
}
