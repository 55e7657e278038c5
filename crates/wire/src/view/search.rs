//! Search, with the reader's own standing beside each hit.

use std::collections::{BTreeMap, BTreeSet};

use desk::{About, Asked, Desk, words};
use search::{Kind, Lang, Query};

use super::lines::{n, named, status, subject};
use crate::{
    Facet, FacetField, FacetOption, Hit, HitKind, Language, Named, SearchPage, SearchRequest, Snippet, Text,
};

/// More hits than anybody reads.
const MOST: usize = 100;

/// Answers a query, by its meaning too where it was understood; titles come in both languages, passages in the one that
/// fits best.
pub fn search(
    desk: &Desk,
    request: SearchRequest,
    language: Language,
    asked: Option<&Asked<'_>>,
) -> SearchPage {
    let lang = match language {
        Language::Zh => Lang::Zh,
        Language::En => Lang::En,
    };
    let filters = filters(&request);
    let limit = (request.limit as usize).min(MOST);
    let query = Query { text: request.text.clone(), filters: filters.clone(), limit, lang };
    let index = desk.library.index();
    let found = asked.map_or_else(|| index.search(&query), |it| it.search(index, &query));
    let facets = FIELDS.into_iter().map(|field| facet(desk, field, &filters, &found.facets)).collect();
    SearchPage {
        text: request.text,
        corrected: found.corrected,
        total: n(found.total),
        hits: found.hits.into_iter().map(|it| hit(desk, it)).collect(),
        facets,
    }
}

const FIELDS: [FacetField; 5] =
    [FacetField::Audience, FacetField::Family, FacetField::Level, FacetField::Status, FacetField::Kind];

fn filters(request: &SearchRequest) -> search::Filters {
    let wanted = &request.filters;
    let pairs = [
        (search::Facet::ForWhom, &wanted.audience),
        (search::Facet::Family, &wanted.family),
        (search::Facet::Level, &wanted.level),
        (search::Facet::Status, &wanted.status),
        (search::Facet::Kind, &wanted.kind),
    ];
    let set = |values: &Vec<String>| values.iter().cloned().collect::<BTreeSet<String>>();
    pairs
        .into_iter()
        .filter(|(_, values)| !values.is_empty())
        .map(|(facet, values)| (facet, set(values)))
        .collect()
}

fn hit(desk: &Desk, hit: search::Hit) -> Hit {
    let catalog = desk.catalog();
    let policy = catalog.policy(&hit.id).ok().filter(|_| hit.kind == Kind::Policy);
    let edition = policy.and_then(|it| {
        it.editions.iter().find(|edition| Some(edition.id.as_str()) == hit.edition.as_deref())
    });
    let judged =
        policy.filter(|_| desk.n_answered() > 0).and_then(|it| desk.sitting.result(it.id.as_str(), None));
    let place = policy.map(|it| {
        let level = named(&catalog.pack.levels, it.level.as_ref()).name;
        let family = named(&catalog.pack.families, it.family.as_ref()).name;
        words::join(
            [policy::Text { zh: level.zh, en: level.en }, policy::Text { zh: family.zh, en: family.en }],
            " · ",
            " · ",
        )
    });
    let asks = About::find(catalog, &hit.id).filter(|_| hit.kind == Kind::Question);
    Hit {
        kind: hit_kind(hit.kind),
        title: title(desk, &hit),
        subject: asks.map(|it| subject(catalog, it)),
        id: hit.id,
        edition: hit.edition,
        anchor: hit.anchor,
        snippet: snippet(hit.lang, hit.snippet),
        place: place.unwrap_or_else(|| kind_name(hit.kind)).into(),
        status: edition.map(|it| status(it, desk.as_of()).value),
        verdict: judged.map(|it| it.verdict.into()),
        automatic: judged.is_some_and(|it| it.automatic),
    }
}

fn title(desk: &Desk, hit: &search::Hit) -> Text {
    let catalog = desk.catalog();
    let found = match hit.kind {
        Kind::Policy => catalog.policy(&hit.id).ok().map(|it| &it.title),
        Kind::Directory => catalog.directory.iter().find(|it| it.id == hit.id).map(|it| &it.name),
        Kind::Question => About::find(catalog, &hit.id).map(|it| ask_of(catalog, it)),
        Kind::Help => desk::help().iter().find(|it| it.id == hit.id).map(|it| &it.title),
    };
    found.cloned().unwrap_or_else(|| policy::Text::same(hit.title.clone())).into()
}

fn ask_of(catalog: &policy::Catalog, about: About) -> &policy::Text {
    match about {
        About::Fact(fact) => &catalog.fact(fact).ask,
        About::List(list) => &catalog.list(list).ask,
    }
}

/// Marks are counted in UTF-16 units on the page and in characters here.
fn snippet(lang: Lang, snippet: search::Snippet) -> Snippet {
    let units: Vec<u32> = snippet
        .text
        .chars()
        .scan(0, |at, it| {
            let here = *at;
            *at += it.len_utf16() as u32;
            Some(here)
        })
        .collect();
    let end = snippet.text.encode_utf16().count() as u32;
    let unit = |char_at: usize| units.get(char_at).copied().unwrap_or(end);
    let marks = snippet.marks.iter().map(|it| (unit(it.start), unit(it.end))).collect();
    let lang = match lang {
        Lang::Zh => "zh",
        Lang::En => "en",
    };
    Snippet { lang: lang.to_owned(), text: snippet.text, marks }
}

fn facet(desk: &Desk, field: FacetField, filters: &search::Filters, counts: &search::Facets) -> Facet {
    let sort = match field {
        FacetField::Audience => search::Facet::ForWhom,
        FacetField::Family => search::Facet::Family,
        FacetField::Level => search::Facet::Level,
        FacetField::Status => search::Facet::Status,
        FacetField::Kind => search::Facet::Kind,
    };
    let none = BTreeMap::new();
    let counted = counts.get(&sort).unwrap_or(&none);
    let on = filters.get(&sort).cloned().unwrap_or_default();
    let ids: BTreeSet<&String> =
        counted.iter().filter(|(_, n)| **n > 0).map(|(id, _)| id).chain(&on).collect();
    let mut options: Vec<FacetOption> = ids
        .into_iter()
        .map(|id| FacetOption {
            name: option_name(desk, field, id),
            count: n(counted.get(id).copied().unwrap_or(0)),
            on: on.contains(id),
            id: id.clone(),
        })
        .collect();
    options.sort_by_key(|it| std::cmp::Reverse(it.count));
    Facet { field, options }
}

fn option_name(desk: &Desk, field: FacetField, id: &str) -> Text {
    let pack = &desk.catalog().pack;
    let of = |all: &[policy::Named]| {
        let found: Option<Named> =
            all.iter().find(|it| it.id.as_str() == id).map(|it| named(all, Some(&it.id)));
        found.map_or_else(|| Text { zh: id.to_owned(), en: id.to_owned() }, |it| it.name)
    };
    match field {
        FacetField::Level => of(&pack.levels),
        FacetField::Family => of(&pack.families),
        FacetField::Audience => audience_name(id).into(),
        FacetField::Status => status_name(id).into(),
        FacetField::Kind => kind_of(id).map(kind_name).unwrap_or_default().into(),
    }
}

fn audience_name(id: &str) -> policy::Text {
    match id {
        "founder" => words::text("创业者", "Founders"),
        "team" => words::text("创业团队", "Teams before registration"),
        "enterprise" => words::text("企业", "Enterprises"),
        "employer" => words::text("用人单位", "Employers"),
        "person" => words::text("个人", "Persons"),
        "park-operator" => words::text("园区、基地、孵化器", "Parks, bases, incubators"),
        "non-profit" => words::text("社会组织", "Non-profits"),
        other => policy::Text::same(other),
    }
}

fn status_name(id: &str) -> policy::Text {
    match id {
        "in-force" => words::text("施行中", "In force"),
        "unknown" => words::text("待核实", "To be confirmed"),
        "expired" => words::text("已失效", "Expired"),
        "superseded" => words::text("已被替代", "Superseded"),
        other => policy::Text::same(other),
    }
}

fn kind_of(id: &str) -> Option<Kind> {
    [Kind::Policy, Kind::Directory, Kind::Question, Kind::Help].into_iter().find(|it| it.as_str() == id)
}

fn kind_name(kind: Kind) -> policy::Text {
    match kind {
        Kind::Policy => words::text("政策", "Policy"),
        Kind::Directory => words::text("机构与窗口", "People & counters"),
        Kind::Question => words::text("问题", "Question"),
        Kind::Help => words::text("帮助", "Help"),
    }
}

fn hit_kind(kind: Kind) -> HitKind {
    match kind {
        Kind::Policy => HitKind::Policy,
        Kind::Directory => HitKind::Directory,
        Kind::Question => HitKind::Question,
        Kind::Help => HitKind::Help,
    }
}
