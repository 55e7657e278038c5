//! The words we have: stems, completions of a word being typed, corrections of a word misspelt.

use std::collections::{BTreeMap, HashMap, HashSet};

use rust_stemmers::{Algorithm, Stemmer};

/// Shorter words are one slip away from too many others.
const SHORTEST_CORRECTED: usize = 4;
/// From this length on, two slips are put right.
const LONG: usize = 8;
/// A word being typed may become one of so many.
const MOST_COMPLETIONS: usize = 8;
/// From this length on, a word being typed is completed.
const SHORTEST_COMPLETED: usize = 2;

/// The stem by which forms of a word are compared.
pub(crate) fn stem(word: &str) -> String {
    Stemmer::create(Algorithm::English).stem(word).into_owned()
}

/// Words as they are gathered.
#[derive(Default)]
pub(crate) struct Gathering(HashMap<String, (String, usize)>);

impl Gathering {
    /// Notes a word and gives its stem; stemming each word once is what makes building fast.
    pub(crate) fn note(&mut self, word: &str) -> &str {
        if !self.0.contains_key(word) {
            self.0.insert(word.to_owned(), (stem(word), 0));
        }
        let (stem, n_uses) = self.0.get_mut(word).expect("it has just been put there");
        *n_uses += 1;
        stem
    }

    /// All words, ready to be looked up.
    pub(crate) fn finish(self) -> Vocabulary {
        let stems = self.0.values().map(|(stem, _)| stem.clone()).collect();
        let words = self.0.into_iter().map(|(word, (stem, n_uses))| {
            let letters = letters(&word);
            (word, Known { stem, n_uses, letters })
        });
        Vocabulary { words: words.collect(), stems }
    }
}

/// Every word written in letters, in any of the texts.
pub(crate) struct Vocabulary {
    words: BTreeMap<String, Known>,
    stems: HashSet<String>,
}

struct Known {
    stem: String,
    n_uses: usize,
    /// Which letters it has, a bit each.
    letters: u32,
}

impl Vocabulary {
    /// Whether the word, or another form of it, is used.
    pub(crate) fn knows(&self, word: &str) -> bool {
        self.words.contains_key(word) || self.stems.contains(&stem(word))
    }

    /// The stems that a word being typed may become, most used first.
    pub(crate) fn completions(&self, begun: &str) -> Vec<&str> {
        if begun.len() < SHORTEST_COMPLETED {
            return Vec::new();
        }
        let longer = self.words.range(begun.to_owned()..).take_while(|(word, _)| word.starts_with(begun));
        let mut n_uses: BTreeMap<&str, usize> = BTreeMap::new();
        for (_, known) in longer {
            *n_uses.entry(&known.stem).or_default() += known.n_uses;
        }
        let mut stems: Vec<_> = n_uses.into_iter().collect();
        stems.sort_by_key(|(_, n_uses)| std::cmp::Reverse(*n_uses));
        stems.into_iter().take(MOST_COMPLETIONS).map(|(stem, _)| stem).collect()
    }

    /// The word that was meant by one we don't have.
    pub(crate) fn correction(&self, word: &str) -> Option<&str> {
        let n_letters = word.chars().count();
        if n_letters < SHORTEST_CORRECTED || word.contains(|it: char| it.is_numeric()) {
            return None;
        }
        let slips = if n_letters < LONG { 1 } else { 2 };
        let has = letters(word);
        let near = self.words.iter().filter(|(other, known)| {
            // A slip changes at most one letter into another: a look at the letters spares most comparisons.
            other.len().abs_diff(word.len()) <= 4 * slips
                && (known.letters ^ has).count_ones() <= 2 * slips as u32
        });
        let near = near.filter(|(other, _)| !other.contains(|it: char| it.is_numeric()));
        let measured = near.map(|(other, known)| (strsim::osa_distance(word, other), known.n_uses, other));
        let best = measured.filter(|(distance, ..)| *distance <= slips);
        best.min_by_key(|(distance, n_uses, _)| (*distance, std::cmp::Reverse(*n_uses)))
            .map(|(.., it)| it.as_str())
    }
}

fn letters(word: &str) -> u32 {
    word.chars().fold(0, |letters, it| letters | 1 << (u32::from(it) % 32))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_completed_and_corrected_by_those_we_have() {
        let mut gathering = Gathering::default();
        for word in "subsidy subsidies subsidised rent rental grant application 2024".split(' ') {
            gathering.note(word);
        }
        let words = gathering.finish();
        for (written, meant) in [
            ("subsdiy", Some("subsidy")),
            ("grnat", Some("grant")),
            ("applikatoin", Some("application")),
            ("subsxyy", None),
            ("rnt", None),
            ("2025", None),
        ] {
            assert_eq!(words.correction(written), meant, "{written}");
        }
        assert!(words.knows("applications") && words.knows("rented") && !words.knows("grnat"));
        assert_eq!(words.completions("subs"), ["subsidi", "subsidis"]);
        assert_eq!(words.completions("s"), [""; 0]);
    }
}
