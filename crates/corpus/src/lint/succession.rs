//! Editions follow each other without a day that two answer for, and without a day between them.

use policy::{Catalog, Date, DatePrecision, Edition, Policy, Text, Validity};

use crate::{load::EditionFiles, remark::Remarks};

pub(crate) fn check(
    remarks: &mut Remarks<'_>,
    catalog: &Catalog,
    policy: &Policy,
    edition: &Edition,
    files: &EditionFiles<'_>,
) {
    let Some(document) = files.rule else { return };
    // Those picked by different days cannot be held against each other.
    let before = policy.editions.iter().take_while(|it| it.id != edition.id);
    let Some(before) = before.filter(|it| it.valid.by == edition.valid.by).last() else { return };
    let by = edition.valid.by.map_or("day".to_owned(), |it| format!("`{}`", catalog.fact(it).id));
    let place = document.root().place_at("valid");
    match gap_or_overlap(&before.valid, &edition.valid) {
        Step::Whole => {}
        Step::Overlap(until) => {
            let message =
                format!("by {by}, the edition `{}` still holds on its first days{until}", before.id);
            remarks.error(&place, "overlapping", message);
            let last = edition.valid.from.plus_days(-1);
            let before = &before.id;
            remarks.hint(Text::new(
                format!("让 `{before}` 在前一天结束：`to = {last}`"),
                format!("end `{before}` the day before: `to = {last}`"),
            ));
        }
        Step::Gap(from, to) => {
            let days = if from == to { format!("on {from}") } else { format!("from {from} to {to}") };
            let message = format!("by {by}, no edition holds {days}, between `{}` and this one", before.id);
            remarks.warn(&place, "gap", message);
            remarks.hint(Text::new(
                "让后一个紧接着前一个开始，或写明中间为什么没有",
                "let one begin where the other ends, or say why there is nothing between them",
            ));
        }
    }
}

enum Step {
    Whole,
    /// With how long it does.
    Overlap(String),
    Gap(Date, Date),
}

fn gap_or_overlap(before: &Validity, after: &Validity) -> Step {
    let first = after.from;
    match before.to {
        // By day, the later one takes the place of the earlier one; an event would fall in both.
        None if after.by.is_none() => Step::Whole,
        None => Step::Overlap(", for it has no last day".to_owned()),
        Some(last) if first <= last && last < latest_start(after) => Step::Whole,
        Some(last) if first <= last => Step::Overlap(format!(", until {last}")),
        Some(last) if last.plus_days(1) < first => Step::Gap(last.plus_days(1), first.plus_days(-1)),
        Some(_) => Step::Whole,
    }
}

/// The last day on which an edition may have begun, as far as its first day is known.
fn latest_start(valid: &Validity) -> Date {
    match valid.precision {
        DatePrecision::Day => valid.from,
        DatePrecision::Month => valid.from.add_months(1).plus_days(-1),
        DatePrecision::Year => valid.from.add_months(12).plus_days(-1),
    }
}
