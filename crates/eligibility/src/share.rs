//! What each person brings: how much, from when until when, and how it is reckoned.

use policy::{Amount, AmountValue, Catalog, Date, Edition, Entry, Id, Interval, Number, Possible, Profile};

use crate::{
    FigureOf, Totals, Working,
    amount::{granted, something},
    assess::in_world,
    entries::weight,
    future, numbers,
    running::Running,
    working::of as working_of,
    world::World,
};

/// What one entry brings to an amount that is reckoned for each.
#[derive(Debug, Clone, PartialEq)]
pub struct Share {
    /// The amount.
    pub amount: Id,
    /// Which entry of the rule's list.
    pub entry: Id,
    /// How many of those it stands for count.
    pub counted: Interval<Number>,
    /// How much one of them brings each time.
    pub value: Interval<Number>,
    /// How that comes about.
    pub working: Working,
    /// From which day it runs; where the entry does not count yet, the first day on which it may.
    pub from: Option<Possible<Date>>,
    /// Until which day it runs.
    pub until: Option<Possible<Date>>,
    /// For all of those who count, over the whole time and from the day of assessment on.
    pub totals: Totals,
}

/// What each entry brings to each amount of a rule over people, on the [days](crate::PolicyResult::reckoned_on) for which sums
/// are reckoned; nothing of those who certainly do not count then.
pub fn shares(
    catalog: &Catalog,
    edition: &Edition,
    profile: &Profile,
    as_of: Date,
    on: Interval<Date>,
) -> Vec<Share> {
    in_world(catalog, profile, as_of, |world| {
        let then = world.on(on);
        let amounts = edition.rule.amounts.iter();
        amounts.flat_map(|it| of_amount(&then, edition, it)).collect()
    })
}

/// How an amount for the enterprise comes about on the days for which sums are reckoned, and where it is drawn from a source that others draw from too, how much
/// there is; `None` for a sum over people without one, or one left open.
pub fn working(
    catalog: &Catalog,
    edition: &Edition,
    amount: &Amount,
    profile: &Profile,
    as_of: Date,
    on: Interval<Date>,
) -> Option<Working> {
    let value = amount.value.as_ref()?;
    if matches!(value, AmountValue::Each(_)) && amount.within.is_none() {
        return None;
    }
    in_world(catalog, profile, as_of, |world| {
        let world = &world.on(on);
        let counted = edition.rule.for_each.map(|list| Possible::within(world.counted(edition, list)));
        let inside = World { counted, ..*world };
        let reckoned = match (value, edition.rule.for_each) {
            (AmountValue::Each(_), Some(list)) => Working::Figure {
                value: something(world.reckoned(edition, value)),
                of: Some(FigureOf::List(list)),
            },
            (AmountValue::Each(formula) | AmountValue::Whole(formula), _) => {
                working_of(&inside, &formula.tree)
            }
        };
        Some(match &amount.within {
            None => reckoned,
            Some(source) => Working::Least(vec![reckoned, working_of(world, &source.tree)]),
        })
    })
}

fn of_amount(world: &World<'_>, edition: &Edition, amount: &Amount) -> Vec<Share> {
    let Some(AmountValue::Each(formula)) = &amount.value else { return Vec::new() };
    let told = |brought: Brought<'_>| Share {
        amount: amount.id.clone(),
        entry: brought.entry.id.clone(),
        counted: brought.counted,
        value: brought.value,
        working: working_of(&brought.inside, &formula.tree),
        from: brought.running.from,
        until: brought.running.last_day(),
        totals: brought.totals,
    };
    of_each(world, edition, amount).into_iter().map(told).collect()
}

/// What one entry brings to an amount.
pub(crate) struct Brought<'w> {
    inside: World<'w>,
    /// Which.
    pub(crate) entry: &'w Entry,
    counted: Interval<Number>,
    value: Interval<Number>,
    running: Running,
    totals: Totals,
}

impl Brought<'_> {
    /// Over the time that is left where that is known, over its whole length, or one time.
    pub(crate) fn in_all(&self) -> Interval<Number> {
        self.totals.in_all().unwrap_or_else(|| numbers::times(self.value, self.counted))
    }
}

/// What each entry brings to an amount that is reckoned for each, over the days at hand; nothing of those who do not count.
pub(crate) fn of_each<'w>(world: &World<'w>, edition: &Edition, amount: &Amount) -> Vec<Brought<'w>> {
    let (Some(AmountValue::Each(formula)), Some(list)) = (&amount.value, edition.rule.for_each) else {
        return Vec::new();
    };
    let counted = Possible::within(world.counted(edition, list));
    let people = world.people(edition, list);
    let brought = |at: World<'w>, entry: &'w Entry| {
        let counts = at.counts_among(&people, edition);
        if counts.is_no() {
            return None;
        }
        let inside = World { counted: Some(counted), ..at };
        let value = granted(amount, something(inside.quantity(&formula.tree)));
        let running = Running::of(&inside, &amount.payment);
        let counted = weight(counts, entry.n);
        let per = amount.payment.per;
        let times = |times: Interval<Number>| numbers::times(numbers::times(value, times), counted);
        let totals = Totals {
            whole: running.times_in_all(per).map(times),
            remaining: running.times_left(per, at.as_of).map(times),
        };
        Some(Brought { inside, entry, counted, value, running, totals })
    };
    world.each(list).filter_map(|(at, entry)| brought(at, entry)).collect()
}

/// The first day from today on which an entry counts, over all that is unknown; `None` where it never may.
pub fn counts_from(
    catalog: &Catalog,
    edition: &Edition,
    entry: usize,
    profile: &Profile,
    as_of: Date,
) -> Option<Interval<Date>> {
    let list = edition.rule.for_each?;
    in_world(catalog, profile, as_of, |world| future::person_counts_from(&world.at(list, entry), edition))
}
