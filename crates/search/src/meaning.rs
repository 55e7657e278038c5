//! What is close in meaning, whatever words it is said in: vectors of texts, and how they are ranked.
//!
//! Where the vectors come from is not known here. They are held and compared as small integers: a quarter of
//! the memory, and no difference in the order that could be measured.

use crate::Entry;

/// What a text means: texts that say the same point the same way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vector(Box<[i8]>);

impl Vector {
    /// Rounds a vector of any length but zero; only its direction is kept.
    pub fn new(numbers: &[f32]) -> Vector {
        let most = numbers.iter().map(|it| it.abs()).fold(f32::MIN_POSITIVE, f32::max);
        let scale = f32::from(i8::MAX) / most;
        Vector(numbers.iter().map(|it| (it * scale).round() as i8).collect())
    }

    /// Takes up what [`bytes`](Vector::bytes) gave.
    pub fn from_bytes(bytes: &[u8]) -> Vector {
        Vector(bytes.iter().map(|it| it.cast_signed()).collect())
    }

    /// For keeping it: one byte a number.
    pub fn bytes(&self) -> impl Iterator<Item = u8> {
        self.0.iter().map(|it| it.cast_unsigned())
    }

    /// The cosine of the angle between two: 1 where they point the same way. Vectors of different models
    /// are not close.
    fn closeness(&self, other: &Vector) -> f32 {
        if self.0.len() != other.0.len() {
            return 0.0;
        }
        let lengths = (self.dot(self) as f32 * other.dot(other) as f32).sqrt();
        if lengths == 0.0 { 0.0 } else { self.dot(other) as f32 / lengths }
    }

    fn dot(&self, other: &Vector) -> i32 {
        self.0.iter().zip(&other.0).map(|(a, b)| i32::from(*a) * i32::from(*b)).sum()
    }
}

/// A text by which the meaning of an entry is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Spoken {
    pub(crate) entry: usize,
    pub(crate) said: Said,
}

/// Which text of its entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Said {
    /// One of its names.
    Name(usize),
    /// One of the questions that people ask.
    Question(usize),
    /// A passage.
    Passage(usize),
}

/// All texts of all entries, in order. Short ones, names and questions, are often closer to what is typed than any passage.
pub(crate) fn spoken(entries: &[Entry]) -> Vec<Spoken> {
    let of = |(entry, it): (usize, &Entry)| {
        let names = (0..it.titles.len() + it.short_names.len()).map(Said::Name);
        let questions = (0..it.questions.len()).map(Said::Question);
        let passages =
            (0..it.passages.len()).filter(|at| !it.passages[*at].text.is_empty()).map(Said::Passage);
        let all: Vec<Said> = names.chain(questions).chain(passages).collect();
        all.into_iter().map(move |said| Spoken { entry, said })
    };
    entries.iter().enumerate().flat_map(of).collect()
}

/// The meanings of all texts of an index.
pub struct Meanings(Vec<Vector>);

impl Meanings {
    /// One vector for each of [`Index::texts`](crate::Index::texts), in that order.
    pub fn new(vectors: Vec<Vector>) -> Meanings {
        Meanings(vectors)
    }

    /// How many texts there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is no text.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How close each text is to what is asked.
    pub(crate) fn closeness(&self, asked: &Vector) -> impl Iterator<Item = f32> {
        self.0.iter().map(|it| it.closeness(asked))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closeness_is_of_direction_alone() {
        let [east, far_east, north, west] =
            [[1.0, 0.0], [9.0, 0.1], [0.0, 2.0], [-3.0, 0.0]].map(|it| Vector::new(&it));
        assert!(0.999 < east.closeness(&far_east));
        assert_eq!(east.closeness(&north), 0.0);
        assert_eq!(east.closeness(&west), -1.0);
        assert_eq!(east.closeness(&Vector::new(&[1.0])), 0.0, "of another model");
        assert_eq!(Vector::new(&[0.0, 0.0]).closeness(&east), 0.0);
    }

    #[test]
    fn a_vector_comes_back_as_it_was_kept() {
        let vector = Vector::new(&[0.3, -1.0, 0.0, 0.7]);
        assert_eq!(Vector::from_bytes(&vector.bytes().collect::<Vec<u8>>()), vector);
    }
}
