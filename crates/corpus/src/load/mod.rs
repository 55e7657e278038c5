//! From files to a catalog: raw form in, checked form out, a remark for all that is wrong.

mod derived;
pub(crate) mod expression;
mod facts;
mod groups;
mod layout;
mod lists;
mod names;
mod pack;
mod parameters;
mod people;
mod policies;
mod relations;
mod rule;
mod said;
mod texts;

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
    sync::Arc,
};

use policy::{Catalog, FactRef, Formula, Name, Test, lang::Scope};

use crate::{
    Files, Remark, Severity, SourceError,
    read::{Table, form::Form, is_sound},
    remark::{Remarks, sort},
};
pub(crate) use expression::of as context_of;
pub(crate) use layout::{EditionFiles, Layout, PolicyFiles, TextFile, documents, is_cases, is_like, layout};
use names::Names;
pub(crate) use said::{Said, said_in_rule};

/// A pack that was read, with what is wrong in it.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// The files it was read from.
    pub files: Files,
    /// All that could be understood.
    pub catalog: Catalog,
    /// By file and place; those on cases are left to [`check`](crate::check).
    pub remarks: Vec<Remark>,
    /// A stable fingerprint of the files.
    pub hash: String,
}

impl Loaded {
    /// The pack that is part of the program.
    pub fn built_in() -> Loaded {
        load(Files::built_in())
    }

    /// The pack in a folder on disk.
    pub fn folder(root: &Path) -> Result<Loaded, SourceError> {
        Ok(load(Files::folder(root)?))
    }

    /// Whether something had to be left out.
    pub fn has_errors(&self) -> bool {
        self.remarks.iter().any(|it| it.severity == Severity::Error)
    }
}

/// Reads a pack. What has an error is left out, the rest lives.
pub fn load(files: Files) -> Loaded {
    let (catalog, remarks) = read_catalog(&files);
    let hash = files.hash();
    Loaded { files, catalog, remarks, hash }
}

/// What has been read so far.
pub(crate) struct Loading<'d> {
    remarks: Remarks<'d>,
    catalog: Catalog,
    scope: Scope,
    names: Names<'d>,
    /// Facts of which it is not known when they apply; what is made of them would be a guess.
    unsure: BTreeSet<FactRef>,
    /// The tests of conditions by their text.
    tests: BTreeMap<String, Vec<Arc<Formula<Test>>>>,
}

impl<'d> Loading<'d> {
    /// The name that a table declares, if nobody else has it and the table is sound.
    fn declare(&mut self, form: &'static Form, table: &Table<'d>) -> Option<Name> {
        let name = self.names.declare(&mut self.remarks, table);
        name.filter(|_| is_sound(form, table))
    }

    /// Remembers that what a table declares cannot be used, so that whoever mentions it is told why.
    fn break_down(&mut self, table: &Table<'_>) {
        if let Some(name) = table.parsed("id") {
            self.scope.declare_broken(&name);
        }
    }
}

/// Facts first, then what is made of them, then the policies that ask for both.
fn read_catalog(files: &Files) -> (Catalog, Vec<Remark>) {
    let mut remarks = Remarks::new(files);
    let documents = documents(&mut remarks, files, |it| !is_cases(it));
    let layout = layout(&mut remarks, files, &documents);
    let catalog = Catalog { pack: pack::read_pack(&mut remarks, layout.pack), ..Catalog::default() };
    let mut loading = Loading {
        remarks,
        catalog,
        scope: Scope::default(),
        names: Names::default(),
        unsure: BTreeSet::new(),
        tests: BTreeMap::new(),
    };
    lists::read_lists(&mut loading, &layout.facts);
    let facts = facts::read_facts(&mut loading, &layout.facts);
    parameters::read_parameters(&mut loading, &layout.parameters);
    policies::declare_policies(&mut loading, &layout);
    derived::read_derived(&mut loading, &layout.facts);
    facts::read_ask_ifs(&mut loading, &facts);
    groups::read_groups(&mut loading, &layout.facts);
    derived::read_never(&mut loading, &layout.facts);
    people::read_papers(&mut loading, &layout.papers);
    people::read_directory(&mut loading, &layout.directory);
    people::read_synonyms(&mut loading, layout.synonyms);
    let policies = policies::read_policies(&mut loading, &layout);
    loading.catalog.policies = relations::leave_out(&mut loading, &layout, policies);
    let Loading { remarks, mut catalog, scope, .. } = loading;
    catalog.options = scope.options;
    let mut remarks = remarks.finish();
    remarks.extend(files.remarks().iter().cloned());
    sort(&mut remarks);
    (catalog, remarks)
}
