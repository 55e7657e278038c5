//! The best use of what excludes each other, as a puzzle of numbers: exact, by going through all there is.
//!
//! Supports are nodes; what two of them have against each other is an edge: for the enterprise as a whole, or person by
//! person. A person brings so much to each support, and a support so much of its own.

use std::collections::BTreeSet;

use policy::Number;

/// More supports than these in one knot are not gone through.
pub const MOST_NODES: usize = 12;

/// Supports that exclude each other, and what they bring.
#[derive(Debug, Clone, Default)]
pub struct Puzzle {
    /// What each support brings for the enterprise as a whole.
    pub whole: Vec<Number>,
    /// What each person brings to each support; `None` where the person does not count for it.
    pub each: Vec<Vec<Option<Number>>>,
    /// Pairs of which the enterprise has one.
    pub wide: BTreeSet<(usize, usize)>,
    /// Pairs of which each person serves one.
    pub by_person: BTreeSet<(usize, usize)>,
    /// Supports that the reader insists on.
    pub wanted: BTreeSet<usize>,
    /// Supports that the reader insists on for a person: the person, the support.
    pub wanted_for: BTreeSet<(usize, usize)>,
}

/// Who serves what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Solution {
    /// The supports that are taken.
    pub taken: BTreeSet<usize>,
    /// For each person the supports they serve.
    pub serves: Vec<BTreeSet<usize>>,
    /// What that brings.
    pub total: Number,
}

impl Puzzle {
    /// The use that brings most; of several, the one that takes more supports. `None` where there are too many supports,
    /// or where what the reader insists on cannot be had together.
    pub fn solve(&self) -> Option<Solution> {
        let n = self.whole.len();
        if MOST_NODES < n {
            return None;
        }
        let sets = subsets(&(0..n).collect::<Vec<_>>());
        let allowed = sets.into_iter().filter(|it| {
            self.wanted.is_subset(it) && is_apart(&self.wide, it) && !self.could_take_more(it, n)
        });
        allowed.filter_map(|it| self.with(it)).reduce(|best, it| {
            if (best.total, best.taken.len()) < (it.total, it.taken.len()) { it } else { best }
        })
    }

    /// Whether another support could be had on top: then this set is not worth looking at.
    fn could_take_more(&self, taken: &BTreeSet<usize>, n: usize) -> bool {
        (0..n).filter(|it| !taken.contains(it)).any(|more| {
            let mut larger = taken.clone();
            larger.insert(more);
            is_apart(&self.wide, &larger)
        })
    }

    fn with(&self, taken: BTreeSet<usize>) -> Option<Solution> {
        let mut total = taken.iter().try_fold(Number::ZERO, |sum, it| sum.plus(self.whole[*it]))?;
        let mut serves = Vec::with_capacity(self.each.len());
        for (person, brings) in self.each.iter().enumerate() {
            let (served, brought) = self.best_of(person, brings, &taken)?;
            total = total.plus(brought)?;
            serves.push(served);
        }
        Some(Solution { taken, serves, total })
    }

    /// What one person serves best, of the supports that are taken.
    fn best_of(
        &self,
        person: usize,
        brings: &[Option<Number>],
        taken: &BTreeSet<usize>,
    ) -> Option<(BTreeSet<usize>, Number)> {
        let counts: Vec<usize> = taken.iter().copied().filter(|it| brings[*it].is_some()).collect();
        let wanted: BTreeSet<usize> = self
            .wanted_for
            .iter()
            .filter(|(it, node)| *it == person && counts.contains(node))
            .map(|(_, node)| *node)
            .collect();
        let sets = subsets(&counts).into_iter();
        let allowed = sets.filter(|it| wanted.is_subset(it) && is_apart(&self.by_person, it));
        let worth = |set: &BTreeSet<usize>| {
            set.iter().filter_map(|it| brings[*it]).try_fold(Number::ZERO, Number::plus)
        };
        let valued = allowed.filter_map(|it| worth(&it).map(|worth| (it, worth)));
        valued.reduce(|best, it| if (best.1, best.0.len()) < (it.1, it.0.len()) { it } else { best })
    }
}

fn is_apart(edges: &BTreeSet<(usize, usize)>, set: &BTreeSet<usize>) -> bool {
    !edges.iter().any(|(a, b)| set.contains(a) && set.contains(b))
}

fn subsets(of: &[usize]) -> Vec<BTreeSet<usize>> {
    let pick =
        |bits: usize| of.iter().enumerate().filter(move |(at, _)| bits & (1 << at) != 0).map(|it| *it.1);
    (0..1_usize << of.len()).map(|bits| pick(bits).collect()).collect()
}
