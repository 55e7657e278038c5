//! What a second look finds, apart from what rules say of anybody: as an author is told of it.

mod support;

use expect_test::expect;
use support::{check_remarks, check_rule, remarks_on};

/// A second policy, so that two can be held against each other.
const LOAN: &str = r#"
//- grants/loan/policy.toml
title = { zh = "贷款", en = "Loan" }
summary = { zh = "创业贷款", en = "A loan" }
level = "city"
family = "grants"
for = ["enterprise"]
issuer = ["市人社局"]
records = ["loan-2025"]
questions = { zh = ["贷款？"], en = ["Loan?"] }
EXCLUDES
//- grants/loan/2025/rule.toml
valid = { from = 2025-01-01 }
status = { value = "in-force", as_of = 2026-11-23 }
where = [{ channel = "online", zh = "网上", en = "Online" }]
source = [{ title = "通知", kind = "official", supports = "all", checked = 2026-11-23 }]
//- grants/loan/2025/zh.md
借钱。
//- grants/loan/2025/en.md
Money to borrow.
//- grants/loan/2025/cases.toml
case = [{ name = "any", on = 2026-11-23 }]
//- grants/rent/policy.toml
title = { zh = "房租", en = "Rent" }
summary = { zh = "房租补贴", en = "Rent support" }
level = "city"
family = "grants"
for = ["enterprise"]
issuer = ["市人社局"]
records = ["rent-2025"]
questions = { zh = ["房租？"], en = ["Rent?"] }
excludes = [{ policy = "loan" }]
//- facts/more.toml
[[list]]
id = "hires"
topic = "company"
ask = { zh = "招了人吗？", en = "Anybody hired?" }
name = { zh = "招用的人", en = "People hired" }
one = { zh = "招用的人", en = "Person hired" }
[[fact]]
id = "hired_on"
of = "hires"
type = "date"
ask = { zh = "哪天入职？", en = "On what day?" }
"#;

#[test]
fn an_exclusion_that_one_side_tells() {
    check_remarks(
        &LOAN.replace("EXCLUDES", ""),
        expect![[r#"
            warning[unused]: no policy asks for the list `hires`
              --> facts/more.toml:2:6
              | id = "hires"
              |      ^^^^^^^

            warning[unused]: no policy asks for the question `hired_on`
              --> facts/more.toml:8:6
              | id = "hired_on"
              |      ^^^^^^^^^^

            warning[one-sided]: the other side, `loan`, does not tell this exclusion
              --> grants/rent/policy.toml:9:24
              | excludes = [{ policy = "loan" }]
              |                        ^^^^^^
              = add `{ policy = "rent" }` to `excludes` of `grants/loan/policy.toml`
        "#]],
    );
}

#[test]
fn an_exclusion_that_two_sides_tell_differently() {
    check_remarks(
        &LOAN.replace("EXCLUDES", r#"excludes = [{ policy = "rent", each = "hires" }]"#),
        expect![[r#"
            warning[unused]: no policy asks for the list `hires`
              --> facts/more.toml:2:6
              | id = "hires"
              |      ^^^^^^^

            warning[unused]: no policy asks for the question `hired_on`
              --> facts/more.toml:8:6
              | id = "hired_on"
              |      ^^^^^^^^^^

            error[told-differently]: the two sides tell it differently: `each = "hires"` here, as a whole in `grants/rent/policy.toml:9`
              --> grants/loan/policy.toml:9:24
              | excludes = [{ policy = "rent", each = "hires" }]
              |                        ^^^^^^
              = say on both sides for whom the two exclude each other

            error[told-differently]: the two sides tell it differently: as a whole here, `each = "hires"` in `grants/loan/policy.toml:9`
              --> grants/rent/policy.toml:9:24
              | excludes = [{ policy = "loan" }]
              |                        ^^^^^^
              = say on both sides for whom the two exclude each other
        "#]],
    );
}

#[test]
fn editions_that_overlap() {
    check_remarks(
        &editions("from = 2024-01-01, to = 2025-06-30", "from = 2025-01-01"),
        expect![[r#"
        error[overlapping]: by day, the edition `2024` still holds on its first days, until 2025-06-30
          --> grants/rent/2025/rule.toml:1:9
          | valid = { from = 2025-01-01 }
          |         ^^^^^^^^^^^^^^^^^^^^^
          = end `2024` the day before: `to = 2024-12-31`
    "#]],
    );
}

#[test]
fn editions_with_days_between_them() {
    check_remarks(
        &editions("from = 2023-01-01, to = 2024-06-30", "from = 2025-01-01"),
        expect![[r#"
        warning[gap]: by day, no edition holds from 2024-07-01 to 2024-12-31, between `2024` and this one
          --> grants/rent/2025/rule.toml:1:9
          | valid = { from = 2025-01-01 }
          |         ^^^^^^^^^^^^^^^^^^^^^
          = let one begin where the other ends, or say why there is nothing between them
    "#]],
    );
}

#[test]
fn a_first_day_that_is_known_to_the_year_overlaps_nothing_in_that_year() {
    let later = r#"from = 2025-01-01, precision = "year""#;
    check_remarks(&editions("from = 2024-01-01, to = 2025-06-30", later), expect![[""]]);
}

#[test]
fn editions_picked_by_an_event_do_not_take_each_others_place() {
    let by = |from: &str| format!("from = {from}, by = \"opened_on\"");
    check_remarks(
        &editions(&by("2024-01-01"), &by("2025-01-01")),
        expect![[r#"
        error[overlapping]: by `opened_on`, the edition `2024` still holds on its first days, for it has no last day
          --> grants/rent/2025/rule.toml:1:9
          | valid = { from = 2025-01-01, by = "opened_on" }
          |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          = end `2024` the day before: `to = 2024-12-31`
    "#]],
    );
    let ends = r#"from = 2024-01-01, to = 2024-12-31, by = "opened_on""#;
    check_remarks(&editions(ends, &by("2025-01-01")), expect![[""]]);
}

/// Two editions with these validities.
fn editions(earlier: &str, later: &str) -> String {
    let mut pack = String::new();
    for (id, valid) in [("2024", earlier), ("2025", later)] {
        pack += &format!(
            r#"
//- grants/rent/{id}/rule.toml
valid = {{ {valid} }}
status = {{ value = "in-force", as_of = 2026-11-23 }}
where = [{{ channel = "online", zh = "网上", en = "Online" }}]
source = [{{ title = "通知", kind = "official", supports = "all", checked = 2026-11-23 }}]
bring = [{{ paper = "licence" }}]
condition = [{{ id = "small", cite = "who", zh = "人少", en = "Few", test = "staff <= 10 and opened_on <= as_of" }}]
//- grants/rent/{id}/zh.md
不超过十人。 {{#who}}
//- grants/rent/{id}/en.md
At most ten people. {{#who}}
//- grants/rent/{id}/cases.toml
case = [{{ name = "any", on = 2026-11-23 }}]
"#
        );
    }
    pack
}

#[test]
fn limits_counted_in_full_months() {
    check_rule(
        r#"
[[condition]]
id = "soon"
cite = "who"
zh = "开业几个月"
en = "Months in business"
any = [
  { zh = "六个月以内", en = "within six months", test = "months_between(opened_on, as_of) <= 6" },
  { zh = "六个月以内", en = "within six months", test = "6 >= months_between(opened_on, as_of)" },
  { zh = "三到六个月", en = "three to six months", test = "months_between(opened_on, as_of) in 3..=6" },
  { zh = "十二个月以上", en = "more than twelve months", test = "months_between(opened_on, as_of) > 12" },
  { zh = "满二十四个月", en = "a full twenty-four months", test = "months_between(opened_on, as_of) >= 24" },
]
"#,
        expect![[r#"
            warning[unused]: no policy asks for the question `staff`
              --> facts/facts.toml:2:6
              | id = "staff"
              |      ^^^^^^^

            warning[month-too-long]: counted in full months, the limit runs almost a month too long
              --> grants/rent/2025/rule.toml:13:53
              |   { zh = "六个月以内", en = "within six months", test = "months_between(opened_on, as_of) <= 6" },
              |                                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              = write `as_of <= add_months(opened_on, …)`, or a window; the last day is then inside

            warning[useless-part]: the part makes no difference: whoever meets it meets another one too
              --> grants/rent/2025/rule.toml:13:53
              |   { zh = "六个月以内", en = "within six months", test = "months_between(opened_on, as_of) <= 6" },
              |                                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              = take it out, or narrow the part that covers it

            warning[month-too-long]: counted in full months, the limit runs almost a month too long
              --> grants/rent/2025/rule.toml:14:53
              |   { zh = "六个月以内", en = "within six months", test = "6 >= months_between(opened_on, as_of)" },
              |                                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              = write `as_of <= add_months(opened_on, …)`, or a window; the last day is then inside

            warning[month-too-long]: counted in full months, the limit runs almost a month too long
              --> grants/rent/2025/rule.toml:15:55
              |   { zh = "三到六个月", en = "three to six months", test = "months_between(opened_on, as_of) in 3..=6" },
              |                                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              = write `as_of <= add_months(opened_on, …)`, or a window; the last day is then inside

            warning[month-too-long]: counted in full months, the limit runs almost a month too long
              --> grants/rent/2025/rule.toml:16:60
              |   { zh = "十二个月以上", en = "more than twelve months", test = "months_between(opened_on, as_of) > 12" },
              |                                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              = write `as_of > add_months(opened_on, …)`; the last day is then outside
        "#]],
    );
}

#[test]
fn a_limit_counted_in_full_months_by_a_derived_fact() {
    check_remarks(
        r#"
//- facts/more.toml
[[derived]]
id = "age_months"
value = "months_between(opened_on, as_of)"
zh = "开业月数"
en = "Months in business"
//- grants/rent/2025/cases.toml
case = [{ name = "any", on = 2026-11-23 }]
//- grants/rent/2025/rule.toml
valid = { from = 2025-01-01 }
status = { value = "in-force", as_of = 2026-11-23 }
where = [{ channel = "online", zh = "网上", en = "Online" }]
source = [{ title = "通知", kind = "official", supports = "all", checked = 2026-11-23 }]
bring = [{ paper = "licence" }]
condition = [{ id = "soon", cite = "who", zh = "半年内", en = "Half a year", test = "staff > 0 and age_months <= 6" }]
"#,
        expect![[r#"
            warning[month-too-long]: counted in full months, the limit runs almost a month too long
              --> grants/rent/2025/rule.toml:6:97
              | …, cite = "who", zh = "半年内", en = "Half a year", test = "staff > 0 and age_months <= 6" }]
              |                                                                           ^^^^^^^^^^^^^^^
              = write `as_of <= add_months(opened_on, …)`, or a window; the last day is then inside
        "#]],
    );
}

#[test]
fn options_that_no_rule_asks_for() {
    check_remarks(
        r#"
//- facts/more.toml
[[fact]]
id = "form"
type = "choice"
topic = "company"
options = [{ id = "company", zh = "公司", en = "company" }, { id = "shop", zh = "小店", en = "shop" }, { id = "farm", zh = "农场", en = "farm" }]
ask = { zh = "什么形式？", en = "What form?" }
[[fact]]
id = "fields"
type = "choices"
topic = "company"
options = [{ id = "chips", zh = "芯片", en = "chips" }, { id = "games", zh = "游戏", en = "games" }]
ask = { zh = "什么领域？", en = "What fields?" }
//- grants/rent/2025/cases.toml
case = [{ name = "any", on = 2026-11-23 }]
//- grants/rent/2025/rule.toml
valid = { from = 2025-01-01 }
status = { value = "in-force", as_of = 2026-11-23 }
where = [{ channel = "online", zh = "网上", en = "Online" }]
source = [{ title = "通知", kind = "official", supports = "all", checked = 2026-11-23 }]
bring = [{ paper = "licence" }]
condition = [{ id = "kind", cite = "who", zh = "做芯片的公司", en = "A chip company", test = "staff > 0 and opened_on < as_of and form == 'company' and fields overlaps ['chips']" }]
"#,
        expect![[r#"
            warning[unused-option]: no rule tells the option `shop` of `form` from others
              --> facts/more.toml:5:66
              | options = [{ id = "company", zh = "公司", en = "company" }, { id = "shop", zh = "小店", en = "shop" }, { id = "farm", zh = "农场", en = "farm" }]
              |                                                                    ^^^^^^
              = take it out, or make one option of those that no rule tells apart

            warning[unused-option]: no rule tells the option `farm` of `form` from others
              --> facts/more.toml:5:107
              | …司", en = "company" }, { id = "shop", zh = "小店", en = "shop" }, { id = "farm", zh = "农场", en = "farm" }]
              |                                                                           ^^^^^^
              = take it out, or make one option of those that no rule tells apart

            warning[unused-option]: no rule asks for the option `games` of `fields`
              --> facts/more.toml:11:62
              | options = [{ id = "chips", zh = "芯片", en = "chips" }, { id = "games", zh = "游戏", en = "games" }]
              |                                                                ^^^^^^^
              = take it out, or make one option of those that no rule tells apart
        "#]],
    );
}

#[test]
fn sources_that_were_not_looked_at_for_long() {
    let pack = |months: &str| {
        format!(
            r#"
//- pack.toml
id = "trial"
title = {{ zh = "试", en = "Trial" }}
version = "1"
published = 2026-11-23
covers = {{ zh = "试", en = "All" }}
checked = {{ zh = "试", en = "Read" }}
{months}
level = [{{ id = "city", zh = "市", en = "City" }}]
family = [{{ id = "grants", zh = "补贴", en = "Grants" }}]
topic = [{{ id = "company", zh = "公司", en = "Company" }}]
"#
        )
    };
    let on = |months: &str, day: &str| remarks_on(&pack(months), day);
    assert_eq!(on("", "2027-11-23"), "", "the last of the twelve months");
    assert_eq!(on("recheck_months = 24", "2028-11-23"), "");
    expect![[r#"
        warning[stale-source]: the source was not looked at for more than 12 months, as of 2027-11-24
          --> grants/rent/2025/rule.toml:25:11
          | checked = 2026-11-23
          |           ^^^^^^^^^^
          = read it again: mend what has changed, and write the new day here
    "#]]
    .assert_eq(&on("", "2027-11-24"));
    expect![[r#"
        warning[stale-source]: the source was not looked at for more than 24 months, as of 2028-11-24
          --> grants/rent/2025/rule.toml:25:11
          | checked = 2026-11-23
          |           ^^^^^^^^^^
          = read it again: mend what has changed, and write the new day here
    "#]]
    .assert_eq(&on("recheck_months = 24", "2028-11-24"));
    expect![[r#"
        warning[checked-ahead]: the source is said to be checked on a day after 2026-11-22
          --> grants/rent/2025/rule.toml:25:11
          | checked = 2026-11-23
          |           ^^^^^^^^^^
    "#]]
    .assert_eq(&on("", "2026-11-22"));
}

#[test]
fn figures_that_are_unknown_on_days_of_the_edition() {
    check_remarks(
        r#"
//- parameters/wages.toml
[[parameter]]
id = "wage"
zh = "工资"
en = "Wage"
values = [
  { from = 2025-03-01, to = 2025-06-30, value = 2740, source = "x" },
  { from = 2026-01-01, value = 2690, source = "x" },
]
//- grants/rent/2025/rule.toml
valid = { from = 2025-01-01, to = 2026-12-31 }
status = { value = "in-force", as_of = 2026-11-23 }
where = [{ channel = "online", zh = "网上", en = "Online" }]
source = [{ title = "通知", kind = "official", supports = "all", checked = 2026-11-23 }]
bring = [{ paper = "licence" }]
window = [{ closes = "opened_on" }]
[[amount]]
id = "rent"
kind = "grant"
value = "param(wage) * staff"
"#,
        expect![[r#"
            warning[unknown-figure]: `wage` has no value for days it is asked for: from 2025-01-01 to 2025-02-28; from 2025-07-01 to 2025-12-31
              --> grants/rent/2025/rule.toml:10:9
              | value = "param(wage) * staff"
              |         ^^^^^^^^^^^^^^^^^^^^^
              = add the figure to its `values`; what rests on it stays unknown until then
        "#]],
    );
}

#[test]
fn figures_are_sought_on_the_days_they_are_asked_for() {
    check_remarks(
        r#"
//- parameters/wages.toml
[[parameter]]
id = "wage"
zh = "工资"
en = "Wage"
values = [{ from = 2020-01-01, to = 2024-12-31, value = 1000, source = "x" }, { from = 2025-07-01, value = 2000, source = "x" }]
[[parameter]]
id = "limit"
zh = "限额"
en = "Limit"
values = [{ from = 2024-12-31, to = 2024-12-31, value = 10, source = "x" }]
//- grants/rent/2025/cases.toml
case = [{ name = "any", on = 2026-11-23 }]
//- grants/rent/2025/rule.toml
valid = { from = 2025-01-01, to = 2026-12-31 }
status = { value = "in-force", as_of = 2026-11-23 }
where = [{ channel = "online", zh = "网上", en = "Online" }]
source = [{ title = "通知", kind = "official", supports = "all", checked = 2026-11-23 }]
bring = [{ paper = "licence" }]
condition = [{ id = "small", cite = "who", zh = "人少", en = "Few", test = "staff <= param(limit, 2024-12-31) and opened_on < as_of" }]
[[amount]]
id = "last-year"
kind = "grant"
value = "staff * param(wage, date(year(as_of) - 2, 12, 31))"
[[amount]]
id = "today"
kind = "grant"
value = "staff * param(wage)"
"#,
        expect![[r#"
            warning[unknown-figure]: `wage` has no value for days it is asked for: from 2025-01-01 to 2025-06-30
              --> grants/rent/2025/rule.toml:14:9
              | value = "staff * param(wage)"
              |         ^^^^^^^^^^^^^^^^^^^^^
              = add the figure to its `values`; what rests on it stays unknown until then
        "#]],
    );
}

#[test]
fn what_is_accepted_is_not_told_and_errors_are_not_accepted() {
    let broken = r#"
//- facts/more.toml
[[fact]]
id = "area"
type = "decimal"
topic = "company"
ask = { zh = "多大？", en = "How large?" }
//- grants/rent/2025/cases.toml
case = [{ name = "any", on = 2026-11-23 }]
//- grants/rent/2025/rule.toml
valid = { from = 2025-01-01 }
status = { value = "in-force", as_of = 2026-11-23 }
where = [{ channel = "online", zh = "网上", en = "Online" }]
source = [{ title = "通知", kind = "official", supports = "all", checked = 2026-11-23 }]
bring = [{ paper = "licence" }]
condition = [{ id = "none", cite = "who", zh = "少于零人", en = "Less than nobody", test = "staff < 0" }]
window = [{ closes = "opened_on" }]
"#;
    check_remarks(
        &format!(
            r#"{broken}
//- accepted.toml
[[accepted]]
remark = "unused"
about = "`area`"
files = ["facts/more.toml", "facts/facts.toml"]
reason = "It will be asked for."
[[accepted]]
remark = "never-met"
about = "`none`"
files = ["grants/rent/2025/rule.toml"]
reason = "Nobody should get it."
"#
        ),
        expect![[r#"
            warning[stale-reason]: there is no warning `unused` about `area` in `facts/facts.toml`
              --> accepted.toml:4:29
              | files = ["facts/more.toml", "facts/facts.toml"]
              |                             ^^^^^^^^^^^^^^^^^^
              = take it out

            warning[stale-reason]: there is no warning `never-met` about `none` in `grants/rent/2025/rule.toml`
              --> accepted.toml:9:10
              | files = ["grants/rent/2025/rule.toml"]
              |          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              = take it out

            error[never-met]: the condition `none` can never be met, whatever is answered
              --> grants/rent/2025/rule.toml:6:89
              | …= "none", cite = "who", zh = "少于零人", en = "Less than nobody", test = "staff < 0" }]
              |                                                                            ^^^^^^^^^
              = compare its figures, days and options with what the questions can be answered with
        "#]],
    );
}
