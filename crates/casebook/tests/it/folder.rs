//! The data folder: one program, its owner alone, and a clear word when it cannot be used.

use std::fs;

use casebook::{Casebook, CasebookError};

use crate::open;

#[test]
fn a_second_program_is_refused_until_the_first_is_done() {
    let dir = tempfile::tempdir().unwrap();
    let first = Casebook::open(dir.path()).unwrap();
    let second = Casebook::open(dir.path());
    assert!(matches!(second, Err(CasebookError::AlreadyOpen { .. })));
    drop(first);
    Casebook::open(dir.path()).unwrap();
}

#[test]
fn a_beginning_that_was_broken_off_is_begun_again() {
    let dir = tempfile::tempdir().unwrap();
    for name in ["casebook.db.new", "casebook.db.new-wal", "casebook.key.new", "casebook.db-wal"] {
        fs::write(dir.path().join(name), "half a file").unwrap();
    }
    drop(open(dir.path()));
    let mut names: Vec<_> =
        fs::read_dir(dir.path()).unwrap().map(|it| it.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    assert_eq!(names, ["casebook.db", "casebook.key", "casebook.lock"]);
}

#[test]
fn a_file_in_place_of_the_folder_is_a_clear_error() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("file");
    fs::write(&path, "").unwrap();
    let err = Casebook::open(&path).err().unwrap();
    assert_eq!(err.to_string(), format!("could not create `{}`", path.display()));
}

#[cfg(unix)]
mod unix {
    use std::env;
    use std::fs::Permissions;
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    use std::os::unix::process::CommandExt;
    use std::path::Path;
    use std::process::Command;

    use casebook::settings::Settings;
    use serde_json::json as value;

    use super::*;
    use crate::{NOW, answer};

    const FOLDER: &str = "CASEBOOK_TEST_READ_ONLY_FOLDER";

    #[test]
    fn folder_and_files_are_for_their_owner_alone() {
        let dir = tempfile::tempdir().unwrap();
        let folder = dir.path().join("above").join("data");
        let (mut book, profile) = open(&folder);
        book.save(profile, &answer("staff", value!(3)), NOW).unwrap();
        Settings::default().save(&folder).unwrap();
        assert_eq!(mode(&folder), 0o700);
        let mut names = Vec::new();
        for file in fs::read_dir(&folder).unwrap() {
            let path = file.unwrap().path();
            assert_eq!(mode(&path), 0o600, "{}", path.display());
            names.push(path.file_name().unwrap().to_owned());
        }
        // With the log open: these are the files that are there while the program runs.
        assert_eq!(names.len(), 6, "{names:?}");
    }

    #[test]
    fn a_read_only_folder_is_a_clear_error() {
        let dir = tempfile::tempdir().unwrap();
        fs::set_permissions(dir.path(), Permissions::from_mode(0o777)).unwrap();
        let program = dir.path().join("program");
        fs::copy(env::current_exe().unwrap(), &program).unwrap();
        let mut child = Command::new(program);
        child.args(["--exact", "folder::unix::child"]).env(FOLDER, dir.path().join("data"));
        // Root may write everywhere; the child must be somebody to whom modes mean something.
        if fs::metadata(dir.path()).unwrap().uid() == 0 {
            child.uid(65534).gid(65534);
        }
        let output = child.output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    }

    /// Not a test by itself: what the test above runs as another process.
    #[test]
    fn child() {
        let Some(folder) = env::var_os(FOLDER) else { return };
        let folder = Path::new(&folder);
        drop(open(folder));
        let set_mode = |mode| fs::set_permissions(folder, Permissions::from_mode(mode)).unwrap();

        set_mode(0o500);
        let err = Casebook::open(folder).err().unwrap();
        assert!(matches!(err, CasebookError::NotWritable { .. }), "{err:?}");
        let err = Settings::default().save(folder).unwrap_err();
        assert!(matches!(err, CasebookError::NotWritable { .. }), "{err:?}");

        set_mode(0o700);
        for name in ["casebook.lock", "casebook.db"] {
            fs::set_permissions(folder.join(name), Permissions::from_mode(0o400)).unwrap();
            let err = Casebook::open(folder).err().unwrap();
            assert!(matches!(err, CasebookError::NotWritable { .. }), "{name}: {err:?}");
            fs::set_permissions(folder.join(name), Permissions::from_mode(0o600)).unwrap();
        }
        drop(open(folder));
    }

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().permissions().mode() & 0o777
    }
}
