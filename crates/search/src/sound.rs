//! How Chinese sounds: pinyin without tones, for words typed in pinyin and characters mistaken for their likes.
//!
//! What is compared is the sound of two neighbouring characters, written together (`chuangye`); one alone
//! has far too many likes. A character that has several readings has its first one.

use std::{collections::BTreeSet, sync::LazyLock};

use pinyin::ToPinyin;

use crate::fold::is_han;

/// The sound of a pair of Chinese characters.
pub(crate) fn of_pair(pair: &str) -> Option<String> {
    let mut sound = String::new();
    push_pair(&mut sound, pair).then_some(sound)
}

/// Adds it to a text, if it has one.
pub(crate) fn push_pair(text: &mut String, pair: &str) -> bool {
    let end = text.len();
    for char in pair.chars() {
        let Some(syllable) = syllable(char) else {
            text.truncate(end);
            return false;
        };
        text.push_str(syllable);
    }
    true
}

/// The sounds of neighbouring syllables that words written in pinyin stand for.
///
/// None where some word is no pinyin, or where all are but one syllable. The last syllable may lack its end
/// if the last word is `unfinished`; it is then left out.
pub(crate) fn of_pinyin(words: &[&str], unfinished: bool) -> Option<Vec<String>> {
    let mut syllables = Vec::new();
    for (at, word) in words.iter().enumerate() {
        syllables.extend(split(word, unfinished && at + 1 == words.len())?);
    }
    (2 <= syllables.len()).then(|| syllables.windows(2).map(|it| it.concat()).collect())
}

/// Whether a word can be pinyin at all.
pub(crate) fn is_pinyin(word: &str, unfinished: bool) -> bool {
    split(word, unfinished).is_some()
}

fn syllable(char: char) -> Option<&'static str> {
    // Typed as v, where it is written as a letter that keyboards lack.
    Some(match char.to_pinyin()?.plain() {
        "lü" => "lv",
        "nü" => "nv",
        "lüe" => "lve",
        "nüe" => "nve",
        plain => plain,
    })
}

/// Splits a word into as few syllables as possible.
fn split(word: &str, unfinished: bool) -> Option<Vec<&str>> {
    const LONGEST: usize = 6;
    if !word.bytes().all(|it| it.is_ascii_lowercase()) {
        return None;
    }
    // best[n]: the fewest syllables that the first n letters are made of, and where the last one begins.
    let mut best: Vec<Option<(usize, usize)>> = vec![None; word.len() + 1];
    best[0] = Some((0, 0));
    for end in 1..=word.len() {
        let starts = (end.saturating_sub(LONGEST)..end).filter(|it| SYLLABLES.contains(&word[*it..end]));
        best[end] = starts.filter_map(|start| Some((best[start]?.0 + 1, start))).min();
    }
    let is_begun = |rest: &str| SYLLABLES.range(rest..).next().is_some_and(|it| it.starts_with(rest));
    let mut end = word.len();
    if best[end].is_none() && unfinished {
        end = (1..end).rev().find(|it| best[*it].is_some() && is_begun(&word[*it..]))?;
    }
    let mut syllables = Vec::new();
    while 0 < end {
        let (_, start) = best[end]?;
        syllables.push(&word[start..end]);
        end = start;
    }
    syllables.reverse();
    Some(syllables)
}

/// All there are, from the characters themselves.
static SYLLABLES: LazyLock<BTreeSet<&'static str>> = LazyLock::new(|| {
    let all = ('\u{4e00}'..='\u{9fff}').filter(|it| is_han(*it)).filter_map(syllable);
    all.filter(|it| it.is_ascii()).collect()
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pinyin_is_heard_however_it_is_spaced() {
        for words in [&["chuangye", "daikuan"][..], &["chuangyedaikuan"], &["chuang", "ye", "dai", "kuan"]] {
            let sounds = of_pinyin(words, false).unwrap();
            assert_eq!(sounds, ["chuangye", "yedai", "daikuan"]);
        }
        assert_eq!(of_pinyin(&["chuangye", "daik"], true).unwrap(), ["chuangye", "yedai"]);
        for words in [&["daik"][..], &["rent"], &["chuang"], &["grant", "daikuan"], &["创业"], &[]] {
            assert_eq!(of_pinyin(words, false), None, "{words:?}");
        }
        assert_eq!(of_pair("创业").as_deref(), Some("chuangye"));
        assert_eq!(of_pair("女律").as_deref(), Some("nvlv"));
        assert!((380..450).contains(&SYLLABLES.len()), "{}", SYLLABLES.len());
    }
}
