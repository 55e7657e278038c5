//! The `advisor` command: the program's work without a window.

mod pack;

use std::{path::PathBuf, process::ExitCode};

use clap::{Parser, Subcommand};

/// Which support an enterprise qualifies for, and what the policies say.
#[derive(Parser)]
#[command(name = "advisor", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Checks a pack or runs its cases.
    #[command(subcommand)]
    Pack(PackCommand),
}

#[derive(Subcommand)]
enum PackCommand {
    /// All that is wrong in a pack; exit 1 on any error.
    Check {
        /// The pack's folder.
        dir: PathBuf,
    },
    /// Runs every case of a pack; exit 1 if one fails.
    Test {
        /// The pack's folder.
        dir: PathBuf,
    },
}

fn main() -> ExitCode {
    let Arguments { command } = Arguments::parse();
    match command {
        Command::Pack(PackCommand::Check { dir }) => pack::check(&dir),
        Command::Pack(PackCommand::Test { dir }) => pack::test(&dir),
    }
}
