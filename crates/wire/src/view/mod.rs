//! From what the desk knows to what the window shows. Nothing is judged here; words come from `desk::words`.

mod advice;
mod directory;
mod entry;
mod lines;
mod links;
mod pack_state;
mod paste;
mod question;
mod reader;
mod result;
mod search;
mod settings;
mod shelf;
mod sitting;
mod start;
mod to_do;

pub use advice::{advice, leave_to_best, prefer};
pub use directory::directory;
pub use entry::{entries, entry_draft, entry_form, list_change, new_entry};
pub use links::may_open;
pub use paste::{put_paste, read_paste};
pub use reader::reader;
pub use result::result;
pub use search::search;
pub use settings::{read_settings, read_settings_of, write_settings};
pub use shelf::shelf;
pub use sitting::sitting;
pub use start::start;
pub use to_do::{choose_to_do, tick_to_do, to_do};
