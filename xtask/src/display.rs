//! A display to open windows on: the one that is there, or one that nobody looks at.

use std::env;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use crate::shell::{Failure, Result};

/// Whether a window could be opened here.
pub(crate) fn is_there() -> bool {
    let set = |name| env::var_os(name).is_some_and(|it| !it.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}

/// A display for as long as this value lives.
pub(crate) enum Display {
    /// The user's own.
    Given,
    /// An Xvfb that we started and shall end.
    Ours { server: Child, number: String },
}

impl Display {
    pub(crate) fn open() -> Result<Display> {
        if is_there() { Ok(Display::Given) } else { start_xvfb() }
    }

    /// Lets `command` find this display.
    pub(crate) fn show<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        match self {
            Display::Given => command,
            Display::Ours { number, .. } => {
                command.env("DISPLAY", format!(":{number}")).env("GDK_BACKEND", "x11")
            }
        }
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        if let Display::Ours { server, .. } = self {
            // It may have ended by itself; either way it must be gone and waited for.
            let _ = server.kill();
            let _ = server.wait();
        }
    }
}

/// So large that its middle, where the mouse stands, lies outside a window of 1920 x 1080: what is photographed, nobody points at.
const SCREEN: &str = "3840x2400x24";

/// The server picks a free number itself and tells it on the given descriptor, so two test runs cannot collide.
fn start_xvfb() -> Result<Display> {
    let mut server = Command::new("Xvfb")
        .args(["-displayfd", "1", "-screen", "0", SCREEN, "-nolisten", "tcp"])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(Failure::doing("start Xvfb"))?;
    let mut number = String::new();
    if let Some(told) = server.stdout.take() {
        BufReader::new(told).read_line(&mut number).map_err(Failure::doing("hear from Xvfb"))?;
    }
    let number = number.trim().to_owned();
    // Built before it is judged, so that a server without a number is ended too.
    let display = Display::Ours { server, number: number.clone() };
    if number.is_empty() {
        return Err(Failure::new("Xvfb ended before it had a display"));
    }
    Ok(display)
}

#[cfg(test)]
mod tests {
    use super::start_xvfb;
    use crate::shell::ask;

    #[test]
    fn two_displays_do_not_collide() {
        if ask("Xvfb", &["-help"]).is_none() {
            return;
        }
        let (one, other) = (start_xvfb().unwrap(), start_xvfb().unwrap());
        let numbers = [&one, &other].map(|it| match it {
            super::Display::Ours { number, .. } => number.clone(),
            super::Display::Given => String::new(),
        });
        assert_ne!(numbers[0], numbers[1]);
    }
}
