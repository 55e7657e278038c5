//! The command line's contract for `advisor policy diff --json`.

use desk::changes;
use policy::Text;
use schemars::JsonSchema;
use serde::Serialize;

/// `advisor policy diff --json`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Difference {
    /// With `--packs` alone: facts, figures, people and counters.
    pub shared: Vec<Change>,
    /// The policies and editions that came, went or changed.
    pub policies: Vec<PolicyChanges>,
}

/// What became of one policy, or of one edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PolicyChanges {
    /// The policy.
    pub policy: String,
    /// The edition; `null` where the policy as a whole came or went.
    pub edition: Option<String>,
    /// Whether it came, went, or is another.
    pub change: ChangeKind,
    /// What people call it, in Chinese.
    pub zh: String,
    /// What people call it, in English.
    pub en: String,
    /// What changed in it.
    pub changes: Vec<Change>,
}

/// One thing that changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Change {
    /// What it is about.
    pub about: About,
    /// What files call it, where it has a name of its own.
    pub id: Option<String>,
    /// Whether it came, went, or is another.
    pub change: ChangeKind,
    /// The change in a Chinese sentence; empty for a line of the English text.
    pub zh: String,
    /// The change in an English sentence; empty for a line of the Chinese text.
    pub en: String,
    /// What it consists of.
    pub parts: Vec<Change>,
}

/// What a change is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ChangeKind {
    /// It is there only now.
    New,
    /// It is there no more.
    Gone,
    /// It is another now.
    Changed,
}

impl From<changes::PackChanges> for Difference {
    fn from(it: changes::PackChanges) -> Difference {
        Difference { shared: all(it.shared), policies: it.policies.into_iter().map(Into::into).collect() }
    }
}

impl From<changes::PolicyChanges> for PolicyChanges {
    fn from(it: changes::PolicyChanges) -> PolicyChanges {
        let Text { zh, en } = it.title;
        let (change, changes) = (it.kind.into(), all(it.changes));
        PolicyChanges { policy: it.policy, edition: it.edition, change, zh, en, changes }
    }
}

fn all(changes: Vec<changes::Change>) -> Vec<Change> {
    changes.into_iter().map(Into::into).collect()
}

impl From<changes::Change> for Change {
    fn from(it: changes::Change) -> Change {
        let Text { zh, en } = it.said;
        Change { about: it.about.into(), id: it.id, change: it.kind.into(), zh, en, parts: all(it.parts) }
    }
}

impl From<changes::ChangeKind> for ChangeKind {
    fn from(it: changes::ChangeKind) -> ChangeKind {
        match it {
            changes::ChangeKind::New => ChangeKind::New,
            changes::ChangeKind::Gone => ChangeKind::Gone,
            changes::ChangeKind::Changed => ChangeKind::Changed,
        }
    }
}

impl From<changes::About> for About {
    fn from(it: changes::About) -> About {
        match it {
            changes::About::Validity => About::Validity,
            changes::About::Status => About::Status,
            changes::About::Heading => About::Heading,
            changes::About::Condition => About::Condition,
            changes::About::Entry => About::Entry,
            changes::About::Amount => About::Amount,
            changes::About::Window => About::Window,
            changes::About::Paper => About::Paper,
            changes::About::Place => About::Place,
            changes::About::Exclusion => About::Exclusion,
            changes::About::Need => About::Need,
            changes::About::Source => About::Source,
            changes::About::Text => About::Text,
            changes::About::Fact => About::Fact,
            changes::About::Parameter => About::Parameter,
            changes::About::Directory => About::Directory,
        }
    }
}
