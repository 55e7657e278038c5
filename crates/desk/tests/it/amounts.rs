//! What one gets, in both languages.

use desk::words;
use eligibility::{AmountResult, Totals};
use expect_test::{Expect, expect};
use policy::{AmountKind, Per, Possible, Text, Unit};

use crate::{
    support::day,
    words::{check, range},
};

fn a(kind: AmountKind, unit: &str, per: Per, value: Option<&str>) -> AmountResult {
    AmountResult {
        id: "a".parse().unwrap(),
        kind,
        label: Text::default(),
        cite: None,
        value: value.map(range),
        up_to: false,
        unit: if unit == "CNY" { Unit::Cny } else { Unit::Other(unit.to_owned()) },
        per,
        from: None,
        until: None,
        for_months: None,
        totals: Totals { whole: None, remaining: None },
        missing: Vec::new(),
    }
}

#[track_caller]
fn check_amounts(amounts: impl IntoIterator<Item = AmountResult>, expect: Expect) {
    let said = amounts.into_iter().flat_map(|it| {
        let parts = words::amount(&it);
        [words::gain(&it), words::join([parts.figure, parts.unit, parts.note], " / ", " / ")]
    });
    check(said, expect);
}

#[test]
fn sums_of_money() {
    let grant = |value| a(AmountKind::Grant, "CNY", Per::Once, value);
    check_amounts(
        [
            None,
            Some("8000"),
            Some("0"),
            Some("0..8000"),
            Some("1370..2055.505"),
            Some("500.."),
            Some(".."),
            Some("0.."),
        ]
        .map(grant),
        expect![[r#"
            金额未公布 | amount not published
            没有公布 / 补贴 / 来源里没有写明金额，由部门核定 | not published / grant / the sources do not say how much; the office decides
            8,000 元 | 8,000 CNY
            8,000 / 元，一次 | 8,000 / CNY, once
            0 元 | 0 CNY
            0 / 元，一次 / 符合条件，但按您的回答算出来是 0 | 0 / CNY, once / the conditions hold, but on your answers it comes to 0
            最多 8,000 元 | up to 8,000 CNY
            最多 8,000 / 元，一次 | up to 8,000 / CNY, once
            1,370–2,055.51 元 | 1,370–2,055.51 CNY
            1,370–2,055.51 / 元，一次 | 1,370–2,055.51 / CNY, once
            至少 500 元 | at least 500 CNY
            至少 500 / 元，一次 | at least 500 / CNY, once
            金额看情况 | amount depends on the case
            看情况 / 补贴 | depends on the case / grant
            金额看情况 | amount depends on the case
            看情况 / 补贴 | depends on the case / grant
        "#]],
    );
    let of = |kind| a(kind, "CNY", Per::Once, Some("..500000"));
    check_amounts(
        [AmountKind::Loan, AmountKind::TaxRelief, AmountKind::InterestSubsidy, AmountKind::Reimbursement]
            .map(of),
        expect![[r#"
            最多 500,000 元 贷款 | loan of up to 500,000 CNY
            最多 500,000 / 元，一次 | up to 500,000 / CNY, once
            最多 500,000 元 少缴 | up to 500,000 CNY less tax
            最多 500,000 / 元，一次 | up to 500,000 / CNY, once
            最多 500,000 元 | up to 500,000 CNY
            最多 500,000 / 元，一次 | up to 500,000 / CNY, once
            最多 500,000 元 | up to 500,000 CNY
            最多 500,000 / 元，一次 | up to 500,000 / CNY, once
        "#]],
    );
}

#[test]
fn ceilings() {
    let up_to = |kind, unit, per, value| AmountResult { up_to: true, ..a(kind, unit, per, Some(value)) };
    check_amounts(
        [
            up_to(AmountKind::Grant, "CNY", Per::Once, "0..300000"),
            up_to(AmountKind::Loan, "CNY", Per::Once, "0..300000"),
            up_to(AmountKind::Reimbursement, "CNY", Per::Month, "0..9000"),
            up_to(AmountKind::Service, "percent", Per::Once, "0..30"),
            up_to(AmountKind::Grant, "CNY", Per::Once, "0"),
            up_to(AmountKind::Grant, "CNY", Per::Once, "0.."),
        ],
        expect![[r#"
            最多 300,000 元 | up to 300,000 CNY
            最多 300,000 / 元，一次 / 这是上限，实际给多少由发放的一方定 | up to 300,000 / CNY, once / this is a ceiling: whoever grants it decides how much
            最多 300,000 元 贷款 | loan of up to 300,000 CNY
            最多 300,000 / 元，一次 / 这是上限，实际给多少由发放的一方定 | up to 300,000 / CNY, once / this is a ceiling: whoever grants it decides how much
            每月最多 9,000 元 | up to 9,000 CNY a month
            最多 9,000 / 元／月 / 这是上限，实际给多少由发放的一方定 | up to 9,000 / CNY a month / this is a ceiling: whoever grants it decides how much
            最多 30 % | up to 30 %
            最多 30 / % / 这是上限，实际给多少由发放的一方定 | up to 30 / % / this is a ceiling: whoever grants it decides how much
            0 元 | 0 CNY
            0 / 元，一次 / 符合条件，但按您的回答算出来是 0 | 0 / CNY, once / the conditions hold, but on your answers it comes to 0
            金额看情况 | amount depends on the case
            看情况 / 补贴 | depends on the case / grant
        "#]],
    );
}

#[test]
fn sums_that_come_again() {
    let month = a(AmountKind::Grant, "CNY", Per::Month, Some("1370..2055"));
    let for_months = |n: &str| Some(range(n));
    check_amounts(
        [
            AmountResult {
                for_months: for_months("36"),
                totals: Totals { whole: Some(range("49320..73980")), remaining: Some(range("..61200")) },
                ..month.clone()
            },
            AmountResult { for_months: for_months("1"), ..month.clone() },
            AmountResult { for_months: for_months("..12"), ..month.clone() },
            AmountResult {
                for_months: for_months(".."),
                totals: Totals { whole: Some(range("..")), remaining: None },
                ..month.clone()
            },
            AmountResult { until: Some(Possible::exactly(day("2027-03-31"))), ..month.clone() },
            AmountResult { until: Some(Possible::ANY), ..month },
            a(AmountKind::Reimbursement, "CNY", Per::Year, Some("3000")),
        ],
        expect![[r#"
            每月 1,370–2,055 元 | 1,370–2,055 CNY a month
            1,370–2,055 / 元／月 / 共 36 个月，合计 49,320–73,980 元，从现在起合计最多 61,200 元 | 1,370–2,055 / CNY a month / for 36 months, 49,320–73,980 CNY in all, up to 61,200 CNY from now on
            每月 1,370–2,055 元 | 1,370–2,055 CNY a month
            1,370–2,055 / 元／月 / 共 1 个月 | 1,370–2,055 / CNY a month / for 1 month
            每月 1,370–2,055 元 | 1,370–2,055 CNY a month
            1,370–2,055 / 元／月 / 共最多 12 个月 | 1,370–2,055 / CNY a month / for up to 12 months
            每月 1,370–2,055 元 | 1,370–2,055 CNY a month
            1,370–2,055 / 元／月 | 1,370–2,055 / CNY a month
            每月 1,370–2,055 元 | 1,370–2,055 CNY a month
            1,370–2,055 / 元／月 / 到2027年3月31日为止 | 1,370–2,055 / CNY a month / until 31 March 2027
            每月 1,370–2,055 元 | 1,370–2,055 CNY a month
            1,370–2,055 / 元／月 | 1,370–2,055 / CNY a month
            每年 3,000 元 | 3,000 CNY a year
            3,000 / 元／年 | 3,000 / CNY a year
        "#]],
    );
}

#[test]
fn what_is_not_counted_in_money() {
    let units = [
        ("percent", "75"),
        ("sessions", "1"),
        ("sessions", "2"),
        ("years", "1"),
        ("years", "2..5"),
        ("days", "10"),
        ("desks", "3"),
    ];
    check_amounts(
        units.map(|(unit, value)| a(AmountKind::Service, unit, Per::Once, Some(value))),
        expect![[r#"
            75 % | 75 %
            75 / % | 75 / %
            1 次 | 1 session
            1 / 次 | 1 / session
            2 次 | 2 sessions
            2 / 次 | 2 / sessions
            1 年 | 1 year
            1 / 年 | 1 / year
            2–5 年 | 2–5 years
            2–5 / 年 | 2–5 / years
            10 天 | 10 days
            10 / 天 | 10 / days
            3 desks | 3 desks
            3 / desks | 3 / desks
        "#]],
    );
    let whole = Totals { whole: Some(range("600")), remaining: None };
    check_amounts(
        ["percent", "sessions"]
            .map(|it| AmountResult { totals: whole, ..a(AmountKind::Service, it, Per::Month, Some("50")) }),
        expect![[r#"
            每月 50 % | 50 % a month
            50 / %／月 | 50 / % a month
            每月 50 次 | 50 sessions a month
            50 / 次／月 / 合计 600 次 | 50 / sessions a month / 600 sessions in all
        "#]],
    );
}
