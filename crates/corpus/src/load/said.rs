//! The expressions of a rule, with where they stand in it.

use policy::{ListRef, lang::Context};

use crate::read::{Table, Written};

/// An expression of a rule.
pub(crate) struct Said<'d> {
    pub(crate) written: Written<'d>,
    /// The table that it stands in: `condition`, `each`, `window` or `amount`.
    pub(crate) section: &'static str,
    /// The key that it stands under, such as `test`.
    pub(crate) key: &'static str,
    /// Whether it is told of each entry.
    of_entry: bool,
}

const SECTIONS: [&str; 4] = ["condition", "each", "window", "amount"];
const KEYS: [&str; 9] =
    ["test", "opens", "closes", "value", "each_value", "within", "from", "until", "for_months"];

/// Every expression of a rule, section by section.
pub(crate) fn said_in_rule<'d>(rule: &Table<'d>) -> Vec<Said<'d>> {
    let mut said = Vec::new();
    for section in SECTIONS {
        rule.tables(section).iter().for_each(|it| gather(it, section, &mut said));
    }
    said
}

fn gather<'d>(table: &Table<'d>, section: &'static str, said: &mut Vec<Said<'d>>) {
    let of_entry = section == "each" || table.has("each_value");
    for key in KEYS {
        said.extend(table.written(key).map(|written| Said { written, section, key, of_entry }));
    }
    let parts = table.tables("any").into_iter().chain(table.tables("all")).chain(table.table("not"));
    parts.for_each(|it| gather(&it, section, said));
}

impl Said<'_> {
    /// What is in reach of it.
    pub(crate) fn context(&self, for_each: Option<ListRef>) -> Context {
        let counted = self.section == "amount" && for_each.is_some();
        Context { entry: for_each.filter(|_| self.of_entry), counted }
    }
}
