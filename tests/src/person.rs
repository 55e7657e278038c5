//! Somebody who answers the questions: what they know is told, what they don't is "not sure".

use std::{fs, path::Path};

use serde_json::{Map, Value};

use crate::Window;

/// Questions beyond this are a questionnaire that never ends.
const MOST_QUESTIONS: usize = 250;

/// Somebody with a profile, as `personas/NAME.json` tells it.
pub struct Person {
    facts: Map<String, Value>,
}

impl Person {
    /// Reads a persona.
    pub fn read(name: &str) -> Person {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("personas").join(format!("{name}.json"));
        let text = fs::read_to_string(&file).unwrap_or_else(|it| panic!("{}: {it}", file.display()));
        Person { facts: serde_json::from_str(&text).expect("a persona is an object of facts") }
    }

    /// Answers until nothing is asked any more; tells how many questions that took.
    pub async fn answer_all(&self, window: &Window) -> usize {
        for answered in 0..MOST_QUESTIONS {
            if !self.answer_next(window).await {
                return answered;
            }
        }
        panic!("{MOST_QUESTIONS} questions and no end");
    }

    /// Tells the program everything at once, as if it had been answered before; a list is empty, what is not known "not sure".
    pub async fn tell_all(&self, window: &Window) {
        let facts = Value::Object(self.facts.clone());
        let told = window
            .ask_later(&format!(
                "const [done, facts] = [arguments[0], {facts}];
                 const call = (name, args) => window.__TAURI_INTERNALS__.invoke(name, args);
                 (async () => {{
                     for (let n = 0; n < {MOST_QUESTIONS}; n += 1) {{
                         const {{ question }} = await call('sitting');
                         if (question === null) return true;
                         const {{ fact, list }} = question.subject;
                         if (list) await call('set_list', {{ list, more: false }});
                         else await call('answer', {{ fact, said: facts[fact] ?? {{ unknown: true }} }});
                     }}
                     return 'no end';
                 }})().then(done, it => done(JSON.stringify(it)))"
            ))
            .await;
        assert_eq!(told, Value::Bool(true));
    }

    /// What the person says to a question, if they know.
    pub fn fact(&self, name: &str) -> Option<&Value> {
        self.facts.get(name)
    }

    /// What the person knows.
    pub fn facts(&self) -> impl Iterator<Item = &str> {
        self.facts.keys().map(String::as_str)
    }

    /// Answers the question at hand; whether there was one.
    pub async fn answer_next(&self, window: &Window) -> bool {
        window.wait("a question, or none left", QUESTION_OR_END).await;
        let question = window.command("sitting").await["question"].clone();
        let subject = &question["subject"];
        match (subject["fact"].as_str(), subject["list"].as_str()) {
            (Some(fact), _) => self.answer_fact(window, fact, &question["input"]).await,
            (_, Some(list)) => {
                window.press("nobody").await;
                window.see(&format!("told-{list}")).await;
            }
            _ => return false,
        }
        true
    }

    async fn answer_fact(&self, window: &Window, fact: &str, input: &Value) {
        match self.facts.get(fact) {
            None => window.press("choice-unsure").await,
            Some(value) => say(window, input, value).await,
        }
        window.press("continue").await;
        window.see(&format!("told-{fact}")).await;
        let asks_another = format!(
            "const told = document.querySelector('[data-testid=\"told-{fact}\"]');
             return told !== null && told.getAttribute('aria-current') === null"
        );
        window.wait(&format!("the question after `{fact}`"), &asks_another).await;
    }
}

/// "None of these": the space keeps it apart from every option of a pack.
const NONE: &str = "choice- none";

const QUESTION_OR_END: &str =
    "return document.querySelector('[data-testid=question], [data-testid=all-answered]') !== null";

async fn say(window: &Window, input: &Value, value: &Value) {
    let word = |it: &Value| it.as_str().map_or_else(|| it.to_string(), str::to_owned);
    match (input["kind"].as_str().unwrap_or_default(), value) {
        ("boolean", _) => {
            window.press(if *value == Value::Bool(true) { "choice-yes" } else { "choice-no" }).await
        }
        ("number", _) => window.fill("figure", &word(value)).await,
        ("date", _) => {
            let date = word(value);
            let parts = date.split('-').zip(["date-year", "date-month", "date-day"]);
            let wanted = if input["by_month"] == Value::Bool(true) { 2 } else { 3 };
            for (part, field) in parts.take(wanted) {
                window.fill(field, part).await;
            }
        }
        ("choice", _) => {
            let option = word(value);
            window.see("question").await;
            if window.has("choices").await {
                window.press_in("choices", &format!("option[value=\"{option}\"]")).await;
            } else {
                window.press(&format!("choice-{option}")).await;
            }
        }
        ("choices", Value::Array(several)) if several.is_empty() => window.press(NONE).await,
        ("choices", Value::Array(several)) => {
            for option in several {
                window.press(&format!("choice-{}", word(option))).await;
            }
        }
        (kind, value) => panic!("a persona cannot say {value} to a question of kind {kind:?}"),
    }
}
