//! How the keys of a table are told: once, for the reader, for the documentation and for the JSON Schema.

/// A table of the pack's files, with all keys it may have.
#[derive(Debug)]
pub struct Form {
    /// What people call it, with its article: "a condition".
    pub name: &'static str,
    /// All keys there are.
    pub keys: &'static [Key],
}

impl Form {
    /// The key of this name.
    pub fn key(&self, name: &str) -> Option<&'static Key> {
        self.keys.iter().find(|it| it.name == name)
    }
}

/// A key of a table.
#[derive(Debug)]
pub struct Key {
    /// As it is written.
    pub name: &'static str,
    /// What may stand there.
    pub kind: Kind,
    /// Whether it has to be there.
    pub need: Need,
}

/// Whether a key has to be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Without it the table means nothing: an error.
    Required,
    /// A pack that is published has it: a warning.
    Wanted,
    /// As the case may be.
    Optional,
}

/// What may stand in a key.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    /// Words in one language; `zh` and `en` in place, of which both are wanted where either is needed.
    Label,
    /// Words in both languages: `{ zh = "…", en = "…" }`.
    Text,
    /// Any string.
    String,
    /// Only ever `true`.
    True,
    /// A whole number.
    Integer,
    /// A whole number, or a string of digits with a point.
    Decimal,
    /// A day.
    Date,
    /// A day, or a string with a month or a year.
    Period,
    /// An expression in the language of rules.
    Expression,
    /// `kebab-case`.
    Id,
    /// `snake_case`.
    Name,
    /// One of a few words.
    OneOf(&'static [&'static str]),
    /// Several of the same.
    List(&'static Kind),
    /// A table.
    Table(&'static Form),
    /// A value; what it may be depends on the facts.
    Value,
    /// A table of values by names that the pack declares.
    Values,
}

impl Kind {
    /// The table that stands there, alone or in a list.
    pub fn table(&self) -> Option<&'static Form> {
        match self {
            Kind::Table(form) => Some(form),
            Kind::List(kind) => kind.table(),
            Kind::Label
            | Kind::Text
            | Kind::String
            | Kind::True
            | Kind::Integer
            | Kind::Decimal
            | Kind::Date
            | Kind::Period
            | Kind::Expression
            | Kind::Id
            | Kind::Name
            | Kind::OneOf(_)
            | Kind::Value
            | Kind::Values => None,
        }
    }

    /// What an author is told to write.
    pub fn wording(&self) -> String {
        match self {
            Kind::Label | Kind::String => "a string".to_owned(),
            Kind::Text => "text in both languages: { zh = \"…\", en = \"…\" }".to_owned(),
            Kind::True => "true, or left out".to_owned(),
            Kind::Integer => "a whole number".to_owned(),
            Kind::Decimal => "a whole number, or a decimal in quotes such as \"0.16\"".to_owned(),
            Kind::Date => "a date such as 2026-11-23".to_owned(),
            Kind::Period => "a date such as 2026-11-23, or \"2026-11\", or \"2026\"".to_owned(),
            Kind::Expression => "an expression in quotes".to_owned(),
            Kind::Id => "an id: small Latin letters, digits and hyphens".to_owned(),
            Kind::Name => "a name: small Latin letters, digits and underscores".to_owned(),
            Kind::OneOf(words) => format!("one of {}", quoted(words)),
            Kind::List(kind) => format!("a list (each {})", kind.wording()),
            Kind::Table(form) => format!("a table, {}", form.name),
            Kind::Value => "a value".to_owned(),
            Kind::Values => "a table of values".to_owned(),
        }
    }
}

/// Words in backticks, with commas.
pub(crate) fn quoted(words: &[&str]) -> String {
    words.iter().map(|it| format!("`{it}`")).collect::<Vec<_>>().join(", ")
}
