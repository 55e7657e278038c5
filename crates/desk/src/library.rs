//! A pack, read, with its texts and its index: everything that needs no memory of anybody.

use std::{collections::BTreeMap, path::Path};

use corpus::Loaded;
use policy::{
    Anchor, Audience, Catalog, Date, DirectoryEntry, Edition, Fact, List, Owner, Policy, StatusValue, Text,
};
use prose::Document;
use search::{AnchorAt, Entry, Index, Kind, Lang, Passage, Synonym};

use crate::{DeskError, Help, help};

/// A language of the texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lingua {
    /// Chinese.
    Zh,
    /// English.
    En,
}

impl Lingua {
    /// The words in this language.
    pub fn of(self, text: &Text) -> &str {
        match self {
            Lingua::Zh => &text.zh,
            Lingua::En => &text.en,
        }
    }
}

/// A pack, read, with its texts and its index.
pub struct Library {
    /// The pack.
    pub loaded: Loaded,
    texts: BTreeMap<(String, String, Lingua), Document>,
    index: Index,
}

impl Library {
    /// The pack that is part of the program, or the one in a folder.
    pub fn open(folder: Option<&Path>, as_of: Date) -> Result<Library, DeskError> {
        let loaded = match folder {
            None => Loaded::built_in(),
            Some(folder) => Loaded::folder(folder).map_err(DeskError::Pack)?,
        };
        Ok(Library::new(loaded, as_of))
    }

    /// Reads the texts of a pack and builds its index; the state of editions is told as of a day.
    pub fn new(loaded: Loaded, as_of: Date) -> Library {
        let texts = texts(&loaded.catalog);
        let index = index(&loaded.catalog, &texts, as_of);
        Library { loaded, texts, index }
    }

    /// The pack's catalog.
    pub fn catalog(&self) -> &Catalog {
        &self.loaded.catalog
    }

    /// Everything that can be found.
    pub fn index(&self) -> &Index {
        &self.index
    }

    /// A policy by its id.
    pub fn policy(&self, id: &str) -> Result<&Policy, DeskError> {
        self.catalog().policy(id).map_err(|_| DeskError::not_found("policy", id))
    }

    /// An edition of a policy.
    pub fn edition<'p>(&self, policy: &'p Policy, id: &str) -> Result<&'p Edition, DeskError> {
        policy
            .editions
            .iter()
            .find(|it| it.id.as_str() == id)
            .ok_or_else(|| DeskError::not_found("edition", id))
    }

    /// The edition that a policy opens with: the newest that has begun, else the first.
    pub fn newest<'p>(&self, policy: &'p Policy, as_of: Date) -> Result<&'p Edition, DeskError> {
        newest(policy, as_of).ok_or_else(|| DeskError::not_found("edition", policy.id.as_str()))
    }

    /// The text of an edition, in the language asked for where it is there, else in the other.
    pub fn text(&self, policy: &Policy, edition: &Edition, lingua: Lingua) -> Option<&Document> {
        let of = |lingua| self.texts.get(&(policy.id.to_string(), edition.id.to_string(), lingua));
        let other = match lingua {
            Lingua::Zh => Lingua::En,
            Lingua::En => Lingua::Zh,
        };
        of(lingua).or_else(|| of(other))
    }

    /// The heading that a clause stands under; empty where the text has no such clause.
    pub fn heading(&self, policy: &Policy, edition: &Edition, anchor: &Anchor) -> Text {
        let of = |lingua| {
            let text = self.text(policy, edition, lingua)?;
            let clause = text.clause(anchor.as_str())?;
            let own = matches!(clause.kind, prose::ClauseKind::Heading(_));
            let heading = text.heading_of(clause).filter(|_| !own);
            Some(heading.unwrap_or(clause).text.clone())
        };
        Text { zh: of(Lingua::Zh).unwrap_or_default(), en: of(Lingua::En).unwrap_or_default() }
    }
}

fn newest(policy: &Policy, as_of: Date) -> Option<&Edition> {
    policy.editions.iter().rev().find(|it| it.valid.from <= as_of).or(policy.editions.first())
}

fn texts(catalog: &Catalog) -> BTreeMap<(String, String, Lingua), Document> {
    let mut texts = BTreeMap::new();
    for policy in &catalog.policies {
        for edition in &policy.editions {
            for (lingua, text) in [(Lingua::Zh, &edition.text.zh), (Lingua::En, &edition.text.en)] {
                if let Some(text) = text {
                    let key = (policy.id.to_string(), edition.id.to_string(), lingua);
                    texts.insert(key, Document::parse(text).0);
                }
            }
        }
    }
    texts
}

fn index(catalog: &Catalog, texts: &BTreeMap<(String, String, Lingua), Document>, as_of: Date) -> Index {
    let policies = catalog.policies.iter().filter_map(|it| policy_entry(texts, it, as_of));
    let places = catalog.directory.iter().map(place_entry);
    let facts = catalog.facts.iter().filter(|it| it.owner == Owner::Enterprise).map(fact_entry);
    let lists = catalog.lists.iter().map(|it| list_entry(catalog, it));
    let helps = help().iter().map(help_entry);
    let synonyms: Vec<Synonym> = catalog
        .synonyms
        .iter()
        .map(|it| Synonym { said: it.words.clone(), meant: it.means.clone() })
        .collect();
    Index::build(policies.chain(places).chain(facts).chain(lists).chain(helps).collect(), &synonyms)
}

fn policy_entry(
    texts: &BTreeMap<(String, String, Lingua), Document>,
    policy: &Policy,
    as_of: Date,
) -> Option<Entry> {
    let edition = newest(policy, as_of)?;
    let mut entry = Entry::new(Kind::Policy, policy.id.as_str());
    entry.edition = Some(edition.id.to_string());
    entry.titles = vec![policy.title.zh.clone(), policy.title.en.clone()];
    entry.titles.extend(policy.official.clone());
    entry.level = policy.level.as_ref().map(ToString::to_string);
    entry.family = policy.family.as_ref().map(ToString::to_string);
    entry.for_whom = policy.audience.iter().map(|it| audience_id(*it).to_owned()).collect();
    entry.status = Some(status_id(eligibility::standing_of(edition, as_of)).to_owned());
    entry.questions = policy.questions.zh.iter().chain(&policy.questions.en).cloned().collect();
    let summary = edition.summary.as_ref().unwrap_or(&policy.summary);
    entry.passages = vec![passage(Lang::Zh, &summary.zh), passage(Lang::En, &summary.en)];
    for (lingua, lang) in [(Lingua::Zh, Lang::Zh), (Lingua::En, Lang::En)] {
        let key = (policy.id.to_string(), edition.id.to_string(), lingua);
        let passages = texts.get(&key).map(Document::passages).unwrap_or_default();
        entry.passages.extend(passages.into_iter().map(|it| {
            let anchors =
                it.anchors.into_iter().map(|it| AnchorAt { at: it.at, anchor: it.anchor }).collect();
            Passage { lang, heading: it.heading, text: it.text, anchors }
        }));
    }
    entry.passages.retain(|it| !it.text.is_empty());
    Some(entry)
}

fn place_entry(place: &DirectoryEntry) -> Entry {
    let mut entry = Entry::new(Kind::Directory, place.id.clone());
    entry.titles = vec![place.name.zh.clone(), place.name.en.clone()];
    entry.short_names = place.also.clone();
    let zh = [&place.about.zh, &place.address.zh, &place.hours.zh, &place.open.zh];
    let en = [&place.about.en, &place.address.en, &place.hours.en, &place.open.en];
    entry.passages = vec![passage(Lang::Zh, &lines(zh)), passage(Lang::En, &lines(en))];
    entry.passages.retain(|it| !it.text.is_empty());
    entry
}

fn fact_entry(fact: &Fact) -> Entry {
    question_entry(fact.id.as_str(), &fact.ask, &[&fact.help])
}

/// A list is one question; what is asked of each entry leads to it too.
fn list_entry(catalog: &Catalog, list: &List) -> Entry {
    let facts = list.facts.iter().map(|it| &catalog.fact(*it).name);
    let said: Vec<&Text> = [&list.name, &list.help].into_iter().chain(facts).collect();
    let mut entry = question_entry(list.id.as_str(), &list.ask, &said);
    entry.short_names = vec![list.name.zh.clone(), list.name.en.clone()];
    entry
}

fn help_entry(help: &Help) -> Entry {
    let mut entry = Entry::new(Kind::Help, help.id.as_str());
    entry.titles = vec![help.title.zh.clone(), help.title.en.clone()];
    entry.passages = vec![passage(Lang::Zh, &help.text.zh), passage(Lang::En, &help.text.en)];
    entry
}

fn question_entry(id: &str, ask: &Text, said: &[&Text]) -> Entry {
    let mut entry = Entry::new(Kind::Question, id);
    entry.titles = vec![ask.zh.clone(), ask.en.clone()];
    entry.passages = vec![
        passage(Lang::Zh, &lines([&ask.zh].into_iter().chain(said.iter().map(|it| &it.zh)))),
        passage(Lang::En, &lines([&ask.en].into_iter().chain(said.iter().map(|it| &it.en)))),
    ];
    entry
}

fn passage(lang: Lang, text: &str) -> Passage {
    Passage { lang, heading: String::new(), text: text.to_owned(), anchors: Vec::new() }
}

fn lines<'t>(parts: impl IntoIterator<Item = &'t String>) -> String {
    parts.into_iter().filter(|it| !it.is_empty()).map(String::as_str).collect::<Vec<_>>().join("\n")
}

/// The word for an audience, as policy files write it.
pub fn audience_id(audience: Audience) -> &'static str {
    match audience {
        Audience::Founder => "founder",
        Audience::Team => "team",
        Audience::Enterprise => "enterprise",
        Audience::Employer => "employer",
        Audience::Person => "person",
        Audience::ParkOperator => "park-operator",
        Audience::NonProfit => "non-profit",
    }
}

/// The word for how an edition stands; one last seen long ago is to be confirmed, like one never confirmed.
pub fn status_id(standing: eligibility::EditionStanding) -> &'static str {
    match standing.value {
        StatusValue::InForce if standing.to_confirm => "unknown",
        StatusValue::InForce => "in-force",
        StatusValue::Expired => "expired",
        StatusValue::Superseded => "superseded",
        StatusValue::Unknown => "unknown",
    }
}
