//! Our own search, as a contender; and what others are given to search.

use desk::Understanding;
use search::{Entry, Filters, Index, Lang, Query};

use crate::{
    contest::{Answered, Contender, Document},
    judged::key,
};

/// Hits that are looked at.
const MOST: usize = 100;

/// An index, with or without the model.
pub(crate) struct Ours<'a> {
    index: &'a Index,
    understanding: Option<&'a Understanding>,
}

impl<'a> Ours<'a> {
    pub(crate) fn new(index: &'a Index, understanding: Option<&'a Understanding>) -> Ours<'a> {
        Ours { index, understanding }
    }
}

impl Contender for Ours<'_> {
    fn answer(&self, text: &str) -> Answered {
        let query =
            Query { text: text.to_owned(), filters: Filters::new(), limit: MOST, lang: Lang::of(text) };
        let hits = match self.understanding {
            Some(it) => it.search(self.index, &query),
            None => self.index.search(&query),
        };
        hits.hits.iter().map(|it| key(it.kind, &it.id)).collect()
    }

    fn n_bytes(&self) -> usize {
        self.index.n_bytes()
    }
}

/// All passages with the names and questions of what they belong to, in the passage's language.
pub(crate) fn documents(index: &Index) -> Vec<Document> {
    let of = |entry: &Entry| -> Vec<Document> {
        let passages = entry.passages.iter();
        let document = |it: &search::Passage| {
            let names = entry.titles.iter().chain(&entry.short_names).chain(&entry.questions);
            let mut parts: Vec<&str> =
                names.map(String::as_str).filter(|name| Lang::of(name) == it.lang).collect();
            parts.extend([it.heading.as_str(), &it.text]);
            Document { key: key(entry.kind, &entry.id), text: parts.join("\n") }
        };
        passages.map(document).collect()
    };
    index.entries().iter().flat_map(of).collect()
}
