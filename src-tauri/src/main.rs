//! The window: what day it is, where folders are, and commands of three lines around the desk.
//!
//! Whatever can be said without a window is said in `crates/`; this is the only room that knows Tauri, the clock and the system.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod arguments;
mod commands;
mod crash;
mod following;
mod office;
mod outside;
mod reading;
mod taken;
mod watching;
mod window;

use std::process::ExitCode;

use clap::Parser;

use arguments::Arguments;
use office::Office;

/// Assessments make and drop many small things, which this does faster than the system's allocator.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let opening = match arguments.opening() {
        Ok(opening) => opening,
        Err(message) => return refuse(message, 2),
    };
    crash::keep_a_note(&opening.folder);
    if !outside::has_display() {
        return refuse(window::NO_DISPLAY, 1);
    }
    match window::open(Office::open(opening)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => refuse(&message, 1),
    }
}

fn refuse(message: &str, code: u8) -> ExitCode {
    eprintln!("{message}");
    ExitCode::from(code)
}
