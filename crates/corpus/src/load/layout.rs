//! What each file of a pack is for: its path says it.

use std::collections::BTreeMap;

use policy::{Id, PolicyId, Text};

use crate::{
    Files,
    read::{self, Document, form::Form, forms},
    remark::{Place, Remarks},
};

/// The files of a pack by what they are for.
#[derive(Default)]
pub(crate) struct Layout<'d> {
    pub(crate) pack: Option<&'d Document<'d>>,
    pub(crate) facts: Vec<&'d Document<'d>>,
    pub(crate) fact_cases: Option<&'d Document<'d>>,
    pub(crate) parameters: Vec<&'d Document<'d>>,
    pub(crate) parameter_cases: Option<&'d Document<'d>>,
    pub(crate) papers: Vec<&'d Document<'d>>,
    pub(crate) directory: Vec<&'d Document<'d>>,
    pub(crate) synonyms: Option<&'d Document<'d>>,
    pub(crate) accepted: Option<&'d Document<'d>>,
    /// By the names of their folders.
    pub(crate) policies: BTreeMap<&'d str, PolicyFiles<'d>>,
}

/// The files of one policy.
pub(crate) struct PolicyFiles<'d> {
    /// The folder that it lies in.
    pub(crate) family: &'d str,
    /// Its folder, with a `/` at the end.
    pub(crate) folder: &'d str,
    pub(crate) policy: Option<&'d Document<'d>>,
    /// By the names of their folders.
    pub(crate) editions: BTreeMap<&'d str, EditionFiles<'d>>,
}

impl<'d> PolicyFiles<'d> {
    /// A file that is there, to tell of one that is not.
    pub(crate) fn any_file(&self) -> &'d str {
        let of_editions = self.editions.values().map(EditionFiles::any_file);
        self.policy.map(|it| it.file).into_iter().chain(of_editions).next().unwrap_or(self.folder)
    }
}

impl<'d> EditionFiles<'d> {
    /// A file that is there, to tell of one that is not.
    pub(crate) fn any_file(&self) -> &'d str {
        let documents = [self.rule, self.cases].into_iter().flatten().map(|it| it.file);
        let texts = [self.zh, self.en].into_iter().flatten().map(|it| it.file);
        documents.chain(texts).next().unwrap_or_default()
    }
}

/// The files of one edition.
#[derive(Default)]
pub(crate) struct EditionFiles<'d> {
    pub(crate) rule: Option<&'d Document<'d>>,
    pub(crate) zh: Option<TextFile<'d>>,
    pub(crate) en: Option<TextFile<'d>>,
    pub(crate) cases: Option<&'d Document<'d>>,
}

/// A text in one language.
#[derive(Clone, Copy)]
pub(crate) struct TextFile<'d> {
    pub(crate) file: &'d str,
    pub(crate) text: &'d str,
}

/// Whether a file holds cases: the larger half of a pack, that nobody needs but authors.
pub(crate) fn is_cases(file: &str) -> bool {
    file.ends_with("/cases.toml")
}

/// Reads the TOML files that are wanted and checks their keys.
pub(crate) fn documents<'a>(
    remarks: &mut Remarks<'_>,
    files: &'a Files,
    wanted: impl Fn(&str) -> bool,
) -> Vec<Document<'a>> {
    let mut documents = Vec::new();
    for (file, text) in files.iter().filter(|(file, _)| wanted(file)) {
        let Some(form) = form_of(file) else { continue };
        if let Some(document) = Document::read(remarks, file, text) {
            documents.push(document);
            if let Some(newest) = documents.last() {
                read::check(remarks, form, &newest.root());
            }
        }
    }
    documents
}

/// Sorts the files; one that nothing reads is a remark, for it may be a typing error in a name.
pub(crate) fn layout<'d>(
    remarks: &mut Remarks<'_>,
    files: &'d Files,
    documents: &'d [Document<'d>],
) -> Layout<'d> {
    let mut layout = Layout::default();
    let documents: BTreeMap<&str, &Document<'_>> = documents.iter().map(|it| (it.file, it)).collect();
    for (file, text) in files.iter() {
        let document = documents.get(file).copied();
        match parts(file).as_slice() {
            ["pack.toml"] => layout.pack = document,
            ["synonyms.toml"] => layout.synonyms = document,
            ["facts", "cases.toml"] => layout.fact_cases = document,
            ["parameters", "cases.toml"] => layout.parameter_cases = document,
            ["accepted.toml"] => layout.accepted = document,
            ["facts", _] if is_toml(file) => layout.facts.extend(document),
            ["parameters", _] if is_toml(file) => layout.parameters.extend(document),
            ["papers", _] if is_toml(file) => layout.papers.extend(document),
            ["directory", _] if is_toml(file) => layout.directory.extend(document),
            [family, id, "policy.toml"] => {
                if let Some(policy) = policy_files(remarks, &mut layout, file, family, id) {
                    policy.policy = document;
                }
            }
            [family, id, edition, name @ ("rule.toml" | "zh.md" | "en.md" | "cases.toml")] => {
                let Some(policy) = policy_files(remarks, &mut layout, file, family, id) else { continue };
                if let Err(error) = edition.parse::<Id>() {
                    remarks.error(&Place::start_of(file), "wrong-value", error.to_string());
                    continue;
                }
                let edition = policy.editions.entry(edition).or_default();
                match *name {
                    "rule.toml" => edition.rule = document,
                    "cases.toml" => edition.cases = document,
                    "zh.md" => edition.zh = Some(TextFile { file, text }),
                    _ => edition.en = Some(TextFile { file, text }),
                }
            }
            ["README.md" | "mutants.toml"] => {}
            _ => {
                remarks.warn(&Place::start_of(file), "stray-file", "nothing reads this file");
                remarks.hint(Text::new(STRAY.0, STRAY.1));
            }
        }
    }
    layout
}

const STRAY: (&str, &str) = (
    "一项政策是 `<family>/<policy>/policy.toml`，旁边有 `<edition>/rule.toml`、`zh.md`、`en.md` 和 `cases.toml`",
    "a policy is `<family>/<policy>/policy.toml` with `<edition>/rule.toml`, `zh.md`, `en.md` and `cases.toml` beside it",
);

fn form_of(file: &str) -> Option<&'static Form> {
    forms::FILES.iter().find(|(pattern, _)| is_like(pattern, file)).map(|(_, form)| *form)
}

/// Whether a path has the form of a pattern, folder by folder.
pub(crate) fn is_like(pattern: &str, file: &str) -> bool {
    let (pattern, parts) = (parts(pattern), parts(file));
    let is_part_like = |(pattern, part): (&&str, &&str)| match pattern.strip_prefix('*') {
        Some(end) => part.ends_with(end),
        None => part == pattern,
    };
    pattern.len() == parts.len() && pattern.iter().zip(&parts).all(is_part_like)
}

/// The files of the policy that a file belongs to; `None` where its folder cannot be one.
fn policy_files<'l, 'd>(
    remarks: &mut Remarks<'_>,
    layout: &'l mut Layout<'d>,
    file: &'d str,
    family: &'d str,
    id: &'d str,
) -> Option<&'l mut PolicyFiles<'d>> {
    let place = Place::start_of(file);
    if let Err(error) = id.parse::<PolicyId>() {
        remarks.error(&place, "wrong-value", error.to_string());
        return None;
    }
    let folder = &file[..family.len() + id.len() + 2];
    let policy = layout.policies.entry(id).or_insert_with(|| PolicyFiles {
        family,
        folder,
        policy: None,
        editions: BTreeMap::new(),
    });
    if policy.family != family {
        let message = format!("the policy `{id}` lies in `{}` already", policy.folder);
        remarks.error(&place, "declared-twice", message);
        return None;
    }
    Some(policy)
}

fn parts(file: &str) -> Vec<&str> {
    file.split('/').collect()
}

fn is_toml(file: &str) -> bool {
    file.ends_with(".toml")
}
