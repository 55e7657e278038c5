//! Starting other programs: said aloud first, and their output left as it is.

use std::fmt;
use std::io;
use std::process::{Command, Stdio};

/// Ends a task; its text is for the person at the keyboard.
#[derive(Debug)]
pub(crate) struct Failure(String);

pub(crate) type Result<T = ()> = std::result::Result<T, Failure>;

impl Failure {
    pub(crate) fn new(text: impl Into<String>) -> Failure {
        Failure(text.into())
    }

    /// For `map_err`: what we were doing, with the system's own words behind it.
    pub(crate) fn doing(what: impl fmt::Display) -> impl FnOnce(io::Error) -> Failure {
        move |cause| Failure(format!("could not {what}: {cause}"))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Runs a command to its end, in sight of the reader.
pub(crate) fn run(command: &mut Command) -> Result {
    let shown = show(command);
    println!("$ {shown}");
    let status = command.status().map_err(Failure::doing(format_args!("start `{shown}`")))?;
    if status.success() { Ok(()) } else { Err(Failure::new(format!("`{shown}` failed ({status})"))) }
}

/// Runs a command to its end and hands back what it printed; complaints still go to the reader.
pub(crate) fn read(command: &mut Command) -> Result<String> {
    let shown = show(command);
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
        .map_err(Failure::doing(format_args!("start `{shown}`")))?;
    if !output.status.success() {
        return Err(Failure::new(format!("`{shown}` failed ({})", output.status)));
    }
    String::from_utf8(output.stdout).map_err(|_| Failure::new(format!("`{shown}` did not print UTF-8")))
}

/// What a command prints, or nothing if it cannot be started or fails. Silent: for finding out what is there.
pub(crate) fn ask(program: &str, args: &[&str]) -> Option<String> {
    let output = Command::new(program).args(args).stdin(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

fn show(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|it| program_name(&it.to_string_lossy())).collect::<Vec<_>>().join(" ")
}

/// Cargo names itself by its whole path; the reader would type the name.
fn program_name(word: &str) -> String {
    match word.strip_suffix("/cargo") {
        Some(_) => "cargo".to_owned(),
        None => word.to_owned(),
    }
}
