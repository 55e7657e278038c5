//! What changed between two editions, or two packs, in words: for those who keep the policies and those who apply them.

mod amounts;
mod conditions;
mod edition;
mod pack;
mod pairs;
mod said;
mod texts;

pub use edition::edition_changes;
pub use pack::{PackChanges, PolicyChanges, pack_changes};

use policy::{Catalog, Edition, Policy, Text};

/// An edition with all that it speaks of.
#[derive(Debug, Clone, Copy)]
pub struct Told<'c> {
    /// The pack it is of.
    pub catalog: &'c Catalog,
    /// The policy it is of.
    pub policy: &'c Policy,
    /// The edition.
    pub edition: &'c Edition,
}

/// One thing that changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What it is about.
    pub about: About,
    /// What files call it, where it has a name of its own.
    pub id: Option<String>,
    /// Whether it came, went, or is another.
    pub kind: ChangeKind,
    /// The change, in a sentence.
    pub said: Text,
    /// What it consists of, such as the parts of a condition.
    pub parts: Vec<Change>,
}

/// What a change is about, in the order in which changes are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum About {
    /// From when to when it holds, and whom it picks.
    Validity,
    /// Whether it was seen in force.
    Status,
    /// The document, its offices, the sentence that says what it is.
    Heading,
    /// A condition on the enterprise.
    Condition,
    /// A condition on each entry of a list.
    Entry,
    /// What one gets.
    Amount,
    /// When one can apply.
    Window,
    /// What one brings.
    Paper,
    /// Where one applies.
    Place,
    /// What cannot be had beside it.
    Exclusion,
    /// What one must hold first.
    Need,
    /// What it rests on.
    Source,
    /// The text of the policy.
    Text,
    /// A fact, list or derived fact.
    Fact,
    /// A dated figure.
    Parameter,
    /// A person or a counter.
    Directory,
}

/// Whether something came, went, or is another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChangeKind {
    /// It is there only now.
    New,
    /// It is there no more.
    Gone,
    /// It is another now.
    Changed,
}
