//! TOML values as JSON, so that cases and profiles are read by the same code; places are kept for the remarks.

use std::collections::BTreeMap;

use serde_json::{Map, Value as Json};
use toml::de::DeValue;

use crate::{
    read::{Entry, date},
    remark::Place,
};

/// Where each value of a profile stands, by its key such as `hires[0].hired_on`.
#[derive(Debug, Clone, Default)]
pub(crate) struct Places<'d>(BTreeMap<String, Place<'d>>);

impl<'d> Places<'d> {
    /// The place of a key, or of what it stands in.
    pub(crate) fn find(&self, key: &str) -> Option<&Place<'d>> {
        let mut key = key;
        loop {
            if let Some(place) = self.0.get(key) {
                return Some(place);
            }
            key = &key[..key.rfind(['.', '['])?];
        }
    }
}

/// The members of a table, with their places. Members of an earlier table give way to those of a later one.
pub(crate) fn merged<'d>(tables: impl IntoIterator<Item = Entry<'d>>) -> (Json, Places<'d>) {
    let mut object = Map::new();
    let mut places = Places::default();
    for entry in tables {
        for (key, value) in entry.value.as_table().into_iter().flatten() {
            let inside =
                |it: &str| it == key.get_ref() || it.starts_with([&**key.get_ref(), "."].concat().as_str());
            places.0.retain(|it, _| !inside(it) && !it.starts_with(&format!("{}[", key.get_ref())));
            let place = entry.sibling(value.span());
            let json = to_json(&mut places, &entry, key.get_ref(), value.get_ref());
            places.0.insert(key.get_ref().to_string(), place);
            object.insert(key.get_ref().to_string(), json);
        }
    }
    (Json::Object(object), places)
}

fn to_json<'d>(places: &mut Places<'d>, entry: &Entry<'d>, path: &str, value: &'d DeValue<'d>) -> Json {
    match value {
        DeValue::String(text) => Json::String(text.to_string()),
        DeValue::Boolean(truth) => Json::Bool(*truth),
        DeValue::Integer(number) => {
            let whole = i64::from_str_radix(number.as_str(), number.radix());
            whole.map_or_else(|_| Json::String(number.to_string()), Json::from)
        }
        // Refused when the keys were checked.
        DeValue::Float(number) => Json::String(number.to_string()),
        DeValue::Datetime(written) => {
            Json::String(date(written).map_or_else(|| written.to_string(), |it| it.to_string()))
        }
        DeValue::Array(items) => {
            let item = |(idx, item): (usize, &'d toml::Spanned<DeValue<'d>>)| {
                let path = format!("{path}[{idx}]");
                places.0.insert(path.clone(), entry.sibling(item.span()));
                to_json(places, entry, &path, item.get_ref())
            };
            Json::Array(items.iter().enumerate().map(item).collect())
        }
        DeValue::Table(table) => {
            let member = |(key, value): (&'d toml::Spanned<_>, &'d toml::Spanned<DeValue<'d>>)| {
                let key: &std::borrow::Cow<'d, str> = key.get_ref();
                let path = format!("{path}.{key}");
                places.0.insert(path.clone(), entry.sibling(value.span()));
                (key.to_string(), to_json(places, entry, &path, value.get_ref()))
            };
            Json::Object(table.iter().map(member).collect())
        }
    }
}
