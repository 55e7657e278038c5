//! What is printed: tables that docs/measurements.md takes over.

use std::{collections::BTreeSet, time::Duration};

use desk::{Library, Understanding};
use policy::Catalog;
use search::{Entry, Index, Kind, Lang};

use crate::{
    contest::{Contender, Score},
    figures::{Figures, Mean},
    judged::Judged,
    ours::Ours,
};

type Figure = fn(&Figures) -> f64;

const FIGURES: [(&str, Figure); 4] = [
    ("nDCG@10", |it| it.ndcg),
    ("Recall@10", |it| it.recall),
    ("MRR", |it| it.mrr),
    ("Success@1", |it| it.success),
];

/// All figures of all contenders; the first `n_ours` are ours and are held against the best of the others.
pub(crate) fn print(questions: &[Judged], scores: &[Score], n_ours: usize) {
    let names: Vec<&str> = scores.iter().map(|it| it.name).collect();
    for (name, figure) in FIGURES {
        println!("\n| {name} | n | {} |\n|---|---|{}", names.join(" | "), "---|".repeat(names.len()));
        for kind in kinds(questions) {
            let of_kind =
                |at: &usize| kind == ALL || kind == questions[*at].kind || kind == questions[*at].lang;
            let at: Vec<usize> = (0..questions.len()).filter(of_kind).collect();
            let cells = scores.iter().map(|it| shown(Mean::of(&picked(it, &at, figure))));
            println!("| {kind} | {} | {} |", at.len(), cells.collect::<Vec<_>>().join(" | "));
        }
    }
    let (ours, others) = scores.split_at(n_ours);
    let ndcg: Figure = |it| it.ndcg;
    let all: Vec<usize> = (0..questions.len()).collect();
    let mean = |it: &Score| Mean::of(&picked(it, &all, ndcg)).mean;
    if let Some(best) = others.iter().max_by(|a, b| mean(a).total_cmp(&mean(b))) {
        println!("\nnDCG@10 more than {}, question by question:", best.name);
        for ours in ours {
            let pairs = ours.figures.iter().zip(&best.figures);
            let more = Mean::of(&pairs.map(|(a, b)| ndcg(a) - ndcg(b)).collect::<Vec<_>>());
            println!("- {}: {}", ours.name, signed(more));
        }
    }
    println!("\n| | p50 | p99 | built in | size |\n|---|---|---|---|---|");
    for it in scores {
        let [p50, p99, built] = [it.percentile(50), it.percentile(99), it.built].map(milliseconds);
        println!("| {} | {p50} | {p99} | {built} | {:.1} MB |", it.name, it.n_bytes as f64 / 1e6);
    }
}

const ALL: &str = "all";

/// Kinds, then languages, then all.
fn kinds(questions: &[Judged]) -> Vec<&str> {
    let kinds: BTreeSet<&str> = questions.iter().map(|it| it.kind.as_str()).collect();
    let langs: BTreeSet<&str> = questions.iter().map(|it| it.lang.as_str()).collect();
    kinds.into_iter().chain(langs).chain([ALL]).collect()
}

fn picked(score: &Score, at: &[usize], figure: Figure) -> Vec<f64> {
    at.iter().map(|it| figure(&score.figures[*it])).collect()
}

fn shown(it: Mean) -> String {
    format!("{:.3} ({:.3}–{:.3})", it.mean, it.low, it.high)
}

fn signed(it: Mean) -> String {
    format!("{:+.3} ({:+.3} to {:+.3})", it.mean, it.low, it.high)
}

fn milliseconds(time: Duration) -> String {
    format!("{:.2} ms", time.as_secs_f64() * 1_000.0)
}

/// Every title and official name of the pack, typed as it is written, must put what bears it first.
pub(crate) fn names(ours: &dyn Contender, catalog: &Catalog) {
    let names = catalog.policies.iter().flat_map(|policy| {
        let all = [Some(&policy.title.zh), Some(&policy.title.en), policy.official.as_ref()];
        all.into_iter().flatten().filter(|it| !it.is_empty()).map(move |name| (policy.id.as_str(), name))
    });
    let mut n_names = 0;
    let mut missed = Vec::new();
    for (id, name) in names {
        n_names += 1;
        let first = ours.answer(name).into_iter().next().unwrap_or_default();
        if first != id {
            missed.push(format!("{name} ({id}): {first}"));
        }
    }
    let found = (n_names - missed.len()) as f64 / n_names as f64;
    println!("\nSuccess@1 of {n_names} titles and official names: {found:.3}");
    for it in missed {
        println!("- {it}");
    }
}

/// Questions in one language, policies in the other alone. What is no policy cannot be found there and is not asked for.
pub(crate) fn across(
    library: &Library,
    open: impl Fn(&Index) -> Option<Understanding>,
    questions: &[Judged],
) {
    println!("\n| across languages | n | nDCG@10, words | nDCG@10, with the model |\n|---|---|---|---|");
    for (asked, told, lang) in [("en", "zh", Lang::Zh), ("zh", "en", Lang::En)] {
        let entries = library.index().entries().iter().filter_map(|it| in_one_language(it, lang));
        let index = Index::build(entries.collect(), &[]);
        let Some(understanding) = open(&index) else { continue };
        let asked_in = questions.iter().filter(|it| it.lang == asked && TOLD.contains(&it.kind.as_str()));
        let questions: Vec<Judged> = asked_in.filter_map(|it| it.among(index.entries())).collect();
        let cell = |ours: Ours<'_>| {
            let of = |it: &Judged| Figures::of(it, &ours.answer(&it.query)).ndcg;
            shown(Mean::of(&questions.iter().map(of).collect::<Vec<_>>()))
        };
        let words = cell(Ours::new(&index, None));
        let meaning = cell(Ours::new(&index, Some(&understanding)));
        println!("| asked in {asked}, told in {told} | {} | {words} | {meaning} |", questions.len());
    }
}

/// What can be asked in another language: not spellings of one.
const TOLD: [&str; 4] = ["name", "question", "situation", "term"];

fn in_one_language(entry: &Entry, lang: Lang) -> Option<Entry> {
    let own = |texts: &[String]| texts.iter().filter(|it| Lang::of(it) == lang).cloned().collect::<Vec<_>>();
    let passages: Vec<_> = entry.passages.iter().filter(|it| it.lang == lang).cloned().collect();
    (entry.kind == Kind::Policy && !passages.is_empty()).then(|| Entry {
        titles: own(&entry.titles),
        short_names: own(&entry.short_names),
        questions: own(&entry.questions),
        passages,
        ..entry.clone()
    })
}
