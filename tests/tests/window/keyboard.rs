//! By keyboard alone, from the first screen to a clause and back; one always sees where one is.

use journeys::{Key, Person, Start, Window, unseen_focus};
use serde_json::{Value, json};
use tempfile::TempDir;

/// More stops than any screen has: who needs more is in a trap.
const STOPS: usize = 400;

#[tokio::test]
async fn the_keyboard_alone_leads_from_the_first_screen_to_a_clause_and_back() {
    let (window, _data) = alone().await;
    tab_to(&window, "[data-testid=begin]").await;
    window.key(Key::Enter).await;
    window.see("question").await;

    let person = Person::read("chen-xiao");
    for _ in 0..12 {
        answer(&window, &person).await;
    }
    // From the question to a result: the list of results is a pane.
    window.key(Key::F6).await;
    tab_to(&window, "[data-testid^=result-row] button").await;
    window.key(Key::Enter).await;
    window.see("result").await;
    assert_eq!(tag_of_focus(&window).await, json!("H1"), "a screen is read from its title");

    tab_to(&window, "[data-testid^=cite-]").await;
    let clause = "return document.activeElement.dataset.testid";
    let cite = window.ask(clause).await;
    window.key(Key::Enter).await;
    window.see("reader").await;
    window.wait("the clause has the focus", "return document.activeElement.id.startsWith('clause-')").await;
    assert_eq!(unseen_focus(&window).await, None);

    back(&window).await;
    window.see("result").await;
    tab_to(&window, &format!("[data-testid=\"{}\"]", cite.as_str().unwrap_or_default())).await;
    back(&window).await;
    window.see("question").await;
    answer(&window, &person).await;
    window.close().await;
}

/// A window that was never used before; only in one that has the focus itself can one see what has it.
async fn alone() -> (Window, TempDir) {
    let data = TempDir::new().expect("the system has a place for temporary files");
    let window = Window::open(&Start { alone: true, ..Start::new(data.path()) }).await;
    (window, data)
}

async fn back(window: &Window) {
    window.keys(&format!("{}{}{}", char::from(Key::Alt), char::from(Key::Left), char::from(Key::Null))).await;
}

/// Answers the question at hand with keys alone: a digit or figures, then Enter.
async fn answer(window: &Window, person: &Person) {
    window.wait("the focus at the question", "return document.activeElement.tagName === 'H1'").await;
    let question = window.command("sitting").await["question"].clone();
    let (subject, input) = (&question["subject"], &question["input"]);
    let name = subject["fact"].as_str().or(subject["list"].as_str()).unwrap_or_default().to_owned();
    if input["kind"] == json!("list") {
        tab_to(window, "[data-testid=nobody]").await;
        window.key(Key::Enter).await;
    } else {
        match digit(input, person.fact(&name)) {
            Some(digit) => window.keys(&digit.to_string()).await,
            None => type_in(window, person.fact(&name)).await,
        }
        window.key(Key::Enter).await;
    }
    window.see(&format!("told-{name}")).await;
    let asks_another = format!(
        "return document.querySelector('[data-testid=\"told-{name}\"]').getAttribute('aria-current') === null"
    );
    window.wait("the next question", &asks_another).await;
}

/// The digit that picks an answer, where one does: 0 for what is not known, and where there are too many to have digits.
fn digit(input: &Value, known: Option<&Value>) -> Option<usize> {
    let options = input["options"].as_array().map(Vec::as_slice).unwrap_or_default();
    let place = |id: &Value| options.iter().position(|it| it["id"] == *id).map(|it| it + 1);
    match (input["kind"].as_str(), known) {
        (_, None) => Some(0),
        (Some("boolean"), Some(known)) => Some(if *known == json!(true) { 1 } else { 2 }),
        (Some("choice"), Some(known)) => Some(place(known).filter(|_| options.len() <= 7).unwrap_or(0)),
        (Some("choices"), Some(known)) => match known.get(0) {
            None => Some(options.len() + 1).filter(|it| *it <= 9).or(Some(0)),
            Some(first) => Some(place(first).filter(|it| *it <= 9).unwrap_or(0)),
        },
        _ => None,
    }
}

/// A figure or a date: from field to field, as one types it.
async fn type_in(window: &Window, known: Option<&Value>) {
    let known = known.map(|it| it.as_str().map_or_else(|| it.to_string(), str::to_owned)).unwrap_or_default();
    for part in known.split('-') {
        tab_to(window, "form.question input[type=text]").await;
        window.keys(part).await;
        if window.ask("return document.activeElement.dataset.testid === 'date-month'").await == json!(true)
            && !window.has("date-day").await
        {
            return;
        }
    }
}

/// Tab after Tab until something like this has the focus; at each stop one sees where one is.
async fn tab_to(window: &Window, css: &str) {
    for _ in 0..STOPS {
        window.key(Key::Tab).await;
        if let Some(unseen) = unseen_focus(window).await {
            panic!("on the way to `{css}`: {unseen}");
        }
        if window.ask(&format!("return document.activeElement.matches('{css}')")).await == json!(true) {
            return;
        }
    }
    panic!("{STOPS} stops and no `{css}`");
}

async fn tag_of_focus(window: &Window) -> Value {
    window.ask("return document.activeElement.tagName").await
}

#[tokio::test]
async fn no_screen_is_a_trap() {
    let (window, _data) = alone().await;
    window.press("begin").await;
    window.see("question").await;
    for room in ["check", "policies", "people", "settings", "start"] {
        window.press(&format!("rail-{room}")).await;
        window.settled().await;
        // Once around, forwards and backwards: back at the first thing in the window.
        tab_to(&window, ".skip").await;
        for _ in 0..3 {
            window
                .keys(&format!("{}{}{}", char::from(Key::Shift), char::from(Key::Tab), char::from(Key::Null)))
                .await;
            assert_eq!(unseen_focus(&window).await, None, "{room}");
        }
    }
    window.close().await;
}

#[tokio::test]
async fn a_step_back_keeps_the_focus_at_the_question() {
    let (window, _data) = alone().await;
    window.press("begin").await;
    window.see("question").await;
    let person = Person::read("chen-xiao");
    person.answer_next(&window).await;
    let first = told(&window).await;

    // Taken back, the question is the same and not answered, and the button that did it is gone.
    window.press("undo").await;
    window.wait_gone("undo").await;
    assert_eq!(tag_of_focus(&window).await, json!("H1"));
    assert_eq!(
        window.ask("return document.querySelector('form.question :checked') === null").await,
        json!(true)
    );

    // Changed and taken back: the same question, with the former answer.
    person.answer_next(&window).await;
    window.press(&format!("told-{first}")).await;
    window.wait("the answer", "return document.querySelector('form.question :checked') !== null").await;
    window.press("undo").await;
    window.wait("no answer", "return document.querySelector('form.question :checked') === null").await;
    assert_eq!(tag_of_focus(&window).await, json!("H1"));
    window.ctrl("k").await;
    window.see("palette").await;
    window.key(Key::Escape).await;
    window.wait_gone("palette").await;
    assert_eq!(tag_of_focus(&window).await, json!("H1"), "a layer gives the focus back");
    window.close().await;
}

/// What was told first.
async fn told(window: &Window) -> String {
    let told = window.ask("return document.querySelector('[data-testid^=told-]').dataset.testid").await;
    told.as_str().unwrap_or_default().trim_start_matches("told-").to_owned()
}
