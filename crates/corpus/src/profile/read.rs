//! From JSON to a profile, with every mistake told.

use std::collections::BTreeMap;

use policy::{
    Answer, Catalog, DerivedRef, DerivedValue, Entries, Entry, FactRef, Had, Id, Interval, ListRef, Number,
    NumberKind, OptionId, Owner, Profile, Text, Value,
};
use serde_json::{Map, Value as Json};

use super::{
    Mistakes, ProfileMistake,
    value::{
        describe, read_answer, read_choice, read_choices, read_day, read_days, read_number, read_numbers,
        read_truth,
    },
};
use crate::suggest::did_you_mean;

/// Reads a profile; what is wrong in it is left out and told.
pub fn read_profile(catalog: &Catalog, json: &Json) -> (Profile, Vec<ProfileMistake>) {
    let mut mistakes = Mistakes::default();
    let mut profile = Profile::default();
    match json {
        Json::Object(object) => {
            for (key, json) in object {
                mistakes.at(key, |it| read_key(it, catalog, &mut profile, key, json));
            }
        }
        other => mistakes.tell(format!("a profile is an object of facts, not {}", describe(other))),
    }
    (profile, mistakes.into_all())
}

fn read_key(mistakes: &mut Mistakes, catalog: &Catalog, profile: &mut Profile, key: &str, json: &Json) {
    if key == "had" {
        (profile.had, profile.more_had) = read_had(mistakes, catalog, json);
    } else if let Some(list) = catalog.find_list(key) {
        profile.lists.insert(list, read_list(mistakes, catalog, list, json));
    } else if let Some((fact, answer)) = read_fact(mistakes, catalog, Owner::Enterprise, key, json) {
        profile.answers.insert(fact, answer);
    }
}

fn read_fact(
    mistakes: &mut Mistakes,
    catalog: &Catalog,
    owner: Owner,
    key: &str,
    json: &Json,
) -> Option<(FactRef, Answer)> {
    let Some(found) = catalog.find_fact(key).filter(|it| catalog.fact(*it).owner == owner) else {
        tell_unknown_fact(mistakes, catalog, owner, key);
        return None;
    };
    let declared = catalog.fact(found);
    let read = |it: &mut Mistakes| read_answer(it, &catalog.options, &declared.kind, json);
    // A question stands alone; an entry's fields stand together, and what is wrong must say in which.
    let answer = match owner {
        Owner::Enterprise => read(mistakes),
        Owner::Entry(_) => mistakes.in_field(&declared.ask, read),
    };
    Some((found, answer?))
}

fn tell_unknown_fact(mistakes: &mut Mistakes, catalog: &Catalog, owner: Owner, key: &str) {
    if let Some(found) = catalog.find_fact(key) {
        let message = match catalog.fact(found).owner {
            Owner::Enterprise => "is told of the enterprise, not of an entry".to_owned(),
            Owner::Entry(list) => format!("is told of the entries of `{}`", catalog.list(list).id),
        };
        return mistakes.tell(message);
    }
    if catalog.find_derived(key).is_some() {
        return mistakes.tell("is reckoned from other facts and cannot be given");
    }
    let facts = catalog.facts.iter().filter(|it| it.owner == owner).map(|it| it.id.as_str());
    let known: Vec<&str> = facts.chain(catalog.lists.iter().map(|it| it.id.as_str())).collect();
    mistakes.tell_with(format!("there is no fact `{key}`"), did_you_mean(key, &known));
}

/// The entries, and whether more are to come.
fn read_entries<'j>(mistakes: &mut Mistakes, json: &'j Json) -> (&'j [Json], bool) {
    let object = match json {
        Json::Array(entries) => return (entries, false),
        Json::Object(object) => object,
        other => {
            mistakes.tell(format!("must be a list of entries, not {}", describe(other)));
            return (&[], true);
        }
    };
    if let Some(other) = object.keys().find(|it| !matches!(it.as_str(), "entries" | "more")) {
        mistakes.tell_with(
            format!("`{other}` means nothing here"),
            Some(Text::new("名册可以写 `entries` 和 `more`", "a list has `entries` and `more`")),
        );
    }
    let more = match object.get("more") {
        Some(json) => mistakes.at("more", |it| read_truth(it, json)).unwrap_or(true),
        None => false,
    };
    let Some(Json::Array(entries)) = object.get("entries") else {
        mistakes.tell("`entries` must be a list");
        return (&[], true);
    };
    (entries, more)
}

fn read_list(mistakes: &mut Mistakes, catalog: &Catalog, list: ListRef, json: &Json) -> Entries {
    let in_object = json.is_object();
    let (items, more) = read_entries(mistakes, json);
    let mut entries: Vec<Entry> = Vec::new();
    let mut read = |mistakes: &mut Mistakes| {
        for (idx, item) in items.iter().enumerate() {
            let entry = mistakes.at_index(idx, |it| read_entry(it, catalog, list, idx, item));
            let Some(entry) = entry else { continue };
            if entries.iter().any(|it| it.id == entry.id) {
                mistakes.at_index(idx, |it| it.tell(format!("the id `{}` is there twice", entry.id)));
            } else {
                entries.push(entry);
            }
        }
    };
    if in_object {
        mistakes.at("entries", read)
    } else {
        read(mistakes)
    }
    let least: Option<Number> =
        entries.iter().filter_map(|it| it.n.low()).try_fold(Number::ZERO, Number::plus);
    if let (Some(at_most), Some(least)) = (catalog.list(list).at_most, least)
        && Number::from(at_most) < least
    {
        let say = Text {
            zh: format!("最多可以有 {at_most} 个"),
            en: format!("There can be {at_most} at most"),
        };
        mistakes.tell_people(format!("there can be {at_most} at most"), say);
    }
    Entries { entries, more }
}

fn read_entry(
    mistakes: &mut Mistakes,
    catalog: &Catalog,
    list: ListRef,
    idx: usize,
    json: &Json,
) -> Option<Entry> {
    let Json::Object(object) = json else {
        mistakes.tell(format!("an entry is an object of facts, not {}", describe(json)));
        return None;
    };
    let id = read_entry_id(mistakes, object, "id", idx)?;
    let mut n = Interval::exactly(Number::ONE);
    let mut answers = BTreeMap::new();
    for (key, json) in object {
        match key.as_str() {
            "id" => {}
            "n" => n = mistakes.at("n", |it| read_alike(it, json)).unwrap_or(n),
            key => {
                let answer = mistakes.at(key, |it| read_fact(it, catalog, Owner::Entry(list), key, json));
                answers.extend(answer);
            }
        }
    }
    Some(Entry { id, n, answers })
}

/// An entry's id; without one it is called after its place, `e1` the first.
fn read_entry_id(mistakes: &mut Mistakes, object: &Map<String, Json>, key: &str, idx: usize) -> Option<Id> {
    match object.get(key) {
        Some(json) => mistakes.at(key, |it| read_id(it, json)),
        None => Some(format!("e{}", idx + 1).parse().expect("a letter and digits are an id")),
    }
}

fn read_id(mistakes: &mut Mistakes, json: &Json) -> Option<Id> {
    let Json::String(text) = json else {
        mistakes.tell(format!("must be an id, not {}", describe(json)));
        return None;
    };
    text.parse().map_err(|it| mistakes.tell(format!("{it}"))).ok()
}

/// How many alike: a whole number, none or more.
fn read_alike(mistakes: &mut Mistakes, json: &Json) -> Option<Interval<Number>> {
    let none_or_more = Interval::new(Some(Number::ZERO), None).expect("one end alone is an interval");
    let alike = read_numbers(mistakes, NumberKind::Integer, none_or_more, json)?;
    alike.meet(none_or_more)
}

fn read_had(mistakes: &mut Mistakes, catalog: &Catalog, json: &Json) -> (Vec<Had>, bool) {
    let in_object = json.is_object();
    let (items, more) = read_entries(mistakes, json);
    let mut had = Vec::new();
    let mut read = |mistakes: &mut Mistakes| {
        for (idx, item) in items.iter().enumerate() {
            had.extend(mistakes.at_index(idx, |it| read_one_had(it, catalog, item)));
        }
    };
    if in_object {
        mistakes.at("entries", read)
    } else {
        read(mistakes)
    }
    (had, more)
}

fn read_one_had(mistakes: &mut Mistakes, catalog: &Catalog, json: &Json) -> Option<Had> {
    let Json::Object(object) = json else {
        mistakes.tell(format!("a support received is an object with a `policy`, not {}", describe(json)));
        return None;
    };
    let (mut policy, mut on, mut sum, mut entry) = (None, None, None, None);
    for (key, json) in object {
        mistakes.at(key, |it| match key.as_str() {
            "policy" => policy = read_id(it, json),
            "on" => on = read_day(it, false, json),
            "sum" => sum = read_number(it, NumberKind::Money, json),
            "for" => entry = read_id(it, json),
            _ => it.tell_with(
                "means nothing here",
                Some(Text::new(
                    "可以写的有 `policy`、`on`、`sum` 和 `for`",
                    "there are `policy`, `on`, `sum` and `for`",
                )),
            ),
        });
    }
    if !object.contains_key("policy") {
        mistakes.tell("a support received needs its `policy`");
    }
    let id = policy?;
    let Ok(policy) = catalog.policy(id.as_str()) else {
        let known: Vec<&str> = catalog.policies.iter().map(|it| it.id.as_str()).collect();
        let hint = did_you_mean(id.as_str(), &known);
        mistakes.at("policy", |it| it.tell_with(format!("the pack has no policy `{id}`"), hint));
        return None;
    };
    Some(Had { policy: policy.id.clone(), on, sum, entry })
}

/// Derived facts set for a case's own sake.
pub(crate) fn read_assumed(
    catalog: &Catalog,
    json: &Json,
) -> (BTreeMap<DerivedRef, Value>, Vec<ProfileMistake>) {
    let mut mistakes = Mistakes::default();
    let mut assumed = BTreeMap::new();
    match json {
        Json::Object(object) => {
            for (key, json) in object {
                assumed.extend(mistakes.at(key, |it| read_assumption(it, catalog, key, json)));
            }
        }
        other => mistakes.tell(format!("must be a table of derived facts, not {}", describe(other))),
    }
    (assumed, mistakes.into_all())
}

fn read_assumption(
    mistakes: &mut Mistakes,
    catalog: &Catalog,
    key: &str,
    json: &Json,
) -> Option<(DerivedRef, Value)> {
    let found = catalog.find_derived(key).filter(|it| catalog.derived(*it).owner == Owner::Enterprise);
    let Some(found) = found else {
        let known: Vec<&str> = catalog.derived.iter().map(|it| it.id.as_str()).collect();
        let message = format!("there is no derived fact `{key}` of the enterprise");
        mistakes.tell_with(message, did_you_mean(key, &known));
        return None;
    };
    // A derived fact has no bounds, and any option of the pack may be what it gives.
    let all: Vec<OptionId> =
        catalog.options.ids().filter_map(|it| catalog.options.find(it.as_str())).collect();
    let value = match &catalog.derived(found).value {
        DerivedValue::Test(_) => read_truth(mistakes, json).map(|it| Value::Truth(Some(it))),
        DerivedValue::Quantity(_) => {
            read_numbers(mistakes, NumberKind::Decimal, Interval::ANY, json).map(Value::Number)
        }
        DerivedValue::Day(_) => read_days(mistakes, false, json).map(Value::Date),
        DerivedValue::Pick(_) => read_choice(mistakes, &catalog.options, &all, json).map(Value::Choice),
        DerivedValue::Picks(_) => read_choices(mistakes, &catalog.options, &all, json),
    };
    value.map(|it| (found, it))
}
