//! The model file: GGUF, which tensor libraries and their tools read, with the names used there.
//!
//! A model with a few bits wrong would answer, and answer badly: only the very file that `make-model` writes is read.

use std::{
    fs,
    io::{self, Cursor, Read},
    path::{Path, PathBuf},
};

use candle_core::{
    Device, Tensor,
    quantized::{
        QTensor,
        gguf_file::{Content, Value},
    },
};
use sha2::{Digest, Sha256};

/// What is called how in the file; who writes one uses the same.
pub mod name {
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

/// SHA-256 of the model file.
pub(crate) const HASH: &str = "6114d342a2bb84340f3ded4b987f8881df86c79eb8b10dac47fc5b74c888fb07";
/// Its size in bytes.
const N_BYTES: u64 = 36_724_832;

/// What can go wrong with a model.
#[derive(Debug, thiserror::Error)]
pub enum ModelError {
    /// The file could not be read.
    #[error("could not read the model `{}`", path.display())]
    Unreadable {
        /// The file concerned.
        path: PathBuf,
        /// The system's own words.
        #[source]
        cause: io::Error,
    },
    /// The file is another one, of another version, or damaged.
    #[error(
        "`{}` is not the model that this version works with, or it is damaged; `cargo xtask model` makes it",
        path.display()
    )]
    Other {
        /// The file concerned.
        path: PathBuf,
    },
    /// The tensor library gave up, though the file is as it should be.
    #[error("the model cannot be reckoned with")]
    Reckoning(#[from] candle_core::Error),
}

/// The model file, in memory.
pub(crate) struct File {
    content: Content,
    bytes: Cursor<Vec<u8>>,
}

impl File {
    pub(crate) fn open(path: &Path) -> Result<File, ModelError> {
        let unreadable = |cause| ModelError::Unreadable { path: path.to_owned(), cause };
        let mut bytes = Vec::new();
        // One byte more tells a longer file, however long it is.
        let mut file = fs::File::open(path).map_err(unreadable)?.take(N_BYTES + 1);
        file.read_to_end(&mut bytes).map_err(unreadable)?;
        if format!("{:x}", Sha256::digest(&bytes)) != HASH {
            return Err(ModelError::Other { path: path.to_owned() });
        }
        let mut bytes = Cursor::new(bytes);
        Ok(File { content: Content::read(&mut bytes)?, bytes })
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
        self.content.tensor(&mut self.bytes, name, &Device::Cpu)
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

#[cfg(test)]
mod tests {
    use super::*;

    /// What somebody might find under the model's name.
    #[test]
    fn whatever_is_not_the_model_is_refused_in_words() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("model.gguf");
        let said = |path: &Path| File::open(path).err().map(|it| it.to_string()).unwrap_or_default();
        assert!(said(&path).starts_with("could not read"), "nothing: {}", said(&path));
        assert!(said(folder.path()).starts_with("could not read"), "a folder: {}", said(folder.path()));

        // A head that promises more strings, numbers and dimensions than any memory holds.
        let greedy = [b"GGUF".as_slice(), &3_u32.to_le_bytes(), &[0xff; 64]].concat();
        for bytes in [Vec::new(), b"GGUF".to_vec(), b"<html>not found</html>".to_vec(), greedy] {
            fs::write(&path, &bytes).unwrap();
            assert!(said(&path).contains("cargo xtask model"), "{bytes:?}: {}", said(&path));
        }
        fs::File::create(&path).unwrap().set_len(1 << 40).unwrap();
        assert!(said(&path).contains("cargo xtask model"), "a file of a terabyte: {}", said(&path));
    }
}
