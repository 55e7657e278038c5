//! Search, and the shelf one browses without a query.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Named, StatusValue, Subject, Text, Verdict};

/// What is looked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct SearchRequest {
    /// As typed.
    pub text: String,
    /// What the hits must be.
    pub filters: Filters,
    /// How many hits at most.
    pub limit: u32,
}

/// What hits must be; an empty list lets everything through.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Filters {
    /// Ids of levels.
    pub level: Vec<String>,
    /// Ids of families.
    pub family: Vec<String>,
    /// For whom.
    pub audience: Vec<String>,
    /// `in-force`, `unknown`, `expired`.
    pub status: Vec<String>,
    /// `policy`, `directory`, `question`, `help`.
    pub kind: Vec<String>,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct SearchPage {
    /// As typed.
    pub text: String,
    /// What was searched for instead, where a word was misspelt.
    pub corrected: Option<String>,
    /// How many there are in all.
    pub total: u32,
    /// The best ones.
    pub hits: Vec<Hit>,
    /// How many there are of each sort.
    pub facets: Vec<Facet>,
}

/// What a hit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export)]
pub enum HitKind {
    /// A policy; opens in the reader at the passage.
    Policy,
    /// Somebody or some place that helps.
    Directory,
    /// A question of the check.
    Question,
    /// A page of help.
    Help,
}

/// Something found.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Hit {
    /// What it is.
    pub kind: HitKind,
    /// Its id: a policy, a place, a fact, a list.
    pub id: String,
    /// What a question is about.
    pub subject: Option<Subject>,
    /// The edition the passage is of.
    pub edition: Option<String>,
    /// The clause the passage is of.
    pub anchor: Option<String>,
    /// What people call it.
    pub title: Text,
    /// The best passage.
    pub snippet: Snippet,
    /// Who gives it, what it belongs to, under which heading, in one line.
    pub place: Text,
    /// Whether it is in force, for policies.
    pub status: Option<StatusValue>,
    /// How one stands towards it, for policies and once something was answered.
    pub verdict: Option<Verdict>,
    /// Whether it comes by itself.
    pub automatic: bool,
}

/// A passage with the words that matched.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Snippet {
    /// `zh` or `en`: the language of the passage.
    pub lang: String,
    /// Plain text.
    pub text: String,
    /// From and to of each match, in UTF-16 units, rising and apart.
    pub marks: Vec<(u32, u32)>,
}

/// By what hits can be sorted out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export)]
pub enum FacetField {
    /// For whom.
    Audience,
    /// What it belongs to.
    Family,
    /// Who gives it.
    Level,
    /// In force or not.
    Status,
    /// What it is.
    Kind,
}

/// One way of sorting hits out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Facet {
    /// By what.
    pub field: FacetField,
    /// Its values, those chosen and those with hits, most first.
    pub options: Vec<FacetOption>,
}

/// A value of a facet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct FacetOption {
    /// What the filter takes.
    pub id: String,
    /// What people read.
    pub name: Text,
    /// How many hits.
    pub count: u32,
    /// Whether it is chosen.
    pub on: bool,
}

/// All policies by family.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Shelf {
    /// A family with its policies.
    pub family: Named,
    /// In the order of the pack.
    pub policies: Vec<ShelfPolicy>,
}

/// A policy on the shelf.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct ShelfPolicy {
    /// Which.
    pub policy: String,
    /// What people call it.
    pub title: Text,
    /// What it is, in one sentence.
    pub summary: Text,
    /// Who gives it.
    pub level: Named,
    /// Whether its newest edition is in force.
    pub status: crate::Status,
    /// How one stands towards it, once something was answered.
    pub verdict: Option<Verdict>,
    /// Whether it comes by itself.
    pub automatic: bool,
}
