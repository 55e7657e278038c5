//! Formulas in readable words, one of each kind.

use desk::words;
use expect_test::{Expect, expect};
use policy::lang::parse;

#[track_caller]
fn check(formulas: &[&str], expect: Expect) {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/packs/example");
    let catalog = corpus::Loaded::folder(&folder).unwrap().catalog;
    let said = |formula: &&str| {
        let words = words::formula(&catalog, &parse(formula).unwrap());
        format!("{formula}\n  {}\n  {}\n", words.zh, words.en)
    };
    expect.assert_eq(&formulas.iter().map(said).collect::<String>());
}

#[test]
fn tests_and_choices() {
    check(
        &[
            "registered",
            "not registered",
            "not (registered and first_venture)",
            "registered_district == 'yangpu'",
            "legal_form not in ['company', 'sole-trader']",
            "registered and (first_venture or had('one-off-hiring-subsidy'))",
            "if registered then first_venture else false",
            "match { registered => 1, first_venture => 2, else => 3 }",
        ],
        expect![[r#"
            registered
              “公司（或店铺、机构）登记了吗？”
              “Is the business registered yet?”
            not registered
              不是“公司（或店铺、机构）登记了吗？”
              not “Is the business registered yet?”
            not (registered and first_venture)
              不是（“公司（或店铺、机构）登记了吗？” 且 “是创办人在上海第一次办企业或机构吗？”）
              not (“Is the business registered yet?” and “Is it the first organisation this founder registers in Shanghai?”)
            registered_district == 'yangpu'
              “登记在哪个区？” 是 “杨浦区”
              “In which district is it registered?” is “Yangpu”
            legal_form not in ['company', 'sole-trader']
              “是（或打算办成）哪一种？” 不是其中任何一个：“公司”、“个体工商户”
              “What kind of organisation is it, or will it be?” is none of: “company”, “sole trader”
            registered and (first_venture or had('one-off-hiring-subsidy'))
              “公司（或店铺、机构）登记了吗？” 且 （“是创办人在上海第一次办企业或机构吗？” 或 已经领过 “招用重点群体一次性补贴”）
              “Is the business registered yet?” and (“Is it the first organisation this founder registers in Shanghai?” or “One-off subsidy for hiring priority groups” was received already)
            if registered then first_venture else false
              若 “公司（或店铺、机构）登记了吗？”，则 “是创办人在上海第一次办企业或机构吗？”，否则 否
              if “Is the business registered yet?”, then “Is it the first organisation this founder registers in Shanghai?”, else no
            match { registered => 1, first_venture => 2, else => 3 }
              若 “公司（或店铺、机构）登记了吗？”，则 1；若 “是创办人在上海第一次办企业或机构吗？”，则 2；都不是则 3
              if “Is the business registered yet?”, then 1; if “Is it the first organisation this founder registers in Shanghai?”, then 2; in all other cases 3
        "#]],
    );
}

#[test]
fn days_and_figures() {
    check(
        &[
            "contract_months >= 12",
            "hired_on in 2024-01-01..=2024-12-31",
            "insured_since <= as_of",
            "add_months(min(hired_on, insured_since), 6) > as_of",
            "year(hired_on) in [2024, 2025]",
            "years_between(founder_born_on, as_of) < 35",
            "clamp(1000 * counted, 0, 20000)",
            "max(1, 2) * (3 - 1) / 0.5 + -4",
            "round(1 / 3, 2)",
            "months(hired_on, as_of, m => 500)",
        ],
        expect![[r#"
            contract_months >= 12
              “劳动合同多少个月” ≥ 12 个月
              “Contract length” ≥ 12 months
            hired_on in 2024-01-01..=2024-12-31
              “入职日期” 在这个范围内（含两端）：2024年1月1日 至 2024年12月31日
              “Hired on” lies, both ends included, within 1 January 2024 to 31 December 2024
            insured_since <= as_of
              “从哪个月起缴社保” 不晚于 评估当天
              “Insured since” is on or before the day of assessment
            add_months(min(hired_on, insured_since), 6) > as_of
              （“入职日期”、“从哪个月起缴社保” 中最早的） 之后 6 个月 晚于 评估当天
              6 months after (the earliest of “Hired on”, “Insured since”) is after the day of assessment
            year(hired_on) in [2024, 2025]
              “入职日期” 的年份 是其中之一：2024、2025
              the year of “Hired on” is one of: 2024, 2025
            years_between(founder_born_on, as_of) < 35
              从 founder_born_on 到 评估当天 满几年 < 35
              whole years from founder_born_on to the day of assessment < 35
            clamp(1000 * counted, 0, 20000)
              1,000 × 算数的人数，最少 0、最多 20,000
              1,000 × the number of people who count, at least 0 and at most 20,000
            max(1, 2) * (3 - 1) / 0.5 + -4
              （1、2 中最大的） × （3 − 1） ÷ 0.5 + −4
              (the greatest of 1, 2) × (3 − 1) ÷ 0.5 + −4
            round(1 / 3, 2)
              1 ÷ 3（四舍五入到 2 位小数）
              1 ÷ 3 rounded to 2 places
            months(hired_on, as_of, m => 500)
              从 “入职日期” 到 评估当天 逐月相加的 500
              500, added up month by month from “Hired on” to the day of assessment
        "#]],
    );
}

#[test]
fn lists_and_other_policies() {
    check(
        &[
            "count(hires) > 0",
            "count(hires, graduate) + sum(hires, contract_months, graduate)",
            "some(hires, contract_months < 12)",
            "every(hires, graduate)",
            "qualifies('one-off-hiring-subsidy')",
            "amount('first-time-founder-grant', 'grant')",
        ],
        expect![[r#"
            count(hires) > 0
              “新招的人” 的个数 > 0
              the number of “People hired” > 0
            count(hires, graduate) + sum(hires, contract_months, graduate)
              （“新招的人” 中符合条件的个数，条件是 “是高校毕业生”） + （“新招的人” 中符合条件的每个的 “劳动合同多少个月” 之和，条件是 “是高校毕业生”）
              (the number of “People hired” of whom “Higher-education graduate”) + (the sum of “Contract length” over “People hired” of whom “Higher-education graduate”)
            some(hires, contract_months < 12)
              “新招的人” 中至少有一个符合：（“劳动合同多少个月” < 12 个月）
              of at least one of “People hired”: (“Contract length” < 12 months)
            every(hires, graduate)
              “新招的人” 中每一个都符合：“是高校毕业生”
              of every one of “People hired”: “Higher-education graduate”
            qualifies('one-off-hiring-subsidy')
              符合 “招用重点群体一次性补贴” 的条件
              the conditions of “One-off subsidy for hiring priority groups” hold
            amount('first-time-founder-grant', 'grant')
              “首次创业一次性补贴” 的金额
              the amount of “One-off grant for first-time founders”
        "#]],
    );
}
