//! People and counters.

use desk::{Desk, words};
use policy::{DirectoryEntry, Text as Words};

use super::lines::source;
use crate::{DirectoryGroup, DirectoryPage, Named, Place};

/// The kinds, in the order to be shown.
const KINDS: [&str; 8] = ["counter", "hotline", "park", "base", "incubator", "channel", "item", "term"];

/// All who help, by what they are.
pub fn directory(desk: &Desk) -> DirectoryPage {
    let entries = &desk.catalog().directory;
    let group = |kind: &str| DirectoryGroup {
        kind: Named { id: kind.to_owned(), name: kind_name(kind).into() },
        places: entries.iter().filter(|it| it.kind == kind).map(place).collect(),
    };
    DirectoryPage { groups: KINDS.iter().map(|it| group(it)).filter(|it| !it.places.is_empty()).collect() }
}

fn kind_name(kind: &str) -> Words {
    match kind {
        "park" => words::text("园区", "Parks"),
        "base" => words::text("基地", "Bases"),
        "incubator" => words::text("孵化器与平台", "Incubators and platforms"),
        "counter" => words::text("服务窗口", "Counters"),
        "hotline" => words::text("热线", "Hotlines"),
        "channel" => words::text("渠道与活动", "Channels and events"),
        "item" => words::text("绿色通道事项", "Green-channel items"),
        "term" => words::text("名词", "Terms"),
        other => Words::same(other),
    }
}

fn place(entry: &DirectoryEntry) -> Place {
    Place {
        id: entry.id.clone(),
        name: (&entry.name).into(),
        also: entry.also.clone(),
        about: (&entry.about).into(),
        address: (&entry.address).into(),
        hours: (&entry.hours).into(),
        phone: entry.phone.clone(),
        url: entry.url.clone(),
        open: (&entry.open).into(),
        as_of: entry.as_of.map(|it| it.to_string()),
        sources: entry.sources.iter().map(source).collect(),
    }
}
