//! The sentence that says it, with what was looked for marked.

use std::{collections::HashMap, ops::Range};

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
    terms: HashMap<String, Needle>,
    /// Sounds of pairs.
    sounds: HashMap<String, Needle>,
    /// A bit for what some term begins with: most of a text need not be stemmed or looked up to see that it is
    /// no needle.
    initials: u64,
}

#[derive(Debug, Clone, Copy)]
struct Needle {
    number: usize,
    weight: f32,
}

impl Needles {
    /// Adds a term, unless it is there.
    pub(crate) fn add_term(&mut self, term: &str, weight: f32) {
        let number = self.len();
        self.initials |= initial(term);
        self.terms.entry(term.to_owned()).or_insert(Needle { number, weight });
    }

    /// Adds the sound of a pair, unless it is there.
    pub(crate) fn add_sound(&mut self, sound: &str, weight: f32) {
        let number = self.len();
        self.sounds.entry(sound.to_owned()).or_insert(Needle { number, weight });
    }

    fn len(&self) -> usize {
        self.terms.len() + self.sounds.len()
    }

    fn find(&self, token: &Token<'_>) -> Option<Needle> {
        let written = match token.sort {
            _ if self.initials & initial(token.term) == 0 => None,
            Sort::Char | Sort::Pair => self.terms.get(token.term),
            Sort::Word => self.terms.get(&stem(token.term)),
        };
        written.copied().or_else(|| self.heard(token))
    }

    fn heard(&self, token: &Token<'_>) -> Option<Needle> {
        if self.sounds.is_empty() || token.sort != Sort::Pair {
            return None;
        }
        self.sounds.get(&sound::of_pair(token.term)?).copied()
    }
}

/// The bit of a term's first character, which it shares with others.
fn initial(term: &str) -> u64 {
    term.chars().next().map_or(0, |it| 1 << (u32::from(it) % u64::BITS))
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
    needle: Needle,
}

/// In the order of the text.
fn matches(text: &str, needles: &Needles) -> Vec<Match> {
    if needles.len() == 0 {
        return Vec::new();
    }
    let tokens = cut(text);
    tokens.iter().filter_map(|it| Some(Match { needle: needles.find(&it)?, at: it.at })).collect()
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

/// The sum of what the different needles in it tell.
fn worth(window: &Range<usize>, matches: &[Match]) -> f32 {
    let first = matches.partition_point(|it| it.at.start < window.start);
    let inside = matches[first..].iter().take_while(|it| it.at.end <= window.end);
    let mut seen: Vec<usize> = Vec::new();
    let mut worth = 0.0;
    for Needle { number, weight } in inside.map(|it| it.needle) {
        if !seen.contains(&number) {
            seen.push(number);
            worth += weight;
        }
    }
    worth
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
    let mut matches: Vec<Range<usize>> = matches.collect();
    // A long match may be told after a short one that begins inside it.
    matches.sort_by_key(|it| it.start);
    let mut marks: Vec<Range<usize>> = Vec::new();
    for found in matches {
        match marks.last_mut().filter(|it| found.start <= it.end) {
            Some(last) => last.end = last.end.max(found.end),
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
    let lead = shown.chars().count();
    shown.extend(text[window.clone()].chars().map(|it| if it.is_whitespace() { ' ' } else { it }));
    if is_within(window.end) {
        shown.push('…');
    }
    let place = |at: usize| lead + text[window.start..at].chars().count();
    Snippet { marks: marks.iter().map(|it| place(it.start)..place(it.end)).collect(), text: shown }
}
