//! Where things are.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::shell::{self, Failure, Result};

/// The checkout that this command was started in.
pub(crate) struct House {
    root: PathBuf,
}

impl House {
    /// Asks cargo rather than the compiler: a target folder may be shared by several checkouts.
    pub(crate) fn find() -> Result<House> {
        let xtask = env::var_os("CARGO_MANIFEST_DIR")
            .map(PathBuf::from)
            .ok_or_else(|| Failure::new("start this program as `cargo xtask`"))?;
        let root = xtask.parent().ok_or_else(|| Failure::new("xtask has no folder around it"))?;
        Ok(House { root: root.to_owned() })
    }

    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// The sources of the window's pages.
    pub(crate) fn ui(&self) -> PathBuf {
        self.root.join("ui")
    }

    /// Where a program of ours lies once it is built.
    pub(crate) fn program(&self, name: &str, profile: Profile) -> Result<PathBuf> {
        let file = format!("{name}{}", env::consts::EXE_SUFFIX);
        Ok(self.target()?.join(profile.folder()).join(file))
    }

    /// Where the model for search by meaning lies once it is made: above all programs of ours, whatever their profile.
    pub(crate) fn model(&self) -> Result<PathBuf> {
        Ok(self.target()?.join("multilingual-e5-small.gguf"))
    }

    /// A folder of our own below `target`, for what is made only to be compared.
    pub(crate) fn scratch(&self, name: &str) -> Result<PathBuf> {
        Ok(self.target()?.join("xtask").join(name))
    }

    /// What cargo knows of the workspace's own packages.
    pub(crate) fn metadata(&self) -> Result<Value> {
        self.metadata_with(&["--no-deps"])
    }

    /// The same with further arguments, such as those that bring the packages of others in.
    pub(crate) fn metadata_with(&self, args: &[&str]) -> Result<Value> {
        let text = shell::read(self.cargo().args(["metadata", "--format-version=1", "--quiet"]).args(args))?;
        serde_json::from_str(&text)
            .map_err(|err| Failure::new(format!("could not read what cargo metadata says: {err}")))
    }

    /// `cargo`, started in the root of the house.
    pub(crate) fn cargo(&self) -> Command {
        let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        cargo.current_dir(&self.root);
        cargo
    }

    /// `npm`, started in the folder of the window's pages.
    pub(crate) fn npm(&self) -> Command {
        let mut npm = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
        npm.current_dir(self.ui());
        npm
    }

    fn target(&self) -> Result<PathBuf> {
        self.metadata()?["target_directory"]
            .as_str()
            .map(PathBuf::from)
            .ok_or_else(|| Failure::new("cargo metadata names no target folder"))
    }
}

/// How a program is built.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Profile {
    /// Builds fast.
    Debug,
    /// Runs fast; what users get.
    Release,
}

impl Profile {
    pub(crate) fn args(self) -> &'static [&'static str] {
        match self {
            Profile::Debug => &[],
            Profile::Release => &["--release"],
        }
    }

    fn folder(self) -> &'static str {
        match self {
            Profile::Debug => "debug",
            Profile::Release => "release",
        }
    }
}
