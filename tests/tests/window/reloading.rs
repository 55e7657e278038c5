//! A folder of policies that somebody works on: the window follows it, stays where one is and loses nothing.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use std::{
    fs,
    path::{Path, PathBuf},
};

use journeys::{Key, Start, Window, cut, violations};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::failing::{copy, here};

/// The window over a folder with the small pack, past its first screen; the folders of the pack and of the data.
async fn at_work() -> (Window, TempDir, TempDir) {
    let (pack, data) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    copy(&here("packs/example"), pack.path());
    let start = Start { policies: Some(pack.path()), ..Start::new(data.path()) };
    let window = Window::open(&start).await;
    window.press("begin").await;
    window.see("question").await;
    (window, pack, data)
}

/// Changes a file as editors do: another one takes its place.
fn change(file: &Path, from: &str, to: &str) {
    let text = fs::read_to_string(file).unwrap();
    assert!(text.contains(from), "{} has no {from:?}", file.display());
    let aside = file.with_extension("new");
    fs::write(&aside, text.replacen(from, to, 1)).unwrap();
    fs::rename(aside, file).unwrap();
}

/// The folder of the first policy on the shelf, and its id.
async fn first_policy(window: &Window, pack: &Path) -> (PathBuf, String) {
    let shelf = window.command("shelf").await;
    let id = shelf[0]["policies"][0]["policy"].as_str().unwrap().to_owned();
    let family = shelf[0]["family"]["id"].as_str().unwrap();
    (pack.join(family).join(&id), id)
}

#[tokio::test]
async fn a_changed_text_is_shown_where_one_reads() {
    let (window, pack, _data) = at_work().await;
    let (folder, id) = first_policy(&window, pack.path()).await;
    window.press("rail-policies").await;
    window.press(&format!("shelf-{id}")).await;
    window.see("reader").await;
    let scroll = "document.getElementById('main')";
    let down = format!("const it = {scroll}; it.scrollTo(0, 120); return it.scrollTop");
    window.resize(1280, 640).await;
    assert_eq!(window.ask(&down).await, json!(120), "the text is longer than the window");
    let edition = fs::read_dir(&folder).unwrap().map(|it| it.unwrap().path()).find(|it| it.is_dir()).unwrap();
    for text in ["zh.md", "en.md"] {
        let file = edition.join(text);
        let text = fs::read_to_string(&file).unwrap();
        fs::write(&file, format!("{text}\n改过了 changed\n")).unwrap();
    }
    window.wait_text("reader", "改过了").await;
    assert_eq!(window.ask(&format!("return {scroll}.scrollTop")).await, json!(120));
    window.close().await;
}

#[tokio::test]
async fn a_mistake_leaves_what_was_there_and_is_gone_when_it_is_mended() {
    let (window, pack, _data) = at_work().await;
    let (folder, id) = first_policy(&window, pack.path()).await;
    let question = window.attr("question", "data-subject").await;
    let file = folder.join("policy.toml");
    change(&file, "title = ", "tilte = ");
    window.wait_text("pack-state", "仍显示之前的内容").await;
    assert_eq!(window.attr("question", "data-subject").await, question);
    window.press("pack-state-open").await;
    window.wait_text("pack-remarks", "policy.toml:1:1").await;
    window.wait_text("pack-remarks", "是不是想写 `title`？").await;
    assert_eq!(violations(&window).await, [""; 0]);
    assert_eq!(cut(&window).await, [""; 0]);
    window.key(Key::Escape).await;
    window.wait_gone("pack-remarks").await;
    assert!(policies(&window).await.contains(&id), "what was there is still there");
    change(&file, "tilte = ", "title = ");
    window.wait("no word of a mistake", NO_FORMER).await;
    window.close().await;
}

#[tokio::test]
async fn a_folder_that_goes_and_comes_back_takes_nothing_along() {
    let (window, pack, _data) = at_work().await;
    let question = window.attr("question", "data-subject").await;
    let before = policies(&window).await;
    let aside = TempDir::new().unwrap();
    copy(pack.path(), aside.path());
    fs::remove_dir_all(pack.path()).unwrap();
    window.wait_text("pack-state", "读不了这个政策文件夹").await;
    assert_eq!(policies(&window).await, before);
    assert_eq!(window.attr("question", "data-subject").await, question);
    // It is back with one policy less, as after another branch was taken.
    copy(aside.path(), pack.path());
    let (folder, id) = first_policy(&window, pack.path()).await;
    fs::remove_dir_all(folder).unwrap();
    window.wait("no word of a mistake", NO_FORMER).await;
    window.press("rail-policies").await;
    window.wait_gone(&format!("shelf-{id}")).await;
    assert_eq!(policies(&window).await.len(), before.len() - 1);
    window.close().await;
}

#[tokio::test]
async fn a_half_given_answer_outlives_a_change_elsewhere() {
    let (window, pack, _data) = at_work().await;
    let (folder, id) = first_policy(&window, pack.path()).await;
    let is_picked =
        "return document.querySelector('[data-testid=question] input[type=radio]:checked') !== null";
    window.press_in("question", "input[type=radio]").await;
    window.wait("an option picked", is_picked).await;
    let title = "title = { zh = \"";
    change(&folder.join("policy.toml"), title, &format!("{title}新"));
    window.wait_text("announcement", "改过了").await;
    assert_eq!(window.ask(is_picked).await, json!(true));
    let shelf = window.command("shelf").await;
    assert!(shelf.to_string().contains("新"), "{id} has another title");
    window.close().await;
}

const NO_FORMER: &str = "const it = document.querySelector('[data-testid=pack-state]');
    return it === null || it.dataset.former === 'false'";

async fn policies(window: &Window) -> Vec<String> {
    let shelf = window.command("shelf").await;
    let shelves = shelf.as_array().into_iter().flatten();
    let policies = shelves.flat_map(|it| it["policies"].as_array().into_iter().flatten());
    policies.filter_map(|it: &Value| it["policy"].as_str().map(str::to_owned)).collect()
}
