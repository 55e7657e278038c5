//! What one gets, and when one can apply.

use policy::{Amount, AmountValue, Catalog, Day, Formula, Interval, Per, Quantity, Text, Unit, Window};

use super::{
    About, Change, ChangeKind,
    conditions::Catalogs,
    pairs::{Pair, likeness, pairs},
    said::{came_or_went, reckoned, replaced},
};
use crate::words::{self, text};

/// What one gets.
pub(super) fn amounts(catalogs: Catalogs<'_>, old: &[Amount], new: &[Amount]) -> Vec<Change> {
    let noun = text("金额", "The amount");
    let alike = |a: &Amount, b: &Amount| {
        if a.kind == b.kind { likeness(&name(a), &name(b)) } else { 0.0 }
    };
    let came = |catalog, kind, it: &Amount| {
        let change = came_or_went(About::Amount, Some(it.id.as_str()), kind, &noun, &name(it));
        let said = Change::new(About::Amount, None, kind, value_in_words(catalog, it));
        Change { parts: vec![said], ..change }
    };
    let told = pairs(old, new, |a, b| a.id == b.id, alike).into_iter().filter_map(|pair| match pair {
        Pair::New(it) => Some(came(catalogs.1, ChangeKind::New, it)),
        Pair::Gone(it) => Some(came(catalogs.0, ChangeKind::Gone, it)),
        Pair::Both(old, new) => {
            let parts = amount(catalogs, old, new);
            let id = Some(new.id.as_str());
            let change = came_or_went(About::Amount, id, ChangeKind::Changed, &noun, &name(new));
            (!parts.is_empty()).then_some(Change { parts, ..change })
        }
    });
    told.collect()
}

fn name(amount: &Amount) -> Text {
    if amount.label.is_empty() { words::kind(amount.kind) } else { amount.label.clone() }
}

fn value_in_words(catalog: &Catalog, amount: &Amount) -> Text {
    let Some(value) = value(amount) else { return text("没有写明多少", "how much is not said") };
    let each = matches!(amount.value, Some(AmountValue::Each(_))).then(|| text("每人", "for each person"));
    let up_to = amount.up_to.then(|| text("最多", "up to"));
    let sum = [words::formula(catalog, &value.ast), unit(&amount.unit), per(amount.payment.per)];
    words::join(each.into_iter().chain(up_to).chain(sum), " ", " ")
}

fn amount(catalogs: Catalogs<'_>, old: &Amount, new: &Amount) -> Vec<Change> {
    let about = About::Amount;
    let swapped = |zh: &str, en: &str, old: &Text, new: &Text| replaced(about, None, &text(zh, en), old, new);
    let (old_value, new_value) = (value(old), value(new));
    let changes = [
        swapped("种类", "its kind", &words::kind(old.kind), &words::kind(new.kind)),
        reckoned(about, None, &text("数额", "it"), (catalogs.0, old_value), (catalogs.1, new_value)),
        // Where no sum is said there is nobody for whom it would be.
        old_value.and(new_value).and_then(|_| {
            swapped("给谁算", "for whom it is reckoned", &reckoned_for(old), &reckoned_for(new))
        }),
        old_value
            .and(new_value)
            .and_then(|_| swapped("数额的性质", "the kind of sum", &firmness(old), &firmness(new))),
        reckoned(
            about,
            None,
            &text("它出自的总额", "what it is drawn from"),
            (catalogs.0, old.within.as_ref()),
            (catalogs.1, new.within.as_ref()),
        ),
        swapped("单位", "its unit", &unit(&old.unit), &unit(&new.unit)),
        swapped("多久一次", "how often it comes", &per(old.payment.per), &per(new.payment.per)),
        reckoned(
            about,
            None,
            &text("起算日", "its first day"),
            (catalogs.0, old.payment.from.as_ref()),
            (catalogs.1, new.payment.from.as_ref()),
        ),
        reckoned(
            about,
            None,
            &text("截止日", "its last day"),
            (catalogs.0, old.payment.until.as_ref()),
            (catalogs.1, new.payment.until.as_ref()),
        ),
        reckoned(
            about,
            None,
            &text("月数", "the number of months"),
            (catalogs.0, old.payment.for_months.as_ref()),
            (catalogs.1, new.payment.for_months.as_ref()),
        ),
    ];
    changes.into_iter().flatten().collect()
}

fn value(amount: &Amount) -> Option<&Formula<Quantity>> {
    match amount.value.as_ref()? {
        AmountValue::Whole(value) | AmountValue::Each(value) => Some(value),
    }
}

fn reckoned_for(amount: &Amount) -> Text {
    match &amount.value {
        None => Text::default(),
        Some(AmountValue::Whole(_)) => text("整个单位", "the whole enterprise"),
        Some(AmountValue::Each(_)) => text("每个人", "each person"),
    }
}

fn firmness(amount: &Amount) -> Text {
    if amount.up_to { text("上限", "a ceiling") } else { text("定数", "a fixed one") }
}

/// The unit as it stands behind many.
fn unit(unit: &Unit) -> Text {
    words::unit_word(unit, Interval::ANY)
}

fn per(per: Per) -> Text {
    match per {
        Per::Once => text("一次", "once"),
        Per::Month => text("每月", "a month"),
        Per::Year => text("每年", "a year"),
    }
}

/// When one can apply: the rounds in their order.
pub(super) fn windows(catalogs: Catalogs<'_>, old: &[Window], new: &[Window]) -> Vec<Change> {
    let noun = text("申请时间", "The window");
    let mut changes = Vec::new();
    for (old, new) in old.iter().zip(new) {
        let (old_catalog, new_catalog) = catalogs;
        let first = text("申请的首日", "the first day to apply");
        let last = text("申请的末日", "the last day to apply");
        changes.extend(reckoned(
            About::Window,
            None,
            &first,
            (old_catalog, old.opens.as_ref()),
            (new_catalog, new.opens.as_ref()),
        ));
        changes.extend(reckoned(
            About::Window,
            None,
            &last,
            (old_catalog, old.closes.as_ref()),
            (new_catalog, new.closes.as_ref()),
        ));
    }
    let came = |catalog, kind, it: &Window| {
        came_or_went(About::Window, None, kind, &noun, &window_in_words(catalog, it))
    };
    changes.extend(new.iter().skip(old.len()).map(|it| came(catalogs.1, ChangeKind::New, it)));
    changes.extend(old.iter().skip(new.len()).map(|it| came(catalogs.0, ChangeKind::Gone, it)));
    changes
}

fn window_in_words(catalog: &Catalog, window: &Window) -> Text {
    let day = |it: &Formula<Day>| words::formula(catalog, &it.ast);
    let opens =
        window.opens.as_ref().map(day).map(|it| text(format!("{}起", it.zh), format!("from {}", it.en)));
    let closes =
        window.closes.as_ref().map(day).map(|it| text(format!("至{}", it.zh), format!("to {}", it.en)));
    words::join(opens.into_iter().chain(closes), "，", " ")
}
