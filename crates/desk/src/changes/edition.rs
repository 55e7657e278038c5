//! All that differs between two editions.

use std::collections::BTreeMap;

use policy::{
    Catalog, Channel, DatePrecision, Edition, Id, ListRef, PolicyId, Relation, Source, StatusValue, Text,
    Validity,
};

use super::{
    About, Change, ChangeKind, Told,
    amounts::{amounts, windows},
    conditions::{Catalogs, conditions},
    said::{came_or_went, quoted, replaced},
    texts::texts,
};
use crate::words::{self, text};

/// All that differs between two editions, of one policy or of two, in the order of [`About`].
pub fn edition_changes(old: Told<'_>, new: Told<'_>) -> Vec<Change> {
    let catalogs = (old.catalog, new.catalog);
    let (was, is) = (old.edition, new.edition);
    let mut changes = validity(catalogs, &was.valid, &is.valid);
    changes.extend(for_each(catalogs, was.rule.for_each, is.rule.for_each));
    changes.extend(replaced(About::Status, None, &text("状态", "The status"), &status(was), &status(is)));
    changes.extend(heading(old, new));
    changes.extend(conditions(catalogs, About::Condition, &was.rule.conditions, &is.rule.conditions));
    changes.extend(conditions(catalogs, About::Entry, &was.rule.each, &is.rule.each));
    changes.extend(amounts(catalogs, &was.rule.amounts, &is.rule.amounts));
    changes.extend(windows(catalogs, &was.rule.windows, &is.rule.windows));
    changes.extend(papers(catalogs, was, is));
    changes.extend(places(was, is));
    changes.extend(exclusions(old, new));
    changes.extend(needs(old, new));
    changes.extend(sources(was, is));
    changes.extend(texts(was, is));
    changes
}

fn validity((old_catalog, new_catalog): Catalogs<'_>, old: &Validity, new: &Validity) -> Vec<Change> {
    let last = |it: &Validity| it.to.map_or_else(|| text("没有写明", "not said"), words::date);
    let by = |catalog: &Catalog, it: &Validity| {
        it.by.map_or_else(|| text("评估当天", "the day of assessment"), |it| quoted(&catalog.fact(it).name))
    };
    let changes = [
        ("有效期首日", "The first day", first(old), first(new)),
        ("有效期末日", "The last day", last(old), last(new)),
        ("按哪一天选版本", "The day that picks the edition", by(old_catalog, old), by(new_catalog, new)),
    ];
    let told = changes
        .iter()
        .filter_map(|(zh, en, old, new)| replaced(About::Validity, None, &text(*zh, *en), old, new));
    told.collect()
}

fn first(valid: &Validity) -> Text {
    let day = words::date(valid.from);
    match valid.precision {
        DatePrecision::Day => day,
        DatePrecision::Month => text(
            format!("{}（只知道到月）", words::month(valid.from).zh),
            format!("{} (the day is not known)", words::month(valid.from).en),
        ),
        DatePrecision::Year => text(
            format!("{} 年（只知道到年）", valid.from.year()),
            format!("{} (the day is not known)", valid.from.year()),
        ),
    }
}

fn for_each(
    (old_catalog, new_catalog): Catalogs<'_>,
    old: Option<ListRef>,
    new: Option<ListRef>,
) -> Option<Change> {
    let over = |catalog: &Catalog, it: Option<ListRef>| {
        it.map_or_else(|| text("整个单位", "the whole enterprise"), |it| quoted(&catalog.list(it).name))
    };
    let what = text("按谁来看", "Whom the rule looks at");
    replaced(About::Validity, None, &what, &over(old_catalog, old), &over(new_catalog, new))
}

fn status(edition: &Edition) -> Text {
    let Some(status) = edition.status else { return words::status_word(StatusValue::Unknown) };
    let (word, day) = (words::status_word(status.value), words::date(status.as_of));
    text(format!("{}（{}所见）", word.zh, day.zh), format!("{} (as seen on {})", word.en, day.en))
}

fn heading(old: Told<'_>, new: Told<'_>) -> Vec<Change> {
    let notice = |it: Told<'_>| {
        let notice = it.edition.notice.as_ref();
        notice.map_or_else(Text::default, |it| {
            let number = it.number.as_ref().map(|it| format!("（{it}）")).unwrap_or_default();
            Text::same(format!("《{}》{number}", it.title))
        })
    };
    let issuer = |it: Told<'_>| {
        let issuer = it.edition.issuer.as_ref().unwrap_or(&it.policy.issuer);
        Text::same(issuer.join("、"))
    };
    let summary = |it: Told<'_>| quoted(it.edition.summary.as_ref().unwrap_or(&it.policy.summary));
    let changes = [
        ("名称", "The title", quoted(&old.policy.title), quoted(&new.policy.title)),
        ("文件", "The document", notice(old), notice(new)),
        ("发文单位", "The issuer", issuer(old), issuer(new)),
        ("一句话说明", "The summary", summary(old), summary(new)),
    ];
    let told = changes
        .iter()
        .filter_map(|(zh, en, old, new)| replaced(About::Heading, None, &text(*zh, *en), old, new));
    told.collect()
}

fn papers((old_catalog, new_catalog): Catalogs<'_>, old: &Edition, new: &Edition) -> Vec<Change> {
    let noun = text("材料", "The paper");
    let named = |catalog: &Catalog, edition: &Edition| -> BTreeMap<String, (Text, Text)> {
        let name = |id: &Id| catalog.papers.get(id).map(|it| it.name.clone()).unwrap_or_default();
        edition.bring.iter().map(|it| (it.paper.to_string(), (name(&it.paper), it.label.clone()))).collect()
    };
    let (old, new) = (named(old_catalog, old), named(new_catalog, new));
    let mut changes = came_and_went(About::Paper, &noun, &old, &new, |(name, _)| name.clone());
    for (id, (name, label)) in &new {
        if let Some((_, before)) = old.get(id) {
            let what = text(
                format!("材料{}的说明", quoted(name).zh),
                format!("What is said of the paper {}", quoted(name).en),
            );
            changes.extend(replaced(About::Paper, Some(id), &what, before, label));
        }
    }
    changes
}

fn places(old: &Edition, new: &Edition) -> Option<Change> {
    let told = |edition: &Edition| {
        let place = |channel: Channel, label: &Text| {
            let way = match channel {
                Channel::Online => text("网上", "online"),
                Channel::Counter => text("窗口", "at a counter"),
                Channel::Automatic => text("不用申请", "nobody applies"),
            };
            text(format!("{}：{}", way.zh, label.zh), format!("{}: {}", way.en, label.en))
        };
        words::join(edition.places.iter().map(|it| place(it.channel, &it.label)), "；", "; ")
    };
    let (was, is) = (told(old), told(new));
    let quoted = |it: &Text| if it.is_empty() { Text::default() } else { quoted(it) };
    replaced(About::Place, None, &text("在哪里办", "Where one applies"), &quoted(&was), &quoted(&is))
}

fn exclusions(old: Told<'_>, new: Told<'_>) -> Vec<Change> {
    let noun = text("不能同享的政策", "The exclusion of");
    let of = |it: Told<'_>| -> BTreeMap<String, (Text, Text)> {
        let excludes: &[Relation] = it.edition.excludes.as_ref().unwrap_or(&it.policy.excludes);
        let each = |relation: &Relation| {
            relation.each.map_or_else(
                || text("整个单位", "the whole enterprise"),
                |list| quoted(&it.catalog.list(list).name),
            )
        };
        excludes
            .iter()
            .map(|one| (one.policy.to_string(), (title(it.catalog, &one.policy), each(one))))
            .collect()
    };
    let (old, new) = (of(old), of(new));
    let mut changes = came_and_went(About::Exclusion, &noun, &old, &new, |(title, _)| title.clone());
    for (id, (title, each)) in &new {
        if let Some((_, before)) = old.get(id) {
            let title = quoted(title);
            let what = text(
                format!("和{}不能同享，按谁来看", title.zh),
                format!("For whom {} cannot be had beside it", title.en),
            );
            changes.extend(replaced(About::Exclusion, Some(id), &what, before, each));
        }
    }
    changes
}

fn needs(old: Told<'_>, new: Told<'_>) -> Vec<Change> {
    let of = |it: Told<'_>| -> BTreeMap<String, Text> {
        it.policy.needs.iter().map(|id| (id.to_string(), title(it.catalog, id))).collect()
    };
    let noun = text("须先取得的资格", "What one must hold first:");
    came_and_went(About::Need, &noun, &of(old), &of(new), Clone::clone)
}

/// Sources go by their titles. That one was looked at again is no change.
fn sources(old: &Edition, new: &Edition) -> Vec<Change> {
    let by_title = |it: &Edition| -> BTreeMap<String, Source> {
        let unchecked = |it: &Source| Source { checked: None, ..it.clone() };
        it.sources.iter().map(|it| (it.title.clone(), unchecked(it))).collect()
    };
    let (old, new) = (by_title(old), by_title(new));
    let noun = text("来源", "The source");
    let mut changes = came_and_went(About::Source, &noun, &old, &new, |it| Text::same(it.title.clone()));
    for (title, is) in &new {
        if let Some(was) = old.get(title) {
            let what = text(format!("来源“{title}”"), format!("The source “{title}”"));
            let (was, is) = (source(was), source(is));
            changes.extend(replaced(About::Source, Some(title), &what, &was, &is));
        }
    }
    changes
}

/// A source in full: its number, what kind of thing it is, what it supports, its address.
fn source(source: &Source) -> Text {
    let (title, kind) = words::source(source);
    let rest = [Some(source.supports.clone()), source.url.clone()].into_iter().flatten().map(Text::same);
    words::join([Text::same(format!("《{title}》")), kind].into_iter().chain(rest), " · ", " · ")
}

fn title(catalog: &Catalog, id: &PolicyId) -> Text {
    catalog.policy(id.as_str()).map_or_else(|_| Text::same(id.as_str()), |it| it.title.clone())
}

/// What is in one of two maps only, by what files call it.
pub(super) fn came_and_went<V>(
    about: About,
    noun: &Text,
    old: &BTreeMap<String, V>,
    new: &BTreeMap<String, V>,
    name: impl Fn(&V) -> Text,
) -> Vec<Change> {
    let mut changes = Vec::new();
    for (id, it) in new.iter().filter(|(id, _)| !old.contains_key(*id)) {
        changes.push(came_or_went(about, Some(id), ChangeKind::New, noun, &name(it)));
    }
    for (id, it) in old.iter().filter(|(id, _)| !new.contains_key(*id)) {
        changes.push(came_or_went(about, Some(id), ChangeKind::Gone, noun, &name(it)));
    }
    changes
}
