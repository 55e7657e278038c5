//! What one more would bring: for each group the law supports, what would open and how much.

use policy::{
    Amount, AmountKind, AmountValue, Answer, Catalog, Date, DerivedValue, Edition, Entry, FactRef, Group, Id,
    Interval, ListRef, Number, Per, Policy, PolicyId, Possible, Profile, Unit, Uses, Value,
};

use crate::{
    AmountResult, Assessment, PolicyResult, Totals, Verdict, Working,
    amount::granted,
    assess::{assess_some, in_world},
    numbers,
    rivalry::against,
    share::{Share, counts_from, shares},
    split::each_uses,
    world::World,
};

/// What one more of a group would bring.
#[derive(Debug, Clone, PartialEq)]
pub struct OneMore {
    /// The group.
    pub group: Id,
    /// What would open or grow, in the order of the pack; empty where nothing would.
    pub gains: Vec<Gain>,
}

/// A support that would open or grow.
#[derive(Debug, Clone, PartialEq)]
pub struct Gain {
    /// Which.
    pub policy: PolicyId,
    /// The edition that the new one falls under.
    pub edition: Id,
    /// The verdict today, without; `None` where that edition has no answer today.
    pub before: Option<Verdict>,
    /// The verdict with one more.
    pub after: Verdict,
    /// From when, where it takes time.
    pub from: Option<Interval<Date>>,
    /// What comes on top.
    pub amounts: Vec<GainedAmount>,
    /// Those of the other gains that the same person cannot bring as well.
    pub instead_of: Vec<PolicyId>,
}

/// What comes on top.
#[derive(Debug, Clone, PartialEq)]
pub struct GainedAmount {
    /// The amount.
    pub id: Id,
    /// What kind of thing it is.
    pub kind: AmountKind,
    /// In what.
    pub unit: Unit,
    /// How often.
    pub per: Per,
    /// How much each time.
    pub value: Interval<Number>,
    /// Whether the upper end is a ceiling.
    pub up_to: bool,
    /// Until when it runs.
    pub until: Option<Possible<Date>>,
    /// In all.
    pub totals: Totals,
    /// How it comes about, for what one person brings.
    pub working: Option<Working>,
}

/// What one more of each group would bring on the day of assessment.
pub fn one_more(catalog: &Catalog, profile: &Profile, assessment: &Assessment) -> Vec<OneMore> {
    catalog.groups.iter().map(|it| of_group(catalog, profile, assessment, it)).collect()
}

fn of_group(catalog: &Catalog, profile: &Profile, assessment: &Assessment, group: &Group) -> OneMore {
    let as_of = assessment.as_of;
    let (with, idx) = joined(catalog, profile, as_of, group);
    let concerned =
        catalog.policies.iter().filter(|it| it.editions.iter().any(|it| is_about(catalog, it, group.list)));
    let mut gains: Vec<Gain> = in_world(catalog, &with, as_of, |world| {
        let of_policy = |policy| {
            let results = assess_some(world, &[policy]).results;
            let gain = |it| gain(catalog, policy, assessment, &it, &with, idx, group.list);
            results.into_iter().filter_map(gain).collect::<Vec<_>>()
        };
        concerned.flat_map(of_policy).collect()
    });
    let names: Vec<PolicyId> = gains.iter().map(|it| it.policy.clone()).collect();
    for gain in &mut gains {
        let rivals = names.iter().filter(|it| against(catalog, &gain.policy, it).is_some());
        gain.instead_of = rivals.cloned().collect();
    }
    OneMore { group: group.id.clone(), gains }
}

/// One of a group, as an entry: what is known of it on a day.
pub fn given(catalog: &Catalog, profile: &Profile, as_of: Date, group: &Group) -> Entry {
    let answers = in_world(catalog, profile, as_of, |world| {
        let answered =
            |(fact, value): &(FactRef, DerivedValue)| Some((*fact, Answer::Known(answer(world, value)?)));
        group.given.iter().filter_map(answered).collect()
    });
    let taken = |id: &Id| {
        let entries = profile.lists.get(&group.list).map_or(&[][..], |it| &it.entries);
        entries.iter().any(|it| it.id == *id)
    };
    let mut ids =
        (1_usize..).map(|n| format!("one-more-{n}").parse::<Id>().expect("words, a hyphen and digits"));
    let id = ids.find(|it| !taken(it)).expect("there are more numbers than entries");
    Entry { id, n: Interval::exactly(Number::ONE), answers }
}

/// The profile with one more entry, and where it stands.
fn joined(catalog: &Catalog, profile: &Profile, as_of: Date, group: &Group) -> (Profile, usize) {
    let mut with = profile.clone();
    let asked = with.lists.contains_key(&group.list);
    let list = with.lists.entry(group.list).or_default();
    // Whom else one has hired is not known before it was asked.
    list.more |= !asked;
    list.entries.push(given(catalog, profile, as_of, group));
    let idx = list.entries.len() - 1;
    (with, idx)
}

/// A figure as an answer; none where it cannot be told.
fn answer(world: &World<'_>, value: &DerivedValue) -> Option<Value> {
    match value {
        DerivedValue::Test(it) => {
            let holds = world.test(&it.tree);
            (holds.is_yes() || holds.is_no()).then(|| Value::Truth(Some(holds.is_yes())))
        }
        DerivedValue::Quantity(it) => world.quantity(&it.tree).some.map(Value::Number),
        DerivedValue::Day(it) => world.day(&it.tree).some.map(Value::Date),
        DerivedValue::Pick(it) => Some(Value::Choice(world.pick(&it.tree))),
        DerivedValue::Picks(it) => {
            let chosen = world.picks(&it.tree);
            Some(Value::Choices { certain: chosen.certain, possible: chosen.possible })
        }
    }
}

/// Whether a rule is over a list, or its words or sums look into it.
fn is_about(catalog: &Catalog, edition: &Edition, list: ListRef) -> bool {
    let rule = &edition.rule;
    let mut found = rule.for_each == Some(list);
    let mut look = |uses: &Uses| {
        found |= uses.lists.contains(&list);
        // A figure of one of its own facts stands for the list.
        found |= uses.facts.keys().any(|it| catalog.fact(*it).owner == policy::Owner::Entry(list));
    };
    for condition in &rule.conditions {
        each_uses(&condition.requirement, &mut look);
    }
    for amount in &rule.amounts {
        if let Some(AmountValue::Whole(formula) | AmountValue::Each(formula)) = &amount.value {
            look(&formula.uses);
        }
        amount.within.iter().for_each(|it| look(&it.uses));
    }
    found
}

fn gain(
    catalog: &Catalog,
    policy: &Policy,
    assessment: &Assessment,
    after: &PolicyResult,
    with: &Profile,
    idx: usize,
    list: ListRef,
) -> Option<Gain> {
    if !matches!(after.verdict, Verdict::Eligible | Verdict::Upcoming) {
        return None;
    }
    let edition = policy.editions.iter().find(|it| it.id == after.edition)?;
    let before =
        assessment.results.iter().find(|it| it.policy == after.policy && it.edition == after.edition);
    let over_people = edition.rule.for_each == Some(list);
    let begins = if over_people { counts_from(catalog, edition, idx, with, assessment.as_of) } else { None };
    // Whoever never counts brings nothing to a rule over people.
    if over_people && begins.is_none() {
        return None;
    }
    let from = begins.filter(|it| it.exact() != Some(assessment.as_of)).or(after.eligible_from);
    let day = from.and_then(|it| it.high().or(it.low())).unwrap_or(assessment.as_of);
    let brings: Vec<Share> =
        if over_people { shares(catalog, edition, with, day, Interval::exactly(day)) } else { Vec::new() };
    let entry = &with.lists.get(&list)?.entries.get(idx)?.id;
    let amounts: Vec<GainedAmount> = edition
        .rule
        .amounts
        .iter()
        .filter_map(|it| match brings.iter().find(|share| share.amount == it.id && share.entry == *entry) {
            Some(share) => Some(of_person(it, share, grown(it, before, after))),
            None => grown(it, before, after),
        })
        .filter(|it| it.value.high().is_none_or(|high| Number::ZERO < high))
        .collect();
    let opens = before.is_none_or(|it| it.verdict != Verdict::Eligible && it.verdict != after.verdict);
    (opens || !amounts.is_empty()).then(|| Gain {
        policy: after.policy.clone(),
        edition: after.edition.clone(),
        before: before.map(|it| it.verdict),
        after: after.verdict,
        from,
        amounts,
        instead_of: Vec::new(),
    })
}

/// What one person brings; where it is drawn from a source that others draw from too, what is left in that.
fn of_person(amount: &Amount, share: &Share, grown: Option<GainedAmount>) -> GainedAmount {
    let gained = GainedAmount {
        id: amount.id.clone(),
        kind: amount.kind,
        unit: amount.unit.clone(),
        per: amount.payment.per,
        value: share.value,
        up_to: amount.up_to,
        until: share.until,
        totals: share.totals,
        working: Some(share.working.clone()),
    };
    if amount.within.is_none() {
        return gained;
    }
    let left = grown.map_or(numbers::up_to(share.value), |it| it.value);
    let least = |a: Option<Number>, b: Option<Number>| a.into_iter().chain(b).min();
    let low = left.low().zip(share.value.low()).map(|(a, b)| a.min(b));
    let value = numbers::ends(low, least(left.high(), share.value.high()));
    GainedAmount { value, totals: Totals::default(), ..gained }
}

/// The sum or the ceiling, where nothing about it is unknown.
fn reckoned(amount: &AmountResult) -> Option<Number> {
    let value = amount.value?;
    if amount.up_to { value.high().filter(|_| amount.missing.is_empty()) } else { value.exact() }
}

/// What an amount for the enterprise as a whole grows by; all of it where it was not open before.
fn grown(amount: &Amount, before: Option<&PolicyResult>, after: &PolicyResult) -> Option<GainedAmount> {
    let now = after.amounts.iter().find(|it| it.id == amount.id)?;
    let was_open = before.filter(|it| it.verdict == Verdict::Eligible);
    let then = was_open.and_then(|it| it.amounts.iter().find(|it| it.id == amount.id));
    let value = match then {
        Some(then) => granted(amount, Interval::exactly(reckoned(now)?.minus(reckoned(then)?)?)),
        None => now.value?,
    };
    Some(GainedAmount {
        id: amount.id.clone(),
        kind: amount.kind,
        unit: amount.unit.clone(),
        per: amount.payment.per,
        value,
        up_to: amount.up_to,
        until: now.until,
        totals: if then.is_some() { Totals::default() } else { now.totals },
        working: None,
    })
}
