//! A folder is hostile until checked.

use std::fs;

use corpus::{Files, load, render};
use expect_test::expect;
use tempfile::tempdir;

#[test]
fn what_cannot_be_text_is_refused_and_the_rest_read() {
    let folder = tempdir().unwrap();
    fs::create_dir(folder.path().join("facts")).unwrap();
    fs::create_dir(folder.path().join(".git")).unwrap();
    fs::write(folder.path().join(".git/config"), "hidden").unwrap();
    fs::write(folder.path().join("facts/a.toml"), [0xff, 0xfe, 0x00]).unwrap();
    fs::write(folder.path().join("facts/big.toml"), " ".repeat(3 * 1024 * 1024)).unwrap();
    fs::write(folder.path().join("synonyms.toml"), "synonym = []").unwrap();
    let loaded = load(Files::folder(folder.path()).unwrap());
    assert_eq!(loaded.files.iter().map(|(name, _)| name).collect::<Vec<_>>(), ["synonyms.toml"]);
    expect![[r#"
        error[not-utf-8]: the file is not UTF-8; save it as UTF-8 text
          --> facts/a.toml:1:1

        error[unreadable-file]: the file is larger than 2 MB; nothing in a pack needs to be
          --> facts/big.toml:1:1

        error[missing-file]: a pack has a `pack.toml` that can be read
          --> pack.toml:1:1
    "#]]
    .assert_eq(&render(&loaded.remarks, &loaded.files, |it| &it.en));
}

#[cfg(unix)]
#[test]
fn links_that_lead_out_are_refused() {
    let (folder, outside) = (tempdir().unwrap(), tempdir().unwrap());
    fs::write(outside.path().join("secret.toml"), "secret = true").unwrap();
    std::os::unix::fs::symlink(outside.path(), folder.path().join("facts")).unwrap();
    std::os::unix::fs::symlink(outside.path().join("secret.toml"), folder.path().join("pack.toml")).unwrap();
    std::os::unix::fs::symlink("nowhere", folder.path().join("synonyms.toml")).unwrap();
    std::os::unix::fs::symlink(folder.path(), folder.path().join("again")).unwrap();
    let loaded = load(Files::folder(folder.path()).unwrap());
    assert_eq!(loaded.files.iter().count(), 0);
    assert!(!render(&loaded.remarks, &loaded.files, |it| &it.en).contains("secret = true"));
}

#[test]
fn a_folder_that_is_not_there_is_a_failure() {
    let folder = tempdir().unwrap();
    assert!(Files::folder(&folder.path().join("none")).is_err());
}

#[test]
fn the_hash_knows_names_and_texts_and_not_the_order_of_reading() {
    let hash = |files: &[(&str, &str)]| files.iter().copied().collect::<Files>().hash();
    assert_eq!(hash(&[("a", "1"), ("b", "2")]), hash(&[("b", "2"), ("a", "1")]));
    assert_ne!(hash(&[("a", "1"), ("b", "2")]), hash(&[("a", "2"), ("b", "1")]));
    assert_ne!(hash(&[("ab", "c")]), hash(&[("a", "bc")]));
}
