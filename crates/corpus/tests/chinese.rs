//! What is wrong, as an author reads it in Chinese.

mod support;

use expect_test::expect;
use support::remarks_in;

#[test]
fn what_is_wrong_and_how_to_mend_it() {
    let rule = r#"
//- grants/rent/2025/rule.toml
valid = { from = 2025-01-01 }
status = { value = "in-forse", as_of = 2026-11-23 }
where = [{ channel = "online", zh = "网上", en = "Online" }]
source = [{ title = "通知", kind = "official", supports = "all", checked = 2023-01-01 }]
bring = [{ paper = "license" }]
conditon = []
[[condition]]
id = "size"
zh = "人数"
en = "Number of people"
cite = "sise"
test = "staf <= 10 and staff => 3"
[[condition]]
id = "soon"
zh = "一年内"
en = "Within a year"
cite = "size"
test = "months_between(opened_on, as_of) <= 12"
[[amount]]
id = "rent"
zh = "房租"
en = "Rent"
kind = "grant"
up_to = true
"#;
    expect![[r#"
        错误[wrong-value]: 值不对：`value`、`in-forse`
          --> grants/rent/2025/rule.toml:2:20
          | status = { value = "in-forse", as_of = 2026-11-23 }
          |                    ^^^^^^^^^^
          = 是不是想写 `in-force`？

        提醒[stale-source]: 来源很久没有核对了
          --> grants/rent/2025/rule.toml:4:74
          | …rce = [{ title = "通知", kind = "official", supports = "all", checked = 2023-01-01 }]
          |                                                                          ^^^^^^^^^^
          = 请重新看一遍来源：有变动就改，再把这里的日期写成今天

        错误[unknown-name]: 没有这个名称：`license`
          --> grants/rent/2025/rule.toml:5:20
          | bring = [{ paper = "license" }]
          |                    ^^^^^^^^^
          = 是不是想写 `licence`？

        错误[unknown-key]: 格式里没有这个键：`conditon`
          --> grants/rent/2025/rule.toml:6:1
          | conditon = []
          | ^^^^^^^^
          = 是不是想写 `condition`？

        错误[dangling-citation]: 正文里没有这一条：`sise`
          --> grants/rent/2025/rule.toml:11:8
          | cite = "sise"
          |        ^^^^^^
          = 条款标记 `{#id}` 写在这一条末尾

        错误[syntax]: 这个表达式看不懂：`=>`
          --> grants/rent/2025/rule.toml:12:30
          | test = "staf <= 10 and staff => 3"
          |                              ^^
          = “不小于”写作 `>=`

        错误[dangling-citation]: 正文里没有这一条：`size`
          --> grants/rent/2025/rule.toml:17:8
          | cite = "size"
          |        ^^^^^^
          = 条款标记 `{#id}` 写在这一条末尾

        错误[needs-value]: `up_to`、`within` 要有 `value` 或 `each_value`：`up_to`、`value`、`each_value`
          --> grants/rent/2025/rule.toml:24:9
          | up_to = true
          |         ^^^^
          = 把上限写成 `value`，或不写 `up_to`
    "#]]
    .assert_eq(&remarks_in(rule, "2026-11-23", |it| &it.zh));
}
