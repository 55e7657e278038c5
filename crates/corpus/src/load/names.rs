//! What the pack declares by name; one name, one thing.

use std::{collections::BTreeMap, str::FromStr};

use crate::{
    read::Table,
    remark::{Place, Remarks},
    suggest::did_you_mean,
};

/// The first declaration of each name.
#[derive(Default)]
pub(crate) struct Names<'d>(BTreeMap<&'d str, Place<'d>>);

impl<'d> Names<'d> {
    /// Takes a table's `id` for it; `None` where it has none, or somebody else has it.
    pub(crate) fn declare<T: FromStr>(&mut self, remarks: &mut Remarks<'_>, table: &Table<'d>) -> Option<T> {
        let id = table.written("id")?;
        let parsed = id.text.parse().ok()?;
        if let Some(first) = self.0.get(id.text) {
            let message =
                format!("`{}` is declared twice; the first time in {}", id.text, remarks.spot(first));
            remarks.error(&id.place, "declared-twice", message);
            return None;
        }
        self.0.insert(id.text, id.place);
        Some(parsed)
    }
}

/// Says that a name or id means nothing here.
pub(crate) fn unknown(
    remarks: &mut Remarks<'_>,
    place: &Place<'_>,
    what: &str,
    written: &str,
    known: &[&str],
) {
    remarks.error(place, "unknown-name", format!("there is no {what} `{written}`"));
    remarks.hint(did_you_mean(written, known));
}
