//! What is said of a profile holds of every way to complete it.

use eligibility::{AmountResult, ConditionOutcome, PolicyResult, Verdict, holds, judge};
use policy::{Catalog, Date, Interval, Profile};
use proptest::prelude::*;

use crate::{
    answers::{Answered, Answers, Said},
    dice::Dice,
    packs::{FACTS, OF_PERSON, Reach, pack},
    support::{catalog, day, profile},
};

/// One random case: a pack, what is known, and one way to complete it.
pub(crate) struct Case {
    pub(crate) pack: String,
    pub(crate) catalog: Catalog,
    pub(crate) as_of: Date,
    pub(crate) partial: Answered,
    pub(crate) complete: Answered,
}

impl Case {
    pub(crate) fn new(of_pack: &[u8], of_profile: &[u8], reach: Reach) -> Case {
        let pack = pack(&mut Dice::new(of_pack), reach);
        let mut dice = Dice::new(of_profile);
        let as_of = day(dice.one_of(&["2026-03-31", "2026-07-15", "2024-02-29"]));
        let complete = Answered::nothing(FACTS).settled(OF_PERSON, &mut dice);
        let partial = complete.blurred(&mut dice);
        Case { catalog: catalog(&pack), pack, as_of, partial, complete }
    }

    pub(crate) fn profile(&self, answered: &Answered) -> Profile {
        profile(&self.catalog, &answered.text())
    }

    /// Each edition of the policy under test.
    pub(crate) fn judged(&self, answered: &Answered) -> Vec<PolicyResult> {
        let profile = self.profile(answered);
        let policy = self.catalog.policy("rule").unwrap();
        policy.editions.iter().map(|it| judge(&self.catalog, policy, it, &profile, self.as_of)).collect()
    }

    /// Other ways to complete what is known, those left out that an answer speaks against.
    pub(crate) fn completions(&self, bytes: &[Vec<u8>]) -> Vec<Answered> {
        self.completions_of(&self.partial, bytes)
    }

    pub(crate) fn completions_of(&self, known: &Answered, bytes: &[Vec<u8>]) -> Vec<Answered> {
        let others = bytes.iter().map(|it| known.settled(OF_PERSON, &mut Dice::new(it)));
        let all = std::iter::once(self.complete.clone()).chain(others);
        all.filter(|it| consistent(&self.catalog, self.as_of, known, it)).collect()
    }

    /// An answer says that its question applied, unless what is known says that it did not.
    pub(crate) fn is_consistent(&self, complete: &Answered) -> bool {
        consistent(&self.catalog, self.as_of, &self.partial, complete)
    }
}

/// Whether every answer that was known, and not left behind already, still has its question once all is known.
fn consistent(catalog: &Catalog, as_of: Date, partial: &Answered, complete: &Answered) -> bool {
    let (known, whole) = (profile(catalog, &partial.text()), profile(catalog, &complete.text()));
    let ask_if = |name: &str| catalog.fact(catalog.find_fact(name).unwrap()).ask_if.as_ref();
    let of_enterprise = told(&partial.answers).all(|name| {
        ask_if(name).is_none_or(|it| {
            holds(catalog, &it.tree, &known, as_of).is_no()
                || !holds(catalog, &it.tree, &whole, as_of).is_no()
        })
    });
    // The questions of entries hang on one boolean, of the entry or of the enterprise.
    let keeps = |before: &Answers, then: &Answers, parent: &str| {
        before[parent].1 == Said::Range(0, 0) || then[parent].1 == Said::Range(1, 1)
    };
    let people = partial.people.iter().flatten().zip(complete.people.iter().flatten());
    let of_people = people.into_iter().all(|(before, then)| {
        told(&before.answers).all(|name| match ask_if(name).map(|it| it.ast.to_string()).as_deref() {
            Some("p") => keeps(&before.answers, &then.answers, "p"),
            Some(parent) => keeps(&partial.answers, &complete.answers, parent),
            None => true,
        })
    });
    of_enterprise && of_people
}

/// The facts of which something was said.
fn told(answers: &Answers) -> impl Iterator<Item = &'static str> + '_ {
    let told = answers.iter().filter(|(_, (_, said))| match said {
        Said::Range(..) | Said::Options(_) | Said::Sets { .. } => true,
        Said::Nothing | Said::DontKnow => false,
    });
    told.map(|(name, _)| *name)
}

pub(crate) fn bytes(most: usize) -> impl Strategy<Value = Vec<u8>> {
    proptest::collection::vec(any::<u8>(), 0..most)
}

proptest! {
    #![proptest_config(crate::tried(128))]

    #[test]
    fn what_is_said_holds_of_every_completion(
        of_pack in bytes(120),
        of_profile in bytes(160),
        others in proptest::collection::vec(bytes(100), 6),
    ) {
        let case = Case::new(&of_pack, &of_profile, Reach::All);
        let said = case.judged(&case.partial);
        for complete in case.completions(&others) {
            let then = case.judged(&complete);
            for (said, then) in said.iter().zip(&then) {
                if let Err(why) = holds_of(said, then) {
                    let catalog = &case.catalog;
                    prop_assert!(
                        false,
                        "{why}\n{}\nas of {}\nknown: {}\n{}\ncompleted: {}\n{}",
                        case.pack, case.as_of,
                        case.partial.text(), crate::support::result(catalog, said),
                        complete.text(), crate::support::result(catalog, then),
                    );
                }
            }
        }
    }
}

/// Whether what was said of a profile fits what is said once it is complete.
pub(crate) fn holds_of(said: &PolicyResult, then: &PolicyResult) -> Result<(), String> {
    let verdict = match said.verdict {
        Verdict::Undetermined => true,
        Verdict::Ineligible => matches!(then.verdict, Verdict::Ineligible | Verdict::Missed),
        Verdict::Eligible | Verdict::Missed | Verdict::Upcoming => said.verdict == then.verdict,
    };
    ensure(verdict, "the verdict was turned")?;
    if let (Verdict::Upcoming, Some(range), Some(first)) =
        (said.verdict, said.eligible_from, then.eligible_from)
    {
        ensure(is_within(first, range), "the first day lies outside")?;
    }
    for finding in &said.findings {
        let later = then.findings.iter().find(|it| it.condition == finding.condition);
        let outcome = later.map_or(ConditionOutcome::Met, |it| it.outcome);
        let holds = match finding.outcome {
            ConditionOutcome::Unknown => true,
            ConditionOutcome::Officer => matches!(outcome, ConditionOutcome::Met | ConditionOutcome::Officer),
            ConditionOutcome::Met | ConditionOutcome::Unmet => finding.outcome == outcome,
        };
        ensure(holds, &format!("condition {} was turned", finding.condition))?;
        if let (Some(range), Some(counted)) = (finding.counted, later.and_then(|it| it.counted)) {
            ensure(is_within(counted, range), &format!("more or fewer count for {}", finding.condition))?;
        }
    }
    if let (Some(range), Some(counted)) = (said.counted, then.counted) {
        ensure(is_within(counted, range), "more or fewer count")?;
    }
    if matches!(then.verdict, Verdict::Eligible | Verdict::Upcoming) {
        for (said, then) in said.amounts.iter().zip(&then.amounts) {
            amount_holds(said, then)?;
        }
    }
    Ok(())
}

fn amount_holds(said: &AmountResult, then: &AmountResult) -> Result<(), String> {
    let pairs = [
        (said.value, then.value),
        (said.for_months, then.for_months),
        (said.totals.whole, then.totals.whole),
        (said.totals.remaining, then.totals.remaining),
    ];
    for (range, value) in pairs {
        if let (Some(range), Some(value)) = (range, value) {
            ensure(is_within(value, range), &format!("amount {} lies outside", said.id))?;
        }
    }
    Ok(())
}

fn is_within<T: Ord + Copy>(inner: Interval<T>, outer: Interval<T>) -> bool {
    inner.hull(outer) == outer
}

fn ensure(holds: bool, why: &str) -> Result<(), String> {
    if holds { Ok(()) } else { Err(why.to_owned()) }
}
