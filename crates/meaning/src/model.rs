//! A model, ready to be asked.

use std::path::Path;

use crate::{ModelError, encoder::Encoder, file, file::File, pieces::Pieces};

/// The model was taught to tell questions from what answers them by these words.
const QUESTION: &str = "query: ";
const PASSAGE: &str = "passage: ";

/// A model, read and ready. Takes about 120 MB of memory.
pub struct Model {
    pieces: Pieces,
    encoder: Encoder,
}

impl Model {
    /// Tells models apart: vectors of one say nothing beside those of another.
    pub const FINGERPRINT: &str = file::HASH;

    /// Reads the model file; takes a fraction of a second.
    pub fn open(path: &Path) -> Result<Model, ModelError> {
        let mut file = File::open(path)?;
        Ok(Model { pieces: Pieces::read(&file)?, encoder: Encoder::read(&mut file)? })
    }

    /// What somebody asks, as a vector of length one.
    pub fn question(&self, text: &str) -> Result<Vec<f32>, ModelError> {
        self.embed(QUESTION, text)
    }

    /// What may answer it, as a vector of length one. Of a very long text the end is not looked at.
    pub fn passage(&self, text: &str) -> Result<Vec<f32>, ModelError> {
        self.embed(PASSAGE, text)
    }

    fn embed(&self, role: &str, text: &str) -> Result<Vec<f32>, ModelError> {
        let ids = self.pieces.cut(&format!("{role}{text}"), self.encoder.longest());
        Ok(self.encoder.embed(&ids)?)
    }
}
