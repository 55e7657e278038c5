//! The policy as a text, with the reader's own standing in the margin.

use desk::{Desk, DeskError, Lingua, words};
use eligibility::{ConditionOutcome, Finding, PolicyResult, Verdict};
use policy::{Edition, FactRef, FactType};

use super::lines::{answer_words, edition_tabs, list_words, named, related, sources, status, subject};
use crate::{Contents, Heading, MarginNote, ReaderPage, Text};

/// A policy to read: in the edition asked for, or the one that answers on that day.
pub fn reader(desk: &Desk, policy: &str, edition: Option<&str>) -> Result<ReaderPage, DeskError> {
    let policy = desk.library.policy(policy)?;
    let judged = desk.sitting.result(policy.id.as_str(), edition);
    let edition = match (edition, judged) {
        (Some(edition), _) => desk.library.edition(policy, edition)?,
        (None, Some(judged)) => desk.library.edition(policy, judged.edition.as_str())?,
        (None, None) => desk.library.newest(policy, desk.as_of())?,
    };
    let judged = judged.filter(|it| it.edition == edition.id);
    let catalog = desk.catalog();
    let text = |lingua| desk.library.text(policy, edition, lingua);
    let html = |lingua| text(lingua).map(|it| it.html().to_owned()).unwrap_or_default();
    let headings = |lingua| {
        let contents = text(lingua).into_iter().flat_map(|it| it.contents());
        contents
            .filter_map(|it| Some(Heading { anchor: it.anchor.clone()?, text: it.text.clone() }))
            .collect()
    };
    Ok(ReaderPage {
        policy: policy.id.to_string(),
        edition: edition.id.to_string(),
        title: (&policy.title).into(),
        official: policy.official.clone().filter(|it| *it != policy.title.zh),
        level: named(&catalog.pack.levels, policy.level.as_ref()),
        family: named(&catalog.pack.families, policy.family.as_ref()),
        editions: edition_tabs(desk, policy, edition),
        status: status(edition, desk.as_of()),
        basis: basis(edition).into(),
        html: Text { zh: html(Lingua::Zh), en: html(Lingua::En) },
        contents: Contents { zh: headings(Lingua::Zh), en: headings(Lingua::En) },
        margin: judged.map(|it| margin(desk, it)).unwrap_or_default(),
        verdict: judged.map(|it| it.verdict.into()),
        automatic: judged.is_some_and(|it| it.automatic),
        sources: sources(edition),
        related: related(desk, policy, edition),
    })
}

/// The document with its number, and when it was last looked at.
fn basis(edition: &Edition) -> policy::Text {
    let notice = words::notice(edition);
    let notice = if notice.is_empty() {
        policy::Text::default()
    } else {
        words::text(format!("依据{notice}"), notice)
    };
    let checked = edition.sources.iter().filter_map(|it| it.checked).max().map(|it| {
        let month = words::month(it);
        words::text(format!("{}核对", month.zh), format!("checked in {}", month.en))
    });
    words::join([Some(notice), checked].into_iter().flatten(), " · ", " · ")
}

/// A word beside each clause that a condition rests on; nothing before anything was answered.
fn margin(desk: &Desk, result: &PolicyResult) -> Vec<MarginNote> {
    if desk.n_answered() == 0 {
        return Vec::new();
    }
    result.findings.iter().filter_map(|it| note(desk, result, it)).collect()
}

fn note(desk: &Desk, result: &PolicyResult, finding: &Finding) -> Option<MarginNote> {
    let catalog = desk.catalog();
    let ask = finding.used.iter().map(|it| desk::About::of_fact(catalog, *it)).find(|it| match it {
        desk::About::Fact(fact) => !desk.sitting.profile.answers.contains_key(fact),
        desk::About::List(list) => !desk.sitting.profile.lists.contains_key(list),
    });
    let said = finding.used.iter().map(|it| match desk::About::of_fact(catalog, *it) {
        desk::About::Fact(fact) => told(desk, fact),
        desk::About::List(list) => list_words(&desk.sitting.profile, list).unwrap_or_default(),
    });
    let mut said: Vec<policy::Text> = said.collect();
    said.dedup();
    let unsettled = finding.outcome == ConditionOutcome::Unknown;
    Some(MarginNote {
        anchor: finding.cite.as_ref()?.to_string(),
        condition: finding.condition.to_string(),
        outcome: finding.outcome.into(),
        word: word(result, finding.outcome).into(),
        said: words::join(said, "，", ", ").into(),
        ask: ask.filter(|_| unsettled).map(|it| subject(catalog, it)),
    })
}

/// An answer that stands by itself: a bare yes or no would not say to what.
fn told(desk: &Desk, fact: FactRef) -> policy::Text {
    let catalog = desk.catalog();
    let said = answer_words(catalog, &desk.sitting.profile, fact);
    let declared = catalog.fact(fact);
    match declared.kind {
        FactType::Boolean if !said.is_empty() => words::text(
            format!("{}：{}", declared.name.zh, said.zh),
            format!("{}: {}", declared.name.en, said.en),
        ),
        FactType::Boolean
        | FactType::Number { .. }
        | FactType::Date { .. }
        | FactType::Choice(_)
        | FactType::Choices(_) => said,
    }
}

fn word(result: &PolicyResult, outcome: ConditionOutcome) -> policy::Text {
    let alone = result.findings.iter().filter(|it| it.outcome == ConditionOutcome::Unmet).count() == 1;
    match outcome {
        ConditionOutcome::Met => words::text("符合", "Met"),
        ConditionOutcome::Unmet if result.verdict == Verdict::Upcoming && alone => {
            let from = result.eligible_from.map(words::day_or_range).unwrap_or_default();
            words::text(format!("{}起符合", from.zh), format!("Met from {}", from.en))
        }
        ConditionOutcome::Unmet => words::text("目前不符合", "Not met at present"),
        ConditionOutcome::Unknown => words::text("还不知道", "Not known yet"),
        ConditionOutcome::Officer => words::text("由部门认定", "The office decides"),
    }
}
