//! All that is kept of one profile.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::Json;

/// All that is kept of one profile: what is known, and what was done with it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contents {
    /// The answers given, by fact.
    pub facts: BTreeMap<String, Json>,
    /// The lists given, by their name. A list given as empty ("nobody hired") is here; one never asked about is not.
    pub lists: BTreeMap<String, List>,
    /// The papers ticked off.
    pub ticks: BTreeSet<Tick>,
    /// The policies chosen to be applied for.
    pub chosen: BTreeSet<String>,
    /// The question at which the founder stopped.
    pub place: Option<String>,
}

/// Several things of one kind, in the order in which they were entered.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct List {
    /// The things; no two with the same id.
    pub entries: Vec<Entry>,
    /// There are more than those entered.
    pub more: bool,
}

/// One thing in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Names it within its list.
    pub id: String,
    /// All its facts: a JSON object.
    pub fields: Json,
}

/// A paper ticked off the checklist of a policy.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Tick {
    /// The policy it is brought for.
    pub policy: String,
    /// The paper.
    pub paper: String,
}
