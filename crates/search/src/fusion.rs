//! Two orders made one: by the words, and by what they mean.
//!
//! Either is brought to a scale from 0 to 1 between its worst and its best of the first hundred, and the two are
//! added. Adding one over the rank instead, as is often done, loses how sure each is.

use std::collections::BTreeMap;

use crate::{index::Ranked, meaning::Said};

/// What meaning counts beside words; from 1 to 1.5 the judged questions (`dev`) are answered equally well.
const MEANING: f32 = 1.25;
/// So many of either are looked at.
pub(crate) const FIRST: usize = 100;
/// What is found by meaning alone must be so close, on its scale.
const CLOSE: f32 = 0.5;

/// An entry, and how close to what is asked its closest text is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Close {
    pub(crate) entry: usize,
    /// Which text that is.
    pub(crate) said: Said,
    pub(crate) closeness: f32,
}

/// By what words and meaning are measured in one search.
pub(crate) struct Scales {
    words: Scale,
    meaning: Scale,
}

impl Scales {
    /// Of what the words find, and of what is close, closest first.
    pub(crate) fn of<'r>(by_words: impl Iterator<Item = &'r Ranked>, close: &[Close]) -> Scales {
        let close = close.iter().map(|it| it.closeness).collect();
        Scales { words: Scale::of(first(by_words.map(|it| it.score))), meaning: Scale::of(close) }
    }

    /// Adds to what was found by its words what is close.
    pub(crate) fn fuse<'c>(
        &self,
        ranking: &mut BTreeMap<usize, Ranked>,
        close: impl Iterator<Item = &'c Close>,
        unscored: impl Fn(usize) -> Ranked,
    ) {
        for ranked in ranking.values_mut() {
            ranked.score = self.words.place(ranked.score);
        }
        for close in close {
            let place = self.meaning.place(close.closeness);
            if let Some(ranked) = ranking.get_mut(&close.entry) {
                ranked.score += MEANING * place;
            } else if CLOSE <= place {
                let mut ranked = unscored(close.entry);
                ranked.score = MEANING * place;
                if let Said::Passage(passage) = close.said {
                    ranked.passage = passage;
                }
                ranking.insert(close.entry, ranked);
            }
        }
    }
}

/// The best scores, best first.
fn first(scores: impl Iterator<Item = f32>) -> Vec<f32> {
    let mut scores: Vec<f32> = scores.collect();
    scores.sort_by(|a, b| b.total_cmp(a));
    scores.truncate(FIRST);
    scores
}

/// From the worst to the best of some scores.
struct Scale {
    low: f32,
    high: f32,
}

impl Scale {
    /// Of scores that come best first.
    fn of(scores: Vec<f32>) -> Scale {
        let high = scores.first().copied().unwrap_or_default();
        Scale { low: scores.last().copied().unwrap_or_default(), high }
    }

    /// 0 at the low end and below, 1 at the high end.
    fn place(&self, score: f32) -> f32 {
        let span = self.high - self.low;
        if span <= 0.0 { 1.0 } else { ((score - self.low) / span).clamp(0.0, 1.0) }
    }
}
