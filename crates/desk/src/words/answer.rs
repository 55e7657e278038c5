//! Answers in a few words.

use policy::{
    Answer, Catalog, ChoiceOption, Date, Entries, Entry, Fact, FactRef, FactType, Interval, Number,
    NumberKind, OptionSet, Text, Value,
};

use super::{date, figure, join, text};

/// An answer to a question.
pub fn answer(fact: &Fact, answer: &Answer) -> Text {
    match answer {
        Answer::Unknown => text("不清楚", "not sure"),
        Answer::Known(known) => value(fact, known),
    }
}

/// What a fact is, or may be.
pub fn value(fact: &Fact, value: &Value) -> Text {
    match (&fact.kind, value) {
        (_, Value::Truth(Some(true))) => text("是", "yes"),
        (_, Value::Truth(Some(false))) => text("否", "no"),
        (FactType::Number { kind, .. }, Value::Number(interval)) => number(fact, *kind, *interval),
        (FactType::Date { by_month }, Value::Date(days)) => day(*days, *by_month),
        (FactType::Choice(options), Value::Choice(set)) => join(labels(options, *set), "或", " or "),
        (FactType::Choices(options), Value::Choices { certain, possible }) => {
            let sure = labels(options, *certain);
            match (sure.is_empty(), certain == possible) {
                (true, true) => text("都没有", "none of them"),
                (_, true) => join(sure, "、", ", "),
                (_, false) => text("不完全清楚", "not quite sure"),
            }
        }
        _ => text("不清楚", "not sure"),
    }
}

/// A band to choose: "10 至 19 人", "300 人及以上".
pub fn band(fact: &Fact, band: Interval<Number>) -> Text {
    match &fact.kind {
        FactType::Number { kind, .. } => number(fact, *kind, band),
        _ => Text::default(),
    }
}

/// An entry of a list in a few words: how many, and what was answered of them.
pub fn entry(catalog: &Catalog, facts: &[FactRef], entry: &Entry) -> Text {
    let n = entry
        .n
        .exact()
        .filter(|it| *it != Number::ONE)
        .map(|it| text(format!("{} 个", figure::grouped(it)), format!("{} alike", figure::grouped(it))));
    let words = join(n.into_iter().chain(in_words(catalog, facts, entry)), "，", "; ");
    // Nothing but a no, or nothing yet: the row still has to be seen.
    if words.is_empty() { text("1 个", "one") } else { words }
}

/// How a list was answered, in few words.
pub fn entries(list: &Entries) -> Text {
    match (list.entries.len(), list.more) {
        (0, false) => text("没有", "none"),
        (0, true) => text("还没有填", "to be entered"),
        (n, false) => {
            text(format!("{n} 条"), if n == 1 { "1 entry".to_owned() } else { format!("{n} entries") })
        }
        (n, true) => text(format!("{n} 条，还有"), format!("{n} so far")),
    }
}

/// What was answered of an entry, in a few words.
pub fn facts(catalog: &Catalog, facts: &[FactRef], entry: &Entry) -> Text {
    let words = join(in_words(catalog, facts, entry), "，", "; ");
    match (words.is_empty(), entry.answers.is_empty()) {
        (false, _) => words,
        (true, true) => text("还什么都没说", "nothing said yet"),
        (true, false) => text("没有一项是“是”", "no yes among the answers"),
    }
}

/// With the name that whoever entered it gave to it, where there is one.
pub fn named(name: Option<&str>, said: Text) -> Text {
    match name {
        Some(name) => text(format!("{name}：{}", said.zh), format!("{name}: {}", said.en)),
        None => said,
    }
}

fn in_words<'a>(
    catalog: &'a Catalog,
    facts: &'a [FactRef],
    entry: &'a Entry,
) -> impl Iterator<Item = Text> + 'a {
    facts.iter().filter_map(|fact| in_short(catalog.fact(*fact), entry.answers.get(fact)?))
}

/// An answer that stands by itself: a yes is told by the name of the question, a no is left out.
fn in_short(fact: &Fact, said: &Answer) -> Option<Text> {
    match said {
        Answer::Unknown => None,
        Answer::Known(Value::Truth(Some(true))) => Some(fact.name.clone()),
        Answer::Known(Value::Truth(_)) => None,
        Answer::Known(known) => {
            let words = value(fact, known);
            Some(text(format!("{} {}", fact.name.zh, words.zh), format!("{} {}", fact.name.en, words.en)))
        }
    }
}

fn number(fact: &Fact, kind: NumberKind, interval: Interval<Number>) -> Text {
    let unit = match kind {
        NumberKind::Money if fact.unit.is_empty() => text("元", "CNY"),
        NumberKind::Integer | NumberKind::Decimal | NumberKind::Money => fact.unit.clone(),
    };
    let with_unit = |zh: String, en: String| {
        let space = |unit: &str| if unit.is_empty() { String::new() } else { format!(" {unit}") };
        text(format!("{zh}{}", space(&unit.zh)), format!("{en}{}", space(&unit.en)))
    };
    match (interval.low().map(figure::grouped), interval.high().map(figure::grouped)) {
        (Some(low), Some(high)) if low == high => {
            let said = with_unit(low.clone(), low);
            if interval.exact() == Some(Number::ONE) { text(said.zh, singular(&said.en)) } else { said }
        }
        (Some(low), Some(high)) => with_unit(format!("{low} 至 {high}"), format!("{low} to {high}")),
        (Some(low), None) => {
            let said = with_unit(low.clone(), low);
            text(format!("{}及以上", said.zh), format!("{} or more", said.en))
        }
        (None, Some(high)) => {
            let said = with_unit(high.clone(), high);
            let less = if kind == NumberKind::Integer { "fewer" } else { "less" };
            text(format!("{}及以下", said.zh), format!("{} or {less}", said.en))
        }
        (None, None) => text("不清楚", "not sure"),
    }
}

/// The English units of packs are plurals: "1 people" is to read "1 person", and "1 months" "1 month".
fn singular(said: &str) -> String {
    match said.strip_suffix("people") {
        Some(number) => format!("{number}person"),
        None => said.strip_suffix('s').unwrap_or(said).to_owned(),
    }
}

fn day(days: Interval<Date>, by_month: bool) -> Text {
    let (Some(low), Some(high)) = (days.low(), days.high()) else { return date::day_or_range(days) };
    if !by_month {
        return date::day_or_range(days);
    }
    // An answer by the month is the month's first day, and so are the ends of a range.
    let last_day = high.first_of_month().add_months(1).plus_days(-1);
    let whole_year = low.month() == 1 && last_day == low.add_months(12).plus_days(-1);
    let (from, to) = (date::month(low), date::month(high));
    if from == to {
        from
    } else if whole_year {
        date::day_or_range(Interval::between(low, last_day))
    } else {
        text(format!("{}至{}", from.zh, to.zh), format!("{} to {}", from.en, to.en))
    }
}

fn labels(options: &[ChoiceOption], set: OptionSet) -> Vec<Text> {
    options.iter().filter(|it| set.contains(it.id)).map(|it| it.label.clone()).collect()
}
