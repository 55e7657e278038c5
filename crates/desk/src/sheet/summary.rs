//! The answer in a few sentences, what is not known, what was told.

use std::{cmp::Reverse, collections::BTreeMap};

use eligibility::{Purse, Sums, Verdict};
use policy::{Number, Owner, Text};

use super::{Figure, Unknown};
use crate::{About, Assessed, words};

/// So many open questions are told.
const MOST_UNKNOWN: usize = 6;

/// How many supports, and how much money: certain, to be confirmed and possible apart.
pub(super) fn sentences(assessed: &Assessed<'_>) -> Vec<Text> {
    let of = |verdict| assessed.assessment.results.iter().filter(|it| it.verdict == verdict).count();
    let counts = words::text(
        format!(
            "现在可以申请或自动享受 {} 项，时间到了就可以的 {} 项，还需了解的 {} 项。",
            of(Verdict::Eligible),
            of(Verdict::Upcoming),
            of(Verdict::Undetermined)
        ),
        format!(
            "Open to you now, or coming by itself: {}. With time alone: {}. Needing more information: {}.",
            of(Verdict::Eligible),
            of(Verdict::Upcoming),
            of(Verdict::Undetermined)
        ),
    );
    vec![counts, words::sums(Purse::Grants, &of_grants(assessed))]
}

fn of_grants(assessed: &Assessed<'_>) -> Sums {
    assessed.sums().get(&Purse::Grants).copied().unwrap_or_default()
}

/// Grants and reimbursements at a glance.
pub(super) fn figures(assessed: &Assessed<'_>) -> [Figure; 3] {
    let sums = of_grants(assessed);
    let figure = |sum: Number, before: Text| {
        let sum = words::yuan(sum);
        words::text(format!("{}{sum} 元", before.zh), format!("{}CNY {sum}", before.en))
    };
    let bound = |sum: Number, zh: &str, en: &str| {
        let some = Number::ZERO < sum;
        figure(sum, if some { words::text(zh, en) } else { Text::default() })
    };
    let open = match sums.unbounded {
        true => words::text("还要弄清情况；另有金额不定的", "once more is known; some have no fixed sum"),
        false => words::text("还要弄清情况，或等到时候", "once more is known, or with time"),
    };
    [
        Figure {
            label: words::text("确定的", "Certain"),
            figure: figure(sums.certain, words::text("", "")),
            note: words::text("至少有这些，部门认定的除外", "at least, what the office decides aside"),
        },
        Figure {
            label: words::text("待核实的", "To be confirmed"),
            figure: bound(sums.to_confirm, "至少 ", "at least "),
            note: words::text(
                "先向部门问清是否还在施行",
                "ask the office first whether it is still in force",
            ),
        },
        Figure {
            label: words::text("还可能有的", "Possible on top"),
            figure: bound(sums.possible, "最多 ", "up to "),
            note: open,
        },
    ]
}

/// What is not known yet, by how many policies hang on it, and how many more things there are.
pub(super) fn unknown(assessed: &Assessed<'_>) -> (Vec<Unknown>, usize) {
    let mut n_by_name: BTreeMap<Text, usize> = BTreeMap::new();
    for result in &assessed.assessment.results {
        let mut names: Vec<Text> =
            result.missing.iter().map(|it| words::missing(assessed.catalog(), it)).collect();
        names.sort();
        names.dedup();
        for name in names {
            *n_by_name.entry(name).or_default() += 1;
        }
    }
    let mut unknown: Vec<Unknown> =
        n_by_name.into_iter().map(|(name, n_policies)| Unknown { name, n_policies }).collect();
    unknown.sort_by_key(|it| Reverse(it.n_policies));
    let more = unknown.len().saturating_sub(MOST_UNKNOWN);
    unknown.truncate(MOST_UNKNOWN);
    (unknown, more)
}

/// What was told of the enterprise; of lists how much was entered, and not a word on the people in them.
pub(super) fn answers(assessed: &Assessed<'_>) -> Vec<(Text, Text)> {
    let catalog = assessed.catalog();
    let facts = assessed.profile.answers.iter().filter_map(|(fact, answer)| {
        let fact = catalog.fact(*fact);
        (fact.owner == Owner::Enterprise).then(|| (fact.name.clone(), words::answer(fact, answer)))
    });
    let lists = assessed
        .profile
        .lists
        .iter()
        .map(|(list, entries)| (catalog.list(*list).name.clone(), words::entries(entries)));
    facts.chain(lists).collect()
}

/// What a condition hangs on, in words: each question once, those not answered left out.
pub(super) fn used(assessed: &Assessed<'_>, finding: &eligibility::Finding) -> Text {
    let catalog = assessed.catalog();
    let mut abouts: Vec<About> = finding.used.iter().map(|it| About::of_fact(catalog, *it)).collect();
    abouts.dedup();
    let said = abouts.into_iter().filter_map(|it| match it {
        About::Fact(fact) => {
            let answer = assessed.profile.answers.get(&fact)?;
            let (name, said) = (&catalog.fact(fact).name, words::answer(catalog.fact(fact), answer));
            Some(words::text(format!("{}：{}", name.zh, said.zh), format!("{}: {}", name.en, said.en)))
        }
        About::List(list) => {
            let (name, said) = (&catalog.list(list).name, words::entries(assessed.profile.lists.get(&list)?));
            Some(words::text(format!("{}：{}", name.zh, said.zh), format!("{}: {}", name.en, said.en)))
        }
    });
    words::join(said, "；", "; ")
}
