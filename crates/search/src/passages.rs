//! Which passages say it best: the full-text index, held in memory.
//!
//! The index is given terms that are cut already, with spaces between; its own ways of cutting text know no
//! Chinese.

use std::{cmp::Ordering, collections::BTreeMap};

use tantivy::{
    DocId, Index, IndexWriter, Score, Searcher, SegmentReader, TantivyDocument, Term,
    query::{BooleanQuery, BoostQuery, EnableScoring, Occur, Query, TermQuery},
    schema::{FAST, Field, IndexRecordOption, NumericOptions, Schema, TextFieldIndexing, TextOptions},
};

/// Of a larger pack than this, in passages, only the best that match are looked at.
const FEW: u64 = 4_000;
/// So many then: more change nothing on the first pages, but the numbers beside facets are of these alone.
const MOST: usize = 600;
/// What the writer may hold before it begins a new segment, in bytes.
const WRITER_MEMORY: usize = 256 << 20;
/// From so many passages on, two threads write: what one writes is the same every time, but takes longer.
const MANY: usize = 2_000;
const NEVER_FAILS: &str = "an index in memory has no disk to fail";

/// A passage's terms in each field, with spaces between.
pub(crate) struct Terms {
    pub(crate) body: String,
    pub(crate) sound: String,
}

/// What is looked for: terms with their weights.
#[derive(Debug, Default)]
pub(crate) struct Wish {
    pub(crate) body: BTreeMap<String, f32>,
    pub(crate) sound: BTreeMap<String, f32>,
}

/// A passage found, by its number in the order of building.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Found {
    pub(crate) passage: usize,
    pub(crate) score: f32,
}

/// The index of all passages.
pub(crate) struct Passages {
    searcher: Searcher,
    body: Field,
    sound: Field,
}

impl Passages {
    /// Writes the index.
    pub(crate) fn build(all: impl ExactSizeIterator<Item = Terms>) -> Passages {
        let terms = TextFieldIndexing::default()
            .set_tokenizer("whitespace")
            .set_index_option(IndexRecordOption::WithFreqs);
        let mut schema = Schema::builder();
        let body = schema.add_text_field("body", TextOptions::default().set_indexing_options(terms.clone()));
        let sound = schema.add_text_field("sound", TextOptions::default().set_indexing_options(terms));
        let number = schema.add_u64_field(NUMBER, NumericOptions::from(FAST));
        let index = Index::create_in_ram(schema.build());

        let n_threads = if all.len() < MANY { 1 } else { 2 };
        let mut writer: IndexWriter =
            index.writer_with_num_threads(n_threads, WRITER_MEMORY).expect(NEVER_FAILS);
        for (passage, terms) in all.enumerate() {
            let mut document = TantivyDocument::default();
            document.add_text(body, terms.body);
            document.add_text(sound, terms.sound);
            document.add_u64(number, passage as u64);
            writer.add_document(document).expect(NEVER_FAILS);
        }
        writer.commit().expect(NEVER_FAILS);
        let reader = index.reader().expect(NEVER_FAILS);
        Passages { searcher: reader.searcher(), body, sound }
    }

    /// How much memory the index takes.
    pub(crate) fn n_bytes(&self) -> usize {
        self.searcher.space_usage().expect(NEVER_FAILS).total().get_bytes() as usize
    }

    /// How much it tells to find a term of the body; none if it is in no passage.
    pub(crate) fn idf(&self, term: &str) -> Option<f32> {
        self.idf_in(self.body, term)
    }

    /// The same for the sound of a pair.
    pub(crate) fn sound_idf(&self, sound: &str) -> Option<f32> {
        self.idf_in(self.sound, sound)
    }

    fn idf_in(&self, field: Field, term: &str) -> Option<f32> {
        let n_with = self.searcher.doc_freq(&Term::from_field_text(field, term)).expect(NEVER_FAILS) as f32;
        let n_all = self.searcher.num_docs() as f32;
        (0.0 < n_with).then(|| (1.0 + (n_all - n_with + 0.5) / (n_with + 0.5)).ln())
    }

    /// The best passages among those that pass, best first.
    pub(crate) fn find(&self, wish: &Wish, passes: impl Fn(usize) -> bool) -> Vec<Found> {
        let query = self.query(wish);
        let weight = query.weight(EnableScoring::enabled_from_searcher(&self.searcher)).expect(NEVER_FAILS);
        let most = if self.searcher.num_docs() <= FEW { usize::MAX } else { MOST };
        let mut best = Best { found: Vec::new(), threshold: 0.0, most };
        for segment in self.searcher.segment_readers() {
            let number = numbers(segment);
            let threshold = best.threshold;
            let mut take = |doc: DocId, score: Score| {
                let passage = number(doc);
                if passes(passage) {
                    best.add(Found { passage, score });
                }
                best.threshold
            };
            weight.for_each_pruning(threshold, segment, &mut take).expect(NEVER_FAILS);
        }
        best.finish()
    }

    fn query(&self, wish: &Wish) -> BooleanQuery {
        let fields = [(self.body, &wish.body), (self.sound, &wish.sound)];
        let clauses = fields.into_iter().flat_map(|(field, terms)| terms.iter().map(move |it| (field, it)));
        let clauses = clauses.map(|(field, (term, weight))| {
            let term = TermQuery::new(Term::from_field_text(field, term), IndexRecordOption::WithFreqs);
            let clause: Box<dyn Query> = Box::new(BoostQuery::new(Box::new(term), *weight));
            (Occur::Should, clause)
        });
        BooleanQuery::new(clauses.collect())
    }
}

const NUMBER: &str = "number";

/// From a document of a segment to the number of its passage.
fn numbers(segment: &SegmentReader) -> impl Fn(DocId) -> usize {
    let column = segment.fast_fields().u64(NUMBER).expect(NEVER_FAILS);
    move |doc| column.first(doc).expect("every document has a number") as usize
}

/// The best passages so far; put in order only at the end.
struct Best {
    found: Vec<Found>,
    threshold: Score,
    most: usize,
}

impl Best {
    fn add(&mut self, found: Found) {
        self.found.push(found);
        if self.found.len() == self.most.saturating_mul(2) {
            let (_, last, _) = self.found.select_nth_unstable_by(self.most - 1, best_first);
            self.threshold = last.score;
            self.found.truncate(self.most);
        }
    }

    fn finish(mut self) -> Vec<Found> {
        self.found.sort_unstable_by(best_first);
        self.found.truncate(self.most);
        self.found
    }
}

fn best_first(a: &Found, b: &Found) -> Ordering {
    b.score.total_cmp(&a.score).then(a.passage.cmp(&b.passage))
}
