//! What is erased is gone.

use std::fs;
use std::path::Path;

use casebook::{Contents, Tick};
use serde_json::json as value;

use crate::{NOW, answer, database, entry, open};

const CANARY: &str = "canary-7f3a";

#[test]
fn nothing_erased_is_left_in_any_file() {
    let dir = tempfile::tempdir().unwrap();
    let (mut book, profile) = open(dir.path());
    for nth in 0..20 {
        book.save(profile, &answer(&format!("fact_{nth}"), value!(CANARY.repeat(100))), NOW).unwrap();
        book.save(profile, &entry("hires", &nth.to_string(), value!({ "name": CANARY })), NOW).unwrap();
    }
    book.tick(profile, &Tick { policy: CANARY.to_owned(), paper: CANARY.to_owned() }, true, NOW).unwrap();
    let key = fs::read(dir.path().join("casebook.key")).unwrap();
    let former = fs::read(dir.path().join("casebook.db")).unwrap();

    let mut book = book.erase_everything().unwrap();
    let profile = book.own_profile(NOW).unwrap();
    assert_eq!(book.contents(profile).unwrap(), Contents::default());
    assert_eq!(book.undo(profile, NOW).unwrap(), None);
    assert_eq!(book.last_saved(profile).unwrap(), None);
    book.save(profile, &answer("staff", value!(3)), NOW).unwrap();
    assert!(!contains_anywhere(dir.path(), CANARY.as_bytes()));
    assert!(!contains_anywhere(dir.path(), &key), "the former key would open what the disk still holds");
    assert!(!contains_anywhere(dir.path(), &former[former.len() - 64..]));

    drop(book);
    let database = database(dir.path());
    let n_free: i64 = database.pragma_query_value(None, "freelist_count", |row| row.get(0)).unwrap();
    assert_eq!(n_free, 0);
}

#[test]
fn the_canary_can_be_found_where_it_is() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("file"), format!("some {CANARY} bytes")).unwrap();
    assert!(contains_anywhere(dir.path(), CANARY.as_bytes()));
}

fn contains_anywhere(folder: &Path, needle: &[u8]) -> bool {
    fs::read_dir(folder)
        .unwrap()
        .map(|file| fs::read(file.unwrap().path()).unwrap())
        .any(|bytes| bytes.windows(needle.len()).any(|it| it == needle))
}
