//! Checks a table against its form, so that whoever reads it afterwards need not speak of mistakes.

use std::{borrow::Cow, fmt, str::FromStr};

use policy::{Id, Name, Number, Period, Text};
use toml::{Spanned, de::DeValue};

use super::{
    form::{Form, Key, Kind, Need, quoted},
    table::{Table, date},
};
use crate::{
    Files,
    remark::{Place, Remarks},
    suggest::{did_you_mean, nearest_or_all},
};

/// Checks all keys of a table and everything inside it.
pub(crate) fn check(remarks: &mut Remarks<'_>, form: &'static Form, table: &Table<'_>) {
    let mut entries: Vec<_> = table.raw().iter().collect();
    entries.sort_by_key(|(key, _)| key.span().start);
    for (name, value) in entries {
        match form.key(name.get_ref()) {
            Some(key) => check_value(remarks, key, &key.kind, table, value),
            None => unknown_key(remarks, form, table, name),
        }
    }
    check_languages(remarks, form, table);
    for key in form.keys {
        if !matches!(key.kind, Kind::Label) && !table.raw().contains_key(key.name) {
            missing_key(remarks, form, key, table);
        }
    }
}

/// Whether a table has no error in its shape, so that what is missing in it was left out on purpose.
pub(crate) fn is_sound(form: &'static Form, table: &Table<'_>) -> bool {
    let nothing = Files::default();
    let mut scratch = Remarks::new(&nothing);
    check(&mut scratch, form, table);
    scratch.n_errors() == 0
}

fn unknown_key(remarks: &mut Remarks<'_>, form: &Form, table: &Table<'_>, name: &Spanned<Cow<'_, str>>) {
    let known: Vec<&str> = form.keys.iter().map(|it| it.name).collect();
    let message = format!("`{}` is not a key of {}", name.get_ref(), form.name);
    remarks.error(&table.place_of(name.span()), "unknown-key", message);
    remarks.hint(did_you_mean(name.get_ref(), &known).unwrap_or_else(|| {
        let known = quoted(&known);
        Text::new(format!("可以写的有 {known}"), format!("the keys are {known}"))
    }));
}

fn missing_key(remarks: &mut Remarks<'_>, form: &Form, key: &Key, table: &Table<'_>) {
    let missing = |wants: &str| format!("{} {wants} `{}`: {}", form.name, key.name, key.kind.wording());
    match key.need {
        Need::Required => remarks.error(&table.place, "missing-key", missing("needs")),
        Need::Wanted => remarks.warn(&table.place, "wanted-key", missing("should have")),
        Need::Optional => {}
    }
}

/// `zh` and `en` in place: one without the other is a warning, none at all as grave as the form says.
fn check_languages(remarks: &mut Remarks<'_>, form: &Form, table: &Table<'_>) {
    let Some(key) = form.keys.iter().find(|it| matches!(it.kind, Kind::Label)) else {
        return;
    };
    match (table.words("zh"), table.words("en")) {
        (Some(_), Some(_)) => {}
        (None, None) => match key.need {
            Need::Required => {
                let message = format!("{} needs words: `zh` and `en`", form.name);
                remarks.error(&table.place, "missing-label", message);
            }
            Need::Wanted => {
                let message = format!("{} should have words: `zh` and `en`", form.name);
                remarks.warn(&table.place, "wanted-key", message);
            }
            Need::Optional => {}
        },
        (zh, _) => missing_language(remarks, &table.place, zh.is_none()),
    }
}

fn missing_language(remarks: &mut Remarks<'_>, place: &Place<'_>, chinese: bool) {
    let (missing, shown) =
        if chinese { ("Chinese (`zh`)", "English") } else { ("English (`en`)", "Chinese") };
    let message = format!("the words are missing in {missing}; the {shown} ones are shown instead");
    remarks.warn(place, "missing-language", message);
}

fn check_value(
    remarks: &mut Remarks<'_>,
    key: &Key,
    kind: &Kind,
    table: &Table<'_>,
    value: &Spanned<DeValue<'_>>,
) {
    let place = table.place_of(value.span());
    let fits = match (kind, value.get_ref()) {
        (Kind::List(inner), DeValue::Array(items)) => {
            return items.iter().for_each(|it| check_value(remarks, key, inner, table, it));
        }
        (Kind::Table(form), DeValue::Table(inner)) => {
            return check(remarks, form, &table.inside(place, inner));
        }
        (Kind::Text, DeValue::Table(inner)) => return check_text(remarks, table.inside(place, inner)),
        (Kind::Value, value) | (Kind::Values, value @ DeValue::Table(_)) => {
            return refuse_floats(remarks, table, value, &place);
        }
        (Kind::Id, DeValue::String(text)) => parses::<Id>(text),
        (Kind::Name, DeValue::String(text)) => parses::<Name>(text),
        (Kind::Decimal, DeValue::String(text)) => parses::<Number>(text),
        (Kind::Period, DeValue::String(text)) => parses::<Period>(text),
        (Kind::OneOf(words), DeValue::String(text)) => {
            return check_word(remarks, key, words, text, &place);
        }
        (Kind::Label | Kind::String | Kind::Expression, DeValue::String(_)) => Ok(()),
        (Kind::True, DeValue::Boolean(true)) => Ok(()),
        (Kind::Integer | Kind::Decimal, DeValue::Integer(number)) => match integer(number) {
            Some(_) => Ok(()),
            None => Err(format!("`{number}` is too large a number")),
        },
        (Kind::Date | Kind::Period, DeValue::Datetime(it)) if date(it).is_some() => Ok(()),
        (_, DeValue::Float(_)) => return float(remarks, &place),
        (_, found) => Err(format!("`{}` must be {}, not {}", key.name, kind.wording(), describe(found))),
    };
    if let Err(message) = fits {
        remarks.error(&place, "wrong-value", message);
    }
}

fn parses<T: FromStr<Err: fmt::Display>>(text: &str) -> Result<(), String> {
    text.parse::<T>().map(drop).map_err(|it| it.to_string())
}

fn integer(number: &toml::de::DeInteger<'_>) -> Option<i64> {
    i64::from_str_radix(number.as_str(), number.radix()).ok()
}

fn check_text(remarks: &mut Remarks<'_>, text: Table<'_>) {
    for (name, value) in text.raw() {
        if !matches!(name.get_ref().as_ref(), "zh" | "en") {
            let message = format!("`{}` is not a language of the pack", name.get_ref());
            remarks.error(&text.place_of(name.span()), "unknown-key", message);
            remarks.hint(Text::new("语言只有 `zh` 和 `en`", "the languages are `zh` and `en`"));
        } else if !matches!(value.get_ref(), DeValue::String(_)) {
            let message = format!("`{}` must be a string, not {}", name.get_ref(), describe(value.get_ref()));
            remarks.error(&text.place_of(value.span()), "wrong-value", message);
        }
    }
    match (text.words("zh"), text.words("en")) {
        (Some(_), Some(_)) => {}
        (None, None) => remarks.warn(&text.place, "wanted-key", "no words in either language"),
        (zh, _) => missing_language(remarks, &text.place, zh.is_none()),
    }
}

fn check_word(remarks: &mut Remarks<'_>, key: &Key, words: &[&str], text: &str, place: &Place<'_>) {
    if !words.contains(&text) {
        remarks.error(place, "wrong-value", format!("`{}` cannot be `{text}`", key.name));
        remarks.hint(nearest_or_all(text, words));
    }
}

fn refuse_floats(remarks: &mut Remarks<'_>, table: &Table<'_>, value: &DeValue<'_>, place: &Place<'_>) {
    match value {
        DeValue::Float(_) => float(remarks, place),
        DeValue::Array(items) => {
            items
                .iter()
                .for_each(|it| refuse_floats(remarks, table, it.get_ref(), &table.place_of(it.span())));
        }
        DeValue::Table(inner) => {
            inner
                .values()
                .for_each(|it| refuse_floats(remarks, table, it.get_ref(), &table.place_of(it.span())));
        }
        DeValue::String(_) | DeValue::Integer(_) | DeValue::Boolean(_) | DeValue::Datetime(_) => {}
    }
}

fn float(remarks: &mut Remarks<'_>, place: &Place<'_>) {
    remarks.error(place, "float", "decimals are written in quotes, so that they stay exact");
    let hint =
        remarks.written(place).map(|it| Text::new(format!("请写成 \"{it}\""), format!("write \"{it}\"")));
    remarks.hint(hint);
}

fn describe(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a string",
        DeValue::Integer(_) => "a number",
        DeValue::Float(_) => "a decimal",
        DeValue::Boolean(true) => "`true`",
        DeValue::Boolean(false) => "`false`",
        DeValue::Datetime(_) => "a date or time",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}
