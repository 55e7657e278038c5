//! A sitting: answers given, taken back, kept and taken up again.

use desk::{Desk, DeskError, NewEntry};
use eligibility::Verdict;
use serde_json::{Value, json};
use tempfile::{TempDir, tempdir};

use crate::support::{NOW, at_hand, desk, three_policies};

/// The tables that many tests begin with.
fn sit_down() -> (Desk, TempDir) {
    let folder = tempdir().unwrap();
    (desk(three_policies(), folder.path()), folder)
}

fn answer(desk: &mut Desk, fact: &str, said: Value) {
    desk.answer(fact, Some(&said), NOW).unwrap();
}

fn hire(desk: &mut Desk, id: Option<&str>, fields: Value) -> Result<(), DeskError> {
    let Value::Object(fields) = fields else { panic!("an object") };
    let entry = NewEntry { list: "hires".to_owned(), id: id.map(str::to_owned), name: None, fields };
    desk.put_entry(entry, NOW)?;
    desk.settle()
}

fn verdict(desk: &Desk, policy: &str) -> Verdict {
    desk.sitting.result(policy, None).unwrap().verdict
}

fn ids(desk: &Desk) -> Vec<String> {
    let json = desk.profile_json();
    let entries = json["hires"]["entries"].as_array().cloned().unwrap_or_default();
    entries.iter().map(|it| it["id"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn answers_are_there_again_after_closing() {
    let (mut first, folder) = sit_down();
    assert!(first.last_saved().unwrap().is_none());
    answer(&mut first, "staff", json!(7));
    answer(&mut first, "opened_on", json!({ "min": "2025-01-01", "max": "2025-12-31" }));
    answer(&mut first, "district", json!({ "unknown": true }));
    hire(&mut first, None, json!({ "n": 2, "graduate": true })).unwrap();
    let (profile, place) = (first.profile_json(), at_hand(&first).to_owned());
    drop(first);
    let second = desk(three_policies(), folder.path());
    assert_eq!(second.profile_json(), profile);
    assert_eq!(second.n_answered(), 4);
    assert_eq!(verdict(&second, "rent"), Verdict::Eligible);
    assert_eq!(at_hand(&second), place);
    assert_eq!(second.last_saved().unwrap().unwrap().at, NOW);
}

#[test]
fn the_place_is_remembered_even_where_nothing_was_answered() {
    let (mut first, folder) = sit_down();
    let begun_with = at_hand(&first).to_owned();
    let other = if begun_with == "district" { "staff" } else { "district" };
    first.ask(other).unwrap();
    drop(first);
    assert_eq!(at_hand(&desk(three_policies(), folder.path())), other);
}

#[test]
fn two_desks_cannot_have_one_folder() {
    let (_first, folder) = sit_down();
    let today = crate::support::day(crate::support::TODAY);
    let second = Desk::open(desk::Library::new(three_policies(), today), folder.path(), today, NOW);
    assert!(matches!(second.err(), Some(DeskError::Casebook(casebook::CasebookError::AlreadyOpen { .. }))));
}

#[test]
fn a_wrong_answer_is_refused_and_nothing_is_saved() {
    let (mut desk, _folder) = sit_down();
    answer(&mut desk, "staff", json!(7));
    let (before, place) = (desk.profile_json(), at_hand(&desk).to_owned());
    for (fact, said) in [
        ("staff", json!(-1)),
        ("staff", json!("many")),
        ("staff", json!({ "min": 9, "max": 1 })),
        ("opened_on", json!("2026-02-30")),
        ("district", json!("pudong")),
        ("registered", json!(null)),
        // Told of an entry, not of the enterprise.
        ("hired_on", json!("2025-01-01")),
    ] {
        let refused = desk.answer(fact, Some(&said), NOW);
        assert!(matches!(refused, Err(DeskError::BadAnswer(_))), "{fact} {said}: {refused:?}");
    }
    assert!(matches!(desk.answer("nope", Some(&json!(1)), NOW), Err(DeskError::NotFound { .. })));
    assert_eq!(desk.profile_json(), before);
    assert_eq!(at_hand(&desk), place);
}

#[test]
fn undo_and_redo_bring_the_question_back_to_hand() {
    let (mut desk, _folder) = sit_down();
    answer(&mut desk, "staff", json!(7));
    answer(&mut desk, "district", json!("yangpu"));
    assert_eq!(verdict(&desk, "award"), Verdict::Eligible);
    desk.undo(NOW).unwrap();
    assert_eq!((at_hand(&desk), desk.n_answered()), ("district", 1));
    assert_eq!(verdict(&desk, "award"), Verdict::Undetermined);
    desk.undo(NOW).unwrap();
    assert_eq!((at_hand(&desk), desk.n_answered()), ("staff", 0));
    let steps = desk.steps().unwrap();
    assert_eq!((steps.back, steps.forth), (false, true));
    desk.undo(NOW).unwrap();
    assert_eq!(at_hand(&desk), "staff", "there was nothing to take back");
    desk.redo(NOW).unwrap();
    desk.redo(NOW).unwrap();
    assert_eq!((at_hand(&desk), desk.n_answered()), ("district", 2));
    assert_eq!(verdict(&desk, "award"), Verdict::Eligible);
}

#[test]
fn answering_goes_on_and_back_goes_back() {
    let (mut desk, _folder) = sit_down();
    let first = at_hand(&desk).to_owned();
    desk.back().unwrap();
    assert_eq!(at_hand(&desk), first, "there is nothing before the first question");
    desk.ask("staff").unwrap();
    answer(&mut desk, "staff", json!(7));
    let next = at_hand(&desk).to_owned();
    assert_ne!(next, "staff");
    desk.back().unwrap();
    assert_eq!(at_hand(&desk), "staff");
    // Whoever answers it anew goes on.
    answer(&mut desk, "staff", json!(8));
    assert_ne!(at_hand(&desk), "staff");
}

#[test]
fn no_question_is_asked_twice_and_the_last_one_leaves_none() {
    let (mut desk, _folder) = sit_down();
    let mut asked = Vec::new();
    while at_hand(&desk) != "-" {
        let name = at_hand(&desk).to_owned();
        assert!(!asked.contains(&name), "{name} after {asked:?}");
        if name == "hires" {
            desk.set_list("hires", false, NOW).unwrap();
        } else {
            answer(&mut desk, &name, json!({ "unknown": true }));
        }
        asked.push(name);
    }
    assert!(desk.sitting.open().is_empty());
    asked.sort();
    assert_eq!(asked, ["district", "hires", "opened_on", "staff"]);
}

#[test]
fn an_answer_to_another_question_leaves_the_one_at_hand() {
    let (mut desk, _folder) = sit_down();
    desk.ask("district").unwrap();
    answer(&mut desk, "staff", json!(7));
    assert_eq!(at_hand(&desk), "district");
    hire(&mut desk, None, json!({ "graduate": true })).unwrap();
    desk.set_list("hires", false, NOW).unwrap();
    assert_eq!(at_hand(&desk), "district");
}

#[test]
fn the_fact_of_an_entry_is_asked_in_its_list() {
    let (mut desk, _folder) = sit_down();
    desk.ask("hired_on").unwrap();
    assert_eq!(at_hand(&desk), "hires");
    assert!(matches!(desk.ask("nope"), Err(DeskError::NotFound { .. })));
}

#[test]
fn entries_are_put_replaced_and_removed() {
    let (mut desk, _folder) = sit_down();
    desk.ask("hires").unwrap();
    hire(&mut desk, None, json!({ "graduate": true })).unwrap();
    hire(&mut desk, None, json!({ "graduate": false })).unwrap();
    assert_eq!(ids(&desk), ["e1", "e2"]);
    assert_eq!(at_hand(&desk), "hires", "a list stays open while entries are added");
    desk.remove_entry("hires", "e1", NOW).unwrap();
    hire(&mut desk, None, json!({ "graduate": true })).unwrap();
    assert_eq!(ids(&desk), ["e2", "e3"]);
    hire(&mut desk, Some("e2"), json!({ "graduate": true, "id": "other" })).unwrap();
    assert_eq!(ids(&desk), ["e2", "e3"]);
    assert_eq!(verdict(&desk, "bonus"), Verdict::Eligible);
    let gone = desk.remove_entry("hires", "e1", NOW);
    assert!(matches!(gone, Err(DeskError::NotFound { what: "entry", .. })), "{gone:?}");
    assert!(matches!(desk.remove_entry("nope", "e1", NOW), Err(DeskError::NotFound { .. })));
    desk.undo(NOW).unwrap();
    assert_eq!(desk.profile_json()["hires"]["entries"][0]["graduate"], json!(false));
}

#[test]
fn a_list_holds_no_more_than_it_may() {
    let (mut desk, _folder) = sit_down();
    hire(&mut desk, None, json!({ "n": 2, "graduate": true })).unwrap();
    hire(&mut desk, None, json!({ "graduate": true })).unwrap();
    let fourth = hire(&mut desk, None, json!({ "graduate": true }));
    assert!(matches!(fourth, Err(DeskError::BadAnswer(_))), "{fourth:?}");
    let more = hire(&mut desk, Some("e2"), json!({ "n": 2 }));
    assert!(matches!(more, Err(DeskError::BadAnswer(_))), "{more:?}");
    hire(&mut desk, Some("e1"), json!({ "n": 1 })).unwrap();
    hire(&mut desk, None, json!({ "graduate": true })).unwrap();
    assert_eq!(ids(&desk).len(), 3);
}

#[test]
fn a_wrong_entry_is_refused() {
    let (mut desk, _folder) = sit_down();
    for fields in [json!({ "hired_on": "2026-02-30" }), json!({ "n": -1 }), json!({ "staff": 3 })] {
        let refused = hire(&mut desk, None, fields.clone());
        assert!(matches!(refused, Err(DeskError::BadAnswer(_))), "{fields}: {refused:?}");
    }
    let refused = hire(&mut desk, Some("Not an id"), json!({}));
    assert!(matches!(refused, Err(DeskError::BadAnswer(_))), "{refused:?}");
    assert_eq!(desk.n_answered(), 0);
}

#[test]
fn nobody_and_more_to_come_are_answers() {
    let (mut desk, _folder) = sit_down();
    desk.ask("hires").unwrap();
    desk.set_list("hires", false, NOW).unwrap();
    assert_ne!(at_hand(&desk), "hires");
    assert_eq!(verdict(&desk, "bonus"), Verdict::Ineligible);
    desk.set_list("hires", true, NOW).unwrap();
    assert_eq!(verdict(&desk, "bonus"), Verdict::Undetermined);
    assert_eq!(desk.profile_json()["hires"], json!({ "entries": [], "more": true }));
}

#[test]
fn starting_over_forgets_everything_and_can_be_undone() {
    let (mut first, folder) = sit_down();
    let begun_with = at_hand(&first).to_owned();
    answer(&mut first, "staff", json!(7));
    first.tick("rent", "licence", true, NOW).unwrap();
    first.choose("rent", true, NOW).unwrap();
    first.ask("opened_on").unwrap();
    first.start_over(NOW).unwrap();
    assert_eq!((first.n_answered(), at_hand(&first)), (0, begun_with.as_str()));
    assert!(!first.is_ticked("rent", "licence") && !first.is_chosen("rent"));
    first.undo(NOW).unwrap();
    assert_eq!((first.n_answered(), at_hand(&first)), (1, "opened_on"));
    assert!(first.is_ticked("rent", "licence") && first.is_chosen("rent"));
    first.redo(NOW).unwrap();
    drop(first);
    let second = desk(three_policies(), folder.path());
    assert_eq!((second.n_answered(), at_hand(&second)), (0, begun_with.as_str()));
}

#[test]
fn what_is_erased_is_gone_for_good() {
    let (mut first, folder) = sit_down();
    answer(&mut first, "staff", json!(7));
    first.erase_everything(NOW).unwrap();
    assert_eq!(first.profile_json(), json!({}));
    let steps = first.steps().unwrap();
    assert!(!steps.back && !steps.forth);
    answer(&mut first, "district", json!("yangpu"));
    drop(first);
    assert_eq!(desk(three_policies(), folder.path()).profile_json(), json!({ "district": "yangpu" }));
}

#[test]
fn what_moved_is_what_the_last_answer_changed() {
    let (mut desk, _folder) = sit_down();
    let moved = |desk: &Desk| -> Vec<String> {
        desk.sitting.moved.iter().map(|(policy, _)| policy.clone()).collect()
    };
    assert!(moved(&desk).is_empty());
    answer(&mut desk, "opened_on", json!("2025-01-01"));
    assert!(moved(&desk).is_empty(), "rent is as open as before");
    answer(&mut desk, "staff", json!(7));
    assert_eq!(moved(&desk), ["rent"]);
    answer(&mut desk, "staff", json!(8));
    assert_eq!(moved(&desk), ["rent"], "the sum is another");
    answer(&mut desk, "staff", json!(8));
    assert!(moved(&desk).is_empty());
    desk.answer("staff", None, NOW).unwrap();
    assert_eq!(moved(&desk), ["rent"]);
}

#[test]
fn answers_that_cannot_be_together_are_told() {
    let (mut desk, _folder) = sit_down();
    let told = |desk: &Desk| desk.sitting.contradictions.clone();
    answer(&mut desk, "staff", json!(300));
    assert!(told(&desk).is_empty(), "who has not said whether it is registered contradicts nothing");
    answer(&mut desk, "registered", json!(false));
    assert_eq!(told(&desk)[0].en, "Three hundred people and not registered");
    answer(&mut desk, "staff", json!({ "min": 10, "max": 400 }));
    assert!(told(&desk).is_empty());
}

#[test]
fn answers_of_a_newer_pack_are_kept_and_left_alone() {
    let (mut first, folder) = sit_down();
    answer(&mut first, "sectors", json!(["chips"]));
    drop(first);
    let facts = crate::support::pack(&[]);
    let mut second = desk(facts, folder.path());
    assert_eq!(at_hand(&second), "-");
    answer(&mut second, "staff", json!(3));
    assert_eq!(second.profile_json(), json!({ "sectors": ["chips"], "staff": 3 }));
}
