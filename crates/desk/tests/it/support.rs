//! A small pack, and a desk in a folder of its own.

use std::path::Path;

use corpus::{Files, Loaded, load};
use desk::{Desk, Library};
use policy::{Catalog, Date};

/// The day of every test here.
pub(crate) const TODAY: &str = "2026-11-23";
/// When every answer here is given.
pub(crate) const NOW: &str = "2026-11-23T10:00:00+08:00";

const PACK: &str = r#"
id = "trial"
title = { zh = "试", en = "Trial" }
version = "1"
published = 2026-11-23
covers = { zh = "试", en = "All" }
checked = { zh = "试", en = "Read" }
level = [{ id = "city", zh = "市", en = "City" }]
family = [{ id = "grants", zh = "补贴", en = "Grants" }]
topic = [{ id = "company", zh = "公司", en = "Company" }]
"#;

const FACTS: &str = r#"
[[fact]]
id = "registered"
type = "boolean"
topic = "company"
ask = { zh = "登记了吗？", en = "Registered?" }
name = { zh = "登记", en = "Registered" }
[[fact]]
id = "staff"
type = "integer"
topic = "company"
min = 0
bands = [[0, 0], [1, 9], [10, 299], [300]]
ask = { zh = "几个人？", en = "How many people?" }
name = { zh = "人数", en = "Staff" }
unit = { zh = "人", en = "people" }
[[fact]]
id = "turnover"
type = "money"
topic = "company"
min = 0
ask = { zh = "营业额？", en = "Turnover?" }
name = { zh = "营业额", en = "Turnover" }
[[fact]]
id = "opened_on"
type = "date"
topic = "company"
ask = { zh = "哪天？", en = "On what day?" }
name = { zh = "开业日期", en = "Opened on" }
[[fact]]
id = "rented_from"
type = "date"
topic = "company"
precision = "month"
ask = { zh = "哪个月租的？", en = "In which month?" }
name = { zh = "起租月", en = "Rented from" }
[[fact]]
id = "district"
type = "choice"
topic = "company"
options = [{ id = "yangpu", zh = "杨浦", en = "Yangpu" }, { id = "hongkou", zh = "虹口", en = "Hongkou" }]
ask = { zh = "哪个区？", en = "Which district?" }
name = { zh = "区", en = "District" }
[[fact]]
id = "sectors"
type = "choices"
topic = "company"
options = [{ id = "chips", zh = "芯片", en = "chips" }, { id = "drugs", zh = "药", en = "drugs" }]
ask = { zh = "哪些行业？", en = "Which sectors?" }
name = { zh = "行业", en = "Sectors" }
[[list]]
id = "hires"
topic = "company"
at_most = 3
ask = { zh = "招了谁？", en = "Whom have you hired?" }
name = { zh = "新招的人", en = "People hired" }
one = { zh = "一个人", en = "one person" }
[[fact]]
id = "hired_on"
of = "hires"
type = "date"
ask = { zh = "哪天入职？", en = "Hired on what day?" }
name = { zh = "入职", en = "Hired" }
[[fact]]
id = "graduate"
of = "hires"
type = "boolean"
ask = { zh = "是毕业生吗？", en = "A graduate?" }
name = { zh = "毕业生", en = "graduate" }
[[never]]
test = "300 <= staff and not registered"
zh = "没登记，却有三百人"
en = "Three hundred people and not registered"
"#;

/// The pack, with these policies: an id, what `policy.toml` says beyond the least, and a rule's body.
pub(crate) fn pack(policies: &[(&str, &str, &str)]) -> Loaded {
    pack_with(&[], policies)
}

/// The pack with these further files, and with these policies.
pub(crate) fn pack_with(more: &[(&str, &str)], policies: &[(&str, &str, &str)]) -> Loaded {
    let mut files =
        vec![("pack.toml".to_owned(), PACK.to_owned()), ("facts/facts.toml".to_owned(), FACTS.to_owned())];
    files.extend(more.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())));
    for (id, more, rule) in policies {
        let policy = format!(
            "title = {{ zh = \"{id}\", en = \"{id}\" }}\nsummary = {{ zh = \"补\", en = \"Support\" }}\nlevel = \"city\"\n\
             family = \"grants\"\nfor = [\"enterprise\"]\nissuer = [\"市人社局\"]\nrecords = [\"r\"]\n{more}\n"
        );
        files.push((format!("grants/{id}/policy.toml"), policy));
        files.push((format!("grants/{id}/2025/rule.toml"), format!("{HEAD}{rule}")));
        files.push((format!("grants/{id}/2025/zh.md"), "## 给谁 {#who}\n小企业。\n".to_owned()));
        files.push((format!("grants/{id}/2025/en.md"), "## For whom {#who}\nSmall firms.\n".to_owned()));
    }
    let loaded = load(files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect::<Files>());
    assert!(!loaded.has_errors(), "{}", corpus::render(&loaded.remarks, &loaded.files, |it| &it.en));
    loaded
}

const HEAD: &str = r#"valid = { from = 2025-01-01 }
status = { value = "in-force", as_of = 2026-11-01 }
source = [{ title = "通知", kind = "official", supports = "all", checked = 2026-11-23 }]
"#;

/// Rent hangs on the staff and the day of opening, the award on the district, the bonus on who was hired.
pub(crate) fn three_policies() -> Loaded {
    pack(&[
        (
            "rent",
            "",
            r#"condition = [
  { id = "small", cite = "who", zh = "不超过十人", en = "At most ten people", test = "staff <= 10" },
  { id = "open", cite = "who", zh = "开业了", en = "Has opened", test = "opened_on <= as_of" },
]
amount = [{ id = "rent", kind = "grant", value = "100 * staff" }]
"#,
        ),
        (
            "award",
            "",
            r#"condition = [{ id = "here", cite = "who", zh = "在杨浦", en = "In Yangpu", test = "district == 'yangpu'" }]
amount = [{ id = "award", kind = "grant", value = "5000" }]
"#,
        ),
        (
            "bonus",
            "",
            r#"for_each = "hires"
each = [{ id = "graduate", cite = "who", zh = "是毕业生", en = "A graduate", test = "graduate" }]
amount = [{ id = "bonus", kind = "grant", each_value = "1000" }]
"#,
        ),
    ])
}

/// A desk with that pack, in that folder.
pub(crate) fn desk(loaded: Loaded, folder: &Path) -> Desk {
    let today = TODAY.parse().unwrap();
    Desk::open(Library::new(loaded, today), folder, today, NOW).unwrap()
}

pub(crate) fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// What the question at hand is about; "-" where nothing is left.
pub(crate) fn at_hand(desk: &Desk) -> &str {
    desk.sitting.at_hand().map_or("-", |it| it.name(desk.catalog()))
}

/// The catalog of a pack without policies.
pub(crate) fn facts() -> Catalog {
    pack(&[]).catalog
}
