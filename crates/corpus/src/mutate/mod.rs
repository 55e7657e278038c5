//! Changes a pack in one place at a time and lists the changes that no case notices.

mod change;
mod concerned;
mod edit;
mod explained;
mod formulas;
mod places;

use std::{
    collections::BTreeMap,
    sync::atomic::{AtomicUsize, Ordering},
};

use policy::{Catalog, lang::Scope};
use rayon::prelude::*;

use crate::{
    Case, Loaded, Remark,
    cases::{differences, read_cases},
};
use edit::{Home, Mutant};

/// How many mutants one core takes at a time.
const AT_A_TIME: usize = 24;

/// What changing a pack showed.
#[derive(Debug, Clone, Default)]
pub struct MutationReport {
    /// How many changes were tried.
    pub n_mutants: usize,
    /// Those that no case noticed, by file and place.
    pub survivors: Vec<Survivor>,
    /// What is wrong with `mutants.toml`, such as a reason for a change that cases do notice.
    pub remarks: Vec<Remark>,
}

/// A change that no case noticed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Survivor {
    /// The file it was made in.
    pub file: String,
    /// Its line, from 1.
    pub line: usize,
    /// Its column in characters, from 1.
    pub column: usize,
    /// What was changed; unique within the file.
    pub what: String,
    /// Why that is as it should be, as `mutants.toml` says.
    pub reason: Option<String>,
}

/// Changes everything in the files whose path begins with `within`, one thing at a time, and runs the cases concerned.
///
/// `progress` is told how many changes have been tried, and of how many.
pub fn mutate(loaded: &Loaded, within: &str, progress: &(impl Fn(usize, usize) + Sync)) -> MutationReport {
    let Loaded { files, catalog, .. } = loaded;
    let (cases, _) = read_cases(loaded);
    let scope = Scope::from(catalog);
    let mut mutants = edit::mutants(loaded);
    mutants.retain(|it| it.file.starts_with(within));
    let concerned = concerned::cases_by_home(catalog, &cases, mutants.iter().map(|it| it.home));
    let n_tried = AtomicUsize::new(0);
    let n_all = mutants.len();
    let trial = |chunk: &[Mutant]| {
        let outcomes = try_all(catalog, &scope, &cases, &concerned, chunk);
        progress(n_tried.fetch_add(chunk.len(), Ordering::Relaxed) + chunk.len(), n_all);
        outcomes
    };
    let outcomes: Vec<Outcome> = mutants.par_chunks(AT_A_TIME).flat_map_iter(trial).collect();
    let survived = outcomes.iter().zip(&mutants).filter(|(it, _)| **it == Outcome::Survived);
    let mut survivors: Vec<Survivor> = survived.map(|(_, it)| survivor(loaded, it)).collect();
    survivors.sort_by(|a, b| (&a.file, a.line, a.column).cmp(&(&b.file, b.line, b.column)));
    let remarks = explained::explain(files, within, &mut survivors);
    MutationReport {
        n_mutants: outcomes.iter().filter(|it| **it != Outcome::Same).count(),
        survivors,
        remarks,
    }
}

/// What became of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// It means what was there before, or nothing at all.
    Same,
    /// A case came out otherwise.
    Noticed,
    /// Every case came out as before.
    Survived,
}

fn try_all(
    catalog: &Catalog,
    scope: &Scope,
    cases: &[Case],
    concerned: &BTreeMap<Home, Vec<usize>>,
    mutants: &[Mutant],
) -> Vec<Outcome> {
    let mut changed = catalog.clone();
    let mut concerned: BTreeMap<Home, Vec<usize>> =
        mutants.iter().filter_map(|it| Some((it.home, concerned.get(&it.home)?.clone()))).collect();
    let trial = |mutant: &Mutant| {
        if !mutant.apply(&mut changed, scope) {
            mutant.home.restore(&mut changed, catalog);
            return Outcome::Same;
        }
        let order = concerned.entry(mutant.home).or_default();
        let noticed = order.iter().position(|it| !differences(&changed, &cases[*it]).is_empty());
        mutant.home.restore(&mut changed, catalog);
        match noticed {
            Some(at) => {
                // Who noticed one change is likely to notice the next.
                order[..=at].rotate_right(1);
                Outcome::Noticed
            }
            None => Outcome::Survived,
        }
    };
    mutants.iter().map(trial).collect()
}

fn survivor(loaded: &Loaded, mutant: &Mutant) -> Survivor {
    let before = loaded.files.text(&mutant.file).and_then(|it| it.get(..mutant.at)).unwrap_or_default();
    let line_start = before.rfind('\n').map_or(0, |it| it + 1);
    Survivor {
        file: mutant.file.clone(),
        line: before.matches('\n').count() + 1,
        column: before[line_start..].chars().count() + 1,
        what: mutant.what.clone(),
        reason: None,
    }
}
