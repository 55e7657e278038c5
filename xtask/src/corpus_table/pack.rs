//! Which records the pack was written from, as its files say.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::{entries, read_toml, string, strings, tables};
use crate::shell::Result;

/// The records that the pack names, each with what it became.
#[derive(Default)]
pub(super) struct Pack {
    pub(super) records: BTreeMap<String, Vec<Became>>,
    /// The derived facts there are.
    pub(super) derived: BTreeSet<String>,
}

/// What a record became.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Became {
    /// A policy, which is in this file and has these editions.
    Policy { id: String, file: String, editions: Vec<String> },
    /// A dated figure in this file.
    Parameter { id: String, file: String },
    /// An entry of the directory in this file.
    Place { id: String, file: String },
}

impl Pack {
    /// Reads what carries `records`; whether the pack is right is for `advisor pack check`.
    pub(super) fn read(root: &Path) -> Result<Pack> {
        let mut pack = Pack::default();
        for folder in entries(root)?.iter().filter(|it| it.is_dir()) {
            match name(folder).as_str() {
                "directory" => pack.read_tables(folder, "place", |id, file| Became::Place { id, file })?,
                "parameters" => {
                    pack.read_tables(folder, "parameter", |id, file| Became::Parameter { id, file })?;
                }
                "facts" => pack.read_derived(folder)?,
                "papers" => {}
                family => pack.read_family(folder, family)?,
            }
        }
        Ok(pack)
    }

    fn read_tables(&mut self, folder: &Path, key: &str, became: impl Fn(String, String) -> Became) -> Result {
        for path in entries(folder)? {
            let file = format!("{}/{}", name(folder), name(&path));
            for table in tables(&read_toml(&path)?, key) {
                let id = string(table, "id").unwrap_or_default();
                self.add(strings(table, "records"), &became(id, file.clone()));
            }
        }
        Ok(())
    }

    fn read_derived(&mut self, folder: &Path) -> Result {
        for path in entries(folder)? {
            self.derived.extend(tables(&read_toml(&path)?, "derived").filter_map(|it| string(it, "id")));
        }
        Ok(())
    }

    fn read_family(&mut self, folder: &Path, family: &str) -> Result {
        for policy in entries(folder)?.iter().filter(|it| it.is_dir()) {
            let table = read_toml(&policy.join("policy.toml"))?;
            let id = name(policy);
            let file = format!("{family}/{id}/policy.toml");
            let editions = entries(policy)?.iter().filter(|it| it.is_dir()).map(|it| name(it)).collect();
            self.add(strings(&table, "records"), &Became::Policy { id, file, editions });
        }
        Ok(())
    }

    fn add(&mut self, records: Vec<String>, became: &Became) {
        for record in records {
            self.records.entry(record).or_default().push(became.clone());
        }
    }
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
