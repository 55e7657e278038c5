//! What people read, in both languages.

use std::fmt::Write;

use desk::words;
use eligibility::{AmountResult, Totals};
use expect_test::{Expect, expect};
use policy::{AmountKind, Interval, Number, Per, Possible, Text, Unit};
use serde_json::json;

use crate::support::{TODAY, day, facts, pack};

/// Lines of Chinese and English; what no reader should ever see fails at once.
#[track_caller]
fn check(said: impl IntoIterator<Item = Text>, expect: Expect) {
    let mut out = String::new();
    for Text { zh, en } in said {
        for text in [&zh, &en] {
            assert!(!text.contains("  ") && text.trim() == text, "space too many: {text:?}");
            assert!(!text.contains("1 conditions") && !text.contains("1 points"), "{text:?}");
        }
        assert_eq!(zh.is_empty(), en.is_empty(), "only one language speaks: {zh:?} {en:?}");
        writeln!(out, "{zh} | {en}").unwrap();
    }
    expect.assert_eq(&out);
}

fn number(text: &str) -> Number {
    text.parse().unwrap()
}

/// `8000`, `1..9`, `..9`, `1..`, `..`
fn range(text: &str) -> Interval<Number> {
    let Some((low, high)) = text.split_once("..") else { return Interval::exactly(number(text)) };
    let end = |it: &str| (!it.is_empty()).then(|| number(it));
    Interval::new(end(low), end(high)).unwrap()
}

fn days(text: &str) -> Interval<policy::Date> {
    let Some((low, high)) = text.split_once("..") else { return Interval::exactly(day(text)) };
    let end = |it: &str| (!it.is_empty()).then(|| day(it));
    Interval::new(end(low), end(high)).unwrap()
}

#[test]
fn dates_and_ranges_of_dates() {
    let ranges = [
        "2026-03-01",
        "2023-01-01..2023-12-31",
        "2024-02-01..2024-02-29",
        "2025-02-01..2025-03-01",
        "2025-02-10..2026-01-05",
        "2025-02-10..",
        "..2025-02-10",
        "..",
    ];
    check(
        ranges.map(|it| words::day_or_range(days(it))),
        expect![[r#"
            2026年3月1日 | 1 March 2026
            2023年 | some time in 2023
            2024年2月 | some time in February 2024
            2025年2月1日至2025年3月1日 | 1 February 2025 to 1 March 2025
            2025年2月10日至2026年1月5日 | 10 February 2025 to 5 January 2026
            2025年2月10日及以后 | 10 February 2025 or later
            2025年2月10日及以前 | 10 February 2025 or earlier
            不知道 | not known
        "#]],
    );
    check(
        ranges.map(|it| words::from(days(it))),
        expect![[r#"
        2026年3月1日起 | from 1 March 2026
        最早2023年1月1日起、最晚2023年12月31日起 | from 1 January 2023 at the earliest and 31 December 2023 at the latest
        最早2024年2月1日起、最晚2024年2月29日起 | from 1 February 2024 at the earliest and 29 February 2024 at the latest
        最早2025年2月1日起、最晚2025年3月1日起 | from 1 February 2025 at the earliest and 1 March 2025 at the latest
        最早2025年2月10日起、最晚2026年1月5日起 | from 10 February 2025 at the earliest and 5 January 2026 at the latest
        2025年2月10日或以后起 | some time from 10 February 2025
        2025年2月10日或以前起 | at the latest from 10 February 2025
        从还不知道的一天起 | from a day not yet known
    "#]],
    );
}

#[test]
fn days_from_today() {
    let days = ["2026-11-20", "2026-11-22", "2026-11-23", "2026-11-24", "2027-11-23"];
    check(
        days.map(|it| words::days_from(day(TODAY), day(it))),
        expect![[r#"
        3 天前 | 3 days ago
        1 天前 | 1 day ago
        就是今天 | today
        1 天后 | in 1 day
        365 天后 | in 365 days
    "#]],
    );
}

#[test]
fn when_one_can_apply() {
    let known = |it: &str| Some(Possible::within(days(it)));
    check(
        [
            words::window(known("2026-01-01"), known("2026-06-30")),
            words::window(known("2026-01-01"), None),
            words::window(None, known("2026-01-01..2026-12-31")),
            words::window(None, Some(Possible::ANY)),
            words::window(None, Some(Possible::NONE)),
            words::window(None, None),
        ],
        expect![[r#"
            2026年1月1日至2026年6月30日 | 1 January 2026 to 30 June 2026
            2026年1月1日起 | from 1 January 2026
            截至2026年 | until some time in 2026
            日期要看您的回答 | the dates hang on your answers
            日期要看您的回答 | the dates hang on your answers
             | 
        "#]],
    );
}

#[test]
fn figures() {
    let ranges = ["0", "1", "1234567.5", "-1234", "0.005..0.015", "0..10", "..10", "3..", "0..", ".."];
    check(
        ranges.map(|it| words::yuan_range(range(it))),
        expect![[r#"
            0 | 0
            1 | 1
            1,234,567.5 | 1,234,567.5
            -1,234 | -1,234
            最多 0.02 | up to 0.02
            最多 10 | up to 10
            最多 10 | up to 10
            至少 3 | at least 3
            看情况 | depends on the case
            看情况 | depends on the case
        "#]],
    );
    check(
        ["0", "3..5", "0..5", "1000.."].map(|it| words::count(range(it))),
        expect![[r#"
        0 | 0
        3–5 | 3–5
        最多 5 | up to 5
        至少 1,000 | at least 1,000
    "#]],
    );
    assert_eq!(words::yuan(number("1234.565")), "1,234.57");
    assert_eq!(words::grouped(number("123")), "123");
    assert_eq!(words::grouped(number("-123456.7")), "-123,456.7");
}

#[test]
fn how_many_of_them_count() {
    let all = [
        ("1", "1"),
        ("0", "3"),
        ("1..2", "3"),
        ("0..3", "3"),
        ("2", "3.."),
        ("..", "3.."),
        ("0", "0"),
        ("0..", ".."),
    ];
    check(
        all.map(|(n, of)| words::counted(range(n), range(of))),
        expect![[r#"
        1 个，其中 1 个算数 | 1 of 1 counts
        3 个，其中 0 个算数 | 0 of 3 count
        3 个，其中 1–2 个算数 | 1–2 of 3 count
        3 个，其中最多 3 个算数 | up to 3 of 3 count
        至少 3 个，其中 2 个算数 | 2 of at least 3 count
        至少 3 个，其中几个算数还不知道 | how many of at least 3 count is not known yet
         | 
         | 
    "#]],
    );
}

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

#[test]
fn answers() {
    let catalog = facts();
    let said = [
        ("registered", json!(true)),
        ("registered", json!(false)),
        ("registered", json!({ "unknown": true })),
        ("staff", json!(0)),
        ("staff", json!(1)),
        ("staff", json!(1200)),
        ("staff", json!({ "min": 1, "max": 9 })),
        ("staff", json!({ "min": 300 })),
        ("staff", json!({ "max": 9 })),
        ("turnover", json!("12000.5")),
        ("turnover", json!({ "min": 500000 })),
        ("turnover", json!({ "max": "100" })),
        ("opened_on", json!("2025-09-01")),
        ("opened_on", json!({ "min": "2023-01-01", "max": "2023-12-31" })),
        ("rented_from", json!("2025-09-01")),
        ("rented_from", json!({ "min": "2025-01-01", "max": "2025-12-01" })),
        ("rented_from", json!({ "min": "2025-03-01", "max": "2025-05-01" })),
        ("district", json!("yangpu")),
        ("district", json!({ "among": ["yangpu", "hongkou"] })),
        ("sectors", json!([])),
        ("sectors", json!(["chips", "drugs"])),
    ];
    let said = said.map(|(fact, said)| {
        let (profile, mistakes) = corpus::read_profile(&catalog, &json!({ (fact): said }));
        assert_eq!(mistakes, [], "{fact}");
        let fact = catalog.find_fact(fact).unwrap();
        words::answer(catalog.fact(fact), &profile.answers[&fact])
    });
    check(
        said,
        expect![[r#"
        是 | yes
        否 | no
        不清楚 | not sure
        0 人 | 0 people
        1 人 | 1 person
        1,200 人 | 1,200 people
        1 至 9 人 | 1 to 9 people
        300 人及以上 | 300 people or more
        9 人及以下 | 9 people or fewer
        12,000.5 元 | 12,000.5 CNY
        500,000 元及以上 | 500,000 CNY or more
        100 元及以下 | 100 CNY or less
        2025年9月1日 | 1 September 2025
        2023年 | some time in 2023
        2025年9月 | September 2025
        2025年 | some time in 2025
        2025年3月至2025年5月 | March 2025 to May 2025
        杨浦 | Yangpu
        杨浦或虹口 | Yangpu or Hongkou
        都没有 | none of them
        芯片、药 | chips, drugs
    "#]],
    );
}

#[test]
fn bands_and_entries() {
    let catalog = facts();
    let staff = catalog.fact(catalog.find_fact("staff").unwrap());
    check(
        ["0", "1..9", "300.."].map(|it| words::band(staff, range(it))),
        expect![[r#"
        0 人 | 0 people
        1 至 9 人 | 1 to 9 people
        300 人及以上 | 300 people or more
    "#]],
    );
    let json = json!({ "hires": [
        { "id": "a", "hired_on": "2025-03-01", "graduate": true },
        { "id": "b", "n": 2, "graduate": false },
        { "id": "c", "hired_on": { "unknown": true } },
    ] });
    let (profile, _) = corpus::read_profile(&catalog, &json);
    let list = catalog.find_list("hires").unwrap();
    let entries = &profile.lists[&list].entries;
    check(
        entries.iter().map(|it| words::entry(&catalog, &catalog.list(list).facts, it)),
        expect![[r#"
            入职 2025年3月1日，毕业生 | Hired 1 March 2025; graduate
            2 个 | 2 alike
            1 个 | one
        "#]],
    );
}

/// The verdict and the reason for an enterprise of which this is known.
fn verdicts(rule: &str, profiles: &[serde_json::Value]) -> Vec<Text> {
    let catalog = pack(&[("rent", "", rule)]).catalog;
    let said = profiles.iter().flat_map(|json| {
        let (profile, mistakes) = corpus::read_profile(&catalog, json);
        assert_eq!(mistakes, []);
        let assessment = eligibility::assess(&catalog, &profile, day(TODAY));
        let result = &assessment.results[0];
        [words::sentence(result), words::reason(&catalog, result)]
    });
    said.collect()
}

#[test]
fn verdicts_and_reasons() {
    let rule = r#"condition = [
  { id = "small", cite = "who", zh = "不超过十人", en = "At most ten people", test = "staff <= 10" },
  { id = "open", cite = "who", zh = "开业满一年", en = "Open for a year", test = "add_months(opened_on, 12) <= as_of" },
  { id = "expert", cite = "who", zh = "专家评审", en = "Reviewed by experts", officer = true },
]
amount = [{ id = "rent", kind = "grant", value = "100" }]
"#;
    check(
        verdicts(
            rule,
            &[
                json!({}),
                json!({ "staff": 3 }),
                json!({ "staff": 3, "opened_on": "2025-01-01" }),
                json!({ "staff": 3, "opened_on": "2026-03-01" }),
                json!({ "staff": 3, "opened_on": { "min": "2026-03-01", "max": "2026-03-31" } }),
                json!({ "staff": 11, "opened_on": "2025-01-01" }),
                json!({ "staff": { "min": 11 }, "opened_on": { "unknown": true } }),
            ],
        ),
        expect![[r#"
            还不能下结论：2 个条件还不知道是否符合。 | Not decided yet: 2 conditions are not known.
            还要知道：人数、开业日期 | Still to know: Staff, Opened on
            还不能下结论：1 个条件还不知道是否符合。 | Not decided yet: 1 condition is not known.
            还要知道：开业日期 | Still to know: Opened on
            按您的回答，能核对的条件都符合。还有 1 项由部门认定。 | On your answers, you meet all conditions that can be checked here. The office still decides 1 point.
             | 
            现在还不到时候。别的不变，2027年3月1日起就符合。 | Not yet. If nothing else changes, you qualify from 1 March 2027.
            2027年3月1日起 | from 1 March 2027
            现在还不到时候。别的不变，最早2027年3月1日起、最晚2027年3月31日起就符合。 | Not yet. If nothing else changes, you qualify from 1 March 2027 at the earliest and 31 March 2027 at the latest.
            最早2027年3月1日起、最晚2027年3月31日起 | from 1 March 2027 at the earliest and 31 March 2027 at the latest
            按您的回答，目前有 1 个条件不符合。 | On your answers, 1 condition is not met at present.
            不符合：不超过十人 | Not met: At most ten people
            按您的回答，目前有 1 个条件不符合。 | On your answers, 1 condition is not met at present.
            不符合：不超过十人 | Not met: At most ten people
        "#]],
    );
}

#[test]
fn verdicts_that_no_single_condition_explains() {
    // Either half may hold, never both; and a window that hangs on an answer.
    let torn = r#"condition = [
  { id = "few", cite = "who", zh = "少", en = "Few", test = "staff <= 3" },
  { id = "many", cite = "who", zh = "多", en = "Many", test = "staff >= 5" },
]
"#;
    check(
        verdicts(torn, &[json!({})]),
        expect![[r#"
        按您的回答，目前不符合。 | On your answers, you do not qualify at present.
         | 
    "#]],
    );
    let window = "condition = [{ id = \"few\", cite = \"who\", zh = \"少\", en = \"Few\", test = \"staff <= 3\" }]\n\
                  window = [{ closes = \"add_months(opened_on, 6)\" }]\n";
    check(
        verdicts(window, &[json!({ "staff": 1 }), json!({ "staff": 1, "opened_on": "2024-01-01" })]),
        expect![[r#"
            还不能下结论：要看还没回答的题。 | Not decided yet: it hangs on what was not answered.
            还要知道：开业日期 | Still to know: Opened on
            能核对的条件都符合，但申请时间已经过了。 | The conditions that can be checked here hold, but the time to apply is over.
             | 
        "#]],
    );
}

#[test]
fn editions_and_how_they_stand() {
    let files = |head: &str| {
        let mut loaded = pack(&[("rent", "", "")]);
        let edition = &mut loaded.catalog.policies[0].editions[0];
        for line in head.split(", ") {
            let (key, value) = line.split_once(' ').unwrap();
            match key {
                "to" => edition.valid.to = Some(day(value)),
                "seen" => edition.status.as_mut().unwrap().as_of = day(value),
                "year" => edition.valid.precision = policy::DatePrecision::Year,
                "is" => {
                    edition.status.as_mut().unwrap().value = match value {
                        "superseded" => policy::StatusValue::Superseded,
                        "expired" => policy::StatusValue::Expired,
                        _ => policy::StatusValue::Unknown,
                    }
                }
                other => panic!("{other}"),
            }
        }
        let edition = &loaded.catalog.policies[0].editions[0];
        [words::status(edition, day(TODAY)), words::edition_label(edition, day(TODAY))]
    };
    let all = [
        "seen 2026-11-01",
        "seen 2024-11-01",
        "year -",
        "to 2025-12-31",
        "to 2025-12-31, is superseded",
        "is expired",
        "is unknown",
        "to 2027-12-31",
    ];
    check(
        all.into_iter().flat_map(files),
        expect![[r#"
        施行中 | In force
        2025年1月起 · 施行中 | since January 2025 · in force
        最近一次见到仍在施行是2024年11月，申请前请先向部门核实 | Last seen in force in November 2024: ask the office before you apply
        2025年1月起 · 待核实 | since January 2025 · to be confirmed
        施行中 | In force
        2025年起 · 施行中 | since 2025 · in force
        已失效（到2025年12月31日为止） | Expired (until 31 December 2025)
        2025年1月—2025年12月 · 已失效 | January 2025 – December 2025 · expired
        已被新的规定替代（到2025年12月31日为止） | Superseded by a newer one (until 31 December 2025)
        2025年1月—2025年12月 · 已被替代 | January 2025 – December 2025 · superseded
        已失效 | Expired
        2025年1月起 · 已失效 | since January 2025 · expired
        现在是否还在施行，没有核实到，申请前请先向部门核实 | Whether it is still in force could not be confirmed: ask the office before you apply
        2025年1月起 · 没有核实到 | since January 2025 · not confirmed
        施行中 | In force
        2025年1月—2027年12月 · 施行中 | January 2025 – December 2027 · in force
    "#]],
    );
}
