//! SQLite's full-text search over the same passages: cut into threes of characters, or by a dictionary first.

use jieba_rs::Jieba;
use rusqlite::{Connection, params};

use crate::contest::{Answered, Contender, Document, keys};

/// Ids of what a query finds, best first: many passages may be of one entry.
const MOST_PASSAGES: u32 = 200;

/// How text is cut before SQLite sees it.
pub(crate) enum Cutting {
    /// SQLite's own tokenizer of three characters.
    Threes,
    /// Words with spaces between, by the dictionary of jieba.
    Words(Box<Jieba>),
}

/// A table of passages in memory.
pub(crate) struct Fts {
    connection: Connection,
    cutting: Cutting,
}

impl Fts {
    pub(crate) fn build(documents: &[Document], cutting: Cutting) -> rusqlite::Result<Fts> {
        let tokenizer = match cutting {
            Cutting::Threes => "trigram",
            Cutting::Words(_) => "porter unicode61",
        };
        let mut connection = Connection::open_in_memory()?;
        let table =
            format!("CREATE VIRTUAL TABLE passage USING fts5(key UNINDEXED, text, tokenize = '{tokenizer}')");
        connection.execute_batch(&table)?;
        let all = connection.transaction()?;
        {
            let mut insert = all.prepare("INSERT INTO passage (key, text) VALUES (?, ?)")?;
            for document in documents {
                insert.execute(params![document.key, cutting.cut(&document.text)])?;
            }
        }
        all.commit()?;
        Ok(Fts { connection, cutting })
    }

    fn find(&self, query: &str) -> rusqlite::Result<Vec<String>> {
        let terms = self.cutting.terms(query);
        let (wish, condition) = if terms.is_empty() {
            // Shorter than three characters: nothing that the index could be asked for.
            (format!("%{}%", query.trim()), "text LIKE ?1")
        } else {
            (terms.join(" OR "), "passage MATCH ?1 ORDER BY rank")
        };
        let sql = format!("SELECT key FROM passage WHERE {condition} LIMIT {MOST_PASSAGES}");
        let mut select = self.connection.prepare_cached(&sql)?;
        let found = select.query_map([wish], |row| row.get(0))?;
        found.collect()
    }
}

impl Contender for Fts {
    fn answer(&self, query: &str) -> Answered {
        keys(self.find(query).unwrap_or_default())
    }

    fn n_bytes(&self) -> usize {
        let ask = |what: &str| {
            self.connection.query_row(&format!("PRAGMA {what}"), [], |row| row.get::<_, i64>(0)).unwrap_or(0)
        };
        usize::try_from(ask("page_count") * ask("page_size")).unwrap_or(0)
    }
}

impl Cutting {
    fn cut(&self, text: &str) -> String {
        match self {
            Cutting::Threes => text.to_owned(),
            Cutting::Words(jieba) => words(jieba, text).join(" "),
        }
    }

    /// The terms of a query, each in quotes.
    fn terms(&self, query: &str) -> Vec<String> {
        match self {
            Cutting::Threes => {
                let runs = query.split(|it: char| !it.is_alphanumeric());
                let runs = runs.map(|it| it.chars().collect::<Vec<char>>());
                runs.flat_map(|run| run.windows(3).map(quoted_chars).collect::<Vec<_>>()).collect()
            }
            Cutting::Words(jieba) => words(jieba, query).into_iter().map(quoted).collect(),
        }
    }
}

fn words<'t>(jieba: &Jieba, text: &'t str) -> Vec<&'t str> {
    let words = jieba.cut_for_search(text, true);
    words.into_iter().map(|it| it.word).filter(|it| it.chars().any(char::is_alphanumeric)).collect()
}

fn quoted_chars(chars: &[char]) -> String {
    quoted(&chars.iter().collect::<String>())
}

fn quoted(word: &str) -> String {
    format!("\"{}\"", word.replace('"', ""))
}
