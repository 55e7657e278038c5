//! `[[fact]]`: what can be answered, by one question each.

use std::collections::BTreeSet;

use policy::{
    ChoiceOption, Fact, FactRef, FactType, Id, Interval, Name, Number, NumberKind, OptionId, Owner, Value,
};

use super::{
    Loading,
    derived::asks_no_policy,
    expression,
    lists::{changeable, find_list},
    pack,
};
use crate::{
    read::{Document, Table, forms},
    remark::Place,
};

/// Reads all facts but for their `ask_if`, which may mention any of them.
pub(crate) fn read_facts<'d>(
    loading: &mut Loading<'d>,
    documents: &[&'d Document<'d>],
) -> Vec<(FactRef, Table<'d>)> {
    let mut asked = Vec::new();
    for table in documents.iter().flat_map(|it| it.root().tables("fact")) {
        let id = loading.declare(&forms::FACT, &table);
        let Some(fact) = id.and_then(|it| read_fact(loading, &table, it)) else {
            loading.break_down(&table);
            continue;
        };
        let at = FactRef(loading.catalog.facts.len());
        loading.scope.declare_fact(at, &fact);
        if let Owner::Entry(list) = fact.owner {
            loading.catalog.lists[list.0].facts.push(at);
        }
        loading.catalog.facts.push(fact);
        asked.push((at, table));
    }
    asked
}

/// Reads the `ask_if` of all facts; one whose own answer would decide whether it is asked is told so.
pub(crate) fn read_ask_ifs(loading: &mut Loading<'_>, facts: &[(FactRef, Table<'_>)]) {
    let mut unsure = BTreeSet::new();
    for (at, table) in facts {
        let Some(written) = table.written("ask_if") else { continue };
        let context = expression::of(loading.catalog.fact(*at).owner);
        let sound = asks_no_policy(&mut loading.remarks, &written);
        let ask_if = if sound { expression::test(loading, &written, context) } else { None };
        if ask_if.is_none() {
            unsure.insert(*at);
        }
        loading.catalog.facts[at.0].ask_if = ask_if;
    }
    for (at, table) in facts.iter().filter(|(at, _)| goes_round(loading, *at)).collect::<Vec<_>>() {
        let message = format!("whether `{}` is asked hangs on itself", loading.catalog.fact(*at).id);
        loading.remarks.error(&table.place_at("ask_if"), "circle", message);
        unsure.insert(*at);
    }
    for at in &unsure {
        loading.catalog.facts[at.0].ask_if = None;
    }
    loading.unsure = unsure;
}

fn goes_round(loading: &Loading<'_>, start: FactRef) -> bool {
    let parents = |it: FactRef| {
        let ask_if = loading.catalog.fact(it).ask_if.as_ref();
        ask_if.into_iter().flat_map(|it| it.uses.facts.keys().copied())
    };
    let mut seen: Vec<FactRef> = parents(start).collect();
    let mut next = 0;
    while let Some(at) = seen.get(next).copied() {
        next += 1;
        for parent in parents(at) {
            if !seen.contains(&parent) {
                seen.push(parent);
            }
        }
    }
    seen.contains(&start)
}

/// Every part is read before one that is wrong is given up, so that nothing wrong goes unsaid.
fn read_fact<'d>(loading: &mut Loading<'d>, table: &Table<'d>, id: Name) -> Option<Fact> {
    let owner = owner(loading, table);
    let topic = owner.and_then(|it| read_topic(loading, table, it));
    let kind = read_kind(loading, table);
    let otherwise = kind.as_ref().and_then(|kind| {
        refuse_keys_of_other_types(loading, table, kind);
        read_otherwise(loading, table, kind)
    });
    let changeable = changeable(&mut loading.remarks, table);
    let ask = table.text("ask").unwrap_or_default();
    Some(Fact {
        id,
        name: table.text("name").unwrap_or_else(|| ask.clone()),
        owner: owner?,
        kind: kind?,
        topic,
        ask,
        help: table.text("help").unwrap_or_default(),
        unit: table.text("unit").unwrap_or_default(),
        ask_if: None,
        otherwise: otherwise?,
        changeable,
    })
}

fn read_topic(loading: &mut Loading<'_>, table: &Table<'_>, owner: Owner) -> Option<Id> {
    let Owner::Entry(list) = owner else {
        return pack::topic(&mut loading.remarks, &loading.catalog, table);
    };
    if table.has("topic") {
        let place = table.place_at("topic");
        loading.remarks.error(&place, "key-without-effect", "the fact of an entry has its list's topic");
    }
    loading.catalog.list(list).topic.clone()
}

/// Of whom a fact or derived fact is told; `None` where its list is not there.
pub(crate) fn owner(loading: &mut Loading<'_>, table: &Table<'_>) -> Option<Owner> {
    if table.has("of") { find_list(loading, table, "of").map(Owner::Entry) } else { Some(Owner::Enterprise) }
}

fn read_kind(loading: &mut Loading<'_>, table: &Table<'_>) -> Option<FactType> {
    match table.written("type")?.text {
        "boolean" => Some(FactType::Boolean),
        "integer" => read_number(loading, table, NumberKind::Integer),
        "decimal" => read_number(loading, table, NumberKind::Decimal),
        "money" => read_number(loading, table, NumberKind::Money),
        "date" => {
            let precision = table.written("precision");
            Some(FactType::Date { by_month: precision.is_some_and(|it| it.text == "month") })
        }
        "choice" => read_options(loading, table).map(FactType::Choice),
        "choices" => read_options(loading, table).map(FactType::Choices),
        _ => None,
    }
}

fn read_number(loading: &mut Loading<'_>, table: &Table<'_>, kind: NumberKind) -> Option<FactType> {
    for key in ["min", "max"] {
        if let Some(bound) = table.number(key) {
            check_step(loading, kind, bound, &table.place_at(key))?;
        }
    }
    let Some(bounds) = Interval::new(table.number("min"), table.number("max")) else {
        loading.remarks.error(&table.place_at("max"), "wrong-value", "`max` is less than `min`");
        return None;
    };
    Some(FactType::Number { kind, bounds, bands: read_bands(loading, table, kind, bounds)? })
}

/// Bands rise and do not overlap; one number alone is open at the top.
fn read_bands(
    loading: &mut Loading<'_>,
    table: &Table<'_>,
    kind: NumberKind,
    bounds: Interval<Number>,
) -> Option<Vec<Interval<Number>>> {
    let mut bands: Vec<Interval<Number>> = Vec::new();
    for (place, numbers) in table.number_lists("bands") {
        let band = match numbers.as_slice() {
            [low] => Interval::new(Some(*low), bounds.high()),
            [low, high] => Interval::new(Some(*low), Some(*high)),
            _ => None,
        };
        let Some(band) = band else {
            loading.remarks.error(
                &place,
                "wrong-value",
                "a band is `[from, to]`, or `[from]` and open at the top",
            );
            return None;
        };
        numbers.iter().try_for_each(|it| check_step(loading, kind, *it, &place))?;
        if numbers.iter().any(|it| !bounds.contains(*it)) {
            loading.remarks.error(&place, "wrong-value", "the band reaches beyond `min` or `max`");
            return None;
        }
        let rises = bands.last().is_none_or(|it| it.high().is_some_and(|end| band.low() > Some(end)));
        if !rises {
            loading.remarks.error(
                &place,
                "wrong-value",
                "the band begins before the one in front of it ends",
            );
            return None;
        }
        bands.push(band);
    }
    Some(bands)
}

fn check_step(loading: &mut Loading<'_>, kind: NumberKind, number: Number, place: &Place<'_>) -> Option<()> {
    if number.floor_to(kind.step()) == Some(number) {
        return Some(());
    }
    let message = format!("`{number}` is finer than this type of number allows ({})", kind.step());
    loading.remarks.error(place, "wrong-value", message);
    None
}

fn read_options(loading: &mut Loading<'_>, table: &Table<'_>) -> Option<Vec<ChoiceOption>> {
    let mut options: Vec<ChoiceOption> = Vec::new();
    for option in table.tables("options") {
        let (Some(written), Some(id)) = (option.written("id"), option.parsed::<Id>("id")) else {
            continue;
        };
        let id = intern(loading, &id, &written.place)?;
        if options.iter().any(|it| it.id == id) {
            let message = format!("the option `{}` is there twice", written.text);
            loading.remarks.error(&written.place, "declared-twice", message);
        }
        options.push(ChoiceOption { id, label: option.label().unwrap_or_default() });
    }
    if options.is_empty() {
        loading.remarks.error(&table.place, "missing-key", "a choice needs `options`");
        return None;
    }
    Some(options)
}

fn intern(loading: &mut Loading<'_>, id: &Id, place: &Place<'_>) -> Option<OptionId> {
    let interned = loading.scope.options.intern(id);
    if let Err(error) = &interned {
        loading.remarks.error(place, "too-many-options", error.to_string());
    }
    interned.ok()
}

/// `min` of a boolean, `options` of a number: meant for another type, or the type is a mistake.
fn refuse_keys_of_other_types(loading: &mut Loading<'_>, table: &Table<'_>, kind: &FactType) {
    let keys: &[&str] = match kind {
        FactType::Boolean => &["min", "max", "bands", "options", "precision", "unit"],
        FactType::Number { .. } => &["options", "precision"],
        FactType::Date { .. } => &["min", "max", "bands", "options", "unit"],
        FactType::Choice(_) | FactType::Choices(_) => &["min", "max", "bands", "precision", "unit"],
    };
    let kind = table.written("type").map_or("", |it| it.text);
    for (key, place) in table.keys().into_iter().filter(|(key, _)| keys.contains(key)) {
        let message = format!("`{key}` says nothing of a fact of type `{kind}`");
        loading.remarks.error(&place, "key-without-effect", message);
    }
}

/// The value where the fact does not apply; `None` where there should be one and is not.
fn read_otherwise(loading: &mut Loading<'_>, table: &Table<'_>, kind: &FactType) -> Option<Option<Value>> {
    let date = matches!(kind, FactType::Date { .. });
    let Some(written) = table.value("otherwise") else {
        if table.has("ask_if") && !date {
            let message = "with `ask_if` goes `otherwise`: the value where the fact does not apply";
            loading.remarks.error(&table.place_at("ask_if"), "missing-key", message);
            return None;
        }
        return Some(None);
    };
    if !table.has("ask_if") || date {
        let message =
            if date { "a date that does not apply has no value" } else { "`otherwise` goes with `ask_if`" };
        loading.remarks.error(&written.name_place, "key-without-effect", message);
        return Some(None);
    }
    let value = match (kind, &written.value) {
        (FactType::Boolean, value) => value.as_bool().map(|it| Value::Truth(Some(it))),
        (FactType::Number { .. }, _) => {
            table.number("otherwise").map(|it| Value::Number(Interval::exactly(it)))
        }
        (FactType::Choice(_), _) => {
            let id = table.parsed::<Id>("otherwise");
            id.and_then(|it| intern(loading, &it, &written.place))
                .map(|it| Value::Choice([it].into_iter().collect()))
        }
        (FactType::Choices(_), value) if value.as_array().is_some() => {
            let ids = table.strings("otherwise").into_iter().filter_map(|it| it.text.parse::<Id>().ok());
            let options = ids.filter_map(|it| loading.scope.options.intern(&it).ok()).collect();
            Some(Value::Choices { certain: options, possible: options })
        }
        (FactType::Choices(_) | FactType::Date { .. }, _) => None,
    };
    if value.is_none() {
        loading.remarks.error(&written.place, "wrong-value", "`otherwise` is a value of the fact's own type");
        return None;
    }
    Some(value)
}
