//! Cutting text into what is compared: Chinese as single characters and overlapping pairs, all else as words.
//!
//! Needs no dictionary, and ranks better than segmentation with one on lay questions. Words are not stemmed
//! here: the vocabulary wants them as they are written.

use std::ops::Range;

use crate::fold::{Glyph, fold, is_han};

/// A text cut up.
#[derive(Debug, Default)]
pub(crate) struct Tokens {
    /// All terms in a row; a million small strings would take longer to allocate than to compare.
    terms: String,
    places: Vec<Place>,
}

/// Small, because a corpus has millions of them for a moment; no text comes near what a `u32` can count.
#[derive(Debug)]
struct Place {
    sort: Sort,
    term: Range<u32>,
    at: Range<u32>,
}

/// One thing that is compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Token<'a> {
    pub(crate) sort: Sort,
    /// As compared: folded.
    pub(crate) term: &'a str,
    /// Its bytes in the text.
    pub(crate) at: Range<usize>,
}

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sort {
    /// A Chinese character.
    Char,
    /// Two Chinese characters side by side.
    Pair,
    /// A word or a number in letters.
    Word,
}

impl Tokens {
    /// In the order of the text, a pair after its second character.
    pub(crate) fn iter(&self) -> impl DoubleEndedIterator<Item = Token<'_>> {
        let places = self.places.iter();
        places.map(|it| Token {
            sort: it.sort,
            term: &self.terms[it.term.start as usize..it.term.end as usize],
            at: it.at.start as usize..it.at.end as usize,
        })
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    fn push(&mut self, sort: Sort, glyphs: &[Glyph]) {
        let (Some(first), Some(last)) = (glyphs.first(), glyphs.last()) else { return };
        let start = self.terms.len();
        for glyph in glyphs {
            // A comma in a word is one between thousands.
            if glyph.char != ',' {
                self.terms.push(glyph.char);
            }
        }
        let term = start as u32..self.terms.len() as u32;
        self.places.push(Place { sort, term, at: first.start..last.end });
    }
}

/// Cuts a text.
pub(crate) fn cut(text: &str) -> Tokens {
    let glyphs = fold(text);
    // A Chinese character makes two tokens, itself and a pair: three characters.
    let mut tokens =
        Tokens { terms: String::with_capacity(3 * text.len()), places: Vec::with_capacity(2 * glyphs.len()) };
    let mut at = 0;
    while let Some(glyph) = glyphs.get(at) {
        if is_han(glyph.char) {
            tokens.push(Sort::Char, &glyphs[at..=at]);
            if 0 < at && is_han(glyphs[at - 1].char) {
                tokens.push(Sort::Pair, &glyphs[at - 1..=at]);
            }
            at += 1;
        } else if glyph.char.is_alphanumeric() {
            let len = word_len(&glyphs[at..]);
            tokens.push(Sort::Word, &glyphs[at..at + len]);
            at += len;
        } else {
            at += 1;
        }
    }
    tokens
}

/// How many characters the word takes that begins here.
fn word_len(glyphs: &[Glyph]) -> usize {
    let is_in_word = |at: usize| match glyphs[at].char {
        '\'' => glyphs.get(at + 1).is_some_and(|it| it.char.is_alphabetic() && !is_han(it.char)),
        ',' => is_thousands_comma(glyphs, at),
        char => char.is_alphanumeric() && !is_han(char) || is_combining(char),
    };
    (1..glyphs.len()).find(|at| !is_in_word(*at)).unwrap_or(glyphs.len())
}

/// So that `8,000` is found by `8000`.
fn is_thousands_comma(glyphs: &[Glyph], at: usize) -> bool {
    let is_digit = |at: usize| glyphs.get(at).is_some_and(|it| it.char.is_ascii_digit());
    is_digit(at - 1) && (at + 1..at + 4).all(is_digit) && !is_digit(at + 4)
}

/// Accents written after their letter.
fn is_combining(char: char) -> bool {
    matches!(char, '\u{300}'..='\u{36f}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn chinese_is_characters_and_pairs_all_else_is_words() {
        for (text, terms) in [
            ("创业贷款", "创 业 创业 贷 业贷 款 贷款"),
            ("補貼８，０００元", "补 贴 补贴 8000 元"),
            ("First-time founder’s grant", "first time founder's grant"),
            ("A股 5G 2023,2024 1,000,000", "a 股 5g 2023 2024 1000000"),
            ("创、业", "创 业"),
            ("'quoted' ，。", "quoted"),
        ] {
            let tokens = cut(text);
            let cut: Vec<_> = tokens.iter().map(|it| it.term).collect();
            assert_eq!(cut.join(" "), terms);
        }
    }

    proptest! {
        #[test]
        fn every_term_is_what_its_place_says(text in "[\\PC\u{4e00}-\u{4eff}創業A，,' 0-9\u{ff10}-\u{ff5a}]{0,60}") {
            let mut end = 0;
            for token in cut(&text).iter() {
                let written = text.get(token.at.clone());
                prop_assert!(written.is_some(), "{token:?} splits a character");
                prop_assert!(end <= token.at.end, "{token:?} goes back");
                prop_assert!(!token.term.chars().any(char::is_whitespace));
                end = token.at.end;
                // Cut by itself it is the same; single characters may be simplified otherwise without neighbours.
                if token.sort == Sort::Word {
                    let again = cut(written.unwrap_or_default());
                    prop_assert!(again.iter().any(|it| it.term == token.term), "{token:?} {again:?}");
                }
            }
        }

        #[test]
        fn no_chinese_character_is_lost(text in "[\u{4e00}-\u{9fff}a-z ]{0,60}") {
            let tokens = cut(&text);
            let places = tokens.iter().filter(|it| it.sort == Sort::Char).map(|it| it.at.start);
            let written = text.char_indices().filter(|(_, char)| is_han(*char)).map(|(at, _)| at);
            prop_assert!(places.eq(written));
        }
    }
}
