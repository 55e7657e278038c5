//! What can be found.

/// One thing that can be found, with all that is said of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What it is.
    pub kind: Kind,
    /// Its id among those of its kind.
    pub id: String,
    /// The edition the passages are of.
    pub edition: Option<String>,
    /// Its full names: one a language, official names after them.
    pub titles: Vec<String>,
    /// What people call it.
    pub short_names: Vec<String>,
    /// The value of the facet of this name, and so on below; none where it has none.
    pub level: Option<String>,
    /// See `level`.
    pub family: Option<String>,
    /// See `level`; several are usual.
    pub for_whom: Vec<String>,
    /// See `level`.
    pub status: Option<String>,
    /// What people ask when this is the answer, in their own words and either language.
    pub questions: Vec<String>,
    /// Its text; an entry without any is found by names and questions.
    pub passages: Vec<Passage>,
}

impl Entry {
    /// An entry with nothing said of it yet.
    pub fn new(kind: Kind, id: impl Into<String>) -> Entry {
        Entry {
            kind,
            id: id.into(),
            edition: None,
            titles: Vec::new(),
            short_names: Vec::new(),
            level: None,
            family: None,
            for_whom: Vec::new(),
            status: None,
            questions: Vec::new(),
            passages: Vec::new(),
        }
    }

    /// The title to show: the first in that language, else the first.
    pub(crate) fn title(&self, lang: Lang) -> &str {
        let own = self.titles.iter().find(|it| Lang::of(it) == lang);
        own.or(self.titles.first()).map_or("", |it| it)
    }
}

/// What an entry is; shown with every hit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A policy in one of its editions.
    Policy,
    /// A park, base, counter or hotline.
    Directory,
    /// A question the program asks.
    Question,
    /// A help text.
    Help,
}

impl Kind {
    /// The word for it where words are compared: in facets and at the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Kind::Policy => "policy",
            Kind::Directory => "directory",
            Kind::Question => "question",
            Kind::Help => "help",
        }
    }

    /// Whether its titles are names that people look up, of which a part will do.
    pub(crate) fn has_names(self) -> bool {
        match self {
            Kind::Policy | Kind::Directory => true,
            Kind::Question | Kind::Help => false,
        }
    }
}

/// A language of the texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lang {
    /// Chinese.
    Zh,
    /// English.
    En,
}

impl Lang {
    /// The language of a short text: Chinese if there is any Chinese character in it.
    pub fn of(text: &str) -> Lang {
        if text.chars().any(crate::fold::is_han) { Lang::Zh } else { Lang::En }
    }
}

/// A piece of an entry's text, best of 150 to 400 characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// Its language.
    pub lang: Lang,
    /// The heading it stands under.
    pub heading: String,
    /// Its words, without any markup.
    pub text: String,
    /// The anchors in it, in order.
    pub anchors: Vec<AnchorAt>,
}

/// From which place of a passage on an anchor is the nearest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnchorAt {
    /// Byte offset in the passage's text.
    pub at: usize,
    /// The anchor.
    pub anchor: String,
}
