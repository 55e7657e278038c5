//! The Markdown we speak: anchored sections for search, safe HTML for reading.
//!
//! A policy's text is written once and read in three ways: as clauses that conditions cite, as passages that
//! search finds, and as HTML that the window shows. [`Document::parse`] reads all three in one go, and takes
//! any text: what is wrong with it becomes a [`Remark`], never a panic and never markup that acts.
//!
//! An anchor `{#id}` ends a heading, a paragraph or a list item and names it. Of Markdown we take headings,
//! paragraphs, lists, emphasis, quotes, code, tables and links; raw HTML is shown as the characters it is
//! made of, images as their description.

mod anchor;
mod document;
mod html;
mod passage;
mod reading;
mod remark;

pub use document::{Clause, ClauseKind, Document};
pub use html::ID_PREFIX;
pub use passage::{AnchorAt, Passage};
pub use remark::{Remark, RemarkKind};
