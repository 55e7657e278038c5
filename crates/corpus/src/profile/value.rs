//! One value of a fact.

use policy::{
    Answer, Date, FactType, Interval, Number, NumberKind, OptionId, OptionSet, Options, Text, Value,
};
use serde_json::{Map, Value as Json};

use super::Mistakes;
use crate::{read::form::quoted, suggest::nearest_or_all};

/// The days that an answer can be.
const FIRST_DAY: (i64, i64, i64) = (1900, 1, 1);
const LAST_DAY: (i64, i64, i64) = (2199, 12, 31);

/// An answer to the question after a fact; `None` where it was told what is wrong.
pub(crate) fn read_answer(
    mistakes: &mut Mistakes,
    options: &Options,
    kind: &FactType,
    json: &Json,
) -> Option<Answer> {
    if let Some(unknown) = json.as_object().and_then(|it| it.get("unknown")) {
        if *unknown == Json::Bool(true) && json.as_object().is_some_and(|it| it.len() == 1) {
            return Some(Answer::Unknown);
        }
        mistakes.tell("what is not known is written {\"unknown\": true}");
        return None;
    }
    let value = match kind {
        FactType::Boolean => read_truth(mistakes, json).map(|it| Value::Truth(Some(it))),
        FactType::Number { kind, bounds, .. } => {
            read_numbers(mistakes, *kind, *bounds, json).map(Value::Number)
        }
        FactType::Date { by_month } => read_days(mistakes, *by_month, json).map(Value::Date),
        FactType::Choice(of) => {
            let of: Vec<OptionId> = of.iter().map(|it| it.id).collect();
            read_choice(mistakes, options, &of, json).map(Value::Choice)
        }
        FactType::Choices(of) => {
            let of: Vec<OptionId> = of.iter().map(|it| it.id).collect();
            read_choices(mistakes, options, &of, json)
        }
    };
    value.map(Answer::Known)
}

pub(crate) fn read_truth(mistakes: &mut Mistakes, json: &Json) -> Option<bool> {
    let truth = json.as_bool();
    if truth.is_none() {
        mistakes.tell(format!("must be true or false, not {}", describe(json)));
    }
    truth
}

/// A number or a band of them, in steps and bounds.
pub(crate) fn read_numbers(
    mistakes: &mut Mistakes,
    kind: NumberKind,
    bounds: Interval<Number>,
    json: &Json,
) -> Option<Interval<Number>> {
    read_range(mistakes, json, |mistakes, json| {
        let number = read_number(mistakes, kind, json)?;
        if !bounds.contains(number) {
            let message = format!("{number} is not possible here: it must be {}", in_words(bounds));
            mistakes.tell_people(message, say_bounds(bounds));
            return None;
        }
        Some(number)
    })
}

/// A number, in steps.
pub(crate) fn read_number(mistakes: &mut Mistakes, kind: NumberKind, json: &Json) -> Option<Number> {
    // A decimal in JSON is read as it is written: its shortest form has the very digits.
    let text = match json {
        Json::Number(number) => number.to_string(),
        Json::String(text) => text.clone(),
        Json::Null | Json::Bool(_) | Json::Array(_) | Json::Object(_) => {
            mistakes.tell(format!("must be a number, not {}", describe(json)));
            return None;
        }
    };
    let number: Number = match text.parse() {
        Ok(number) => number,
        Err(error) => {
            mistakes.tell_people(format!("{error}"), say("请填数字", "Write a number"));
            return None;
        }
    };
    if number.floor_to(kind.step()) != Some(number) {
        let (message, say) = match kind {
            NumberKind::Integer => {
                (format!("must be a whole number, not {number}"), say("请填整数", "Write a whole number"))
            }
            NumberKind::Money => {
                let say = say("金额最多到分，小数点后两位", "Yuan have at most two digits behind the point");
                (format!("{number} is finer than a fen (0.01)"), say)
            }
            NumberKind::Decimal => {
                let say = say("小数点后最多六位", "At most six digits behind the point");
                (format!("{number} has more than six digits behind the point"), say)
            }
        };
        mistakes.tell_people(message, say);
        return None;
    }
    Some(number)
}

/// A day or a range of them.
pub(crate) fn read_days(mistakes: &mut Mistakes, by_month: bool, json: &Json) -> Option<Interval<Date>> {
    read_range(mistakes, json, |mistakes, json| read_day(mistakes, by_month, json))
}

/// A day; where the month is enough, its first one.
pub(crate) fn read_day(mistakes: &mut Mistakes, by_month: bool, json: &Json) -> Option<Date> {
    let Json::String(text) = json else {
        mistakes.tell(format!("must be a date such as \"2026-11-23\", not {}", describe(json)));
        return None;
    };
    let whole = if by_month && text.len() == "2026-11".len() { format!("{text}-01") } else { text.clone() };
    let Ok(day) = whole.parse::<Date>() else {
        let say =
            say("没有这一天，请检查年、月、日", "The calendar has no such day: check year, month and day");
        mistakes.tell_people(format!("`{text}` is not a date: write it like \"2026-11-23\""), say);
        return None;
    };
    if day < edge(FIRST_DAY) || edge(LAST_DAY) < day {
        let (first, last) = (edge(FIRST_DAY), edge(LAST_DAY));
        let (from, to) = (first.year(), last.year());
        let say = say(
            format!("年份应在 {from} 至 {to} 之间"),
            format!("The year must lie between {from} and {to}"),
        );
        mistakes.tell_people(format!("{day} is not possible: dates lie between {first} and {last}"), say);
        return None;
    }
    Some(if by_month { day.first_of_month() } else { day })
}

fn edge((year, month, day): (i64, i64, i64)) -> Date {
    Date::new(year, month, day).expect("both edges are days of the calendar")
}

/// One option, or the several it may be.
pub(crate) fn read_choice(
    mistakes: &mut Mistakes,
    options: &Options,
    of: &[OptionId],
    json: &Json,
) -> Option<OptionSet> {
    let Json::Object(object) = json else {
        return read_option(mistakes, options, of, json).map(OptionSet::of);
    };
    refuse_other_keys(mistakes, object, &["among"])?;
    let among = mistakes.at("among", |it| read_options(it, options, of, object.get("among")?))?;
    if among.is_empty() {
        mistakes.tell("`among` names at least one option");
        return None;
    }
    Some(among)
}

/// Several options; `among` those that may be, `certain` those of them that are.
pub(crate) fn read_choices(
    mistakes: &mut Mistakes,
    options: &Options,
    of: &[OptionId],
    json: &Json,
) -> Option<Value> {
    let Json::Object(object) = json else {
        let exact = read_options(mistakes, options, of, json)?;
        return Some(Value::Choices { certain: exact, possible: exact });
    };
    refuse_other_keys(mistakes, object, &["among", "certain"])?;
    let mut read = |key| {
        let Some(json) = object.get(key) else { return Some(OptionSet::EMPTY) };
        mistakes.at(key, |it| read_options(it, options, of, json))
    };
    let (among, certain) = (read("among"), read("certain"));
    let (possible, certain) = (among?, certain?);
    if !certain.is_within(possible) {
        mistakes.tell("what is `certain` is `among` what is possible");
        return None;
    }
    Some(Value::Choices { certain, possible })
}

fn read_options(
    mistakes: &mut Mistakes,
    options: &Options,
    of: &[OptionId],
    json: &Json,
) -> Option<OptionSet> {
    let Json::Array(items) = json else {
        mistakes.tell(format!("must be a list of options, not {}", describe(json)));
        return None;
    };
    let mut all_read = true;
    let mut set = OptionSet::EMPTY;
    for (idx, item) in items.iter().enumerate() {
        match mistakes.at_index(idx, |it| read_option(it, options, of, item)) {
            Some(option) => set.insert(option),
            None => all_read = false,
        }
    }
    all_read.then_some(set)
}

fn read_option(mistakes: &mut Mistakes, options: &Options, of: &[OptionId], json: &Json) -> Option<OptionId> {
    let Json::String(text) = json else {
        mistakes.tell(format!("must be an option, not {}", describe(json)));
        return None;
    };
    let found = options.find(text).filter(|it| of.contains(it));
    if found.is_none() {
        let known: Vec<&str> = of.iter().map(|it| options.id(*it).as_str()).collect();
        let hint = nearest_or_all(text, &known);
        mistakes.tell_with(format!("`{text}` is not one of the options"), Some(hint));
    }
    found
}

/// A single value, or `{"min", "max"}`.
fn read_range<T: Ord + Copy>(
    mistakes: &mut Mistakes,
    json: &Json,
    mut read: impl FnMut(&mut Mistakes, &Json) -> Option<T>,
) -> Option<Interval<T>> {
    let Json::Object(object) = json else {
        return read(mistakes, json).map(Interval::exactly);
    };
    refuse_other_keys(mistakes, object, &["min", "max"])?;
    let mut end = |key| match object.get(key) {
        Some(json) => mistakes.at(key, |it| read(it, json)).map(Some),
        None => Some(None),
    };
    let (low, high) = (end("min"), end("max"));
    let range = Interval::new(low?, high?);
    if range.is_none() {
        let say = say("“从”不能大于“到”", "“From” must not be greater than “to”");
        mistakes.tell_people("`min` is greater than `max`", say);
    }
    range
}

/// An object that is a value has these keys and no others, and one of them at least.
fn refuse_other_keys(mistakes: &mut Mistakes, object: &Map<String, Json>, known: &[&str]) -> Option<()> {
    let other = object.keys().find(|it| !known.contains(&it.as_str()));
    if other.is_none() && !object.is_empty() {
        return Some(());
    }
    let message = match other {
        Some(key) => format!("`{key}` means nothing here"),
        None => "an empty object means nothing here".to_owned(),
    };
    let known = quoted(known);
    let hint = Text::new(
        format!("除了直接写值，还可以写 {known} 和 {{\"unknown\": true}}"),
        format!("besides a plain value there are {known} and {{\"unknown\": true}}"),
    );
    mistakes.tell_with(message, Some(hint));
    None
}

fn say(zh: impl Into<String>, en: impl Into<String>) -> Text {
    Text { zh: zh.into(), en: en.into() }
}

fn say_bounds(bounds: Interval<Number>) -> Text {
    match (bounds.low(), bounds.high()) {
        (Some(low), Some(high)) => {
            say(format!("请填 {low} 到 {high} 之间的数"), format!("Write a number from {low} to {high}"))
        }
        (Some(low), None) => say(format!("不能小于 {low}"), format!("It must be {low} or more")),
        (None, Some(high)) => say(format!("不能大于 {high}"), format!("It must be {high} or less")),
        (None, None) => say("请填数字", "Write a number"),
    }
}

fn in_words(bounds: Interval<Number>) -> String {
    match (bounds.low(), bounds.high()) {
        (Some(low), Some(high)) => format!("from {low} to {high}"),
        (Some(low), None) => format!("{low} or more"),
        (None, Some(high)) => format!("at most {high}"),
        (None, None) => "any number".to_owned(),
    }
}

pub(crate) fn describe(json: &Json) -> &'static str {
    match json {
        Json::Null => "null (leave out what was not asked)",
        Json::Bool(_) => "true or false",
        Json::Number(_) => "a number",
        Json::String(_) => "a string",
        Json::Array(_) => "a list",
        Json::Object(_) => "an object",
    }
}
