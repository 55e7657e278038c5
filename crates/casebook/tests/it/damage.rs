//! A book that is not as it was written: an error or the right values, and the file as it was found.

use std::fs;
use std::path::Path;

use casebook::{Casebook, CasebookError, Contents};
use serde_json::json as value;
use tempfile::TempDir;

use crate::{NOW, answer, database, open};

#[test]
fn a_flipped_bit_is_noticed() {
    let (book, key, contents) = written();
    let mut n_noticed = 0;
    for place in (0..50).map(|nth| nth * book.len() / 50 + nth) {
        let mut flipped = book.clone();
        flipped[place] ^= 1 << (place % 8);
        n_noticed += usize::from(check(&flipped, &key, &contents));
    }
    assert_eq!(n_noticed, 50);
}

#[test]
fn a_book_cut_short_is_noticed() {
    let (book, key, contents) = written();
    for length in [0, 1, 100, 4096, book.len() / 2, book.len() - 4096, book.len() - 64] {
        assert!(check(&book[..length], &key, &contents), "cut to {length} bytes");
    }
}

#[test]
fn a_page_of_zeros_is_noticed() {
    let (book, key, contents) = written();
    for page in 0..book.len() / 4096 {
        let mut zeroed = book.clone();
        zeroed[page * 4096..][..4096].fill(0);
        assert!(check(&zeroed, &key, &contents), "page {page}");
    }
}

#[test]
fn a_key_that_is_not_the_right_one_is_noticed() {
    let (book, mut key, contents) = written();
    key[7] ^= 1;
    assert!(check(&book, &key, &contents));
}

#[test]
fn a_book_without_its_key_is_refused_and_kept() {
    let dir = tempfile::tempdir().unwrap();
    drop(open(dir.path()));
    for key in [None, Some("short")] {
        fs::remove_file(dir.path().join("casebook.key")).unwrap();
        let before = fs::read(dir.path().join("casebook.db")).unwrap();
        if let Some(key) = key {
            fs::write(dir.path().join("casebook.key"), key).unwrap();
        }
        assert!(matches!(Casebook::open(dir.path()), Err(CasebookError::NoKey { .. })));
        assert_eq!(fs::read(dir.path().join("casebook.db")).unwrap(), before);
        fs::write(dir.path().join("casebook.key"), "anything").unwrap();
    }
}

#[test]
fn a_book_of_a_newer_version_is_refused_and_untouched() {
    let dir = tempfile::tempdir().unwrap();
    drop(open(dir.path()));
    database(dir.path()).pragma_update(None, "user_version", 99).unwrap();
    let before = fs::read(dir.path().join("casebook.db")).unwrap();
    let err = Casebook::open(dir.path()).err().unwrap();
    assert_eq!(err.to_string(), "the casebook is of format 99; this version reads up to 3");
    assert_eq!(fs::read(dir.path().join("casebook.db")).unwrap(), before);
}

/// The bytes of a book and of its key, and what is in it.
fn written() -> (Vec<u8>, Vec<u8>, Contents) {
    let dir = tempfile::tempdir().unwrap();
    let (mut book, profile) = open(dir.path());
    for nth in 0..40 {
        let text = format!("{nth} ").repeat(100);
        book.save(profile, &answer(&format!("fact_{nth}"), value!(text)), NOW).unwrap();
    }
    let contents = book.contents(profile).unwrap();
    drop(book);
    let file = |name: &str| fs::read(dir.path().join(name)).unwrap();
    (file("casebook.db"), file("casebook.key"), contents)
}

/// Whether the damage is noticed when the book is opened; where it is not, the contents must be right.
#[track_caller]
fn check(book: &[u8], key: &[u8], contents: &Contents) -> bool {
    let dir: TempDir = tempfile::tempdir().unwrap();
    let file = |name: &str| dir.path().join(name);
    fs::write(file("casebook.db"), book).unwrap();
    fs::write(file("casebook.key"), key).unwrap();
    match read(dir.path()) {
        Ok(found) => {
            assert_eq!(found, *contents);
            false
        }
        Err(CasebookError::Damaged(_)) => {
            assert!(fs::read(file("casebook.db")).unwrap() == book, "the damaged book was written to");
            true
        }
        Err(err) => panic!("damage was taken for something else: {err:?}"),
    }
}

fn read(folder: &Path) -> Result<Contents, CasebookError> {
    let mut book = Casebook::open(folder)?;
    let profile = book.own_profile(NOW)?;
    book.contents(profile)
}
