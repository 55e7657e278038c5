//! `zh.md` and `en.md`: the anchors that a rule cites.

use std::collections::BTreeSet;

use policy::{Anchor, Text, TextIn};
use prose::{Document, RemarkKind};

use super::{
    layout::{EditionFiles, TextFile},
    rule::citations,
};
use crate::{
    read::Table,
    remark::{Place, Remarks},
    suggest::did_you_mean,
};

/// Reads the texts of an edition and holds the citations of its rule against them.
pub(crate) fn read_texts(remarks: &mut Remarks<'_>, files: &EditionFiles<'_>, rule: &Table<'_>) -> TextIn {
    let zh = files.zh.map(|it| anchors(remarks, it));
    let en = files.en.map(|it| anchors(remarks, it));
    for (missing, name) in [(files.zh.is_none(), "zh.md"), (files.en.is_none(), "en.md")] {
        if missing {
            remarks.warn(
                &Place::start_of(rule.place.file),
                "missing-language",
                format!("there is no `{name}` beside the rule"),
            );
        }
    }
    for (cite, place) in citations(rule) {
        check_citation(remarks, cite, &place, zh.as_ref(), en.as_ref());
    }
    let text = |file: Option<TextFile<'_>>| file.map(|it| it.text.to_owned());
    TextIn { zh: text(files.zh), en: text(files.en) }
}

type Anchors = BTreeSet<String>;

fn anchors(remarks: &mut Remarks<'_>, file: TextFile<'_>) -> Anchors {
    let (document, found) = Document::parse(file.text);
    for remark in found {
        let place = Place { file: file.file, span: remark.span };
        let message = remark.kind.to_string();
        match remark.kind {
            RemarkKind::DuplicateAnchor(_) => remarks.error(&place, "declared-twice", message),
            RemarkKind::BadAnchor => remarks.error(&place, "bad-anchor", message),
            RemarkKind::RawHtml | RemarkKind::Image => remarks.warn(&place, "markdown", message),
            RemarkKind::Link(_) => remarks.warn(&place, "bad-link", message),
        }
    }
    document
        .clauses()
        .iter()
        .filter_map(|it| it.anchor.clone())
        .filter(|it| it.parse::<Anchor>().is_ok())
        .collect()
}

fn check_citation(
    remarks: &mut Remarks<'_>,
    cite: &str,
    place: &Place<'_>,
    zh: Option<&Anchors>,
    en: Option<&Anchors>,
) {
    let has = |it: Option<&Anchors>| it.is_some_and(|it| it.contains(cite));
    if !has(zh) && !has(en) {
        remarks.error(place, "dangling-citation", format!("no clause of the text is called `{cite}`"));
        let known: Vec<&str> = zh.into_iter().chain(en).flatten().map(String::as_str).collect();
        remarks.hint(did_you_mean(cite, &known).unwrap_or_else(|| {
            Text::new("条款标记 `{#id}` 写在这一条末尾", "an anchor `{#id}` ends the clause")
        }));
    }
}
