//! What the rules say of anybody at all, as an author is told of it.

mod support;

use expect_test::expect;
use support::{check_facts, check_rule};

#[test]
fn a_condition_that_nobody_can_meet() {
    check_rule(
        r#"
condition = [
  { id = "none", cite = "who", zh = "少于零人", en = "Less than nobody", test = "staff < 0" },
  { id = "both", cite = "who", zh = "既多又少", en = "Many and few", test = "staff < 10 and 20 < staff" },
  { id = "time", cite = "who", zh = "先后颠倒", en = "Back in time", test = "add_months(opened_on, 1) <= as_of and as_of < opened_on" },
]
"#,
        expect![[r#"
            error[never-met]: the condition `none` can never be met, whatever is answered
              --> grants/rent/2025/rule.toml:8:78
              | …= "none", cite = "who", zh = "少于零人", en = "Less than nobody", test = "staff < 0" },
              |                                                                            ^^^^^^^^^
              = compare its figures, days and options with what the questions can be answered with

            error[never-met]: the condition `both` can never be met, whatever is answered
              --> grants/rent/2025/rule.toml:9:74
              | … id = "both", cite = "who", zh = "既多又少", en = "Many and few", test = "staff < 10 and 20 < staff" },
              |                                                                            ^^^^^^^^^^^^^^^^^^^^^^^^^
              = compare its figures, days and options with what the questions can be answered with

            error[never-met]: the condition `time` can never be met, whatever is answered
              --> grants/rent/2025/rule.toml:10:74
              | … id = "time", cite = "who", zh = "先后颠倒", en = "Back in time", test = "add_months(opened_on, 1) <= as_of and as_of < opened_on" },
              |                                                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              = compare its figures, days and options with what the questions can be answered with
        "#]],
    );
}

#[test]
fn a_condition_that_nobody_can_fail() {
    check_rule(
        r#"
[[condition]]
id = "some"
cite = "who"
zh = "有多少人都行"
en = "However many people"
test = "staff >= 0"
[[condition]]
id = "either"
cite = "who"
zh = "多少都行"
en = "Few or many"
any = [
  { zh = "少", en = "Few", test = "staff <= 10" },
  { zh = "多", en = "Many", test = "10 <= staff" },
]
"#,
        expect![[r#"
            warning[unused]: no policy asks for the question `opened_on`
              --> facts/facts.toml:8:6
              | id = "opened_on"
              |      ^^^^^^^^^^^

            warning[never-fails]: the condition `some` holds whatever is answered
              --> grants/rent/2025/rule.toml:12:9
              | test = "staff >= 0"
              |         ^^^^^^^^^^
              = take it out, or test what the text asks for

            warning[never-fails]: the condition `either` holds whatever is answered
              --> grants/rent/2025/rule.toml:13:1
              | [[condition]]
              | ^^^^^^^^^^^^^
              = take it out, or test what the text asks for
        "#]],
    );
}

#[test]
fn a_part_that_makes_no_difference() {
    check_rule(
        r#"
[[condition]]
id = "few"
cite = "who"
zh = "人少"
en = "Few"
any = [
  { zh = "不到五个", en = "Less than five", test = "staff < 5" },
  { zh = "不到十个", en = "Less than ten", test = "staff < 10" },
]
[[condition]]
id = "few-again"
cite = "who"
zh = "人少"
en = "Few"
test = "staff < 5 or staff < 10 or staff < 0"
"#,
        expect![[r#"
            warning[unused]: no policy asks for the question `opened_on`
              --> facts/facts.toml:8:6
              | id = "opened_on"
              |      ^^^^^^^^^^^

            warning[useless-part]: the part makes no difference: whoever meets it meets another one too
              --> grants/rent/2025/rule.toml:13:49
              |   { zh = "不到五个", en = "Less than five", test = "staff < 5" },
              |                                                     ^^^^^^^^^
              = take it out, or narrow the part that covers it

            warning[useless-part]: `staff < 5` makes no difference: where it holds, another operand does
              --> grants/rent/2025/rule.toml:21:9
              | test = "staff < 5 or staff < 10 or staff < 0"
              |         ^^^^^^^^^
              = take it out, or mend its figures, days and options

            warning[never-met]: `staff < 0` holds for nobody, whatever is answered
              --> grants/rent/2025/rule.toml:21:36
              | test = "staff < 5 or staff < 10 or staff < 0"
              |                                    ^^^^^^^^^
              = take it out, or mend its figures, days and options
        "#]],
    );
}

#[test]
fn conditions_that_contradict_each_other() {
    check_rule(
        r#"
[[condition]]
id = "few"
cite = "who"
zh = "不到五个"
en = "Less than five"
test = "staff < 5"
[[condition]]
id = "many"
cite = "who"
zh = "十个以上"
en = "Ten or more"
test = "staff >= 10"
"#,
        expect![[r#"
            warning[unused]: no policy asks for the question `opened_on`
              --> facts/facts.toml:8:6
              | id = "opened_on"
              |      ^^^^^^^^^^^

            error[contradiction]: whoever meets this condition cannot meet `few`
              --> grants/rent/2025/rule.toml:18:9
              | test = "staff >= 10"
              |         ^^^^^^^^^^^
              = `few` stands in line 12; make the two an `any`, or mend one
        "#]],
    );
}

#[test]
fn ways_that_nobody_takes() {
    check_rule(
        r#"
[[amount]]
id = "tiers"
kind = "grant"
value = "match { staff < 10 => 1000, staff < 5 => 500, staff >= 10 => 2000, else => 0 }"
[[amount]]
id = "if"
kind = "grant"
value = "if staff >= 0 and opened_on <= as_of then 1 else if staff < 0 then 2 else 3"
"#,
        expect![[r#"
            warning[unreachable]: `staff < 5` is never taken: it never holds, or an arm above is taken first
              --> grants/rent/2025/rule.toml:10:38
              | value = "match { staff < 10 => 1000, staff < 5 => 500, staff >= 10 => 2000, else => 0 }"
              |                                      ^^^^^^^^^
              = take it out, or mend its figures, days and options

            warning[unreachable]: `0` is never taken: an arm above always holds
              --> grants/rent/2025/rule.toml:10:85
              | … { staff < 10 => 1000, staff < 5 => 500, staff >= 10 => 2000, else => 0 }"
              |                                                                        ^
              = take it out, or mend its figures, days and options

            warning[never-fails]: `staff >= 0` holds whatever is answered
              --> grants/rent/2025/rule.toml:14:13
              | value = "if staff >= 0 and opened_on <= as_of then 1 else if staff < 0 then 2 else 3"
              |             ^^^^^^^^^^
              = take it out, or mend its figures, days and options

            warning[unreachable]: `2` is never taken: its test never holds
              --> grants/rent/2025/rule.toml:14:77
              | …= "if staff >= 0 and opened_on <= as_of then 1 else if staff < 0 then 2 else 3"
              |                                                                        ^
              = take it out, or mend its figures, days and options
        "#]],
    );
}

#[test]
fn a_question_that_is_never_asked_or_always() {
    check_facts(
        r#"
[[fact]]
id = "rent"
type = "money"
topic = "company"
min = 0
ask_if = "staff < 0"
otherwise = 0
ask = { zh = "租金？", en = "What rent?" }
[[fact]]
id = "area"
type = "decimal"
topic = "company"
min = 0
ask_if = "staff >= 0"
otherwise = 0
ask = { zh = "面积？", en = "What area?" }
"#,
        expect![[r#"
            warning[unused]: no policy asks for the question `rent`
              --> facts/more.toml:3:6
              | id = "rent"
              |      ^^^^^^

            error[never-asked]: the question is never asked, whatever was answered before
              --> facts/more.toml:7:11
              | ask_if = "staff < 0"
              |           ^^^^^^^^^
              = compare `ask_if` with the bounds and options of the facts in it

            warning[unused]: no policy asks for the question `area`
              --> facts/more.toml:11:6
              | id = "area"
              |      ^^^^^^

            warning[always-asked]: the question is asked whatever was answered before
              --> facts/more.toml:15:11
              | ask_if = "staff >= 0"
              |           ^^^^^^^^^^
              = leave `ask_if` out
        "#]],
    );
}

#[test]
fn conditions_of_which_each_two_go_together_and_all_do_not() {
    check_rule(
        r#"
condition = [
  { id = "few", cite = "who", zh = "不到十个", en = "Less than ten", test = "staff < 10 or opened_on < 2020-01-01" },
  { id = "many", cite = "who", zh = "二十个以上", en = "Twenty or more", test = "staff >= 20 or opened_on > 2025-01-01" },
  { id = "between", cite = "who", zh = "两者之间", en = "Between the two", test = "opened_on in 2021-01-01..=2022-12-31" },
]
"#,
        expect![[r#"
            error[contradiction]: each condition can be met, but never all of them at once
              --> grants/rent/2025/rule.toml:7:13
              | condition = [
              |             ^
              = read them one after the other, as one who meets those before
        "#]],
    );
}

#[test]
fn windows_that_are_shut_to_whoever_meets_the_conditions() {
    check_rule(
        r#"
[[condition]]
id = "one-year"
cite = "who"
zh = "满一年"
en = "A full year"
test = "staff > 0 and add_months(opened_on, 12) <= as_of"
[[window]]
closes = "add_months(opened_on, 6)"
"#,
        expect![[r#"
            error[never-open]: nobody can ever apply: no window is open to anyone who meets the conditions
              --> grants/rent/2025/rule.toml:13:1
              | [[window]]
              | ^^^^^^^^^^
              = compare `opens` and `closes` with each other and with the days that the conditions ask for
        "#]],
    );
}

#[test]
fn what_has_its_season_can_be_met() {
    check_rule(
        r#"
[[condition]]
id = "spring"
cite = "who"
zh = "春天"
en = "In spring"
test = "staff > 0 and opened_on < as_of and month(as_of) == 4"
[[window]]
opens = "date(year(as_of), 4, 20)"
closes = "date(year(as_of), 4, 25)"
"#,
        expect![[""]],
    );
}

#[test]
fn what_only_untrue_profiles_could_meet_or_fail() {
    check_facts(
        r#"
[[never]]
test = "opened_on > as_of"
zh = "还没到开业的日子"
en = "Not open yet"
//- grants/rent/2025/cases.toml
case = [{ name = "any", on = 2026-11-23 }]
//- grants/rent/2025/rule.toml
valid = { from = 2025-01-01 }
status = { value = "in-force", as_of = 2026-11-23 }
where = [{ channel = "online", zh = "网上", en = "Online" }]
source = [{ title = "通知", kind = "official", supports = "all", checked = 2026-11-23 }]
bring = [{ paper = "licence" }]
condition = [
  { id = "later", cite = "who", zh = "以后开业", en = "Opening later", test = "as_of < opened_on and staff > 0" },
  { id = "open", cite = "who", zh = "已经开业", en = "Open already", test = "opened_on <= as_of" },
]
"#,
        expect![[r#"
            error[never-met]: the condition `later` can never be met, whatever is answered
              --> grants/rent/2025/rule.toml:7:76
              | …d = "later", cite = "who", zh = "以后开业", en = "Opening later", test = "as_of < opened_on and staff > 0" },
              |                                                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              = compare its figures, days and options with what the questions can be answered with

            warning[never-fails]: the condition `open` holds whatever is answered
              --> grants/rent/2025/rule.toml:8:74
              | … id = "open", cite = "who", zh = "已经开业", en = "Open already", test = "opened_on <= as_of" },
              |                                                                            ^^^^^^^^^^^^^^^^^^
              = take it out, or test what the text asks for
        "#]],
    );
}
