//! What things are called: `kebab-case` ids in files and replies, `snake_case` names in expressions.

use std::{fmt, str::FromStr};

/// Why a text cannot be an id or a name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum IdError {
    /// Not of the form `[a-z0-9]+(-[a-z0-9]+)*`.
    #[error("`{0}` is not an id: use small Latin letters, digits and single hyphens")]
    Id(String),
    /// Not of the form `[a-z][a-z0-9_]*`.
    #[error("`{0}` is not a name: use small Latin letters, digits and underscores, beginning with a letter")]
    Name(String),
    /// One of the words the language keeps for itself.
    #[error("`{0}` is taken by the language of rules")]
    Taken(String),
}

macro_rules! word {
    ($(#[$doc:meta])* $word:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $word(Box<str>);

        impl $word {
            /// The word as written.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $word {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl std::borrow::Borrow<str> for $word {
            fn borrow(&self) -> &str {
                &self.0
            }
        }
    };
}

word! {
    /// Names a condition, an amount, an edition, an option, an entry, a level, a family, a topic, a paper.
    ///
    /// ```
    /// use policy::Id;
    ///
    /// assert!("one-year".parse::<Id>().is_ok());
    /// assert!("One year".parse::<Id>().is_err());
    /// assert!("a--b".parse::<Id>().is_err());
    /// ```
    Id
}

word! {
    /// Names one policy; equal to the name of its folder.
    PolicyId
}

word! {
    /// Names a clause of a policy's text: the `id` of an `{#id}`.
    Anchor
}

word! {
    /// Names a fact, a derived fact, a list or a parameter; rules calculate with it.
    ///
    /// ```
    /// use policy::Name;
    ///
    /// assert!("registered_on".parse::<Name>().is_ok());
    /// assert!("as_of".parse::<Name>().is_err());
    /// ```
    Name
}

/// Words that expressions use themselves.
const TAKEN: [&str; 18] = [
    "n", "id", "as_of", "counted", "had", "and", "or", "not", "if", "then", "else", "in", "overlaps",
    "match", "true", "false", "some", "every",
];

fn is_id(text: &str) -> bool {
    text.split('-')
        .all(|part| !part.is_empty() && part.bytes().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit()))
}

macro_rules! from_id {
    ($($word:ident)*) => {$(
        impl FromStr for $word {
            type Err = IdError;

            fn from_str(text: &str) -> Result<$word, IdError> {
                if is_id(text) { Ok($word(text.into())) } else { Err(IdError::Id(text.to_owned())) }
            }
        }
    )*};
}

from_id!(Id PolicyId Anchor);

impl FromStr for Name {
    type Err = IdError;

    fn from_str(text: &str) -> Result<Name, IdError> {
        let formed = text.starts_with(|it: char| it.is_ascii_lowercase())
            && text.bytes().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || it == b'_');
        if !formed {
            return Err(IdError::Name(text.to_owned()));
        }
        if TAKEN.contains(&text) {
            return Err(IdError::Taken(text.to_owned()));
        }
        Ok(Name(text.into()))
    }
}
