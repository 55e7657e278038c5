//! More answers settle; they never overturn. What can be gone through is decided exactly.

use eligibility::{Cause, ConditionOutcome, PolicyResult, Subject, Verdict, holds};
use policy::{Interval, Test};
use proptest::prelude::*;

use crate::{
    answers::{Answered, Kind, Said},
    packs::{OF_PERSON, Reach},
    soundness::{Case, bytes, holds_of},
    support::result,
};

/// How many days are swept: five years.
const DAYS: i64 = 1_827;

/// As far as one looks ahead.
const TEN_YEARS: i64 = 3_660;

proptest! {
    #![proptest_config(crate::tried(64))]

    #[test]
    fn one_more_answer_never_turns_a_verdict(of_pack in bytes(120), of_profile in bytes(160)) {
        let case = Case::new(&of_pack, &of_profile, Reach::All);
        prop_assume!(case.is_consistent(&case.complete));
        let mut known = case.partial.clone();
        let mut said = case.judged(&known);
        for name in known.answers.keys().copied().collect::<Vec<_>>() {
            known.answers.insert(name, case.complete.answers[name]);
            if case.completions_of(&known, &[]).is_empty() {
                return Ok(());
            }
            let then = case.judged(&known);
            for (said, then) in said.iter().zip(&then) {
                if let Err(why) = holds_of(said, then) {
                    prop_assert!(
                        false, "{name}: {why}\n{}\nas of {}\n{}\n{}\n{}", case.pack, case.as_of, known.text(),
                        result(&case.catalog, said), result(&case.catalog, then),
                    );
                }
            }
            said = then;
        }
    }

    #[test]
    fn what_completions_agree_on_is_decided(of_pack in bytes(100), of_profile in bytes(60)) {
        let mut case = Case::new(&of_pack, &of_profile, Reach::Finite);
        finite(&mut case);
        let all = every_completion(&case.partial);
        let all: Vec<&Answered> = all.iter().filter(|it| case.is_consistent(it)).collect();
        prop_assume!(!all.is_empty());
        let then: Vec<Vec<PolicyResult>> = all.iter().map(|it| case.judged(it)).collect();
        for (idx, said) in case.judged(&case.partial).iter().enumerate() {
            let then: Vec<&PolicyResult> = then.iter().map(|it| &it[idx]).collect();
            let shown = || format!(
                "{}\nas of {}\n{}\n{}\n{} completions", case.pack, case.as_of, case.partial.text(),
                result(&case.catalog, said), then.len(),
            );
            let verdicts: Vec<Verdict> = then.iter().map(|it| it.verdict).collect();
            prop_assert_eq!(said.verdict, in_common(&verdicts), "{}", shown());
            for finding in &said.findings {
                let outcomes = then.iter().map(|it| {
                    let found = it.findings.iter().find(|it| it.condition == finding.condition);
                    found.map_or(ConditionOutcome::Met, |it| it.outcome)
                });
                let outcomes: Vec<ConditionOutcome> = outcomes.collect();
                // The rules of lists hang people together only by what is asked of the enterprise.
                if !finding.of_each && finding.condition.as_str() != "somebody" {
                    prop_assert_eq!(finding.outcome, shared(&outcomes), "{}: {}", finding.condition, shown());
                }
            }
        }
    }

    #[test]
    fn first_days_are_those_of_a_sweep(of_pack in bytes(120), of_profile in bytes(160)) {
        let case = Case::new(&of_pack, &of_profile, Reach::All);
        let policy = case.catalog.policy("rule").unwrap();
        prop_assume!(policy.editions.len() == 1 && policy.editions[0].valid.by.is_none());
        let profile = case.profile(&case.complete);
        let said = &case.judged(&case.complete)[0];
        let qualifies = Test::Qualifies(policy.id.clone());
        let open = |days: i64| holds(&case.catalog, &qualifies, &profile, case.as_of.plus_days(days));
        let first = (1..DAYS).find(|it| !open(*it).is_no());
        let shown = || format!(
            "{}\nas of {}\n{}\n{}\nfirst {first:?}", case.pack, case.as_of, case.complete.text(),
            result(&case.catalog, said)
        );
        match said.verdict {
            Verdict::Eligible => prop_assert!(open(0).is_yes(), "{}", shown()),
            Verdict::Upcoming => {
                prop_assert!(open(0).is_no(), "{}", shown());
                let from = said.eligible_from.unwrap();
                let last_swept = case.as_of.plus_days(DAYS - 1);
                match first {
                    Some(first) => prop_assert_eq!(from, Interval::exactly(case.as_of.plus_days(first)), "{}", shown()),
                    None => prop_assert!(from.low().unwrap() > last_swept, "{}", shown()),
                }
            }
            Verdict::Ineligible | Verdict::Missed => {
                prop_assert!(open(0).is_no() && first.is_none(), "{}", shown());
            }
            Verdict::Undetermined => {
                // Of a whole profile only that is open which cannot be reckoned, or was not published.
                let unknown = (0..TEN_YEARS).any(|it| open(it).is_unknown());
                prop_assert!(unknown, "{}", shown());
            }
        }
    }

    #[test]
    fn what_is_missing_leads_to_a_decision(of_pack in bytes(120), of_profile in bytes(160)) {
        let case = Case::new(&of_pack, &of_profile, Reach::All);
        let mut known = case.partial.clone();
        for _ in 0..24 {
            let said = case.judged(&known);
            let Some(open) = said.iter().find(|it| it.verdict == Verdict::Undetermined) else { return Ok(()) };
            let shown = || format!(
                "{}\nas of {}\n{}\n{}\ncompleted: {}", case.pack, case.as_of, known.text(),
                result(&case.catalog, open), case.complete.text()
            );
            prop_assert!(!open.missing.is_empty(), "{}", shown());
            let before = known.text();
            let fillable = open.missing.iter().filter(|it| matches!(it.cause, Cause::NotAsked | Cause::DontKnow));
            let next = fillable.fold(known.clone(), |known, it| fill(&case, known, &it.subject));
            if next.text() == before {
                let lasting = open.missing.iter().all(|it| {
                    matches!(it.cause, Cause::NotPublished | Cause::NotComputable)
                });
                prop_assert!(lasting, "{}", shown());
                return Ok(());
            }
            known = next;
        }
        prop_assert!(false, "no decision\n{}\n{}", case.pack, known.text());
    }
}

/// Answers what is missing as the whole profile does.
fn fill(case: &Case, mut known: Answered, subject: &Subject) -> Answered {
    let name = |fact: &policy::FactRef| case.catalog.fact(*fact).id.to_string();
    match subject {
        Subject::Fact(fact) => {
            let (name, answer) = case.complete.answers.get_key_value(name(fact).as_str()).unwrap();
            known.answers.insert(name, *answer);
        }
        Subject::EntryFact(_, entry, fact) => {
            let those =
                |it: &Answered| it.people.iter().flatten().position(|it| it.id == entry.as_str()).unwrap();
            let whole = &case.complete.people.as_ref().unwrap()[those(&case.complete)];
            let at = those(&known);
            let (name, answer) = whole.answers.get_key_value(name(fact).as_str()).unwrap();
            known.people.as_mut().unwrap()[at].answers.insert(name, *answer);
        }
        Subject::List(_) if known.people.is_none() || known.more => {
            known.people = case.complete.people.clone();
            known.more = false;
        }
        Subject::List(_) => {
            for (known, whole) in known.people.iter_mut().flatten().zip(case.complete.people.iter().flatten())
            {
                known.n = whole.n;
            }
        }
        Subject::Had(_) => known.more_had = false,
        Subject::Parameter(_) | Subject::Policy(_) => {}
    }
    known
}

/// Only what can be gone through is left open.
fn finite(case: &mut Case) {
    for (name, (kind, said)) in &mut case.partial.answers {
        if !matches!(kind, Kind::Boolean | Kind::Choice(_) | Kind::Choices(_)) {
            *said = case.complete.answers[name].1;
        }
    }
    let people = case.complete.people.clone().unwrap();
    let partial = case.partial.people.get_or_insert_with(|| people.clone());
    for (person, whole) in partial.iter_mut().zip(&people) {
        person.n = whole.n;
        for (name, _) in OF_PERSON.iter().filter(|it| it.1 != Kind::Boolean) {
            person.answers.insert(name, whole.answers[name]);
        }
    }
    case.partial.more = false;
    case.partial.more_had = false;
}

fn every_completion(partial: &Answered) -> Vec<Answered> {
    let mut all = vec![partial.clone()];
    for (name, (kind, said)) in &partial.answers {
        let values = every_value(*kind, *said);
        all = all
            .iter()
            .flat_map(|it| {
                values.iter().map(|value| {
                    let mut it = it.clone();
                    it.answers.insert(name, (*kind, *value));
                    it
                })
            })
            .collect();
    }
    for idx in 0..partial.people.as_ref().map_or(0, Vec::len) {
        for (name, (kind, said)) in partial.people.as_ref().unwrap()[idx].answers.clone() {
            let values = every_value(kind, said);
            all = all
                .iter()
                .flat_map(|it| {
                    values.iter().map(|value| {
                        let mut it = it.clone();
                        it.people.as_mut().unwrap()[idx].answers.insert(name, (kind, *value));
                        it
                    })
                })
                .collect();
        }
    }
    all
}

fn every_value(kind: Kind, said: Said) -> Vec<Said> {
    let open = matches!(said, Said::Nothing | Said::DontKnow);
    match (kind, said) {
        (Kind::Boolean, _) if open => vec![Said::Range(0, 0), Said::Range(1, 1)],
        (Kind::Choice(those), _) if open => (0..those.len()).map(|it| Said::Options(1 << it)).collect(),
        (Kind::Choice(_), Said::Options(options)) => {
            (0..32).map(|it| 1 << it).filter(|it| options & it != 0).map(Said::Options).collect()
        }
        (Kind::Choices(those), said) => {
            let (least, most) = match said {
                Said::Sets { certain, possible } => (certain, possible),
                _ => (0, (1 << those.len()) - 1),
            };
            let those = (0..=most).filter(|it| it & !most == 0 && it & least == least);
            those.map(|it| Said::Sets { certain: it, possible: it }).collect()
        }
        (_, said) => vec![said],
    }
}

/// The verdict that all have, or that none is eligible or upcoming.
fn in_common(verdicts: &[Verdict]) -> Verdict {
    if verdicts.iter().all(|it| *it == verdicts[0]) {
        verdicts[0]
    } else if verdicts.iter().all(|it| matches!(it, Verdict::Ineligible | Verdict::Missed)) {
        Verdict::Ineligible
    } else {
        Verdict::Undetermined
    }
}

fn shared(outcomes: &[ConditionOutcome]) -> ConditionOutcome {
    use ConditionOutcome::{Met, Officer, Unknown};
    if outcomes.iter().all(|it| *it == outcomes[0]) {
        outcomes[0]
    } else if outcomes.iter().all(|it| matches!(it, Met | Officer)) {
        Officer
    } else {
        Unknown
    }
}
