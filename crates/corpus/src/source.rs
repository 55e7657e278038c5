//! A pack's files, from a folder or from the program itself. What comes from a folder is hostile until checked.

use std::{
    collections::BTreeMap,
    fmt::Write as _,
    fs, io,
    path::{Path, PathBuf},
};

use sha2::{Digest, Sha256};

use crate::{
    Remark,
    remark::{Place, Remarks},
};

/// The largest file that is read.
const MAX_BYTES: u64 = 2 * 1024 * 1024;
/// The most files that are read.
const MAX_FILES: usize = 20_000;
/// The deepest folder that is read; a pack has three.
const MAX_DEPTH: usize = 8;

/// A pack's texts by their path inside the pack, with `/` between folders.
#[derive(Debug, Clone, Default)]
pub struct Files {
    texts: BTreeMap<String, String>,
    remarks: Vec<Remark>,
}

/// A folder could not be read.
#[derive(Debug, thiserror::Error)]
pub enum SourceError {
    /// The system refused.
    #[error("could not read `{}`", path.display())]
    Read {
        /// What was to be read.
        path: PathBuf,
        /// The system's own words.
        #[source]
        cause: io::Error,
    },
    /// Not a pack at all: somebody chose a whole disk.
    #[error("`{}` holds more than {MAX_FILES} files; choose the folder of one pack", path.display())]
    TooMany {
        /// The folder.
        path: PathBuf,
    },
}

#[derive(rust_embed::RustEmbed)]
#[folder = "../../policies"]
struct BuiltIn;

impl Files {
    /// The pack that is part of the program.
    pub fn built_in() -> Files {
        let mut files = Files::default();
        for path in BuiltIn::iter() {
            if let Some(file) = BuiltIn::get(&path) {
                files.add(path.into_owned(), file.data.into_owned());
            }
        }
        files
    }

    /// The pack in a folder on disk.
    pub fn folder(root: &Path) -> Result<Files, SourceError> {
        let refused = |path: &Path| {
            let path = path.to_owned();
            move |cause| SourceError::Read { path, cause }
        };
        let real_root = root.canonicalize().map_err(refused(root))?;
        let mut found = Vec::new();
        gather(&real_root, &real_root, 0, &mut found)?;
        let mut files = Files::default();
        for found in found {
            match found {
                Found::File(name, path) => files.add(name, fs::read(&path).map_err(refused(&path))?),
                Found::Refused(name, why) => files.refuse(name, "unreadable-file", why),
            }
        }
        Ok(files)
    }

    /// Adds a file; what is not UTF-8 becomes a remark.
    pub fn add(&mut self, name: String, bytes: Vec<u8>) {
        if bytes.len() as u64 > MAX_BYTES {
            return self.refuse(name, "unreadable-file", TOO_LARGE);
        }
        match String::from_utf8(bytes) {
            Ok(text) => {
                self.texts.insert(name, text);
            }
            Err(_) => self.refuse(name, "not-utf-8", "the file is not UTF-8; save it as UTF-8 text"),
        }
    }

    /// A file's text.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.texts.get(name).map(String::as_str)
    }

    /// All files with their texts, by path.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.texts.iter().map(|(name, text)| (name.as_str(), text.as_str()))
    }

    /// A stable fingerprint of all names and texts: SHA-256, in hexadecimal.
    pub fn hash(&self) -> String {
        let mut sha = Sha256::new();
        for (name, text) in &self.texts {
            // Lengths keep "ab" + "c" apart from "a" + "bc".
            for part in [name, text] {
                sha.update((part.len() as u64).to_be_bytes());
                sha.update(part);
            }
        }
        sha.finalize().iter().fold(String::new(), |mut hex, byte| {
            write!(hex, "{byte:02x}").expect("writing to a string does not fail");
            hex
        })
    }

    /// What was noticed while reading.
    pub(crate) fn remarks(&self) -> &[Remark] {
        &self.remarks
    }

    fn refuse(&mut self, name: String, code: &'static str, why: &'static str) {
        let nothing = Files::default();
        let mut remarks = Remarks::new(&nothing);
        remarks.error(&Place::start_of(&name), code, why);
        self.remarks.extend(remarks.finish());
    }
}

impl<'a> FromIterator<(&'a str, &'a str)> for Files {
    fn from_iter<I: IntoIterator<Item = (&'a str, &'a str)>>(texts: I) -> Files {
        let texts = texts.into_iter().map(|(name, text)| (name.to_owned(), text.to_owned())).collect();
        Files { texts, remarks: Vec::new() }
    }
}

const TOO_LARGE: &str = "the file is larger than 2 MB; nothing in a pack needs to be";

enum Found {
    File(String, PathBuf),
    Refused(String, &'static str),
}

/// Walks a folder in the order of names. Hidden files (editors, version control) are none of a pack's business.
fn gather(root: &Path, folder: &Path, depth: usize, found: &mut Vec<Found>) -> Result<(), SourceError> {
    let refused = |cause| SourceError::Read { path: folder.to_owned(), cause };
    let entries: Vec<fs::DirEntry> = fs::read_dir(folder).and_then(Iterator::collect).map_err(refused)?;
    for entry in entries {
        if entry.file_name().to_string_lossy().starts_with('.') {
            continue;
        }
        if found.len() == MAX_FILES {
            return Err(SourceError::TooMany { path: root.to_owned() });
        }
        let path = entry.path();
        let name = name_in(root, &path);
        let Some(real) = path.canonicalize().ok().filter(|it| it.starts_with(root)) else {
            found.push(Found::Refused(name, "the link leads out of the pack, or nowhere"));
            continue;
        };
        let about = fs::metadata(&real).map_err(|cause| SourceError::Read { path: path.clone(), cause })?;
        if about.is_dir() && depth == MAX_DEPTH {
            found.push(Found::Refused(name, "the folder lies too deep; a pack has three levels"));
        } else if about.is_dir() {
            gather(root, &path, depth + 1, found)?;
        } else if !about.is_file() {
            found.push(Found::Refused(name, "neither a file nor a folder"));
        } else if about.len() > MAX_BYTES {
            found.push(Found::Refused(name, TOO_LARGE));
        } else {
            found.push(Found::File(name, real));
        }
    }
    Ok(())
}

fn name_in(root: &Path, path: &Path) -> String {
    let inside = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<_> = inside.iter().map(|it| it.to_string_lossy()).collect();
    parts.join("/")
}
