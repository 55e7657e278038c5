//! Journeys in the real window, with a fixed day and a data folder of their own.

mod accessible;
mod advice;
mod answering;
mod away;
mod failing;
mod keeping;
mod keyboard;
mod people;
mod reading;
mod reloading;
mod searching;
mod tour;

use journeys::{Person, Start, Window};
use tempfile::TempDir;

/// A window that was never used before, past its first screen, at the first question.
async fn at_first_question() -> (Window, TempDir) {
    let data = TempDir::new().expect("the system has a place for temporary files");
    let window = Window::open(&Start::new(data.path())).await;
    window.press("begin").await;
    window.see("question").await;
    (window, data)
}

/// A window in which everything was answered, with whom it was answered for.
async fn all_answered() -> (Window, Person, TempDir) {
    let data = TempDir::new().expect("the system has a place for temporary files");
    let window = Window::open(&Start::new(data.path())).await;
    let person = Person::read("chen-xiao");
    person.tell_all(&window).await;
    window.press("begin").await;
    window.see("all-answered").await;
    (window, person, data)
}
