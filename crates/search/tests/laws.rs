//! What always holds, whatever is typed and whatever the texts are: the fuzz target of the query path.
//!
//! `PROPTEST_CASES=1000000 cargo test -p search --test laws` tries as many texts as one has time for; what fails is kept
//! beside this file and tried first ever after.

mod support;

use std::{collections::BTreeSet, sync::LazyLock};

use proptest::prelude::*;
use search::{AnchorAt, Entry, Filters, Hits, Index, Kind, Lang, Meanings, Passage, Query, Synonym};
use support::{THINGS, index, meanings, query, read};

static INDEX: LazyLock<Index> = LazyLock::new(index);
static MEANINGS: LazyLock<Meanings> = LazyLock::new(|| meanings(&INDEX));

fn typed() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[创业补贴貸款担保a-z ，。A-Z]{0,30}",
        "(创业|補貼|loan|lo|chuangye|daik|８|,|'|\u{301}|İ|ﬁ|\u{1f600}|\u{20000}| ){0,12}",
    ]
}

proptest! {
    #[test]
    fn any_text_can_be_typed(text in typed(), limit in 0_usize..20) {
        let hits = INDEX.search(&Query { limit, ..query(&text) });
        prop_assert!(hits.hits.len() <= limit && hits.hits.len() <= hits.total);
        assert_marks_fit(&hits);
    }

    #[test]
    fn any_text_can_be_indexed_and_found_marked(text in typed(), more in typed(), typed in typed()) {
        let mut entry = Entry::new(Kind::Policy, "any");
        entry.titles = vec![more.clone()];
        entry.questions = vec![more.clone()];
        let anchors = vec![AnchorAt { at: 0, anchor: "a".into() }];
        entry.passages = vec![Passage { lang: Lang::of(&text), heading: more.clone(), text: text.repeat(20), anchors }];
        let index = Index::build(vec![entry], &[Synonym { said: vec![more.clone()], meant: text.clone() }]);
        for typed in [&typed, &text, &more] {
            assert_marks_fit(&index.search(&query(typed)));
        }
    }

    #[test]
    fn as_many_are_found_behind_a_filter_as_its_facet_promises(text in typed(), meant in 0_usize..4) {
        let asked = (meant < THINGS.len()).then(|| read(THINGS[meant][0]));
        let ask = |query: &Query| match &asked {
            Some(asked) => INDEX.search_meaning(query, &MEANINGS, asked),
            None => INDEX.search(query),
        };
        for (facet, counts) in &ask(&query(&text)).facets {
            for (value, count) in counts {
                let filters = Filters::from([(*facet, BTreeSet::from([value.clone()]))]);
                prop_assert_eq!(ask(&Query { filters, ..query(&text) }).total, *count, "{:?} {}", facet, value);
            }
        }
    }

    #[test]
    fn the_same_question_has_the_same_answer(text in typed()) {
        prop_assert_eq!(INDEX.search(&query(&text)), INDEX.search(&query(&text)));
    }
}

#[test]
fn a_long_match_told_after_a_short_one_is_one_mark() {
    let mut entry = Entry::new(Kind::Policy, "any");
    entry.titles = vec!["保".to_owned()];
    let anchors = vec![AnchorAt { at: 0, anchor: "a".into() }];
    let text = "担保".repeat(20);
    entry.passages = vec![Passage { lang: Lang::of(&text), heading: "保".to_owned(), text, anchors }];
    let meant = Synonym { said: vec!["保".to_owned()], meant: "担保".to_owned() };
    assert_marks_fit(&Index::build(vec![entry], &[meant]).search(&query("保")));
}

/// Marks are within the text, in order, apart, and not empty.
#[track_caller]
fn assert_marks_fit(hits: &Hits) {
    for hit in &hits.hits {
        let n_chars = hit.snippet.text.chars().count();
        assert!(n_chars <= 250, "{n_chars} characters");
        let mut end = 0;
        for (at, mark) in hit.snippet.marks.iter().enumerate() {
            assert!(mark.start < mark.end && mark.end <= n_chars, "{:?}", hit.snippet);
            assert!(at == 0 || end < mark.start, "{:?}", hit.snippet);
            end = mark.end;
        }
        assert!(!hit.snippet.text.contains('\n'));
    }
}
