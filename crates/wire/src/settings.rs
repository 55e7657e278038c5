//! What a person sets once.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Kept in a small file of its own, so that it is known before the book is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Settings {
    /// The language of the window.
    pub language: Language,
    /// Light, dark, or as the system is.
    pub theme: Theme,
    /// The size of type.
    pub text_size: TextSize,
    /// For oneself or for clients.
    pub mode: Mode,
    /// Whether the first screen was answered.
    pub welcomed: bool,
}

/// The language of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export)]
pub enum Language {
    /// Chinese.
    Zh,
    /// English.
    En,
}

/// Light, dark, or as the system is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export)]
pub enum Theme {
    /// As the system is.
    System,
    /// Ink on paper.
    Light,
    /// Paper on ink.
    Dark,
}

/// The size of type: 100, 125, 150 or 200 %.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export)]
pub enum TextSize {
    /// 100 %.
    Normal,
    /// 125 %.
    Large,
    /// 150 %.
    Larger,
    /// 200 %.
    Largest,
}

/// For whom the program is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export)]
pub enum Mode {
    /// For one's own enterprise.
    Founder,
    /// For others.
    Adviser,
}
