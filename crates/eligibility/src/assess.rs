//! From a profile and a day to the results of a whole pack.

use std::collections::BTreeSet;

use policy::{
    Catalog, Channel, Condition, Date, Edition, FactRef, Id, Interval, ListRef, Number, Policy, Possible,
    Profile, StatusValue, Test, Text,
    truth::{Answered, Outcomes},
};

use crate::{
    Assessment, ConditionOutcome, Finding, Lapse, Missing, PolicyResult, Standing, StandingOutcome, Verdict,
    WindowResult, Withheld,
    amount::{self, Ahead, Occasions},
    cores::by_all_cores,
    entries::is_there,
    explain, future,
    memo::Memo,
    numbers,
    people::{self, Row},
    rule::{days_of, is_vague, picks_by_entry},
    split::each_uses,
    told::Told,
    verdict::{self, Ruling},
    world::World,
};

/// For how long what was last seen is taken as still so.
const FRESH_MONTHS: i64 = 12;

/// Judges every policy of a pack.
pub fn assess(catalog: &Catalog, profile: &Profile, as_of: Date) -> Assessment {
    assess_only(catalog, profile, as_of, |_| true)
}

/// Judges those policies of a pack that are wanted, as [`assess`] would; the others are looked at where rules mention them.
pub fn assess_only(
    catalog: &Catalog,
    profile: &Profile,
    as_of: Date,
    wanted: impl Fn(&Policy) -> bool,
) -> Assessment {
    let policies: Vec<&Policy> = catalog.policies.iter().filter(|it| wanted(it)).collect();
    let told = Told::of(catalog, profile, as_of);
    let alive: Vec<&Edition> = policies
        .iter()
        .flat_map(|policy| policy.editions.iter().filter(|it| days_of(policy, it).contains(as_of)))
        .collect();
    let tables = people::tables(catalog, profile, &told, as_of, &alive);
    let judged = by_all_cores(
        &policies,
        |it| n_looks(profile, it),
        |mine| {
            let memo = Memo::new(catalog);
            let world = World::new(catalog, profile, &told, as_of, &memo).knowing(&tables);
            mine.map(|it| assess_one(&world, it)).collect()
        },
    );
    in_order(as_of, judged)
}

/// How often one looks at somebody to judge a policy.
fn n_looks(profile: &Profile, policy: &Policy) -> usize {
    let n_looks = |edition: &Edition| {
        let entries = profile.lists.get(&edition.rule.for_each?)?;
        Some(entries.entries.len() * (edition.rule.each.len() + edition.rule.amounts.len()))
    };
    policy.editions.iter().filter_map(n_looks).sum()
}

/// Judges some policies of a pack, one after the other.
pub(crate) fn assess_some(world: &World<'_>, policies: &[&Policy]) -> Assessment {
    in_order(world.today, policies.iter().map(|it| assess_one(world, it)))
}

/// What the editions of one policy that answer come to, or why none does.
type Judged = Result<Vec<PolicyResult>, Option<Withheld>>;

fn assess_one(world: &World<'_>, policy: &Policy) -> Judged {
    let editions = answering(world, policy)?;
    Ok(editions.into_iter().map(|it| judged(world, policy, it)).collect())
}

fn in_order(as_of: Date, all: impl IntoIterator<Item = Judged>) -> Assessment {
    let mut assessment = Assessment { as_of, results: Vec::new(), withheld: Vec::new() };
    for judged in all {
        match judged {
            Ok(results) => assessment.results.extend(results),
            Err(withheld) => assessment.withheld.extend(withheld),
        }
    }
    assessment
}

/// Judges one edition of one policy, whether or not it is the one that answers on that day.
///
/// Every condition is judged, even after one has failed: the reader is owed the whole list.
pub fn judge(
    catalog: &Catalog,
    policy: &Policy,
    edition: &Edition,
    profile: &Profile,
    as_of: Date,
) -> PolicyResult {
    in_world(catalog, profile, as_of, |world| judged(world, policy, edition))
}

/// Looks at a profile on a day, with what its answers imply.
pub(crate) fn in_world<T>(
    catalog: &Catalog,
    profile: &Profile,
    as_of: Date,
    look: impl FnOnce(&World<'_>) -> T,
) -> T {
    let told = Told::of(catalog, profile, as_of);
    let memo = Memo::new(catalog);
    look(&World::new(catalog, profile, &told, as_of, &memo))
}

fn judged(world: &World<'_>, policy: &Policy, edition: &Edition) -> PolicyResult {
    let ruling = verdict::rule(world, policy, edition);
    let findings = findings(world, edition);
    let status = standing_of(edition, world.today);
    PolicyResult {
        policy: policy.id.clone(),
        edition: edition.id.clone(),
        verdict: ruling.verdict,
        status: status.value,
        last_seen: status.last_seen,
        to_confirm: status.to_confirm,
        missing: missing(world, edition, ruling, &findings),
        findings,
        amounts: amounts(world, policy, edition, ruling),
        eligible_from: ruling.from,
        windows: windows(world, edition),
        counted: edition.rule.for_each.map(|it| world.counted(edition, it)),
        standings: edition.rule.for_each.map_or(Vec::new(), |it| standings(world, edition, it)),
        automatic: !edition.places.is_empty()
            && edition.places.iter().all(|it| it.channel == Channel::Automatic),
    }
}

/// Whether a test holds for a profile; for the pack's `never` tests.
pub fn holds(catalog: &Catalog, test: &Test, profile: &Profile, as_of: Date) -> Outcomes {
    in_world(catalog, profile, as_of, |world| world.test(test))
}

/// Whether a fact applies to the first entry of a list: whether its question is worth showing in the entry's form.
pub fn applies(catalog: &Catalog, fact: FactRef, list: ListRef, profile: &Profile, as_of: Date) -> Outcomes {
    in_world(catalog, profile, as_of, |world| world.at(list, 0).reading(fact).applies)
}

/// The editions that answer on a day, or why none does.
fn answering<'p>(world: &World<'_>, policy: &'p Policy) -> Result<Vec<&'p Edition>, Option<Withheld>> {
    let as_of = world.today;
    let alive: Vec<&Edition> = policy
        .editions
        .iter()
        .filter(|it| days_of(policy, it).contains(as_of) && outlives(world, it))
        .collect();
    let by_event = alive.iter().any(|it| it.valid.by.is_some());
    if !by_event {
        // By day, the edition that began last.
        return alive.last().map(|it| vec![*it]).ok_or_else(|| withheld(policy, as_of));
    }
    let fallen_into: Vec<&Edition> =
        alive.iter().copied().filter(|it| somebody_falls_in(world, it)).collect();
    if !fallen_into.is_empty() {
        return Ok(fallen_into);
    }
    let in_force = alive.iter().rev().find(|it| it.valid.to.is_none_or(|to| as_of <= to));
    in_force.or(alive.last()).map(|it| vec![*it]).ok_or_else(|| withheld(policy, as_of))
}

/// An edition picked by an event, past its last day, lives on until its windows close.
fn outlives(world: &World<'_>, edition: &Edition) -> bool {
    let over = edition.valid.by.is_some() && edition.valid.to.is_some_and(|to| to < world.first_day());
    if !over || edition.rule.windows.is_empty() {
        return true;
    }
    let still_open = |closes: &policy::Formula<policy::Day>| {
        let today = Possible::within(world.as_of);
        !numbers::compare(today, world.day(&closes.tree), numbers::at_most).is_no()
    };
    edition.rule.windows.iter().any(|it| it.closes.as_ref().is_none_or(still_open))
}

/// Whether the event of some entry (or of the enterprise) is known enough to point to this edition.
fn somebody_falls_in(world: &World<'_>, edition: &Edition) -> bool {
    match edition.rule.for_each.filter(|_| picks_by_entry(world, edition)) {
        Some(list) => {
            let people = world.people(edition, list);
            let falls_in = |at: &World<'_>| people.row(at.place).is_some_and(|it| !it.under.is_no());
            world.each(list).any(|(at, entry)| {
                falls_in(&at) && !is_there(entry).is_no() && is_told(&at, edition.valid.by)
            })
        }
        None => is_told(world, edition.valid.by) && !world.is_of_edition(edition).is_no(),
    }
}

/// Whether anything at all was said of the event.
fn is_told(world: &World<'_>, by: Option<FactRef>) -> bool {
    by.is_none_or(|it| matches!(world.answer(world.slot(it)), Some(policy::Answer::Known(_))))
}

fn withheld(policy: &Policy, as_of: Date) -> Option<Withheld> {
    let begun = policy.editions.iter().rev().find(|it| it.valid.from <= as_of);
    let lapse = if begun.is_some() { Lapse::Lapsed } else { Lapse::NotYet };
    let edition = begun.or(policy.editions.first())?;
    Some(Withheld { policy: policy.id.clone(), edition: edition.id.clone(), lapse })
}

/// What is known of an edition's standing on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EditionStanding {
    /// In force, expired, superseded, unknown.
    pub value: StatusValue,
    /// The last day it was seen in force, where it may have changed since.
    pub last_seen: Option<Date>,
    /// Whether its money counts as to be confirmed.
    pub to_confirm: bool,
}

/// What is known of an edition's standing on a day: a word of a later day says nothing about it.
pub fn standing_of(edition: &Edition, as_of: Date) -> EditionStanding {
    let in_its_time = edition.valid.from <= as_of && edition.valid.to.is_some_and(|to| as_of <= to);
    let over = edition.valid.to.is_some_and(|to| to < as_of) && edition.valid.by.is_none();
    let unknown = EditionStanding { value: StatusValue::Unknown, last_seen: None, to_confirm: true };
    let Some(status) = edition.status else { return unknown };
    if as_of < status.as_of {
        let certain = in_its_time && !is_vague_on(edition, as_of);
        return if certain {
            EditionStanding { value: StatusValue::InForce, last_seen: None, to_confirm: false }
        } else {
            unknown
        };
    }
    match status.value {
        StatusValue::InForce if over => {
            EditionStanding { value: StatusValue::Expired, last_seen: Some(status.as_of), to_confirm: false }
        }
        StatusValue::InForce => {
            let stale = status.as_of.add_months(FRESH_MONTHS) < as_of;
            EditionStanding {
                value: StatusValue::InForce,
                last_seen: stale.then_some(status.as_of),
                to_confirm: stale,
            }
        }
        value @ (StatusValue::Expired | StatusValue::Superseded) => {
            EditionStanding { value, last_seen: None, to_confirm: false }
        }
        StatusValue::Unknown => EditionStanding { last_seen: Some(status.as_of), ..unknown },
    }
}

/// Whether the day lies in the year of which the first day is not known.
fn is_vague_on(edition: &Edition, as_of: Date) -> bool {
    is_vague(edition.valid.precision) && as_of < edition.valid.from.add_months(12)
}

fn findings(world: &World<'_>, edition: &Edition) -> Vec<Finding> {
    let rule = &edition.rule;
    let of_all = rule.conditions.iter().map(|it| of_enterprise(world, it));
    let of_each = rule.for_each.into_iter().flat_map(|list| (0..rule.each.len()).map(move |at| (list, at)));
    let of_each = of_each.map(|(list, at)| of_people(world, edition, list, at));
    let somebody = rule.for_each.map(|list| somebody(world, edition, list));
    let event = event(world, edition);
    of_all.chain(of_each).chain(event).chain(somebody).collect()
}

fn of_enterprise(world: &World<'_>, condition: &Condition) -> Finding {
    let outcome = outcome(world.requirement_decided(&condition.requirement));
    Finding {
        condition: condition.id.clone(),
        label: condition.label.clone(),
        cite: condition.cite.clone(),
        outcome,
        of_each: false,
        counted: None,
        used: used(world, condition),
        missing: missing_for(outcome, || explain::condition(world, &condition.requirement)),
    }
}

fn of_people(world: &World<'_>, edition: &Edition, list: ListRef, at: usize) -> Finding {
    let condition = &edition.rule.each[at];
    let outcome = outcome(world.each_condition(edition, list, at));
    Finding {
        condition: condition.id.clone(),
        label: condition.label.clone(),
        cite: condition.cite.clone(),
        outcome,
        of_each: true,
        counted: Some(world.counted_for(edition, list, at)),
        used: used(world, condition),
        missing: missing_for(outcome, || explain::condition_of_each(world, edition, list, at)),
    }
}

/// The condition that a rule over people implies.
fn somebody(world: &World<'_>, edition: &Edition, list: ListRef) -> Finding {
    let outcome = outcome(world.somebody(edition, list));
    implied(
        "somebody",
        "至少有一个人符合",
        "At least one person counts",
        outcome,
        Some(world.counted(edition, list)),
    )
    .with_missing(missing_for(outcome, || explain::somebody(world, edition, list)))
}

/// Where the enterprise's own event picks the edition and does not point to this one, that is said too.
fn event(world: &World<'_>, edition: &Edition) -> Option<Finding> {
    let by = edition.valid.by.filter(|_| !picks_by_entry(world, edition))?;
    let outcome = outcome(world.is_of_edition(edition).and(world.has_happened(edition)));
    if outcome == ConditionOutcome::Met {
        return None;
    }
    let mut finding =
        implied("in-edition", "属于这一版本的时间", "Falls within the time of this edition", outcome, None);
    finding.used.push(by);
    Some(finding)
}

fn implied(
    id: &str,
    zh: &str,
    en: &str,
    outcome: ConditionOutcome,
    counted: Option<Interval<Number>>,
) -> Finding {
    Finding {
        condition: id.parse().expect("the ids of implied conditions are well formed"),
        label: Text { zh: zh.to_owned(), en: en.to_owned() },
        cite: None,
        outcome,
        of_each: false,
        counted,
        used: Vec::new(),
        missing: Vec::new(),
    }
}

impl Finding {
    fn with_missing(self, missing: Vec<Missing>) -> Finding {
        Finding { missing, ..self }
    }
}

/// What may only become yes or officer counts as officer; what may still be no, and is not certainly, is unknown.
fn outcome(outcomes: Outcomes) -> ConditionOutcome {
    if outcomes.is_yes() {
        ConditionOutcome::Met
    } else if outcomes.is_no() {
        ConditionOutcome::Unmet
    } else if outcomes.is_open() && outcomes.may_be(Answered::Officer) {
        ConditionOutcome::Officer
    } else {
        ConditionOutcome::Unknown
    }
}

fn missing_for(outcome: ConditionOutcome, explain: impl FnOnce() -> BTreeSet<Missing>) -> Vec<Missing> {
    match outcome {
        ConditionOutcome::Met | ConditionOutcome::Unmet => Vec::new(),
        ConditionOutcome::Unknown | ConditionOutcome::Officer => explain().into_iter().collect(),
    }
}

/// The facts a condition hangs on, those left out that do not apply.
fn used(world: &World<'_>, condition: &Condition) -> Vec<FactRef> {
    let mut used = BTreeSet::new();
    each_uses(&condition.requirement, &mut |uses| used.extend(uses.facts.keys().copied()));
    used.into_iter()
        .filter(|it| world.slot(*it).place != world.place || !world.reading(*it).applies.is_no())
        .collect()
}

fn missing(world: &World<'_>, edition: &Edition, ruling: Ruling, findings: &[Finding]) -> Vec<Missing> {
    if ruling.verdict != Verdict::Undetermined {
        return Vec::new();
    }
    // The conditions of the enterprise come first, and were gone through already.
    let of_conditions = findings.iter().take(edition.rule.conditions.len()).flat_map(|it| &it.missing);
    let mut now = explain::beyond_conditions(world, edition);
    now.extend(of_conditions.cloned());
    if !now.is_empty() {
        return now.into_iter().collect();
    }
    // Decided for today; what hangs on it lies ahead.
    let ahead = explain::edition(&world.on(future::days_ahead(world)), edition);
    let missing = if ahead.is_empty() { explain::everything(world, edition) } else { ahead };
    missing.into_iter().collect()
}

fn amounts(
    world: &World<'_>,
    policy: &Policy,
    edition: &Edition,
    ruling: Ruling,
) -> Vec<crate::AmountResult> {
    let then = match ruling.verdict {
        Verdict::Eligible => *world,
        Verdict::Upcoming => world.on(ruling.from.unwrap_or(world.as_of)),
        Verdict::Undetermined => {
            let ahead = Ahead::of(*world, || future::days_open(world, policy, edition));
            return amount::amounts(world, edition, &Occasions::TodayOr(&ahead));
        }
        Verdict::Ineligible | Verdict::Missed => return Vec::new(),
    };
    amount::amounts(world, edition, &Occasions::On(&then))
}

fn windows(world: &World<'_>, edition: &Edition) -> Vec<WindowResult> {
    let day = |formula: &policy::Formula<policy::Day>| world.day(&formula.tree);
    let window = |it: &policy::Window| WindowResult {
        opens: it.opens.as_ref().map(day),
        closes: it.closes.as_ref().map(day),
        label: it.label.clone(),
        cite: it.cite.clone(),
    };
    edition.rule.windows.iter().map(window).collect()
}

fn standings(world: &World<'_>, edition: &Edition, list: ListRef) -> Vec<Standing> {
    let people = world.people(edition, list);
    let standing = |(at, entry): (World<'_>, &policy::Entry)| {
        let row = people.row(at.place);
        let conditions = edition.rule.each.iter().zip(row.into_iter().flat_map(|it| &it.conditions));
        let judged: Vec<(&Id, ConditionOutcome)> =
            conditions.map(|(it, holds)| (&it.id, outcome(*holds))).collect();
        let those = |sought: ConditionOutcome| {
            judged.iter().filter(|(_, it)| *it == sought).map(|(id, _)| (*id).clone()).collect()
        };
        Standing {
            list,
            entry: entry.id.clone(),
            outcome: stands(&at, edition, row),
            unmet: those(ConditionOutcome::Unmet),
            unknown: those(ConditionOutcome::Unknown),
            officer: those(ConditionOutcome::Officer),
        }
    };
    world.each(list).map(standing).collect()
}

fn stands(at: &World<'_>, edition: &Edition, row: Option<&Row>) -> StandingOutcome {
    let by_entry = picks_by_entry(at, edition);
    if by_entry && row.is_none_or(|it| it.under.is_no()) {
        return StandingOutcome::OtherEdition;
    }
    if by_entry && at.has_happened(edition).is_no() {
        return StandingOutcome::NotYet;
    }
    match outcome(row.map_or(Outcomes::NO, |it| it.counts)) {
        ConditionOutcome::Met => StandingOutcome::Met,
        ConditionOutcome::Unmet => StandingOutcome::Unmet,
        ConditionOutcome::Unknown => StandingOutcome::Unknown,
        ConditionOutcome::Officer => StandingOutcome::Officer,
    }
}
