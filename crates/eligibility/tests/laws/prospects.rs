//! What is said of anybody holds of everybody: nobody meets what nobody can meet, or fails what nobody can fail.

use eligibility::{ConditionOutcome, PolicyResult, StandingOutcome, Supposed, prospect};
use policy::{Condition, Edition, truth::Outcomes};
use proptest::prelude::*;

use crate::{
    answers::Answered,
    packs::{FACTS, Reach},
    soundness::{Case, bytes},
};

proptest! {
    #![proptest_config(crate::tried(96))]

    #[test]
    fn what_is_said_of_anybody_holds_of_everybody(
        of_pack in bytes(120),
        of_profile in bytes(160),
        others in proptest::collection::vec(bytes(100), 6),
    ) {
        let case = Case::new(&of_pack, &of_profile, Reach::All);
        let everybody = case.completions_of(&Answered::nothing(FACTS), &others);
        let editions = &case.catalog.policy("rule").unwrap().editions;
        for anybody in everybody {
            for (edition, judged) in editions.iter().zip(case.judged(&anybody)) {
                if let Err(why) = holds_of(&case, edition, &judged) {
                    prop_assert!(false, "{why}\n{}\nas of {}\n{}", case.pack, case.as_of, anybody.text());
                }
            }
        }
    }
}

fn holds_of(case: &Case, edition: &Edition, judged: &PolicyResult) -> Result<(), String> {
    let of_anybody = |condition: &Condition, supposed: &Supposed| {
        prospect(&case.catalog, &condition.requirement, supposed, &[case.as_of])
    };
    for condition in &edition.rule.conditions {
        let outcome = judged.findings.iter().find(|it| it.condition == condition.id).unwrap().outcome;
        let said = of_anybody(condition, &Supposed::default());
        fits(said, outcome == ConditionOutcome::Met, outcome == ConditionOutcome::Unmet)
            .map_err(|()| format!("condition {} can be {said:?}, and is {outcome:?}", condition.id))?;
    }
    let of = edition.rule.for_each;
    for condition in &edition.rule.each {
        let said = of_anybody(condition, &Supposed { of, known: Vec::new() });
        for standing in &judged.standings {
            let is_met = standing.outcome == StandingOutcome::Met;
            fits(said, is_met, standing.unmet.contains(&condition.id))
                .map_err(|()| format!("condition {} can be {said:?} for each", condition.id))?;
        }
    }
    Ok(())
}

fn fits(said: Outcomes, is_met: bool, is_unmet: bool) -> Result<(), ()> {
    let is_wrong = (is_met && said.is_no()) || (is_unmet && said.is_yes());
    if is_wrong { Err(()) } else { Ok(()) }
}
