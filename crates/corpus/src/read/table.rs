//! Quiet access to a table whose shape was checked: what is wrong or missing is `None`, the remark was made.

use std::{collections::BTreeMap, str::FromStr};

use policy::{Date, Number, Period, Text};
use toml::{
    Spanned,
    de::{DeTable, DeValue},
    value::Datetime,
};

use crate::remark::Place;

/// A table with its place: its header, or all of it where it is written in one line.
#[derive(Debug, Clone)]
pub(crate) struct Table<'d> {
    text: &'d str,
    pub(crate) place: Place<'d>,
    raw: &'d DeTable<'d>,
}

/// A string with its place.
#[derive(Debug, Clone)]
pub(crate) struct Written<'d> {
    pub(crate) text: &'d str,
    /// Quotes included.
    pub(crate) place: Place<'d>,
    /// The file from the place on.
    file_text: &'d str,
}

/// A value as it is written.
#[derive(Debug, Clone)]
pub(crate) struct Entry<'d> {
    pub(crate) name_place: Place<'d>,
    pub(crate) place: Place<'d>,
    pub(crate) value: &'d DeValue<'d>,
}

impl<'d> Entry<'d> {
    /// Another place in the same file.
    pub(crate) fn sibling(&self, span: std::ops::Range<usize>) -> Place<'d> {
        Place { file: self.place.file, span }
    }
}

impl<'d> Table<'d> {
    pub(crate) fn new(text: &'d str, place: Place<'d>, raw: &'d DeTable<'d>) -> Table<'d> {
        Table { text, place, raw }
    }

    pub(crate) fn raw(&self) -> &'d DeTable<'d> {
        self.raw
    }

    pub(crate) fn place_of(&self, span: std::ops::Range<usize>) -> Place<'d> {
        Place { file: self.place.file, span }
    }

    /// A table that stands inside this one.
    pub(crate) fn inside(&self, place: Place<'d>, raw: &'d DeTable<'d>) -> Table<'d> {
        Table { text: self.text, place, raw }
    }

    pub(crate) fn has(&self, key: &str) -> bool {
        self.raw.contains_key(key)
    }

    /// A value as it is written, for what depends on the facts of the pack.
    pub(crate) fn value(&self, key: &str) -> Option<Entry<'d>> {
        let (name, value) = self.raw.get_key_value(key)?;
        Some(Entry {
            name_place: self.place_of(name.span()),
            place: self.place_of(value.span()),
            value: value.get_ref(),
        })
    }

    pub(crate) fn written(&self, key: &str) -> Option<Written<'d>> {
        self.written_value(self.raw.get(key)?)
    }

    pub(crate) fn string(&self, key: &str) -> Option<String> {
        self.written(key).map(|it| it.text.to_owned())
    }

    /// A string that is the form of something: an id, a name.
    pub(crate) fn parsed<T: FromStr>(&self, key: &str) -> Option<T> {
        self.written(key)?.text.parse().ok()
    }

    pub(crate) fn integer(&self, key: &str) -> Option<i64> {
        self.number(key)?.to_i64()
    }

    pub(crate) fn number(&self, key: &str) -> Option<Number> {
        number(self.raw.get(key)?.get_ref())
    }

    pub(crate) fn date(&self, key: &str) -> Option<Date> {
        self.raw.get(key)?.get_ref().as_datetime().and_then(date)
    }

    pub(crate) fn period(&self, key: &str) -> Option<Period> {
        self.date(key).map(Period::Day).or_else(|| self.parsed(key))
    }

    /// `{ zh, en }`; a missing language shows the other.
    pub(crate) fn text(&self, key: &str) -> Option<Text> {
        self.table(key).and_then(|it| it.label())
    }

    /// `zh` and `en` in place; a missing language shows the other.
    pub(crate) fn label(&self) -> Option<Text> {
        let (zh, en) = (self.words("zh"), self.words("en"));
        let either = zh.or(en)?;
        Some(Text { zh: zh.unwrap_or(either).to_owned(), en: en.unwrap_or(either).to_owned() })
    }

    /// A string that says something.
    pub(crate) fn words(&self, key: &str) -> Option<&'d str> {
        self.raw.get(key)?.get_ref().as_str().filter(|it| !it.trim().is_empty())
    }

    pub(crate) fn table(&self, key: &str) -> Option<Table<'d>> {
        self.as_table(self.raw.get(key)?)
    }

    pub(crate) fn tables(&self, key: &str) -> Vec<Table<'d>> {
        self.items(key).iter().filter_map(|it| self.as_table(it)).collect()
    }

    pub(crate) fn strings(&self, key: &str) -> Vec<Written<'d>> {
        self.items(key).iter().filter_map(|it| self.written_value(it)).collect()
    }

    pub(crate) fn texts(&self, key: &str) -> Vec<String> {
        self.strings(key).into_iter().map(|it| it.text.to_owned()).collect()
    }

    /// Lists of numbers, with the place of each.
    pub(crate) fn number_lists(&self, key: &str) -> Vec<(Place<'d>, Vec<Number>)> {
        let list = |it: &'d Spanned<DeValue<'d>>| {
            let numbers = it.get_ref().as_array()?.iter().filter_map(|it| number(it.get_ref())).collect();
            Some((self.place_of(it.span()), numbers))
        };
        self.items(key).iter().filter_map(list).collect()
    }

    /// The place of what a key says, or of the table where the key is missing.
    pub(crate) fn place_at(&self, key: &str) -> Place<'d> {
        self.raw.get(key).map_or_else(|| self.place.clone(), |it| self.place_of(it.span()))
    }

    /// All keys in the order of the file.
    pub(crate) fn keys(&self) -> Vec<(&'d str, Place<'d>)> {
        let by_place: BTreeMap<usize, _> = self.raw.keys().map(|it| (it.span().start, it)).collect();
        by_place.into_values().map(|it| (it.get_ref().as_ref(), self.place_of(it.span()))).collect()
    }

    fn items(&self, key: &str) -> &'d [Spanned<DeValue<'d>>] {
        self.raw.get(key).and_then(|it| it.get_ref().as_array()).map_or(&[], |it| it.as_ref())
    }

    fn as_table(&self, value: &'d Spanned<DeValue<'d>>) -> Option<Table<'d>> {
        Some(self.inside(self.place_of(value.span()), value.get_ref().as_table()?))
    }

    fn written_value(&self, value: &'d Spanned<DeValue<'d>>) -> Option<Written<'d>> {
        let span = value.span();
        let file_text = self.text.get(span.start..span.end)?;
        Some(Written { text: value.get_ref().as_str()?, place: self.place_of(span), file_text })
    }
}

impl<'d> Written<'d> {
    /// The place of the text without its quotes; `None` where it was written with escapes, so that a place in it
    /// is not a place in the file.
    pub(crate) fn inner_place(&self) -> Option<Place<'d>> {
        let quotes_end = [3, 1].into_iter().find(|n| {
            let quote = self.file_text.get(..*n).unwrap_or_default();
            quote == "\"".repeat(*n) || quote == "'".repeat(*n)
        })?;
        let rest = self.file_text.get(quotes_end..)?;
        let newline = rest.len() - rest.trim_start_matches(['\r', '\n']).len();
        let start = (0..=newline.min(2)).find(|it| rest[*it..].starts_with(self.text))?;
        let inside = &rest[start..];
        (inside.len() == self.text.len() + quotes_end).then(|| {
            let from = self.place.span.start + quotes_end + start;
            Place { file: self.place.file, span: from..from + self.text.len() }
        })
    }
}

/// A whole number, or a decimal in a string.
pub(crate) fn number(value: &DeValue<'_>) -> Option<Number> {
    match value {
        DeValue::Integer(it) => i64::from_str_radix(it.as_str(), it.radix()).ok().map(Number::from),
        DeValue::String(it) => it.parse().ok(),
        DeValue::Float(_)
        | DeValue::Boolean(_)
        | DeValue::Datetime(_)
        | DeValue::Array(_)
        | DeValue::Table(_) => None,
    }
}

/// A TOML date without a time.
pub(crate) fn date(written: &Datetime) -> Option<Date> {
    let date = written.date.filter(|_| written.time.is_none() && written.offset.is_none())?;
    Date::new(date.year.into(), date.month.into(), date.day.into())
}
