//! `accepted.toml`: what is right as it is although a check remarks on it, and why.

use policy::Text;

use crate::{
    load::Layout,
    remark::{Remark, Remarks, Severity},
};

/// Takes away the warnings that are accepted; one that is accepted and was not given is a remark itself.
///
/// Errors stay: nothing makes them right.
pub(crate) fn take_out(remarks: &mut Remarks<'_>, layout: &Layout<'_>, found: &mut Vec<Remark>) {
    for table in layout.accepted.iter().flat_map(|it| it.root().tables("accepted")) {
        let (Some(code), Some(about)) = (table.string("remark"), table.string("about")) else { continue };
        for file in table.strings("files") {
            let n_before = found.len();
            found.retain(|it| {
                let is_meant = it.code == code && it.file == file.text && it.message.contains(&about);
                !(is_meant && it.severity == Severity::Warning)
            });
            if found.len() == n_before {
                let message = format!("there is no warning `{code}` about {about} in `{}`", file.text);
                remarks.warn(&file.place, "stale-reason", message);
                remarks.hint(Text::new("把它去掉", "take it out"));
            }
        }
    }
}
