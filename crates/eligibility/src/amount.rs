//! What one gets: sound over every completion in which the policy is open, and exact where a single fact is unknown.

use std::collections::BTreeSet;

use policy::{Amount, AmountValue, Date, Edition, Id, Interval, Number, Per, PolicyId, Possible, Quantity};

use crate::{
    AmountResult, Missing, Totals, explain, future, numbers,
    rule::days_of,
    split::{self, Budget, Splits},
    verdict,
    world::{Place, Slot, World},
};

/// How many parts may be looked at to find one end of a range.
const BUDGET: u32 = 96;
/// With more facts than these open at once, a range is told as it is reckoned.
const MOST_SLOTS: usize = 2;

/// All amounts of an edition, over the days on which it may open: today, the first days.
pub(crate) fn amounts(world: &World<'_>, edition: &Edition, occasions: &Occasions<'_>) -> Vec<AmountResult> {
    edition.rule.amounts.iter().map(|it| amount(world, edition, occasions, it)).collect()
}

/// The days on which an edition may open.
pub(crate) enum Occasions<'d> {
    /// On these.
    On(Interval<Date>),
    /// Today, or on the days ahead that this finds; it is dear.
    TodayOr(&'d dyn Fn() -> Option<Interval<Date>>),
}

fn amount(world: &World<'_>, edition: &Edition, occasions: &Occasions<'_>, amount: &Amount) -> AmountResult {
    let told = match occasions {
        Occasions::On(days) => Told::on(&world.on(*days), edition, amount),
        Occasions::TodayOr(ahead) => {
            let today = Told::on(world, edition, amount);
            // What is the same on whichever day need not be looked for on each.
            if today.as_ref().is_some_and(|it| it.is_the_same_ahead(world, edition, amount)) {
                today
            } else {
                let ahead = ahead().and_then(|it| Told::on(&world.on(it), edition, amount));
                today.into_iter().chain(ahead).reduce(Told::join)
            }
        }
    };
    let told = told.unwrap_or(Told::nothing(amount));
    let missing = told.value.filter(|it| it.exact().is_none()).map(|_| missing(world, edition, amount));
    AmountResult {
        id: amount.id.clone(),
        kind: amount.kind,
        label: amount.label.clone(),
        cite: amount.cite.clone(),
        value: told.value,
        unit: amount.unit.clone(),
        per: amount.payment.per,
        until: told.until,
        for_months: told.for_months,
        totals: told.totals,
        missing: missing.into_iter().flatten().collect(),
    }
}

/// An amount on some days.
struct Told {
    value: Option<Interval<Number>>,
    until: Option<Possible<Date>>,
    for_months: Option<Interval<Number>>,
    totals: Totals,
}

impl Told {
    /// Nothing, where no completion is open on any occasion.
    fn nothing(amount: &Amount) -> Told {
        let value = amount.value.as_ref().map(|_| Interval::exactly(Number::ZERO));
        Told { value, until: None, for_months: None, totals: Totals::default() }
    }

    /// Whether no day ahead could add anything.
    fn is_the_same_ahead(&self, world: &World<'_>, edition: &Edition, amount: &Amount) -> bool {
        if future::is_timeless(world, edition, amount) {
            return true;
        }
        let whenever = world.on(future::days_ahead(world));
        let whole = amount.value.as_ref().map(|it| something(whenever.figure(edition, it)));
        amount.payment.until.is_none() && amount.payment.for_months.is_none() && whole == self.value
    }

    /// `None` where no completion is open.
    fn on(then: &World<'_>, edition: &Edition, amount: &Amount) -> Option<Told> {
        let value = match &amount.value {
            Some(value) => Some(range(then, edition, value)?),
            None => None,
        };
        let payment = &amount.payment;
        let until = payment.until.as_ref().map(|it| then.day(&it.tree));
        let for_months = payment.for_months.as_ref().map(|it| something(then.quantity(&it.tree)));
        let totals = totals(payment.per, value, until, for_months, then.as_of);
        Some(Told { value, until, for_months, totals })
    }

    fn join(self, other: Told) -> Told {
        let hull = |a: Option<Interval<Number>>, b: Option<Interval<Number>>| Some(a?.hull(b?));
        Told {
            value: hull(self.value, other.value),
            until: self.until.zip(other.until).map(|(a, b)| a.join(b)),
            for_months: hull(self.for_months, other.for_months),
            totals: Totals {
                whole: hull(self.totals.whole, other.totals.whole),
                remaining: hull(self.totals.remaining, other.totals.remaining),
            },
        }
    }
}

/// A figure of none is nothing.
fn something(figure: Possible<Number>) -> Interval<Number> {
    match figure.some {
        Some(range) if !figure.none => range,
        Some(_) | None => numbers::or_nothing(figure),
    }
}

/// What would narrow an amount.
fn missing(world: &World<'_>, edition: &Edition, amount: &Amount) -> BTreeSet<Missing> {
    let Some(value) = &amount.value else { return BTreeSet::new() };
    let (AmountValue::Whole(formula) | AmountValue::Each(formula)) = value;
    let Some(list) = edition.rule.for_each else { return explain::quantity(world, formula) };
    let mut missing = BTreeSet::new();
    match value {
        AmountValue::Whole(formula) => {
            missing.extend(explain::quantity(world, formula));
            if !world.hangs_on_counted(&formula.tree) {
                return missing;
            }
        }
        AmountValue::Each(formula) => {
            for (at, _) in world.each(list).filter(|(at, _)| !at.counts_decided(edition).is_no()) {
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

    /// An amount on the days at hand, whether or not one qualifies.
    fn figure(&self, edition: &Edition, value: &AmountValue) -> Possible<Number> {
        let with_counted = edition.rule.for_each.map(|list| Possible::within(self.counted(edition, list)));
        let inside = World { counted: with_counted, ..*self };
        match (value, edition.rule.for_each) {
            (AmountValue::Whole(formula), _) => inside.quantity(&formula.tree),
            (AmountValue::Each(formula), Some(list)) => {
                inside.summed_where(list, &formula.tree, &|at| at.counts_decided(edition))
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
            let value = edition.rule.amounts.iter().find(|it| it.id == *amount)?.value.as_ref()?;
            Some(deeper.on(days).figure(edition, value))
        });
        figures.reduce(Possible::join).unwrap_or(Possible::ANY)
    }
}

/// The search for the ends of a range, over the completions in which an edition is open.
struct Search<'s> {
    edition: &'s Edition,
    value: &'s AmountValue,
    splits: Splits,
    budget: Budget<'s>,
}

/// The range of a figure over the completions in which an edition is open; `None` where none is.
fn range(world: &World<'_>, edition: &Edition, value: &AmountValue) -> Option<Interval<Number>> {
    let (open, rule) = world.memo.watching(|| world.open(edition));
    if open.is_no() || !world.is_possible() {
        return None;
    }
    let whole = something(world.figure(edition, value));
    if whole.exact().is_some() {
        return Some(whole);
    }
    let (_, own) = world.memo.watching(|| world.figure(edition, value));
    // Whatever it may be, the policy may be open to it.
    let is_reached = own.is_plain() && own.is_apart_from(&rule) && world.hinges.is_empty();
    let mut slots: Vec<Slot> = own.open.iter().chain(&rule.open).copied().collect();
    slots.sort();
    slots.dedup();
    if is_reached || slots.is_empty() || slots.len() > MOST_SLOTS {
        return Some(whole);
    }
    let mut mentions = verdict::mentions(world, edition);
    let (AmountValue::Whole(formula) | AmountValue::Each(formula)) = value;
    mentions.add(world.catalog, &formula.uses);
    let mut splits = mentions.splits(world);
    splits.slots.retain(|it| slots.contains(it));
    Search { edition, value, splits, budget: Budget::new(BUDGET) }.range(world)
}

impl Search<'_> {
    fn range(&self, world: &World<'_>) -> Option<Interval<Number>> {
        let whole = self.look(world)?;
        let one_value = whole.range.exact().is_some();
        if one_value || self.splits.slots.is_empty() {
            return Some(whole.range);
        }
        let low = self.end(world, &whole, End::Low);
        let high = self.end(world, &whole, End::High);
        // No part was open after all: nothing to tell, and the whole stays a sound bound.
        let (Some(low), Some(high)) = (low, high) else { return Some(whole.range) };
        Interval::new(low.range.low(), high.range.high())
    }

    /// One end, by looking first into the part that could reach furthest.
    fn end(&self, world: &World<'_>, whole: &Look, end: End) -> Option<Look> {
        let mut parts = vec![whole.clone()];
        loop {
            let furthest = (0..parts.len())
                .reduce(|a, b| if end.is_beyond(&parts[b].range, &parts[a].range) { b } else { a })?;
            let part = &parts[furthest];
            if part.exact || !self.budget.take() {
                return Some(parts.swap_remove(furthest));
            }
            let inside = world.narrowed(&part.narrowed);
            let Some((slot, values)) = split::split(&inside, &self.splits) else {
                return Some(parts.swap_remove(furthest));
            };
            let smaller: Vec<Look> = values
                .into_iter()
                .filter_map(|it| self.look(&world.narrowed(&split::with(&inside, slot, it))))
                .collect();
            parts.swap_remove(furthest);
            parts.extend(smaller);
        }
    }

    /// The figure over one part, `None` where the policy is shut in all of it.
    fn look(&self, world: &World<'_>) -> Option<Look> {
        let open = world.open(self.edition);
        if open.is_no() || !world.is_possible() {
            return None;
        }
        let range = something(world.figure(self.edition, self.value));
        let exact = range.exact().is_some() && open.is_open();
        Some(Look { narrowed: world.narrowed.to_vec(), range, exact })
    }
}

/// A part of what is possible, with the figure over it.
#[derive(Clone)]
struct Look {
    narrowed: Vec<(Slot, policy::Value)>,
    range: Interval<Number>,
    /// Whether the figure is reached: one value, and certainly open.
    exact: bool,
}

#[derive(Clone, Copy)]
enum End {
    Low,
    High,
}

impl End {
    fn is_beyond(self, a: &Interval<Number>, b: &Interval<Number>) -> bool {
        match self {
            End::Low => match (a.low(), b.low()) {
                (None, other) => other.is_some(),
                (Some(_), None) => false,
                (Some(a), Some(b)) => a < b,
            },
            End::High => match (a.high(), b.high()) {
                (None, other) => other.is_some(),
                (Some(_), None) => false,
                (Some(a), Some(b)) => a > b,
            },
        }
    }
}

/// The whole over `for_months`, and what remains until a last day.
fn totals(
    per: Per,
    value: Option<Interval<Number>>,
    until: Option<Possible<Date>>,
    for_months: Option<Interval<Number>>,
    first: Interval<Date>,
) -> Totals {
    let Some(value) = value else { return Totals::default() };
    let whole = match (per, for_months) {
        (Per::Once, _) => Some(value),
        (Per::Month | Per::Year, None) => None,
        (Per::Month, Some(months)) => Some(numbers::times(value, months)),
        (Per::Year, Some(months)) => Some(numbers::times(value, years_begun(months))),
    };
    let remaining = until.filter(|_| per != Per::Once).map(|until| {
        let months = months_left(first, until);
        let times = if per == Per::Month { months } else { years_begun(months) };
        numbers::times(value, times)
    });
    Totals { whole, remaining }
}

/// Calendar months from the day to the last one, both counted; none where the last day is past or does not apply.
fn months_left(from: Interval<Date>, until: Possible<Date>) -> Interval<Number> {
    let zero = Interval::exactly(Number::ZERO);
    let Some(last) = until.some else { return zero };
    let months = |from: Option<Date>, last: Option<Date>| {
        let (from, last) = from.zip(last)?;
        let n_months =
            if last < from { 0 } else { from.first_of_month().months_until(last.first_of_month()) + 1 };
        Some(Number::from(n_months))
    };
    let left = numbers::ends(months(from.high(), last.low()), months(from.low(), last.high()));
    if until.none { left.hull(zero) } else { left }
}

/// Twelve months are a year; a year begun counts.
fn years_begun(months: Interval<Number>) -> Interval<Number> {
    let twelve = Number::from(12_i64);
    numbers::rising(months, |it| it.over(twelve)?.ceil_to(Number::ONE))
}
