//! `advisor policy diff`: what changed between two editions, or two packs.

use std::{
    io::{self, BufWriter, Write},
    path::Path,
    process::ExitCode,
};

use corpus::Loaded;
use desk::{
    changes::{Change, ChangeKind, PackChanges, PolicyChanges, Told, edition_changes, pack_changes},
    words::text,
};
use policy::{Catalog, Text};
use wire::changes::Difference;

use crate::{
    arguments::{Arguments, DiffArguments, Lang},
    context::{Context, Trouble, print_json},
    policy::edition_of,
};

pub(crate) fn diff(arguments: &Arguments, asked: &DiffArguments) -> Result<ExitCode, Trouble> {
    let packs = match asked.packs.as_deref() {
        Some([old, new]) => Some((pack(arguments.lang, old)?, pack(arguments.lang, new)?)),
        _ => None,
    };
    let found = match (&packs, &asked.old, &asked.new) {
        (Some((old, new)), Some(was), Some(is)) => editions((&old.catalog, was), (&new.catalog, is))?,
        (Some((old, new)), ..) => pack_changes(&old.catalog, &new.catalog),
        (None, was, is) => {
            let context = Context::open(arguments)?;
            let name = |it: &Option<String>| it.clone().unwrap_or_default();
            editions((context.catalog(), &name(was)), (context.catalog(), &name(is)))?
        }
    };
    if arguments.json {
        print_json(&Difference::from(found))?;
    } else {
        print(arguments.lang, &found)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// A pack to compare; what is wrong in it is told, and the rest compared.
fn pack(lang: Lang, dir: &Path) -> Result<Loaded, Trouble> {
    let loaded = Loaded::folder(dir)?;
    if loaded.has_errors() {
        eprint!("{}", corpus::render(&loaded.remarks, &loaded.files, lang.words()));
    }
    Ok(loaded)
}

fn editions(old: (&Catalog, &str), new: (&Catalog, &str)) -> Result<PackChanges, Trouble> {
    let (old, new) = (told(old)?, told(new)?);
    let name =
        |it: Told<'_>, words: fn(&Text) -> &str| format!("{} ({})", words(&it.policy.title), it.edition.id);
    let both = |words: fn(&Text) -> &str| format!("{} → {}", name(old, words), name(new, words));
    let compared = PolicyChanges {
        policy: new.policy.id.to_string(),
        edition: Some(new.edition.id.to_string()),
        kind: ChangeKind::Changed,
        title: text(both(|it| &it.zh), both(|it| &it.en)),
        changes: edition_changes(old, new),
    };
    Ok(PackChanges { shared: Vec::new(), policies: vec![compared] })
}

/// The edition of a name such as `policy/edition`.
fn told<'c>((catalog, name): (&'c Catalog, &str)) -> Result<Told<'c>, Trouble> {
    let (id, edition) = name.split_once('/').ok_or_else(|| Trouble::NotAnEdition(name.to_owned()))?;
    let policy = catalog.policy(id)?;
    Ok(Told { catalog, policy, edition: edition_of(policy, edition)? })
}

fn print(lang: Lang, found: &PackChanges) -> Result<(), Trouble> {
    let mut out = BufWriter::new(io::stdout().lock());
    lines(&mut out, lang, &found.shared, 0)?;
    for policy in &found.policies {
        let (id, title) = (&policy.policy, lang.say(&policy.title));
        writeln!(out, "{} {id}  {title}", mark(policy.kind))?;
        lines(&mut out, lang, &policy.changes, 1)?;
    }
    let nothing = found.shared.is_empty() && found.policies.iter().all(is_unchanged);
    if nothing {
        writeln!(out, "{}", lang.say(&text("没有不同", "Nothing differs")))?;
    }
    Ok(out.flush()?)
}

fn is_unchanged(it: &PolicyChanges) -> bool {
    it.kind == ChangeKind::Changed && it.changes.is_empty()
}

fn lines(out: &mut impl Write, lang: Lang, changes: &[Change], depth: usize) -> io::Result<()> {
    for change in changes {
        let said = lang.say(&change.said);
        // A line of the text in the other language.
        if said.is_empty() {
            continue;
        }
        writeln!(out, "{}{} {said}", "    ".repeat(depth), mark(change.kind))?;
        lines(out, lang, &change.parts, depth + 1)?;
    }
    Ok(())
}

fn mark(kind: ChangeKind) -> char {
    match kind {
        ChangeKind::New => '+',
        ChangeKind::Gone => '-',
        ChangeKind::Changed => '~',
    }
}
