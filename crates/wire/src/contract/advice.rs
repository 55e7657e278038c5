//! What to make of the results: what all bring together, what cannot be had together, what one more person would bring, what
//! comes when.

use std::collections::BTreeSet;

use eligibility::{Choice, Purse};
use policy::{Catalog, Id, PolicyId, Profile};
use schemars::JsonSchema;
use serde::Serialize;

use super::{
    amount::{self, kind, per, unit},
    figures::{Day, Range, day, high, low, some_day, sum},
    working::{Working, working},
};
use crate::Verdict;

/// What all supports bring of one kind of money in the best use; unlike kinds are never added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Sums {
    /// Which kind.
    pub money: MoneyKind,
    /// At least, of what one is eligible for, its status proved.
    pub certain: String,
    /// At least, on top of that: with what one is eligible for and whose status is to be confirmed.
    pub to_confirm: String,
    /// At most, on top of both: upper ends, and all that may still open; `null` where there is no bound.
    pub possible: Option<String>,
}

/// Kinds of money.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum MoneyKind {
    /// Grants and reimbursements.
    Grants,
    /// Tax not paid.
    TaxRelief,
    /// Interest paid by others.
    Interest,
    /// Money lent.
    Loans,
    /// What is worth so much and is no money.
    Services,
}

/// Supports that exclude each other or draw from one source, and their best use.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Combination {
    /// Who serves what and what it comes to, in Chinese.
    pub zh: String,
    /// The same in English.
    pub en: String,
    /// What is given up or not certain, in both languages; may be empty.
    pub note: Note,
    /// The supports one is eligible for, in the order of the results.
    pub members: Vec<Member>,
    /// What this use brings in all: grants, reimbursements, tax and interest saved.
    pub total: Range<String>,
    /// What the best use would bring; more than `total` only where `--prefer` asked for another.
    pub best: Range<String>,
    /// No use brings more than this, as far as sums are certain.
    pub bound: String,
    /// `best`: nothing was chosen; `preferred`: the best use with what `--prefer` chose; `impossible`: what it chose cannot be
    /// had together, and this is the best use.
    pub chosen: Chosen,
    /// Whether all uses were gone through and no other can bring more; else it is the best that was found.
    pub exact: bool,
    /// Whether a sum is reckoned for all people at once and could not be taken apart: somebody may be in two of them.
    pub lumped: bool,
    /// What several of them draw from.
    pub shared: Vec<Shared>,
    /// What may open yet, and would have a part in it.
    pub joiners: Vec<Joiner>,
}

/// What became of a choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Chosen {
    /// Nothing was chosen.
    Best,
    /// It is kept to.
    Preferred,
    /// It cannot be had together.
    Impossible,
}

/// A text in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Note {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

/// One support of a combination.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Member {
    /// Which.
    pub policy: String,
    /// Its edition.
    pub edition: String,
    /// Whether it is taken, for the enterprise or for somebody.
    pub taken: bool,
    /// The entries that serve it; empty where it is not told person by person.
    pub entries: Vec<String>,
    /// The entries that count for it and serve another.
    pub given_up: Vec<String>,
    /// What it brings in this use, were it alone to draw from its source.
    pub brings: Range<String>,
    /// What it would bring alone.
    pub alone: Range<String>,
}

/// What several supports draw from: together they bring no more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Shared {
    /// Those that draw from it.
    pub by: Vec<String>,
    /// How much there is.
    pub holds: Range<String>,
    /// How that is reckoned.
    pub working: Working,
}

/// A support that may open yet and would have a part in a combination.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Joiner {
    /// Which.
    pub policy: String,
    /// Its edition.
    pub edition: String,
    /// `undetermined` or `upcoming`.
    pub verdict: Verdict,
    /// For upcoming: its first day.
    pub from: Option<Day>,
    /// What it may bring alone.
    pub alone: Range<String>,
    /// Whether the best use would take it, should it open and bring as much as it may.
    pub taken: bool,
    /// The supports of today of which the best use would then have less, or nothing.
    pub instead_of: Vec<String>,
    /// How much more the best use would then bring, at most; `null` where that has no bound.
    pub more: Option<String>,
}

/// What one more of a group the law supports would bring.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct OneMore {
    /// The group.
    pub group: String,
    /// What it is called, in Chinese.
    pub zh: String,
    /// What it is called, in English.
    pub en: String,
    /// What would open or grow; empty where nothing would.
    pub gains: Vec<Gain>,
}

/// A support that one more person would open or let grow.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Gain {
    /// Which.
    pub policy: String,
    /// The edition that the new one falls under.
    pub edition: String,
    /// The verdict without; `null` where that edition has no answer on the day of assessment.
    pub before: Option<Verdict>,
    /// The verdict with one more.
    pub after: Verdict,
    /// From when, where it takes time.
    pub from: Option<Day>,
    /// What comes on top.
    pub amounts: Vec<GainedAmount>,
    /// Those of the other gains that the same person cannot bring as well.
    pub instead_of: Vec<String>,
}

/// What comes on top with one more person; the keys are those of an amount.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct GainedAmount {
    /// Names it within the rule.
    pub id: String,
    /// What kind of thing it is.
    pub kind: String,
    /// At least this much each time.
    pub low: Option<String>,
    /// At most this much each time.
    pub high: Option<String>,
    /// Whether `high` is a ceiling.
    pub up_to: bool,
    /// `CNY`, or what it is told in.
    pub unit: String,
    /// `once`, `month`, `year`.
    pub per: String,
    /// Until which day it runs.
    pub until: Option<Day>,
    /// The whole over its length, at least.
    pub total_low: Option<String>,
    /// The whole over its length, at most.
    pub total_high: Option<String>,
    /// What remains, at least.
    pub remaining_low: Option<String>,
    /// What remains, at most.
    pub remaining_high: Option<String>,
    /// How it is reckoned, for what one person brings.
    pub working: Option<Working>,
}

/// Something that happens on a day to come if nothing but time passes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Change {
    /// The day, or the first and last possible one.
    pub on: Day,
    /// To which support.
    pub policy: String,
    /// In which edition.
    pub edition: String,
    /// What happens.
    pub what: Happening,
    /// For `ends` and `entry-ends`: the amount.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<String>,
    /// For `counts-from` and `entry-ends`: the entry of the rule's list.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entry: Option<String>,
}

/// What happens on a day to come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Happening {
    /// One becomes eligible.
    Opens,
    /// A window of application opens.
    WindowOpens,
    /// The last day to apply.
    WindowCloses,
    /// An amount runs until that day.
    Ends,
    /// An entry begins to count.
    CountsFrom,
    /// What an entry brings ends.
    EntryEnds,
}

pub(super) fn sums(
    catalog: &Catalog,
    assessment: &eligibility::Assessment,
    profile: &Profile,
    choices: &BTreeSet<Choice>,
) -> Vec<Sums> {
    let sums = eligibility::sums(catalog, assessment, profile, choices);
    let exactly = |it| sum(policy::Interval::exactly(it));
    let tell = |(purse, sums): (Purse, eligibility::Sums)| Sums {
        money: money_kind(purse),
        certain: exactly(sums.certain).low.unwrap_or_default(),
        to_confirm: exactly(sums.to_confirm).low.unwrap_or_default(),
        possible: exactly(sums.possible).high.filter(|_| !sums.unbounded),
    };
    sums.into_iter().map(tell).collect()
}

fn money_kind(purse: Purse) -> MoneyKind {
    match purse {
        Purse::Grants => MoneyKind::Grants,
        Purse::TaxRelief => MoneyKind::TaxRelief,
        Purse::Interest => MoneyKind::Interest,
        Purse::Loans => MoneyKind::Loans,
        Purse::Services => MoneyKind::Services,
    }
}

pub(super) fn combination(catalog: &Catalog, profile: &Profile, clash: &eligibility::Clash) -> Combination {
    let said = desk::words::clash(catalog, profile, clash);
    Combination {
        zh: said.sentence.zh,
        en: said.sentence.en,
        note: Note { zh: said.note.zh, en: said.note.en },
        members: clash.members.iter().map(member).collect(),
        total: sum(clash.total),
        best: sum(clash.best),
        bound: sum(policy::Interval::exactly(clash.bound)).high.unwrap_or_default(),
        chosen: chosen(clash.chosen),
        exact: clash.exact,
        lumped: clash.lumped,
        shared: clash.shared.iter().map(|it| shared(catalog, it)).collect(),
        joiners: clash.joiners.iter().map(joiner).collect(),
    }
}

fn chosen(chosen: eligibility::Chosen) -> Chosen {
    match chosen {
        eligibility::Chosen::Best => Chosen::Best,
        eligibility::Chosen::Preferred => Chosen::Preferred,
        eligibility::Chosen::Impossible => Chosen::Impossible,
    }
}

fn member(member: &eligibility::Member) -> Member {
    let ids = |all: &[Id]| all.iter().map(ToString::to_string).collect();
    Member {
        policy: member.policy.to_string(),
        edition: member.edition.to_string(),
        taken: member.taken,
        entries: ids(&member.entries),
        given_up: ids(&member.given_up),
        brings: sum(member.brings),
        alone: sum(member.alone),
    }
}

fn shared(catalog: &Catalog, shared: &eligibility::Shared) -> Shared {
    Shared { by: names(&shared.by), holds: sum(shared.holds), working: working(catalog, &shared.working) }
}

fn joiner(joiner: &eligibility::Joiner) -> Joiner {
    Joiner {
        policy: joiner.policy.to_string(),
        edition: joiner.edition.to_string(),
        verdict: joiner.verdict.into(),
        from: joiner.from.map(some_day),
        alone: sum(joiner.alone),
        taken: joiner.taken,
        instead_of: names(&joiner.instead_of),
        more: joiner.more.and_then(|it| sum(policy::Interval::exactly(it)).high),
    }
}

fn names(policies: &[PolicyId]) -> Vec<String> {
    policies.iter().map(ToString::to_string).collect()
}

pub(super) fn one_more(catalog: &Catalog, it: &eligibility::OneMore) -> OneMore {
    let group = catalog.groups.iter().find(|of| of.id == it.group);
    let label = group.map(|it| it.label.clone()).unwrap_or_default();
    OneMore {
        group: it.group.to_string(),
        zh: label.zh,
        en: label.en,
        gains: it.gains.iter().map(|it| gain(catalog, it)).collect(),
    }
}

fn gain(catalog: &Catalog, gain: &eligibility::Gain) -> Gain {
    Gain {
        policy: gain.policy.to_string(),
        edition: gain.edition.to_string(),
        before: gain.before.map(Into::into),
        after: gain.after.into(),
        from: gain.from.map(some_day),
        amounts: gain.amounts.iter().map(|it| gained(catalog, it)).collect(),
        instead_of: names(&gain.instead_of),
    }
}

fn gained(catalog: &Catalog, gained: &eligibility::GainedAmount) -> GainedAmount {
    let totals = amount::Sums::of(gained.totals);
    GainedAmount {
        id: gained.id.to_string(),
        kind: kind(gained.kind).to_owned(),
        low: low(Some(gained.value)),
        high: high(Some(gained.value)),
        up_to: gained.up_to,
        unit: unit(&gained.unit),
        per: per(gained.per).to_owned(),
        until: gained.until.and_then(day),
        total_low: totals.total_low,
        total_high: totals.total_high,
        remaining_low: totals.remaining_low,
        remaining_high: totals.remaining_high,
        working: gained.working.as_ref().map(|it| working(catalog, it)),
    }
}

pub(super) fn change(event: &eligibility::Event) -> Change {
    use eligibility::Happening as Happens;
    let (what, amount, entry) = match &event.what {
        Happens::Opens => (Happening::Opens, None, None),
        Happens::WindowOpens => (Happening::WindowOpens, None, None),
        Happens::WindowCloses => (Happening::WindowCloses, None, None),
        Happens::Ends { amount } => (Happening::Ends, Some(amount), None),
        Happens::CountsFrom { entry } => (Happening::CountsFrom, None, Some(entry)),
        Happens::EntryEnds { entry, amount } => (Happening::EntryEnds, Some(amount), Some(entry)),
    };
    Change {
        on: some_day(event.on),
        policy: event.policy.to_string(),
        edition: event.edition.to_string(),
        what,
        amount: amount.map(ToString::to_string),
        entry: entry.map(ToString::to_string),
    }
}
