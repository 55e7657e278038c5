//! What a typed text asks for.

use crate::{
    Synonym,
    cut::{Sort, Token, Tokens, cut},
    fold::fold,
    names::key,
    passages::{Passages, Wish},
    snippet::Needles,
    sound,
    words::{Vocabulary, stem},
};

/// What is typed beyond this, in characters, is not looked at.
const LONGEST: usize = 200;
/// With fewer of its words known a text is in a language that we have not.
const FOREIGN: f32 = 0.3;
/// Fewer words may all be slips.
const MANY: usize = 4;
/// A word that the one being typed may become.
const COMPLETED: f32 = 0.5;
/// A policy's word for what the founder said.
const SYNONYM: f32 = 0.5;
/// What only sounds alike.
const SOUND: f32 = 0.3;

/// What is known when a text is to be understood.
pub(crate) struct Lore<'a> {
    pub(crate) words: &'a Vocabulary,
    pub(crate) passages: &'a Passages,
    pub(crate) synonyms: &'a Synonyms,
}

/// A text understood.
pub(crate) struct Ask {
    /// What was looked for instead, where a word was put right.
    pub(crate) corrected: Option<String>,
    /// What is to be understood, as typed, folded; none where there are no words or what is typed is pinyin.
    pub(crate) said: Option<String>,
    pub(crate) tokens: Tokens,
    /// Whether the last word may go on.
    pub(crate) unfinished: bool,
    pub(crate) wish: Wish,
    pub(crate) needles: Needles,
}

impl Ask {
    pub(crate) fn new(lore: &Lore<'_>, text: &str) -> Ask {
        let typed: String = text.chars().take(LONGEST).collect();
        let (corrected, spoken) = correct(lore, &typed);
        let text = corrected.as_deref().unwrap_or(&typed);
        let tokens = cut(text);
        let unfinished = is_unfinished(&tokens, text);
        let is_pinyin = |it: Token<'_>| it.sort == Sort::Word && sound::is_pinyin(it.term, unfinished);
        let is_spelt = !spoken.is_empty() && tokens.iter().all(is_pinyin);
        let has_words = !tokens.is_empty() && !is_spelt;
        // A model sees through slips better than we do, and knows words that we have not.
        let said = has_words.then(|| fold(&typed).iter().map(|it| it.char).collect());
        let (wish, needles) = (Wish::default(), Needles::default());
        let mut ask = Ask { corrected, said, tokens, unfinished, wish, needles };
        ask.want_terms(lore);
        ask.want_completions(lore);
        ask.want_synonyms(lore);
        ask.want_sounds(lore, spoken);
        ask
    }

    /// Whether few of the words typed are in any text: what is found by them is there by chance.
    pub(crate) fn is_foreign(&self, lore: &Lore<'_>) -> bool {
        let told: Vec<Token<'_>> = self.tokens.iter().filter(|it| it.sort != Sort::Char).collect();
        let n_known = told.iter().filter(|it| lore.passages.idf(&term(it)).is_some()).count();
        MANY <= told.len() && (n_known as f32) < FOREIGN * told.len() as f32
    }

    fn want_terms(&mut self, lore: &Lore<'_>) {
        // Lone characters would be marked all over the text; they are worth a mark where there is nothing else.
        let is_one_char = self.tokens.iter().count() == 1;
        for token in self.tokens.iter() {
            let term = term(&token);
            let Some(idf) = lore.passages.idf(&term) else { continue };
            if token.sort != Sort::Char || is_one_char {
                self.needles.add_term(&term, idf);
            }
            self.wish.body.insert(term, 1.0);
        }
    }

    fn want_completions(&mut self, lore: &Lore<'_>) {
        let Some(begun) = self.tokens.iter().next_back().filter(|_| self.unfinished) else { return };
        for stem in lore.words.completions(begun.term) {
            self.wish.body.entry(stem.to_owned()).or_insert(COMPLETED);
            let idf = lore.passages.idf(stem).unwrap_or_default();
            self.needles.add_term(stem, idf * COMPLETED);
        }
    }

    fn want_synonyms(&mut self, lore: &Lore<'_>) {
        for term in lore.synonyms.meant(&key(&self.tokens)) {
            let Some(idf) = lore.passages.idf(term) else { continue };
            self.wish.body.entry(term.to_owned()).or_insert(SYNONYM);
            self.needles.add_term(term, idf * SYNONYM);
        }
    }

    fn want_sounds(&mut self, lore: &Lore<'_>, spoken: Vec<String>) {
        for pair in self.tokens.iter().filter(|it| it.sort == Sort::Pair) {
            let Some(sound) = sound::of_pair(pair.term) else { continue };
            let Some(idf) = lore.passages.sound_idf(&sound) else { continue };
            // Many words sound alike: only one that is nowhere written as typed is taken for a slip and marked.
            if lore.passages.idf(pair.term).is_none() {
                self.needles.add_sound(&sound, idf * SOUND);
            }
            self.wish.sound.insert(sound, SOUND);
        }
        for sound in spoken {
            let idf = lore.passages.sound_idf(&sound).unwrap_or_default();
            self.needles.add_sound(&sound, idf * SOUND);
            self.wish.sound.insert(sound, SOUND);
        }
    }
}

/// Puts right the words we don't have, and gives the sounds of those that are pinyin.
fn correct(lore: &Lore<'_>, typed: &str) -> (Option<String>, Vec<String>) {
    let tokens = cut(typed);
    let unfinished = is_unfinished(&tokens, typed);
    let words: Vec<Token<'_>> = tokens.iter().collect();
    let n_words = words.len();
    let may_go_on = |at: usize| unfinished && at + 1 == n_words;
    let is_pinyin: Vec<bool> =
        words.iter().enumerate().map(|(at, it)| sound::is_pinyin(it.term, may_go_on(at))).collect();
    let is_known = |at: usize| {
        let word = words[at].term;
        lore.words.knows(word) || may_go_on(at) && !lore.words.completions(word).is_empty()
    };

    let mut corrections = Vec::new();
    let mut spoken = Vec::new();
    let indexes: Vec<usize> = (0..n_words).collect();
    for run in indexes.chunk_by(|a, b| is_pinyin[*a] == is_pinyin[*b]) {
        let unknown: Vec<usize> =
            run.iter().copied().filter(|it| words[*it].sort == Sort::Word && !is_known(*it)).collect();
        let heard = if is_pinyin[run[0]] && !unknown.is_empty() {
            let terms: Vec<&str> = run.iter().map(|it| words[*it].term).collect();
            sound::of_pinyin(&terms, run.last().is_some_and(|it| may_go_on(*it))).unwrap_or_default()
        } else {
            Vec::new()
        };
        let heard: Vec<String> =
            heard.into_iter().filter(|it| lore.passages.sound_idf(it).is_some()).collect();
        if heard.is_empty() {
            let meant = |at: usize| Some((words[at].at.clone(), lore.words.correction(words[at].term)?));
            corrections.extend(unknown.into_iter().filter_map(meant));
        }
        spoken.extend(heard);
    }

    let mut corrected = typed.to_owned();
    for (at, meant) in corrections.iter().rev() {
        corrected.replace_range(at.clone(), meant);
    }
    ((!corrections.is_empty()).then_some(corrected), spoken)
}

/// Whether the text ends in a word that may go on.
fn is_unfinished(tokens: &Tokens, text: &str) -> bool {
    tokens.iter().next_back().is_some_and(|it| it.sort == Sort::Word && it.at.end == text.len())
}

/// What a token is called in the index.
fn term(token: &Token<'_>) -> String {
    match token.sort {
        Sort::Char | Sort::Pair => token.term.to_owned(),
        Sort::Word => stem(token.term),
    }
}

/// Founder's words and what policies say for them.
pub(crate) struct Synonyms(Vec<(String, Vec<String>)>);

impl Synonyms {
    pub(crate) fn new(synonyms: &[Synonym]) -> Synonyms {
        let all =
            synonyms.iter().flat_map(|it| it.said.iter().map(|said| (key(&cut(said)), terms(&it.meant))));
        Synonyms(all.filter(|(said, _)| !said.is_empty()).collect())
    }

    /// The terms meant by what is said in a text, given as its key.
    fn meant<'a>(&'a self, text: &'a str) -> impl Iterator<Item = &'a str> {
        let said = self.0.iter().filter(move |(said, _)| text.contains(said));
        said.flat_map(|(_, terms)| terms.iter().map(String::as_str))
    }
}

/// Words and pairs; single characters say too little when nobody typed them.
fn terms(text: &str) -> Vec<String> {
    let tokens = cut(text);
    tokens.iter().filter(|it| it.sort != Sort::Char).map(|it| term(&it)).collect()
}
