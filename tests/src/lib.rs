//! What crosses rooms: the real window, driven through WebDriver as people drive it.
//!
//! `cargo xtask test` builds the window, opens a display and runs these tests. By hand they need `ADVISOR_WINDOW` (the program) and
//! `DISPLAY`; without them they fail and say so: a test that is left out in silence proves nothing.

mod axe;
mod driver;
mod layout;
mod person;
mod window;

pub use axe::violations;
pub use layout::{cut, unseen_focus};
pub use person::Person;
pub use window::{Key, MODEL, Start, Window};
