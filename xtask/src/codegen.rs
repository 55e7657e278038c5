//! Generated files: the TypeScript types of what crosses to the window, JSON Schemas, the page of records, help for search.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::corpus_table;
use crate::help;
use crate::house::House;
use crate::shell::{self, Failure, Result};

/// File name to text, of a flat folder.
type Files = BTreeMap<String, String>;

/// The tests that compare a generated file, by the package they are of; told to, they write it.
const WRITING_TESTS: &[(&str, &str)] = &[("wire", "schema"), ("corpus", "schema")];

/// Writes every generated file.
pub(crate) fn write(house: &House) -> Result {
    write_types(house)?;
    help::write(house)?;
    for (package, test) in WRITING_TESTS {
        let args = ["test", "--quiet", "--package", package, "--test", test];
        shell::run(house.cargo().args(args).env("UPDATE_EXPECT", "1"))?;
    }
    corpus_table::write(house, &[])
}

/// Makes `ui/src/wire` what the crate `wire` says it is.
fn write_types(house: &House) -> Result {
    let (fresh, folder) = (generate(house)?, committed(house));
    let stale = read_folder(&folder)?;
    fs::create_dir_all(&folder).map_err(Failure::doing(format_args!("make {}", folder.display())))?;
    for name in stale.keys().filter(|it| !fresh.contains_key(*it)) {
        fs::remove_file(folder.join(name)).map_err(Failure::doing(format_args!("remove {name}")))?;
    }
    for (name, text) in fresh.iter().filter(|(name, text)| stale.get(*name) != Some(text)) {
        fs::write(folder.join(name), text).map_err(Failure::doing(format_args!("write {name}")))?;
    }
    println!("{} types in {}", fresh.len(), folder.display());
    Ok(())
}

/// Fails when `ui/src/wire` is not what the tests of `wire` last wrote into [`fresh`], or help is stale; the other
/// generated files have tests of their own.
pub(crate) fn check(house: &House) -> Result {
    let differences = differences(&written(house)?, &read_folder(&committed(house))?);
    if differences.is_empty() {
        return help::check(house);
    }
    Err(Failure::new(format!(
        "ui/src/wire is stale; run `cargo xtask codegen`:\n  {}",
        differences.join("\n  ")
    )))
}

/// Where the types are kept; nothing else lives there.
fn committed(house: &House) -> PathBuf {
    house.ui().join("src").join("wire")
}

/// Where the tests of `wire` write the types, to be compared with those that are kept.
pub(crate) fn fresh(house: &House) -> Result<PathBuf> {
    house.scratch("wire")
}

/// Takes away what was written before, so that nothing old is taken for new.
pub(crate) fn clear(house: &House) -> Result {
    let folder = fresh(house)?;
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(Failure::doing(format_args!("empty {}", folder.display())))?;
    }
    Ok(())
}

/// Has the crate's own tests write the types.
fn generate(house: &House) -> Result<Files> {
    clear(house)?;
    let tests = ["test", "--quiet", "--package", "wire", "--lib", "export_bindings"];
    shell::run(house.cargo().args(tests).env("TS_RS_EXPORT_DIR", fresh(house)?))?;
    written(house)
}

fn written(house: &House) -> Result<Files> {
    let files = read_folder(&fresh(house)?)?;
    if files.is_empty() {
        return Err(Failure::new("the tests of `wire` wrote no types"));
    }
    Ok(files)
}

fn read_folder(folder: &Path) -> Result<Files> {
    let mut files = Files::new();
    if !folder.exists() {
        return Ok(files);
    }
    for entry in
        fs::read_dir(folder).map_err(Failure::doing(format_args!("look into {}", folder.display())))?
    {
        let path = entry.map_err(Failure::doing(format_args!("look into {}", folder.display())))?.path();
        let text =
            fs::read_to_string(&path).map_err(Failure::doing(format_args!("read {}", path.display())))?;
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        // Git may have written the other kind of line end on the way to this machine.
        files.insert(name, text.replace("\r\n", "\n"));
    }
    Ok(files)
}

fn differences(fresh: &Files, kept: &Files) -> Vec<String> {
    let missing = fresh.iter().filter_map(|(name, text)| match kept.get(name) {
        None => Some(format!("{name} is missing")),
        Some(old) if old != text => Some(format!("{name} differs")),
        Some(_) => None,
    });
    let gone =
        kept.keys().filter(|it| !fresh.contains_key(*it)).map(|it| format!("{it} is of no type any more"));
    missing.chain(gone).collect()
}

#[cfg(test)]
mod tests {
    use super::{Files, differences};

    #[test]
    fn a_stale_folder_is_told_file_by_file() {
        let files = |pairs: &[(&str, &str)]| -> Files {
            pairs.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
        };
        let fresh = files(&[("A.ts", "1"), ("B.ts", "2"), ("C.ts", "3")]);
        let kept = files(&[("A.ts", "1"), ("B.ts", "old"), ("D.ts", "4")]);
        assert_eq!(
            differences(&fresh, &kept),
            ["B.ts differs", "C.ts is missing", "D.ts is of no type any more"]
        );
        assert!(differences(&fresh, &fresh).is_empty());
    }
}
