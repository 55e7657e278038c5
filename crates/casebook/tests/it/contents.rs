//! What is saved is what is read.

use casebook::{CasebookError, Change, Entry, Json, List, NotJson, Saved, Tick};
use serde_json::json as value;

use crate::{NOW, answer, entry, json, open};

#[test]
fn everything_saved_is_there_when_the_book_is_opened_again() {
    let dir = tempfile::tempdir().unwrap();
    let (mut book, profile) = open(dir.path());
    assert_eq!(book.last_saved(profile).unwrap(), None);
    book.save(profile, &answer("staff", value!({ "min": 10, "max": 19 })), NOW).unwrap();
    book.save(profile, &entry("hires", "a", value!({ "n": 2, "hired_on": "2024-07-01" })), NOW).unwrap();
    let none = Change::List { list: "leases".to_owned(), value: Some(List::default()) };
    book.save(profile, &none, NOW).unwrap();
    let tick = Tick { policy: "rent-relief".to_owned(), paper: "lease".to_owned() };
    book.tick(profile, &tick, true, NOW).unwrap();
    let saved = book.choose(profile, "rent-relief", true, NOW).unwrap();
    book.stop_at(profile, Some("registered_on")).unwrap();
    drop(book);

    let (book, profile) = open(dir.path());
    let contents = book.contents(profile).unwrap();
    assert_eq!(contents.facts["staff"].as_str(), r#"{"min":10,"max":19}"#);
    let hire =
        Entry { id: "a".to_owned(), name: None, fields: json(value!({ "n": 2, "hired_on": "2024-07-01" })) };
    assert_eq!(contents.lists["hires"], List { entries: vec![hire], more: false });
    assert_eq!(contents.lists["leases"], List::default());
    assert_eq!(contents.ticks, [tick].into());
    assert_eq!(contents.chosen, ["rent-relief".to_owned()].into());
    assert_eq!(contents.place.as_deref(), Some("registered_on"));
    assert_eq!(book.last_saved(profile).unwrap(), Some(saved));
}

#[test]
fn ticks_and_choices_can_be_taken_away() {
    let dir = tempfile::tempdir().unwrap();
    let (mut book, profile) = open(dir.path());
    let tick = Tick { policy: "rent-relief".to_owned(), paper: "lease".to_owned() };
    for on in [true, true, false] {
        book.tick(profile, &tick, on, NOW).unwrap();
        book.choose(profile, "rent-relief", on, NOW).unwrap();
        let contents = book.contents(profile).unwrap();
        assert_eq!((contents.ticks.len(), contents.chosen.len()), (on.into(), on.into()));
    }
}

#[test]
fn the_order_of_saves_is_that_of_the_counter_when_the_clock_goes_back() {
    let dir = tempfile::tempdir().unwrap();
    let (mut book, profile) = open(dir.path());
    book.save(profile, &answer("staff", value!(3)), "2026-11-23").unwrap();
    book.save(profile, &answer("district", value!("yangpu")), "2016-01-01").unwrap();
    let answered = book.answered(profile).unwrap();
    let keys: Vec<&str> = answered.iter().map(|it| it.key.as_str()).collect();
    assert_eq!(keys, ["staff", "district"]);
    assert_eq!(book.last_saved(profile).unwrap(), Some(Saved { seq: 2, at: "2016-01-01".to_owned() }));
}

#[test]
fn a_sum_is_kept_digit_by_digit() {
    let dir = tempfile::tempdir().unwrap();
    let (mut book, profile) = open(dir.path());
    let sum = "123456789012345678901234567890.10";
    let value = Some(Json::try_from(sum.to_owned()).unwrap());
    book.save(profile, &Change::Answer { fact: "revenue".to_owned(), value }, NOW).unwrap();
    assert_eq!(book.contents(profile).unwrap().facts["revenue"].as_str(), sum);
}

#[test]
fn a_change_that_cannot_be_made_whole_is_not_made_at_all() {
    let dir = tempfile::tempdir().unwrap();
    let (mut book, profile) = open(dir.path());
    book.save(profile, &entry("hires", "a", value!({})), NOW).unwrap();
    let before = book.contents(profile).unwrap();
    let twice = vec![Entry { id: "b".to_owned(), name: None, fields: json(value!({})) }; 2];
    let value = Some(List { entries: twice, more: false });
    let err = book.save(profile, &Change::List { list: "hires".to_owned(), value }, NOW).unwrap_err();
    assert!(matches!(err, CasebookError::Book(_)), "{err:?}");
    assert_eq!(book.contents(profile).unwrap(), before);
}

#[test]
fn what_is_not_json_is_no_value() {
    for text in ["", "{", "1 2", "'a'", "NaN"] {
        let result: Result<Json, NotJson> = text.to_owned().try_into();
        assert!(result.is_err(), "{text}");
    }
}
