//! Editions: each condition cites, and each edition has cases.

use crate::{load::EditionFiles, remark::Remarks};

pub(crate) fn check(remarks: &mut Remarks<'_>, files: &EditionFiles<'_>) {
    let Some(document) = files.rule else { return };
    let rule = document.root();
    for table in rule.tables("condition").into_iter().chain(rule.tables("each")) {
        if !table.has("cite") {
            remarks.warn(
                &table.place,
                "uncited",
                "the condition names no clause of the text: `cite = \"…\"`",
            );
        }
    }
    if files.cases.is_none_or(|it| it.root().tables("case").is_empty()) {
        remarks.warn(&rule.place, "no-cases", "no case in a `cases.toml` shows how this edition is meant");
    }
}
