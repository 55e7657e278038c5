//! TOML as an author writes it: the keys there are, what may stand in them, and quiet access once that is checked.

pub mod form;
pub mod forms;
pub(crate) mod meanings;
mod shape;
mod table;

use policy::Text;

use toml::de::DeTable;

pub(crate) use shape::{check, is_sound};
pub(crate) use table::{Entry, Table, Written, date, number};

use crate::remark::{Place, Remarks};

/// A TOML file that could be read as TOML.
pub(crate) struct Document<'a> {
    pub(crate) file: &'a str,
    text: &'a str,
    root: DeTable<'a>,
}

impl<'a> Document<'a> {
    /// Reads a file; every mistake of syntax is a remark, and then there is no document.
    pub(crate) fn read(remarks: &mut Remarks<'_>, file: &'a str, text: &'a str) -> Option<Document<'a>> {
        let (root, errors) = DeTable::parse_recoverable(text);
        for error in &errors {
            let span = error.span().filter(|it| text.get(it.clone()).is_some()).unwrap_or_default();
            let bare_word = text[span.clone()].starts_with(|it: char| it.is_alphabetic());
            remarks.error(&Place { file, span }, "toml", error.message().to_owned());
            remarks.hint(bare_word.then(|| Text::new("文字要写在引号里", "text is written in quotes")));
        }
        errors.is_empty().then(|| Document { file, text, root: root.into_inner() })
    }

    /// The whole file as one table.
    pub(crate) fn root<'d>(&'d self) -> Table<'d> {
        Table::new(self.text, Place::start_of(self.file), &self.root)
    }
}
