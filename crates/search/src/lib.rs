//! Text in two languages to ranked passages.
//!
//! [`Index::build`] takes everything that can be found, [`Index::search`] answers as one types. What a
//! founder writes is folded (width, case, traditional characters, `fold`), cut (`cut`), corrected and
//! completed against the words we have (`words`), heard by its sound (`sound`), held against passages
//! (`passages`) and names (`names`), and shown with the sentence that says it (`snippet`).
//!
//! [`Index::search_meaning`] also takes what the text means, as a vector from elsewhere (`meaning`), and makes one
//! order of the two (`fusion`).
//!
//! Nothing here knows what a policy is, reads a file or a clock, or fails: a query that cannot be
//! understood finds nothing.

mod ask;
mod cut;
mod entry;
mod facet;
mod fold;
mod fusion;
mod index;
mod meaning;
mod names;
mod passages;
mod snippet;
mod sound;
mod words;

pub use entry::{AnchorAt, Entry, Kind, Lang, Passage};
pub use facet::{Facet, Facets, Filters};
pub use index::{Hit, Hits, Index, Query, Synonym};
pub use meaning::{Meanings, Vector};
pub use snippet::Snippet;
