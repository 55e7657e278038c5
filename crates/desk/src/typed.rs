//! What people type into a form or paste from a spreadsheet, read as an answer.
//!
//! Many ways to write a thing are understood; where two readings are possible none is taken. Whether the answer is within its bounds
//! is checked where it is saved.

mod date;
mod number;

use policy::{Answer, ChoiceOption, Fact, FactType, Options, Text, Value as Known};
use serde_json::{Value, json};

use crate::words::text;

/// An answer as the command line writes it; `None` where nothing was typed, words for people where it cannot be read.
pub fn read(options: &Options, fact: &Fact, typed: &str) -> Result<Option<Value>, Text> {
    let typed = narrow(typed);
    if is_blank(&typed) {
        return Ok(None);
    }
    if UNSURE.contains(&typed.to_lowercase().as_str()) {
        return Ok(Some(json!({ "unknown": true })));
    }
    let said = match &fact.kind {
        FactType::Boolean => truth(&typed)?,
        FactType::Number { .. } => number::read(fact, &typed)?,
        FactType::Date { by_month } => date::read(&typed, *by_month)?,
        FactType::Choice(of) => json!(options.id(option(of, &typed)?.id).as_str()),
        FactType::Choices(of) => {
            let each =
                typed.split([',', ';', '、', '，', '；', '/']).map(str::trim).filter(|it| !is_blank(it));
            let all: Result<Vec<_>, Text> = each.map(|it| option(of, it)).collect();
            json!(all?.iter().map(|it| options.id(it.id).as_str()).collect::<Vec<_>>())
        }
    };
    Ok(Some(said))
}

/// How many alike.
pub(crate) fn read_alike(typed: &str) -> Result<Option<Value>, Text> {
    let typed = narrow(typed);
    if is_blank(&typed) {
        return Ok(None);
    }
    number::whole(&typed).map(|it| Some(json!(it)))
}

/// What would be typed to say an answer; empty where nothing short would.
pub fn written(fact: &Fact, answer: &Answer) -> String {
    match (&fact.kind, answer) {
        (FactType::Date { by_month }, Answer::Known(Known::Date(days))) => date::written(*days, *by_month),
        (FactType::Number { .. }, Answer::Known(Known::Number(numbers))) => {
            numbers.exact().map(|it| it.to_string()).unwrap_or_default()
        }
        _ => String::new(),
    }
}

const UNSURE: [&str; 7] = ["不清楚", "不知道", "不确定", "未知", "unknown", "not sure", "?"];
const YES: [&str; 14] = ["是", "有", "对", "√", "✓", "✔", "☑", "yes", "y", "true", "t", "1", "是的", "已办"];
const NO: [&str; 17] =
    ["否", "无", "没有", "不是", "没", "×", "✗", "✘", "x", "no", "n", "false", "f", "0", "未", "未办", "☐"];

fn truth(typed: &str) -> Result<Value, Text> {
    let word = typed.to_lowercase();
    match (YES.contains(&word.as_str()), NO.contains(&word.as_str())) {
        (true, _) => Ok(json!(true)),
        (_, true) => Ok(json!(false)),
        _ => Err(unread(typed, "写“是”或“否”", "write “yes” or “no”")),
    }
}

fn option<'o>(of: &'o [ChoiceOption], typed: &str) -> Result<&'o ChoiceOption, Text> {
    let plain = |it: &str| it.to_lowercase().replace(char::is_whitespace, "");
    let typed_plain = plain(typed);
    let is = |it: &&ChoiceOption| [&it.label.zh, &it.label.en].iter().any(|it| plain(it) == typed_plain);
    if let Some(found) = of.iter().find(is) {
        return Ok(found);
    }
    let within =
        |it: &&ChoiceOption| [&it.label.zh, &it.label.en].iter().any(|it| plain(it).contains(&typed_plain));
    let mut found = of.iter().filter(within);
    match (found.next(), found.next()) {
        (Some(one), None) => Ok(one),
        _ => {
            let all = |of_language: fn(&Text) -> &str, between: &str| {
                of.iter().map(|it| of_language(&it.label)).collect::<Vec<_>>().join(between)
            };
            let (zh, en) = (all(|it| &it.zh, "、"), all(|it| &it.en, ", "));
            Err(unread(typed, &format!("可以写：{zh}"), &format!("one of: {en}")))
        }
    }
}

/// What could not be read, and what to write instead.
fn unread(typed: &str, zh: &str, en: &str) -> Text {
    const LONGEST: usize = 24;
    let short: String = typed.chars().take(LONGEST).collect();
    text(format!("读不懂“{short}”，请{zh}"), format!("“{short}” cannot be read; {en}"))
}

/// A cell in which nothing stands, or a dash.
fn is_blank(typed: &str) -> bool {
    typed.chars().all(|it| it.is_whitespace() || matches!(it, '-' | '—' | '–' | '/'))
}

/// Full-width letters, digits and signs as their narrow ones.
pub(crate) fn narrow(typed: &str) -> String {
    let narrowed = typed.chars().map(|it| match it {
        '\u{3000}' | '\u{a0}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(it) - 0xfee0).unwrap_or(it),
        other => other,
    });
    narrowed.collect::<String>().trim().to_owned()
}
