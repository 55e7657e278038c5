//! Photographs of every screen, in both languages, from the real window: `cargo xtask screenshots`.

use std::{env, fs, path::PathBuf};

use journeys::{Key, Person, Start, Window};
use tempfile::TempDir;

const GRANT: &str = "first-time-founder-grant";
/// So many answers make the check worth looking at.
const ANSWERS: usize = 12;

#[tokio::test]
#[ignore = "writes pictures; `cargo xtask screenshots` asks for it"]
async fn every_screen_in_both_languages() {
    let album = Album(env::var_os("ADVISOR_SCREENSHOTS").expect("ADVISOR_SCREENSHOTS names a folder").into());
    fs::create_dir_all(&album.0).unwrap();
    let data = TempDir::new().unwrap();
    let window = Window::open(&Start::new(data.path())).await;
    album.both(&window, "first-run", "begin").await;
    window.press("begin").await;
    set(&window, "theme-light").await;
    let person = Person::read("chen-xiao");
    for _ in 0..ANSWERS {
        person.answer_next(&window).await;
    }
    album.both(&window, "check", "question").await;
    album.in_other_rooms(&window, "check", "question").await;
    set(&window, "theme-dark").await;
    album.photograph(&window, "check", "question", "zh-dark").await;
    set(&window, "theme-light").await;
    person.answer_all(&window).await;
    album.rooms(&window).await;
    album.layers(&window).await;

    set(&window, "theme-dark").await;
    open_grant(&window).await;
    album.photograph(&window, "result", "result", "zh-dark").await;
    window.press("read-text").await;
    album.photograph(&window, "reader", "reader", "zh-dark").await;
    set(&window, "theme-light").await;
    let second = Window::open(&Start { lang: Some("zh"), ..Start::new(data.path()) }).await;
    album.both(&second, "closed", "closed").await;
    second.close().await;
    window.close().await;
}

/// Chooses something in the settings and goes back to the check.
async fn set(window: &Window, choice: &str) {
    window.press("rail-settings").await;
    window.press(choice).await;
    window.press("rail-check").await;
}

struct Album(PathBuf);

impl Album {
    async fn rooms(&self, window: &Window) {
        self.both(window, "check-done", "all-answered").await;
        window.press("see-results").await;
        self.both(window, "results", "to-check").await;
        window.press("to-check").await;
        open_grant(window).await;
        self.both(window, "result", "result").await;
        self.in_other_rooms(window, "result", "result").await;
        window.press("read-text").await;
        self.both(window, "reader", "reader").await;
        self.in_other_rooms(window, "reader", "reader").await;
        window.press("rail-policies").await;
        self.both(window, "policies", "search").await;
        window.fill("search", "开办公司补贴").await;
        window.see("hit").await;
        self.both(window, "search", "hit").await;
        for room in ["start", "people", "settings"] {
            window.press(&format!("rail-{room}")).await;
            self.both(window, room, &format!("rail-{room}")).await;
        }
    }

    async fn layers(&self, window: &Window) {
        window.press("rail-start").await;
        window.ctrl("k").await;
        window.fill("palette-box", "招人").await;
        window
            .wait(
                "what was found",
                "return document.querySelectorAll('[data-testid=palette-option]').length > 3",
            )
            .await;
        self.both(window, "palette", "palette").await;
        window.key(Key::Escape).await;
        window.key(Key::F1).await;
        self.both(window, "help", "help").await;
        window.key(Key::Escape).await;
        window.press("rail-check").await;
    }

    /// On a large screen, in the smallest window, and in the largest type.
    async fn in_other_rooms(&self, window: &Window, screen: &str, shows: &str) {
        for (width, height, kind) in [(1920, 1080, "zh-wide"), (720, 560, "zh-narrow")] {
            window.resize(width, height).await;
            self.photograph(window, screen, shows, kind).await;
        }
        window.resize(1280, 800).await;
        for _ in 0..3 {
            window.ctrl("=").await;
        }
        self.photograph(window, screen, shows, "zh-large").await;
        window.ctrl("0").await;
    }

    /// One picture in Chinese and one in English; the window is in Chinese before and after.
    async fn both(&self, window: &Window, screen: &str, shows: &str) {
        self.photograph(window, screen, shows, "zh").await;
        switch(window, "en").await;
        self.photograph(window, screen, shows, "en").await;
        switch(window, "zh").await;
    }

    async fn photograph(&self, window: &Window, screen: &str, shows: &str, kind: &str) {
        window.see(shows).await;
        window.settled().await;
        window.photograph(&self.0.join(format!("{screen}-{kind}.png"))).await;
    }
}

async fn switch(window: &Window, language: &str) {
    window.key(Key::F8).await;
    window.wait(language, &format!("return document.documentElement.lang.startsWith('{language}')")).await;
}

async fn open_grant(window: &Window) {
    window.press_in(&format!("result-row-{GRANT}"), "button").await;
    window.see("result").await;
}
