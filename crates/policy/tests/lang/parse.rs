//! Text to tree and back, and texts that are no expression.

use std::collections::BTreeSet;

use expect_test::{Expect, expect};
use policy::lang::{Code, parse};

use crate::world::carets;

#[test]
fn operators_bind_as_the_design_says() {
    check_same("a or b and c == d..=e + f * -g");
    check("(((a or (b and (c in (d..=(e + (f * (-g)))))))))", "a or b and c in d..=e + f * -g");
    check("(a or b) and c", "(a or b) and c");
    check("a or (b or c)", "a or (b or c)");
    check("(a or b) or c", "a or b or c");
    check("not (a and b)", "not (a and b)");
    check("not (a == b)", "not a == b");
    check("(not a) == b", "(not a) == b");
    check("a == (not b)", "a == (not b)");
    check("not not a", "not not a");
    check("a and (not b)", "a and not b");
    check("not (a in b)", "not a in b");
    check("a   not   in b", "a not in b");
    check("(a == b) == c", "(a == b) == c");
    check("a - (b - c) - d", "a - (b - c) - d");
    check("(a + b) * c / (d * e)", "(a + b) * c / (d * e)");
    check("-(a + b) - -c", "-(a + b) - -c");
    check("-(a * b)", "-(a * b)");
    check("(-a) * b", "-a * b");
    check("- - a", "--a");
    check("(a..=b)..=c", "(a..=b)..=c");
    check("tags overlaps ['green',  'digital',]", "tags overlaps ['green', 'digital']");
}

#[test]
fn choices_and_calls_are_written_one_way() {
    check_same("if a then b else if c then d else e or f");
    check(
        "if (if a then b else c) then (if d then e else f) else (g)",
        "if (if a then b else c) then (if d then e else f) else g",
    );
    check("1 + (if a then b else c)", "1 + (if a then b else c)");
    check("match{a=>1,b=>2,}", "match { a => 1, b => 2 }");
    check(
        "match { a => if b then 1 else 2, else => 3, } + 1",
        "match { a => if b then 1 else 2, else => 3 } + 1",
    );
    check("months( from , to , m=>param(p,m) )", "months(from, to, m => param(p, m))");
    check("max( a , 2024-02-29 )", "max(a, 2024-02-29)");
    check("[ ]", "[]");
    check("2024 - 1 - 1 + 1.50", "2024 - 1 - 1 + 1.5");
    check("x in 16..=24", "x in 16..=24");
    check("true and\n\tfalse", "true and false");
}

#[test]
fn what_is_no_expression_is_located() {
    wrong(
        "",
        expect![[r#"

        ^ syntax: a value is expected here, not the end
    "#]],
    );
    wrong(
        "a and",
        expect![[r#"
        a and
             ^ syntax: a value is expected here, not the end
    "#]],
    );
    wrong(
        "a b",
        expect![[r#"
        a b
          ^ syntax: an operator or the end is expected here, not `b`
    "#]],
    );
    wrong(
        "a => 3",
        expect![[r#"
            a => 3
              ^^ syntax: an operator or the end is expected here, not `=>`
              hint: “at least” is written `>=` | “不小于”写作 `>=`
        "#]],
    );
    wrong(
        "a AND b",
        expect![[r#"
            a AND b
              ^^^ syntax: an operator or the end is expected here, not `AND`
              hint: write `and`, `or`, `not`, `in` in small letters | `and`、`or`、`not`、`in` 用小写字母
        "#]],
    );
    wrong(
        "(a + b",
        expect![[r#"
        (a + b
              ^ syntax: `)` is expected here, not the end
    "#]],
    );
    wrong(
        "a not b",
        expect![[r#"
        a not b
          ^^^ syntax: an operator or the end is expected here, not `not`
    "#]],
    );
    wrong(
        "'yangpu",
        expect![[r#"
            'yangpu
            ^^^^^^^ syntax: a closing `'` is missing
            hint: an option or an id stands between two of them, such as 'yangpu' | 选项和编号写在一对 `'` 之间，如 'yangpu'
        "#]],
    );
    wrong(
        "if a then b",
        expect![[r#"
        if a then b
                   ^ syntax: `else` is expected here, not the end
    "#]],
    );
    wrong(
        "match { else => 1 }",
        expect![[r#"
        match { else => 1 }
                ^^^^ syntax: a value is expected here, not `else`
    "#]],
    );
    wrong(
        "match { a => 1, else => 2, b => 3 }",
        expect![[r#"
        match { a => 1, else => 2, b => 3 }
                                   ^ syntax: `}` is expected here, not `b`
    "#]],
    );
    wrong(
        "months(a, b, c)",
        expect![[r#"
            months(a, b, c)
                         ^ syntax: `m` is expected here, not `c`
                         hint: written `months(from, to, m => VALUE)` | 写作 `months(from, to, m => VALUE)`
        "#]],
    );
    wrong(
        "months(a, b, k => 1)",
        expect![[r#"
            months(a, b, k => 1)
                         ^ syntax: `m` is expected here, not `k`
                         hint: written `months(from, to, m => VALUE)` | 写作 `months(from, to, m => VALUE)`
        "#]],
    );
    wrong(
        "注册 and 15%",
        expect![[r#"
            注册 and 15%
            ^^ syntax: `注册` cannot stand in an expression
            hint: names, options and numbers are written in plain Latin letters and digits | 名称、选项和数字只用半角的拉丁字母和数字
                     ^ syntax: `%` cannot stand in an expression
                     hint: write a share as a decimal: 15 % is 0.15 | 比例写成小数：15 % 写 0.15
        "#]],
    );
    wrong(
        "f(a, , b)",
        expect![[r#"
        f(a, , b)
             ^ syntax: a value is expected here, not `,`
    "#]],
    );
    wrong(
        "a.b",
        expect![[r#"
            a.b
             ^ syntax: `.` cannot stand in an expression
             hint: names, options and numbers are written in plain Latin letters and digits | 名称、选项和数字只用半角的拉丁字母和数字
        "#]],
    );
}

#[test]
fn signs_of_other_languages_are_translated() {
    wrong(
        "a = b && !c || d ≥ 3",
        expect![[r#"
            a = b && !c || d ≥ 3
              ^ foreign-sign: `=` is not a sign of this language
              hint: write `==` | 请写成 `==`
                  ^^ foreign-sign: `&&` is not a sign of this language
                  hint: write `and` | 请写成 `and`
                     ^ foreign-sign: `!` is not a sign of this language
                     hint: write `not` | 请写成 `not`
                        ^^ foreign-sign: `||` is not a sign of this language
                        hint: write `or` | 请写成 `or`
                             ^ foreign-sign: `≥` is not a sign of this language
                             hint: write `>=` | 请写成 `>=`
        "#]],
    );
    wrong(
        "form in ［“company”，‘b’］",
        expect![[r#"
            form in ［“company”，‘b’］
                    ^ foreign-sign: `［` is not a sign of this language
                    hint: write `[` | 请写成 `[`
                     ^ foreign-sign: `“` is not a sign of this language
                     hint: write `'` | 请写成 `'`
                             ^ foreign-sign: `”` is not a sign of this language
                             hint: write `'` | 请写成 `'`
                              ^ foreign-sign: `，` is not a sign of this language
                              hint: write `,` | 请写成 `,`
                               ^ foreign-sign: `‘` is not a sign of this language
                               hint: write `'` | 请写成 `'`
                                 ^ foreign-sign: `’` is not a sign of this language
                                 hint: write `'` | 请写成 `'`
                                  ^ foreign-sign: `］` is not a sign of this language
                                  hint: write `]` | 请写成 `]`
        "#]],
    );
    wrong(
        "a <> b; c..d - 1…2",
        expect![[r#"
            a <> b; c..d - 1…2
              ^^ foreign-sign: `<>` is not a sign of this language
              hint: write `!=` | 请写成 `!=`
                  ^ foreign-sign: `;` is not a sign of this language
                  hint: write `,` | 请写成 `,`
                     ^^ foreign-sign: `..` is not a sign of this language
                     hint: write `..=` | 请写成 `..=`
                            ^ foreign-sign: `…` is not a sign of this language
                            hint: write `..=` | 请写成 `..=`
        "#]],
    );
    wrong(
        "a === b",
        expect![[r#"
            a === b
              ^^^ foreign-sign: `===` is not a sign of this language
              hint: write `==` | 请写成 `==`
        "#]],
    );
}

#[test]
fn figures_dates_and_ids_are_read_strictly() {
    wrong(
        "12abc + 1e3 + 3万",
        expect![[r#"
        12abc + 1e3 + 3万
        ^^^^^ bad-number: `12abc` is not a number: write digits with at most one point, such as 1250.5
                ^^^ bad-number: `1e3` is not a number: write digits with at most one point, such as 1250.5
                      ^^ bad-number: `3万` is not a number: write digits with at most one point, such as 1250.5
    "#]],
    );
    wrong(
        "max(1,000)",
        expect![[r#"
            max(1,000)
                  ^^^ bad-number: `000` begins with a nought too many
                  hint: write thousands without commas, dates with four digits, two and two | 千位不加逗号，日期写四位、两位、两位数字
        "#]],
    );
    wrong(
        "123456789012345678901",
        expect![[r#"
        123456789012345678901
        ^^^^^^^^^^^^^^^^^^^^^ bad-number: `123456789012345678901` has too many digits
    "#]],
    );
    wrong(
        "a > 2024-02-30 and b < 2024-01-011",
        expect![[r#"
        a > 2024-02-30 and b < 2024-01-011
            ^^^^^^^^^^ bad-date: `2024-02-30` is not a day of the calendar: write year, month and day, such as 2026-11-23
                               ^^^^^^^^^^^ bad-date: `2024-01-011` is not a day of the calendar: write year, month and day, such as 2026-11-23
    "#]],
    );
    wrong(
        "form == 'Sole trader'",
        expect![[r#"
        form == 'Sole trader'
                ^^^^^^^^^^^^^ bad-id: `Sole trader` is not an id: use small Latin letters, digits and single hyphens
    "#]],
    );
}

#[test]
fn loose_operands_need_parentheses() {
    wrong(
        "a + if b then 1 else 2",
        expect![[r#"
            a + if b then 1 else 2
                ^^ needs-parentheses: `if` needs parentheses here
                hint: write `(if …)` | 请写成 `(if …)`
        "#]],
    );
    wrong(
        "a == not b",
        expect![[r#"
            a == not b
                 ^^^ needs-parentheses: `not` needs parentheses here
                 hint: write `(not …)` | 请写成 `(not …)`
        "#]],
    );
    wrong(
        "1 < a < 3",
        expect![[r#"
            1 < a < 3
                  ^ chained-comparison: `<` and `<` cannot be chained
                  hint: join two comparisons with `and`, or ask `x in low..=high` | 用 `and` 连接两个比较，或写 `x in low..=high`
        "#]],
    );
    wrong(
        "a in b == c",
        expect![[r#"
            a in b == c
                   ^^ chained-comparison: `in` and `==` cannot be chained
                   hint: join two comparisons with `and`, or ask `x in low..=high` | 用 `and` 连接两个比较，或写 `x in low..=high`
        "#]],
    );
    wrong(
        "1..=2..=3",
        expect![[r#"
            1..=2..=3
                 ^^^ chained-comparison: `..=` and `..=` cannot be chained
                 hint: join two comparisons with `and`, or ask `x in low..=high` | 用 `and` 连接两个比较，或写 `x in low..=high`
        "#]],
    );
}

#[test]
fn nesting_is_bounded() {
    for text in ["(".repeat(5000), "not ".repeat(5000), "-".repeat(5000), "f(".repeat(5000), "[".repeat(5000)]
    {
        assert_eq!(parse(&text).unwrap_err()[0].code, Code::TooDeep, "{}", &text[..8]);
    }
    for sign in [" + ", " or ", " * "] {
        assert_eq!(parse(&vec!["a"; 5000].join(sign)).unwrap_err()[0].code, Code::TooDeep, "{sign}");
        assert!(parse(&vec!["a"; 90].join(sign)).is_ok());
    }
    let steps = "if a then b else ".repeat(90) + "c";
    assert_eq!(parse(&steps).unwrap().to_string(), steps);
}

#[test]
fn names_and_thresholds_are_found() {
    let ast = parse(
        "count(hires, wage >= -5 and hired_on in 2024-01-01..=as_of) > headcount and x in [1, 2.5] or y * 7 > z",
    );
    let ast = ast.unwrap();
    assert_eq!(
        ast.names(),
        BTreeSet::from(["as_of", "headcount", "hired_on", "hires", "wage", "x", "y", "z"])
    );
    let thresholds = ast.thresholds();
    let numbers: Vec<String> = thresholds.numbers.iter().map(ToString::to_string).collect();
    assert_eq!(numbers, ["-5", "1", "2.5"]);
    let dates: Vec<String> = thresholds.dates.iter().map(ToString::to_string).collect();
    assert_eq!(dates, ["2024-01-01"]);
}

#[test]
fn a_place_includes_its_parentheses() {
    let text = "a and (b or c) + 1";
    let ast = parse(text).unwrap();
    let mut places = Vec::new();
    ast.visit(&mut |it| places.push(&text[it.span.clone()]));
    assert_eq!(places, ["a and (b or c) + 1", "a", "(b or c) + 1", "(b or c)", "b", "c", "1"]);
}

#[track_caller]
fn check(text: &str, canonical: &str) {
    let ast = parse(text).unwrap_or_else(|it| panic!("{}", carets(text, &it)));
    assert_eq!(ast.to_string(), canonical);
    assert_eq!(parse(canonical).unwrap(), ast);
}

#[track_caller]
fn check_same(text: &str) {
    check(text, text);
}

#[track_caller]
fn wrong(text: &str, expected: Expect) {
    expected.assert_eq(&carets(text, &parse(text).unwrap_err()));
}
