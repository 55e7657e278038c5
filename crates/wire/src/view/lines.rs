//! Lines that several pages share.

use corpus::write_answer;
use desk::{About, Desk, NEAR_DAYS, status_id, words};
use eligibility::standing_of;
use policy::{Anchor, Answer, Catalog, Date, Edition, FactRef, Id, Policy, Profile, Source, Where};

use crate::{
    Cite, EditionTab, Named, Outcome, PlaceLine, RelatedPolicy, RelationKind, Said, SourceLine, Status,
    StatusValue, Subject, Text, Verdict,
};

impl From<policy::Text> for Text {
    fn from(text: policy::Text) -> Text {
        Text { zh: text.zh, en: text.en }
    }
}

impl From<&policy::Text> for Text {
    fn from(text: &policy::Text) -> Text {
        text.clone().into()
    }
}

impl From<eligibility::Verdict> for Verdict {
    fn from(verdict: eligibility::Verdict) -> Verdict {
        match verdict {
            eligibility::Verdict::Eligible => Verdict::Eligible,
            eligibility::Verdict::Undetermined => Verdict::Undetermined,
            eligibility::Verdict::Upcoming => Verdict::Upcoming,
            eligibility::Verdict::Ineligible => Verdict::Ineligible,
            eligibility::Verdict::Missed => Verdict::Missed,
        }
    }
}

impl From<eligibility::ConditionOutcome> for Outcome {
    fn from(outcome: eligibility::ConditionOutcome) -> Outcome {
        match outcome {
            eligibility::ConditionOutcome::Met => Outcome::Met,
            eligibility::ConditionOutcome::Unmet => Outcome::Unmet,
            eligibility::ConditionOutcome::Unknown => Outcome::Unknown,
            eligibility::ConditionOutcome::Officer => Outcome::Officer,
        }
    }
}

impl From<policy::StatusValue> for StatusValue {
    fn from(value: policy::StatusValue) -> StatusValue {
        match value {
            policy::StatusValue::InForce => StatusValue::InForce,
            policy::StatusValue::Expired => StatusValue::Expired,
            policy::StatusValue::Superseded => StatusValue::Superseded,
            policy::StatusValue::Unknown => StatusValue::Unknown,
        }
    }
}

/// How many, as the page counts them.
pub(crate) fn n(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// Days from one day to another, as the page counts them.
pub(crate) fn days(from: Date, to: Date) -> i32 {
    i32::try_from(from.days_until(to)).unwrap_or(i32::MAX)
}

/// Whether a last day that many days ahead presses.
pub(crate) fn is_near(days: i32) -> bool {
    (0..=NEAR_DAYS).contains(&days.into())
}

pub(crate) fn subject(catalog: &Catalog, about: About) -> Subject {
    let name = about.name(catalog).to_owned();
    match about {
        About::Fact(_) => Subject::Fact { fact: name },
        About::List(_) => Subject::List { list: name },
    }
}

pub(crate) fn said(catalog: &Catalog, answer: &Answer) -> Said {
    Said(write_answer(&catalog.options, answer))
}

/// The name of a level, family or topic; its id where the pack does not name it.
pub(crate) fn named(all: &[policy::Named], id: Option<&Id>) -> Named {
    let Some(id) = id else { return Named { id: String::new(), name: Text::default() } };
    let name = all.iter().find(|it| it.id == *id).map(|it| it.name.clone());
    Named { id: id.to_string(), name: name.unwrap_or_else(|| policy::Text::same(id.as_str())).into() }
}

pub(crate) fn status(edition: &Edition, as_of: Date) -> Status {
    let standing = standing_of(edition, as_of);
    Status {
        value: standing.value.into(),
        to_confirm: status_id(standing) == "unknown",
        sentence: words::status(edition, as_of).into(),
    }
}

/// All editions of a policy, the oldest first.
pub(crate) fn edition_tabs(desk: &Desk, policy: &Policy, here: &Edition) -> Vec<EditionTab> {
    let as_of = desk.as_of();
    let judged = |it: &Edition| desk.sitting.result(policy.id.as_str(), Some(it.id.as_str()));
    let tab = |it: &Edition| EditionTab {
        edition: it.id.to_string(),
        label: words::edition_label(it, as_of).into(),
        status: status(it, as_of),
        here: it.id == here.id,
        verdict: judged(it).map(|it| it.verdict.into()),
        automatic: judged(it).is_some_and(|it| it.automatic),
    };
    policy.editions.iter().map(tab).collect()
}

/// A clause with the heading it stands under, in each language.
pub(crate) fn cite(desk: &Desk, policy: &Policy, edition: &Edition, anchor: Option<&Anchor>) -> Option<Cite> {
    let anchor = anchor?;
    let label = desk.library.heading(policy, edition, anchor);
    Some(Cite { anchor: anchor.to_string(), label: label.into() })
}

pub(crate) fn sources(edition: &Edition) -> Vec<SourceLine> {
    edition.sources.iter().map(source).collect()
}

pub(crate) fn source(source: &Source) -> SourceLine {
    let (title, note) = words::source(source);
    SourceLine { title, note: note.into(), url: source.url.clone() }
}

/// Policies that have to do with this one, in either direction.
pub(crate) fn related(desk: &Desk, policy: &Policy, edition: &Edition) -> Vec<RelatedPolicy> {
    let catalog = desk.catalog();
    let excludes = policy.excludes_in(edition);
    let mut related: Vec<(&str, RelationKind)> = Vec::new();
    related.extend(excludes.iter().map(|it| (it.policy.as_str(), RelationKind::Excludes)));
    related.extend(policy.needs.iter().map(|it| (it.as_str(), RelationKind::Needs)));
    related.extend(policy.supersedes.iter().map(|it| (it.as_str(), RelationKind::Supersedes)));
    for other in catalog.policies.iter().filter(|it| it.id != policy.id) {
        let newest = desk.library.newest(other, desk.as_of()).ok();
        let excludes = newest.map(|it| other.excludes_in(it)).unwrap_or_default();
        if excludes.iter().any(|it| it.policy == policy.id) {
            related.push((other.id.as_str(), RelationKind::Excludes));
        }
        if other.supersedes.contains(&policy.id) {
            related.push((other.id.as_str(), RelationKind::SupersededBy));
        }
    }
    let mut seen = std::collections::BTreeSet::new();
    related.retain(|(id, _)| seen.insert(*id));
    let line = |(id, relation): (&str, RelationKind)| {
        let other = catalog.policy(id).ok()?;
        let verdict = desk.sitting.result(id, None).map(|it| it.verdict.into());
        Some(RelatedPolicy { policy: id.to_owned(), title: (&other.title).into(), relation, verdict })
    };
    related.into_iter().filter_map(line).collect()
}

/// An answer in words; empty where there is none.
pub(crate) fn answer_words(catalog: &Catalog, profile: &Profile, fact: FactRef) -> policy::Text {
    let answer = profile.answers.get(&fact);
    answer.map(|it| words::answer(catalog.fact(fact), it)).unwrap_or_default()
}

/// How a list was answered, in few words.
pub(crate) fn list_words(profile: &Profile, list: policy::ListRef) -> Option<policy::Text> {
    profile.lists.get(&list).map(words::entries)
}

/// A place where one applies.
pub(super) fn place(place: &Where) -> PlaceLine {
    let channel = words::channel(place.channel);
    PlaceLine { channel: channel.into(), label: (&place.label).into(), url: place.url.clone() }
}
