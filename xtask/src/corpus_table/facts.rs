//! The records themselves, where they are at hand.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::entries;
use super::notes::Notes;
use super::pack::Pack;
use crate::shell::{Failure, Result};

/// The ids of all records.
pub(super) struct Facts(BTreeSet<String>);

impl Facts {
    /// The records in a folder, or nothing where there is no such folder.
    pub(super) fn find(folder: &Path) -> Result<Option<Facts>> {
        if folder.is_dir() { Facts::read(folder).map(Some) } else { Ok(None) }
    }

    pub(super) fn read(folder: &Path) -> Result<Facts> {
        let mut ids = BTreeSet::new();
        for path in entries(folder)?.iter().filter(|it| it.extension().is_some_and(|it| it == "yaml")) {
            let text =
                fs::read_to_string(path).map_err(Failure::doing(format_args!("read {}", path.display())))?;
            ids.extend(ids_in(&text));
        }
        if ids.is_empty() {
            return Err(Failure::new(format!("there are no records in {}", folder.display())));
        }
        Ok(Facts(ids))
    }

    /// Records that are not accounted for, and records that are none.
    pub(super) fn mistakes(&self, pack: &Pack, notes: &Notes) -> Vec<String> {
        let left_out = notes.left_out().map(|(id, _)| id.to_owned());
        let accounted: BTreeSet<String> = pack.records.keys().cloned().chain(left_out).collect();
        let missing = self.0.difference(&accounted).map(|it| {
            format!(
                "the record `{it}` became nothing; name it in the pack, or in docs/corpus.toml with a reason"
            )
        });
        let unknown = accounted.difference(&self.0).map(|it| format!("there is no record `{it}`"));
        missing.chain(unknown).collect()
    }
}

/// A file is a list of records that begin with their id, so that its lines tell all that is wanted here: a reader of
/// YAML would be a second one for a format that nothing else in the house speaks.
fn ids_in(text: &str) -> impl Iterator<Item = String> {
    text.lines()
        .filter_map(|it| it.strip_prefix("- id:"))
        .map(|it| it.trim().trim_matches(['\'', '"']).to_owned())
}
