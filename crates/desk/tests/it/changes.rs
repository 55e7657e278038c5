//! What changed between two editions, and between two packs, as an officer reads it.

use desk::changes::{Change, ChangeKind, Told, edition_changes, pack_changes};
use expect_test::{Expect, expect};
use policy::{Catalog, Text};

use crate::support::pack;

/// Both languages of all changes, a line each.
fn told(changes: &[Change], depth: usize) -> String {
    let line = |it: &Change| {
        let mark = match it.kind {
            ChangeKind::New => '+',
            ChangeKind::Gone => '-',
            ChangeKind::Changed => '~',
        };
        let said: Vec<&str> =
            [&it.said.zh, &it.said.en].into_iter().map(String::as_str).filter(|it| !it.is_empty()).collect();
        format!("{}{mark} {}\n{}", "    ".repeat(depth), said.join(" | "), told(&it.parts, depth + 1))
    };
    changes.iter().map(line).collect()
}

/// The changes from one rule to another, the rest of the pack being the same.
#[track_caller]
fn check(old: &str, new: &str, expect: Expect) {
    let (old, new) = (pack(&[("rent", "", old)]).catalog, pack(&[("rent", "", new)]).catalog);
    expect.assert_eq(&told(&edition_changes(only(&old), only(&new)), 0));
}

/// The first edition of the only policy.
#[track_caller]
fn only(catalog: &Catalog) -> Told<'_> {
    let policy = catalog.policies.first().expect("the rule has no error");
    Told { catalog, policy, edition: &policy.editions[0] }
}

#[test]
fn two_editions_of_a_shipped_policy() {
    let catalog = corpus::Loaded::built_in().catalog;
    let policy = catalog.policy("one-off-hiring-subsidy").unwrap();
    let edition = |id: &str| {
        let edition = policy.editions.iter().find(|it| it.id.as_str() == id).unwrap();
        Told { catalog: &catalog, policy, edition }
    };
    let changes = edition_changes(edition("2024"), edition("2025"));
    let rules: Vec<Change> =
        changes.into_iter().filter(|it| it.about != desk::changes::About::Text).collect();
    expect![[r#"
        ~ 有效期首日由 2024年1月1日 改为 2025年1月1日 | The first day was 1 January 2024 and is 1 January 2025 now
        ~ 有效期末日由 2024年12月31日 改为 2025年12月31日 | The last day was 31 December 2024 and is 31 December 2025 now
        ~ 状态由 已失效（2026年11月23日所见） 改为 没有核实到（2026年3月1日所见） | The status was expired (as seen on 23 November 2026) and is not confirmed (as seen on 1 March 2026) now
        ~ 文件不再写明；原为：《关于实施本市重点群体一次性吸纳就业补贴的通知》（沪人社规〔2024〕7号） | The document is not said any more; it was: 《关于实施本市重点群体一次性吸纳就业补贴的通知》（沪人社规〔2024〕7号）
        ~ 发文单位由 上海市人力资源和社会保障局、上海市财政局、上海市教育委员会 改为 上海市人力资源和社会保障局 | The issuer was 上海市人力资源和社会保障局、上海市财政局、上海市教育委员会 and is 上海市人力资源和社会保障局 now
        ~ 一句话说明由 “招了应届生、刚离校还没就过业的毕业生，或登记失业的人，签一年以上合同、缴社保，每人补 2,000 元，不用申请。算哪些人，看招用那一年的规定。” 改为 “2025 年招了登记失业满三个月的人，或 2024、2025 届毕业生，签一年以上合同、缴社保，据转述每人补 2,000 元，不用申请；通知原文没有查到。” | The summary was “CNY 2,000 for each graduate or registered unemployed person hired on a contract of a year or more. Nobody applies; the office matches its records. Who counts hangs on the year of hiring.” and is “By a third party's summary, CNY 2,000 for each person hired in 2025 who had been registered unemployed for three months or graduated in 2024 or 2025. The notice itself was not found.” now
        ~ 对每个人的条件“招用时属于几种人之一”有改动 | The condition on each person “On hiring, one of several groups” has changed
            ~ 说法由 “招用时属于四种人之一” 改为 “招用时属于几种人之一” | the wording was “On hiring, one of four groups” and is “On hiring, one of several groups” now
            ~ 其中一项“本市高校 2024、2025 届毕业生”有改动 | the part “graduate of 2024 or 2025 of a Shanghai school” has changed
                ~ 说法由 “本市高校 2024 届毕业生” 改为 “本市高校 2024、2025 届毕业生” | the wording was “graduate of 2024 of a Shanghai school” and is “graduate of 2024 or 2025 of a Shanghai school” now
                ~ 判断标准由 【“是高校毕业生” 且 “毕业（离校）日期” 的年份 是 2024 且 “毕业于上海的高校”】 改为 【“是高校毕业生” 且 “毕业（离校）日期” 的年份 是其中之一：2024、2025 且 “毕业于上海的高校”】 | the test was [“Higher-education graduate” and the year of “Left school on” is 2024 and “Graduated in Shanghai”] and is [“Higher-education graduate” and the year of “Left school on” is one of: 2024, 2025 and “Graduated in Shanghai”] now
            + 新增其中一项“外地高校 2024、2025 届毕业生” | the part “graduate of 2024 or 2025 of a school elsewhere” is new
                + 各项都要符合：“2024、2025 届高校毕业生”、“外地高校的算不算，没有读到，由部门认定” | all of these are needed: “graduate of 2024 or 2025”, “whether schools elsewhere count was not read: the office decides”
                    + “2024、2025 届高校毕业生” | “graduate of 2024 or 2025”
                        + 看是否【“是高校毕业生” 且 “毕业（离校）日期” 的年份 是其中之一：2024、2025】 | by whether [“Higher-education graduate” and the year of “Left school on” is one of: 2024, 2025]
                    + “外地高校的算不算，没有读到，由部门认定” | “whether schools elsewhere count was not read: the office decides”
                        + 由经办部门认定 | the office decides
            ~ 其中一项“离校两年内没有就业过的毕业生”有改动 | the part “graduate of at most two years, never employed” has changed
                ~ 说法由 “离校两年内没有就业过的高校毕业生（本市高校，或本市户籍）” 改为 “离校两年内没有就业过的毕业生” | the wording was “graduate of at most two years, never employed (Shanghai school or hukou)” and is “graduate of at most two years, never employed” now
                ~ 判断方式变了：原来看是否【“是高校毕业生” 且 “入职日期” 在这个范围内（含两端）：“毕业（离校）日期” 至 “毕业（离校）日期” 之后 24 个月 且 不是“来之前就过业” 且 （“毕业于上海的高校” 或 “上海户籍”）】；现在各项都要符合：“离校两年内没有就业过（本市高校，或本市户籍）”、“这一年还算不算，没有查到，由部门认定” | it is decided in another way: before, by whether [“Higher-education graduate” and “Hired on” lies, both ends included, within “Left school on” to 24 months after “Left school on” and not “Was employed before” and (“Graduated in Shanghai” or “Shanghai hukou”)]; now, all of these are needed: “left school at most two years before, never employed (Shanghai school or hukou)”, “whether this group stayed was not found: the office decides”
            ~ 其中一项“在本市登记失业、16 至 24 岁”有改动 | the part “registered unemployed in Shanghai, aged 16 to 24” has changed
                ~ 判断方式变了：原来看是否【“入职时在上海办了失业登记” 且 从 “出生日期” 到 “入职日期” 满几年 在这个范围内（含两端）：16 至 24】；现在各项都要符合：“登记失业、16 至 24 岁”、“这一年还算不算，没有查到，由部门认定” | it is decided in another way: before, by whether [“Registered as unemployed in Shanghai when hired” and whole years from “Born on” to “Hired on” lies, both ends included, within 16 to 24]; now, all of these are needed: “registered unemployed, aged 16 to 24”, “whether this group stayed was not found: the office decides”
        ~ 在哪里办由 “不用申请：不用申请。部门核对记录、公示名单，款项打到单位缴社保的账户；首批 2024 年 5 月发放。” 改为 “不用申请：转述说不用申请，由部门核对记录后发放。” | Where one applies was “nobody applies: Nobody applies. The office matches its records, publishes the list and pays to the unit's insurance account; first batch in May 2024.” and is “nobody applies: A summary says that nobody applies and the office matches its records.” now
        + 新增来源“上海一次性就业补贴申请条件及对象” | The source “上海一次性就业补贴申请条件及对象” is new
        - 取消来源“《关于落实2024年度一次性扩岗补助政策有关工作的通知》政策问答” | The source “《关于落实2024年度一次性扩岗补助政策有关工作的通知》政策问答” is gone
        - 取消来源“上海：每人补贴2000元，2024年度重点群体一次性吸纳就业补贴开始发放（转载）” | The source “上海：每人补贴2000元，2024年度重点群体一次性吸纳就业补贴开始发放（转载）” is gone
        - 取消来源“重点群体一次性吸纳就业补贴（看看新闻转载）” | The source “重点群体一次性吸纳就业补贴（看看新闻转载）” is gone
    "#]].assert_eq(&told(&rules, 0));
}

#[test]
fn nothing_changes_where_nothing_is_another() {
    let rule = r#"
amount = [{ id = "a", kind = "grant", value = "100 * staff" }]
condition = [{ id = "here", cite = "who", zh = "在", en = "Here", test = "district == 'yangpu'" }]
"#;
    check(rule, rule, expect![[r#""#]]);
}

#[test]
fn a_figure_that_moved_is_told_as_a_rise_or_a_fall() {
    let rule = |sum: &str, staff: &str| {
        format!(
            r#"
amount = [{{ id = "a", kind = "grant", value = "{sum}" }}]
condition = [{{ id = "small", cite = "who", zh = "人少", en = "Few people", test = "staff <= {staff}" }}]
"#
        )
    };
    check(
        &rule("1500", "10"),
        &rule("2000", "9"),
        expect![[r#"
            ~ 条件“人少”有改动 | The condition “Few people” has changed
                ~ 判断标准里的数由 10 降低到 9：【“人数” ≤ 9 人】 | in the test, a figure falls from 10 to 9: [“Staff” ≤ 9 people]
            ~ 金额“补贴”有改动 | The amount “grant” has changed
                ~ 数额由 1,500 提高到 2,000 | it rises from 1,500 to 2,000
        "#]],
    );
    check(
        &rule("min(1500, 100 * staff)", "10"),
        &rule("min(1500, 200 * staff)", "10"),
        expect![[r#"
            ~ 金额“补贴”有改动 | The amount “grant” has changed
                ~ 数额里的数由 100 提高到 200：【1,500、200 × “人数” 中最小的】 | in it, a figure rises from 100 to 200: [the least of 1,500, 200 × “Staff”]
        "#]],
    );
    check(
        &rule("100 * staff", "10"),
        &rule("50 + staff", "10"),
        expect![[r#"
        ~ 金额“补贴”有改动 | The amount “grant” has changed
            ~ 数额由 【100 × “人数”】 改为 【50 + “人数”】 | it was [100 × “Staff”] and is [50 + “Staff”] now
    "#]],
    );
}

#[test]
fn a_sum_that_becomes_a_ceiling_is_told() {
    let rule =
        |up_to: &str| format!("amount = [{{ id = \"a\", kind = \"grant\", value = \"500\"{up_to} }}]\n");
    let (fixed, ceiling) = (rule(""), rule(", up_to = true"));
    check(
        &fixed,
        &ceiling,
        expect![[r#"
        ~ 金额“补贴”有改动 | The amount “grant” has changed
            ~ 数额的性质由 定数 改为 上限 | the kind of sum was a fixed one and is a ceiling now
    "#]],
    );
    check(
        "",
        &ceiling,
        expect![[r#"
        + 新增金额“补贴” | The amount “grant” is new
            + 最多 500 元 一次 | up to 500 CNY once
    "#]],
    );
}

#[test]
fn conditions_are_found_again_by_id_by_test_and_by_words() {
    let rule = |id: &str, zh: &str, en: &str, test: &str| {
        format!("condition = [{{ id = \"{id}\", cite = \"who\", zh = \"{zh}\", en = \"{en}\", {test} }}]\n")
    };
    let old = rule("small", "员工不超过十人", "At most ten people", "test = \"staff <= 10\"");
    check(
        &old,
        &rule("few", "人要少", "A small firm", "test = \"staff <= 10\""),
        expect![[r#"
        ~ 条件“人要少”有改动 | The condition “A small firm” has changed
            ~ 说法由 “员工不超过十人” 改为 “人要少” | the wording was “At most ten people” and is “A small firm” now
    "#]],
    );
    check(
        &old,
        &rule("size", "员工不超过五人", "At most five people", "officer = true"),
        expect![[r#"
        ~ 条件“员工不超过五人”有改动 | The condition “At most five people” has changed
            ~ 说法由 “员工不超过十人” 改为 “员工不超过五人” | the wording was “At most ten people” and is “At most five people” now
            ~ 判断方式变了：原来看是否【“人数” ≤ 10 人】；现在由经办部门认定 | it is decided in another way: before, by whether [“Staff” ≤ 10 people]; now, the office decides
    "#]],
    );
    check(
        &old,
        &rule("here", "在杨浦登记", "Registered in Yangpu", "test = \"district == 'yangpu'\""),
        expect![[r#"
            + 新增条件“在杨浦登记” | The condition “Registered in Yangpu” is new
                + 看是否【“区” 是 “杨浦”】 | by whether [“District” is “Yangpu”]
            - 取消条件“员工不超过十人” | The condition “At most ten people” is gone
                - 看是否【“人数” ≤ 10 人】 | by whether [“Staff” ≤ 10 people]
        "#]],
    );
}

#[test]
fn windows_places_and_what_an_amount_is_like() {
    let old = r#"
window = [{ opens = "2025-01-01", closes = "2025-06-30" }]
amount = [{ id = "a", kind = "grant", value = "600", per = "month", for_months = "6" }]
"#;
    let new = r#"
window = [{ opens = "2025-02-01", closes = "2025-06-30" }, { opens = "2025-09-01" }]
amount = [{ id = "a", kind = "reimbursement", per = "year" }, { id = "b", kind = "service", value = "2", unit = "sessions" }]
"#;
    check(
        old,
        new,
        expect![[r#"
            ~ 金额“报销”有改动 | The amount “reimbursement” has changed
                ~ 种类由 补贴 改为 报销 | its kind was grant and is reimbursement now
                ~ 数额不再写明；原为：600 | it is not said any more; it was: 600
                ~ 多久一次由 每月 改为 每年 | how often it comes was a month and is a year now
                ~ 月数不再写明；原为：6 | the number of months is not said any more; it was: 6
            + 新增金额“服务” | The amount “service” is new
                + 2 次 一次 | 2 sessions once
            ~ 申请的首日由 2025年1月1日 改为 2025年2月1日 | the first day to apply was 1 January 2025 and is 1 February 2025 now
            + 新增申请时间“2025年9月1日起” | The window “from 1 September 2025” is new
        "#]],
    );
    check(
        new,
        "",
        expect![[r#"
        - 取消金额“报销” | The amount “reimbursement” is gone
            - 没有写明多少 | how much is not said
        - 取消金额“服务” | The amount “service” is gone
            - 2 次 一次 | 2 sessions once
        - 取消申请时间“2025年2月1日起，至2025年6月30日” | The window “from 1 February 2025 to 30 June 2025” is gone
        - 取消申请时间“2025年9月1日起” | The window “from 1 September 2025” is gone
    "#]],
    );
}

#[test]
fn two_packs() {
    let old = pack(&[("gone", "", ""), ("rent", "", "")]).catalog;
    let new = pack(&[
        (
            "rent",
            "excludes = [{ policy = \"trade\" }]",
            "amount = [{ id = \"a\", kind = \"grant\", value = \"5\" }]\n",
        ),
        ("trade", "", ""),
    ])
    .catalog;
    let changes = pack_changes(&old, &new);
    assert_eq!(changes.shared, []);
    let mut shown = String::new();
    for it in &changes.policies {
        let Text { zh, en } = &it.title;
        shown +=
            &format!("{:?} {} {:?} {zh} | {en}\n{}", it.kind, it.policy, it.edition, told(&it.changes, 1));
    }
    expect![[r#"
        Gone gone None gone | gone
        Changed rent Some("2025") rent（2025） | rent (2025)
            + 新增金额“补贴” | The amount “grant” is new
                + 5 元 一次 | 5 CNY once
            + 新增不能同享的政策“trade” | The exclusion of “trade” is new
        New trade None trade | trade
    "#]]
    .assert_eq(&shown);
}

#[test]
fn a_source_with_another_number_and_one_that_was_only_looked_at_again() {
    let old = pack(&[("rent", "", "")]).catalog;
    let (mut renumbered, mut looked_at) = (old.clone(), old.clone());
    renumbered.policies[0].editions[0].sources[0].number = Some("沪人社规〔2026〕1号".to_owned());
    looked_at.policies[0].editions[0].sources[0].checked = "2027-01-01".parse().ok();
    let of = |new: &Catalog| told(&edition_changes(only(&old), only(new)), 0);
    expect![[r#"
        ~ 来源“通知”由 《通知》 · 官方网页 · all 改为 《通知（沪人社规〔2026〕1号）》 · 官方网页 · all | The source “通知” was 《通知》 · official page · all and is 《通知（沪人社规〔2026〕1号）》 · official page · all now
    "#]].assert_eq(&of(&renumbered));
    assert_eq!(of(&looked_at), "");
}
