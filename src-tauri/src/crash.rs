//! The last resort: a panic is a bug of ours, and whoever meets it can send us its place.

use std::{backtrace::Backtrace, fs, panic, path::Path};

use crate::outside;

/// From now on a panic leaves a note in the data folder. It holds the place and never the message, which may quote an answer.
pub(crate) fn keep_a_note(folder: &Path) {
    let file = folder.join("crash.txt");
    let as_before = panic::take_hook();
    panic::set_hook(Box::new(move |panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        let version = env!("CARGO_PKG_VERSION");
        let note = format!("{} {version} {place}\n{}\n", outside::now(), Backtrace::force_capture());
        // There is nobody left to tell that the note could not be written.
        let _ = fs::write(&file, note);
        as_before(panic);
    }));
}
