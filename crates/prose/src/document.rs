//! A text cut into the clauses that others can point at.

use std::ops::Range;

use crate::{Passage, Remark, passage, reading};

/// A policy's text, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    clauses: Vec<Clause>,
    html: String,
}

/// A heading, a paragraph or a list item of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clause {
    /// Its name, unique in the document.
    pub anchor: Option<String>,
    /// What it is in the text.
    pub kind: ClauseKind,
    /// Its words without marks or anchor; nested items are clauses of their own.
    pub text: String,
    /// Where it stands in the file, in bytes, the anchor included.
    pub span: Range<usize>,
    /// The clause that is its heading, by index; for a heading, the next higher one.
    pub under: Option<usize>,
}

/// What a clause is in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClauseKind {
    /// A heading; 1 is the highest level, 6 the lowest.
    Heading(u8),
    /// A paragraph, a row of a table or a block of code.
    Paragraph,
    /// The first paragraph of a list item.
    Item,
}

impl Document {
    /// Reads a text, whatever it holds, and says what an author should mend.
    pub fn parse(markdown: &str) -> (Document, Vec<Remark>) {
        let (clauses, html, remarks) = reading::read(markdown);
        (Document { clauses, html }, remarks)
    }

    /// All clauses in the order of the text.
    pub fn clauses(&self) -> &[Clause] {
        &self.clauses
    }

    /// The clause of that name.
    pub fn clause(&self, anchor: &str) -> Option<&Clause> {
        self.clauses.iter().find(|it| it.anchor.as_deref() == Some(anchor))
    }

    /// The heading a clause stands under.
    pub fn heading_of(&self, clause: &Clause) -> Option<&Clause> {
        clause.under.map(|it| &self.clauses[it])
    }

    /// The table of contents: headings of level two that have an anchor.
    pub fn contents(&self) -> impl Iterator<Item = &Clause> {
        self.clauses.iter().filter(|it| it.kind == ClauseKind::Heading(2) && it.anchor.is_some())
    }

    /// The whole text as HTML that is safe to show.
    ///
    /// An anchored clause has the id [`ID_PREFIX`](crate::ID_PREFIX) + anchor. A link either leads to such
    /// an id or to an `https:` address; the latter carries `rel="external …"`, by which the window knows
    /// that it must not follow it by itself.
    pub fn html(&self) -> &str {
        &self.html
    }

    /// The text in pieces of a size that search ranks well.
    pub fn passages(&self) -> Vec<Passage> {
        passage::cut(&self.clauses)
    }
}
