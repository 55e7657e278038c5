//! What an author should mend in a text.

use std::{fmt, ops::Range};

/// Something to mend, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// What is wrong.
    pub kind: RemarkKind,
    /// The place in the file, in bytes.
    pub span: Range<usize>,
}

/// What can be wrong with a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RemarkKind {
    /// The anchor names an earlier clause already; this clause has none.
    DuplicateAnchor(String),
    /// Meant as an anchor but not one: wrongly spelled, or not at the end of a heading, paragraph or item.
    BadAnchor,
    /// HTML, which is shown as text.
    RawHtml,
    /// An image, of which only the description is shown.
    Image,
    /// A link that leads neither to `https:` nor to a clause of this text; only its words are shown.
    Link(String),
}

impl fmt::Display for RemarkKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            RemarkKind::DuplicateAnchor(anchor) => write!(f, "the anchor `{anchor}` is used twice"),
            RemarkKind::BadAnchor => f.write_str(
                "not an anchor: write `{#a-b-1}` at the very end of a heading, paragraph or list item",
            ),
            RemarkKind::RawHtml => f.write_str("HTML is not part of our Markdown and is shown as text"),
            RemarkKind::Image => f.write_str("images are not shown, only their description"),
            RemarkKind::Link(address) => {
                write!(f, "`{address}` is neither an https address nor a clause of this text")
            }
        }
    }
}
