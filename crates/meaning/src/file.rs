//! The model file: GGUF, which tensor libraries and their tools read, with the names used there.

use std::{
    fs,
    io::{self, BufReader},
    path::{Path, PathBuf},
};

use candle_core::{
    Device, Tensor,
    quantized::{
        QTensor,
        gguf_file::{Content, Value},
    },
};

/// What is called how in the file; who writes one uses the same.
pub mod name {
    /// Tells models apart: a hash of what the file was made from and how.
    pub const FINGERPRINT: &str = "general.fingerprint";
    /// The pieces that words are made of, in the order of their vectors.
    pub const PIECES: &str = "tokenizer.ggml.tokens";
    /// How likely each piece is.
    pub const SCORES: &str = "tokenizer.ggml.scores";
    /// The places of the pieces that begin a text, end it, and stand for what is not known.
    pub const MARKS: [&str; 3] =
        ["tokenizer.ggml.bos_token_id", "tokenizer.ggml.eos_token_id", "tokenizer.ggml.unknown_token_id"];
    /// Characters that are written otherwise, and how.
    pub const WRITTEN: &str = "tokenizer.written";
    /// See `WRITTEN`.
    pub const INSTEAD: &str = "tokenizer.instead";
    /// How many heads attention has.
    pub const N_HEADS: &str = "bert.attention.head_count";
    /// What is added under the root when numbers are brought to one scale.
    pub const EPSILON: &str = "bert.attention.layer_norm_epsilon";
    /// How many layers there are.
    pub const N_LAYERS: &str = "bert.block_count";
}

pub(crate) use name::FINGERPRINT;

/// What can go wrong with a model.
#[derive(Debug, thiserror::Error)]
pub enum ModelError {
    /// The file could not be opened.
    #[error("could not open the model `{}`", path.display())]
    Open {
        /// The file concerned.
        path: PathBuf,
        /// The system's own words.
        #[source]
        cause: io::Error,
    },
    /// The file is not what it should be, or what it says cannot be reckoned.
    #[error("the model cannot be used; `cargo xtask model` makes it anew")]
    Broken(#[from] candle_core::Error),
}

/// A model file, open.
pub(crate) struct File {
    content: Content,
    reader: BufReader<fs::File>,
}

impl File {
    pub(crate) fn open(path: &Path) -> Result<File, ModelError> {
        let file = fs::File::open(path).map_err(|cause| ModelError::Open { path: path.to_owned(), cause })?;
        let mut reader = BufReader::new(file);
        Ok(File { content: Content::read(&mut reader)?, reader })
    }

    pub(crate) fn text(&self, name: &str) -> candle_core::Result<String> {
        self.value(name)?.to_string().cloned()
    }

    pub(crate) fn integer(&self, name: &str) -> candle_core::Result<u32> {
        self.value(name)?.to_u32()
    }

    pub(crate) fn float(&self, name: &str) -> candle_core::Result<f32> {
        self.value(name)?.to_f32()
    }

    pub(crate) fn texts(&self, name: &str) -> candle_core::Result<impl Iterator<Item = &str>> {
        let texts: candle_core::Result<Vec<&String>> =
            self.value(name)?.to_vec()?.iter().map(Value::to_string).collect();
        Ok(texts?.into_iter().map(String::as_str))
    }

    pub(crate) fn floats(&self, name: &str) -> candle_core::Result<Vec<f32>> {
        self.value(name)?.to_vec()?.iter().map(Value::to_f32).collect()
    }

    /// A tensor as it is kept: four bits a number.
    pub(crate) fn packed(&mut self, name: &str) -> candle_core::Result<QTensor> {
        self.content.tensor(&mut self.reader, name, &Device::Cpu)
    }

    /// A tensor as it is reckoned with.
    pub(crate) fn tensor(&mut self, name: &str) -> candle_core::Result<Tensor> {
        self.packed(name)?.dequantize(&Device::Cpu)
    }

    fn value(&self, name: &str) -> candle_core::Result<&Value> {
        let value = self.content.metadata.get(name);
        value.ok_or_else(|| candle_core::Error::Msg(format!("`{name}` is missing")))
    }
}
