//! Through all screens, kinds of question and layers of the window, one after the other.

use std::collections::BTreeMap;

use journeys::{Key, Person, Window};
use serde_json::json;

/// Shows every screen and every layer in turn and calls `look` at each. Everything was answered before.
pub(crate) async fn tour(window: &Window, person: &Person, mut look: impl AsyncFnMut(&str)) {
    window.press("rail-settings").await;
    window.see("erase").await;
    look("settings").await;
    window.press("erase").await;
    window.see("erase-confirm").await;
    look("erase").await;
    window.press("erase-confirm").await;
    look("erase, without the word").await;
    close_layer(window, "erase-confirm").await;
    window.press("first-again").await;
    window.see("begin").await;
    look("first screen").await;
    window.press("begin").await;

    questions(window, person, &mut look).await;
    results(window, &mut look).await;
    policies(window, &mut look).await;

    window.press("rail-people").await;
    window.see("people-filter").await;
    look("people").await;
    window.press("rail-start").await;
    window.see("door-check").await;
    look("start").await;
    layers(window, &mut look).await;
}

async fn questions(window: &Window, person: &Person, look: &mut impl AsyncFnMut(&str)) {
    for (kind, name) in one_of_each_kind(window, person).await {
        ask(window, &name).await;
        look(&format!("question: {kind}")).await;
        if kind == "list" {
            window.press("entry-add").await;
            window.see("entry-form").await;
            look("question: entry of a list").await;
        }
        if kind == "date" {
            window.fill("date-month", "13").await;
            window.press("continue").await;
            window.see("errors").await;
            look("question: an answer that cannot be").await;
        }
    }
    window.press("continue").await;
    window.see("all-answered").await;
    look("all answered").await;
    for (opener, layer) in [("open-told", "what was told"), ("open-so-far", "what it means so far")] {
        if window.has(opener).await {
            window.press(opener).await;
            window.wait("a drawer", A_LAYER).await;
            look(layer).await;
            window.key(Key::Escape).await;
            window.wait("no drawer", NO_LAYER).await;
        }
    }
}

const A_LAYER: &str = "return document.querySelector('dialog[open]') !== null";
const NO_LAYER: &str = "return document.querySelector('dialog[open]') === null";

/// Of each kind of question one that was answered.
async fn one_of_each_kind(window: &Window, person: &Person) -> BTreeMap<String, String> {
    let facts = json!(person.facts().collect::<Vec<_>>());
    let kinds = window
        .ask_later(&format!(
            "const [done, call] = [arguments[0], window.__TAURI_INTERNALS__.invoke];
             (async () => {{
                 const kinds = {{}};
                 const told = (await call('sitting')).topics.flatMap(it => it.answers).map(it => it.subject);
                 for (const subject of told.filter(it => it.list || {facts}.includes(it.fact))) {{
                     const {{ input }} = (await call('ask', {{ subject }})).question;
                     const detail = {{
                         number: () => input.bands.length > 0 ? ' with bands' : '',
                         date: () => input.by_month ? ' by month' : '',
                         choice: () => input.options.length > 7 ? ' in a list' : '',
                     }};
                     kinds[input.kind + (detail[input.kind]?.() ?? '')] ??= subject.fact ?? subject.list;
                 }}
                 return kinds;
             }})().then(done, it => done(JSON.stringify(it)))"
        ))
        .await;
    let kinds = kinds.as_object().unwrap_or_else(|| panic!("{kinds}"));
    let kinds: BTreeMap<String, String> = kinds
        .iter()
        .map(|(kind, name)| (kind.clone(), name.as_str().unwrap_or_default().to_owned()))
        .collect();
    for kind in ["boolean", "choice", "choice in a list", "choices", "date", "list", "number"] {
        assert!(kinds.contains_key(kind), "nothing asks a {kind}: {kinds:?}");
    }
    kinds
}

/// Goes to a question that was answered, as people do: by what they told.
async fn ask(window: &Window, name: &str) {
    if window.has("open-told").await {
        window.press("open-told").await;
    }
    window.press(&format!("told-{name}")).await;
    let there = format!("return document.querySelector('[data-subject=\"{name}\"]') !== null");
    window.wait(name, &there).await;
}

async fn results(window: &Window, look: &mut impl AsyncFnMut(&str)) {
    window.press("see-results").await;
    window.see("to-check").await;
    window.press_in("fold-ineligible", "summary").await;
    look("results").await;
    window.press("take-away").await;
    window.press("take-calendar").await;
    window.see("taken-calendar").await;
    look("what one takes away").await;
    close_layer(window, "take-away-layer").await;
    window.press("to-to-do").await;
    window.see("to-do-supports").await;
    look("to do").await;
    window.press("to-results").await;
    window.see("to-check").await;
    window.ask("document.querySelector('[data-testid^=result-row] button').click(); return true").await;
    window.see("result").await;
    look("result").await;
    window.ask("document.querySelector('[data-testid=source-link]').click(); return true").await;
    window.see("link-open").await;
    look("leaving the window").await;
    close_layer(window, "link-open").await;
    window.press("read-text").await;
    window.see("reader").await;
    look("reader").await;
}

async fn policies(window: &Window, look: &mut impl AsyncFnMut(&str)) {
    window.press("rail-policies").await;
    window.see("search").await;
    window.wait("the shelf", "return document.querySelector('[data-testid^=shelf-]') !== null").await;
    look("policies").await;
    window.fill("search", "招人 补贴").await;
    window.see("hit").await;
    look("search").await;
    window.fill("search", "龘靐齉").await;
    window.wait_gone("hit").await;
    look("search without a hit").await;
    window.key(Key::Escape).await;
}

async fn layers(window: &Window, look: &mut impl AsyncFnMut(&str)) {
    window.key(Key::F1).await;
    window.see("help").await;
    look("help").await;
    close_layer(window, "help").await;
    window.ctrl("/").await;
    window.see("key-sheet").await;
    look("keys").await;
    close_layer(window, "key-sheet").await;
    window.ctrl("n").await;
    window.see("start-over-confirm").await;
    look("start over").await;
    close_layer(window, "start-over-confirm").await;
    window.ctrl("k").await;
    window.see("palette-option").await;
    look("palette").await;
    window.fill("palette-box", "龘靐齉").await;
    window.wait_gone("palette-option").await;
    look("palette without an entry").await;
    close_layer(window, "palette").await;
}

async fn close_layer(window: &Window, id: &str) {
    window.key(Key::Escape).await;
    window.wait_gone(id).await;
}

/// Chooses something in the settings.
pub(crate) async fn set(window: &Window, choices: &[(&str, &str)]) {
    window.press("rail-settings").await;
    for (setting, value) in choices {
        window.press(&format!("{setting}-{value}")).await;
    }
}
