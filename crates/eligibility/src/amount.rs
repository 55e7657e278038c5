//! What one gets: sound over every completion in which the policy is open, and exact where a single fact is unknown.

use std::{
    cell::OnceCell,
    collections::{BTreeMap, BTreeSet},
};

use policy::{
    Amount, AmountValue, Date, Edition, Id, Interval, ListRef, Number, Owner, PolicyId, Possible, Quantity,
};

use crate::{
    AmountResult, Missing, Totals, explain, future,
    memo::OverList,
    numbers,
    range::range,
    rule::days_of,
    running::Running,
    world::{Place, World},
};

/// All amounts of an edition, over the days on which it may open: today, the first days.
pub(crate) fn amounts(
    world: &World<'_>,
    edition: &Edition,
    occasions: &Occasions<'_, '_>,
) -> Vec<AmountResult> {
    edition.rule.amounts.iter().map(|it| amount(world, edition, occasions, it)).collect()
}

/// The days on which an edition may open, and the world on these days.
pub(crate) enum Occasions<'o, 'w> {
    /// On these.
    On(&'o World<'w>),
    /// Today, or on days ahead.
    TodayOr(&'o Ahead<'w>),
}

/// What lies ahead, for all amounts of an edition.
pub(crate) struct Ahead<'w> {
    today: World<'w>,
    /// All days ahead.
    whenever: World<'w>,
    /// Those on which it may open; found where first asked for, as it is dear.
    open: OnceCell<Option<World<'w>>>,
    find: Box<dyn Fn() -> Option<Interval<Date>> + 'w>,
}

impl<'w> Ahead<'w> {
    pub(crate) fn of(today: World<'w>, find: impl Fn() -> Option<Interval<Date>> + 'w) -> Ahead<'w> {
        let whenever = today.on(future::days_ahead(&today));
        Ahead { today, whenever, open: OnceCell::new(), find: Box::new(find) }
    }

    fn open(&self) -> Option<&World<'w>> {
        self.open.get_or_init(|| Some(self.today.on((self.find)()?))).as_ref()
    }
}

fn amount(
    world: &World<'_>,
    edition: &Edition,
    occasions: &Occasions<'_, '_>,
    amount: &Amount,
) -> AmountResult {
    let told = match occasions {
        Occasions::On(then) => Told::on(then, edition, amount),
        Occasions::TodayOr(ahead) => {
            let today = Told::on(world, edition, amount);
            // What is the same on whichever day need not be looked for on each.
            if today.as_ref().is_some_and(|it| it.is_the_same_ahead(ahead, edition, amount)) {
                today
            } else {
                let ahead = ahead.open().and_then(|it| Told::on(it, edition, amount));
                today.into_iter().chain(ahead).reduce(Told::join)
            }
        }
    };
    let told = told.unwrap_or(Told::nothing(amount));
    // How much is given below a ceiling is no question to the reader: what is missing is missing for the ceiling.
    let missing = told.value.filter(|it| it.exact().is_none()).map(|_| missing(world, edition, amount));
    AmountResult {
        id: amount.id.clone(),
        kind: amount.kind,
        label: amount.label.clone(),
        cite: amount.cite.clone(),
        value: told.value.map(|it| granted(amount, it)),
        up_to: amount.up_to,
        unit: amount.unit.clone(),
        per: amount.payment.per,
        from: told.running.from,
        until: told.running.until,
        for_months: told.running.for_months,
        totals: told.totals.map(|it| granted(amount, it)),
        missing: missing.into_iter().flatten().collect(),
    }
}

/// What is given of what was reckoned: all of it, or anything up to it.
pub(crate) fn granted(amount: &Amount, reckoned: Interval<Number>) -> Interval<Number> {
    if amount.up_to { numbers::up_to(reckoned) } else { reckoned }
}

/// An amount on some days.
struct Told {
    value: Option<Interval<Number>>,
    running: Running,
    totals: Totals,
}

impl Told {
    /// Nothing, where no completion is open on any occasion.
    fn nothing(amount: &Amount) -> Told {
        let value = amount.value.as_ref().map(|_| Interval::exactly(Number::ZERO));
        Told { value, running: Running::default(), totals: Totals::default() }
    }

    /// Whether no day ahead could add anything.
    fn is_the_same_ahead(&self, ahead: &Ahead<'_>, edition: &Edition, amount: &Amount) -> bool {
        if future::is_timeless(&ahead.today, edition, amount) {
            return true;
        }
        // A figure that is reckoned from the day itself is hardly ever the same, and dear to reckon for a great many people.
        let hangs_on_the_day = amount.value.iter().any(|it| match it {
            AmountValue::Whole(formula) | AmountValue::Each(formula) => formula.uses.as_of,
        });
        let whole = || Some(something(ahead.whenever.figure(edition, amount, amount.value.as_ref()?)));
        !amount.payment.has_length() && !hangs_on_the_day && whole() == self.value
    }

    /// `None` where no completion is open.
    fn on(then: &World<'_>, edition: &Edition, amount: &Amount) -> Option<Told> {
        let value = match &amount.value {
            Some(value) => Some(range(then, edition, amount, value)?),
            None => None,
        };
        let list = edition.rule.for_each.filter(|_| runs_for_each(then, amount));
        Some(match (&amount.value, list) {
            (Some(AmountValue::Each(formula)), Some(list)) => {
                Told::of_each(then, edition, amount, (value, &formula.tree, list))
            }
            _ => {
                let running = Running::of(then, &amount.payment);
                let per = amount.payment.per;
                let times = |n: Interval<Number>| value.map(|it| numbers::times(it, n));
                let totals = Totals {
                    whole: running.times_in_all(per).and_then(times),
                    remaining: running.times_left(per, then.as_of).and_then(times),
                };
                Told { value, running, totals }
            }
        })
    }

    /// Each person's months are that person's: the sum of all is reckoned person by person.
    fn of_each(
        then: &World<'_>,
        edition: &Edition,
        amount: &Amount,
        (value, each, list): (Option<Interval<Number>>, &Quantity, ListRef),
    ) -> Told {
        let payment = &amount.payment;
        let people = then.people(edition, list);
        let counts = |at: World<'_>| at.counts_among(&people, edition);
        let entered = then.each(list).map(|(at, _)| at).chain(then.to_come(list));
        let those = entered.filter(|at| !counts(*at).is_no());
        let of_each: BTreeMap<Place, (Running, Possible<Number>)> =
            those.map(|at| (at.place, (Running::of(&at, payment), at.quantity(each)))).collect();
        let all = of_each.values().map(|it| it.0).reduce(Running::join).unwrap_or_default();
        let sum = |times: &dyn Fn(&Running) -> Option<Interval<Number>>| {
            let of_one = |at: World<'_>| {
                let Some((running, value)) = of_each.get(&at.place) else { return Possible::NONE };
                let times = Possible::within(times(running).unwrap_or(Interval::ANY));
                numbers::lift(*value, times, numbers::times)
            };
            something(then.summed_where(list, &of_one, &counts))
        };
        let totals = Totals {
            whole: all.times_in_all(payment.per).map(|_| sum(&|it| it.times_in_all(payment.per))),
            remaining: all
                .times_left(payment.per, then.as_of)
                .map(|_| sum(&|it| it.times_left(payment.per, then.as_of))),
        };
        Told { value, running: all, totals }
    }

    fn join(self, other: Told) -> Told {
        let hull = |a: Option<Interval<Number>>, b: Option<Interval<Number>>| Some(a?.hull(b?));
        Told {
            value: hull(self.value, other.value),
            running: self.running.join(other.running),
            totals: Totals {
                whole: hull(self.totals.whole, other.totals.whole),
                remaining: hull(self.totals.remaining, other.totals.remaining),
            },
        }
    }
}

/// Whether an amount runs by days of each person's own.
fn runs_for_each(world: &World<'_>, amount: &Amount) -> bool {
    amount
        .payment
        .uses()
        .any(|uses| uses.facts.keys().any(|it| world.catalog.fact(*it).owner != Owner::Enterprise))
}

/// A figure of none is nothing.
pub(crate) fn something(figure: Possible<Number>) -> Interval<Number> {
    match figure.some {
        Some(range) if !figure.none => range,
        Some(_) | None => numbers::or_nothing(figure),
    }
}

/// What would narrow an amount.
fn missing(world: &World<'_>, edition: &Edition, amount: &Amount) -> BTreeSet<Missing> {
    let Some(value) = &amount.value else { return BTreeSet::new() };
    let (AmountValue::Whole(formula) | AmountValue::Each(formula)) = value;
    let source = amount.within.iter().flat_map(|it| explain::quantity(world, it));
    let mut missing: BTreeSet<Missing> = source.collect();
    let Some(list) = edition.rule.for_each else {
        missing.extend(explain::quantity(world, formula));
        return missing;
    };
    match value {
        AmountValue::Whole(formula) => {
            missing.extend(explain::quantity(world, formula));
            if !world.hangs_on_counted(&formula.tree) {
                return missing;
            }
        }
        AmountValue::Each(formula) => {
            let people = world.people(edition, list);
            let may_count = |at: &World<'_>| !at.counts_among(&people, edition).is_no();
            for (at, _) in world.each(list).filter(|(at, _)| may_count(at)).take(explain::MOST_ENTRIES) {
                missing.extend(explain::quantity(&at, formula));
            }
        }
    }
    missing.extend(explain::counted(world, edition, list));
    missing
}

impl World<'_> {
    /// Whether how many count plays a part in a figure.
    fn hangs_on_counted(&self, figure: &Quantity) -> bool {
        let with = |counted: Possible<Number>| World { counted: Some(counted), ..*self }.quantity(figure);
        with(Possible::ANY) != with(Possible::exactly(Number::ONE))
    }

    /// An amount on the days at hand, whether or not one qualifies; never more than there is in its source.
    pub(crate) fn figure(&self, edition: &Edition, amount: &Amount, value: &AmountValue) -> Possible<Number> {
        let reckoned = self.reckoned(edition, value);
        match &amount.within {
            None => reckoned,
            Some(source) => numbers::least(reckoned, self.quantity(&source.tree)),
        }
    }

    /// What a formula comes to for the enterprise, or over all who count.
    pub(crate) fn reckoned(&self, edition: &Edition, value: &AmountValue) -> Possible<Number> {
        let with_counted = edition.rule.for_each.map(|list| Possible::within(self.counted(edition, list)));
        let inside = World { counted: with_counted, ..*self };
        match (value, edition.rule.for_each) {
            (AmountValue::Whole(formula), _) => inside.quantity(&formula.tree),
            (AmountValue::Each(formula), Some(list)) => {
                let people = inside.people(edition, list);
                let counts = |at: World<'_>| at.counts_among(&people, edition);
                inside.over_list(OverList::Amount(value), || {
                    inside.summed_where(list, &|at| at.quantity(&formula.tree), &counts)
                })
            }
            (AmountValue::Each(formula), None) => inside.quantity(&formula.tree),
        }
    }

    /// `amount('policy', 'amount')` on the days at hand.
    pub(crate) fn amount_of(&self, policy: &PolicyId, amount: &Id) -> Possible<Number> {
        let Ok(policy) = self.catalog.policy(policy.as_str()) else { return Possible::ANY };
        if self.depth > 16 {
            return Possible::ANY;
        }
        let deeper = World { place: Place::Enterprise, counted: None, depth: self.depth + 1, ..*self };
        let figures = policy.editions.iter().filter_map(|edition| {
            let days = days_of(policy, edition).meet(self.as_of)?;
            let amount = edition.rule.amounts.iter().find(|it| it.id == *amount)?;
            let figure = deeper.on(days).figure(edition, amount, amount.value.as_ref()?);
            Some(numbers::lift_one(figure, |it| granted(amount, it)))
        });
        figures.reduce(Possible::join).unwrap_or(Possible::ANY)
    }
}
