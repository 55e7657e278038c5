//! What most commands need: the pack, the day, the language; and what can go wrong with their input.

use std::{
    collections::BTreeSet,
    error::Error,
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

use corpus::{Loaded, ProfileMistake, SkeletonError, SourceError, read_profile};
use desk::ModelError;
use eligibility::Choice;
use policy::{Catalog, Date, NotFound, Profile, Text};
use serde_json::Value;

use crate::arguments::{Arguments, Lang, Preference};

/// Bad input, in words that say how to mend it.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Trouble {
    /// A file could not be read.
    #[error("cannot read `{}`: {cause}", path.display())]
    Unreadable {
        /// Which.
        path: PathBuf,
        /// The system's own words.
        cause: io::Error,
    },
    /// A file is not JSON.
    #[error("`{}` is not JSON: {cause}", path.display())]
    NotJson {
        /// Which.
        path: PathBuf,
        /// Where and why.
        cause: serde_json::Error,
    },
    /// A profile does not fit the pack.
    #[error("the profile does not fit the pack:\n{}", lines(.0))]
    Profile(Vec<ProfileMistake>),
    /// The pack could not be read.
    #[error("{}", with_cause(.0))]
    Pack(#[from] SourceError),
    /// Something asked for is not in the pack.
    #[error("{0}; `advisor policy list` lists what there is")]
    NotFound(#[from] NotFound),
    /// An edition asked for is not there.
    #[error("`{policy}` has no edition `{edition}`; it has {known}")]
    NoEdition {
        /// The policy.
        policy: String,
        /// What was asked for.
        edition: String,
        /// What there is.
        known: String,
    },
    /// An edition is not named as one.
    #[error("`{0}` does not name an edition; write `policy/edition`")]
    NotAnEdition(String),
    /// A skeleton could not be made.
    #[error("{0}")]
    Skeleton(#[from] SkeletonError),
    /// A file could not be written.
    #[error("cannot write `{}`: {cause}", path.display())]
    Unwritable {
        /// Which.
        path: PathBuf,
        /// The system's own words.
        cause: io::Error,
    },
    /// What is wanted is told by the ending of the file's name.
    #[error("`{}` ends in none of .pdf (the sheet), .ics (the days to come) and .xlsx (the list)", .0.display())]
    Ending(PathBuf),
    /// A hand-out could not be made.
    #[error(transparent)]
    Handout(#[from] handout::HandoutError),
    /// The model was asked for and is not there.
    #[error(
        "there is no model beside the program; `cargo xtask model` makes one, `--model F.gguf` names one"
    )]
    NoModel,
    /// The model was asked for and cannot be used.
    #[error("{}", with_cause(.0))]
    Model(#[from] ModelError),
    /// The output could not be written.
    #[error("cannot write the output: {0}")]
    Output(#[from] io::Error),
}

fn with_cause(error: &dyn Error) -> String {
    match error.source() {
        Some(cause) => format!("{error}: {cause}"),
        None => error.to_string(),
    }
}

fn lines(mistakes: &[ProfileMistake]) -> String {
    mistakes.iter().map(|it| format!("  {it}")).collect::<Vec<_>>().join("\n")
}

/// The day of assessment: the one asked for, or today.
pub(crate) fn day(arguments: &Arguments) -> Date {
    arguments.as_of.unwrap_or_else(today)
}

/// The pack, the day and the language.
pub(crate) struct Context {
    pub(crate) loaded: Loaded,
    pub(crate) as_of: Date,
    pub(crate) lang: Lang,
    pub(crate) json: bool,
}

impl Context {
    /// Reads the pack; what is wrong in it is told on standard error, the rest is used.
    pub(crate) fn open(arguments: &Arguments) -> Result<Context, Trouble> {
        let loaded = match &arguments.policies {
            None => Loaded::built_in(),
            Some(dir) => Loaded::folder(dir)?,
        };
        if loaded.has_errors() {
            eprint!("{}", corpus::render(&loaded.remarks, &loaded.files, arguments.lang.words()));
        }
        Ok(Context { loaded, as_of: day(arguments), lang: arguments.lang, json: arguments.json })
    }

    pub(crate) fn catalog(&self) -> &Catalog {
        &self.loaded.catalog
    }

    /// The words in the language asked for.
    pub(crate) fn say<'t>(&self, text: &'t Text) -> &'t str {
        self.lang.say(text)
    }

    /// A profile from a file; `-` is standard input.
    pub(crate) fn profile(&self, path: &Path) -> Result<Profile, Trouble> {
        let text = read(path)?;
        let json =
            serde_json::from_str(&text).map_err(|cause| Trouble::NotJson { path: path.to_owned(), cause })?;
        self.profile_of(&json)
    }

    /// A profile from JSON.
    pub(crate) fn profile_of(&self, json: &Value) -> Result<Profile, Trouble> {
        let (profile, mistakes) = read_profile(self.catalog(), json);
        if mistakes.is_empty() { Ok(profile) } else { Err(Trouble::Profile(mistakes)) }
    }

    /// What is chosen of supports that exclude each other; each of them is in the pack.
    pub(crate) fn choices(&self, preferred: &[Preference]) -> Result<BTreeSet<Choice>, Trouble> {
        let choice = |it: &Preference| {
            self.catalog().policy(it.0.policy.as_str())?;
            Ok(it.0.clone())
        };
        preferred.iter().map(choice).collect()
    }
}

/// The text of a file; `-` is standard input.
pub(crate) fn read(path: &Path) -> Result<String, Trouble> {
    let text =
        if path.as_os_str() == "-" { io::read_to_string(io::stdin()) } else { fs::read_to_string(path) };
    let text = text.map_err(|cause| Trouble::Unreadable { path: path.to_owned(), cause })?;
    // Some editors begin a file with a mark that no JSON reader takes.
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

/// The day it is.
pub(crate) fn today() -> Date {
    let today = jiff::ZonedDateTime::now().date();
    let (year, month, day) = (today.year(), today.month(), today.day());
    Date::new(year.into(), month.into(), day.into()).unwrap_or(Date::MAX)
}

/// Prints an answer as JSON.
pub(crate) fn print_json(answer: &impl serde::Serialize) -> Result<(), Trouble> {
    let mut out = io::stdout().lock();
    serde_json::to_writer_pretty(&mut out, answer).map_err(io::Error::from)?;
    Ok(writeln!(out)?)
}
