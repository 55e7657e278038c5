//! The check as the window shows it.

use desk::{About, Desk, DeskError, words};
use eligibility::{PolicyResult, Purse, Verdict as Judged};
use policy::{Answer, FactRef, ListRef, Number, Owner};

use super::{
    lines::{answer_words, days, is_near, list_words, n, named, status, subject},
    question::question,
    result::last_day,
};
use crate::{AnswerLine, Money, ResultRow, Sitting, Text, TopicAnswers, Verdict, VerdictCount};

/// The whole of the check.
pub fn sitting(desk: &Desk) -> Result<Sitting, DeskError> {
    let steps = desk.steps()?;
    let saved = desk.last_saved()?.filter(|_| desk.n_answered() > 0 || steps.back);
    let sitting = &desk.sitting;
    Ok(Sitting {
        as_of: desk.as_of().to_string(),
        saved_at: saved.map(|it| it.at),
        topics: topics(desk),
        question: sitting.at_hand().map(|it| question(desk, it)),
        left: n(sitting.n_that_settle_most()),
        counts: counts(desk),
        money: money(desk),
        results: rows(desk),
        contradictions: sitting.contradictions.iter().map(Text::from).collect(),
        can_undo: steps.back,
        can_redo: steps.forth,
    })
}

fn topics(desk: &Desk) -> Vec<TopicAnswers> {
    let catalog = desk.catalog();
    let open = desk.sitting.open();
    let topic_of = |about: &About| match about {
        About::Fact(fact) => catalog.fact(*fact).topic.as_ref(),
        About::List(list) => catalog.list(*list).topic.as_ref(),
    };
    let topic = |topic: &policy::Named| TopicAnswers {
        topic: named(&catalog.pack.topics, Some(&topic.id)),
        answers: answers(desk, topic),
        open: n(open.iter().filter(|it| topic_of(it) == Some(&topic.id)).count()),
    };
    catalog.pack.topics.iter().map(topic).collect()
}

fn answers(desk: &Desk, topic: &policy::Named) -> Vec<AnswerLine> {
    let catalog = desk.catalog();
    let profile = &desk.sitting.profile;
    let facts = catalog.facts.iter().enumerate().filter(|(_, it)| it.owner == Owner::Enterprise);
    let facts = facts.filter(|(_, it)| it.topic.as_ref() == Some(&topic.id)).filter_map(|(idx, fact)| {
        let answer = profile.answers.get(&FactRef(idx))?;
        Some(AnswerLine {
            subject: subject(catalog, About::Fact(FactRef(idx))),
            name: (&fact.name).into(),
            said: answer_words(catalog, profile, FactRef(idx)).into(),
            unsure: *answer == Answer::Unknown,
        })
    });
    let lists = catalog.lists.iter().enumerate().filter(|(_, it)| it.topic.as_ref() == Some(&topic.id));
    let lists = lists.filter_map(|(idx, list)| {
        let said = list_words(profile, ListRef(idx))?;
        Some(AnswerLine {
            subject: subject(catalog, About::List(ListRef(idx))),
            name: (&list.name).into(),
            said: said.into(),
            unsure: false,
        })
    });
    facts.chain(lists).collect()
}

fn counts(desk: &Desk) -> Vec<VerdictCount> {
    let mut counts: Vec<VerdictCount> = Vec::new();
    let mut verdicts: Vec<Verdict> =
        desk.sitting.assessment.results.iter().map(|it| it.verdict.into()).collect();
    verdicts.sort();
    for verdict in verdicts {
        match counts.last_mut().filter(|it| it.verdict == verdict) {
            Some(last) => last.count += 1,
            None => counts.push(VerdictCount { verdict, count: 1 }),
        }
    }
    counts
}

/// The sums at the head, in the best use or as the reader chose.
fn money(desk: &Desk) -> Money {
    let sums = desk.assessed().sums().get(&Purse::Grants).copied().unwrap_or_default();
    let fen = |sum: Number| sum.rounded(2).unwrap_or(sum).to_string();
    Money {
        certain: fen(sums.certain),
        to_confirm: fen(sums.to_confirm),
        possible: fen(sums.possible),
        possible_unbounded: sums.unbounded,
    }
}

/// What one can apply for first, the nearest deadline before the greatest sum; what is out of reach last.
fn rows(desk: &Desk) -> Vec<ResultRow> {
    let mut results: Vec<&PolicyResult> = desk.sitting.assessment.results.iter().collect();
    results.sort_by_key(|it| {
        let most = it.amounts.iter().filter_map(|it| it.value.and_then(|it| it.high())).max();
        (order(it.verdict), last_day(it).is_none(), last_day(it), std::cmp::Reverse(most))
    });
    results.into_iter().filter_map(|it| row(desk, it)).collect()
}

fn order(verdict: Judged) -> u8 {
    match verdict {
        Judged::Eligible => 0,
        Judged::Undetermined => 1,
        Judged::Upcoming => 2,
        Judged::Missed => 3,
        Judged::Ineligible => 4,
    }
}

fn row(desk: &Desk, result: &PolicyResult) -> Option<ResultRow> {
    let catalog = desk.catalog();
    let policy = catalog.policy(result.policy.as_str()).ok()?;
    let edition = policy.editions.iter().find(|it| it.id == result.edition)?;
    let as_of = desk.as_of();
    let closes = last_day(result).filter(|it| as_of <= *it);
    let days_left = closes.map(|it| days(as_of, it));
    let officer = result.findings.iter().filter(|it| it.outcome == eligibility::ConditionOutcome::Officer);
    let key = (result.policy.to_string(), result.edition.to_string());
    Some(ResultRow {
        policy: key.0.clone(),
        edition: key.1.clone(),
        title: title(desk, policy, result).into(),
        level: named(&catalog.pack.levels, policy.level.as_ref()),
        family: named(&catalog.pack.families, policy.family.as_ref()),
        verdict: result.verdict.into(),
        automatic: result.automatic,
        status: status(edition, as_of),
        gain: result.amounts.first().map(words::gain).unwrap_or_default().into(),
        reason: words::reason(catalog, result).into(),
        closes: closes.map(|it| it.to_string()),
        days: days_left,
        near: days_left.is_some_and(is_near),
        eligible_from: result.eligible_from.and_then(|it| it.low()).map(|it| it.to_string()),
        officer: n(officer.count()),
        moved: desk.sitting.moved.contains(&key),
    })
}

/// The title; with the edition, where people fall under several editions of one policy.
fn title(desk: &Desk, policy: &policy::Policy, result: &PolicyResult) -> policy::Text {
    let results = desk.sitting.assessment.results.iter().filter(|it| it.policy == result.policy);
    if results.count() == 1 {
        return policy.title.clone();
    }
    let edition = &result.edition;
    words::text(format!("{}（{edition}）", policy.title.zh), format!("{} ({edition})", policy.title.en))
}
