//! The text in pieces of a size that search ranks well.
//!
//! Very short pieces match by accident and very long ones drown what they say, so small sections are put
//! together and large ones are cut. Each piece keeps the places of the anchors in it: what is found can be
//! shown at the clause itself, however many were put together.

use crate::{Clause, ClauseKind};

/// Fewer characters than this are put together with what follows.
const ENOUGH: usize = 150;
/// No clause is added beyond this, once there is enough.
const FULL: usize = 400;
/// No passage is longer, in characters.
const LIMIT: usize = 800;

/// Where sentences end, in both languages.
const SENTENCE_ENDS: &[char] = &['。', '！', '？', '；', '!', '?', ';', '\n'];

/// A piece of the text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Passage {
    /// The heading its first words stand under, or are; empty where there is none.
    pub heading: String,
    /// Its clauses, one a line.
    pub text: String,
    /// The anchors that hold in it, in order. The first is the nearest one that stands before its end.
    pub anchors: Vec<AnchorAt>,
}

/// From which place on an anchor is the nearest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnchorAt {
    /// Byte offset in the passage's text.
    pub at: usize,
    /// The anchor.
    pub anchor: String,
}

impl Passage {
    /// The anchor nearest to a place in the text, in bytes.
    pub fn anchor_at(&self, at: usize) -> Option<&str> {
        let found = self.anchors.iter().rev().find(|it| it.at <= at).or(self.anchors.first());
        found.map(|it| it.anchor.as_str())
    }
}

/// Cuts a document's clauses into passages.
pub(crate) fn cut(clauses: &[Clause]) -> Vec<Passage> {
    let mut cutting = Cutting::default();
    for clause in clauses.iter().filter(|it| !it.text.is_empty()) {
        cutting.enter(clauses, clause);
        for piece in pieces(&clause.text) {
            cutting.add(clause, piece);
        }
    }
    cutting.finish()
}

#[derive(Default)]
struct Cutting<'a> {
    done: Vec<Passage>,
    current: Passage,
    n_chars: usize,
    /// What holds for the words to come.
    heading: &'a str,
    anchor: Option<&'a str>,
}

impl<'a> Cutting<'a> {
    /// Notes what a clause's words stand under.
    fn enter(&mut self, clauses: &'a [Clause], clause: &'a Clause) {
        let heading = match clause.kind {
            ClauseKind::Heading(_) => Some(clause),
            ClauseKind::Paragraph | ClauseKind::Item => clause.under.map(|it| &clauses[it]),
        };
        self.heading = heading.map_or("", |it| &it.text);
        let section = heading.and_then(|it| it.anchor.as_deref());
        self.anchor = clause.anchor.as_deref().or(section).or(self.anchor);
    }

    fn add(&mut self, clause: &Clause, piece: &str) {
        let n_chars = piece.chars().count();
        let with_it = self.n_chars + 1 + n_chars;
        let begins_section = matches!(clause.kind, ClauseKind::Heading(_));
        let is_enough = ENOUGH <= self.n_chars && (begins_section || FULL < with_it);
        if 0 < self.n_chars && (is_enough || LIMIT < with_it) {
            self.close();
        }
        if self.n_chars == 0 {
            self.current.heading = self.heading.to_owned();
        } else {
            self.current.text.push('\n');
            self.n_chars += 1;
        }
        let last = self.current.anchors.last().map(|it| it.anchor.as_str());
        if let Some(anchor) = self.anchor.filter(|it| last != Some(it)) {
            self.current.anchors.push(AnchorAt { at: self.current.text.len(), anchor: anchor.to_owned() });
        }
        self.current.text.push_str(piece);
        self.n_chars += n_chars;
    }

    fn close(&mut self) {
        self.done.push(std::mem::take(&mut self.current));
        self.n_chars = 0;
    }

    fn finish(mut self) -> Vec<Passage> {
        if let Some(last) = self
            .done
            .last_mut()
            .filter(|it| self.n_chars < ENOUGH && it.text.chars().count() + 1 + self.n_chars <= FULL)
        {
            join(last, self.current);
        } else if 0 < self.n_chars {
            self.close();
        }
        self.done
    }
}

/// Adds a short rest to the passage before it.
fn join(passage: &mut Passage, rest: Passage) {
    if rest.text.is_empty() {
        return;
    }
    passage.text.push('\n');
    let offset = passage.text.len();
    passage.text.push_str(&rest.text);
    passage.anchors.extend(rest.anchors.into_iter().map(|it| AnchorAt { at: it.at + offset, ..it }));
}

/// A clause's words, cut at the ends of sentences where they are too long for one passage.
fn pieces(mut text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    while let Some((limit, _)) = text.char_indices().nth(LIMIT) {
        let full = text.char_indices().nth(FULL).map_or(limit, |(at, _)| at);
        let end = text[..full]
            .rfind(SENTENCE_ENDS)
            .map_or(full, |at| at + text[at..].chars().next().map_or(0, char::len_utf8));
        let (piece, rest) = text.split_at(end);
        pieces.push(piece.trim());
        text = rest.trim_start();
    }
    pieces.push(text);
    pieces.retain(|it| !it.is_empty());
    pieces
}
