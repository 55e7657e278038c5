//! The system's part on Windows and macOS: named, not installed.

use crate::shell::{Failure, Result, ask};

/// What is asked for, how it is found, and what to do where it is not.
type Need = (&'static str, &'static [&'static str], &'static str);

const MACOS: &[Need] =
    &[("Xcode's command line tools", &["xcode-select", "-p"], "run `xcode-select --install`")];

const WINDOWS: &[Need] = &[
    (
        "WebView2 (it draws the window)",
        &[
            "reg",
            "query",
            r"HKLM\SOFTWARE\WOW6432Node\Microsoft\EdgeUpdate\Clients\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}",
            "/v",
            "pv",
        ],
        "comes with Windows 11; else install the Evergreen runtime from Microsoft",
    ),
    (
        "perl (OpenSSL's build asks for it)",
        &["perl", "-MIPC::Cmd", "-e", "1"],
        "install Strawberry Perl; the C compiler and nmake come with the Visual Studio Build Tools",
    ),
];

pub(super) fn prerequisites() -> Result {
    let needs = if cfg!(windows) { WINDOWS } else { MACOS };
    let missing: Vec<String> = needs
        .iter()
        .filter(|(_, probe, _)| ask(probe[0], &probe[1..]).is_none())
        .map(|(what, _, remedy)| format!("  {what}: {remedy}"))
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    Err(Failure::new(format!("Please install what is missing, then run this again:\n{}", missing.join("\n"))))
}
