//! For everybody: by keyboard alone, at twice the size, and with nothing a tool can find against it.

use journeys::{Key, Person, Window, violations};
use serde_json::json;

use crate::at_first_question;

#[tokio::test]
async fn a_tool_finds_nothing_against_any_screen() {
    let (window, _data) = at_first_question().await;
    let person = Person::read("chen-xiao");
    person.answer_next(&window).await;
    let mut found = Vec::new();
    for (language, theme) in [("zh", "light"), ("zh", "dark"), ("en", "light"), ("en", "dark")] {
        set(&window, &[("language", language), ("theme", theme)]).await;
        for (screen, id) in SCREENS {
            go(&window, screen, id).await;
            let here = violations(&window).await;
            found.extend(here.into_iter().map(|it| format!("{language} {theme} {screen}: {it}")));
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
    window.close().await;
}

#[tokio::test]
async fn at_twice_the_size_nothing_needs_sideways_scrolling() {
    let (window, _data) = at_first_question().await;
    set(&window, &[("size", "largest")]).await;
    for (screen, id) in SCREENS {
        go(&window, screen, id).await;
        let wide = window.ask(WIDER_THAN_THE_WINDOW).await;
        assert_eq!(wide, json!([]), "{screen}");
    }
    window.close().await;
}

const WIDER_THAN_THE_WINDOW: &str = "const page = document.documentElement;
    const scrollers = [page, ...document.querySelectorAll('main, main *')].filter(it =>
        it.scrollWidth > it.clientWidth + 1 && (it === page || ['auto', 'scroll'].includes(getComputedStyle(it).overflowX)));
    return scrollers.map(it => `${it.tagName}.${it.className}`)";

#[tokio::test]
async fn the_keyboard_alone_leads_from_a_question_to_a_result() {
    let (window, _data) = at_first_question().await;
    for _ in 0..3 {
        let before = window.command("sitting").await["question"]["subject"].clone();
        window.key(Key::Escape).await;
        window.keys("0").await;
        window.keys(&char::from(Key::Enter).to_string()).await;
        let fact = before["fact"].as_str().or(before["list"].as_str()).unwrap_or_default().to_owned();
        window.see(&format!("told-{fact}")).await;
    }
    let row = "document.activeElement?.closest('[data-testid^=result-row]') != null";
    for _ in 0..80 {
        if window.ask(&format!("return {row}")).await == json!(true) {
            window.key(Key::Enter).await;
            window.see("result").await;
            return window.close().await;
        }
        window.key(Key::Tab).await;
    }
    panic!("80 tabs reach no result");
}

/// Where one can be, and what shows that one is there.
const SCREENS: &[(&str, &str)] = &[
    ("start", "door-check"),
    ("check", "question"),
    ("results", "to-check"),
    ("result", "result"),
    ("reader", "reader"),
    ("policies", "search"),
    ("people", "rail-people"),
    ("settings", "erase"),
];

async fn go(window: &Window, screen: &str, shows: &str) {
    match screen {
        "results" => {
            window.press("rail-check").await;
            window.press("see-results").await;
        }
        "result" => {
            window
                .ask("document.querySelector('[data-testid^=result-row] button').click(); return true")
                .await;
        }
        "reader" => window.press("read-text").await,
        room => window.press(&format!("rail-{room}")).await,
    }
    window.see(shows).await;
}

/// Chooses something in the settings.
async fn set(window: &Window, choices: &[(&str, &str)]) {
    window.press("rail-settings").await;
    for (setting, value) in choices {
        window.press(&format!("{setting}-{value}")).await;
    }
}
