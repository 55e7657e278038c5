//! `mutants.toml`: which changes no case can notice, and why.

use policy::Text;

use super::Survivor;
use crate::{Files, Remark, load::documents, remark::Remarks};

/// The file, beside `pack.toml`.
const FILE: &str = "mutants.toml";

/// Gives survivors their reasons; a reason for what did not survive is an error.
pub(super) fn explain(files: &Files, within: &str, survivors: &mut [Survivor]) -> Vec<Remark> {
    let mut remarks = Remarks::new(files);
    let documents = documents(&mut remarks, files, |it| it == FILE);
    for table in documents.iter().flat_map(|it| it.root().tables("mutant")) {
        let Some((file, reason)) = table.string("file").zip(table.string("reason")) else { continue };
        if !file.starts_with(within) {
            continue;
        }
        for what in table.strings("what") {
            match survivors.iter_mut().find(|it| it.file == file && it.what == what.text) {
                Some(survivor) => survivor.reason = Some(reason.clone()),
                None => {
                    let message = format!("cases notice this change of `{file}`, or there is no such change");
                    remarks.error(&what.place, "stale-reason", message);
                    remarks.hint(Text::new("把它去掉", "take it out"));
                }
            }
        }
    }
    remarks.finish()
}
