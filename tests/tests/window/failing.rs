//! What cannot be opened: said in the reader's language, with the place and the way out, and nothing is lost.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use std::{
    fs,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
};

use journeys::{Key, Person, Start, Window, cut, violations};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::at_first_question;

/// A data folder in which something was answered, with what the window showed of it.
async fn with_answers() -> (TempDir, Value) {
    let (window, data) = at_first_question().await;
    Person::read("chen-xiao").answer_next(&window).await;
    let sitting = window.command("sitting").await;
    window.close().await;
    (data, sitting)
}

#[tokio::test]
async fn a_damaged_book_is_left_as_it_is_and_a_backup_mends_it() {
    let (data, before) = with_answers().await;
    let backup = TempDir::new().unwrap();
    copy(data.path(), backup.path());
    let book = data.path().join("casebook.db");
    let damaged: Vec<u8> = fs::read(&book).unwrap().iter().map(|it| !it).collect();
    fs::write(&book, &damaged).unwrap();
    // What was not yet moved from the log into the book would stand in for its pages.
    let log = data.path().join("casebook.db-wal");
    assert!(!log.exists() || fs::remove_file(&log).is_ok());

    let window = closed(&Start::new(data.path()), "book-damaged", data.path()).await;
    assert_eq!(fs::read(&book).unwrap(), damaged, "a damaged book is not written over");
    move_book(data.path(), TempDir::new().unwrap().path());
    copy(backup.path(), data.path());
    reopens(&window, &before).await;
    window.close().await;
}

#[tokio::test]
async fn a_book_without_its_key_is_told_like_a_damaged_one() {
    let (data, before) = with_answers().await;
    let (key, aside) = (data.path().join("casebook.key"), data.path().join("aside"));
    fs::rename(&key, &aside).unwrap();
    let window = closed(&Start::new(data.path()), "book-damaged", &key).await;
    fs::rename(&aside, &key).unwrap();
    reopens(&window, &before).await;
    window.close().await;
}

#[tokio::test]
async fn a_book_of_a_newer_program_is_told_with_both_formats_and_kept() {
    let (data, before) = with_answers().await;
    let aside = TempDir::new().unwrap();
    move_book(data.path(), aside.path());
    copy(&here("books/newer"), data.path());
    let book = data.path().join("casebook.db");
    let newer = fs::read(&book).unwrap();
    let window = closed(&Start::new(data.path()), "book-too-new", data.path()).await;
    window.wait_text("failure", "9").await;
    assert_eq!(fs::read(&book).unwrap(), newer, "a newer book is not written over");
    move_book(data.path(), TempDir::new().unwrap().path());
    move_book(aside.path(), data.path());
    reopens(&window, &before).await;
    window.close().await;
}

#[tokio::test]
async fn a_folder_that_may_not_be_written_is_told_and_tried_again() {
    let (data, before) = with_answers().await;
    let modes = |folder: u32, file: u32| {
        for it in fs::read_dir(data.path()).unwrap() {
            fs::set_permissions(it.unwrap().path(), fs::Permissions::from_mode(file)).unwrap();
        }
        fs::set_permissions(data.path(), fs::Permissions::from_mode(folder)).unwrap();
    };
    modes(0o500, 0o400);
    let start = Start { powerless: true, ..Start::new(data.path()) };
    let window = closed(&start, "not-writable", &data.path().join("casebook.lock")).await;
    modes(0o700, 0o600);
    reopens(&window, &before).await;
    window.close().await;
}

/// The window says why it is closed, where, and what to do, in both languages; nothing a tool or the eye could find against it.
async fn closed(start: &Start<'_>, code: &str, place: &Path) -> Window {
    let window = Window::open(start).await;
    window.see("closed").await;
    assert_eq!(window.attr("closed", "data-code").await, code);
    assert_eq!(window.text("failure-place").await, place.display().to_string());
    let mut said = Vec::new();
    for language in ["zh", "en"] {
        window
            .wait(language, &format!("return document.documentElement.lang.startsWith('{language}')"))
            .await;
        said.push(window.text("failure").await);
        assert_eq!(violations(&window).await, [""; 0]);
        assert_eq!(cut(&window).await, [""; 0]);
        window.key(Key::F8).await;
    }
    assert!(["再试", "新版"].iter().any(|it| said[0].contains(it)), "{said:?}");
    assert!(["try again", "Open it with"].iter().any(|it| said[1].contains(it)), "{said:?}");
    window.wait("Chinese", "return document.documentElement.lang.startsWith('zh')").await;
    window
}

/// Tried again, the window opens, and everything that was answered is there.
async fn reopens(window: &Window, before: &Value) {
    window.press("try-again").await;
    window.see("resume").await;
    let after = window.command("sitting").await;
    for part in ["topics", "question", "counts", "money", "saved_at"] {
        assert_eq!(after[part], before[part], "{part}");
    }
}

#[tokio::test]
async fn the_reason_is_told_in_the_language_and_the_theme_chosen_before() {
    let data = TempDir::new().unwrap();
    let first = Window::open(&Start { lang: Some("en"), ..Start::new(data.path()) }).await;
    first.press("begin").await;
    first.press("rail-settings").await;
    first.press("theme-dark").await;
    first.see("theme-dark").await;
    let second = Window::open(&Start { lang: None, ..Start::new(data.path()) }).await;
    second.see("closed").await;
    second.wait_text("failure", "Another window").await;
    assert_eq!(second.ask("return document.documentElement.dataset.theme").await, json!("dark"));
    first.close().await;
    second.press("try-again").await;
    second.see("door-check").await;
    second.close().await;
}

#[tokio::test]
async fn of_a_pack_with_errors_the_rest_works_and_each_error_has_its_place() {
    let (data, before) = with_answers().await;
    let pack = broken_pack();
    let start = Start { policies: Some(pack.path()), ..Start::new(data.path()) };
    let window = Window::open(&start).await;
    window.wait_text("pack-state", "读不懂的政策没有载入").await;
    window.press("pack-state-open").await;
    window.wait_text("pack-remarks", "rule.toml:").await;
    window.wait_text("pack-remarks", "没有这个名称：`no_such_fact`").await;
    assert_eq!(violations(&window).await, [""; 0]);
    assert_eq!(cut(&window).await, [""; 0]);
    window.key(Key::Escape).await;
    window.wait_gone("pack-remarks").await;
    window.key(Key::F8).await;
    window.wait_text("pack-state", "was left out").await;

    // The other policy of the pack can be read, and searched for.
    window.press("rail-policies").await;
    let shelf = window.command("shelf").await;
    let policies: Vec<&Value> = shelf
        .as_array()
        .into_iter()
        .flatten()
        .flat_map(|it| it["policies"].as_array().into_iter().flatten())
        .collect();
    assert_eq!(policies.len(), 1, "{policies:?}");
    window.press(&format!("shelf-{}", policies[0]["policy"].as_str().unwrap_or_default())).await;
    window.see("reader").await;
    window.close().await;

    let again = Window::open(&Start::new(data.path())).await;
    assert_eq!(
        again.command("sitting").await["topics"],
        before["topics"],
        "another pack takes no answer away"
    );
    again.close().await;
}

#[tokio::test]
async fn a_folder_of_policies_that_cannot_be_read_is_told() {
    let (data, pack) = (TempDir::new().unwrap(), broken_pack());
    fs::set_permissions(pack.path().join("facts"), fs::Permissions::from_mode(0o000)).unwrap();
    let start = Start { policies: Some(pack.path()), powerless: true, ..Start::new(data.path()) };
    let window = closed(&start, "pack-unreadable", &pack.path().join("facts")).await;
    fs::set_permissions(pack.path().join("facts"), fs::Permissions::from_mode(0o700)).unwrap();
    // It opens by itself.
    window.see("begin").await;
    window.close().await;
}

/// The small pack of two policies, in whose second rule a fact is misspelt.
fn broken_pack() -> TempDir {
    let pack = TempDir::new().unwrap();
    copy(&here("packs/example"), pack.path());
    let rule = rules(pack.path()).into_iter().next().expect("the pack has rules");
    let text = fs::read_to_string(&rule).unwrap();
    fs::write(&rule, text.replacen("test = \"", "test = \"no_such_fact and ", 1)).unwrap();
    pack
}

/// A folder beside the tests.
pub(crate) fn here(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)
}

/// Moves a book with its key and its log, as the window tells people to.
fn move_book(from: &Path, to: &Path) {
    for it in fs::read_dir(from).unwrap().map(|it| it.unwrap()) {
        if it.file_name().to_string_lossy().starts_with("casebook") {
            fs::copy(it.path(), to.join(it.file_name())).unwrap();
            fs::remove_file(it.path()).unwrap();
        }
    }
}

pub(crate) fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for it in fs::read_dir(from).unwrap() {
        let it = it.unwrap();
        let target = to.join(it.file_name());
        if it.path().is_dir() {
            copy(&it.path(), &target);
        } else {
            fs::copy(it.path(), target).unwrap();
        }
    }
}

fn rules(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for it in fs::read_dir(folder).unwrap() {
        let path = it.unwrap().path();
        if path.is_dir() {
            found.extend(rules(&path));
        } else if path.ends_with("rule.toml") {
            found.push(path);
        }
    }
    found.sort();
    found
}
