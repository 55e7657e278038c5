//! Words, answers and states that many replies share.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A text in Chinese and English.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Text {
    /// Chinese, simplified.
    pub zh: String,
    /// English.
    pub en: String,
}

/// An answer as the command line writes it: a plain value, a band, a choice among several, or "don't know".
///
/// Dates are `YYYY-MM-DD`, choices are option ids, decimals and money may be strings.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(
    export,
    type = "boolean | number | string | string[] | { min?: number | string, max?: number | string } | { among: string[] } | { unknown: true }"
)]
pub struct Said(pub serde_json::Value);

/// Whether an edition is in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[ts(export)]
pub enum StatusValue {
    /// In force.
    InForce,
    /// Its time is over.
    Expired,
    /// Another one took its place.
    Superseded,
    /// Nobody could say.
    Unknown,
}

/// What is known of an edition's standing, and how that is said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Status {
    /// The word.
    pub value: StatusValue,
    /// Whether this is a calm line ("in force") or one to notice ("last seen in force in November 2024").
    pub to_confirm: bool,
    /// The sentence: since when, last seen when, expired when.
    pub sentence: Text,
}
