//! The sentence that says it, with what was looked for marked.

use std::{
    collections::{BTreeMap, HashMap},
    ops::Range,
};

use crate::{
    cut::{Sort, Token, cut},
    fold::is_han,
    sound,
    words::stem,
};

/// What is shown of a sentence or two, in halves of a Chinese character: about two lines.
const WIDEST: usize = 240;
/// What is shown before the first mark where the begin had to be cut.
const LEAD: usize = 40;

/// A sentence or two of a passage.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Snippet {
    /// Plain text of one line; `…` where it was cut within a sentence.
    pub text: String,
    /// What was looked for, as ranges of characters (not bytes) of `text`, in order, without overlap.
    pub marks: Vec<Range<usize>>,
}

/// What is marked, and how much it tells.
#[derive(Debug, Default)]
pub(crate) struct Needles {
    /// Stems, pairs, and a single character where it is all that was asked.
    pub(crate) terms: HashMap<String, f32>,
    /// Sounds of pairs.
    pub(crate) sounds: HashMap<String, f32>,
}

/// The sentence of a text that tells most, and the place in the text, in bytes, that it is about.
pub(crate) fn snippet(text: &str, needles: &Needles) -> (Snippet, usize) {
    let matches = matches(text, needles);
    let window = window(text, &matches);
    let inside = |it: &&Match| window.start <= it.at.start && it.at.end <= window.end;
    let marks = merged(matches.iter().filter(inside).map(|it| it.at.clone()));
    let place = marks.first().map_or(window.start, |it| it.start);
    (shown(text, window, &marks), place)
}

struct Match {
    at: Range<usize>,
    term: String,
    weight: f32,
}

fn matches(text: &str, needles: &Needles) -> Vec<Match> {
    if needles.terms.is_empty() && needles.sounds.is_empty() {
        return Vec::new();
    }
    let tokens = cut(text);
    tokens.iter().filter_map(|it| matched(&it, needles)).collect()
}

fn matched(token: &Token<'_>, needles: &Needles) -> Option<Match> {
    let term = match token.sort {
        Sort::Char | Sort::Pair => token.term.to_owned(),
        Sort::Word => stem(token.term),
    };
    let weight = needles.terms.get(&term).copied().or_else(|| {
        let heard = token.sort == Sort::Pair && !needles.sounds.is_empty();
        heard.then(|| sound::of_pair(token.term)).flatten().and_then(|it| needles.sounds.get(&it).copied())
    });
    weight.map(|weight| Match { at: token.at.clone(), term, weight })
}

/// One sentence, or two neighbours where the two tell more than either, cut to what can be shown.
fn window(text: &str, matches: &[Match]) -> Range<usize> {
    let sentences = sentences(text);
    let pairs = sentences.windows(2).map(|it| it[0].start..it[1].end);
    let pairs = pairs.filter(|it| width(&text[it.clone()]) <= WIDEST);
    let mut best = 0..0;
    let mut most = -1.0;
    for window in sentences.iter().cloned().chain(pairs) {
        let worth = worth(&window, matches);
        if most < worth {
            (best, most) = (window, worth);
        }
    }
    let first = matches.iter().map(|it| it.at.start).find(|it| best.contains(it));
    fitted(text, best, first)
}

/// The sum of what the different terms in it tell.
fn worth(window: &Range<usize>, matches: &[Match]) -> f32 {
    let inside = matches.iter().filter(|it| window.start <= it.at.start && it.at.end <= window.end);
    inside.map(|it| (it.term.as_str(), it.weight)).collect::<BTreeMap<_, _>>().into_values().sum()
}

fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, char)) = chars.next() {
        let next = chars.peek().map(|(_, next)| *next);
        if ends_sentence(char, next) {
            sentences.push(start..at + char.len_utf8());
            start = at + char.len_utf8();
        }
    }
    sentences.push(start..text.len());
    let trimmed = sentences.into_iter().map(|it| {
        let words = &text[it.clone()];
        let start = it.start + words.len() - words.trim_start().len();
        start..start + words.trim().len()
    });
    trimmed.filter(|it| !it.is_empty()).collect()
}

fn ends_sentence(char: char, next: Option<char>) -> bool {
    match char {
        '\n' => true,
        // A closing mark still belongs to the sentence.
        '。' | '！' | '？' | '；' | '”' | '」' | '）' if next.is_some_and(|it| "”」）".contains(it)) => {
            false
        }
        '。' | '！' | '？' | '；' => true,
        '.' | '!' | '?' | ';' => next.is_none_or(char::is_whitespace),
        _ => false,
    }
}

/// Cuts a window that is too wide, keeping its first match in sight.
fn fitted(text: &str, window: Range<usize>, first_match: Option<usize>) -> Range<usize> {
    let words = &text[window.clone()];
    if width(words) <= WIDEST {
        return window;
    }
    let begins = words.char_indices().map(|(at, _)| window.start + at);
    let reaches = |start: usize| first_match.is_none_or(|first| width(&text[start..first]) <= LEAD);
    let start = if first_match.is_none_or(|first| width(&text[window.start..first]) <= WIDEST / 2) {
        window.start
    } else {
        begins.clone().find(|it| reaches(*it)).unwrap_or(window.start)
    };
    let mut left = WIDEST;
    let mut end = start;
    for char in text[start..window.end].chars() {
        let Some(rest) = left.checked_sub(width_of(char)) else { break };
        left = rest;
        end += char.len_utf8();
    }
    start..end
}

fn width(text: &str) -> usize {
    text.chars().map(width_of).sum()
}

fn width_of(char: char) -> usize {
    if is_han(char) || matches!(char, '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ffef}') { 2 } else { 1 }
}

/// Matches that touch become one mark.
fn merged(matches: impl Iterator<Item = Range<usize>>) -> Vec<Range<usize>> {
    let mut marks: Vec<Range<usize>> = Vec::new();
    for found in matches {
        match marks.last_mut().filter(|it| found.start <= it.end) {
            Some(last) => {
                last.start = last.start.min(found.start);
                last.end = last.end.max(found.end);
            }
            None => marks.push(found),
        }
    }
    marks
}

fn shown(text: &str, window: Range<usize>, marks: &[Range<usize>]) -> Snippet {
    let is_within = |at: usize| {
        let edge =
            |it: Option<char>| it.is_some_and(|it| !it.is_whitespace() && !ends_sentence(it, Some(' ')));
        0 < at && at < text.len() && edge(text[..at].chars().next_back())
    };
    let mut shown = String::new();
    if is_within(window.start) {
        shown.push('…');
    }
    let mut n_chars = shown.chars().count();
    let mut places = BTreeMap::new();
    for (at, char) in text[window.clone()].char_indices() {
        places.insert(window.start + at, n_chars);
        shown.push(if char.is_whitespace() { ' ' } else { char });
        n_chars += 1;
    }
    places.insert(window.end, n_chars);
    if is_within(window.end) {
        shown.push('…');
    }
    let marks = marks.iter().map(|it| places[&it.start]..places[&it.end]);
    Snippet { marks: marks.collect(), text: shown }
}
