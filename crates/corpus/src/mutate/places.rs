//! Where the expressions and junctions of a rule stand in its file.

use crate::{
    read::{Table, Written},
    remark::Place,
};

/// An expression as it is written, and what it is of.
pub(super) struct Expression<'d> {
    pub(super) of: String,
    pub(super) text: &'d str,
    /// Where the text begins in its file.
    pub(super) start: usize,
}

/// `any`, `all` or `not` as it is written, and what it is of.
pub(super) struct Junction<'d> {
    pub(super) of: String,
    pub(super) word: &'static str,
    pub(super) place: Place<'d>,
}

/// What a rule says, in the order of the catalog.
#[derive(Default)]
pub(super) struct Places<'d> {
    pub(super) expressions: Vec<Expression<'d>>,
    pub(super) junctions: Vec<Junction<'d>>,
}

impl<'d> Places<'d> {
    pub(super) fn of_rule(rule: &Table<'d>) -> Places<'d> {
        let mut places = Places::default();
        for key in ["condition", "each"] {
            for table in rule.tables(key) {
                let id = table.string("id").unwrap_or_default();
                places.add_part(&table, &format!("{key} `{id}`"));
            }
        }
        for (idx, table) in rule.tables("window").iter().enumerate() {
            ["opens", "closes"].into_iter().for_each(|it| {
                places.add(table.written(it), &format!("window {}, `{it}`", idx + 1));
            });
        }
        for table in rule.tables("amount") {
            let id = table.string("id").unwrap_or_default();
            for key in ["value", "each_value", "within", "from", "until", "for_months"] {
                places.add(table.written(key), &format!("amount `{id}`, `{key}`"));
            }
        }
        places
    }

    pub(super) fn add(&mut self, written: Option<Written<'d>>, of: &str) {
        let found = written.and_then(|it| Some((it.text, it.inner_place()?.span.start)));
        let of = of.to_owned();
        self.expressions.extend(found.map(|(text, start)| Expression { of, text, start }));
    }

    fn add_part(&mut self, table: &Table<'d>, of: &str) {
        self.add(table.written("test"), of);
        for word in ["any", "all", "not"] {
            let Some(entry) = table.value(word) else { continue };
            self.junctions.push(Junction { of: of.to_owned(), word, place: entry.name_place });
            let parts = table.tables(word).into_iter().chain(table.table(word));
            parts.for_each(|it| self.add_part(&it, of));
        }
    }
}
