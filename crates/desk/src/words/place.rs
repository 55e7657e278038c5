//! Papers, places and documents in words.

use policy::{Bring, Catalog, Channel, Edition, Source, SourceKind, Text, Where};

use super::{date, join, text};

/// A paper: what it is, and in which form, how many, from whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperWords {
    /// Its name.
    pub name: Text,
    /// What is special about it for one support; may be empty.
    pub here: Text,
    /// Form, copies, issuer; may be empty.
    pub note: Text,
}

impl PaperWords {
    /// Its name, with what is special about it here.
    pub fn label(&self) -> Text {
        join([self.name.clone(), self.here.clone()], "，", ", ")
    }
}

/// What one brings.
pub fn paper(catalog: &Catalog, bring: &Bring) -> PaperWords {
    let paper = catalog.papers.get(&bring.paper);
    let name = paper.map_or_else(|| Text::same(bring.paper.as_str()), |it| it.name.clone());
    let copies = paper.and_then(|it| it.copies).map(|it| match it {
        1 => text("1 份", "1 copy"),
        n => text(format!("{n} 份"), format!("{n} copies")),
    });
    let issuer = paper.and_then(|it| it.issuer.clone()).map(Text::same);
    let form = paper.map(|it| it.form.clone());
    PaperWords {
        name,
        here: bring.label.clone(),
        note: join([form, copies, issuer].into_iter().flatten(), " · ", " · "),
    }
}

/// Where one applies, after the way by which one does.
pub fn place(place: &Where) -> Text {
    match place.channel {
        // What needs no application says so itself.
        Channel::Automatic => place.label.clone(),
        Channel::Online | Channel::Counter => {
            let channel = channel(place.channel);
            text(format!("{}：{}", channel.zh, place.label.zh), format!("{}: {}", channel.en, place.label.en))
        }
    }
}

/// The way by which one applies.
pub fn channel(channel: Channel) -> Text {
    match channel {
        Channel::Online => text("网上", "Online"),
        Channel::Counter => text("窗口", "Counter"),
        Channel::Automatic => text("自动", "By itself"),
    }
}

/// The document an edition is from, with its number, in one line; may be empty.
pub fn notice(edition: &Edition) -> String {
    match &edition.notice {
        None => String::new(),
        Some(notice) => match &notice.number {
            Some(number) => format!("《{}》（{number}）", notice.title),
            None => format!("《{}》", notice.title),
        },
    }
}

/// A source: its title with the number, and what kind of thing it is, of when.
pub fn source(source: &Source) -> (String, Text) {
    let title = match &source.number {
        Some(number) => format!("{}（{number}）", source.title),
        None => source.title.clone(),
    };
    let kind = source_kind(source.kind);
    let issuer = source.issuer.clone().map(Text::same);
    let day = source.date.map(|it| Text::same(it.to_string()));
    let checked = source.checked.map(|it| {
        let day = date(it);
        text(format!("{}核对", day.zh), format!("checked {}", day.en))
    });
    (title, join([Some(kind), issuer, day, checked].into_iter().flatten(), " · ", " · "))
}

fn source_kind(kind: SourceKind) -> Text {
    match kind {
        SourceKind::Official => text("官方网页", "official page"),
        SourceKind::OfficialCopy => text("官方文本的副本", "copy of the official text"),
        SourceKind::OfficialRepost => text("官方内容的转载", "repost of official words"),
        SourceKind::Newspaper => text("报道", "newspaper"),
        SourceKind::University => text("高校网页", "university page"),
        SourceKind::Secondary => text("间接来源", "secondary source"),
    }
}
