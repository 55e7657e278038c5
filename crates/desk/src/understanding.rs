//! Search by what a question means: the model, and the meanings of all that can be found.
//!
//! Reading a passage takes the model a tenth of a second, so what it has read is kept in a file. A pack that came
//! with its vectors, or was read before, is ready at once; of another one the rest is read text by text, by whoever has
//! the time.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use meaning::{Model, ModelError};
use search::{Hits, Index, Meanings, Query, Vector};

use crate::vectors::{Digest, Vectors, digest};

/// The model, ready to read.
#[derive(Clone)]
pub struct Reader {
    model: Arc<Model>,
    /// Where what was read is kept.
    kept: Vec<PathBuf>,
}

impl Reader {
    /// What the model's file is called.
    pub const FILE: &str = "multilingual-e5-small.gguf";

    /// Where the model is looked for: beside the program, then in the folder above it.
    pub fn places(program: &Path) -> impl Iterator<Item = PathBuf> {
        program.ancestors().skip(1).take(2).map(|it| it.join(Reader::FILE))
    }

    /// Opens a model. What it reads is kept beside it; where nothing may be written there, in one of `elsewhere`.
    pub fn open(model: &Path, elsewhere: &[PathBuf]) -> Result<Reader, ModelError> {
        let kept = [model.to_owned()].into_iter().chain(elsewhere.iter().map(|it| it.join(Reader::FILE)));
        let kept = kept.map(|it| it.with_extension("vectors")).collect();
        Ok(Reader { model: Arc::new(Model::open(model)?), kept })
    }

    /// Begins with an index: what was read before is taken up, the rest is still to be read.
    pub fn begin(&self, index: &Index) -> Reading {
        let vectors = Vectors::read_all(&self.kept, Model::FINGERPRINT);
        let (mut texts, mut unread) = (Vec::new(), Vec::new());
        for text in index.texts() {
            let digest = digest(&text);
            texts.push(digest);
            if vectors.get(&digest).is_none() {
                unread.push((digest, text));
            }
        }
        Reading { reader: self.clone(), vectors, texts, unread, n_read: 0 }
    }
}

/// A model at work on the texts of an index.
pub struct Reading {
    reader: Reader,
    vectors: Vectors,
    /// All texts of the index, in its order.
    texts: Vec<Digest>,
    unread: Vec<(Digest, String)>,
    /// How many were read and are not in the file yet.
    n_read: usize,
}

/// After so many texts what was read is kept, so that half a minute is lost at most where the program ends.
const KEPT_AFTER: usize = 256;

impl Reading {
    /// How many texts there are.
    pub fn n_texts(&self) -> usize {
        self.texts.len()
    }

    /// How many of them are still to be read.
    pub fn n_unread(&self) -> usize {
        self.unread.len()
    }

    /// Reads one more text, which takes about a tenth of a second.
    pub fn read_one(&mut self) -> Result<(), ModelError> {
        let Some((digest, text)) = self.unread.pop() else { return Ok(()) };
        self.vectors.put(digest, Vector::new(&self.reader.model.passage(&text)?));
        self.n_read += 1;
        if self.n_read == KEPT_AFTER {
            self.keep();
        }
        Ok(())
    }

    /// Reads what is still to be read, be it seconds or minutes.
    pub fn finish(mut self) -> Result<Understanding, ModelError> {
        while !self.unread.is_empty() {
            self.read_one()?;
        }
        self.keep();
        let meanings = self.texts.iter().filter_map(|it| self.vectors.get(it).cloned()).collect();
        Ok(Understanding { model: self.reader.model, meanings: Meanings::new(meanings) })
    }

    /// Keeps what was read. That it cannot be kept costs time, not answers.
    fn keep(&mut self) {
        if self.n_read != 0 {
            let mut places = self.reader.kept.iter();
            let _ = places.find(|it| self.vectors.write(it, Model::FINGERPRINT).is_ok());
            self.n_read = 0;
        }
    }
}

/// The model, and the meanings of all texts of one index.
pub struct Understanding {
    model: Arc<Model>,
    meanings: Meanings,
}

impl Understanding {
    /// Opens a model for an index and reads everything, which may take minutes.
    pub fn open(model: &Path, index: &Index) -> Result<Understanding, ModelError> {
        Reader::open(model, &[])?.begin(index).finish()
    }

    /// How many texts were understood.
    pub fn n_texts(&self) -> usize {
        self.meanings.len()
    }

    /// Understands what is typed, which takes some hundredths of a second; nothing where it has no words or spells sounds.
    pub fn ask(&self, index: &Index, text: &str) -> Option<Asked<'_>> {
        let understood = index.understood(text)?;
        let meaning = self.model.question(&understood).ok()?;
        Some(Asked { understanding: self, meaning: Vector::new(&meaning) })
    }

    /// Answers a query by its words and its meaning; by its words alone where there is nothing to understand.
    pub fn search(&self, index: &Index, query: &Query) -> Hits {
        match self.ask(index, &query.text) {
            Some(asked) => asked.search(index, query),
            None => index.search(query),
        }
    }
}

/// What somebody asks, understood.
pub struct Asked<'u> {
    understanding: &'u Understanding,
    meaning: Vector,
}

impl Asked<'_> {
    /// Answers a query of that text from the index it was understood for.
    pub fn search(&self, index: &Index, query: &Query) -> Hits {
        index.search_meaning(query, &self.understanding.meanings, &self.meaning)
    }
}
