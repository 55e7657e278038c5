//! What is to come, in words.

use eligibility::{Event, Happening};
use policy::{Catalog, Entries, Id, ListRef, Profile, Text};

use super::text;

/// What happens, with what the entry concerned is called; nothing of the day or of the support.
pub fn happening(event: &Event, entry: &Text) -> Text {
    let of = |zh: &str, en: &str| text(format!("{}：{zh}", entry.zh), format!("{}: {en}", entry.en));
    match &event.what {
        Happening::Opens => text("可以申请了", "becomes open to you"),
        Happening::WindowOpens => text("开始受理", "applications open"),
        Happening::WindowCloses => text("申请截止", "last day to apply"),
        Happening::Ends { .. } => text("到期", "ends"),
        Happening::CountsFrom { .. } => of("开始算数", "begins to count"),
        Happening::EntryEnds { .. } => of("到期", "ends"),
    }
}

/// The entry that something happens to; `None` where it happens to the enterprise.
pub fn entry_of(event: &Event) -> Option<&Id> {
    match &event.what {
        Happening::CountsFrom { entry } | Happening::EntryEnds { entry, .. } => Some(entry),
        Happening::Opens | Happening::WindowOpens | Happening::WindowCloses | Happening::Ends { .. } => None,
    }
}

/// An entry by its place in its list alone: what leaves the machine says nothing else of a person.
pub fn nth(catalog: &Catalog, profile: &Profile, list: ListRef, entry: &Id) -> Text {
    let name = &catalog.list(list).name;
    let place = profile.lists.get(&list).and_then(|it| place(it, entry));
    match place {
        Some(n) => text(format!("“{}”第 {n} 条", name.zh), format!("“{}” no. {n}", name.en)),
        None => name.clone(),
    }
}

fn place(entries: &Entries, entry: &Id) -> Option<usize> {
    entries.entries.iter().position(|it| it.id == *entry).map(|it| it + 1)
}
