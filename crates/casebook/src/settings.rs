//! What must be known before the book is open: language, theme and the like, in a small file of its own.

use std::io;
use std::path::Path;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::{CasebookError, files};

const FILE: &str = "settings.json";

/// How the window is to be.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Settings {
    /// The language chosen; `None` until one is, and the window then speaks that of the system.
    pub language: Option<Language>,
    /// Light or dark.
    pub theme: Theme,
    /// How large the text is.
    pub text_size: TextSize,
    /// Who uses the program.
    pub mode: Mode,
    /// The screen that explains the program was seen.
    pub first_run_done: bool,
}

/// A language the window speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Chinese, in simplified characters.
    Zh,
    /// English.
    En,
}

/// The colours of the window.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Ink on paper.
    Light,
    /// Paper on ink.
    Dark,
}

/// The size of all text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TextSize {
    /// For one reader.
    #[default]
    Normal,
    /// For two at one screen.
    Large,
    /// For two at one screen, one of them further off.
    Larger,
    /// Twice the normal size.
    Largest,
}

/// Who uses the program.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Mode {
    /// A founder, for one enterprise.
    #[default]
    Founder,
    /// A park adviser, for many.
    Adviser,
}

/// Why something of the settings was left at its default.
#[derive(Debug, thiserror::Error)]
pub enum SettingsRemark {
    /// The file could not be read.
    #[error("the settings could not be read")]
    Unreadable(#[source] io::Error),
    /// The file is not a JSON object.
    #[error("the settings are not a JSON object")]
    NotAnObject(#[source] serde_json::Error),
    /// One setting has a value that is not known here.
    #[error("the setting `{name}` has a value not known here")]
    Value {
        /// The setting's name.
        name: &'static str,
        /// What is the matter with it.
        #[source]
        cause: serde_json::Error,
    },
}

impl Settings {
    /// The settings of a folder, as far as they can be understood, with remarks on the rest. A folder without settings has the default
    /// ones, without a remark.
    pub fn load(folder: &Path) -> (Settings, Vec<SettingsRemark>) {
        let mut remarks = Vec::new();
        let mut values = read(folder).unwrap_or_else(|remark| {
            remarks.push(remark);
            Map::new()
        });
        let settings = Settings {
            language: take(&mut values, "language", &mut remarks),
            theme: take(&mut values, "theme", &mut remarks),
            text_size: take(&mut values, "text_size", &mut remarks),
            mode: take(&mut values, "mode", &mut remarks),
            first_run_done: take(&mut values, "first_run_done", &mut remarks),
        };
        (settings, remarks)
    }

    /// Saves the settings in a folder, creating it where it is not there; the file is the former one or the new one, never a part.
    pub fn save(&self, folder: &Path) -> Result<(), CasebookError> {
        let mut json = serde_json::to_string_pretty(self).expect("names and words are always JSON");
        json.push('\n');
        files::create_folder(folder)?;
        files::write_whole(folder, FILE, json.as_bytes())
    }
}

fn read(folder: &Path) -> Result<Map<String, Value>, SettingsRemark> {
    match std::fs::read(folder.join(FILE)) {
        Ok(bytes) => serde_json::from_slice(&bytes).map_err(SettingsRemark::NotAnObject),
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => Ok(Map::new()),
        Err(cause) => Err(SettingsRemark::Unreadable(cause)),
    }
}

/// One setting; a word unknown here must not cost the reader the others.
fn take<T: Default + DeserializeOwned>(
    values: &mut Map<String, Value>,
    name: &'static str,
    remarks: &mut Vec<SettingsRemark>,
) -> T {
    let Some(value) = values.remove(name) else { return T::default() };
    serde_json::from_value(value).unwrap_or_else(|cause| {
        remarks.push(SettingsRemark::Value { name, cause });
        T::default()
    })
}
