//! The result of one policy.

use desk::{Desk, DeskError, words};
use eligibility::{Finding, PolicyResult, Verdict as Judged};
use policy::{Bring, Date, Edition, Entry, Interval, ListRef, Number, Policy};

use super::lines::{
    answer_words, cite, days, edition_tabs, is_near, list_words, named, place, related, sources, status,
    subject,
};
use crate::{
    AmountBlock, ConditionLine, PaperLine, ResultPage, ShareLine, StandingLine, StandingOutcome, Text,
    UsedFact, WindowBlock,
};

/// So many entries are told one by one.
const STANDINGS: usize = 100;

/// Everything on how one stands towards a policy: under the edition asked for, or the one that answers.
pub fn result(desk: &Desk, policy: &str, edition: Option<&str>) -> Result<ResultPage, DeskError> {
    let policy = desk.library.policy(policy)?;
    let judged = desk.sitting.result(policy.id.as_str(), edition);
    let edition = match (judged, edition) {
        (Some(judged), _) => desk.library.edition(policy, judged.edition.as_str())?,
        (None, Some(edition)) => desk.library.edition(policy, edition)?,
        (None, None) => desk.library.newest(policy, desk.as_of())?,
    };
    let catalog = desk.catalog();
    let as_of = desk.as_of();
    Ok(ResultPage {
        policy: policy.id.to_string(),
        edition: edition.id.to_string(),
        title: (&policy.title).into(),
        official: policy.official.clone().filter(|it| *it != policy.title.zh),
        summary: edition.summary.as_ref().unwrap_or(&policy.summary).into(),
        issuer: edition.issuer.as_ref().unwrap_or(&policy.issuer).clone(),
        notice: words::notice(edition),
        level: named(&catalog.pack.levels, policy.level.as_ref()),
        family: named(&catalog.pack.families, policy.family.as_ref()),
        verdict: judged.map(|it| it.verdict.into()),
        automatic: judged.is_some_and(|it| it.automatic),
        sentence: judged.map_or_else(without_answer, words::sentence).into(),
        status: status(edition, as_of),
        conditions: judged.map(|it| conditions(desk, policy, edition, it)).unwrap_or_default(),
        standings: judged.map(|it| standings(desk, edition, it)).unwrap_or_default(),
        counted: judged.and_then(|it| counted(desk, edition, it)).unwrap_or_default().into(),
        amounts: judged.map(|it| amounts(desk, policy, edition, it)).unwrap_or_default(),
        window: judged.and_then(|it| window(it, as_of)),
        papers: edition.bring.iter().map(|it| paper(desk, policy, it)).collect(),
        places: edition.places.iter().map(place).collect(),
        sources: sources(edition),
        editions: edition_tabs(desk, policy, edition),
        related: related(desk, policy, edition),
        chosen: desk.is_chosen(policy.id.as_str()),
    })
}

/// The last day to apply, where it is certain.
pub(crate) fn last_day(result: &PolicyResult) -> Option<Date> {
    result.windows.iter().filter_map(|it| it.closes.and_then(|it| it.exact())).max()
}

fn without_answer() -> policy::Text {
    words::text("在这一天，这项政策没有在施行的版本。", "No edition of this policy is in force on that day.")
}

fn conditions(desk: &Desk, policy: &Policy, edition: &Edition, result: &PolicyResult) -> Vec<ConditionLine> {
    let all = edition.rule.for_each.map(|list| n_entries(desk, list));
    let line = |finding: &Finding| ConditionLine {
        id: finding.condition.to_string(),
        outcome: finding.outcome.into(),
        label: (&finding.label).into(),
        used: used(desk, finding),
        counted: finding
            .counted
            .zip(all)
            .map(|(counted, all)| words::counted(counted, all))
            .unwrap_or_default()
            .into(),
        cite: cite(desk, policy, edition, finding.cite.as_ref()),
    };
    result.findings.iter().map(line).collect()
}

fn n_entries(desk: &Desk, list: ListRef) -> Interval<Number> {
    desk.sitting.profile.lists.get(&list).map_or(Interval::ANY, crate::contract::figures::in_all)
}

/// The answers a condition hangs on, each question once.
fn used(desk: &Desk, finding: &Finding) -> Vec<UsedFact> {
    let catalog = desk.catalog();
    let profile = &desk.sitting.profile;
    let mut used: Vec<UsedFact> = Vec::new();
    for fact in &finding.used {
        let about = desk::About::of_fact(catalog, *fact);
        let subject = subject(catalog, about);
        if used.iter().any(|it| it.subject == subject) {
            continue;
        }
        let (name, said) = match about {
            desk::About::Fact(fact) => (&catalog.fact(fact).name, answer_words(catalog, profile, fact)),
            desk::About::List(list) => {
                (&catalog.list(list).name, list_words(profile, list).unwrap_or_default())
            }
        };
        let known = !said.is_empty();
        used.push(UsedFact { subject, name: name.into(), said: said.into(), known });
    }
    used
}

fn counted(desk: &Desk, edition: &Edition, result: &PolicyResult) -> Option<policy::Text> {
    let all = n_entries(desk, edition.rule.for_each?);
    Some(words::counted(result.counted?, all))
}

fn standings(desk: &Desk, edition: &Edition, result: &PolicyResult) -> Vec<StandingLine> {
    let catalog = desk.catalog();
    let label =
        |id: &policy::Id| edition.rule.each.iter().find(|it| it.id == *id).map(|it| Text::from(&it.label));
    let line = |standing: &eligibility::Standing| {
        let entry: &Entry = desk.entries(standing.list).iter().find(|it| it.id == standing.entry)?;
        let said = words::entry(catalog, &catalog.list(standing.list).facts, entry);
        let name = desk.entry_names(standing.list, 0).find(|(id, _)| *id == standing.entry.as_str());
        Some(StandingLine {
            list: catalog.list(standing.list).id.to_string(),
            entry: standing.entry.to_string(),
            said: words::named(name.and_then(|(_, name)| name), said).into(),
            outcome: standing_outcome(standing.outcome),
            because: standing.unmet.iter().chain(&standing.unknown).filter_map(label).collect(),
        })
    };
    result.standings.iter().take(STANDINGS).filter_map(line).collect()
}

fn standing_outcome(outcome: eligibility::StandingOutcome) -> StandingOutcome {
    match outcome {
        eligibility::StandingOutcome::Met => StandingOutcome::Met,
        eligibility::StandingOutcome::Unmet => StandingOutcome::Unmet,
        eligibility::StandingOutcome::Unknown => StandingOutcome::Unknown,
        eligibility::StandingOutcome::Officer => StandingOutcome::Officer,
        eligibility::StandingOutcome::OtherEdition => StandingOutcome::OtherEdition,
        eligibility::StandingOutcome::NotYet => StandingOutcome::NotYet,
    }
}

fn amounts(desk: &Desk, policy: &Policy, edition: &Edition, result: &PolicyResult) -> Vec<AmountBlock> {
    let catalog = desk.catalog();
    let assessed = desk.assessed();
    let shares = assessed.shares(result);
    let block = |it: &eligibility::AmountResult| {
        let said = words::amount(it);
        let working = assessed.working(result, it);
        AmountBlock {
            id: it.id.to_string(),
            kind: words::kind(it.kind).into(),
            label: (&it.label).into(),
            figure: said.figure.into(),
            unit: said.unit.into(),
            note: said.note.into(),
            working: working.map(|it| words::working(catalog, &it)).unwrap_or_default().into(),
            shares: shares
                .iter()
                .filter(|of| of.amount == it.id)
                .take(STANDINGS)
                .map(|of| share(desk, edition, it, of))
                .collect(),
            cite: cite(desk, policy, edition, it.cite.as_ref()),
        }
    };
    result.amounts.iter().map(block).collect()
}

/// What one person brings: how much, for how long, how it is reckoned.
fn share(
    desk: &Desk,
    edition: &Edition,
    amount: &eligibility::AmountResult,
    share: &eligibility::Share,
) -> ShareLine {
    let catalog = desk.catalog();
    let said = edition.rule.for_each.and_then(|list| {
        let entry = desk.entries(list).iter().find(|it| it.id == share.entry)?;
        let name = desk.entry_names(list, 0).find(|(id, _)| *id == share.entry.as_str());
        Some(words::named(name.and_then(|it| it.1), words::entry(catalog, &catalog.list(list).facts, entry)))
    });
    let one = eligibility::AmountResult { value: Some(share.value), ..amount.clone() };
    let value = words::amount(&one);
    let total = share.totals.remaining.or(share.totals.whole).map(words::yuan_range);
    ShareLine {
        entry: share.entry.to_string(),
        said: said.unwrap_or_default().into(),
        counted: words::count(share.counted).into(),
        value: words::join([value.figure, value.unit], " ", " ").into(),
        working: words::working(catalog, &share.working).into(),
        runs: words::running(share).into(),
        total: total.unwrap_or_default().into(),
    }
}

/// The round at hand: the one that is open, else the next, else the last.
fn window(result: &PolicyResult, as_of: Date) -> Option<WindowBlock> {
    let day = |it: Option<policy::Possible<Date>>| it.and_then(|it| it.exact());
    let ahead = |it: &&eligibility::WindowResult| day(it.closes).is_none_or(|closes| as_of <= closes);
    let round = result.windows.iter().find(ahead).or(result.windows.last())?;
    let opens = day(round.opens).or_else(|| {
        // Where the rule names no first day, one can apply from the day on which the conditions hold.
        result.eligible_from.filter(|_| result.verdict == Judged::Upcoming).and_then(|it| it.exact())
    });
    let closes = day(round.closes);
    let days_left = closes.filter(|it| as_of <= *it).map(|it| days(as_of, it));
    let gone = opens.zip(closes).and_then(|(opens, closes)| {
        let whole = opens.days_until(closes).max(1);
        u8::try_from((opens.days_until(as_of) * 100 / whole).clamp(0, 100)).ok()
    });
    // The bar shows days that are certain; words are for the others.
    let in_words =
        if closes.is_some() { policy::Text::default() } else { words::window(round.opens, round.closes) };
    let sentence = words::join([in_words, round.label.clone()], "；", "; ");
    Some(WindowBlock {
        opens: opens.map(|it| it.to_string()),
        closes: closes.map(|it| it.to_string()),
        days_left,
        near: days_left.is_some_and(is_near),
        gone,
        sentence: sentence.into(),
    })
}

fn paper(desk: &Desk, policy: &Policy, bring: &Bring) -> PaperLine {
    let said = words::paper(desk.catalog(), bring);
    PaperLine {
        paper: bring.paper.to_string(),
        label: said.label().into(),
        note: said.note.into(),
        ticked: desk.is_ticked(policy.id.as_str(), bring.paper.as_str()),
    }
}
