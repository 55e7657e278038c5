//! What people read, in both languages.

use std::fmt::Write;

use desk::words;
use expect_test::{Expect, expect};
use policy::{Interval, Number, Possible, Text};
use serde_json::json;

use crate::support::{TODAY, day, facts, pack};

/// Lines of Chinese and English; what no reader should ever see fails at once.
#[track_caller]
pub(crate) fn check(said: impl IntoIterator<Item = Text>, expect: Expect) {
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
pub(crate) fn range(text: &str) -> Interval<Number> {
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
    check(
        ["8000", "0..8000", "1..8000", "500..", ".."].map(|it| words::money(range(it))),
        expect![[r#"
        8,000 元 | CNY 8,000
        最多 8,000 元 | up to CNY 8,000
        1–8,000 元 | CNY 1–8,000
        至少 500 元 | at least CNY 500
        看情况 | depends on the case
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
