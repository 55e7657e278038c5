//! A program killed at any moment has lost nothing that it called saved, and has erased nothing by half.

use std::env;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use casebook::{Casebook, Change, Contents, ProfileId};
use serde_json::json as value;

use crate::model::Model;
use crate::{NOW, answer, open};

const ROUNDS: u64 = 20;
const FOLDER: &str = "CASEBOOK_TEST_FOLDER";

#[test]
fn what_is_acknowledged_survives_a_kill() {
    let dir = tempfile::tempdir().unwrap();
    for round in 0..ROUNDS {
        let n_first = usize::try_from(1 + round * 5 % 7).unwrap();
        let acknowledged = run_and_kill("kill::saving_child", dir.path(), n_first, round);
        let (book, profile) = open(dir.path());
        let done = n_done(&book, profile);
        // The act under way when the program died may have been made, as a whole.
        assert!(
            (acknowledged..=acknowledged + 1).contains(&done),
            "{acknowledged} acknowledged, {done} found"
        );
        assert_eq!(book.contents(profile).unwrap(), contents_after(done), "round {round}");
    }
}

#[test]
fn a_killed_erasure_has_erased_all_or_nothing() {
    for round in 0..ROUNDS {
        let dir = tempfile::tempdir().unwrap();
        let acknowledged = run_and_kill("kill::erasing_child", dir.path(), 1, round);
        let (book, profile) = open(dir.path());
        let done = n_done(&book, profile);
        assert!(done == 0 || done == acknowledged, "round {round}: {done}");
        assert_eq!(book.contents(profile).unwrap(), contents_after(done), "round {round}");
    }
}

/// Runs a child as another process and kills it soon after its first `n_first` lines; the result is the last number it said to be saved.
fn run_and_kill(child: &str, folder: &Path, n_first: usize, round: u64) -> i64 {
    let mut child = Command::new(env::current_exe().unwrap())
        .args(["--exact", child, "--nocapture"])
        .env(FOLDER, folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut acknowledged = lines.map_while(Result::ok).filter_map(|line| number(&line));
    let first = acknowledged.by_ref().take(n_first).last().expect("the child saves until it is killed");
    // Nothing is waited for: this picks a moment within the next acts.
    thread::sleep(Duration::from_micros(round * 7919 % 9000));
    child.kill().unwrap();
    child.wait().unwrap();
    acknowledged.last().unwrap_or(first)
}

/// The number in "saved 12", which may stand behind what the test runner printed.
fn number(line: &str) -> Option<i64> {
    line.split_once("saved ")?.1.parse().ok()
}

/// Not a test by itself: what a test above runs as another process, and kills.
#[test]
fn saving_child() {
    let Ok(folder) = env::var(FOLDER) else { return };
    let (mut book, profile) = open(folder.as_ref());
    for nth in n_done(&book, profile) + 1.. {
        do_nth(&mut book, profile, nth);
        println!("saved {nth}");
    }
}

/// Not a test by itself either.
#[test]
fn erasing_child() {
    let Ok(folder) = env::var(FOLDER) else { return };
    let (mut book, profile) = open(folder.as_ref());
    let n_acts = 33;
    (1..=n_acts).for_each(|nth| do_nth(&mut book, profile, nth));
    println!("saved {n_acts}");
    book.erase_everything().unwrap();
}

fn do_nth(book: &mut Casebook, profile: ProfileId, nth: i64) {
    match act(nth) {
        Act::Undo => drop(book.undo(profile, NOW).unwrap()),
        Act::Redo => drop(book.redo(profile, NOW).unwrap()),
        Act::Answer => drop(book.save(profile, &nth_answer(nth), NOW).unwrap()),
    }
}

enum Act {
    Answer,
    Undo,
    Redo,
}

/// What is done as the nth act; each counts as one save.
fn act(nth: i64) -> Act {
    match nth % 10 {
        4 | 9 => Act::Undo,
        5 => Act::Redo,
        _ => Act::Answer,
    }
}

fn nth_answer(nth: i64) -> Change {
    answer(&format!("fact_{}", nth % 7), value!(nth))
}

fn n_done(book: &Casebook, profile: ProfileId) -> i64 {
    book.last_saved(profile).unwrap().map_or(0, |saved| saved.seq)
}

fn contents_after(n_acts: i64) -> Contents {
    let mut model = Model::new();
    for nth in 1..=n_acts {
        match act(nth) {
            Act::Undo => assert!(model.undo()),
            Act::Redo => assert!(model.redo()),
            Act::Answer => model.save(&nth_answer(nth)),
        }
    }
    model.contents().clone()
}
