//! The next question: the one that settles most, weighted by what it is worth, within the topic at hand.

use std::collections::BTreeMap;

use policy::{AmountKind, Catalog, Id, ListRef, PolicyId, Unit};

use crate::{Assessment, Cause, Missing, PolicyResult, Subject, Verdict};

/// A topic is left only for a question that is worth so many times more: jumping about tires people.
const WORTH_STAYING: u64 = 4;

/// A question worth asking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// What it is about: a fact, a list, or a fact of one entry.
    pub subject: Subject,
    /// The policies that hang on it, in the order of the assessment.
    pub decides: Vec<PolicyId>,
}

/// What may be asked now, the best first; nothing else is worth asking.
///
/// `topic` is the one at hand: it is not left for a question that is worth only a little more.
pub fn questions(catalog: &Catalog, assessment: &Assessment, topic: Option<&Id>) -> Vec<Question> {
    let mut worth: BTreeMap<&Subject, (u64, Vec<PolicyId>)> = BTreeMap::new();
    for result in assessment.results.iter().filter(|it| it.verdict == Verdict::Undetermined) {
        let askable: Vec<&Missing> = result.missing.iter().filter(|it| is_askable(it)).collect();
        let share = worth_of(result) / askable.len().max(1) as u64;
        for missing in askable {
            let (score, decides) = worth.entry(&missing.subject).or_default();
            *score += share;
            if decides.last() != Some(&result.policy) {
                decides.push(result.policy.clone());
            }
        }
    }
    let best = worth.values().map(|(score, _)| *score).max().unwrap_or_default();
    let mut questions: Vec<(&Subject, u64, Vec<PolicyId>)> =
        worth.into_iter().map(|(subject, (score, decides))| (subject, score, decides)).collect();
    questions.sort_by_key(|(subject, score, _)| {
        let stays = topic.is_some() && topic_of(catalog, subject) == topic && best <= score * WORTH_STAYING;
        // The sort is stable: what is worth the same keeps the order of the pack.
        (!stays, std::cmp::Reverse(*score))
    });
    questions
        .into_iter()
        .map(|(subject, _, decides)| Question { subject: subject.clone(), decides })
        .collect()
}

/// The topic a subject belongs to.
pub fn topic_of<'c>(catalog: &'c Catalog, subject: &Subject) -> Option<&'c Id> {
    let of_list = |list: &ListRef| catalog.list(*list).topic.as_ref();
    match subject {
        Subject::Fact(fact) => catalog.fact(*fact).topic.as_ref(),
        Subject::List(list) | Subject::EntryFact(list, _, _) => of_list(list),
        Subject::Had(_) | Subject::Parameter(_) | Subject::Policy(_) => None,
    }
}

fn is_askable(missing: &Missing) -> bool {
    let asked_of_people = match missing.subject {
        Subject::Fact(_) | Subject::EntryFact(..) | Subject::List(_) => true,
        Subject::Had(_) | Subject::Parameter(_) | Subject::Policy(_) => false,
    };
    asked_of_people && missing.cause == Cause::NotAsked
}

/// What it is worth to settle a policy: something always, and more where much money comes. Points, not yuan.
fn worth_of(result: &PolicyResult) -> u64 {
    const ALWAYS: u64 = 1_000;
    const MOST: u64 = 4_000;
    const YUAN_A_POINT: i64 = 20;
    const UNKNOWN: u64 = 500;
    let money = result.amounts.iter().filter(|it| it.unit == Unit::Cny && comes_to_hand(it.kind));
    let points = money.map(|it| match it.value.and_then(|it| it.high()) {
        Some(high) => {
            high.floor_to(1_i64.into()).and_then(|it| it.to_i64()).unwrap_or(0).max(0).unsigned_abs()
                / YUAN_A_POINT.unsigned_abs()
        }
        None => UNKNOWN,
    });
    ALWAYS + points.sum::<u64>().min(MOST)
}

fn comes_to_hand(kind: AmountKind) -> bool {
    match kind {
        AmountKind::Grant | AmountKind::Reimbursement | AmountKind::TaxRelief => true,
        AmountKind::Loan | AmountKind::InterestSubsidy | AmountKind::Service => false,
    }
}
