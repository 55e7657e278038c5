//! A profile from shorthand, statements parted by `;` or lines:
//!
//! ```text
//! registered = yes; headcount = 10..19; form = a|b; rent = ?
//! hires a: n = 2, graduate = yes; hires more; leases none
//! had grant on 2024-01-01 for a; had more
//! assume small = yes
//! ```

use policy::{
    Answer, Catalog, DerivedValue, Entries, Entry, FactRef, FactType, Had, Interval, Number, NumberKind,
    Profile,
};

use super::pack;

/// Reads a profile against a pack.
pub(crate) fn profile(catalog: &Catalog, text: &str) -> Profile {
    let mut profile = Profile::default();
    for statement in text.split([';', '\n']).map(str::trim).filter(|it| !it.is_empty()) {
        read(catalog, &mut profile, statement);
    }
    profile
}

fn read(catalog: &Catalog, profile: &mut Profile, statement: &str) {
    let (word, rest) = statement.split_once(' ').unwrap_or((statement, ""));
    if word == "had" {
        return had(profile, rest);
    }
    if word == "assume" {
        return assume(catalog, profile, rest);
    }
    if let Some(list) = catalog.find_list(word) {
        let entries = profile.lists.entry(list).or_default();
        return list_line(catalog, entries, rest);
    }
    let (fact, answer) = answer(catalog, statement);
    profile.answers.insert(fact, answer);
}

fn list_line(catalog: &Catalog, entries: &mut Entries, text: &str) {
    match text {
        "more" => entries.more = true,
        "none" => {}
        _ => {
            let (id, facts) = text.split_once(':').expect("an entry has an id");
            let mut entry = Entry {
                id: id.parse().unwrap(),
                n: Interval::exactly(Number::ONE),
                answers: Default::default(),
            };
            for fact in facts.split(',').map(str::trim).filter(|it| !it.is_empty()) {
                match fact.strip_prefix("n = ") {
                    Some(n) => entry.n = pack::numbers(n),
                    None => entry.answers.extend([answer(catalog, fact)]),
                }
            }
            entries.entries.push(entry);
        }
    }
}

fn answer(catalog: &Catalog, text: &str) -> (FactRef, Answer) {
    let (id, value) = text.split_once(" = ").unwrap_or_else(|| panic!("`{text}` says no value"));
    let fact = catalog.find_fact(id).unwrap_or_else(|| panic!("no fact is called `{id}`"));
    let answer = match value {
        "?" => Answer::Unknown,
        _ => Answer::Known(pack::value(catalog, &catalog.fact(fact).kind, value)),
    };
    (fact, answer)
}

fn had(profile: &mut Profile, text: &str) {
    if text == "more" {
        profile.more_had = true;
        return;
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let after = |word: &str| words.iter().position(|it| *it == word).map(|idx| words[idx + 1]);
    profile.had.push(Had {
        policy: words[0].parse().unwrap(),
        on: after("on").map(|it| it.parse().unwrap()),
        sum: None,
        entry: after("for").map(|it| it.parse().unwrap()),
    });
}

fn assume(catalog: &Catalog, profile: &mut Profile, text: &str) {
    let (id, value) = text.split_once(" = ").unwrap();
    let derived = catalog.find_derived(id).unwrap();
    let number = FactType::Number { kind: NumberKind::Decimal, bounds: Interval::ANY, bands: Vec::new() };
    let kind = match &catalog.derived(derived).value {
        DerivedValue::Test(_) => FactType::Boolean,
        DerivedValue::Quantity(_) => number,
        DerivedValue::Day(_) => FactType::Date { by_month: false },
        DerivedValue::Pick(_) => FactType::Choice(Vec::new()),
        DerivedValue::Picks(_) => FactType::Choices(Vec::new()),
    };
    profile.assumed.insert(derived, pack::value(catalog, &kind, value));
}
