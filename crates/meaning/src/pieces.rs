//! Cutting a text into the pieces that the model knows: the likeliest row of them.

use std::collections::HashMap;

use crate::{file::File, name};

/// Stands for a space, and before the first word.
const SPACE: char = '\u{2581}';
/// How much less likely than the least likely piece a character is that no piece has.
const UNLIKELY: f32 = 10.0;

/// All pieces.
pub(crate) struct Pieces {
    /// By what is written: its place and how likely it is.
    known: HashMap<String, (u32, f32)>,
    /// How many characters the longest has.
    longest: usize,
    least_likely: f32,
    /// Characters that are written otherwise.
    instead: HashMap<char, String>,
    begin: u32,
    end: u32,
    unknown: u32,
}

impl Pieces {
    pub(crate) fn read(file: &File) -> candle_core::Result<Pieces> {
        let [begin, end, unknown] = name::MARKS.map(|it| file.integer(it));
        let (begin, end, unknown) = (begin?, end?, unknown?);
        let scores = file.floats(name::SCORES)?;
        let mut known = HashMap::with_capacity(scores.len());
        for (at, (piece, score)) in file.texts(name::PIECES)?.zip(&scores).enumerate() {
            let at = at as u32;
            // The marks have names of their own, which nobody means who happens to write them.
            if ![begin, end, unknown].contains(&at) {
                known.insert(piece.to_owned(), (at, *score));
            }
        }
        let written = file.texts(name::WRITTEN)?.filter_map(|it| it.chars().next());
        let instead = written.zip(file.texts(name::INSTEAD)?.map(str::to_owned)).collect();
        Ok(Pieces {
            longest: known.keys().map(|it| it.chars().count()).max().unwrap_or(1),
            least_likely: scores.iter().copied().fold(0.0, f32::min) - UNLIKELY,
            known,
            instead,
            begin,
            end,
            unknown,
        })
    }

    /// The places of a text's pieces between the marks of begin and end, `longest` at most.
    pub(crate) fn cut(&self, text: &str, longest: usize) -> Vec<u32> {
        let text = self.normalized(text);
        let mut ids = vec![self.begin];
        ids.extend(self.likeliest(&text));
        ids.truncate(longest - 1);
        ids.push(self.end);
        ids
    }

    fn normalized(&self, text: &str) -> String {
        let mut normal = String::from(SPACE);
        let mut push = |char: char| {
            let char = if char == ' ' { SPACE } else { char };
            if char != SPACE || !normal.ends_with(SPACE) {
                normal.push(char);
            }
        };
        for char in text.chars() {
            match self.instead.get(&char) {
                Some(instead) => instead.chars().for_each(&mut push),
                None => push(char),
            }
        }
        normal
    }

    /// The row of pieces whose scores add up to most, found from left to right.
    fn likeliest(&self, text: &str) -> Vec<u32> {
        let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let n_chars = ends.len() - 1;
        // best[n]: of the first n characters the best score, its last piece and where that begins.
        let mut best = vec![(f32::NEG_INFINITY, self.unknown, 0); n_chars + 1];
        best[0].0 = 0.0;
        for start in 0..n_chars {
            let so_far = best[start].0;
            for end in start + 1..=n_chars.min(start + self.longest) {
                let piece = self.known.get(&text[ends[start]..ends[end]]).copied();
                let unknown = (end == start + 1).then_some((self.unknown, self.least_likely));
                for (id, score) in [piece, unknown].into_iter().flatten() {
                    if best[end].0 < so_far + score {
                        best[end] = (so_far + score, id, start);
                    }
                }
            }
        }
        let mut ids = Vec::new();
        let mut end = n_chars;
        while 0 < end {
            let (_, id, start) = best[end];
            ids.push(id);
            end = start;
        }
        ids.reverse();
        ids
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn pieces() -> Pieces {
        let known = [
            ("\u{2581}", -3.0),
            ("创业", -6.0),
            ("创", -5.0),
            ("业", -5.0),
            ("\u{2581}loan", -7.0),
            ("s", -4.0),
        ];
        let known = known.into_iter().zip(3..).map(|((piece, score), at)| (piece.to_owned(), (at, score)));
        Pieces {
            known: known.collect(),
            longest: 5,
            least_likely: -17.0,
            instead: HashMap::from([('\n', " ".to_owned()), ('\u{200b}', String::new())]),
            begin: 0,
            end: 1,
            unknown: 2,
        }
    }

    #[test]
    fn the_likeliest_pieces_are_taken() {
        for (text, ids) in [
            ("创业", &[0, 3, 4, 1][..]),
            ("业创", &[0, 3, 6, 5, 1]),
            ("loans", &[0, 7, 8, 1]),
            ("创业  \nloan", &[0, 3, 4, 7, 1]),
            ("创\u{200b}业", &[0, 3, 4, 1]),
            ("创x", &[0, 3, 5, 2, 1]),
            ("", &[0, 3, 1]),
        ] {
            assert_eq!(pieces().cut(text, 10), ids, "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_cut_and_never_too_long(text in "\\PC{0,40}", longest in 2_usize..20) {
            let ids = pieces().cut(&text, longest);
            prop_assert!(ids.len() <= longest);
            prop_assert_eq!((ids.first(), ids.last()), (Some(&0), Some(&1)));
        }
    }
}
