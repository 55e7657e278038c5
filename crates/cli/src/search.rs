//! `advisor search`: policies, people and counters by what one asks.

use std::{
    env,
    io::{self, BufWriter, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};

use desk::{Library, Reader, Understanding};
use search::{Facet, Filters, Hits, Kind, Lang, Query};
use serde_json::{Map, Value, json};

use crate::{
    BAD_INPUT,
    arguments::{self, SearchArguments, Semantic},
    context::{Context, Trouble, print_json, read},
};

pub(crate) fn search(context: &Context, arguments: &SearchArguments) -> Result<ExitCode, Trouble> {
    let library = Library::new(context.loaded.clone(), context.as_of);
    let understanding = understanding(&library, arguments)?;
    let shelf = Shelf {
        context,
        library: &library,
        understanding: understanding.as_ref(),
        filters: filters(arguments),
        limit: arguments.limit,
    };
    match (&arguments.queries, &arguments.query) {
        (Some(queries), _) => many(&shelf, queries),
        (None, Some(query)) => one(&shelf, query),
        // The parser asks for one of the two.
        (None, None) => Ok(ExitCode::from(BAD_INPUT)),
    }
}

/// All that answers a query.
struct Shelf<'a> {
    context: &'a Context,
    library: &'a Library,
    understanding: Option<&'a Understanding>,
    filters: Filters,
    limit: usize,
}

impl Shelf<'_> {
    fn ask(&self, text: &str) -> Hits {
        let lang = match self.context.lang {
            arguments::Lang::Zh => Lang::Zh,
            arguments::Lang::En => Lang::En,
        };
        let query = Query { text: text.to_owned(), filters: self.filters.clone(), limit: self.limit, lang };
        match self.understanding {
            Some(understanding) => understanding.search(self.library.index(), &query),
            None => self.library.index().search(&query),
        }
    }
}

fn filters(arguments: &SearchArguments) -> Filters {
    let wanted = &arguments.filters;
    let pairs = [
        (Facet::Kind, &wanted.kind),
        (Facet::Level, &wanted.level),
        (Facet::Family, &wanted.family),
        (Facet::ForWhom, &wanted.for_whom),
        (Facet::Status, &wanted.status),
    ];
    pairs.into_iter().map(|(facet, values)| (facet, values.iter().cloned().collect())).collect()
}

/// The model with the pack read, where it is wanted and can be had.
fn understanding(library: &Library, arguments: &SearchArguments) -> Result<Option<Understanding>, Trouble> {
    let model = arguments.model.clone().or_else(model_beside_program);
    match (arguments.semantic, model) {
        (Semantic::Off, _) | (Semantic::Auto, None) => Ok(None),
        (Semantic::On, None) => Err(Trouble::NoModel),
        (Semantic::On, Some(model)) => Ok(Some(Understanding::open(&model, library.index())?)),
        (Semantic::Auto, Some(model)) => {
            let reading = Reader::open(&model, &[]).map(|it| it.begin(library.index()));
            let soon = reading.ok().filter(|it| it.n_unread() <= LITTLE);
            Ok(soon.and_then(|it| it.finish().ok()))
        }
    }
}

/// So many texts are read in a few seconds: nobody who asked for an answer waits for more.
const LITTLE: usize = 32;

fn model_beside_program() -> Option<PathBuf> {
    Reader::places(&env::current_exe().ok()?).find(|it| it.is_file())
}

fn one(shelf: &Shelf<'_>, text: &str) -> Result<ExitCode, Trouble> {
    let context = shelf.context;
    let hits = shelf.ask(text);
    if context.json {
        let json = answer(Value::Null, text, &hits);
        print_json(&json)?;
        return Ok(ExitCode::SUCCESS);
    }
    if let Some(corrected) = &hits.corrected {
        let said = desk::words::text(
            format!("改按“{corrected}”查找"),
            format!("searched for “{corrected}” instead"),
        );
        writeln!(io::stdout(), "{}", context.say(&said))?;
    }
    let mut out = BufWriter::new(io::stdout().lock());
    if hits.hits.is_empty() {
        writeln!(out, "{}", context.say(&desk::words::text("没有找到", "Nothing was found")))?;
    }
    for hit in &hits.hits {
        writeln!(out, "{}  [{} {}]", hit.title, context.say(&kind(hit.kind)), hit.id)?;
        if !hit.snippet.text.is_empty() {
            writeln!(out, "    {}", hit.snippet.text)?;
        }
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

fn kind(kind: Kind) -> policy::Text {
    match kind {
        Kind::Policy => desk::words::text("政策", "policy"),
        Kind::Directory => desk::words::text("机构", "directory"),
        Kind::Question => desk::words::text("问题", "question"),
        Kind::Help => desk::words::text("帮助", "help"),
    }
}

/// One answer a line, in order. A line that cannot be read gives an error in its place, and exit 2 at the end.
fn many(shelf: &Shelf<'_>, path: &Path) -> Result<ExitCode, Trouble> {
    let text = read(path)?;
    let mut out = BufWriter::new(io::stdout().lock());
    let mut unreadable = false;
    for line in text.lines().filter(|it| !it.trim().is_empty()) {
        let json = match serde_json::from_str::<Value>(line) {
            Ok(json) => {
                let id = json.get("id").cloned().unwrap_or(Value::Null);
                match json.get("query").and_then(Value::as_str) {
                    Some(query) => answer(id, query, &shelf.ask(query)),
                    None => {
                        unreadable = true;
                        json!({ "id": id, "error": "a line has a `query` in quotes" })
                    }
                }
            }
            Err(cause) => {
                unreadable = true;
                json!({ "id": null, "error": cause.to_string() })
            }
        };
        serde_json::to_writer(&mut out, &json).map_err(io::Error::from)?;
        out.write_all(b"\n")?;
    }
    out.flush()?;
    Ok(if unreadable { ExitCode::from(BAD_INPUT) } else { ExitCode::SUCCESS })
}

fn answer(id: Value, query: &str, hits: &Hits) -> Value {
    let hit = |it: &search::Hit| {
        // Whoever is not a policy has no policy id; `id` names it whatever it is.
        let policy = (it.kind == Kind::Policy).then_some(&it.id);
        json!({
            "kind": it.kind.as_str(), "policy": policy, "id": it.id, "edition": it.edition, "anchor": it.anchor,
            "title": it.title, "snippet": it.snippet.text, "score": it.score,
        })
    };
    let hits_json: Vec<Value> = hits.hits.iter().map(hit).collect();
    let facets = hits.facets.iter().map(|(facet, counts)| (facet_name(*facet).to_owned(), json!(counts)));
    let facets: Map<String, Value> = facets.collect();
    json!({
        "id": id, "query": query, "corrected": hits.corrected, "total": hits.total, "hits": hits_json,
        "facets": facets,
    })
}

/// As the option is called by which one filters.
fn facet_name(facet: Facet) -> &'static str {
    match facet {
        Facet::Kind => "kind",
        Facet::Level => "level",
        Facet::Family => "family",
        Facet::ForWhom => "for",
        Facet::Status => "status",
    }
}
