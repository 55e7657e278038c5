//! What several policies bring together.

use std::collections::BTreeSet;

use eligibility::{Purse, sums};
use policy::Number;
use serde_json::{Value, json};

use crate::support::{TODAY, day, pack};

/// Certain, to be confirmed, possible, and "+" where there is no bound.
#[track_caller]
fn check(policies: &[(&str, &str, &str)], profile: Value, expected: &str) {
    let catalog = pack(policies).catalog;
    let (profile, mistakes) = corpus::read_profile(&catalog, &profile);
    assert_eq!(mistakes, []);
    let assessment = eligibility::assess(&catalog, &profile, day(TODAY));
    let sums = sums(&catalog, &assessment, &profile, &BTreeSet::new());
    let sums = sums.get(&Purse::Grants).copied().unwrap_or_default();
    let say = |it: Number| it.to_string();
    let unbounded = if sums.unbounded { "+" } else { "" };
    let found =
        format!("{} / {} / {}{unbounded}", say(sums.certain), say(sums.to_confirm), say(sums.possible));
    assert_eq!(found, expected);
}

fn grant(value: &str) -> String {
    format!("amount = [{{ id = \"a\", kind = \"grant\", value = \"{value}\" }}]\n")
}

fn if_here(value: &str) -> String {
    let condition = "condition = [{ id = \"here\", cite = \"who\", zh = \"在\", en = \"Here\", test = \"district == 'yangpu'\" }]\n";
    format!("{condition}{}", grant(value))
}

const EXCLUDES_A: &str = "excludes = [{ policy = \"a\" }]";

#[test]
fn what_is_certain_and_what_is_possible() {
    check(&[("a", "", &grant("8000"))], json!({}), "8000 / 0 / 0");
    check(&[("a", "", &grant("100 * staff"))], json!({ "staff": { "min": 2, "max": 5 } }), "200 / 0 / 300");
    check(&[("a", "", &grant("100 * staff"))], json!({ "staff": { "min": 2 } }), "200 / 0 / 0+");
    check(&[("a", "", &if_here("700"))], json!({}), "0 / 0 / 700");
    check(&[("a", "", &if_here("700"))], json!({ "district": "hongkou" }), "0 / 0 / 0");
}

#[test]
fn loans_and_taxes_are_no_grants() {
    for kind in ["loan", "tax-relief", "interest-subsidy", "service"] {
        let rule = format!("amount = [{{ id = \"a\", kind = \"{kind}\", value = \"500\" }}]\n");
        check(&[("a", "", &rule)], json!({}), "0 / 0 / 0");
    }
    let percent = "amount = [{ id = \"a\", kind = \"reimbursement\", value = \"50\", unit = \"percent\" }]\n";
    check(&[("a", "", percent)], json!({}), "0 / 0 / 0");
}

#[test]
fn of_two_that_exclude_each_other_one_is_counted() {
    let (small, large) = (grant("300"), grant("1000"));
    check(&[("a", "", &small), ("b", EXCLUDES_A, &large)], json!({}), "1000 / 0 / 0");
    check(&[("a", "", &large), ("b", EXCLUDES_A, &small)], json!({}), "1000 / 0 / 0");
    check(&[("a", "", &small), ("b", EXCLUDES_A, &large), ("c", "", &small)], json!({}), "1300 / 0 / 0");
}

#[test]
fn what_an_edition_excludes_counts_for_it() {
    let rule = format!("excludes = [{{ policy = \"a\" }}]\n{}", grant("1000"));
    check(&[("a", "", &grant("300")), ("b", "", &rule)], json!({}), "1000 / 0 / 0");
    // The edition says: nothing is excluded any more.
    let rule = format!("excludes = []\n{}", grant("1000"));
    check(&[("a", "", &grant("300")), ("b", EXCLUDES_A, &rule)], json!({}), "1300 / 0 / 0");
}

#[test]
fn the_sure_sum_is_counted_before_the_one_that_may_be_greater() {
    let wide = grant("100 * staff");
    let staff = json!({ "staff": { "min": 0, "max": 10 } });
    check(&[("a", "", &wide), ("b", EXCLUDES_A, &grant("500"))], staff, "500 / 0 / 500");
}

#[test]
fn a_greater_sum_that_is_only_possible_is_told_as_what_it_would_add() {
    let (sure, larger, smaller) = (grant("1000"), if_here("5000"), if_here("600"));
    check(&[("a", "", &sure), ("b", EXCLUDES_A, &larger)], json!({}), "1000 / 0 / 4000");
    check(&[("a", "", &sure), ("b", EXCLUDES_A, &smaller)], json!({}), "1000 / 0 / 0");
    // For both of them one gives up the thousand, and that only once.
    let both = [("a", "", sure.as_str()), ("b", EXCLUDES_A, &smaller), ("c", EXCLUDES_A, &larger)];
    check(&both, json!({}), "1000 / 0 / 4600");
}

#[test]
fn whoever_may_serve_one_of_two_is_counted_for_the_one_that_brings_more() {
    let each = |sum: &str| {
        format!(
            "for_each = \"hires\"\neach = [{{ id = \"g\", cite = \"who\", zh = \"毕业\", en = \"Graduate\", test = \"graduate\" }}]\n\
             amount = [{{ id = \"a\", kind = \"grant\", each_value = \"{sum}\" }}]\n"
        )
    };
    let by_person = "excludes = [{ policy = \"a\", each = \"hires\" }]";
    let hires = json!({ "hires": [{ "id": "x", "n": 2, "graduate": true }] });
    check(&[("a", "", &each("1500")), ("b", by_person, &each("2000"))], hires, "4000 / 0 / 0");
}
