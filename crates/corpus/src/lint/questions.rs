//! What people ask: about as much for every policy, or search finds the talkative ones.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    load::Layout,
    read::{Table, Written},
    remark::Remarks,
};

const FEWEST: usize = 3;
const MOST: usize = 5;
/// Who asks more than so many times as much as usual finds too many things.
const TALKATIVE: usize = 2;
/// Among fewer policies each is found anyway.
const FEW_POLICIES: usize = 5;

pub(crate) fn check(remarks: &mut Remarks<'_>, layout: &Layout<'_>) {
    let policies = layout.policies.iter().filter_map(|(id, it)| {
        let questions = it.policy?.root().table("questions")?;
        Some((*id, questions))
    });
    let policies: Vec<(&str, Table<'_>)> = policies.collect();
    if policies.len() < FEW_POLICIES {
        return;
    }
    for lang in ["zh", "en"] {
        check_number(remarks, &policies, lang);
        check_copies(remarks, &policies, lang);
        check_length(remarks, &policies, lang);
    }
}

fn check_number(remarks: &mut Remarks<'_>, policies: &[(&str, Table<'_>)], lang: &str) {
    for (_, questions) in policies {
        let n_questions = questions.strings(lang).len();
        if !(FEWEST..=MOST).contains(&n_questions) {
            let said = format!("{n_questions} questions in `{lang}`; {FEWEST} to {MOST} find a policy best");
            remarks.warn(&questions.place_at(lang), "questions", said);
        }
    }
}

/// A question that two policies have leads to neither.
fn check_copies(remarks: &mut Remarks<'_>, policies: &[(&str, Table<'_>)], lang: &str) {
    let mut askers: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for (id, questions) in policies {
        for question in questions.strings(lang) {
            askers.entry(bare(&question)).or_default().insert(id);
        }
    }
    for (id, questions) in policies {
        for question in questions.strings(lang) {
            let others = askers[&bare(&question)].iter().filter(|it| *it != id);
            let others: Vec<String> = others.map(|it| format!("`{it}`")).collect();
            if !others.is_empty() {
                let said = format!("the same question leads to {}", others.join(", "));
                remarks.warn(&question.place, "questions", said);
            }
        }
    }
}

fn check_length(remarks: &mut Remarks<'_>, policies: &[(&str, Table<'_>)], lang: &str) {
    let length = |it: &Table<'_>| it.strings(lang).iter().map(|it| bare(it).chars().count()).sum::<usize>();
    let mut lengths: Vec<usize> = policies.iter().map(|(_, it)| length(it)).collect();
    lengths.sort_unstable();
    let usual = lengths[lengths.len() / 2];
    for (_, questions) in policies.iter().filter(|(_, it)| TALKATIVE * usual < length(it)) {
        let said = format!(
            "{} characters of questions in `{lang}`, where {usual} are usual: this policy would be found too often",
            length(questions)
        );
        remarks.warn(&questions.place_at(lang), "questions", said);
    }
}

/// Letters and digits alone: a comma does not make another question.
fn bare(question: &Written<'_>) -> String {
    question.text.chars().filter(|it| it.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
