//! The judged questions: `tests/search/judged.jsonl`.

use std::{collections::BTreeMap, fs, path::Path};

use search::{Entry, Kind};
use serde::Deserialize;

use crate::figures::RIGHT;

/// A question, and what answers it how well.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Judged {
    /// `zh`, `en` or `mixed`.
    pub(crate) lang: String,
    pub(crate) kind: String,
    pub(crate) set: String,
    pub(crate) query: String,
    /// By key ([`key`]): 3 the answer, 2 also right, 1 touches it. Empty where nothing answers.
    pub(crate) relevant: BTreeMap<String, u8>,
}

impl Judged {
    /// The same question where these entries are all there is; none where none of them answers it.
    pub(crate) fn among(&self, entries: &[Entry]) -> Option<Judged> {
        let mut judged = self.clone();
        judged.relevant.retain(|it, _| entries.iter().any(|entry| key(entry.kind, &entry.id) == *it));
        judged.relevant.values().any(|it| RIGHT <= *it).then_some(judged)
    }
}

/// All that are of one set and have an answer.
pub(crate) fn read(path: &Path, set: &str) -> Result<Vec<Judged>, String> {
    let text = fs::read_to_string(path).map_err(|it| format!("cannot read {}: {it}", path.display()))?;
    let lines = text.lines().enumerate().filter(|(_, it)| !it.trim().is_empty());
    let all = lines.map(|(at, line)| {
        serde_json::from_str(line).map_err(|it| format!("{} line {}: {it}", path.display(), at + 1))
    });
    let all: Vec<Judged> = all.collect::<Result<_, _>>()?;
    Ok(all.into_iter().filter(|it| it.set == set && !it.relevant.is_empty()).collect())
}

/// What the judged questions call an entry.
pub(crate) fn key(kind: Kind, id: &str) -> String {
    match kind {
        Kind::Policy => id.to_owned(),
        Kind::Directory => format!("directory:{id}"),
        Kind::Question => format!("fact:{id}"),
        Kind::Help => format!("help:{id}"),
    }
}
