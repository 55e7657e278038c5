//! How far search by meaning has come.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Whether meaning is searched too; words are, always.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "state", rename_all = "kebab-case")]
#[ts(export)]
pub enum MeaningState {
    /// There is no model.
    None {
        /// What the model's file is called.
        file: String,
        /// Where it is looked for.
        folder: String,
    },
    /// The model reads the pack, which takes minutes once.
    Reading {
        /// How many texts it has read.
        read: u32,
        /// How many there are.
        of: u32,
    },
    /// It is.
    Ready {
        /// How many texts were read.
        texts: u32,
    },
    /// There is a model, and it cannot be used.
    Broken {
        /// Why, in English: for whoever has to mend it.
        detail: String,
    },
}
