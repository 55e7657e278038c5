//! Undo and redo, held against a model.

use std::collections::BTreeMap;

use casebook::{Change, Contents, Entry, EntryChange, Json, List, Tick};
use proptest::collection::{btree_map, btree_set, vec};
use proptest::option::weighted;
use proptest::prelude::{Just, Strategy, any, prop_oneof};
use proptest::test_runner::Config;
use proptest::{prop_assert_eq, proptest};
use serde_json::json as value;

use crate::model::Model;
use crate::{NOW, answer, entry, json, open};

#[derive(Debug, Clone)]
enum Act {
    Save(Change),
    Undo,
    Redo,
    Reopen,
}

proptest! {
    #![proptest_config(Config { cases: 24, failure_persistence: None, ..Config::default() })]

    #[test]
    fn any_sequence_of_saves_undos_and_redos_equals_the_model(acts in vec(act(), 1..40)) {
        let dir = tempfile::tempdir().unwrap();
        let (mut book, profile) = open(dir.path());
        let mut model = Model::new();
        for act in acts {
            let mut shown = book.contents(profile).unwrap();
            match &act {
                Act::Save(change) => {
                    book.save(profile, change, NOW).unwrap();
                    model.save(change);
                    shown.apply(change);
                    prop_assert_eq!(&shown, model.contents());
                }
                Act::Undo => {
                    let change = book.undo(profile, NOW).unwrap();
                    prop_assert_eq!(change.is_some(), model.undo());
                    // What undo tells is what the holder of the contents has to do.
                    change.iter().for_each(|it| shown.apply(it));
                    prop_assert_eq!(&shown, model.contents());
                }
                Act::Redo => {
                    let change = book.redo(profile, NOW).unwrap();
                    prop_assert_eq!(change.is_some(), model.redo());
                    change.iter().for_each(|it| shown.apply(it));
                    prop_assert_eq!(&shown, model.contents());
                }
                Act::Reopen => {
                    drop(book);
                    (book, _) = open(dir.path());
                }
            }
            prop_assert_eq!(&book.contents(profile).unwrap(), model.contents(), "after {:?}", act);
        }
    }
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        8 => change().prop_map(Act::Save),
        4 => Just(Act::Undo),
        3 => Just(Act::Redo),
        1 => Just(Act::Reopen),
    ]
}

fn change() -> impl Strategy<Value = Change> {
    let few = any::<bool>().prop_map(|it| json(value!({ "graduate": it })));
    prop_oneof![
        4 => ("[ab]", weighted(0.7, few.clone())).prop_map(|(fact, value)| Change::Answer { fact, value }),
        6 => ("[hl]", entries(few)).prop_map(|(list, changes)| Change::Entries { list, changes }),
        1 => ("[hl]", any::<bool>()).prop_map(|(list, more)| Change::More { list, more }),
        2 => ("[hl]", weighted(0.7, list())).prop_map(|(list, value)| Change::List { list, value }),
        1 => contents().prop_map(Change::Everything),
    ]
}

/// Some of the entries w to z, each put or removed; those that are new come last, or before another.
fn entries(fields: impl Strategy<Value = Json>) -> impl Strategy<Value = Vec<EntryChange>> {
    let put = (weighted(0.3, "[mn]"), weighted(0.8, fields));
    btree_map("[wxyz]", put, 0..4).prop_map(|by_id| {
        let change = |(id, (name, fields)): (String, (Option<String>, Option<Json>))| match fields {
            Some(fields) => EntryChange::Put { entry: Entry { id, name, fields }, before: None },
            None => EntryChange::Remove { entry: id },
        };
        by_id.into_iter().map(change).collect()
    })
}

fn list() -> impl Strategy<Value = List> {
    // A map, so that no two have the same id; its order is not that of the ids.
    let entries = btree_map(0..100_u8, "[xyz]", 0..3).prop_map(|by_rank: BTreeMap<u8, String>| {
        let mut entries: Vec<Entry> = Vec::new();
        for id in by_rank.into_values() {
            if entries.iter().all(|it| it.id != id) {
                entries.push(Entry { id, name: None, fields: json(value!({})) });
            }
        }
        entries
    });
    (entries, any::<bool>()).prop_map(|(entries, more)| List { entries, more })
}

fn contents() -> impl Strategy<Value = Contents> {
    let tick = ("[pq]", "[rs]").prop_map(|(policy, paper)| Tick { policy, paper });
    let facts = btree_map("[ab]", Just(json(value!(1))), 0..2);
    (facts, btree_map("[hl]", list(), 0..2), btree_set(tick, 0..2), weighted(0.5, "[ab]")).prop_map(
        |(facts, lists, ticks, place)| Contents {
            facts,
            lists,
            ticks,
            chosen: Default::default(),
            preferences: Default::default(),
            place,
        },
    )
}

#[test]
fn a_removed_entry_comes_back_to_its_place() {
    let dir = tempfile::tempdir().unwrap();
    let (mut book, profile) = open(dir.path());
    for id in ["a", "b", "c"] {
        book.save(profile, &entry("hires", id, value!({ "n": 1 })), NOW).unwrap();
    }
    let before = book.contents(profile).unwrap();
    let removal = removed(&["b"]);
    book.save(profile, &removal, NOW).unwrap();
    book.undo(profile, NOW).unwrap();
    assert_eq!(book.contents(profile).unwrap(), before);
}

fn removed(ids: &[&str]) -> Change {
    let changes = ids.iter().map(|it| EntryChange::Remove { entry: (*it).to_owned() }).collect();
    Change::Entries { list: "hires".to_owned(), changes }
}

#[test]
fn several_entries_go_and_come_back_in_one_step() {
    let dir = tempfile::tempdir().unwrap();
    let (mut book, profile) = open(dir.path());
    let put = |id: &str| EntryChange::Put {
        entry: Entry { id: id.to_owned(), name: Some(format!("小{id}")), fields: json(value!({})) },
        before: None,
    };
    let changes = ["a", "b", "c", "d", "e"].into_iter().map(put).collect();
    book.save(profile, &Change::Entries { list: "hires".to_owned(), changes }, NOW).unwrap();
    let before = book.contents(profile).unwrap();
    book.save(profile, &removed(&["d", "b", "c"]), NOW).unwrap();
    assert_eq!(book.contents(profile).unwrap().lists["hires"].entries.len(), 2);
    book.undo(profile, NOW).unwrap();
    assert_eq!(book.contents(profile).unwrap(), before);
    book.undo(profile, NOW).unwrap();
    assert_eq!(book.contents(profile).unwrap(), Contents::default());
    book.redo(profile, NOW).unwrap();
    assert_eq!(book.contents(profile).unwrap(), before);
}

#[test]
fn starting_over_can_be_undone_and_then_loses_no_later_tick() {
    let dir = tempfile::tempdir().unwrap();
    let (mut book, profile) = open(dir.path());
    let paper = |paper: &str| Tick { policy: "rent-relief".to_owned(), paper: paper.to_owned() };
    book.save(profile, &answer("staff", value!(3)), NOW).unwrap();
    book.tick(profile, &paper("lease"), true, NOW).unwrap();
    book.choose(profile, "rent-relief", true, NOW).unwrap();
    book.stop_at(profile, Some("registered_on")).unwrap();
    let before = book.contents(profile).unwrap();

    book.save(profile, &Change::start_over(), NOW).unwrap();
    assert_eq!(book.contents(profile).unwrap(), Contents::default());

    book.undo(profile, NOW).unwrap();
    assert_eq!(book.contents(profile).unwrap(), before);

    book.tick(profile, &paper("receipt"), true, NOW).unwrap();
    book.redo(profile, NOW).unwrap();
    book.undo(profile, NOW).unwrap();
    assert!(book.contents(profile).unwrap().ticks.contains(&paper("receipt")));
}

#[test]
fn the_same_answer_again_is_no_step() {
    let dir = tempfile::tempdir().unwrap();
    let (mut book, profile) = open(dir.path());
    let three = answer("staff", value!(3));
    let first = book.save(profile, &three, NOW).unwrap();
    let again = book.save(profile, &three, "2026-11-23T10:43:00+08:00").unwrap();
    assert!(first.seq < again.seq);
    assert!(book.undo(profile, NOW).unwrap().is_some());
    assert_eq!(book.undo(profile, NOW).unwrap(), None);
}
