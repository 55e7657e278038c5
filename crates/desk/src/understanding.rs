//! Search by what a question means: the model, and the meanings of all that can be found.
//!
//! Reading a passage takes the model a fifth of a second, so what it has read is kept in a file. A pack that came
//! with its vectors, or was read before, is ready at once.

use std::path::{Path, PathBuf};

use meaning::{Model, ModelError};
use search::{Hits, Index, Meanings, Query, Vector};

use crate::vectors::{Vectors, digest};

/// Why there is no search by meaning.
#[derive(Debug, thiserror::Error)]
pub enum NoUnderstanding {
    /// The model cannot be used.
    #[error(transparent)]
    Model(#[from] ModelError),
    /// The pack was not read yet, and nobody said that it may take minutes.
    #[error("{n_unread} texts of the pack have not been read by the model yet")]
    Unread {
        /// How many texts.
        n_unread: usize,
    },
}

/// How much may be read that was not read before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Patience {
    /// What takes a few seconds.
    Little,
    /// Everything.
    Endless,
}

/// So many texts are read in a few seconds.
const LITTLE: usize = 32;

/// The model, and the meanings of all texts of one index.
pub struct Understanding {
    model: Model,
    meanings: Meanings,
}

impl Understanding {
    /// What the model's file is called.
    pub const FILE: &str = "multilingual-e5-small.gguf";

    /// Where what was read with a model is kept: beside it.
    pub fn kept_beside(model: &Path) -> PathBuf {
        model.with_extension("vectors")
    }

    /// Opens a model for an index. What was read is taken from a file and, where something is added, kept there; that it
    /// cannot be kept costs time, not answers.
    pub fn open(
        model: &Path,
        kept: &Path,
        index: &Index,
        patience: Patience,
    ) -> Result<Understanding, NoUnderstanding> {
        let model = Model::open(model)?;
        let mut vectors = Vectors::read(kept, model.fingerprint());
        let texts: Vec<String> = index.texts().collect();
        let unread: Vec<&String> = texts.iter().filter(|it| vectors.get(&digest(it)).is_none()).collect();
        if patience == Patience::Little && LITTLE < unread.len() {
            return Err(NoUnderstanding::Unread { n_unread: unread.len() });
        }
        for text in &unread {
            vectors.put(digest(text), Vector::new(&model.passage(text)?));
        }
        if !unread.is_empty() {
            let _ = vectors.write(kept, model.fingerprint());
        }
        let meanings = texts.iter().filter_map(|it| vectors.get(&digest(it)).cloned());
        Ok(Understanding { meanings: Meanings::new(meanings.collect()), model })
    }

    /// Answers a query by its words and its meaning; by its words alone where there is nothing to understand.
    pub fn search(&self, index: &Index, query: &Query) -> Hits {
        let asked = index.understood(&query.text).and_then(|it| self.model.question(&it).ok());
        match asked {
            Some(asked) => index.search_meaning(query, &self.meanings, &Vector::new(&asked)),
            None => index.search(query),
        }
    }
}
