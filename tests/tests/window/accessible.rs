//! For everybody: nothing a tool can find against any screen, and room for all of it in every window.

use journeys::{Start, Window, cut, violations};
use tempfile::TempDir;

use crate::{
    all_answered, at_first_question,
    tour::{set, tour},
};

#[tokio::test]
async fn a_tool_finds_nothing_against_any_screen_in_chinese() {
    violations_on_tour("zh").await;
}

#[tokio::test]
async fn a_tool_finds_nothing_against_any_screen_in_english() {
    violations_on_tour("en").await;
}

async fn violations_on_tour(language: &str) {
    let (window, person, _data) = all_answered().await;
    let mut found = Vec::new();
    for theme in ["light", "dark"] {
        set(&window, &[("language", language), ("theme", theme)]).await;
        tour(&window, &person, async |place| {
            window.settled().await;
            found.extend(violations(&window).await.into_iter().map(|it| format!("{theme} {place}: {it}")));
        })
        .await;
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
    window.close().await;
}

#[tokio::test]
async fn a_tool_finds_nothing_against_a_window_in_which_nothing_was_told() {
    let (window, _data) = at_first_question().await;
    let mut found = Vec::new();
    for (language, theme) in [("zh", "light"), ("zh", "dark"), ("en", "light"), ("en", "dark")] {
        set(&window, &[("language", language), ("theme", theme)]).await;
        empty_screens(&window, async |place| {
            let here = violations(&window).await;
            found.extend(here.into_iter().map(|it| format!("{language} {theme} {place}: {it}")));
        })
        .await;
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
    window.close().await;
}

async fn empty_screens(window: &Window, mut look: impl AsyncFnMut(&str)) {
    window.press("rail-check").await;
    window.see("question").await;
    look("the first question").await;
    window.press("see-results").await;
    window.see("to-check").await;
    look("results of nothing").await;
    window.press("rail-policies").await;
    window.see("search").await;
    look("policies").await;
    window.press("rail-start").await;
    window.see("door-check").await;
    look("start").await;
}

/// A laptop, a large screen, and the least that the window takes.
const ROOMS: &[(u32, u32)] = &[(1280, 800), (1920, 1080), (720, 560)];

#[tokio::test]
async fn everything_has_room_in_chinese() {
    cuts_on_tour("zh", "normal", ROOMS).await;
}

#[tokio::test]
async fn everything_has_room_in_english() {
    cuts_on_tour("en", "normal", ROOMS).await;
}

#[tokio::test]
async fn everything_has_room_at_twice_the_size_in_chinese() {
    cuts_on_tour("zh", "largest", ROOMS).await;
}

#[tokio::test]
async fn everything_has_room_at_twice_the_size_in_english() {
    cuts_on_tour("en", "largest", ROOMS).await;
}

async fn cuts_on_tour(language: &str, size: &str, rooms: &[(u32, u32)]) {
    let (window, person, _data) = all_answered().await;
    let mut found = Vec::new();
    for (width, height) in rooms {
        assert_eq!(window.resize(*width, *height).await, (u64::from(*width), u64::from(*height)));
        set(&window, &[("language", language), ("size", size)]).await;
        tour(&window, &person, async |place| {
            window.settled().await;
            found
                .extend(cut(&window).await.into_iter().map(|it| format!("{width} x {height} {place}: {it}")));
        })
        .await;
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
    window.close().await;
}

#[tokio::test]
async fn a_window_cannot_be_made_too_small_to_use() {
    let data = TempDir::new().expect("the system has a place for temporary files");
    let window = Window::open(&Start::new(data.path())).await;
    assert_eq!(window.resize(200, 200).await, (720, 560));
    window.close().await;
}
