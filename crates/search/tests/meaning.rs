//! What is meant is found too, and nothing is lost by it.

mod support;

use std::collections::BTreeSet;

use search::Facet;
use support::{index, meanings, query, read};

/// The ids found for a text that means what another says.
fn found(typed: &str, meant: &str) -> Vec<String> {
    let index = index();
    let hits = index.search_meaning(&query(typed), &meanings(&index), &read(meant)).hits;
    hits.into_iter().map(|it| it.id).collect()
}

#[test]
fn what_is_meant_is_found_without_a_word_in_common() {
    assert!(index().search(&query("xyzzy")).hits.is_empty());
    for (meant, wanted) in [("loan", "loan"), ("租金", "rent-relief"), ("intern", "internship-base")] {
        assert_eq!(found("xyzzy", meant).first().map(String::as_str), Some(wanted), "{meant}");
    }
}

#[test]
fn what_is_far_from_it_is_not() {
    assert!(!found("xyzzy", "loan").contains(&"internship-base".to_owned()));
}

#[test]
fn who_bears_a_typed_name_stays_first() {
    assert_eq!(found("创业担保贷款", "租金")[0], "loan");
    assert_eq!(found("talent apart", "loan")[0], "talent-housing");
}

#[test]
fn filters_hold_for_what_is_meant() {
    let index = index();
    let mut query = query("xyzzy");
    query.filters.insert(Facet::Kind, BTreeSet::from(["directory".to_owned()]));
    let found = index.search_meaning(&query, &meanings(&index), &read("loan"));
    assert!(found.hits.iter().all(|it| it.kind.as_str() == "directory"), "{:#?}", found.hits);
}

#[test]
fn words_are_understood_as_they_are_meant_and_sounds_are_not() {
    let index = index();
    for (typed, understood) in [
        ("創業擔保貸款", Some("创业担保贷款")),
        ("ＬＯＡＮ", Some("loan")),
        ("guaranted lone", Some("guaranted lone")),
        ("danbao daikuan", None),
        ("danbao 贷款", Some("danbao 贷款")),
        ("？！", None),
        ("", None),
    ] {
        assert_eq!(index.understood(typed).as_deref(), understood, "{typed}");
    }
}
