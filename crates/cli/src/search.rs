//! `advisor search`: policies, people and counters by what one asks.

use std::{
    env,
    io::{self, BufWriter, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};

use desk::{Library, Patience, Understanding};
use search::{Filters, Hits, Kind, Lang, Query};
use serde_json::{Value, json};

use crate::{
    BAD_INPUT,
    arguments::{self, SearchArguments, Semantic},
    context::{Context, Trouble, print_json, read},
};

pub(crate) fn search(context: &Context, arguments: &SearchArguments) -> Result<ExitCode, Trouble> {
    let library = Library::new(context.loaded.clone(), context.as_of);
    let understanding = understanding(&library, arguments)?;
    let shelf = Shelf { context, library: &library, understanding: understanding.as_ref() };
    match (&arguments.queries, &arguments.query) {
        (Some(queries), _) => many(&shelf, queries, arguments.limit),
        (None, Some(query)) => one(&shelf, query, arguments.limit),
        // The parser asks for one of the two.
        (None, None) => Ok(ExitCode::from(BAD_INPUT)),
    }
}

/// All that answers a query.
struct Shelf<'a> {
    context: &'a Context,
    library: &'a Library,
    understanding: Option<&'a Understanding>,
}

impl Shelf<'_> {
    fn ask(&self, text: &str, limit: usize) -> Hits {
        let lang = match self.context.lang {
            arguments::Lang::Zh => Lang::Zh,
            arguments::Lang::En => Lang::En,
        };
        let query = Query { text: text.to_owned(), filters: Filters::new(), limit, lang };
        match self.understanding {
            Some(understanding) => understanding.search(self.library.index(), &query),
            None => self.library.index().search(&query),
        }
    }
}

/// The model with the pack read, where it is wanted and can be had.
fn understanding(library: &Library, arguments: &SearchArguments) -> Result<Option<Understanding>, Trouble> {
    let patience = match arguments.semantic {
        Semantic::Off => return Ok(None),
        Semantic::Auto => Patience::Little,
        Semantic::On => Patience::Endless,
    };
    let model = arguments.model.clone().or_else(model_beside_program);
    let Some(model) = model else {
        return if arguments.semantic == Semantic::On { Err(Trouble::NoModel) } else { Ok(None) };
    };
    let kept = Understanding::kept_beside(&model);
    match Understanding::open(&model, &kept, library.index(), patience) {
        Ok(understanding) => Ok(Some(understanding)),
        Err(error) if arguments.semantic == Semantic::On => Err(error.into()),
        Err(_) => Ok(None),
    }
}

/// Where `cargo xtask model` and whoever packs the program put it.
fn model_beside_program() -> Option<PathBuf> {
    let program = env::current_exe().ok()?;
    program.ancestors().skip(1).take(2).map(|it| it.join(Understanding::FILE)).find(|it| it.is_file())
}

fn one(shelf: &Shelf<'_>, text: &str, limit: usize) -> Result<ExitCode, Trouble> {
    let context = shelf.context;
    let hits = shelf.ask(text, limit);
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
fn many(shelf: &Shelf<'_>, path: &Path, limit: usize) -> Result<ExitCode, Trouble> {
    let text = read(path)?;
    let mut out = BufWriter::new(io::stdout().lock());
    let mut unreadable = false;
    for line in text.lines().filter(|it| !it.trim().is_empty()) {
        let json = match serde_json::from_str::<Value>(line) {
            Ok(json) => {
                let id = json.get("id").cloned().unwrap_or(Value::Null);
                match json.get("query").and_then(Value::as_str) {
                    Some(query) => answer(id, query, &shelf.ask(query, limit)),
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
    json!({ "id": id, "query": query, "corrected": hits.corrected, "hits": hits_json })
}
