//! The best use of what excludes each other, as a puzzle of numbers: by going through all there is.
//!
//! Supports are nodes; what two of them have against each other is an edge: for the enterprise as a whole, or person by
//! person. A person brings so much to each support, and a support so much of its own; what several of them draw from one
//! source (the tax of a year) is never more than there is in it.

use std::collections::{BTreeMap, BTreeSet};

use policy::Number;

/// More supports than these in one knot are not gone through.
pub const MOST_NODES: usize = 12;

/// More sources than these are weighed all at once, or not at all.
const MOST_SOURCES: usize = 4;

/// Supports that exclude each other or draw from one source, and what they bring.
#[derive(Debug, Clone, Default)]
pub struct Puzzle {
    /// What each support brings for the enterprise as a whole.
    pub whole: Vec<Worth>,
    /// What each person brings to each support; `None` where the person does not count for it.
    pub each: Vec<Vec<Option<Worth>>>,
    /// Pairs of which the enterprise has one.
    pub wide: BTreeSet<(usize, usize)>,
    /// Pairs of which each person serves one.
    pub by_person: BTreeSet<(usize, usize)>,
    /// How much there is in each source.
    pub sources: Vec<Number>,
    /// Supports that are not to be had.
    pub barred: BTreeSet<usize>,
    /// Supports that the reader insists on.
    pub wanted: BTreeSet<usize>,
    /// Supports that the reader insists on for a person: the person, the support, which is among the wanted too.
    pub wanted_for: BTreeSet<(usize, usize)>,
}

/// What something brings: freely, and out of sources.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Worth {
    /// What no source bounds.
    pub free: Number,
    /// What is drawn from each source.
    pub drawn: BTreeMap<usize, Number>,
}

/// Who serves what.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Solution {
    /// The supports that are taken.
    pub taken: BTreeSet<usize>,
    /// For each person the supports they serve.
    pub serves: Vec<BTreeSet<usize>>,
    /// What that brings, no source giving more than it holds.
    pub total: Number,
    /// No use brings more than this; where it is the total, that is the best.
    pub bound: Number,
}

/// A set of nodes or sources, a bit for each.
type Bits = usize;

impl Puzzle {
    /// The use that brings most; of several, the one that takes more supports. `None` where there are too many supports,
    /// or where what the reader insists on cannot be had together.
    pub fn solve(&self) -> Option<Solution> {
        let open: Vec<usize> = (0..self.whole.len()).filter(|it| !self.barred.contains(it)).collect();
        let most_bits = Bits::BITS as usize;
        if MOST_NODES < open.len() || most_bits <= self.whole.len().max(self.sources.len()) {
            return None;
        }
        let wanted = bits(&self.wanted);
        let sets = (0..1 << open.len()).map(|picked| spread(picked, &open));
        let allowed = sets
            .filter(|it| wanted & !it == 0 && is_apart(&self.wide, *it) && !self.could_take_more(*it, &open));
        allowed.filter_map(|it| self.best_with(it)).reduce(Solution::or)
    }

    /// What a use found for another reckoning of the same supports and people brings in this one.
    pub(crate) fn worth_of(&self, use_of: &Solution) -> Option<Number> {
        let people = self.each.iter().zip(&use_of.serves);
        let mut brought = people.flat_map(|(brings, served)| self.of_person(brings, bits(served)));
        brought.try_fold(self.of_whole(bits(&use_of.taken))?, Worth::plus)?.held(&self.sources)
    }

    /// Whether a use has all that the reader insists on.
    pub(crate) fn is_in(&self, use_of: &Solution) -> bool {
        let serves = |(person, node): &(usize, usize)| use_of.serves[*person].contains(node);
        self.wanted.is_subset(&use_of.taken) && self.wanted_for.iter().all(serves)
    }

    /// Whether another support could be had on top: then this set is not worth looking at.
    fn could_take_more(&self, taken: Bits, open: &[usize]) -> bool {
        open.iter().any(|it| taken & 1 << it == 0 && is_apart(&self.wide, taken | 1 << it))
    }

    /// The best with some supports. Who serves what is looked for as if each source held enough, and again as if it held
    /// nothing: where a source runs dry, whoever can serve something else should.
    fn best_with(&self, taken: Bits) -> Option<Solution> {
        let all = (1 << self.sources.len()) - 1;
        let dry = if self.sources.len() <= MOST_SOURCES { (0..=all).collect() } else { vec![0, all] };
        let found = dry.into_iter().filter_map(|it| self.with(taken, it));
        found.reduce(|a, b| {
            // Each of the two is a bound: together the lower one.
            let bound = a.bound.min(b.bound);
            Solution { bound, ..a.or(b) }
        })
    }

    /// With some supports, as if nothing could be drawn from the dry sources.
    fn with(&self, taken: Bits, dry: Bits) -> Option<Solution> {
        let mut brought = self.of_whole(taken)?;
        let mut serves = Vec::with_capacity(self.each.len());
        for (person, brings) in self.each.iter().enumerate() {
            let served = self.best_served(person, brings, taken, dry)?;
            brought = self.of_person(brings, served).try_fold(brought, Worth::plus)?;
            serves.push(set(served));
        }
        let full = (0..self.sources.len()).filter(|it| dry & 1 << it != 0).map(|it| self.sources[it]);
        let bound = full.chain([brought.without(dry)?]).try_fold(Number::ZERO, Number::plus)?;
        Some(Solution { taken: set(taken), serves, total: brought.held(&self.sources)?, bound })
    }

    /// What one person serves best, of the supports that are taken.
    fn best_served(&self, person: usize, brings: &[Option<Worth>], taken: Bits, dry: Bits) -> Option<Bits> {
        let counts = taken & counting(brings);
        let wanted = self.wanted_of(person) & counts;
        let allowed = subsets(counts).filter(|it| wanted & !it == 0 && is_apart(&self.by_person, *it));
        let worth = |served: Bits| {
            let brought = self.of_person(brings, served).map(|it| it.without(dry));
            brought.into_iter().try_fold(Number::ZERO, |sum, it| sum.plus(it?))
        };
        let valued = allowed.filter_map(|it| worth(it).map(|worth| (worth, it.count_ones(), it)));
        valued.reduce(|best, it| if (best.0, best.1) < (it.0, it.1) { it } else { best }).map(|it| it.2)
    }

    fn wanted_of(&self, person: usize) -> Bits {
        self.wanted_for.iter().filter(|it| it.0 == person).fold(0, |all, it| all | 1 << it.1)
    }

    fn of_whole(&self, taken: Bits) -> Option<Worth> {
        let taken = self.whole.iter().enumerate().filter(|(node, _)| taken & 1 << node != 0);
        taken.map(|it| it.1).try_fold(Worth::default(), Worth::plus)
    }

    fn of_person<'b>(
        &self,
        brings: &'b [Option<Worth>],
        served: Bits,
    ) -> impl Iterator<Item = &'b Worth> + use<'b> {
        let served = brings.iter().enumerate().filter(move |(node, _)| served & 1 << node != 0);
        served.filter_map(|it| it.1.as_ref())
    }
}

impl Worth {
    /// So much, bounded by no source.
    pub fn free(free: Number) -> Worth {
        Worth { free, drawn: BTreeMap::new() }
    }

    /// Both together; `None` beyond measure.
    pub(crate) fn plus(mut self, other: &Worth) -> Option<Worth> {
        self.free = self.free.plus(other.free)?;
        for (source, drawn) in &other.drawn {
            let sum = self.drawn.entry(*source).or_default();
            *sum = sum.plus(*drawn)?;
        }
        Some(self)
    }

    /// All of it in one figure, but for what is drawn from the dry sources.
    fn without(&self, dry: Bits) -> Option<Number> {
        let drawn = self.drawn.iter().filter(|(source, _)| dry & 1 << *source == 0).map(|it| *it.1);
        drawn.chain([self.free]).try_fold(Number::ZERO, Number::plus)
    }

    /// All of it in one figure, no source giving more than it holds.
    pub(crate) fn held(&self, sources: &[Number]) -> Option<Number> {
        let drawn = self.drawn.iter().map(|(source, drawn)| sources[*source].min(*drawn));
        drawn.chain([self.free]).try_fold(Number::ZERO, Number::plus)
    }
}

impl Solution {
    /// The better one; no use of either brings more than the greater bound.
    fn or(self, other: Solution) -> Solution {
        let bound = self.bound.max(other.bound);
        let rank = |it: &Solution| (it.total, it.taken.len());
        let best = if rank(&self) < rank(&other) { other } else { self };
        Solution { bound, ..best }
    }
}

fn is_apart(edges: &BTreeSet<(usize, usize)>, of: Bits) -> bool {
    !edges.iter().any(|(a, b)| of & 1 << a != 0 && of & 1 << b != 0)
}

fn counting(brings: &[Option<Worth>]) -> Bits {
    brings.iter().enumerate().filter(|it| it.1.is_some()).fold(0, |all, (node, _)| all | 1 << node)
}

fn bits<'n>(of: impl IntoIterator<Item = &'n usize>) -> Bits {
    of.into_iter().fold(0, |all, it| all | 1 << it)
}

fn set(of: Bits) -> BTreeSet<usize> {
    (0..Bits::BITS as usize).filter(|it| of & 1 << it != 0).collect()
}

/// The picked ones of some places.
fn spread(picked: Bits, places: &[usize]) -> Bits {
    places.iter().enumerate().filter(|(at, _)| picked & 1 << at != 0).fold(0, |all, it| all | 1 << it.1)
}

/// All parts of a set, the empty one and itself among them.
fn subsets(of: Bits) -> impl Iterator<Item = Bits> {
    let next = move |it: &Bits| (*it != 0).then(|| (it - 1) & of);
    std::iter::successors(Some(of), next)
}
