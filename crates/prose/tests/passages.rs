//! The text in pieces for search.

use prose::{Document, Passage};

#[test]
fn small_sections_are_put_together_and_keep_their_anchors() {
    let passages = passages(include_str!("texts/first-time-founder-grant.zh.md"));
    let sizes: Vec<_> = passages.iter().map(|it| it.text.chars().count()).collect();
    assert!(sizes.iter().all(|it| (150..=400).contains(it)), "{sizes:?}");
    let passage = &passages[0];
    assert_eq!(passage.heading, "这是什么");
    let place = |words: &str| passage.anchor_at(passage.text.find(words).unwrap());
    assert_eq!(place("第一次在上海"), Some("what"));
    assert_eq!(place("学信网"), Some("graduate"));
    assert_eq!(place("就业困难"), Some("hard-to-employ"));
}

#[test]
fn a_long_section_is_cut_between_clauses() {
    let sentence = "补贴按月计算。".repeat(20);
    let text =
        format!("## 多少 {{#amount}}\n{sentence} {{#first}}\n\n{sentence}\n\n{sentence}\n\n{sentence}");
    let passages = passages(&text);
    let sizes: Vec<_> = passages.iter().map(|it| it.text.chars().count()).collect();
    assert_eq!(sizes, [284, 281]);
    assert!(passages.iter().all(|it| it.heading == "多少"));
    assert_eq!(passages[1].anchor_at(0), Some("amount"));
}

#[test]
fn a_long_clause_is_cut_at_the_end_of_a_sentence() {
    let passages = passages(&"第一句话说的是条件。".repeat(200));
    assert!(1 < passages.len());
    for passage in passages {
        assert!(passage.text.chars().count() <= 800);
        assert!(passage.text.ends_with('。'));
    }
}

#[test]
fn words_without_any_sentence_are_cut_all_the_same() {
    let passages = passages(&"字".repeat(5_000));
    assert_eq!(passages.iter().map(|it| it.text.chars().count()).sum::<usize>(), 5_000);
    assert!(passages.iter().all(|it| it.text.chars().count() <= 800));
}

fn passages(markdown: &str) -> Vec<Passage> {
    Document::parse(markdown).0.passages()
}
