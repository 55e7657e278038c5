//! `cargo xtask bench-search`: how well the right answers stand, ours beside what else one could take.
//!
//! Arguments: `--set dev|test` (what is published comes from `test`, what is tuned from `dev`), `--model FILE`,
//! `--peers DIR` (a folder in which npm has installed what we are held against).

mod contest;
mod figures;
mod fts;
mod judged;
mod minisearch;
mod ours;
mod report;

use std::{fs::File, io::BufReader, path::Path, process::ExitCode};

use desk::{Library, Understanding};
use jieba_rs::Jieba;
use policy::Date;
use search::Index;

use contest::{Score, timed};
use fts::{Cutting, Fts};
use ours::Ours;

/// The day as of which the judged questions were answered.
const AS_OF: &str = "2026-11-23";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let option = |name: &str| {
        let at = args.iter().position(|it| it == name)?;
        args.get(at + 1).map(String::as_str)
    };
    let peers = Path::new(option("--peers").unwrap_or("."));
    match contest(option("--set").unwrap_or("test"), option("--model").map(Path::new), peers) {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            eprintln!("{trouble}");
            ExitCode::FAILURE
        }
    }
}

fn contest(set: &str, model: Option<&Path>, peers: &Path) -> Result<(), String> {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
    let questions = judged::read(&root.join("tests/search/judged.jsonl"), set)?;
    let as_of: Date = AS_OF.parse().map_err(|_| "the day is none".to_owned())?;
    let library = Library::open(Some(&root.join("policies")), as_of).map_err(|it| it.to_string())?;
    let open = |model: &Path, index: &Index| Understanding::open(model, index).map_err(|it| it.to_string());
    let understanding = model.map(|it| open(it, library.index())).transpose()?;
    let documents = ours::documents(library.index());
    println!("{} questions of `{set}`, {} passages", questions.len(), documents.len());

    let entries = library.index().entries().to_vec();
    let (built, _) = timed(|| Index::build(entries, &[]));
    let words = Ours::new(library.index(), None);
    let mut scores = vec![Score::of("ours, words", built, &words, &questions)];
    if let Some(understanding) = &understanding {
        let ours = Ours::new(library.index(), Some(understanding));
        scores.push(Score::of("ours, with the model", built, &ours, &questions));
    }
    let n_ours = scores.len();
    let mut cuttings = vec![("FTS5, threes", Cutting::Threes)];
    match jieba(peers) {
        Ok(jieba) => cuttings.push(("FTS5, jieba", Cutting::Words(Box::new(jieba)))),
        Err(why) => println!("FTS5 with jieba is left out: {why}"),
    }
    for (name, cutting) in cuttings {
        let (built, fts) = timed(|| Fts::build(&documents, cutting));
        let fts = fts.map_err(|it| it.to_string())?;
        scores.push(Score::of(name, built, &fts, &questions));
    }
    match minisearch::score("MiniSearch", peers, &documents, &questions) {
        Ok(score) => scores.push(score),
        Err(why) => println!("MiniSearch is left out: {why}"),
    }
    report::print(&questions, &scores, n_ours);
    report::names(&words, library.catalog());
    if let Some(model) = model {
        report::across(&library, |index| open(model, index).ok(), &questions);
    }
    Ok(())
}

/// Jieba with its own dictionary, of 350,000 words.
fn jieba(peers: &Path) -> Result<Jieba, String> {
    let path = peers.join("node_modules/@node-rs/jieba/dict.txt");
    let file = File::open(&path).map_err(|it| format!("cannot read {}: {it}", path.display()))?;
    Jieba::with_dict(&mut BufReader::new(file)).map_err(|it| it.to_string())
}
