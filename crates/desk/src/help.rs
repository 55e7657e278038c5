//! The window's help, to be found like everything else.

use std::sync::LazyLock;

use policy::Text;
use serde_json::Value;

/// What help says of one thing, mostly a view of the window.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Help {
    /// Of what, as the window calls it.
    pub id: String,
    /// What it tells.
    pub title: Text,
    /// Its words; paragraphs are lines.
    pub text: Text,
}

/// All there is.
pub fn help() -> &'static [Help] {
    &HELP
}

// Written by `cargo xtask codegen` from the window's own words.
static HELP: LazyLock<Vec<Help>> = LazyLock::new(|| {
    let all: Value = serde_json::from_str(include_str!("help.json")).expect("it is generated");
    let all = all.as_object().into_iter().flatten();
    all.map(|(id, it)| Help { id: id.clone(), title: text(&it["title"]), text: text(&it["text"]) }).collect()
});

fn text(both: &Value) -> Text {
    let of = |lang: &str| both[lang].as_str().unwrap_or_default().to_owned();
    Text { zh: of("zh"), en: of("en") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_help_has_words_in_both_languages() {
        assert!(!help().is_empty());
        for it in help() {
            for said in [&it.title, &it.text] {
                assert!(!said.zh.is_empty() && !said.en.is_empty(), "{it:?}");
            }
        }
    }
}
