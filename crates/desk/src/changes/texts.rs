//! The texts of two editions, section by section, line by line.

use policy::{Edition, Text};
use prose::{ClauseKind, Document};
use similar::{ChangeTag, TextDiff};

use super::{About, Change, ChangeKind, said::quoted};
use crate::words::text;

/// A section under a heading of level two.
#[derive(Default)]
struct Section {
    title: String,
    /// Its clauses, one a line.
    lines: String,
}

/// Sections that came, went or read differently, in either language.
pub(super) fn texts(old: &Edition, new: &Edition) -> Vec<Change> {
    let (old, new) = (in_both(old), in_both(new));
    let mut changes = Vec::new();
    for (anchor, section) in &new {
        match old.iter().find(|(other, _)| other == anchor) {
            Some((_, before)) => changes.extend(differing(anchor, before, section)),
            None => changes.push(whole(anchor, ChangeKind::New, section)),
        }
    }
    let gone = old.iter().filter(|(anchor, _)| new.iter().all(|(other, _)| other != anchor));
    changes.extend(gone.map(|(anchor, section)| whole(anchor, ChangeKind::Gone, section)));
    changes
}

/// The same section in both languages.
#[derive(Default)]
struct Both {
    zh: Section,
    en: Section,
}

/// The languages have the same anchors; a section that one of them lacks is told with the words of the other.
fn in_both(edition: &Edition) -> Vec<(String, Both)> {
    let zh = sections(edition.text.zh.as_deref().unwrap_or_default());
    let mut en = sections(edition.text.en.as_deref().unwrap_or_default());
    let mut all = Vec::new();
    for (anchor, zh) in zh {
        let partner = en.iter().position(|(other, _)| *other == anchor).map(|it| en.remove(it).1);
        all.push((anchor, Both { zh, en: partner.unwrap_or_default() }));
    }
    all.extend(en.into_iter().map(|(anchor, en)| (anchor, Both { zh: Section::default(), en })));
    all
}

/// By their anchors; a section without one by its title.
fn sections(markdown: &str) -> Vec<(String, Section)> {
    let (document, _) = Document::parse(markdown);
    let mut sections: Vec<(String, Section)> = Vec::new();
    for clause in document.clauses() {
        if clause.kind == ClauseKind::Heading(2) {
            let name = clause.anchor.clone().unwrap_or_else(|| clause.text.clone());
            sections.push((name, Section { title: clause.text.clone(), lines: String::new() }));
        } else if let Some((_, section)) = sections.last_mut() {
            section.lines += &clause.text;
            section.lines.push('\n');
        }
    }
    sections
}

fn title(section: &Both) -> Text {
    let own = |section: &Section, other: &Section| {
        if section.title.is_empty() { other.title.clone() } else { section.title.clone() }
    };
    quoted(&text(own(&section.zh, &section.en), own(&section.en, &section.zh)))
}

fn whole(anchor: &str, kind: ChangeKind, section: &Both) -> Change {
    let title = title(section);
    let said = match kind {
        ChangeKind::Gone => {
            text(format!("正文少了一节{}", title.zh), format!("The section {} is gone", title.en))
        }
        ChangeKind::New | ChangeKind::Changed => {
            text(format!("正文多了一节{}", title.zh), format!("The section {} is new", title.en))
        }
    };
    Change::new(About::Text, Some(anchor), kind, said)
}

fn differing(anchor: &str, old: &Both, new: &Both) -> Option<Change> {
    let (zh, en) = (lines(&old.zh, &new.zh), lines(&old.en, &new.en));
    if zh.is_empty() && en.is_empty() {
        return None;
    }
    let title = title(new);
    let said =
        text(format!("正文{}一节有改动", title.zh), format!("The section {} reads differently", title.en));
    // Lines of the two languages do not answer each other one by one: each is told in its own.
    let zh = zh.into_iter().map(|(kind, line)| Change::new(About::Text, None, kind, text(line, "")));
    let en = en.into_iter().map(|(kind, line)| Change::new(About::Text, None, kind, text("", line)));
    let change = Change::new(About::Text, Some(anchor), ChangeKind::Changed, said);
    Some(Change { parts: zh.chain(en).collect(), ..change })
}

/// The lines that came and went.
fn lines(old: &Section, new: &Section) -> Vec<(ChangeKind, String)> {
    let diff = TextDiff::from_lines(old.lines.as_str(), new.lines.as_str());
    let told = diff.iter_all_changes().filter_map(|it| {
        let kind = match it.tag() {
            ChangeTag::Equal => return None,
            ChangeTag::Insert => ChangeKind::New,
            ChangeTag::Delete => ChangeKind::Gone,
        };
        Some((kind, it.value().trim_end().to_owned()))
    });
    told.collect()
}
