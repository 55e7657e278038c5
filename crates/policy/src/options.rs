//! The options of choices, numbered once for a whole pack so that sets of them are bit sets.

use crate::Id;

/// How many different options a pack may have. A bit set of fixed size keeps rules free of allocation.
const LIMIT: usize = 512;
const WORDS: usize = LIMIT / 64;

/// One option, such as `yangpu`; the same word is the same option in every fact of a pack.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OptionId(u16);

/// A pack has more different options than a set can hold.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a pack may have at most {LIMIT} different options")]
pub struct TooManyOptions;

/// All options of a pack, in the order in which they were met.
#[derive(Debug, Clone, Default)]
pub struct Options {
    ids: Vec<Id>,
}

impl Options {
    /// The number of an option, given out at its first mention.
    pub fn intern(&mut self, id: &Id) -> Result<OptionId, TooManyOptions> {
        if let Some(known) = self.find(id.as_str()) {
            return Ok(known);
        }
        if self.ids.len() == LIMIT {
            return Err(TooManyOptions);
        }
        self.ids.push(id.clone());
        self.find(id.as_str()).ok_or(TooManyOptions)
    }

    /// The number of an option that was met before.
    pub fn find(&self, id: &str) -> Option<OptionId> {
        let place = self.ids.iter().position(|it| it.as_str() == id)?;
        u16::try_from(place).ok().map(OptionId)
    }

    /// All words, in the order in which they were met.
    pub fn ids(&self) -> impl Iterator<Item = &Id> {
        self.ids.iter()
    }

    /// The word for an option.
    pub fn id(&self, option: OptionId) -> &Id {
        &self.ids[usize::from(option.0)]
    }
}

/// A set of options.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct OptionSet([u64; WORDS]);

impl OptionSet {
    /// The set of nothing.
    pub const EMPTY: OptionSet = OptionSet([0; WORDS]);

    /// The set of one option.
    pub fn of(option: OptionId) -> OptionSet {
        let mut set = OptionSet::EMPTY;
        set.insert(option);
        set
    }

    /// Adds an option.
    pub fn insert(&mut self, option: OptionId) {
        self.0[usize::from(option.0) / 64] |= 1 << (option.0 % 64);
    }

    /// Whether the option is in the set.
    pub fn contains(&self, option: OptionId) -> bool {
        self.0[usize::from(option.0) / 64] & (1 << (option.0 % 64)) != 0
    }

    /// How many options the set holds.
    pub fn len(&self) -> usize {
        self.0.iter().map(|it| it.count_ones() as usize).sum()
    }

    /// Whether the set holds nothing.
    pub fn is_empty(&self) -> bool {
        *self == OptionSet::EMPTY
    }

    /// What is in either.
    pub fn union(self, other: OptionSet) -> OptionSet {
        self.zip(other, |a, b| a | b)
    }

    /// What is in both.
    pub fn intersection(self, other: OptionSet) -> OptionSet {
        self.zip(other, |a, b| a & b)
    }

    /// What is in this one and not in the other.
    pub fn without(self, other: OptionSet) -> OptionSet {
        self.zip(other, |a, b| a & !b)
    }

    /// Whether every option of this set is in the other.
    pub fn is_within(self, other: OptionSet) -> bool {
        self.without(other).is_empty()
    }

    /// The options in the order of the pack.
    pub fn iter(self) -> impl Iterator<Item = OptionId> {
        (0..LIMIT as u16).map(OptionId).filter(move |it| self.contains(*it))
    }

    fn zip(self, other: OptionSet, join: impl Fn(u64, u64) -> u64) -> OptionSet {
        OptionSet(std::array::from_fn(|idx| join(self.0[idx], other.0[idx])))
    }
}

impl FromIterator<OptionId> for OptionSet {
    fn from_iter<I: IntoIterator<Item = OptionId>>(options: I) -> OptionSet {
        let mut set = OptionSet::EMPTY;
        options.into_iter().for_each(|it| set.insert(it));
        set
    }
}
