//! Everything one does with the house: set up, run, test, tidy, generate.
//!
//! Started as `cargo xtask COMMAND`. It needs Rust alone, so that it can say what else is missing.

mod codegen;
mod corpus_table;
mod display;
mod help;
mod house;
mod measure;
mod model;
mod run;
mod screenshots;
mod setup;
mod shell;
mod test;
mod tidy;
mod window;

use std::process::ExitCode;

use house::House;
use setup::Scope;
use shell::{Failure, Result};

const USAGE: &str = "\
cargo xtask COMMAND

  setup                  install or name whatever is missing to build and to test
  run [--release] [ARG…] set up, build, and open the window; ARGs go to the program
  test [--fast|--long]   set up, then run every check and test
  tidy                   the rules of the house that neither compiler nor clippy knows
  codegen                write the files that are generated from Rust
  corpus-table [--facts DIR]
                         write docs/corpus.md: what became of every record
  screenshots            photograph every screen into docs/screenshots
  model                  fetch the weights for search by meaning, check and convert them, let them read the pack
  bench-search [dev]     how well search answers the judged questions, beside other engines; release build
  measure-questions [N]  how many questions until policies and money are decided, for N made-up enterprises; release build
  measure-start          time from start to first painted screen, release build
";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\n{failure}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(args: &[String]) -> Result {
    let (command, rest) = args.split_first().map_or(("help", args), |(it, rest)| (it.as_str(), rest));
    if matches!(command, "help" | "--help" | "-h") {
        print!("{USAGE}");
        return Ok(());
    }
    let house = House::find()?;
    match (command, rest) {
        ("run", program_args) => run::run(&house, program_args),
        ("test", options) => test::test(&house, test::Length::read(options)?),
        ("setup", []) => setup::setup(&house, Scope::Test),
        ("tidy", []) => tidy::tidy(&house),
        ("codegen", []) => codegen::write(&house),
        ("corpus-table", options) => corpus_table::write(&house, options),
        ("screenshots", []) => screenshots::take(&house),
        ("model", []) => model::make(&house),
        ("bench-search", []) => model::bench_search(&house, "test"),
        ("bench-search", [set]) if set == "dev" => model::bench_search(&house, "dev"),
        ("measure-questions", []) => measure::measure_questions(&house, None),
        ("measure-questions", [n]) => measure::measure_questions(&house, Some(n)),
        ("measure-start", []) => measure::measure_start(&house),
        _ => Err(Failure::new(format!("`{}` is not known here\n\n{USAGE}", args.join(" ")))),
    }
}
