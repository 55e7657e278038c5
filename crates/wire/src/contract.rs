//! The command line's contract: what `advisor --json` prints. It may grow and is never broken (docs/cli.md).
//!
//! The keys are told in docs/cli.md; the JSON Schema beside it is generated from these types.

pub mod advice;
pub mod amount;
pub mod figures;
pub mod working;

use std::collections::{BTreeMap, BTreeSet};

use corpus::write_answer;
use eligibility::{Cause, Choice, Finding, Lapse, Missing, PolicyResult, StandingOutcome, Subject};
use policy::{Catalog, Date, Edition, Profile};
use schemars::JsonSchema;
use serde::Serialize;

use self::{
    advice::{Change, Combination, OneMore, Sums},
    amount::{Amount, amounts},
    figures::{Count, Day, Range, count, day, days, in_all},
};
use crate::{Outcome, StatusValue, Verdict};

/// `advisor assess --json`
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Assessment {
    /// With `--profiles`: the id of the line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<serde_json::Value>,
    /// The day of assessment.
    pub as_of: String,
    /// The pack that was used.
    pub pack: PackId,
    /// Every policy that has an edition to answer with, ordered by id.
    pub results: Vec<PolicyAnswer>,
    /// What all supports bring together, unlike kinds of money apart: in the best use, or as `--prefer` asked.
    pub sums: Vec<Sums>,
    /// Supports that exclude each other or draw from one source, and their best use.
    pub combinations: Vec<Combination>,
    /// What one more of each group the law supports would bring.
    pub one_more: Vec<OneMore>,
    /// What is to come if nothing but time passes, by day.
    pub changes: Vec<Change>,
}

/// Which pack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PackId {
    /// Its id.
    pub id: String,
    /// Its version.
    pub version: String,
}

/// One policy's answer; with `--all` also of those that have none on that day.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum PolicyAnswer {
    /// It has an edition to answer with.
    Judged(Box<Judged>),
    /// It has none.
    Withheld(Withheld),
}

/// A policy without an edition to answer with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Withheld {
    /// Which.
    pub policy: String,
    /// The edition nearest to the day.
    pub edition: String,
    /// `lapsed` or `not-yet`.
    pub verdict: WithheldVerdict,
}

/// Why there is no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum WithheldVerdict {
    /// The last edition is over.
    Lapsed,
    /// The first edition is still to come.
    NotYet,
}

/// How one stands towards one edition of a policy.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Judged {
    /// Which policy.
    pub policy: String,
    /// Which edition answered.
    pub edition: String,
    /// The short answer.
    pub verdict: Verdict,
    /// Whether the edition is in force.
    pub status: StatusValue,
    /// The last day it was seen in force, where that is long ago.
    pub last_seen: Option<String>,
    /// Whether its money counts as to be confirmed.
    pub to_confirm: bool,
    /// Whether nobody needs to apply.
    pub automatic: bool,
    /// The conditions that the office decides.
    pub officer: Vec<String>,
    /// Every condition, in the order of the rule.
    pub conditions: Vec<Condition>,
    /// What would have to be known to decide; empty unless undetermined.
    pub missing: Vec<MissingPiece>,
    /// What one gets, for eligible, upcoming and undetermined.
    pub amounts: Vec<Amount>,
    /// For upcoming: the first day, or the first and last possible one.
    pub eligible_from: Option<Range<String>>,
    /// When one can apply.
    pub windows: Vec<Window>,
    /// How many people count, where the rule is over people.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub counted: Option<Count>,
    /// With `--entries`: how each entry stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entries: Option<Vec<EntryStanding>>,
}

/// What was found of one condition.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Condition {
    /// Its id; `somebody` for the one that a rule over people implies.
    pub id: String,
    /// What can be said of it.
    pub outcome: Outcome,
    /// The clause it rests on.
    pub cite: Option<String>,
    /// What it asks, in Chinese.
    pub zh: String,
    /// What it asks, in English.
    pub en: String,
    /// The answers it hangs on, as they stand in the profile.
    pub used: BTreeMap<String, serde_json::Value>,
    /// For a condition on each entry: for how many it holds.
    pub counted: Option<Count>,
    /// For a condition on each entry: how many there are.
    pub entries: Option<Count>,
    /// What would decide it, or spare the office.
    pub missing: Vec<MissingPiece>,
}

/// Something that would have to be known: one of the first five keys, and why it is not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MissingPiece {
    /// A fact.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fact: Option<String>,
    /// A list; with `entry` and `fact`, a fact of one of its entries.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub list: Option<String>,
    /// An entry of the list.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entry: Option<String>,
    /// A support of which it is not known whether it was received before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub had: Option<String>,
    /// A dated figure.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parameter: Option<String>,
    /// Another policy's rule.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub policy: Option<String>,
    /// `not-asked`, `dont-know`, `not-published`, `not-computable`.
    pub why: Why,
}

/// Why something is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// It was not asked yet.
    NotAsked,
    /// "Don't know", or only a range.
    DontKnow,
    /// The office has not put it out, or the pack does not have it.
    NotPublished,
    /// It cannot be reckoned.
    NotComputable,
}

/// A time in which one can apply; `null` where the rule names no day or the day does not apply.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Window {
    /// The first day.
    pub opens: Option<Day>,
    /// The last day.
    pub closes: Option<Day>,
}

/// How one entry stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct EntryStanding {
    /// The list.
    pub list: String,
    /// The entry.
    pub id: String,
    /// `met`, `unmet`, `unknown`, `officer`, `other-edition`, `not-yet`.
    pub outcome: String,
    /// The conditions it does not meet.
    pub unmet: Vec<String>,
}

/// What else is to be told.
#[derive(Debug, Clone, Copy, Default)]
pub struct Also {
    /// Policies without an edition to answer with.
    pub all: bool,
    /// The standing of each entry, and what each brings to a sum over people.
    pub entries: bool,
}

/// An assessment as the command line prints it, with what is chosen of supports that exclude each other.
pub fn assessment(
    catalog: &Catalog,
    profile: &Profile,
    assessment: &eligibility::Assessment,
    choices: &BTreeSet<Choice>,
    also: Also,
) -> Assessment {
    let as_of = assessment.as_of;
    let judged = assessment
        .results
        .iter()
        .map(|it| PolicyAnswer::Judged(Box::new(judged(catalog, profile, it, as_of, also))));
    let withheld =
        assessment.withheld.iter().filter(|_| also.all).map(|it| PolicyAnswer::Withheld(self::withheld(it)));
    let mut results: Vec<PolicyAnswer> = judged.chain(withheld).collect();
    // The sort is stable: editions of one policy stay in their order.
    results.sort_by(|a, b| a.policy().cmp(b.policy()));
    let clashes = eligibility::clashes(catalog, assessment, profile, choices);
    let one_more = eligibility::one_more(catalog, profile, assessment);
    let timeline = eligibility::timeline(catalog, assessment, profile);
    Assessment {
        id: None,
        as_of: as_of.to_string(),
        pack: pack(catalog),
        results,
        sums: advice::sums(catalog, assessment, profile, choices),
        combinations: clashes.iter().map(|it| advice::combination(catalog, profile, it)).collect(),
        one_more: one_more.iter().map(|it| advice::one_more(catalog, it)).collect(),
        changes: timeline.iter().map(advice::change).collect(),
    }
}

impl PolicyAnswer {
    fn policy(&self) -> &str {
        match self {
            PolicyAnswer::Judged(it) => &it.policy,
            PolicyAnswer::Withheld(it) => &it.policy,
        }
    }
}

/// Which pack.
pub fn pack(catalog: &Catalog) -> PackId {
    let id = catalog.pack.id.as_ref().map(ToString::to_string).unwrap_or_default();
    PackId { id, version: catalog.pack.version.clone() }
}

fn withheld(it: &eligibility::Withheld) -> Withheld {
    let verdict = match it.lapse {
        Lapse::Lapsed => WithheldVerdict::Lapsed,
        Lapse::NotYet => WithheldVerdict::NotYet,
    };
    Withheld { policy: it.policy.to_string(), edition: it.edition.to_string(), verdict }
}

fn judged(catalog: &Catalog, profile: &Profile, result: &PolicyResult, as_of: Date, also: Also) -> Judged {
    let edition = edition_of(catalog, result);
    let officer = result.findings.iter().filter(|it| it.outcome == eligibility::ConditionOutcome::Officer);
    Judged {
        policy: result.policy.to_string(),
        edition: result.edition.to_string(),
        verdict: result.verdict.into(),
        status: result.status.into(),
        last_seen: result.last_seen.map(|it| it.to_string()),
        to_confirm: result.to_confirm,
        automatic: result.automatic,
        officer: officer.map(|it| it.condition.to_string()).collect(),
        conditions: result.findings.iter().map(|it| condition(catalog, profile, edition, it)).collect(),
        missing: pieces(catalog, &result.missing),
        amounts: edition.map(|it| amounts(catalog, it, profile, result, as_of, also)).unwrap_or_default(),
        eligible_from: result.eligible_from.map(days),
        windows: result
            .windows
            .iter()
            .map(|it| Window { opens: it.opens.and_then(day), closes: it.closes.and_then(day) })
            .collect(),
        counted: result.counted.map(count),
        entries: also.entries.then(|| result.standings.iter().map(|it| standing(catalog, it)).collect()),
    }
}

fn condition(
    catalog: &Catalog,
    profile: &Profile,
    edition: Option<&Edition>,
    finding: &Finding,
) -> Condition {
    let answers = finding.used.iter().filter_map(|it| {
        let answer = profile.answers.get(it)?;
        Some((catalog.fact(*it).id.to_string(), write_answer(&catalog.options, answer)))
    });
    let list = edition.and_then(|it| it.rule.for_each);
    let n_entries = list.and_then(|it| profile.lists.get(&it)).map(in_all);
    Condition {
        id: finding.condition.to_string(),
        outcome: finding.outcome.into(),
        cite: finding.cite.as_ref().map(ToString::to_string),
        zh: finding.label.zh.clone(),
        en: finding.label.en.clone(),
        used: answers.collect(),
        counted: finding.counted.map(count),
        entries: finding.counted.map(|_| n_entries.map_or(Count::Between { min: Some(0), max: None }, count)),
        missing: pieces(catalog, &finding.missing),
    }
}

/// The edition that a result is about.
fn edition_of<'c>(catalog: &'c Catalog, result: &PolicyResult) -> Option<&'c Edition> {
    let policy = catalog.policy(result.policy.as_str()).ok()?;
    policy.editions.iter().find(|it| it.id == result.edition)
}

fn pieces(catalog: &Catalog, missing: &[Missing]) -> Vec<MissingPiece> {
    missing.iter().map(|it| piece(catalog, it)).collect()
}

/// Something that would have to be known, by its names.
pub fn piece(catalog: &Catalog, missing: &Missing) -> MissingPiece {
    let why = match missing.cause {
        Cause::NotAsked => Why::NotAsked,
        Cause::DontKnow => Why::DontKnow,
        Cause::NotPublished => Why::NotPublished,
        Cause::NotComputable => Why::NotComputable,
    };
    let nothing =
        MissingPiece { fact: None, list: None, entry: None, had: None, parameter: None, policy: None, why };
    let fact = |fact: &policy::FactRef| Some(catalog.fact(*fact).id.to_string());
    let list = |list: &policy::ListRef| Some(catalog.list(*list).id.to_string());
    match &missing.subject {
        Subject::Fact(it) => MissingPiece { fact: fact(it), ..nothing },
        Subject::EntryFact(of, entry, it) => {
            MissingPiece { list: list(of), entry: Some(entry.to_string()), fact: fact(it), ..nothing }
        }
        Subject::List(it) => MissingPiece { list: list(it), ..nothing },
        Subject::Had(it) => MissingPiece { had: Some(it.to_string()), ..nothing },
        Subject::Parameter(it) => {
            MissingPiece { parameter: Some(catalog.parameter(*it).id.to_string()), ..nothing }
        }
        Subject::Policy(it) => MissingPiece { policy: Some(it.to_string()), ..nothing },
    }
}

fn standing(catalog: &Catalog, standing: &eligibility::Standing) -> EntryStanding {
    let outcome = match standing.outcome {
        StandingOutcome::Met => "met",
        StandingOutcome::Unmet => "unmet",
        StandingOutcome::Unknown => "unknown",
        StandingOutcome::Officer => "officer",
        StandingOutcome::OtherEdition => "other-edition",
        StandingOutcome::NotYet => "not-yet",
    };
    EntryStanding {
        list: catalog.list(standing.list).id.to_string(),
        id: standing.entry.to_string(),
        outcome: outcome.to_owned(),
        unmet: standing.unmet.iter().map(ToString::to_string).collect(),
    }
}
