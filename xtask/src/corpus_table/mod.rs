//! `cargo xtask corpus-table`: what became of every record of the facts, as a page of `docs`.
//!
//! The pack says of its policies, parameters and entries which records they were written from; `docs/corpus.toml` says
//! what no file of the pack can say. The page follows from these two alone, so that it can be written and checked
//! anywhere; where the records themselves are at hand, none may be unaccounted for.

mod facts;
mod notes;
mod pack;
mod page;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::house::House;
use crate::shell::{Failure, Result};
use facts::Facts;
use notes::Notes;
use pack::Pack;

/// Writes `docs/corpus.md`; fails when a record is not accounted for.
pub(crate) fn write(house: &House, args: &[String]) -> Result {
    let facts = match args {
        [] => Facts::find(&beside(house))?,
        [option, folder] if option == "--facts" => Some(Facts::read(Path::new(folder))?),
        _ => return Err(Failure::new("cargo xtask corpus-table takes --facts DIR, or nothing")),
    };
    let (page, mistakes) = generate(house, facts.as_ref())?;
    fs::write(page_of(house), page).map_err(Failure::doing("write docs/corpus.md"))?;
    if facts.is_none() {
        println!("The records are not at hand: what none of them became cannot be said.");
    }
    told(&mistakes)
}

/// Where the records lie, if they do: beside the house, for they are no part of it.
fn beside(house: &House) -> PathBuf {
    house.root().join("..").join("shared").join("facts")
}

fn page_of(house: &House) -> PathBuf {
    house.root().join("docs").join("corpus.md")
}

/// The page, and all that is wrong with the accounts.
fn generate(house: &House, facts: Option<&Facts>) -> Result<(String, Vec<String>)> {
    let pack = Pack::read(&house.root().join("policies"))?;
    let notes = Notes::read(&house.root().join("docs").join("corpus.toml"))?;
    let mut mistakes = notes.mistakes(&pack);
    if let Some(facts) = facts {
        mistakes.extend(facts.mistakes(&pack, &notes));
    }
    Ok((page::page(&pack, &notes), mistakes))
}

fn told(mistakes: &[String]) -> Result {
    if mistakes.is_empty() { Ok(()) } else { Err(Failure::new(mistakes.join("\n"))) }
}

/// A TOML file as it is.
fn read_toml(path: &Path) -> Result<toml::Table> {
    let text = fs::read_to_string(path).map_err(Failure::doing(format_args!("read {}", path.display())))?;
    toml::from_str(&text).map_err(|err| Failure::new(format!("{}: {err}", path.display())))
}

/// What stands in a folder, by name.
fn entries(folder: &Path) -> Result<Vec<PathBuf>> {
    let paths = |it: fs::ReadDir| it.map(|it| it.map(|it| it.path())).collect::<io::Result<Vec<_>>>();
    let mut paths = fs::read_dir(folder)
        .and_then(paths)
        .map_err(Failure::doing(format_args!("look into {}", folder.display())))?;
    paths.sort();
    Ok(paths)
}

/// The tables of a list, or none where there is no such list.
fn tables<'t>(table: &'t toml::Table, key: &str) -> impl Iterator<Item = &'t toml::Table> {
    table.get(key).and_then(toml::Value::as_array).into_iter().flatten().filter_map(toml::Value::as_table)
}

/// The strings of a list, or none where there is no such list.
fn strings(table: &toml::Table, key: &str) -> Vec<String> {
    let items = table.get(key).and_then(toml::Value::as_array).into_iter().flatten();
    items.filter_map(toml::Value::as_str).map(str::to_owned).collect()
}

fn string(table: &toml::Table, key: &str) -> Option<String> {
    table.get(key).and_then(toml::Value::as_str).map(str::to_owned)
}

#[cfg(test)]
mod tests;
