//! Finding the anchor that ends a clause.

use std::ops::Range;

/// The place of the `{#…}` that a run of text ends with, if it is spelled as it should be.
pub(crate) fn at_end(source: &str, run: Range<usize>) -> Option<Range<usize>> {
    let words = source[run.clone()].trim_end();
    let open = words.rfind("{#")?;
    let id = words[open + 2..].strip_suffix('}')?;
    let found = run.start + open..run.start + words.len();
    (is_id(id) && !is_escaped(source, found.start)).then_some(found)
}

/// The places in a run of text where an anchor seems to be meant.
pub(crate) fn meant(source: &str, run: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let words = &source[run.clone()];
    let places = words.match_indices("{#").map(move |(at, open)| {
        let end = words[at..].find('}').map_or(at + open.len(), |it| at + it + 1);
        run.start + at..run.start + end
    });
    places.filter(|it| !is_escaped(source, it.start))
}

/// A backslash says that the author means the characters.
fn is_escaped(source: &str, at: usize) -> bool {
    source[..at].ends_with('\\')
}

/// Ids are words of small letters and digits, joined by single hyphens.
fn is_id(text: &str) -> bool {
    text.split('-')
        .all(|word| !word.is_empty() && word.bytes().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit()))
}
