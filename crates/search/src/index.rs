//! Building and searching.

use std::collections::BTreeMap;

use crate::{
    AnchorAt, Entry, Facet, Facets, Filters, Kind, Lang, Passage, Snippet,
    ask::{Ask, Lore, Synonyms},
    cut::{Sort, cut},
    facet::Columns,
    fusion::{Close, FIRST, Scales},
    meaning::{Meanings, Said, Spoken, Vector, spoken},
    names::{Names, Pin},
    passages::{Passages, Terms},
    snippet::snippet,
    sound,
    words::{Gathering, Vocabulary},
};

/// An entry's score is the sum over so many of its best passages, each counting half of the one before.
const ROLLED_UP: u32 = 5;
/// Of a longer text the first characters tell its meaning, in Chinese and in letters: the rest would cost a model more
/// time than it adds.
const LONGEST_TEXT: (usize, usize) = (330, 900);
/// What scores less than this part of the best is there by chance.
const TAIL: f32 = 0.05;

/// Founder's words and the policies' word for them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Synonym {
    /// What founders say.
    pub said: Vec<String>,
    /// What policies say.
    pub meant: String,
}

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    /// As typed; without any word in it, everything is found in the order of building.
    pub text: String,
    /// What the found must be.
    pub filters: Filters,
    /// So many hits at most.
    pub limit: usize,
    /// The language of titles.
    pub lang: Lang,
}

/// What was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Hits {
    /// Best first, no more than asked for.
    pub hits: Vec<Hit>,
    /// What was searched instead of the text typed, where a word was misspelt.
    pub corrected: Option<String>,
    /// How many there are beyond the limit too.
    pub total: usize,
    /// How many of all found have which values.
    pub facets: Facets,
}

/// One entry found, with the passage that says it best.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// What it is.
    pub kind: Kind,
    /// Its id.
    pub id: String,
    /// The edition, for a policy.
    pub edition: Option<String>,
    /// The clause that the snippet is from.
    pub anchor: Option<String>,
    /// Its title in the language asked for, else in the other.
    pub title: String,
    /// The language of the snippet.
    pub lang: Lang,
    /// What it says.
    pub snippet: Snippet,
    /// How well its text fits; who bears a typed name comes first whatever the score.
    pub score: f32,
}

/// Everything that can be found, ready to be searched.
pub struct Index {
    entries: Vec<Entry>,
    /// For each passage in the order of building its entry and its place there.
    places: Vec<(usize, usize)>,
    /// What the meanings are of, in the order of [`Index::texts`].
    spoken: Vec<Spoken>,
    passages: Passages,
    words: Vocabulary,
    names: Names,
    columns: Columns,
    synonyms: Synonyms,
}

impl Index {
    /// Reads all entries into memory.
    pub fn build(mut entries: Vec<Entry>, synonyms: &[Synonym]) -> Index {
        for entry in entries.iter_mut().filter(|it| it.passages.is_empty()) {
            let lang = entry.titles.first().map_or(Lang::Zh, |it| Lang::of(it));
            entry.passages.push(Passage {
                lang,
                heading: String::new(),
                text: String::new(),
                anchors: Vec::new(),
            });
        }
        let places = entries
            .iter()
            .enumerate()
            .flat_map(|(at, entry)| (0..entry.passages.len()).map(move |it| (at, it)));
        let places: Vec<(usize, usize)> = places.collect();
        let mut words = Gathering::default();
        let passages = Passages::build(
            places.iter().map(|(entry, passage)| terms(&entries[*entry], *passage, &mut words)),
        );
        Index {
            names: Names::new(&entries),
            columns: Columns::new(&entries),
            synonyms: Synonyms::new(synonyms),
            words: words.finish(),
            spoken: spoken(&entries),
            passages,
            places,
            entries,
        }
    }

    /// How much memory the words of all passages take.
    pub fn n_bytes(&self) -> usize {
        self.passages.n_bytes()
    }

    /// Everything that can be found.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The texts by which the meaning of what can be found is told, for [`Meanings::new`].
    pub fn texts(&self) -> impl ExactSizeIterator<Item = String> {
        self.spoken.iter().map(|it| self.text(it))
    }

    /// What is to be understood in a typed text: simplified characters and small letters. None where it has no words, or
    /// spells the sound of words.
    pub fn understood(&self, text: &str) -> Option<String> {
        self.ask(text).said
    }

    /// Answers a query by its words; any text will do.
    pub fn search(&self, query: &Query) -> Hits {
        self.answer(query, None)
    }

    /// Answers a query by its words and by what it means: `asked` is the meaning of its text.
    pub fn search_meaning(&self, query: &Query, meanings: &Meanings, asked: &Vector) -> Hits {
        self.answer(query, Some((meanings, asked)))
    }

    fn answer(&self, query: &Query, meaning: Option<(&Meanings, &Vector)>) -> Hits {
        let ask = self.ask(&query.text);
        let close = meaning.map(|(meanings, asked)| self.close(meanings, asked));
        let search = self.begin(&ask, query, close.as_deref());
        let ranking = self.rank(&search, None);
        let hits = ranking.iter().take(query.limit).map(|it| self.hit(&ask, query.lang, it)).collect();
        let facets = Facet::ALL.map(|it| (it, self.counts(&search, &ranking, it))).into();
        Hits { hits, corrected: ask.corrected, total: ranking.len(), facets }
    }

    fn ask(&self, text: &str) -> Ask {
        Ask::new(&self.lore(), text)
    }

    fn lore(&self) -> Lore<'_> {
        Lore { words: &self.words, passages: &self.passages, synonyms: &self.synonyms }
    }

    fn begin<'a>(&self, ask: &'a Ask, query: &'a Query, close: Option<&'a [Close]>) -> Search<'a> {
        let mut by_words = self.roll_up(ask, &vec![true; self.entries.len()]);
        let least = TAIL * by_words.values().map(|it| it.score).fold(0.0, f32::max);
        if close.is_some() && ask.is_foreign(&self.lore()) {
            by_words.clear();
        }
        by_words.retain(|_, it| least <= it.score);
        let scales = close.map(|close| Scales::of(by_words.values(), close));
        Search { ask, query, by_words, least, meant: close.zip(scales) }
    }

    /// How many there are of each value of a facet, whatever is filtered by the facet itself.
    fn counts(&self, search: &Search<'_>, ranking: &[Ranked], facet: Facet) -> BTreeMap<String, usize> {
        if search.query.filters.get(&facet).is_none_or(|it| it.is_empty()) {
            return self.columns.counts(facet, ranking.iter().map(|it| it.entry));
        }
        let wider = self.rank(search, Some(facet));
        self.columns.counts(facet, wider.iter().map(|it| it.entry))
    }

    /// All entries found that pass the filters, one of which may be left out; best first.
    fn rank(&self, search: &Search<'_>, but: Option<Facet>) -> Vec<Ranked> {
        let Search { ask, query, .. } = search;
        let passing = self.columns.passing(&query.filters, but);
        if ask.tokens.is_empty() {
            let all = (0..self.entries.len()).filter(|it| passing[*it]);
            return all.map(|it| self.unscored(it, query.lang)).collect();
        }
        let mut ranking = self.by_words(search, &passing);
        if let Some((close, scales)) = &search.meant {
            let close = close.iter().filter(|it| passing[it.entry]);
            scales.fuse(&mut ranking, close, |it| self.unscored(it, query.lang));
        }
        for (entry, pin) in self.names.pins(&ask.tokens, ask.unfinished) {
            if passing[entry] {
                ranking.entry(entry).or_insert_with(|| self.unscored(entry, query.lang)).pin = Some(pin);
            }
        }
        let mut ranking: Vec<Ranked> = ranking.into_values().collect();
        ranking
            .sort_by(|a, b| b.pin.cmp(&a.pin).then(b.score.total_cmp(&a.score)).then(a.entry.cmp(&b.entry)));
        ranking
    }

    /// What its words find among what passes. It is looked for anew, filtered: of everything only the best passages were seen.
    fn by_words(&self, search: &Search<'_>, passing: &[bool]) -> BTreeMap<usize, Ranked> {
        if search.by_words.is_empty() || passing.iter().all(|it| *it) {
            return search.by_words.clone();
        }
        let mut ranking = self.roll_up(search.ask, passing);
        ranking.retain(|_, it| search.least <= it.score);
        ranking
    }

    /// From passages to the entries they are of.
    fn roll_up(&self, ask: &Ask, passing: &[bool]) -> BTreeMap<usize, Ranked> {
        let mut ranking: BTreeMap<usize, Ranked> = BTreeMap::new();
        for found in self.passages.find(&ask.wish, |it| passing[self.places[it].0]) {
            let (entry, passage) = self.places[found.passage];
            let ranked = ranking.entry(entry).or_insert(Ranked {
                entry,
                passage,
                score: 0.0,
                n_passages: 0,
                pin: None,
            });
            if ranked.n_passages < ROLLED_UP {
                ranked.score += found.score / (1_u32 << ranked.n_passages) as f32;
                ranked.n_passages += 1;
            }
        }
        for ranked in ranking.values_mut() {
            ranked.score = rounded(ranked.score);
        }
        ranking
    }

    /// Of each entry the text that is closest to what is asked; the closest entries, first of all the closest one.
    fn close(&self, meanings: &Meanings, asked: &Vector) -> Vec<Close> {
        let mut best: BTreeMap<usize, Close> = BTreeMap::new();
        for (spoken, closeness) in self.spoken.iter().zip(meanings.closeness(asked)) {
            let entry = spoken.entry;
            let close = best.entry(entry).or_insert(Close { entry, said: spoken.said, closeness });
            if close.closeness < closeness {
                (close.said, close.closeness) = (spoken.said, closeness);
            }
        }
        let mut close: Vec<Close> = best.into_values().collect();
        close.sort_by(|a, b| b.closeness.total_cmp(&a.closeness).then(a.entry.cmp(&b.entry)));
        close.truncate(FIRST);
        close
    }

    /// A text with the name of what it belongs to: alone, a clause does not say what it is about.
    fn text(&self, spoken: &Spoken) -> String {
        let entry = &self.entries[spoken.entry];
        match spoken.said {
            Said::Passage(at) => {
                let Passage { lang, heading, text, .. } = &entry.passages[at];
                let heading = Some(heading.as_str()).filter(|it| !text.starts_with(it));
                let parts = [Some(entry.title(*lang)), heading, Some(text.as_str())];
                let parts: Vec<&str> = parts.into_iter().flatten().filter(|it| !it.is_empty()).collect();
                let whole = parts.join("\n");
                let longest = if Lang::of(&whole) == Lang::Zh { LONGEST_TEXT.0 } else { LONGEST_TEXT.1 };
                whole.chars().take(longest).collect()
            }
            Said::Question(at) => entry.questions[at].clone(),
            Said::Name(at) => {
                entry.titles.iter().chain(&entry.short_names).nth(at).cloned().unwrap_or_default()
            }
        }
    }

    fn unscored(&self, entry: usize, lang: Lang) -> Ranked {
        let passage = self.entries[entry].passages.iter().position(|it| it.lang == lang).unwrap_or(0);
        Ranked { entry, passage, score: 0.0, n_passages: 0, pin: None }
    }

    fn hit(&self, ask: &Ask, lang: Lang, ranked: &Ranked) -> Hit {
        let entry = &self.entries[ranked.entry];
        let passage = &entry.passages[ranked.passage];
        let (snippet, place) = snippet(&passage.text, &ask.needles);
        Hit {
            kind: entry.kind,
            id: entry.id.clone(),
            edition: entry.edition.clone(),
            anchor: anchor_at(&passage.anchors, place),
            title: entry.title(lang).to_owned(),
            lang: passage.lang,
            snippet,
            score: ranked.score,
        }
    }
}

/// In what order a sum was added up must not decide who comes first.
fn rounded(score: f32) -> f32 {
    (score * 1024.0).round() / 1024.0
}

/// All that makes one search.
///
/// What is too far from the best to be found is told by everything there is, whatever is filtered: so that as many are
/// found behind a filter as its facet promises.
struct Search<'a> {
    ask: &'a Ask,
    query: &'a Query,
    /// What the words find of everything.
    by_words: BTreeMap<usize, Ranked>,
    /// What scores less is there by chance.
    least: f32,
    /// By meaning: the closest entries, closest first, and what they are measured by.
    meant: Option<(&'a [Close], Scales)>,
}

/// An entry found, and which of its passages says it best.
#[derive(Clone)]
pub(crate) struct Ranked {
    pub(crate) entry: usize,
    pub(crate) passage: usize,
    pub(crate) score: f32,
    n_passages: u32,
    pin: Option<Pin>,
}

/// The terms of a passage: its own words, and around them the names and the questions of its entry.
///
/// Founders' questions work best inside the text: as a field of their own they would be short and win too often.
fn terms(entry: &Entry, passage: usize, words: &mut Gathering) -> Terms {
    let Passage { lang, heading, text, .. } = &entry.passages[passage];
    let has_other_lang = entry.passages.iter().any(|it| it.lang != *lang);
    // What has no text in its own language is found by the text there is.
    let fits = |it: &&String| !has_other_lang || Lang::of(it) == *lang;
    let around = entry.titles.iter().chain(&entry.short_names).chain(&entry.questions).filter(fits);
    let heading = Some(heading).filter(|it| !text.starts_with(it.as_str()));

    let mut terms = Terms { body: String::new(), sound: String::new() };
    for part in around.chain(heading).chain([text]) {
        add_terms(&mut terms, part, words);
    }
    terms
}

fn add_terms(terms: &mut Terms, text: &str, words: &mut Gathering) {
    for token in cut(text).iter() {
        let term = match token.sort {
            Sort::Char | Sort::Pair => token.term,
            Sort::Word => words.note(token.term),
        };
        terms.body.push_str(term);
        terms.body.push(' ');
        if token.sort == Sort::Pair && sound::push_pair(&mut terms.sound, token.term) {
            terms.sound.push(' ');
        }
    }
}

/// The anchor nearest to a place in a passage.
fn anchor_at(anchors: &[AnchorAt], at: usize) -> Option<String> {
    let found = anchors.iter().rev().find(|it| it.at <= at).or(anchors.first());
    found.map(|it| it.anchor.clone())
}
