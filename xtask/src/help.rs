//! The window's help, for search: `crates/desk/src/help.json` from the window's words.
//!
//! A message `help_NAME` is a help text and `help_NAME_title` its title; the window calls it NAME, with hyphens.

use std::fs;
use std::path::PathBuf;

use serde_json::{Map, Value, json};

use crate::house::House;
use crate::shell::{Failure, Result};

/// Writes it.
pub(crate) fn write(house: &House) -> Result {
    let file = file(house);
    fs::write(&file, generate(house)?).map_err(Failure::doing(format_args!("write {}", file.display())))
}

/// Fails when it is not what the window's words say.
pub(crate) fn check(house: &House) -> Result {
    let kept = read(&file(house))?.replace("\r\n", "\n");
    if kept == generate(house)? {
        return Ok(());
    }
    Err(Failure::new("crates/desk/src/help.json is stale; run `cargo xtask codegen`"))
}

fn file(house: &House) -> PathBuf {
    house.root().join("crates/desk/src/help.json")
}

fn read(file: &PathBuf) -> Result<String> {
    fs::read_to_string(file).map_err(Failure::doing(format_args!("read {}", file.display())))
}

fn generate(house: &House) -> Result<String> {
    let messages = |lang: &str| -> Result<Map<String, Value>> {
        let file = house.ui().join("messages").join(lang).with_extension("json");
        serde_json::from_str(&read(&file)?).map_err(|it| Failure::new(format!("{}: {it}", file.display())))
    };
    let help = help(&messages("zh")?, &messages("en")?)?;
    Ok(format!("{:#}\n", Value::Object(help)))
}

fn help(zh: &Map<String, Value>, en: &Map<String, Value>) -> Result<Map<String, Value>> {
    let both = |key: &str| match (zh.get(key), en.get(key)) {
        (Some(zh), Some(en)) => Ok(json!({ "zh": zh, "en": en })),
        _ => Err(Failure::new(format!("ui/messages has no `{key}` in both languages"))),
    };
    let names = zh.keys().filter_map(|it| it.strip_prefix("help_"));
    let names = names.filter(|it| *it != "title" && !it.ends_with("_title"));
    let help = names.map(|name| {
        let (title, text) = (both(&format!("help_{name}_title"))?, both(&format!("help_{name}"))?);
        Ok((name.replace('_', "-"), json!({ "title": title, "text": text })))
    });
    help.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_help_text_has_its_title() {
        let zh =
            json!({ "help_title": "帮助", "help_to_do": "一张", "help_to_do_title": "要办的", "other": "" });
        let en =
            json!({ "help_title": "Help", "help_to_do": "One", "help_to_do_title": "To do", "other": "" });
        let objects = |zh: &Value| zh.as_object().cloned().unwrap();
        let made = help(&objects(&zh), &objects(&en)).unwrap();
        let to_do =
            json!({ "title": { "zh": "要办的", "en": "To do" }, "text": { "zh": "一张", "en": "One" } });
        assert_eq!(Value::Object(made), json!({ "to-do": to_do }));
        let untitled = json!({ "help_to_do": "一张" });
        assert!(help(&objects(&untitled), &objects(&en)).is_err());
    }
}
