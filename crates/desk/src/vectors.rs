//! What a model has read, in a file: by the digest of a text its vector.

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
};

use search::Vector;
use sha2::{Digest as _, Sha256};

/// Names a text; sixteen bytes of its hash.
pub(crate) type Digest = [u8; 16];

/// The digest of a text.
pub(crate) fn digest(text: &str) -> Digest {
    let hash = Sha256::digest(text.as_bytes());
    let mut digest = Digest::default();
    digest.copy_from_slice(&hash[..16]);
    digest
}

/// Numbers in a vector, a byte each.
const WIDTH: usize = 384;
const RECORD: usize = size_of::<Digest>() + WIDTH;

/// Vectors by what they are of.
#[derive(Default)]
pub(crate) struct Vectors(BTreeMap<Digest, Vector>);

impl Vectors {
    /// What is kept in some files of one model's.
    pub(crate) fn read_all(paths: &[PathBuf], fingerprint: &str) -> Vectors {
        Vectors(paths.iter().flat_map(|it| Vectors::read(it, fingerprint).0).collect())
    }

    /// What is kept in a file; nothing where there is no such file or it is another model's, and of one cut short what is
    /// whole: it can be made anew.
    fn read(path: &Path, fingerprint: &str) -> Vectors {
        let bytes = fs::read(path).unwrap_or_default();
        let records = bytes.strip_prefix(head(fingerprint).as_slice()).unwrap_or_default();
        let records = records.chunks_exact(RECORD).map(|it| {
            let (digest, vector) = it.split_at(size_of::<Digest>());
            (digest.try_into().unwrap_or_default(), Vector::from_bytes(vector))
        });
        Vectors(records.collect())
    }

    /// Writes all to a file, the old one staying until the new one is whole.
    pub(crate) fn write(&self, path: &Path, fingerprint: &str) -> io::Result<()> {
        let mut bytes = head(fingerprint);
        for (digest, vector) in &self.0 {
            bytes.extend(digest);
            bytes.extend(vector.bytes());
        }
        let new = path.with_extension("vectors-new");
        fs::write(&new, bytes)?;
        fs::rename(new, path)
    }

    pub(crate) fn get(&self, digest: &Digest) -> Option<&Vector> {
        self.0.get(digest)
    }

    pub(crate) fn put(&mut self, digest: Digest, vector: Vector) {
        self.0.insert(digest, vector);
    }
}

fn head(fingerprint: &str) -> Vec<u8> {
    format!("policy vectors 1 {fingerprint}\n").into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_read_is_there_again_for_the_same_model() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("model.vectors");
        let vector = Vector::new(&[0.5; WIDTH]);
        let mut vectors = Vectors::default();
        vectors.put(digest("创业"), vector.clone());
        vectors.write(&path, "small").unwrap();
        assert_eq!(Vectors::read(&path, "small").get(&digest("创业")), Some(&vector));
        assert_eq!(Vectors::read(&path, "small").get(&digest("贷款")), None);
        assert!(Vectors::read(&path, "large").0.is_empty());

        let whole = fs::read(&path).unwrap();
        fs::write(&path, &whole[..whole.len() - 1]).unwrap();
        assert!(Vectors::read(&path, "small").0.is_empty(), "cut short");
        assert!(Vectors::read(folder.path(), "small").0.is_empty(), "no file");
    }
}
