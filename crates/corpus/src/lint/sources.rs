//! Sources that nobody looked at for a long time.

use policy::{Date, Text};

use crate::{load::Layout, read::Document, remark::Remarks};

/// After how many months a source should be looked at again, where `pack.toml` does not say.
const RECHECK_MONTHS: i64 = 12;

pub(crate) fn check(remarks: &mut Remarks<'_>, layout: &Layout<'_>, as_of: Date) {
    let said = layout.pack.and_then(|it| it.root().integer("recheck_months"));
    let months = said.unwrap_or(RECHECK_MONTHS);
    for document in editions(layout).chain(layout.directory.iter().copied()) {
        let root = document.root();
        let places = root.tables("place").into_iter().flat_map(|it| it.tables("source"));
        for source in root.tables("source").into_iter().chain(places) {
            let Some(checked) = source.date("checked") else { continue };
            let place = source.place_at("checked");
            if as_of < checked {
                let message = format!("the source is said to be checked on a day after {as_of}");
                remarks.warn(&place, "checked-ahead", message);
            } else if checked.add_months(months) < as_of {
                let message =
                    format!("the source was not looked at for more than {months} months, as of {as_of}");
                remarks.warn(&place, "stale-source", message);
                remarks.hint(Text::new(
                    "请重新看一遍来源：有变动就改，再把这里的日期写成今天",
                    "read it again: mend what has changed, and write the new day here",
                ));
            }
        }
    }
}

fn editions<'d>(layout: &Layout<'d>) -> impl Iterator<Item = &'d Document<'d>> {
    layout.policies.values().flat_map(|it| it.editions.values()).filter_map(|it| it.rule)
}
