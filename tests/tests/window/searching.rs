//! Looking for something as one types; what else is found than policies; search by meaning and without it.

use std::{fs, path::Path};

use journeys::{Key, MODEL, Start, Window};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::at_first_question;

/// Somebody who types fast and slips: the last letters are taken back and typed anew.
const TYPED: &str = "我刚招了两个应届生能拿什么钱 subsidy for renting my first office";
const TAKEN_BACK: usize = 12;

#[tokio::test]
async fn no_key_is_lost_while_one_types_and_the_hits_are_those_of_the_last() {
    let (window, _data) = at_first_question().await;
    window.press("rail-policies").await;
    window.see("search").await;
    let count = "window.inputs = 0;
        document.querySelector('[data-testid=search]').addEventListener('input', () => { window.inputs += 1; });
        return true";
    window.ask(count).await;

    let back = char::from(Key::Backspace).to_string().repeat(TAKEN_BACK);
    let end: String = TYPED.chars().skip(TYPED.chars().count() - TAKEN_BACK).collect();
    window.keys(&format!("{TYPED}{back}{end}")).await;
    let n_keys = TYPED.chars().count() + 2 * TAKEN_BACK;
    assert_eq!(window.ask("return window.inputs").await, json!(n_keys));
    assert_eq!(value(&window).await, TYPED);

    let found = search(&window, "search", TYPED).await;
    let total = found["total"].as_u64().expect("hits are counted").to_string();
    window.wait_text("found", &total).await;
    let first = found["hits"][0]["id"].as_str().unwrap_or_default();
    window.wait("the best hit of all that was typed", &first_is(first)).await;
    window.close().await;
}

#[tokio::test]
async fn each_is_shown_as_what_it_is_and_can_be_had_alone() {
    let (window, _data) = at_first_question().await;
    window.press("rail-policies").await;
    window.fill("search", "创业").await;
    for (kind, shown) in [("directory", "找谁办"), ("question", "问题")] {
        let option = format!("facet-kind-{kind}");
        window.see(&option).await;
        let count = format!(
            "return document.querySelector('[data-testid={option}]').closest('label').querySelector('.count').textContent"
        );
        let promised = window.ask(&count).await;
        window.press(&option).await;
        let alone = format!(
            "[...document.querySelectorAll('[data-testid=hit]')].every(it => it.querySelector('.kind')?.textContent === '{shown}')"
        );
        window.wait(&format!("hits of kind {kind} alone"), &format!("return {alone}")).await;
        let found = "return document.querySelector('[data-testid=found]').textContent.match(/\\d+/)[0]";
        assert_eq!(window.ask(found).await, promised, "{kind}");
        window.press(&option).await;
        window.wait("all kinds again", &format!("return !{alone}")).await;
    }
    window.close().await;
}

#[tokio::test]
async fn a_page_of_help_is_found_and_opens() {
    let (window, _data) = at_first_question().await;
    window.press("rail-policies").await;
    window.fill("search", "结论的意思").await;
    let hit = "document.querySelector('[data-testid=hit][data-id=verdicts] button')";
    window.wait("help among the hits", &format!("return {hit} !== null")).await;
    window.ask(&format!("{hit}.click(); return true")).await;
    window.wait_text("help", "目前不符合").await;
    window.close().await;
}

#[tokio::test]
async fn without_a_model_words_are_searched_and_the_settings_say_so() {
    let (window, data) = at_first_question().await;
    let folder = data.path().display().to_string();
    window.press("rail-settings").await;
    window.wait_text("meaning", &folder).await;
    assert_eq!(window.attr("meaning", "data-state").await, "none");
    assert_eq!(search(&window, "refine", "创业").await, Value::Null);
    window.close().await;
}

#[tokio::test]
async fn a_damaged_model_is_told_and_words_are_searched() {
    let data = TempDir::new().expect("the system has a place for temporary files");
    fs::write(data.path().join(MODEL), b"GGUF and nothing else").expect("the folder takes a file");
    let window = Window::open(&Start::new(data.path())).await;
    window.press("begin").await;
    window.press("rail-settings").await;
    wait_state(&window, "broken").await;
    window.wait_text("meaning", "cargo xtask model").await;
    assert_eq!(search(&window, "refine", "创业").await, Value::Null);
    let found = search(&window, "search", "创业").await;
    assert!(0 < found["total"].as_u64().unwrap_or_default(), "{found}");
    window.close().await;
}

#[tokio::test]
#[ignore = "needs the model: `cargo xtask model`, then ADVISOR_MODEL names its file"]
async fn with_a_model_the_pack_is_read_and_the_order_is_refined_where_nobody_points() {
    let model = std::env::var("ADVISOR_MODEL").expect("ADVISOR_MODEL names the model's file");
    let data = TempDir::new().expect("the system has a place for temporary files");
    let copied = fs::copy(&model, data.path().join(MODEL));
    copied.unwrap_or_else(|it| panic!("{model}: {it}"));
    let pack = Path::new(env!("CARGO_MANIFEST_DIR")).join("packs/example");
    let window = Window::open(&Start { policies: Some(&pack), ..Start::new(data.path()) }).await;
    window.press("begin").await;
    window.press("rail-settings").await;
    wait_state(&window, "ready").await;

    // Not a word of it is in the pack.
    let typed = "ragazzi appena assunti";
    assert_eq!(search(&window, "search", typed).await["total"], json!(0));
    let refined = search(&window, "refine", typed).await;
    let first = refined["hits"][0]["id"].as_str().expect("something is meant").to_owned();
    window.press("rail-policies").await;
    window.fill("search", typed).await;
    window.wait("what is meant", &first_is(&first)).await;

    // Whoever points at the list keeps it as it is until they leave it.
    let to_list = |kind: &str| {
        format!(
            "document.querySelector('.main').dispatchEvent(new PointerEvent('{kind}', {{ bubbles: true }})); return true"
        )
    };
    window.fill("search", "rent").await;
    window.wait("hits by words", "return document.querySelector('[data-testid=hit] mark') !== null").await;
    window.ask(&to_list("pointermove")).await;
    let order = "return [...document.querySelectorAll('[data-testid=hit]')].map(it => it.dataset.id).join()";
    let before = window.ask(order).await;
    search(&window, "refine", "rent").await;
    assert_eq!(window.ask(order).await, before);
    window.ask(&to_list("pointerleave")).await;
    window.close().await;
}

async fn wait_state(window: &Window, state: &str) {
    let is_so =
        format!("return document.querySelector('[data-testid=meaning]')?.dataset.state === '{state}'");
    window.wait(&format!("the model to be {state}"), &is_so).await;
}

async fn value(window: &Window) -> String {
    window.see("search").await.prop("value").await.expect("a field has a value").unwrap_or_default()
}

async fn search(window: &Window, command: &str, text: &str) -> Value {
    let filters = json!({ "level": [], "family": [], "audience": [], "status": [], "kind": [] });
    window.invoke(command, &json!({ "request": { "text": text, "filters": filters, "limit": 30 } })).await
}

fn first_is(id: &str) -> String {
    format!("return document.querySelector('[data-testid=hit]')?.dataset.id === '{id}'")
}
