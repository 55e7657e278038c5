//! The window's words exist in both languages, with the same blanks to fill, and each is used.
//!
//! The message compiler itself is silent about a translation that is missing and shows the other language.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::files::TextFile;
use super::{Finding, Rule};

const ZH: &str = "ui/messages/zh.json";
const EN: &str = "ui/messages/en.json";

/// Key to the blanks in its text; empty texts are told where they are read.
type Messages = BTreeMap<String, BTreeSet<String>>;

pub(crate) fn check(files: &[TextFile]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let zh = read(files, ZH, &mut findings);
    let en = read(files, EN, &mut findings);
    findings.extend(differences(&zh, &en));
    findings.extend(unused(files, &zh));
    findings
}

fn read(files: &[TextFile], path: &str, findings: &mut Vec<Finding>) -> Messages {
    let mut messages = Messages::new();
    match files.iter().find(|it| it.path == path).map(|it| serde_json::from_str::<Value>(&it.text)) {
        Some(Ok(value)) => gather("", &value, &mut messages),
        Some(Err(err)) => findings.push(Finding::of(Rule::Messages, path, format!("is not JSON: {err}"))),
        None => findings.push(Finding::of(Rule::Messages, path, "is missing")),
    }
    messages
}

/// Keys nest with dots; a list is one message in several forms (one, many).
fn gather(key: &str, value: &Value, messages: &mut Messages) {
    let Value::Object(entries) = value else {
        messages.insert(key.to_owned(), blanks(&value.to_string()));
        return;
    };
    for (name, inner) in entries.iter().filter(|(name, _)| *name != "$schema") {
        let key = if key.is_empty() { name.clone() } else { format!("{key}.{name}") };
        gather(&key, inner, messages);
    }
}

/// The names in braces that are to be filled in.
fn blanks(text: &str) -> BTreeSet<String> {
    let name = |it: &str| it.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    text.split('{')
        .skip(1)
        .filter_map(|it| it.split_once('}'))
        .map(|(inner, _)| inner.trim())
        .filter(|it| !it.is_empty() && name(it))
        .map(str::to_owned)
        .collect()
}

fn differences(zh: &Messages, en: &Messages) -> Vec<Finding> {
    let missing = |path: &'static str, from: &Messages, other: &Messages| -> Vec<Finding> {
        let gone = other.keys().filter(|it| !from.contains_key(*it));
        gone.map(|it| Finding::of(Rule::Messages, path, format!("has no `{it}`"))).collect()
    };
    let mut findings = missing(ZH, zh, en);
    findings.extend(missing(EN, en, zh));
    let blanks = zh.iter().filter(|(key, zh)| en.get(*key).is_some_and(|en| en != *zh));
    findings.extend(blanks.map(|(key, _)| {
        Finding::of(Rule::Messages, EN, format!("`{key}` has other blanks to fill than in Chinese"))
    }));
    findings
}

/// A key is used where the sources have it as a whole, or have its beginning with the rest to be filled in (`verdict_${…}`).
fn unused(files: &[TextFile], messages: &Messages) -> Vec<Finding> {
    let ours = |it: &&TextFile| it.path.starts_with("ui/src/") || it.path.starts_with("src-tauri/src/");
    let sources: Vec<&str> = files.iter().filter(ours).map(|it| it.text.as_str()).collect();
    let words: BTreeSet<&str> = sources
        .iter()
        .flat_map(|text| text.split(|it: char| !it.is_alphanumeric() && !"_.-$".contains(it)))
        .flat_map(|word| [word, word.strip_prefix("m.").unwrap_or(word)])
        .collect();
    let beginnings: Vec<&str> = sources
        .iter()
        .flat_map(|text| text.match_indices("${").map(|(at, _)| last_word(&text[..at])))
        .filter(|it| !it.is_empty())
        .collect();
    messages
        .keys()
        .filter(|key| !words.contains(key.as_str()) && !beginnings.iter().any(|it| key.starts_with(it)))
        .map(|key| Finding::of(Rule::Messages, ZH, format!("nothing uses `{key}`")))
        .collect()
}

fn last_word(text: &str) -> &str {
    text.rsplit(|it: char| !it.is_alphanumeric() && !"_.-".contains(it)).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{EN, ZH, check};
    use crate::tidy::files::{file, shown};

    #[test]
    fn both_languages_have_the_same_keys_and_blanks() {
        assert_eq!(
            findings(
                r#"{"a": "甲{n}", "b": {"c": "丙"}}"#,
                r#"{"a": "A", "d": "D"}"#,
                "m.a() m['b.c']() m.d()"
            ),
            [
                "ui/messages/zh.json: has no `d`",
                "ui/messages/en.json: has no `b.c`",
                "ui/messages/en.json: `a` has other blanks to fill than in Chinese",
            ]
        );
    }

    #[test]
    fn a_message_that_nothing_shows_is_told() {
        let both = r#"{"$schema": "x", "verdict_eligible": "1", "start": "2", "old": "3"}"#;
        assert_eq!(
            findings(both, both, "m[`verdict_${verdict}`](); m.start()"),
            ["ui/messages/zh.json: nothing uses `old`"]
        );
    }

    fn findings(zh: &str, en: &str, source: &str) -> Vec<String> {
        shown(&check(&[file(ZH, zh), file(EN, en), file("ui/src/App.svelte", source)]))
    }
}
