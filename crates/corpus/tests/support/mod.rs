//! Packs written inside a test, and their remarks as an author reads them.
#![allow(dead_code, reason = "each test program uses its part of this module")]

use corpus::{Files, Loaded, check, load, render};
use expect_test::Expect;
use policy::Text;

/// The day on which packs are looked at: that of the sound one.
const TODAY: &str = "2026-11-23";

/// A pack in which everything is right; tests change one file of it.
const SOUND: &str = r#"
//- pack.toml
id = "trial"
title = { zh = "试", en = "Trial" }
version = "1"
published = 2026-11-23
covers = { zh = "试", en = "All" }
checked = { zh = "试", en = "Read" }
[[level]]
id = "city"
zh = "市"
en = "City"
[[family]]
id = "grants"
zh = "补贴"
en = "Grants"
[[topic]]
id = "company"
zh = "公司"
en = "Company"
//- facts/facts.toml
[[fact]]
id = "staff"
type = "integer"
topic = "company"
min = 0
ask = { zh = "几个人？", en = "How many people?" }
[[fact]]
id = "opened_on"
type = "date"
topic = "company"
ask = { zh = "哪天？", en = "On what day?" }
//- papers/papers.toml
[[paper]]
id = "licence"
zh = "执照"
en = "Licence"
//- grants/rent/policy.toml
title = { zh = "房租", en = "Rent" }
summary = { zh = "房租补贴", en = "Rent support" }
level = "city"
family = "grants"
for = ["enterprise"]
issuer = ["市人社局"]
records = ["rent-2025"]
[questions]
zh = ["房租？"]
en = ["Rent?"]
//- grants/rent/2025/rule.toml
valid = { from = 2025-01-01 }
status = { value = "in-force", as_of = 2026-11-23 }
[[condition]]
id = "small"
cite = "who"
zh = "不超过十人"
en = "At most ten people"
test = "staff <= 10"
[[window]]
closes = "add_months(opened_on, 6)"
[[amount]]
id = "rent"
kind = "grant"
value = "min(1000, 100 * staff)"
[[bring]]
paper = "licence"
[[where]]
channel = "online"
zh = "网上"
en = "Online"
[[source]]
title = "通知"
kind = "official"
supports = "all"
checked = 2026-11-23
//- grants/rent/2025/zh.md
## 给谁 {#who}
不超过十人。
//- grants/rent/2025/en.md
## For whom {#who}
At most ten people.
//- grants/rent/2025/cases.toml
[given]
opened_on = 2026-10-01
[[case]]
name = "ten"
on = 2026-11-23
given = { staff = 10 }
verdict = "eligible"
amounts = { rent = [1000, 1000] }
"#;

/// The sound pack with some files put in place of its own, added, or (where empty) taken away.
pub(crate) fn pack(changes: &str) -> Loaded {
    let mut files: Vec<(&str, &str)> = split(SOUND);
    for (name, text) in split(changes) {
        files.retain(|(other, _)| *other != name);
        if !text.trim().is_empty() {
            files.push((name, text));
        }
    }
    load(files.into_iter().collect::<Files>())
}

/// What an author is told of a pack with these changes.
#[track_caller]
pub(crate) fn check_remarks(changes: &str, expect: Expect) {
    expect.assert_eq(&remarks_on(changes, TODAY));
}

/// What an author reads of a pack with these changes on a day.
pub(crate) fn remarks_on(changes: &str, day: &str) -> String {
    remarks_in(changes, day, |it| &it.en)
}

/// The same in the language that `say` picks.
pub(crate) fn remarks_in(changes: &str, day: &str, say: fn(&Text) -> &str) -> String {
    let loaded = pack(changes);
    render(&check(&loaded, day.parse().expect("a day")), &loaded.files, say)
}

/// What an author is told of a rule with this text in place of its conditions, windows and amounts.
#[track_caller]
pub(crate) fn check_rule(rule: &str, expect: Expect) {
    check_remarks(&format!("{CASES}//- grants/rent/2025/rule.toml\n{HEAD}{rule}"), expect);
}

/// Nothing but what a rule has to have, so that its body begins on line 6.
const HEAD: &str = r#"valid = { from = 2025-01-01 }
status = { value = "in-force", as_of = 2026-11-23 }
where = [{ channel = "online", zh = "网上", en = "Online" }]
source = [{ title = "通知", kind = "official", supports = "all", checked = 2026-11-23 }]
bring = [{ paper = "licence" }]
"#;

/// A case that expects nothing.
const CASES: &str = "//- grants/rent/2025/cases.toml\ncase = [{ name = \"any\", on = 2026-11-23 }]\n";

fn split(fixture: &str) -> Vec<(&str, &str)> {
    let parts = fixture.split("//- ").skip(1);
    parts.map(|it| it.split_once('\n').expect("a name, then a line")).collect()
}

/// What an author is told of a pack with more facts, all of them mentioned by the rule.
#[track_caller]
pub(crate) fn check_facts(facts: &str, expect: Expect) {
    check_remarks(&format!("//- facts/more.toml\n{facts}"), expect);
}
