//! The functions of the language, each as a phrase.

use policy::{
    Catalog, Text,
    lang::{Ast, Kind},
};

use super::{
    Tightness, listed,
    names::{is_day, quoted},
    say,
};
use crate::words::text;

/// Phrases that end in a list hold together less than those that end in a name.
pub(super) fn tightness(name: &str) -> Tightness {
    match name {
        "min" | "max" | "clamp" | "round" | "count" | "sum" | "some" | "every" => Tightness::Range,
        _ => Tightness::Single,
    }
}

/// A call as a phrase; one that this page does not know yet is shown as it is written.
pub(super) fn call(catalog: &Catalog, name: &str, arguments: &[Ast]) -> Text {
    let all: Vec<Text> = arguments.iter().map(|it| say(catalog, it, Tightness::Sum)).collect();
    let days = arguments.iter().any(|it| is_day(catalog, it));
    match (name, all.as_slice()) {
        ("min", _) if days => phrase(all, "中最早的", "the earliest of"),
        ("max", _) if days => phrase(all, "中最晚的", "the latest of"),
        ("min", _) => phrase(all, "中最小的", "the least of"),
        ("max", _) => phrase(all, "中最大的", "the greatest of"),
        ("clamp", [x, low, high]) => text(
            format!("{}，最少 {}、最多 {}", x.zh, low.zh, high.zh),
            format!("{}, at least {} and at most {}", x.en, low.en, high.en),
        ),
        ("round", [x, places]) => text(
            format!("{}（四舍五入到 {} 位小数）", x.zh, places.zh),
            format!("{} rounded to {} places", x.en, places.en),
        ),
        ("months_between", [from, to]) => text(
            format!("从 {} 到 {} 满几个月", from.zh, to.zh),
            format!("whole months from {} to {}", from.en, to.en),
        ),
        ("years_between", [from, to]) => text(
            format!("从 {} 到 {} 满几年", from.zh, to.zh),
            format!("whole years from {} to {}", from.en, to.en),
        ),
        ("days_between", [from, to]) => {
            text(format!("从 {} 到 {} 的天数", from.zh, to.zh), format!("days from {} to {}", from.en, to.en))
        }
        ("add_months", [day, months]) => text(
            format!("{} 之后 {} 个月", day.zh, months.zh),
            format!("{} months after {}", months.en, day.en),
        ),
        ("year", [day]) => text(format!("{} 的年份", day.zh), format!("the year of {}", day.en)),
        ("month", [day]) => text(format!("{} 的月份", day.zh), format!("the month of {}", day.en)),
        ("date", [year, month, day]) => text(
            format!("{} 年 {} 月 {} 日", year.zh, month.zh, day.zh),
            format!("the day {} of month {} in {}", day.en, month.en, year.en),
        ),
        ("param", [parameter]) => parameter.clone(),
        ("param", [parameter, day]) => {
            text(format!("{}（按 {}）", parameter.zh, day.zh), format!("{} as of {}", parameter.en, day.en))
        }
        ("marginal", [table, x]) => text(
            format!("{} 按 {} 分段累加", x.zh, table.zh),
            format!("{} reckoned slice by slice by {}", x.en, table.en),
        ),
        ("bracket", [table, x]) => text(
            format!("{} 在 {} 里所在的档", x.zh, table.zh),
            format!("the rate of {} in {}", x.en, table.en),
        ),
        _ => over_entries(catalog, name, arguments, &all),
    }
}

/// What is asked of the entries of a list, or of another policy.
fn over_entries(catalog: &Catalog, name: &str, arguments: &[Ast], all: &[Text]) -> Text {
    match (name, all) {
        ("count", [list]) => text(format!("{} 的个数", list.zh), format!("the number of {}", list.en)),
        ("count", [list, test]) => text(
            format!("{} 中符合条件的个数，条件是 {}", list.zh, test.zh),
            format!("the number of {} of whom {}", list.en, test.en),
        ),
        ("sum", [list, value]) => text(
            format!("{} 每个的 {} 之和", list.zh, value.zh),
            format!("the sum of {} over {}", value.en, list.en),
        ),
        ("sum", [list, value, test]) => text(
            format!("{} 中符合条件的每个的 {} 之和，条件是 {}", list.zh, value.zh, test.zh),
            format!("the sum of {} over {} of whom {}", value.en, list.en, test.en),
        ),
        ("some", [list, test]) => text(
            format!("{} 中至少有一个符合：{}", list.zh, test.zh),
            format!("of at least one of {}: {}", list.en, test.en),
        ),
        ("every", [list, test]) => text(
            format!("{} 中每一个都符合：{}", list.zh, test.zh),
            format!("of every one of {}: {}", list.en, test.en),
        ),
        ("qualifies", [_]) => {
            let policy = policy(catalog, arguments);
            text(format!("符合 {} 的条件", policy.zh), format!("the conditions of {} hold", policy.en))
        }
        ("had", [_]) => {
            let policy = policy(catalog, arguments);
            text(format!("已经领过 {}", policy.zh), format!("{} was received already", policy.en))
        }
        ("amount", [_, _]) => {
            let policy = policy(catalog, arguments);
            text(format!("{} 的金额", policy.zh), format!("the amount of {}", policy.en))
        }
        _ => Text::same(format!(
            "{name}({})",
            arguments.iter().map(Ast::to_string).collect::<Vec<_>>().join(", ")
        )),
    }
}

/// `months(from, to, m => VALUE)`
pub(super) fn months(catalog: &Catalog, from: &Ast, to: &Ast, value: &Ast) -> Text {
    let [from, to, value] = [from, to, value].map(|it| say(catalog, it, Tightness::Sum));
    text(
        format!("从 {} 到 {} 逐月相加的 {}", from.zh, to.zh, value.zh),
        format!("{}, added up month by month from {} to {}", value.en, from.en, to.en),
    )
}

fn phrase(items: Vec<Text>, zh: &str, en: &str) -> Text {
    let items = listed(items.into_iter());
    text(format!("{} {zh}", items.zh), format!("{en} {}", items.en))
}

/// The policy that the first argument names.
fn policy(catalog: &Catalog, arguments: &[Ast]) -> Text {
    match arguments.first().map(|it| &it.kind) {
        Some(Kind::Quoted(id)) => {
            catalog.policy(id.as_str()).map_or_else(|_| Text::same(id.as_str()), |it| quoted(&it.title))
        }
        _ => Text::default(),
    }
}
