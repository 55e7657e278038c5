//! `advisor search`: policies, people and counters by what one asks.

use std::{
    io::{self, BufWriter, Write},
    path::Path,
    process::ExitCode,
};

use desk::Library;
use search::{Filters, Hits, Kind, Lang, Query};
use serde_json::{Value, json};

use crate::{
    BAD_INPUT,
    arguments::{self, SearchArguments},
    context::{Context, Trouble, print_json, read},
};

pub(crate) fn search(context: &Context, arguments: &SearchArguments) -> Result<ExitCode, Trouble> {
    let library = Library::new(context.loaded.clone(), context.as_of);
    match (&arguments.queries, &arguments.query) {
        (Some(queries), _) => many(context, &library, queries, arguments.limit),
        (None, Some(query)) => one(context, &library, query, arguments.limit),
        // The parser asks for one of the two.
        (None, None) => Ok(ExitCode::from(BAD_INPUT)),
    }
}

fn one(context: &Context, library: &Library, text: &str, limit: usize) -> Result<ExitCode, Trouble> {
    let hits = ask(context, library, text, limit);
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
fn many(context: &Context, library: &Library, path: &Path, limit: usize) -> Result<ExitCode, Trouble> {
    let text = read(path)?;
    let mut out = BufWriter::new(io::stdout().lock());
    let mut unreadable = false;
    for line in text.lines().filter(|it| !it.trim().is_empty()) {
        let json = match serde_json::from_str::<Value>(line) {
            Ok(json) => {
                let id = json.get("id").cloned().unwrap_or(Value::Null);
                match json.get("query").and_then(Value::as_str) {
                    Some(query) => answer(id, query, &ask(context, library, query, limit)),
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

fn ask(context: &Context, library: &Library, text: &str, limit: usize) -> Hits {
    let lang = match context.lang {
        arguments::Lang::Zh => Lang::Zh,
        arguments::Lang::En => Lang::En,
    };
    library.index().search(&Query { text: text.to_owned(), filters: Filters::new(), limit, lang })
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
