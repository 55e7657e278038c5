//! From a profile to JSON: the exact inverse of reading.

use policy::{Answer, Catalog, Entries, Entry, Had, Interval, Number, OptionSet, Options, Profile, Value};
use serde_json::{Map, Value as Json, json};

/// Writes what is known, in the order of the catalog. What a case assumes is no part of a profile and left out.
pub fn write_profile(catalog: &Catalog, profile: &Profile) -> Json {
    let mut object = Map::new();
    for (fact, answer) in &profile.answers {
        object.insert(catalog.fact(*fact).id.to_string(), write_answer(&catalog.options, answer));
    }
    for (list, Entries { entries, more }) in &profile.lists {
        let entries = entries.iter().map(|it| write_entry(catalog, it)).collect();
        object.insert(catalog.list(*list).id.to_string(), write_entries(entries, *more));
    }
    if !profile.had.is_empty() || profile.more_had {
        let had = profile.had.iter().map(write_had).collect();
        object.insert("had".to_owned(), write_entries(had, profile.more_had));
    }
    Json::Object(object)
}

/// Writes one answer.
pub fn write_answer(options: &Options, answer: &Answer) -> Json {
    match answer {
        Answer::Unknown | Answer::Known(Value::Truth(None)) => json!({ "unknown": true }),
        Answer::Known(Value::Truth(Some(truth))) => json!(truth),
        Answer::Known(Value::Number(numbers)) => write_range(*numbers, write_number),
        Answer::Known(Value::Date(days)) => write_range(*days, |it| json!(it.to_string())),
        Answer::Known(Value::Choice(among)) => match ids(options, *among).as_slice() {
            [one] => json!(one),
            several => json!({ "among": several }),
        },
        Answer::Known(Value::Choices { certain, possible }) if certain == possible => {
            json!(ids(options, *certain))
        }
        Answer::Known(Value::Choices { certain, possible }) if certain.is_empty() => {
            json!({ "among": ids(options, *possible) })
        }
        Answer::Known(Value::Choices { certain, possible }) => {
            json!({ "among": ids(options, *possible), "certain": ids(options, *certain) })
        }
    }
}

fn ids(options: &Options, set: OptionSet) -> Vec<&str> {
    set.iter().map(|it| options.id(it).as_str()).collect()
}

fn write_entries(entries: Vec<Json>, more: bool) -> Json {
    if more { json!({ "entries": entries, "more": true }) } else { Json::Array(entries) }
}

fn write_entry(catalog: &Catalog, entry: &Entry) -> Json {
    let mut object = Map::new();
    object.insert("id".to_owned(), json!(entry.id.as_str()));
    if entry.n.exact() != Some(Number::ONE) {
        object.insert("n".to_owned(), write_range(entry.n, write_number));
    }
    for (fact, answer) in &entry.answers {
        object.insert(catalog.fact(*fact).id.to_string(), write_answer(&catalog.options, answer));
    }
    Json::Object(object)
}

fn write_had(had: &Had) -> Json {
    let mut object = Map::new();
    object.insert("policy".to_owned(), json!(had.policy.as_str()));
    if let Some(on) = had.on {
        object.insert("on".to_owned(), json!(on.to_string()));
    }
    if let Some(sum) = had.sum {
        object.insert("sum".to_owned(), write_number(sum));
    }
    if let Some(entry) = &had.entry {
        object.insert("for".to_owned(), json!(entry.as_str()));
    }
    Json::Object(object)
}

fn write_range<T: Ord + Copy>(range: Interval<T>, write: impl Fn(T) -> Json) -> Json {
    if let Some(exact) = range.exact() {
        return write(exact);
    }
    let mut object = Map::new();
    for (key, end) in [("min", range.low()), ("max", range.high())] {
        object.extend(end.map(|it| (key.to_owned(), write(it))));
    }
    // Everything at once is what "don't know" says.
    if object.is_empty() { json!({ "unknown": true }) } else { Json::Object(object) }
}

/// A whole number as a number, a decimal as a string, so that no program in between makes it a floating one.
fn write_number(number: Number) -> Json {
    number.to_i64().map_or_else(|| json!(number.to_string()), |it| json!(it))
}
