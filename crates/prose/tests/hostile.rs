//! Whatever is written in a text, nothing in the page acts.

mod page;

use page::{Page, assert_inert};
use proptest::prelude::*;
use prose::{Document, ID_PREFIX};

/// One attempt a line; `\n` stands for the end of a line, `\t` for a tab, `\u0001` for a control character.
const ATTEMPTS: &str = include_str!("texts/hostile.txt");

#[test]
fn no_attempt_yields_anything_that_acts() {
    let mut n_attempts = 0;
    for attempt in ATTEMPTS.lines().filter(|it| !it.is_empty()) {
        let markdown = spelled_out(attempt);
        let (document, _) = Document::parse(&markdown);
        assert_inert(document.html(), &markdown);
        n_attempts += 1;
    }
    assert!(40 <= n_attempts, "{n_attempts} attempts");
}

#[test]
fn attempts_keep_their_acts_to_themselves_inside_a_clause_too() {
    for attempt in ATTEMPTS.lines().filter(|it| !it.is_empty()) {
        let inline = spelled_out(attempt).replace('\n', " ");
        for markdown in [
            format!("## {inline} {{#a}}"),
            format!("- {inline} {{#b}}\n  - {inline}"),
            format!("> 1. **{inline}**"),
            format!("| a | b |\n|---|---|\n| {inline} | {inline} |"),
            format!("[{inline}](https://example.org)"),
            format!("[x]({inline})"),
            format!("![{inline}]({inline})"),
        ] {
            let (document, _) = Document::parse(&markdown);
            assert_inert(document.html(), &markdown);
        }
    }
}

#[test]
fn depth_and_length_do_no_harm() {
    for unit in ["> ", "- ", "*", "[", "<b>", "![", "`", "# ", "|"] {
        let (document, _) = Document::parse(&unit.repeat(3_000));
        assert_inert(document.html(), unit);
    }
}

fn spelled_out(attempt: &str) -> String {
    attempt.replace("\\n", "\n").replace("\\t", "\t").replace("\\u0001", "\u{1}")
}

fn markdown() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("\n"),
        Just("\n\n"),
        Just("## "),
        Just("- "),
        Just("1. "),
        Just("> "),
        Just("    "),
        Just("*"),
        Just("**"),
        Just("`"),
        Just("{#a}"),
        Just("{#b-1}"),
        Just("{#c"),
        Just(" {#a}\n"),
        Just("<b id=\"clause-a\">"),
        Just("<!--"),
        Just("-->"),
        Just("<script>"),
        Just("[a](#a)"),
        Just("[b](#b-1 \"t\")"),
        Just("[c](https://e.org/{#a})"),
        Just("![d](x)"),
        Just("|"),
        Just("---"),
        Just("\\"),
        Just("&lt;"),
        Just("&#123;#a}"),
        Just("补贴"),
        Just("id=\"clause-a\""),
        Just(" ")
    ];
    let any = prop_oneof![4 => piece.prop_map(str::to_owned), 1 => any::<String>()];
    prop::collection::vec(any, 0..40).prop_map(|it| it.concat())
}

proptest! {
    #[test]
    fn any_characters_can_be_read(text in any::<String>()) {
        let (document, _) = Document::parse(&text);
        assert_inert(document.html(), &text);
        document.passages();
    }

    #[test]
    fn every_anchor_is_the_id_of_one_element(text in markdown()) {
        let (document, remarks) = Document::parse(&text);
        assert_inert(document.html(), &text);
        let page = Page::read(document.html());
        let mut ids: Vec<_> = page.attributes("id").collect();
        let mut anchors: Vec<_> =
            document.clauses().iter().filter_map(|it| it.anchor.as_ref()).map(|it| format!("{ID_PREFIX}{it}")).collect();
        ids.sort_unstable();
        anchors.sort_unstable();
        prop_assert_eq!(&ids, &anchors, "{}", document.html());
        anchors.dedup();
        prop_assert_eq!(ids.len(), anchors.len());
        for remark in remarks {
            prop_assert!(text.get(remark.span).is_some());
        }
        for clause in document.clauses() {
            prop_assert!(text.get(clause.span.clone()).is_some());
        }
    }

    #[test]
    fn passages_keep_the_words_and_the_limit(text in markdown()) {
        let (document, _) = Document::parse(&text);
        let passages = document.passages();
        let bare = |it: &str| it.split_whitespace().collect::<String>();
        let words: String = document.clauses().iter().map(|it| bare(&it.text)).collect();
        let again: String = passages.iter().map(|it| bare(&it.text)).collect();
        prop_assert_eq!(words, again);
        for passage in passages {
            prop_assert!(passage.text.chars().count() <= 800);
            for anchor in &passage.anchors {
                prop_assert!(document.clause(&anchor.anchor).is_some());
                prop_assert!(passage.text.is_char_boundary(anchor.at));
            }
        }
    }
}
