//! Profiles as JSON, the form in which they come to the command line and lie on disk.
//!
//! A fact is its plain value, `{"min", "max"}` for a range, `{"among"}` for one of several options, or
//! `{"unknown": true}`; a list is an array of objects, or `{"entries", "more"}`. What is left out was not asked.

mod read;
mod value;
mod write;

use std::fmt;

use policy::Text;

pub(crate) use read::read_assumed;
pub use read::read_profile;
pub use write::{write_answer, write_profile};

/// A part of a profile that does not fit the pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProfileMistake {
    /// Where it stands, such as `hires[0].hired_on`; empty for the profile as a whole.
    pub key: String,
    /// What is wrong with it.
    pub message: String,
    /// How to mend it.
    pub hint: Option<Text>,
    /// The same for whoever fills in a form; `None` for what a form lets nobody do.
    pub say: Option<Text>,
}

impl fmt::Display for ProfileMistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.key.is_empty() {
            write!(f, "{}: ", self.key)?;
        }
        f.write_str(&self.message)?;
        self.hint.as_ref().map_or(Ok(()), |it| write!(f, " ({})", it.en))
    }
}

/// The mistakes found so far, and the way to where one is reading.
#[derive(Default)]
pub(crate) struct Mistakes {
    all: Vec<ProfileMistake>,
    path: Vec<String>,
    field: Option<Text>,
}

impl Mistakes {
    /// Reads something that stands under a key.
    pub(crate) fn at<T>(&mut self, key: &str, read: impl FnOnce(&mut Mistakes) -> T) -> T {
        let dot = if self.path.is_empty() { "" } else { "." };
        self.path.push(format!("{dot}{key}"));
        let read = read(self);
        self.path.pop();
        read
    }

    /// Reads something that stands in an array.
    pub(crate) fn at_index<T>(&mut self, idx: usize, read: impl FnOnce(&mut Mistakes) -> T) -> T {
        self.path.push(format!("[{idx}]"));
        let read = read(self);
        self.path.pop();
        read
    }

    pub(crate) fn tell(&mut self, message: impl Into<String>) {
        self.tell_with(message, None);
    }

    pub(crate) fn tell_with(&mut self, message: impl Into<String>, hint: Option<Text>) {
        self.all.push(ProfileMistake { key: self.path.concat(), message: message.into(), hint, say: None });
    }

    /// Tells what anybody may do wrong in a form.
    pub(crate) fn tell_people(&mut self, message: impl Into<String>, say: Text) {
        self.tell(message);
        let field = self.field.clone();
        if let Some(mistake) = self.all.last_mut() {
            mistake.say = Some(match field {
                Some(field) => {
                    Text { zh: format!("{}：{}", field.zh, say.zh), en: format!("{}: {}", field.en, say.en) }
                }
                None => say,
            });
        }
    }

    /// Reads one of several fields of a form; what is told to people begins with its label.
    pub(crate) fn in_field<T>(&mut self, label: &Text, read: impl FnOnce(&mut Mistakes) -> T) -> T {
        self.field = (!label.is_empty()).then(|| label.clone());
        let read = read(self);
        self.field = None;
        read
    }

    pub(crate) fn into_all(self) -> Vec<ProfileMistake> {
        self.all
    }
}
