//! What there is to say of the pack's files.

use corpus::{Remark, Severity};
use desk::Desk;

use super::lines::n;
use crate::{Failure, PackRemark, PackState};

/// Whoever has more to mend begins with these.
const MOST_REMARKS: usize = 100;

/// How the pack that is shown stands to its files.
pub(super) fn pack_state(desk: &Desk) -> PackState {
    let (errors, warnings): (Vec<&Remark>, Vec<&Remark>) =
        desk.pack.remarks.iter().partition(|it| it.severity == Severity::Error);
    PackState {
        shown: desk.library.loaded.hash.clone(),
        former: desk.pack.former,
        unreadable: desk.pack.unreadable.as_ref().map(Failure::from),
        errors: n(errors.len()),
        warnings: n(warnings.len()),
        remarks: errors.into_iter().chain(warnings).take(MOST_REMARKS).map(remark).collect(),
    }
}

fn remark(remark: &Remark) -> PackRemark {
    PackRemark {
        error: remark.severity == Severity::Error,
        code: remark.code.to_owned(),
        file: remark.file.clone(),
        line: n(remark.line),
        column: n(remark.column),
        message: remark.said().into(),
        hint: remark.hint.clone().unwrap_or_default().into(),
    }
}
