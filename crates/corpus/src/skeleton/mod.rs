//! The skeleton of a policy: files that load, and say in both languages what to write where.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use policy::{Catalog, Date, Id, IdError, PolicyId};

use crate::{Loaded, SourceError};

/// What stands where something is still to be written; `pack check` asks for it as long as it does.
pub(crate) const MARKS: [&str; 2] = ["〔待写〕", "[to be written]"];

const POLICY: &str = include_str!("policy.toml");
/// The files of an edition.
const EDITION: [(&str, &str); 4] = [
    ("rule.toml", include_str!("rule.toml")),
    ("zh.md", include_str!("zh.md")),
    ("en.md", include_str!("en.md")),
    ("cases.toml", include_str!("cases.toml")),
];

/// A skeleton could not be made.
#[derive(Debug, thiserror::Error)]
pub enum SkeletonError {
    /// The name is not that of a policy.
    #[error("`{0}` does not name a policy; write `family/policy-id`")]
    NotAName(String),
    /// A part of the name cannot be one.
    #[error(transparent)]
    Id(#[from] IdError),
    /// The pack has no such family.
    #[error("the pack has no family `{family}`; it has {known}; families are declared in its `pack.toml`")]
    NoFamily {
        /// What was asked for.
        family: String,
        /// What there is.
        known: String,
    },
    /// The policy lies in another family.
    #[error("`{policy}` lies in the family `{family}` already")]
    OtherFamily {
        /// The policy.
        policy: String,
        /// Where it lies.
        family: String,
    },
    /// It is there already.
    #[error("`{}` is there already and stays as it is; `--edition` names another one", path.display())]
    Exists {
        /// The folder of the edition.
        path: PathBuf,
    },
    /// The pack could not be read.
    #[error(transparent)]
    Pack(#[from] SourceError),
    /// The system refused.
    #[error("could not write `{}`: {cause}", path.display())]
    Write {
        /// What was to be written.
        path: PathBuf,
        /// The system's own words.
        cause: io::Error,
    },
}

/// Writes a policy's skeleton into a pack's folder, or a further edition of a policy that is there; what was written
/// comes back. Nothing that is there is changed.
///
/// `name` is the family and the id with a `/` between; `as_of` is the day on which the author looks.
pub fn write_skeleton(
    root: &Path,
    name: &str,
    edition: &str,
    as_of: Date,
) -> Result<Vec<PathBuf>, SkeletonError> {
    let (family, id) = name.split_once('/').ok_or_else(|| SkeletonError::NotAName(name.to_owned()))?;
    let (family, id): (Id, PolicyId) = (family.parse()?, id.parse()?);
    let edition: Id = edition.parse()?;
    let loaded = Loaded::folder(root)?;
    check_family(&loaded.catalog, &family, &id)?;
    let policy_folder = root.join(family.as_str()).join(id.as_str());
    let edition_folder = policy_folder.join(edition.as_str());
    if edition_folder.exists() {
        return Err(SkeletonError::Exists { path: edition_folder });
    }
    let fill = |template: &str| filled(template, &loaded.catalog, &family, as_of);
    let mut written = Vec::new();
    if !policy_folder.join("policy.toml").exists() {
        written.push(write(&policy_folder, "policy.toml", &fill(POLICY))?);
    }
    for (file, template) in EDITION {
        written.push(write(&edition_folder, file, &fill(template))?);
    }
    Ok(written)
}

fn check_family(catalog: &Catalog, family: &Id, id: &PolicyId) -> Result<(), SkeletonError> {
    let known: Vec<&str> = catalog.pack.families.iter().map(|it| it.id.as_str()).collect();
    if !known.contains(&family.as_str()) {
        return Err(SkeletonError::NoFamily { family: family.to_string(), known: known.join(", ") });
    }
    let other = catalog.policy(id.as_str()).ok().and_then(|it| it.family.as_ref()).filter(|it| *it != family);
    match other {
        Some(other) => Err(SkeletonError::OtherFamily { policy: id.to_string(), family: other.to_string() }),
        None => Ok(()),
    }
}

fn filled(template: &str, catalog: &Catalog, family: &Id, as_of: Date) -> String {
    let levels: Vec<&str> = catalog.pack.levels.iter().map(|it| it.id.as_str()).collect();
    let from = format!("{:04}-01-01", as_of.year());
    template
        .replace("{family}", family.as_str())
        .replace("{levels}", &levels.join(", "))
        .replace("{from}", &from)
        .replace("{as_of}", &as_of.to_string())
}

fn write(folder: &Path, file: &str, text: &str) -> Result<PathBuf, SkeletonError> {
    let path = folder.join(file);
    let refused = |cause| SkeletonError::Write { path: path.clone(), cause };
    fs::create_dir_all(folder).map_err(refused)?;
    fs::write(&path, text).map_err(refused)?;
    Ok(path)
}
