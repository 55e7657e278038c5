//! What one gets, how it is reckoned, and what each person brings.

use eligibility::{AmountResult, PolicyResult, Totals};
use policy::{Catalog, Date, Edition, Interval, Number, Profile};
use schemars::JsonSchema;
use serde::Serialize;

use super::{
    Also, MissingPiece,
    figures::{Count, Day, count, day, high, low},
    pieces,
    working::{Working, working},
};

/// What one gets. Sums are strings of decimals to the fen, the low end rounded down and the high end up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Amount {
    /// Names it within the rule.
    pub id: String,
    /// `grant`, `reimbursement`, `tax-relief`, `loan`, `interest-subsidy`, `service`.
    pub kind: String,
    /// At least this much each time.
    pub low: Option<String>,
    /// At most this much each time.
    pub high: Option<String>,
    /// Whether `high` is a ceiling: whoever grants it gives anything up to it, whatever is answered.
    pub up_to: bool,
    /// `CNY`, or what it is told in.
    pub unit: String,
    /// `once`, `month`, `year`.
    pub per: String,
    /// From which day it runs.
    pub from: Option<Day>,
    /// Until which day it runs.
    pub until: Option<Day>,
    /// For how many months it runs.
    pub for_months: Option<Count>,
    /// The whole over its length, at least.
    pub total_low: Option<String>,
    /// The whole over its length, at most.
    pub total_high: Option<String>,
    /// What remains from the day of assessment (or the first day), at least.
    pub remaining_low: Option<String>,
    /// What remains, at most.
    pub remaining_high: Option<String>,
    /// How it is reckoned for the enterprise; `null` where no figure is published, and for a sum over people (see `shares`).
    pub working: Option<Working>,
    /// With `--entries`, for a sum over people: what each entry brings that counts, or may.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shares: Option<Vec<Share>>,
    /// What would narrow it.
    pub missing: Vec<MissingPiece>,
}

/// What one entry brings to a sum over people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Share {
    /// Which entry of the rule's list.
    pub entry: String,
    /// How many of those it stands for count.
    pub counted: Count,
    /// At least this much each time for one of them.
    pub low: Option<String>,
    /// At most this much each time for one of them.
    pub high: Option<String>,
    /// How that is reckoned.
    pub working: Working,
    /// From which day it runs.
    pub from: Option<Day>,
    /// Until which day it runs.
    pub until: Option<Day>,
    /// The whole over its length for all of them, at least.
    pub total_low: Option<String>,
    /// The whole over its length, at most.
    pub total_high: Option<String>,
    /// What remains from the day of assessment (or the first day), at least.
    pub remaining_low: Option<String>,
    /// What remains, at most.
    pub remaining_high: Option<String>,
}

/// The amounts of a policy, as its result tells them.
pub(super) fn amounts(
    catalog: &Catalog,
    edition: &Edition,
    profile: &Profile,
    result: &PolicyResult,
    as_of: Date,
    also: Also,
) -> Vec<Amount> {
    if result.amounts.is_empty() {
        return Vec::new();
    }
    let on = result.reckoned_on(as_of);
    let is_over_people = also.entries && edition.rule.for_each.is_some();
    let shares = is_over_people.then(|| eligibility::shares(catalog, edition, profile, as_of, on));
    let tell = |it: &AmountResult| {
        let of_rule = edition.rule.amounts.iter().find(|of| of.id == it.id);
        let reckoned = of_rule.and_then(|of| eligibility::working(catalog, edition, of, profile, as_of, on));
        let is_sum = of_rule.is_some_and(|it| matches!(it.value, Some(policy::AmountValue::Each(_))));
        let shares = shares.iter().flatten().filter(|of| of.amount == it.id);
        Amount {
            working: reckoned.map(|it| working(catalog, &it)),
            shares: (is_over_people && is_sum).then(|| shares.map(|it| share(catalog, it)).collect()),
            ..bare(catalog, it)
        }
    };
    result.amounts.iter().map(tell).collect()
}

/// An amount without its arithmetic.
fn bare(catalog: &Catalog, result: &AmountResult) -> Amount {
    let totals = Sums::of(result.totals);
    Amount {
        id: result.id.to_string(),
        kind: kind(result.kind).to_owned(),
        low: low(result.value),
        high: high(result.value),
        up_to: result.up_to,
        unit: unit(&result.unit),
        per: per(result.per).to_owned(),
        from: result.from.and_then(day),
        until: result.until.and_then(day),
        for_months: result.for_months.map(count),
        total_low: totals.total_low,
        total_high: totals.total_high,
        remaining_low: totals.remaining_low,
        remaining_high: totals.remaining_high,
        working: None,
        shares: None,
        missing: pieces(catalog, &result.missing),
    }
}

fn share(catalog: &Catalog, share: &eligibility::Share) -> Share {
    let totals = Sums::of(share.totals);
    Share {
        entry: share.entry.to_string(),
        counted: count(share.counted),
        low: low(Some(share.value)),
        high: high(Some(share.value)),
        working: working(catalog, &share.working),
        from: share.from.and_then(day),
        until: share.until.and_then(day),
        total_low: totals.total_low,
        total_high: totals.total_high,
        remaining_low: totals.remaining_low,
        remaining_high: totals.remaining_high,
    }
}

/// What comes in all, and what remains.
pub(super) struct Sums {
    pub(super) total_low: Option<String>,
    pub(super) total_high: Option<String>,
    pub(super) remaining_low: Option<String>,
    pub(super) remaining_high: Option<String>,
}

impl Sums {
    pub(super) fn of(totals: Totals) -> Sums {
        let ends = |it: Option<Interval<Number>>| (low(it), high(it));
        let ((total_low, total_high), (remaining_low, remaining_high)) =
            (ends(totals.whole), ends(totals.remaining));
        Sums { total_low, total_high, remaining_low, remaining_high }
    }
}

pub(super) fn unit(unit: &policy::Unit) -> String {
    match unit {
        policy::Unit::Cny => "CNY".to_owned(),
        policy::Unit::Other(unit) => unit.clone(),
    }
}

pub(super) fn kind(kind: policy::AmountKind) -> &'static str {
    match kind {
        policy::AmountKind::Grant => "grant",
        policy::AmountKind::Reimbursement => "reimbursement",
        policy::AmountKind::TaxRelief => "tax-relief",
        policy::AmountKind::Loan => "loan",
        policy::AmountKind::InterestSubsidy => "interest-subsidy",
        policy::AmountKind::Service => "service",
    }
}

pub(super) fn per(per: policy::Per) -> &'static str {
    match per {
        policy::Per::Once => "once",
        policy::Per::Month => "month",
        policy::Per::Year => "year",
    }
}
