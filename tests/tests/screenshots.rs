//! Photographs of every screen, in both languages, from the real window: `cargo xtask screenshots`.

use std::{env, fs, path::PathBuf};

use journeys::{Key, Person, Start, Window};
use serde_json::Value;
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

#[tokio::test]
#[ignore = "writes pictures; `cargo xtask screenshots` asks for it"]
async fn the_people_of_a_firm_in_both_languages() {
    let album = Album(env::var_os("ADVISOR_SCREENSHOTS").expect("ADVISOR_SCREENSHOTS names a folder").into());
    fs::create_dir_all(&album.0).unwrap();
    let data = TempDir::new().unwrap();
    let window = Window::open(&Start::new(data.path())).await;
    for (fact, said) in
        [("registered", "true"), ("registered_district", "'yangpu'"), ("legal_form", "'company'")]
    {
        invoke(&window, &format!("'answer', {{ fact: '{fact}', said: {said} }}")).await;
    }
    invoke(&window, "'ask', { subject: { kind: 'list', list: 'hires' } }").await;
    window.press("begin").await;
    set(&window, "theme-light").await;

    window.press("entry-add").await;
    window.fill("entry-n", "2").await;
    window.fill_in("field-hired_on", "input", "2026-7").await;
    window.fill_in("field-contract_months", "input", "两年").await;
    window.press("box-graduate").await;
    window.fill_in("field-left_school_on", "input", "2026-6").await;
    window.press("box-demobilised").await;
    window.see("field-left_school_on").await;
    album.both(&window, "hires-form", "entry-form").await;
    window.press("entry-save").await;

    window.press("paste").await;
    window.see("paste-text").await;
    let field = "document.querySelector('[data-testid=paste-text]')";
    let paste = format!(
        "{field}.value = `{STAFF}`; {field}.dispatchEvent(new Event('input', {{ bubbles: true }})); return true"
    );
    window.ask(&paste).await;
    album.both(&window, "hires-paste", "paste-put").await;
    window.press("paste-put").await;
    window.wait_gone("paste-text").await;
    window.wait("standings", "return !document.body.innerText.includes('正在算')").await;
    album.both(&window, "hires", "entry-e1").await;
    set(&window, "theme-dark").await;
    window.press("copy-e1").await;
    window.see("box-graduate").await;
    album.photograph(&window, "hires-form", "entry-form", "zh-dark").await;
    window.close().await;
}

#[tokio::test]
#[ignore = "writes pictures; `cargo xtask screenshots` asks for it"]
async fn what_to_make_of_it_in_both_languages() {
    let album = Album(env::var_os("ADVISOR_SCREENSHOTS").expect("ADVISOR_SCREENSHOTS names a folder").into());
    fs::create_dir_all(&album.0).unwrap();
    let data = TempDir::new().unwrap();
    let window = Window::open(&Start::new(data.path())).await;
    let persona = concat!(env!("CARGO_MANIFEST_DIR"), "/personas/eight-people.json");
    let persona: Value = serde_json::from_str(&fs::read_to_string(persona).unwrap()).unwrap();
    for (fact, said) in persona.as_object().unwrap() {
        match said.as_array().filter(|it| it.iter().any(Value::is_object)) {
            None if fact == "had" => {}
            None => invoke(&window, &format!("'answer', {{ fact: '{fact}', said: {said} }}")).await,
            Some(entries) => {
                for entry in entries {
                    let mut said = entry.as_object().unwrap().clone();
                    let name = said.remove("id").unwrap();
                    let n = said.remove("n").unwrap_or(Value::from(1));
                    let said = Value::Object(said);
                    let draft = format!(
                        "{{ list: '{fact}', id: null, name: {name}, n: {n}, said: {said}, typed: {{}} }}"
                    );
                    invoke(&window, &format!("'put_entry', {{ draft: {draft} }}")).await;
                }
                invoke(&window, &format!("'set_list', {{ list: '{fact}', more: false }}")).await;
            }
        }
    }
    window.press("begin").await;
    set(&window, "theme-light").await;
    window.press("see-results").await;
    window.press("to-advice").await;
    album.both(&window, "advice", "one-more").await;
    window.ask("document.querySelector('[data-testid=one-more]').scrollIntoView(); return true").await;
    album.both(&window, "one-more", "one-more").await;
    window.press("to-to-do").await;
    album.both(&window, "to-do", "to-do-supports").await;
    window.press("take-away").await;
    window.press("take-sheet").await;
    window.see("taken-sheet").await;
    album.photograph(&window, "take-away", "taken-sheet", "zh").await;
    window.key(Key::Escape).await;
    window.wait_gone("take-away-layer").await;
    set(&window, "theme-dark").await;
    window.press("see-results").await;
    window.press("to-advice").await;
    album.photograph(&window, "advice", "one-more", "zh-dark").await;
    window.press("to-to-do").await;
    album.photograph(&window, "to-do", "to-do-supports", "zh-dark").await;
    window.press("lang-switch").await;
    window.press("take-away").await;
    window.press("take-calendar").await;
    window.see("taken-calendar").await;
    album.photograph(&window, "take-away", "taken-calendar", "en-dark").await;
    window.close().await;
}

/// A staff list as a spreadsheet copies it; one date cannot be read.
const STAFF: &str = "姓名\t部门\t入职时间\t合同期限\t出生日期\t应届毕业生\t毕业时间\n\
    小王\t研发\t2026/7/1\t两年\t2003-5-12\t是\t2026年6月\n\
    小李\t市场\t2026/7/1\t24个月\t2002.11.3\t是\t2026年6月\n\
    小赵\t研发\t2026年8月\t36\t2001-2-20\t是\t2025-6-30\n\
    老张\t行政\t七月\t1年\t1979-10-08\t否\t\n";

async fn invoke(window: &Window, what: &str) {
    window.ask_later(&format!("window.__TAURI_INTERNALS__.invoke({what}).then(arguments[0])")).await;
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
