//! Policies as items of the sheet, by verdict.

use eligibility::{AmountResult, Finding, PolicyResult, Share, Verdict};
use policy::{Anchor, Edition, Policy, Text};

use super::{Amount, Condition, Item, Section, Telling, summary};
use crate::{Assessed, applying, words};

/// So many people's shares are told one by one.
const MOST_SHARES: usize = 12;

/// A section with the results its items tell of, in their order.
pub(super) struct Told<'a> {
    pub(super) section: Section,
    pub(super) results: Vec<&'a PolicyResult>,
}

/// A heading, which results stand under it, and how they are told.
struct Heading {
    zh: &'static str,
    en: &'static str,
    telling: Telling,
    full: bool,
    most: usize,
    holds: fn(&PolicyResult) -> bool,
}

const HEADINGS: [Heading; 4] = [
    Heading {
        zh: "现在可以申请",
        en: "Open to you now",
        telling: Telling::Rows,
        full: true,
        most: 8,
        holds: |it| it.verdict == Verdict::Eligible && !it.automatic,
    },
    Heading {
        zh: "自动享受，不用申请",
        en: "Comes by itself",
        telling: Telling::Lines,
        full: true,
        most: 8,
        holds: |it| it.verdict == Verdict::Eligible && it.automatic,
    },
    Heading {
        zh: "时间到了就可以",
        en: "With time alone",
        telling: Telling::Lines,
        full: true,
        most: 8,
        holds: |it| it.verdict == Verdict::Upcoming,
    },
    Heading {
        zh: "还需了解",
        en: "Needing more information",
        telling: Telling::Lines,
        full: false,
        most: 10,
        holds: |it| it.verdict == Verdict::Undetermined,
    },
];

const OUT_OF_REACH: [Heading; 2] = [
    Heading {
        zh: "本轮已截止",
        en: "This round has closed",
        telling: Telling::Lines,
        full: false,
        most: 0,
        holds: |it| it.verdict == Verdict::Missed,
    },
    Heading {
        zh: "目前不符合",
        en: "Not at present",
        telling: Telling::Lines,
        full: false,
        most: 0,
        holds: |it| it.verdict == Verdict::Ineligible,
    },
];

/// The sections that have something in them, their items numbered through: what the reader chose comes first, and none of it is
/// left out of the sheet; then the most useful.
pub(super) fn sections<'a>(assessed: &Assessed<'a>, all: bool) -> Vec<Told<'a>> {
    let headings = HEADINGS.iter().chain(OUT_OF_REACH.iter().filter(|_| all));
    let mut number = 0;
    let mut sections = Vec::new();
    for heading in headings {
        let mut here: Vec<&PolicyResult> =
            assessed.assessment.results.iter().filter(|it| (heading.holds)(it)).collect();
        here.sort_by_key(|it| (!assessed.is_chosen(it), applying::usefulness(it, assessed.as_of())));
        let items = here.iter().filter_map(|it| {
            number += 1;
            item(assessed, it, number)
        });
        let items: Vec<Item> = items.collect();
        let title = words::text(heading.zh, heading.en);
        let n_chosen = here.iter().filter(|it| assessed.is_chosen(it)).count();
        let most = if heading.most == 0 { 0 } else { heading.most.max(n_chosen) };
        let section = Section { title, telling: heading.telling, most, full: heading.full, items };
        if !here.is_empty() {
            sections.push(Told { section, results: here });
        }
    }
    sections
}

fn item(assessed: &Assessed<'_>, result: &PolicyResult, number: usize) -> Option<Item> {
    let (policy, edition) = assessed.edition(result)?;
    let as_of = assessed.as_of();
    let closes = applying::closes(result, as_of);
    Some(Item {
        number,
        title: policy.title.clone(),
        official: policy.official.clone().filter(|it| *it != policy.title.zh).unwrap_or_default(),
        verdict: words::verdict(result),
        sentence: words::sentence(result),
        reason: words::reason(assessed.catalog(), result),
        caution: if result.to_confirm { words::status(edition, as_of) } else { Text::default() },
        amounts: result.amounts.iter().map(|it| amount(assessed, (policy, edition), result, it)).collect(),
        when: applying::when(result, as_of),
        days_left: closes.map(|it| words::days_from(as_of, it)).unwrap_or_default(),
        of_round: applying::of_round(result, as_of),
        conditions: result.findings.iter().map(|it| condition(assessed, policy, edition, it)).collect(),
        papers: edition.bring.iter().map(|it| words::paper(assessed.catalog(), it).label()).collect(),
        places: edition.places.iter().map(words::place).collect(),
        basis: words::notice(edition),
    })
}

fn condition(assessed: &Assessed<'_>, policy: &Policy, edition: &Edition, finding: &Finding) -> Condition {
    Condition {
        outcome: finding.outcome,
        label: finding.label.clone(),
        used: summary::used(assessed, finding),
        clause: clause(assessed, policy, edition, finding.cite.as_ref()),
    }
}

fn clause(assessed: &Assessed<'_>, policy: &Policy, edition: &Edition, anchor: Option<&Anchor>) -> Text {
    anchor.map(|it| assessed.library.heading(policy, edition, it)).unwrap_or_default()
}

fn amount(
    assessed: &Assessed<'_>,
    (policy, edition): (&Policy, &Edition),
    result: &PolicyResult,
    amount: &AmountResult,
) -> Amount {
    let said = words::amount(amount);
    Amount {
        kind: words::kind(amount.kind),
        label: amount.label.clone(),
        figure: said.figure,
        unit: said.unit,
        note: said.note,
        working: working(assessed, result, amount),
        clause: clause(assessed, policy, edition, amount.cite.as_ref()),
    }
}

/// How an amount comes about: in one line, or in one for each person.
fn working(assessed: &Assessed<'_>, result: &PolicyResult, amount: &AmountResult) -> Vec<Text> {
    if let Some(whole) = assessed.working(result, amount) {
        return Some(words::working(assessed.catalog(), &whole))
            .filter(|it| !it.is_empty())
            .into_iter()
            .collect();
    }
    let shares = assessed.shares(result);
    let shares: Vec<&Share> = shares.iter().filter(|it| it.amount == amount.id).collect();
    let more = shares.len().saturating_sub(MOST_SHARES);
    let told = shares.iter().take(MOST_SHARES).map(|it| assessed.share_words(result, amount, it));
    let rest = (0 < more).then(|| words::text(format!("另有 {more} 条"), format!("and {more} more")));
    told.chain(rest).collect()
}
