//! Editions: each condition cites, each edition has cases, and no day has two.

use policy::{Edition, Policy};

use crate::{load::EditionFiles, remark::Remarks};

pub(crate) fn check(remarks: &mut Remarks<'_>, policy: &Policy, edition: &Edition, files: &EditionFiles<'_>) {
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
    let before = policy.editions.iter().take_while(|it| it.id != edition.id);
    let overlapping = before.filter(|it| it.valid.to.is_some_and(|to| edition.valid.from <= to)).last();
    if let Some(other) = overlapping {
        let message = format!("the edition `{}` still holds on its first days", other.id);
        remarks.warn(&rule.place_at("valid"), "overlapping", message);
    }
}
