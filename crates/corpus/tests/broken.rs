//! Every kind of mistake, as its author is told of it.

mod support;

use expect_test::expect;
use support::{check_remarks, check_rule};

#[test]
fn nothing_is_said_of_a_sound_pack() {
    check_remarks("", expect![[""]]);
}

#[test]
fn toml_that_is_none() {
    check_remarks(
        "//- papers/papers.toml\n[[paper]\nid = licence\n",
        expect![[r#"
        error[unknown-name]: there is no paper `licence`
          --> grants/rent/2025/rule.toml:16:9
          | paper = "licence"
          |         ^^^^^^^^^

        error[toml]: unclosed array table, expected `]`
          --> papers/papers.toml:1:9
          | [[paper]
          |         ^
    "#]],
    );
}

#[test]
fn keys_that_are_not_in_the_format() {
    check_rule(
        "conditon = []\n[[window]]\nopened = \"opened_on\"\n",
        expect![[r#"
            error[unknown-key]: `conditon` is not a key of an edition
              --> grants/rent/2025/rule.toml:6:1
              | conditon = []
              | ^^^^^^^^
              = did you mean `condition`?

            error[unknown-key]: `opened` is not a key of a window
              --> grants/rent/2025/rule.toml:8:1
              | opened = "opened_on"
              | ^^^^^^
              = did you mean `opens`?
        "#]],
    );
}

#[test]
fn values_of_another_type() {
    check_remarks(
        r#"
//- grants/rent/policy.toml
title = "Rent"
summary = { zh = 1, en = "Rent", de = "Miete" }
level = "cty"
family = "other"
for = ["enterprise", "foundr"]
issuer = "市人社局"
records = []
questions = { zh = ["?"], en = ["?"] }
"#,
        expect![[r#"
            error[wrong-value]: `title` must be text in both languages: { zh = "…", en = "…" }, not a string
              --> grants/rent/policy.toml:1:9
              | title = "Rent"
              |         ^^^^^^

            warning[missing-language]: the words are missing in Chinese (`zh`); the English ones are shown instead
              --> grants/rent/policy.toml:2:11
              | summary = { zh = 1, en = "Rent", de = "Miete" }
              |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

            error[wrong-value]: `zh` must be a string, not a number
              --> grants/rent/policy.toml:2:18
              | summary = { zh = 1, en = "Rent", de = "Miete" }
              |                  ^

            error[unknown-key]: `de` is not a language of the pack
              --> grants/rent/policy.toml:2:34
              | summary = { zh = 1, en = "Rent", de = "Miete" }
              |                                  ^^
              = the languages are `zh` and `en`

            error[unknown-name]: there is no level `cty`
              --> grants/rent/policy.toml:3:9
              | level = "cty"
              |         ^^^^^
              = did you mean `city`?

            error[unknown-name]: there is no family `other`
              --> grants/rent/policy.toml:4:10
              | family = "other"
              |          ^^^^^^^

            warning[other-family]: the policy lies in the folder of the family `grants`
              --> grants/rent/policy.toml:4:10
              | family = "other"
              |          ^^^^^^^

            error[wrong-value]: `for` cannot be `foundr`
              --> grants/rent/policy.toml:5:22
              | for = ["enterprise", "foundr"]
              |                      ^^^^^^^^
              = did you mean `founder`?

            error[wrong-value]: `issuer` must be a list (each a string), not a string
              --> grants/rent/policy.toml:6:10
              | issuer = "市人社局"
              |          ^^^^^^^^^^
        "#]],
    );
}

#[test]
fn decimals_that_are_not_in_quotes() {
    check_remarks(
        r#"
//- parameters/wages.toml
[[parameter]]
id = "rate"
zh = "率"
en = "Rate"
values = [{ from = 2025-01-01, value = 0.16, source = "x" }]
//- grants/rent/2025/cases.toml
[[case]]
name = "half"
on = 2026-11-23
given = { staff = 1.5 }
"#,
        expect![[r#"
            error[float]: decimals are written in quotes, so that they stay exact
              --> grants/rent/2025/cases.toml:4:19
              | given = { staff = 1.5 }
              |                   ^^^
              = write "1.5"

            error[wrong-fact]: `staff`: must be a whole number, not 1.5
              --> grants/rent/2025/cases.toml:4:19
              | given = { staff = 1.5 }
              |                   ^^^

            error[float]: decimals are written in quotes, so that they stay exact
              --> parameters/wages.toml:5:40
              | values = [{ from = 2025-01-01, value = 0.16, source = "x" }]
              |                                        ^^^^
              = write "0.16"
        "#]],
    );
}

#[test]
fn a_pack_without_its_file() {
    check_remarks(
        "//- pack.toml\n",
        expect![[r#"
        error[unknown-name]: there is no topic `company`
          --> facts/facts.toml:4:9
          | topic = "company"
          |         ^^^^^^^^^

        error[unknown-name]: there is no topic `company`
          --> facts/facts.toml:10:9
          | topic = "company"
          |         ^^^^^^^^^

        error[unknown-name]: there is no level `city`
          --> grants/rent/policy.toml:3:9
          | level = "city"
          |         ^^^^^^

        error[unknown-name]: there is no family `grants`
          --> grants/rent/policy.toml:4:10
          | family = "grants"
          |          ^^^^^^^^

        error[missing-file]: a pack has a `pack.toml` that can be read
          --> pack.toml:1:1
    "#]],
    );
}

#[test]
fn a_missing_language_is_a_warning() {
    check_remarks(
        r#"
//- papers/papers.toml
[[paper]]
id = "licence"
zh = "执照"
//- grants/rent/2025/en.md
"#,
        expect![[r#"
            warning[missing-language]: there is no `en.md` beside the rule
              --> grants/rent/2025/rule.toml:1:1
              | valid = { from = 2025-01-01 }
              | ^

            warning[missing-language]: the words are missing in English (`en`); the Chinese ones are shown instead
              --> papers/papers.toml:1:1
              | [[paper]]
              | ^^^^^^^^^
        "#]],
    );
}

#[test]
fn facts_that_cannot_be() {
    check_remarks(
        r#"
//- facts/more.toml
[[fact]]
id = "staff"
type = "boolean"
topic = "company"
ask = { zh = "？", en = "?" }
[[fact]]
id = "as_of"
type = "date"
topic = "company"
ask = { zh = "？", en = "?" }
[[fact]]
id = "kind"
type = "choice"
topic = "compny"
min = 3
ask = { zh = "？", en = "?" }
[[fact]]
id = "rent"
type = "money"
topic = "company"
min = "0.001"
effort = 4
ask_if = "staff > 0"
ask = { zh = "？", en = "?" }
[[fact]]
id = "people"
type = "integer"
topic = "company"
bands = [[0, 9], [9, 20], [30, 25]]
ask = { zh = "？", en = "?" }
[[fact]]
id = "paid_on"
type = "date"
topic = "company"
ask_if = "staff > 0"
otherwise = 3
of = "hires"
ask = { zh = "？", en = "?" }
"#,
        expect![[r#"
            error[declared-twice]: `staff` is declared twice; the first time in facts/facts.toml:2
              --> facts/more.toml:2:6
              | id = "staff"
              |      ^^^^^^^

            error[wrong-value]: `as_of` is taken by the language of rules
              --> facts/more.toml:7:6
              | id = "as_of"
              |      ^^^^^^^

            error[missing-key]: a choice needs `options`
              --> facts/more.toml:11:1
              | [[fact]]
              | ^^^^^^^^

            error[unknown-name]: there is no topic `compny`
              --> facts/more.toml:14:9
              | topic = "compny"
              |         ^^^^^^^^
              = did you mean `company`?

            error[wrong-value]: `0.001` is finer than this type of number allows (0.01)
              --> facts/more.toml:21:7
              | min = "0.001"
              |       ^^^^^^^

            error[wrong-value]: `effort` is 1, 2 or 3
              --> facts/more.toml:22:10
              | effort = 4
              |          ^

            error[wrong-value]: the band begins before the one in front of it ends
              --> facts/more.toml:29:18
              | bands = [[0, 9], [9, 20], [30, 25]]
              |                  ^^^^^^^

            error[key-without-effect]: a date that does not apply has no value
              --> facts/more.toml:36:1
              | otherwise = 3
              | ^^^^^^^^^

            error[unknown-name]: there is no list `hires`
              --> facts/more.toml:37:6
              | of = "hires"
              |      ^^^^^^^
        "#]],
    );
}

#[test]
fn whether_a_fact_is_asked_cannot_hang_on_itself() {
    check_remarks(
        r#"
//- facts/more.toml
[[fact]]
id = "a"
type = "boolean"
topic = "company"
ask_if = "b"
otherwise = false
ask = { zh = "？", en = "?" }
[[fact]]
id = "b"
type = "boolean"
topic = "company"
ask_if = "c"
otherwise = false
ask = { zh = "？", en = "?" }
[[derived]]
id = "c"
value = "not a"
zh = "丙"
en = "C"
"#,
        expect![[r#"
            error[circle]: whether `a` is asked hangs on itself
              --> facts/more.toml:5:10
              | ask_if = "b"
              |          ^^^

            error[circle]: whether `b` is asked hangs on itself
              --> facts/more.toml:12:10
              | ask_if = "c"
              |          ^^^
        "#]],
    );
}

#[test]
fn derived_facts_in_a_circle_and_those_who_use_them() {
    check_remarks(
        r#"
//- facts/more.toml
[[derived]]
id = "a"
value = "b + 1"
zh = "甲"
en = "A"
[[derived]]
id = "b"
value = "a + staff"
zh = "乙"
en = "B"
[[derived]]
id = "c"
value = "if b > 1 then qualifies('rent') else false"
zh = "丙"
en = "C"
"#,
        expect![[r#"
            error[circle]: `a` is made of itself, by way of `b`
              --> facts/more.toml:3:9
              | value = "b + 1"
              |         ^^^^^^^

            error[circle]: `b` is made of itself, by way of `a`
              --> facts/more.toml:8:9
              | value = "a + staff"
              |         ^^^^^^^^^^^

            error[asks-a-policy]: facts are made of facts, parameters and `as_of`, and not of what policies say
              --> facts/more.toml:13:9
              | value = "if b > 1 then qualifies('rent') else false"
              |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        "#]],
    );
}

#[test]
fn a_policy_that_uses_what_is_broken() {
    check_remarks(
        r#"
//- facts/facts.toml
[[fact]]
id = "staff"
type = "integer"
topic = "company"
min = 0.5
ask = { zh = "几个人？", en = "How many people?" }
[[fact]]
id = "opened_on"
type = "date"
topic = "company"
ask_if = "qualifies('rent')"
ask = { zh = "哪天？", en = "On what day?" }
"#,
        expect![[r#"
            error[float]: decimals are written in quotes, so that they stay exact
              --> facts/facts.toml:5:7
              | min = 0.5
              |       ^^^
              = write "0.5"

            error[asks-a-policy]: facts are made of facts, parameters and `as_of`, and not of what policies say
              --> facts/facts.toml:11:10
              | ask_if = "qualifies('rent')"
              |          ^^^^^^^^^^^^^^^^^^^

            error[broken-name]: `staff` has a mistake of its own
              --> grants/rent/2025/rule.toml:8:9
              | test = "staff <= 10"
              |         ^^^^^
              = mend that one first

            error[broken-name]: whether `opened_on` is asked is not known: its `ask_if` has a mistake
              --> grants/rent/2025/rule.toml:10:10
              | closes = "add_months(opened_on, 6)"
              |          ^^^^^^^^^^^^^^^^^^^^^^^^^^

            error[broken-name]: `staff` has a mistake of its own
              --> grants/rent/2025/rule.toml:14:26
              | value = "min(1000, 100 * staff)"
              |                          ^^^^^
              = mend that one first
        "#]],
    );
}

#[test]
fn parameters_out_of_order() {
    check_remarks(
        r#"
//- parameters/wages.toml
[[parameter]]
id = "wage"
zh = "工资"
en = "Wage"
values = [
  { from = 2025-07-01, value = 2740, source = "x" },
  { from = 2024-07-01, value = 2690, source = "x" },
]
[[parameter]]
id = "rates"
zh = "率"
en = "Rates"
values = [{ from = 2025-07-01, precision = "year", tiers = [{ above = 10, rate = "0.03" }], source = "x" }]
[[parameter]]
id = "both"
zh = "都"
en = "Both"
values = [{ from = 2025-07-01, value = 3, tiers = [], source = "x" }]
"#,
        expect![[r#"
            error[wrong-value]: values are written from the oldest to the newest, one for a day
              --> parameters/wages.toml:7:12
              |   { from = 2024-07-01, value = 2690, source = "x" },
              |            ^^^^^^^^^^

            error[wrong-value]: the first tier begins `above = 0`, and each after it higher
              --> parameters/wages.toml:13:60
              | values = [{ from = 2025-07-01, precision = "year", tiers = [{ above = 10, rate = "0.03" }], source = "x" }]
              |                                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

            error[wrong-value]: each of `values` has a `value`, or each has `tiers`
              --> parameters/wages.toml:18:10
              | values = [{ from = 2025-07-01, value = 3, tiers = [], source = "x" }]
              |          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        "#]],
    );
}

#[test]
fn expressions_are_told_at_their_place_in_the_file() {
    check_rule(
        r#"
[[condition]]
id = "small"
cite = "who"
zh = "小"
en = "Small"
any = [
  { zh = "小", en = "small", test = "staf <= 10" },
  { zh = "小", en = "small", test = 'staff <= "ten"' },
  { zh = "小", en = "small", test = "staff \u003C= 10" },
]
[[window]]
closes = """
  add_months(opened_on, '6')"""
[[amount]]
id = "rent"
kind = "grant"
value = "100 * staff +"
"#,
        expect![[r#"
            error[unknown-name]: nothing is called `staf`
              --> grants/rent/2025/rule.toml:13:37
              |   { zh = "小", en = "small", test = "staf <= 10" },
              |                                      ^^^^
              = did you mean `staff`?

            error[foreign-sign]: `"` is not a sign of this language
              --> grants/rent/2025/rule.toml:14:46
              |   { zh = "小", en = "small", test = 'staff <= "ten"' },
              |                                               ^
              = write `'`

            error[foreign-sign]: `"` is not a sign of this language
              --> grants/rent/2025/rule.toml:14:50
              |   { zh = "小", en = "small", test = 'staff <= "ten"' },
              |                                                   ^
              = write `'`

            error[escape]: an expression is written without escapes
              --> grants/rent/2025/rule.toml:15:36
              |   { zh = "小", en = "small", test = "staff \u003C= 10" },
              |                                     ^^^^^^^^^^^^^^^^^^
              = put it in double quotes and options in single ones

            error[wrong-type]: a number is needed here; this is one option
              --> grants/rent/2025/rule.toml:19:25
              |   add_months(opened_on, '6')"""
              |                         ^^^

            error[syntax]: a value is expected here, not the end
              --> grants/rent/2025/rule.toml:23:23
              | value = "100 * staff +"
              |                       ^
        "#]],
    );
}

#[test]
fn a_condition_is_decided_in_one_way() {
    check_rule(
        r#"
[[condition]]
id = "none"
cite = "who"
zh = "无"
en = "None"
[[condition]]
id = "two"
cite = "who"
zh = "二"
en = "Two"
test = "staff > 1"
officer = true
[[condition]]
id = "false"
cite = "who"
zh = "假"
en = "False"
officer = false
[[condition]]
id = "two"
cite = "who"
any = []
[[condition]]
id = "somebody"
cite = "who"
zh = "有人"
en = "Somebody"
test = "staff > 1"
"#,
        expect![[r#"
            error[one-way]: a condition is decided in one way: `test`, `any`, `all`, `not` or `officer = true`
              --> grants/rent/2025/rule.toml:7:1
              | [[condition]]
              | ^^^^^^^^^^^^^

            error[one-way]: a condition is decided in one way: `test`, `any`, `all`, `not` or `officer = true`
              --> grants/rent/2025/rule.toml:12:1
              | [[condition]]
              | ^^^^^^^^^^^^^

            error[wrong-value]: `officer` must be true, or left out, not `false`
              --> grants/rent/2025/rule.toml:24:11
              | officer = false
              |           ^^^^^

            error[missing-label]: a condition needs words: `zh` and `en`
              --> grants/rent/2025/rule.toml:25:1
              | [[condition]]
              | ^^^^^^^^^^^^^

            error[declared-twice]: the id `two` is there twice
              --> grants/rent/2025/rule.toml:26:6
              | id = "two"
              |      ^^^^^

            error[wrong-value]: `any` has at least one part
              --> grants/rent/2025/rule.toml:28:7
              | any = []
              |       ^^

            error[declared-twice]: `somebody` is the condition that a rule over people implies
              --> grants/rent/2025/rule.toml:30:6
              | id = "somebody"
              |      ^^^^^^^^^^
        "#]],
    );
}

#[test]
fn people_without_a_list_and_a_ceiling_of_nothing() {
    check_rule(
        r#"
[[each]]
id = "young"
cite = "who"
zh = "年轻"
en = "Young"
test = "staff > 1"
[[amount]]
id = "rent"
kind = "grant"
value = "counted"
each_value = "1"
until = "opened_on"
for_months = "3"
[[amount]]
id = "prize"
kind = "grant"
up_to = true
"#,
        expect![[r#"
            error[needs-for-each]: only a rule over people has this: say `for_each = "…"` at its head
              --> grants/rent/2025/rule.toml:7:1
              | [[each]]
              | ^^^^^^^^

            error[outside-amount]: `counted` is known in the amounts of a rule over a list only
              --> grants/rent/2025/rule.toml:16:10
              | value = "counted"
              |          ^^^^^^^
              = elsewhere write `count(LIST, TEST)`

            error[needs-for-each]: only a rule over people has this: say `for_each = "…"` at its head
              --> grants/rent/2025/rule.toml:17:14
              | each_value = "1"
              |              ^^^

            error[one-way]: an amount has a `value` for the enterprise or an `each_value`, not both
              --> grants/rent/2025/rule.toml:17:14
              | each_value = "1"
              |              ^^^

            error[one-way]: an amount runs `until` a day or `for_months`, not both
              --> grants/rent/2025/rule.toml:19:14
              | for_months = "3"
              |              ^^^

            error[needs-value]: `up_to` says that the `value` or `each_value` is a ceiling, and there is neither
              --> grants/rent/2025/rule.toml:23:9
              | up_to = true
              |         ^^^^
              = write the ceiling as `value`, or leave `up_to` out
        "#]],
    );
}

#[test]
fn what_nobody_has_heard_of() {
    check_remarks(
        r#"
//- grants/rent/policy.toml
title = { zh = "房租", en = "Rent" }
summary = { zh = "房租补贴", en = "Rent support" }
level = "city"
family = "grants"
for = ["enterprise"]
issuer = ["市人社局"]
records = ["rent-2025"]
questions = { zh = ["房租？"], en = ["Rent?"] }
needs = ["rant"]
excludes = [{ policy = "loan", each = "hires" }]
held = "staff"
//- grants/rent/2025/rule.toml
valid = { from = 2025-01-01, by = "opend_on" }
status = { value = "in-force", as_of = 2026-11-23 }
for_each = "hires"
where = [{ channel = "online", zh = "网上", en = "Online" }]
source = [{ title = "通知", kind = "official", supports = "all", checked = 2026-11-23 }]
bring = [{ paper = "license" }]
[[condition]]
id = "small"
cite = "whom"
zh = "小"
en = "Small"
test = "staff < 3 and opened_on <= as_of"
"#,
        expect![[r#"
            error[unknown-name]: there is no fact `opend_on`
              --> grants/rent/2025/rule.toml:1:35
              | valid = { from = 2025-01-01, by = "opend_on" }
              |                                   ^^^^^^^^^^
              = did you mean `opened_on`?

            error[unknown-name]: there is no list `hires`
              --> grants/rent/2025/rule.toml:3:12
              | for_each = "hires"
              |            ^^^^^^^

            error[unknown-name]: there is no paper `license`
              --> grants/rent/2025/rule.toml:6:20
              | bring = [{ paper = "license" }]
              |                    ^^^^^^^^^
              = did you mean `licence`?

            error[dangling-citation]: no clause of the text is called `whom`
              --> grants/rent/2025/rule.toml:9:8
              | cite = "whom"
              |        ^^^^^^
              = did you mean `who`?

            error[unknown-name]: there is no policy `rant`
              --> grants/rent/policy.toml:9:10
              | needs = ["rant"]
              |          ^^^^^^
              = did you mean `rent`?

            error[unknown-name]: there is no policy `loan`
              --> grants/rent/policy.toml:10:24
              | excludes = [{ policy = "loan", each = "hires" }]
              |                        ^^^^^^

            error[unknown-name]: there is no list `hires`
              --> grants/rent/policy.toml:10:39
              | excludes = [{ policy = "loan", each = "hires" }]
              |                                       ^^^^^^^

            error[wrong-type]: a yes or no is needed here; this is a number
              --> grants/rent/policy.toml:11:9
              | held = "staff"
              |         ^^^^^
              = compare it with something
        "#]],
    );
}

const HOLDING: &str = r#"
//- facts/more.toml
[[derived]]
id = "small"
value = "staff < 20"
zh = "小"
en = "Small"
//- grants/rent/policy.toml
title = { zh = "房租", en = "Rent" }
summary = { zh = "房租补贴", en = "Rent support" }
level = "city"
family = "grants"
for = ["enterprise"]
issuer = ["市人社局"]
records = ["rent-2025"]
questions = { zh = ["房租？"], en = ["Rent?"] }
held = "HELD"
"#;

#[test]
fn what_one_holds_may_be_said_by_a_derived_fact() {
    check_remarks(&HOLDING.replace("HELD", "small"), expect![[""]]);
    check_remarks(
        &HOLDING.replace("HELD", "smal"),
        expect![[r#"
        error[unknown-name]: nothing is called `smal`
          --> grants/rent/policy.toml:9:9
          | held = "smal"
          |         ^^^^
          = did you mean `small`?
    "#]],
    );
}

const LOAN: &str = r#"
//- grants/loan/policy.toml
title = { zh = "贷款", en = "Loan" }
summary = { zh = "贷款", en = "Loan" }
level = "city"
family = "grants"
for = ["enterprise"]
issuer = ["市人社局"]
records = ["loan"]
questions = { zh = ["贷款？"], en = ["Loan?"] }
//- grants/loan/2025/zh.md
贷款 {#what}
//- grants/loan/2025/en.md
Loan {#what}
//- grants/loan/2025/cases.toml
[[case]]
name = "any"
on = 2026-11-23
//- grants/loan/2025/rule.toml
valid = { from = 2025-01-01 }
status = { value = "in-force", as_of = 2026-11-23 }
where = [{ channel = "online", zh = "网上", en = "Online" }]
source = [{ title = "通知", kind = "official", supports = "all", checked = 2026-11-23 }]
"#;

const ASKS_THE_LOAN: &str = r#"
//- grants/rent/2025/rule.toml
valid = { from = 2025-01-01 }
status = { value = "in-force", as_of = 2026-11-23 }
where = [{ channel = "online", zh = "网上", en = "Online" }]
source = [{ title = "通知", kind = "official", supports = "all", checked = 2026-11-23 }]
bring = [{ paper = "licence" }]
window = [{ closes = "add_months(opened_on, staff)" }]
amount = [{ id = "rent", kind = "grant", value = "100" }]
[[condition]]
id = "loan"
cite = "who"
zh = "有贷款资格"
en = "Qualifies for the loan"
test = "qualifies('loan')"
"#;

#[test]
fn policies_that_ask_for_each_other() {
    let asks_back = r#"condition = [{ id = "rent", cite = "what", zh = "房租", en = "Rent", test = "amount('rent', 'rent') > 0" }]"#;
    check_remarks(
        &[LOAN, asks_back, "\n", ASKS_THE_LOAN].concat(),
        expect![[r#"
        error[circle]: `loan` and `rent` ask for each other in a circle
          --> grants/loan/2025/rule.toml:5:76
          | …tion = [{ id = "rent", cite = "what", zh = "房租", en = "Rent", test = "amount('rent', 'rent') > 0" }]
          |                                                                          ^^^^^^^^^^^^^^^^^^^^^^

        error[circle]: `rent` and `loan` ask for each other in a circle
          --> grants/rent/2025/rule.toml:13:9
          | test = "qualifies('loan')"
          |         ^^^^^^^^^^^^^^^^^
    "#]],
    );
}

#[test]
fn a_policy_that_asks_for_one_that_is_left_out() {
    check_remarks(
        &[LOAN, "condition = 3\n", ASKS_THE_LOAN].concat(),
        expect![[r#"
            error[wrong-value]: `condition` must be a list (each a table, a condition), not a number
              --> grants/loan/2025/rule.toml:5:13
              | condition = 3
              |             ^

            warning[left-out]: `loan` is left out for the errors in it; what is asked of it here stays unknown
              --> grants/rent/2025/rule.toml:13:9
              | test = "qualifies('loan')"
              |         ^^^^^^^^^^^^^^^^^
        "#]],
    );
}

#[test]
fn editions_that_cannot_be() {
    check_remarks(
        r#"
//- grants/rent/2024/rule.toml
valid = { from = 2025-01-01, to = 2024-12-31, precision = "month" }
status = { value = "expired", as_of = 2026-11-23 }
where = [{ channel = "online", zh = "网上", en = "Online" }]
source = [{ title = "通知", kind = "official", supports = "all", checked = 2026-11-23 }]
//- grants/rent/2023/zh.md
旧
//- grants/rent/Old_one/rule.toml
valid = { from = 2020-01-01 }
"#,
        expect![[r#"
            error[missing-file]: there is no `rule.toml` in `grants/rent/2023`
              --> grants/rent/2023/zh.md:1:1
              | 旧
              | ^

            warning[missing-language]: there is no `zh.md` beside the rule
              --> grants/rent/2024/rule.toml:1:1
              | valid = { from = 2025-01-01, to = 2024-12-31, precision = "month" }
              | ^

            warning[missing-language]: there is no `en.md` beside the rule
              --> grants/rent/2024/rule.toml:1:1
              | valid = { from = 2025-01-01, to = 2024-12-31, precision = "month" }
              | ^

            error[wrong-value]: the last day lies before the first
              --> grants/rent/2024/rule.toml:1:35
              | valid = { from = 2025-01-01, to = 2024-12-31, precision = "month" }
              |                                   ^^^^^^^^^^

            error[same-day]: the edition `2024` begins on the same day
              --> grants/rent/2025/rule.toml:1:9
              | valid = { from = 2025-01-01 }
              |         ^^^^^^^^^^^^^^^^^^^^^

            warning[wanted-key]: an edition should have `status`: a table, the status of an edition
              --> grants/rent/Old_one/rule.toml:1:1
              | valid = { from = 2020-01-01 }
              | ^

            warning[wanted-key]: an edition should have `where`: a list (each a table, a place to apply)
              --> grants/rent/Old_one/rule.toml:1:1
              | valid = { from = 2020-01-01 }
              | ^

            warning[wanted-key]: an edition should have `source`: a list (each a table, a source)
              --> grants/rent/Old_one/rule.toml:1:1
              | valid = { from = 2020-01-01 }
              | ^

            error[wrong-value]: `Old_one` is not an id: use small Latin letters, digits and single hyphens
              --> grants/rent/Old_one/rule.toml:1:1
              | valid = { from = 2020-01-01 }
              | ^
        "#]],
    );
}

#[test]
fn tests_that_say_the_same_of_everybody_and_months_too_long() {
    check_rule(
        r#"
[[condition]]
id = "date"
zh = "日期"
en = "Date"
test = "as_of <= 2027-12-31"
[[condition]]
id = "soon"
cite = "who"
zh = "六个月内"
en = "Within six months"
test = "staff > 1 and months_between(opened_on, as_of) <= 6"
"#,
        expect![[r#"
            warning[uncited]: the condition names no clause of the text: `cite = "…"`
              --> grants/rent/2025/rule.toml:7:1
              | [[condition]]
              | ^^^^^^^^^^^^^

            warning[constant-test]: the test mentions no fact: it says the same of everybody
              --> grants/rent/2025/rule.toml:11:8
              | test = "as_of <= 2027-12-31"
              |        ^^^^^^^^^^^^^^^^^^^^^

            warning[month-too-long]: counted in full months, the limit runs almost a month too long
              --> grants/rent/2025/rule.toml:17:23
              | test = "staff > 1 and months_between(opened_on, as_of) <= 6"
              |                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              = write `as_of <= add_months(opened_on, …)`, or a window; the last day is then inside
        "#]],
    );
}

#[test]
fn cases_that_cannot_be() {
    check_remarks(
        r#"
//- facts/never.toml
[[never]]
test = "opened_on > as_of"
zh = "还没到"
en = "Opened in the future"
//- grants/rent/2025/cases.toml
[given]
staff = -3
[[case]]
name = "first"
on = 2026-11-23
given = { staf = 10, opened_on = { min = 2027-01-01, max = 2026-01-01 } }
assume = { size = "small" }
verdict = "eligble"
[[case]]
name = "second"
on = 2026-11-23
given = { staff = "ten", hires = [] }
assume = { size = "small" }
unmet = ["smal"]
missing = ["hires.born_on"]
amounts = { rent = 1000, rant = [1000] }
eligible_from = [2026-11-23, 2026-11-22]
standing = { e1 = "fine" }
[[case]]
name = "third"
on = 2026-11-23
given = { staff = 3, opened_on = 2026-11-24 }
"#,
        expect![[r#"
            error[wrong-fact]: `staff`: -3 is not possible here: it must be 0 or more
              --> grants/rent/2025/cases.toml:2:9
              | staff = -3
              |         ^^

            error[wrong-fact]: `staf`: there is no fact `staf`
              --> grants/rent/2025/cases.toml:6:18
              | given = { staf = 10, opened_on = { min = 2027-01-01, max = 2026-01-01 } }
              |                  ^^
              = did you mean `staff`?

            error[wrong-fact]: `opened_on`: `min` is greater than `max`
              --> grants/rent/2025/cases.toml:6:34
              | given = { staf = 10, opened_on = { min = 2027-01-01, max = 2026-01-01 } }
              |                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

            error[wrong-fact]: `size`: there is no derived fact `size` of the enterprise
              --> grants/rent/2025/cases.toml:7:19
              | assume = { size = "small" }
              |                   ^^^^^^^

            error[wrong-value]: `verdict` cannot be `eligble`
              --> grants/rent/2025/cases.toml:8:11
              | verdict = "eligble"
              |           ^^^^^^^^^
              = did you mean `eligible`?

            error[wrong-fact]: `staff`: `ten` is not a number: write digits with at most one point, such as 1250.5
              --> grants/rent/2025/cases.toml:12:19
              | given = { staff = "ten", hires = [] }
              |                   ^^^^^

            error[wrong-fact]: `hires`: there is no fact `hires`
              --> grants/rent/2025/cases.toml:12:34
              | given = { staff = "ten", hires = [] }
              |                                  ^^

            error[wrong-fact]: `size`: there is no derived fact `size` of the enterprise
              --> grants/rent/2025/cases.toml:13:19
              | assume = { size = "small" }
              |                   ^^^^^^^

            error[unknown-name]: there is no condition `smal`
              --> grants/rent/2025/cases.toml:14:10
              | unmet = ["smal"]
              |          ^^^^^^
              = did you mean `small`?

            error[unknown-name]: there is no fact `hires.born_on`
              --> grants/rent/2025/cases.toml:15:12
              | missing = ["hires.born_on"]
              |            ^^^^^^^^^^^^^^^

            error[wrong-value]: an amount is `[low, high]`, `[low]` without an upper bound, or `[]` if unknown
              --> grants/rent/2025/cases.toml:16:20
              | amounts = { rent = 1000, rant = [1000] }
              |                    ^^^^

            error[unknown-name]: there is no amount `rant`
              --> grants/rent/2025/cases.toml:16:26
              | amounts = { rent = 1000, rant = [1000] }
              |                          ^^^^
              = did you mean `rent`?

            error[wrong-value]: `eligible_from` is a date, or `[first, last]` if it may be several days
              --> grants/rent/2025/cases.toml:17:17
              | eligible_from = [2026-11-23, 2026-11-22]
              |                 ^^^^^^^^^^^^^^^^^^^^^^^^

            error[unknown-name]: there is no entry `e1`
              --> grants/rent/2025/cases.toml:18:14
              | standing = { e1 = "fine" }
              |              ^^

            error[wrong-value]: an entry stands as `met`, `unmet: a, b`, `unknown: a`, `officer`, `other-edition` or `not-yet`
              --> grants/rent/2025/cases.toml:18:19
              | standing = { e1 = "fine" }
              |                   ^^^^^^

            error[never]: these facts cannot be together: Opened in the future
              --> grants/rent/2025/cases.toml:19:1
              | [[case]]
              | ^^^^^^^^
              = the pack says never `opened_on > as_of`
        "#]],
    );
}

#[test]
fn values_by_name_are_a_table() {
    check_remarks(
        "//- grants/rent/2025/cases.toml\n[[case]]\nname = \"one\"\non = 2026-11-23\ngiven = 3\namounts = 1.5\n",
        expect![[r#"
            error[wrong-value]: `given` must be a table of values, not a number
              --> grants/rent/2025/cases.toml:4:9
              | given = 3
              |         ^

            error[float]: decimals are written in quotes, so that they stay exact
              --> grants/rent/2025/cases.toml:5:11
              | amounts = 1.5
              |           ^^^
              = write "1.5"
        "#]],
    );
}

#[test]
fn files_that_nothing_reads() {
    check_remarks(
        "//- grants/rent/2025/rules.toml\nid = 3\n//- notes.txt\nwords\n",
        expect![[r#"
        warning[stray-file]: nothing reads this file
          --> grants/rent/2025/rules.toml:1:1
          | id = 3
          | ^
          = a policy is `<family>/<policy>/policy.toml` with `<edition>/rule.toml`, `zh.md`, `en.md` and `cases.toml` beside it

        warning[stray-file]: nothing reads this file
          --> notes.txt:1:1
          | words
          | ^
          = a policy is `<family>/<policy>/policy.toml` with `<edition>/rule.toml`, `zh.md`, `en.md` and `cases.toml` beside it
    "#]],
    );
}

#[test]
fn markdown_that_is_not_ours() {
    check_remarks(
        "//- grants/rent/2025/en.md\n## For whom {#who}\nAt <b>most</b> ten. {#Ten}\n\n- again {#who}\n",
        expect![[r#"
            warning[markdown]: HTML is not part of our Markdown and is shown as text
              --> grants/rent/2025/en.md:2:4
              | At <b>most</b> ten. {#Ten}
              |    ^^^

            warning[markdown]: HTML is not part of our Markdown and is shown as text
              --> grants/rent/2025/en.md:2:11
              | At <b>most</b> ten. {#Ten}
              |           ^^^^

            error[bad-anchor]: not an anchor: write `{#a-b-1}` at the very end of a heading, paragraph or list item
              --> grants/rent/2025/en.md:2:21
              | At <b>most</b> ten. {#Ten}
              |                     ^^^^^^

            error[declared-twice]: the anchor `who` is used twice
              --> grants/rent/2025/en.md:4:9
              | - again {#who}
              |         ^^^^^^
        "#]],
    );
}

#[test]
fn a_directory_entry_and_a_synonym_that_lack_something() {
    check_remarks(
        r#"
//- directory/parks.toml
[[place]]
id = "park"
kind = "parc"
zh = "园区"
phone = 12333
//- synonyms.toml
[[synonym]]
words = ["a"]
"#,
        expect![[r#"
            warning[missing-language]: the words are missing in English (`en`); the Chinese ones are shown instead
              --> directory/parks.toml:1:1
              | [[place]]
              | ^^^^^^^^^

            warning[wanted-key]: a directory entry should have `as_of`: a date such as 2026-11-23
              --> directory/parks.toml:1:1
              | [[place]]
              | ^^^^^^^^^

            warning[wanted-key]: a directory entry should have `records`: a list (each a string)
              --> directory/parks.toml:1:1
              | [[place]]
              | ^^^^^^^^^

            warning[wanted-key]: a directory entry should have `source`: a list (each a table, a source)
              --> directory/parks.toml:1:1
              | [[place]]
              | ^^^^^^^^^

            error[wrong-value]: `kind` cannot be `parc`
              --> directory/parks.toml:3:8
              | kind = "parc"
              |        ^^^^^^
              = did you mean `park`?

            error[wrong-value]: `phone` must be a list (each a string), not a number
              --> directory/parks.toml:5:9
              | phone = 12333
              |         ^^^^^

            error[missing-key]: a synonym needs `means`: a string
              --> synonyms.toml:1:1
              | [[synonym]]
              | ^^^^^^^^^^^
        "#]],
    );
}
