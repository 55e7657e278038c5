//! The window as a person at it sees and uses it.

use std::{
    fs,
    path::{Path, PathBuf},
    time::Duration,
};

use fantoccini::{Client, ClientBuilder, Locator, elements::Element};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Map, Value, json};
use tokio::time::{Instant, sleep};

use crate::driver::{self, Driver};

/// Keys that are more than a letter.
pub use fantoccini::key::Key;

/// Long enough for a debug build on a busy machine; nothing is waited for that does not come.
const PATIENCE: Duration = Duration::from_secs(60);
const MOMENT: Duration = Duration::from_millis(50);
/// What the file of the model for search by meaning is called; a window takes it from its data folder.
pub const MODEL: &str = "multilingual-e5-small.gguf";

/// With what the window is started.
pub struct Start<'s> {
    /// The data folder.
    pub data: &'s Path,
    /// The language to begin in; without one, the one chosen before.
    pub lang: Option<&'s str>,
    /// The day of assessment.
    pub as_of: &'s str,
    /// A folder to read the policies from; without one, those that are part of the program.
    pub policies: Option<&'s Path>,
    /// Where what one takes away is saved; without one, in the data folder.
    pub save: Option<&'s Path>,
    /// Whether file modes bind it, as they bind everybody but root.
    pub powerless: bool,
    /// Whether it has a display of its own, where no other window takes the focus.
    pub alone: bool,
}

impl<'s> Start<'s> {
    /// In Chinese, on the day on which the journeys are told.
    pub fn new(data: &'s Path) -> Start<'s> {
        Start {
            data,
            lang: Some("zh"),
            as_of: "2026-11-23",
            policies: None,
            save: None,
            powerless: false,
            alone: false,
        }
    }

    fn args(&self) -> Vec<String> {
        let data = self.data.display().to_string();
        // Where no folder is named, what is saved lies beside the data, never in somebody's home.
        let save = self.save.unwrap_or(self.data).display().to_string();
        // No model but the one that a test puts there, whatever lies beside the program.
        let model = self.data.join(MODEL).display().to_string();
        let folders = ["--data-dir", &data, "--save-dir", &save, "--model", &model].map(str::to_owned);
        let mut args = [folders.as_slice(), &["--as-of".to_owned(), self.as_of.to_owned()]].concat();
        args.extend(self.policies.iter().flat_map(|it| ["--policies".to_owned(), it.display().to_string()]));
        args.extend(self.lang.iter().flat_map(|it| ["--lang".to_owned(), (*it).to_owned()]));
        args
    }
}

/// An open window.
pub struct Window {
    client: Client,
    data: PathBuf,
    // Dropped last: it ends what is still there.
    _driver: Driver,
}

impl Window {
    /// Opens the window and waits for its first screen.
    pub async fn open(start: &Start<'_>) -> Window {
        let options = json!({ "binary": driver::program(), "args": start.args() });
        let driver = Driver::start(start.powerless, start.alone);
        let client = connect(driver.port, options).await;
        let window = Window { client, data: start.data.to_owned(), _driver: driver };
        window.wait("the first screen", "return document.querySelector('main') !== null").await;
        window
    }

    /// Closes the window as its own button would.
    pub async fn close(self) {
        let window = self.client.clone();
        window.close().await.expect("the window closes");
    }

    /// Ends the program without a word.
    pub fn kill(self) {
        driver::kill_window_of(&self.data);
    }

    /// Gives the page this room; a window takes no less than its least size, and what it took is told.
    pub async fn resize(&self, width: u32, height: u32) -> (u64, u64) {
        self.client.set_window_size(width, height).await.expect("the window can be resized");
        self.settled().await;
        let size = self.ask("return [innerWidth, innerHeight]").await;
        (size[0].as_u64().unwrap_or_default(), size[1].as_u64().unwrap_or_default())
    }

    /// Waits for something with this test id to be there, and in sight.
    pub async fn see(&self, id: &str) -> Element {
        let seen = "return Array.from(document.querySelectorAll(`[data-testid=\"${arguments[0]}\"]`))
            .some(it => it.getClientRects().length > 0)";
        self.wait_with(&format!("`{id}`"), seen, vec![json!(id)]).await;
        self.client.find(Locator::Css(&css(id))).await.expect("what was seen just now is still there")
    }

    /// Whether something with this test id is there now.
    pub async fn has(&self, id: &str) -> bool {
        self.client.find(Locator::Css(&css(id))).await.is_ok()
    }

    /// Waits until nothing has this test id.
    pub async fn wait_gone(&self, id: &str) {
        let gone = "return document.querySelector(`[data-testid=\"${arguments[0]}\"]`) === null";
        self.wait_with(&format!("`{id}` to go"), gone, vec![json!(id)]).await;
    }

    /// Presses something; of a radio button or a box, its label, as people do.
    pub async fn press(&self, id: &str) {
        let what = self.see(id).await;
        let label = what.find(Locator::XPath("ancestor::label")).await;
        self.click(label.unwrap_or(what), id).await;
    }

    /// Presses a part of something, by a CSS selector below its test id.
    pub async fn press_in(&self, id: &str, part: &str) {
        let found = self.part(id, part).await;
        let label = found.find(Locator::XPath("ancestor::label")).await;
        self.click(label.unwrap_or(found), &format!("{id} {part}")).await;
    }

    /// Whoever presses something has it before their eyes.
    async fn click(&self, what: Element, name: &str) {
        let here = serde_json::to_value(&what).expect("an element has a reference");
        let scroll = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })";
        self.client.execute(scroll, vec![here]).await.expect("the page scrolls");
        what.click().await.unwrap_or_else(|it| panic!("`{name}` can be pressed: {it:?}"));
    }

    async fn part(&self, id: &str, part: &str) -> Element {
        self.see(id).await;
        let found = self.client.find(Locator::Css(&format!("{} {part}", css(id)))).await;
        found.unwrap_or_else(|it| panic!("`{id}` has `{part}`: {it:?}"))
    }

    /// Types into a field, over what stood there.
    pub async fn fill(&self, id: &str, text: &str) {
        let field = self.see(id).await;
        field.clear().await.expect("a field can be emptied");
        field.send_keys(text).await.expect("a field takes typing");
    }

    /// Types into a field below something, by a CSS selector.
    pub async fn fill_in(&self, id: &str, part: &str, text: &str) {
        let field = self.part(id, part).await;
        field.clear().await.expect("a field can be emptied");
        field.send_keys(text).await.expect("a field takes typing");
    }

    /// Types where the focus is.
    pub async fn keys(&self, keys: &str) {
        let focused = self.client.active_element().await.expect("something always has the focus");
        focused.send_keys(keys).await.expect("keys can be pressed");
    }

    /// Presses one key where the focus is.
    pub async fn key(&self, key: Key) {
        self.keys(&char::from(key).to_string()).await;
    }

    /// Presses a key while Ctrl is held.
    pub async fn ctrl(&self, key: &str) {
        self.keys(&format!("{}{key}{}", char::from(Key::Control), char::from(Key::Null))).await;
    }

    /// The words of something.
    pub async fn text(&self, id: &str) -> String {
        self.see(id).await.text().await.expect("words can be read")
    }

    /// An attribute of something, empty where it has none.
    pub async fn attr(&self, id: &str, name: &str) -> String {
        self.see(id).await.attr(name).await.expect("attributes can be read").unwrap_or_default()
    }

    /// Waits until something shows a text.
    pub async fn wait_text(&self, id: &str, text: &str) {
        let shows = "return Array.from(document.querySelectorAll(`[data-testid=\"${arguments[0]}\"]`))
            .some(it => it.textContent.includes(arguments[1]))";
        self.wait_with(&format!("`{id}` to show {text:?}"), shows, vec![json!(id), json!(text)]).await;
    }

    /// What a script on the page returns.
    pub async fn ask(&self, script: &str) -> Value {
        self.client.execute(script, Vec::new()).await.expect("the script runs")
    }

    /// What a script on the page hands to its callback, `arguments[0]`.
    pub async fn ask_later(&self, script: &str) -> Value {
        self.client.execute_async(script, Vec::new()).await.expect("the script runs")
    }

    /// What the program answers to a command; for what a test must know and no person needs to see.
    pub async fn command(&self, name: &str) -> Value {
        self.invoke(name, &json!({})).await
    }

    /// What the program answers to a command with arguments.
    pub async fn invoke(&self, name: &str, args: &Value) -> Value {
        let script = format!(
            "window.__TAURI_INTERNALS__.invoke('{name}', {args}).then(arguments[0], it => arguments[0]({{ failure: it }}))"
        );
        self.ask_later(&script).await
    }

    /// Waits until fonts are there and nothing moves any more.
    pub async fn settled(&self) {
        self.ask_later(
            "const done = arguments[0];
             document.fonts.ready
                 .then(() => Promise.allSettled(document.getAnimations().map(it => it.finished)))
                 .then(() => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))",
        )
        .await;
    }

    /// Writes what is to be seen into a PNG file.
    pub async fn photograph(&self, file: &Path) {
        let png = self.client.screenshot().await.expect("the page can be photographed");
        fs::write(file, png).unwrap_or_else(|it| panic!("{} can be written: {it}", file.display()));
    }

    /// Waits until a script returns true.
    pub async fn wait(&self, what: &str, script: &str) {
        self.wait_with(what, script, Vec::new()).await;
    }

    async fn wait_with(&self, what: &str, script: &str, args: Vec<Value>) {
        let until = Instant::now() + PATIENCE;
        while self.client.execute(script, args.clone()).await.ok() != Some(json!(true)) {
            if until < Instant::now() {
                let page = self.ask("return document.body.innerText").await;
                panic!("waited in vain for {what}; the page says:\n{}", page.as_str().unwrap_or_default());
            }
            sleep(MOMENT).await;
        }
    }
}

fn css(id: &str) -> String {
    format!("[data-testid=\"{id}\"]")
}

/// The driver needs a moment before it listens.
async fn connect(port: u16, options: Value) -> Client {
    let capabilities = Map::from_iter([
        ("webkitgtk:browserOptions".to_owned(), options),
        ("timeouts".to_owned(), json!({ "script": 60_000, "pageLoad": 60_000 })),
    ]);
    let until = Instant::now() + PATIENCE;
    loop {
        let mut builder = ClientBuilder::new(HttpConnector::new());
        match builder.capabilities(capabilities.clone()).connect(&format!("http://127.0.0.1:{port}")).await {
            Ok(client) => return client,
            Err(error) if until < Instant::now() => panic!("the window does not open: {error}"),
            Err(_) => sleep(MOMENT).await,
        }
    }
}
