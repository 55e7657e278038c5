//! What must not be lost, and what must be.

use journeys::{Key, Person, Start, Window};
use serde_json::json;
use tempfile::TempDir;

use crate::at_first_question;

#[tokio::test]
async fn the_language_changes_in_mid_questionnaire_and_nothing_is_lost() {
    let (window, _data) = at_first_question().await;
    let person = Person::read("chen-xiao");
    person.answer_next(&window).await;
    person.answer_next(&window).await;
    window.ask("window.sameDocument = true; return true").await;
    let before = window.command("sitting").await;

    window.key(Key::F8).await;
    window.wait("English", "return document.documentElement.lang.startsWith('en')").await;
    window.wait_text("left", "question").await;
    assert_eq!(window.ask("return window.sameDocument === true").await, json!(true));
    assert_eq!(window.command("sitting").await, before);

    window.key(Key::F8).await;
    window.wait("Chinese", "return document.documentElement.lang.startsWith('zh')").await;
    window.close().await;
}

#[tokio::test]
async fn a_kill_in_mid_questionnaire_costs_nothing() {
    let (window, data) = at_first_question().await;
    let person = Person::read("chen-xiao");
    for _ in 0..4 {
        person.answer_next(&window).await;
    }
    window.see("saved").await;
    let before = window.command("sitting").await;
    window.kill();

    let again = Window::open(&Start { lang: None, ..Start::new(data.path()) }).await;
    again.see("resume").await;
    again.press("continue-check").await;
    again.see("question").await;
    let after = again.command("sitting").await;
    for part in ["topics", "question", "counts", "money", "saved_at", "can_undo"] {
        assert_eq!(after[part], before[part], "{part}");
    }
    again.close().await;
}

#[tokio::test]
async fn what_is_deleted_is_gone_from_the_window_and_from_the_disk() {
    let (window, data) = at_first_question().await;
    Person::read("chen-xiao").answer_next(&window).await;
    let key = std::fs::read(data.path().join("casebook.key")).unwrap();

    window.press("rail-settings").await;
    window.press("erase").await;
    window.fill("erase-word", "删除").await;
    window.press("erase-confirm").await;
    window.wait_gone("erase-confirm").await;
    window.wait("an empty sheet", "return document.querySelector('[data-testid=resume]') === null").await;

    let sitting = window.command("sitting").await;
    assert_eq!((&sitting["saved_at"], &sitting["can_undo"]), (&json!(null), &json!(false)));
    assert_ne!(
        std::fs::read(data.path().join("casebook.key")).unwrap(),
        key,
        "the old key would open an old copy"
    );
    window.close().await;
}

#[tokio::test]
async fn a_second_window_says_that_the_book_is_in_use() {
    let data = TempDir::new().unwrap();
    let first = Window::open(&Start::new(data.path())).await;
    let second = Window::open(&Start::new(data.path())).await;
    second.see("failure").await;
    assert_eq!(second.command("start").await["failure"]["code"], json!("book-in-use"));
    first.close().await;
    second.close().await;
}
