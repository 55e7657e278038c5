//! Founders find what they mean, however they write it.

mod support;

use std::collections::BTreeSet;

use expect_test::{Expect, expect};
use search::{Facet, Filters, Lang, Query};
use support::{index, query};

#[test]
fn founders_find_it_in_their_own_words() {
    let index = index();
    for (typed, wanted) in [
        ("第一次开公司有什么补贴", "founder-grant"),
        ("办公室租金太贵", "rent-relief"),
        ("租房", "rent-relief"),
        ("没有抵押怎么借钱", "loan"),
        ("我刚招了两个应届生能拿什么钱", "hiring-subsidy"),
        ("带实习生", "internship-base"),
        ("公司缴多少所得税", "tax-relief"),
        ("money for my first company", "founder-grant"),
        ("subsidy for renting my first office", "rent-relief"),
        ("borrow money without collateral", "loan"),
        ("hire graduates", "hiring-subsidy"),
        ("can I get support for interns", "internship-base"),
        ("how much tax do small firms pay", "tax-relief"),
        ("8000", "founder-grant"),
        // Traditional, full-width, pinyin, same sound, misspelt, not finished.
        ("創業擔保貸款", "loan"),
        ("招用畢業生", "hiring-subsidy"),
        ("ＩＮＴＥＲＮＳＨＩＰ　ｂａｓｅ", "internship-base"),
        ("danbao daikuan", "loan"),
        ("danbaodaikuan", "loan"),
        ("jianxi jid", "internship-base"),
        ("担保待款", "loan"),
        ("guaranted lone", "loan"),
        ("colateral", "loan"),
        ("apartm", "talent-housing"),
        ("mentor", "internship-base"),
        // Not policies.
        ("湖畔", "lakeside-park"),
        ("免费工位", "lakeside-park"),
        ("公司哪天登记的", "registered_on"),
        ("how do I read the verdict", "verdicts"),
    ] {
        let hits = index.search(&query(typed)).hits;
        assert_eq!(hits.first().map(|it| it.id.as_str()), Some(wanted), "{typed}: {hits:#?}");
    }
}

#[test]
fn a_name_finds_what_bears_it() {
    let index = index();
    let all = index.search(&Query { limit: usize::MAX, ..query("") }).hits;
    assert_eq!(all.len(), 11);
    for lang in [Lang::Zh, Lang::En] {
        for named in index.search(&Query { limit: usize::MAX, lang, ..query("") }).hits {
            let first = index.search(&query(&named.title)).hits.remove(0);
            assert_eq!(first.id, named.id, "{}", named.title);
        }
    }
    for (typed, wanted) in [
        ("启航贷", "loan"),
        ("启航贷怎么申请", "loan"),
        ("吸纳就业补贴", "hiring-subsidy"),
        ("talent apart", "talent-housing"),
        ("請問一次性吸納就業補貼", "hiring-subsidy"),
    ] {
        assert_eq!(index.search(&query(typed)).hits[0].id, wanted, "{typed}");
    }
}

#[test]
fn a_hit_shows_the_sentence_and_its_clause() {
    check(
        "就业困难人员",
        expect![[r#"
            founder-grant#more: 离校两年以内的毕业生或者[就业困难人员]。
        "#]],
    );
    check(
        "個人最高多少",
        expect![[r#"
            loan#more: [个人最高]三十万元，企业[最高]三百万元。
        "#]],
    );
    check(
        "mentoring trainees",
        expect![[r#"
        internship-base#what: Bases that take young [trainees] are paid for [mentoring] by [trainee] and month.
    "#]],
    );
    check(
        "danbao daikuan",
        expect![[r#"
        loan#what: 创业[担保贷款]由[担保]基金[担保]，无需抵押，[贷款]利息按规定贴息。
    "#]],
    );
    check(
        "grnat for founders",
        expect![[r#"
        searched for grant for founders instead
        founder-grant#what: A first company, a year in business with social insurance paid: one [grant] of CNY 8,000.
    "#]],
    );
    check(
        "免",
        expect![[r#"
        lakeside-park#: [免]费工位和创业导师，欢迎初创团队入驻。
    "#]],
    );
    check("xyzzy", expect![[r#""#]]);
}

#[test]
fn filters_narrow_and_facets_count() {
    let index = index();
    let mut query = Query { limit: 0, ..query("补贴") };
    let found = |query: &Query| {
        let hits = index.search(query);
        format!("{} {:?} {:?}", hits.total, hits.facets[&Facet::Level], hits.facets[&Facet::Family])
    };
    assert_eq!(found(&query), r#"7 {"city": 4, "district": 3} {"finance": 1, "hiring": 2, "startup": 2}"#);
    query.filters.insert(Facet::Level, BTreeSet::from(["city".to_owned()]));
    assert_eq!(found(&query), r#"4 {"city": 4, "district": 3} {"finance": 1, "hiring": 1, "startup": 1}"#);
    query.filters.insert(Facet::Family, BTreeSet::from(["hiring".to_owned()]));
    assert_eq!(found(&query), r#"1 {"city": 1, "district": 1} {"finance": 1, "hiring": 1, "startup": 1}"#);
    query.filters = Filters::from([(Facet::Status, BTreeSet::from(["none such".to_owned()]))]);
    assert_eq!(found(&query), "0 {} {}");
}

#[test]
fn a_filter_holds_for_names_too() {
    let mut query = query("湖畔创业园");
    query.filters.insert(Facet::Kind, BTreeSet::from(["policy".to_owned()]));
    assert!(index().search(&query).hits.iter().all(|it| it.id != "lakeside-park"));
}

/// The first hit as a reader sees it.
#[track_caller]
fn check(typed: &str, expect: Expect) {
    let hits = index().search(&query(typed));
    let mut shown = hits.corrected.map(|it| format!("searched for {it} instead\n")).unwrap_or_default();
    if let Some(hit) = hits.hits.first() {
        let mut text = String::new();
        for (at, char) in hit.snippet.text.chars().enumerate() {
            if hit.snippet.marks.iter().any(|it| it.start == at) {
                text.push('[');
            }
            text.push(char);
            if hit.snippet.marks.iter().any(|it| it.end == at + 1) {
                text.push(']');
            }
        }
        shown += &format!("{}#{}: {text}\n", hit.id, hit.anchor.as_deref().unwrap_or_default());
    }
    expect.assert_eq(&shown);
}
