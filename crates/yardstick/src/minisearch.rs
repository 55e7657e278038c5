//! MiniSearch, asked through node.

use std::{
    io::Write,
    path::Path,
    process::{Command, Stdio},
    time::Duration,
};

use serde::Deserialize;
use serde_json::json;

use crate::{
    contest::{Document, Score},
    figures::Figures,
    judged::Judged,
};

#[derive(Deserialize)]
struct Said {
    built: f64,
    bytes: usize,
    answers: Vec<Answer>,
}

#[derive(Deserialize)]
struct Answer {
    keys: Vec<String>,
    time: f64,
}

/// Runs it on everything; an error says why it could not.
pub(crate) fn score(
    name: &'static str,
    peers: &Path,
    documents: &[Document],
    questions: &[Judged],
) -> Result<Score, String> {
    let documents: Vec<_> = documents.iter().map(|it| json!({ "key": it.key, "text": it.text })).collect();
    let queries: Vec<&str> = questions.iter().map(|it| it.query.as_str()).collect();
    let said = node(peers, &json!({ "documents": documents, "queries": queries }).to_string())?;
    let said: Said = serde_json::from_str(&said).map_err(|it| format!("node said something else: {it}"))?;
    let milliseconds = |it: f64| Duration::from_secs_f64(it / 1_000.0);
    let mut times: Vec<Duration> = said.answers.iter().map(|it| milliseconds(it.time)).collect();
    times.sort_unstable();
    let figures = questions.iter().zip(&said.answers).map(|(it, said)| Figures::of(it, &said.keys)).collect();
    Ok(Score { name, figures, times, built: milliseconds(said.built), n_bytes: said.bytes })
}

fn node(peers: &Path, input: &str) -> Result<String, String> {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/src/minisearch.mjs");
    let mut node = Command::new("node")
        .arg(script)
        .current_dir(peers)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|it| format!("node cannot be started: {it}"))?;
    // Node reads everything before it says anything.
    let mut stdin = node.stdin.take().ok_or("node does not listen")?;
    stdin.write_all(input.as_bytes()).map_err(|it| format!("node does not listen: {it}"))?;
    drop(stdin);
    let output = node.wait_with_output().map_err(|it| format!("node was lost: {it}"))?;
    String::from_utf8(output.stdout).map_err(|it| format!("node said something else: {it}"))
}
