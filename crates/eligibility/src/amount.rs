//! What one gets: sound over every completion in which the policy is open, and exact where a single fact is unknown.

use std::collections::BTreeSet;

use policy::{
    Amount, AmountValue, Date, Edition, Id, Interval, Number, Per, PolicyId, Possible, Quantity,
    truth::Outcomes,
};

use crate::{
    AmountResult, Missing, Totals, explain, numbers,
    rule::days_of,
    split::{self, Budget, Mentions, Splits},
    verdict,
    world::{Place, World},
};

/// How many parts may be looked at to find one end of a range.
const BUDGET: u32 = 256;
/// With more facts than these open at once, a range is told as it is reckoned.
const MOST_SLOTS: usize = 6;

/// On which days an amount is told, and under which edition.
#[derive(Clone, Copy)]
pub(crate) struct Occasion<'a> {
    pub(crate) edition: &'a Edition,
    /// Each of these days on its own: today, the first days.
    pub(crate) days: [Option<Interval<Date>>; 2],
}

/// All amounts of an edition.
pub(crate) fn amounts(world: &World<'_>, occasion: Occasion<'_>) -> Vec<AmountResult> {
    occasion.edition.rule.amounts.iter().map(|it| amount(world, occasion, it)).collect()
}

fn amount(world: &World<'_>, occasion: Occasion<'_>, amount: &Amount) -> AmountResult {
    let edition = occasion.edition;
    let value = amount.value.as_ref().map(|it| {
        let figure = |world: &World<'_>| world.figure(edition, it);
        range(world, occasion, &mentions(world, edition, it), &figure)
    });
    let first = occasion.days.iter().flatten().next().copied().unwrap_or(world.as_of);
    let then = world.on(first);
    let until = amount.payment.until.as_ref().map(|it| then.day(&it.tree));
    let for_months = amount
        .payment
        .for_months
        .as_ref()
        .map(|it| then.quantity(&it.tree).some.unwrap_or(Interval::exactly(Number::ZERO)));
    let totals = totals(amount.payment.per, value, until, for_months, first);
    let missing = missing(world, edition, amount, value);
    AmountResult {
        id: amount.id.clone(),
        kind: amount.kind,
        label: amount.label.clone(),
        cite: amount.cite.clone(),
        value,
        unit: amount.unit.clone(),
        per: amount.payment.per,
        until,
        for_months,
        totals,
        missing: missing.into_iter().collect(),
    }
}

/// What plays a part in an amount, the rule included: an amount is told of those completions only that are open.
fn mentions(world: &World<'_>, edition: &Edition, value: &AmountValue) -> Mentions {
    let mut mentions = verdict::mentions(world, edition);
    match value {
        AmountValue::Whole(formula) | AmountValue::Each(formula) => {
            mentions.add(world.catalog, &formula.uses)
        }
    }
    if edition.rule.for_each.is_some() {
        // Who counts weighs in the sum as well as in the verdict.
        edition.rule.each.iter().for_each(|it| mentions.add_condition(world.catalog, it));
    }
    mentions
}

fn missing(
    world: &World<'_>,
    edition: &Edition,
    amount: &Amount,
    value: Option<Interval<Number>>,
) -> BTreeSet<Missing> {
    let mut missing = BTreeSet::new();
    if value.is_some_and(|it| it.exact().is_some()) {
        return missing;
    }
    match (&amount.value, edition.rule.for_each) {
        (Some(AmountValue::Whole(formula)), _) => missing.extend(explain::quantity(world, &formula.tree)),
        (Some(AmountValue::Each(formula)), Some(list)) => {
            for (at, _) in world.each(list).filter(|(at, _)| !at.counts_decided(edition).is_no()) {
                missing.extend(explain::quantity(&at, &formula.tree));
            }
        }
        (Some(AmountValue::Each(_)) | None, _) => {}
    }
    if let Some(list) = edition.rule.for_each {
        missing.extend(explain::somebody(world, edition, list));
    }
    missing
}

impl World<'_> {
    /// An amount on the days at hand, whether or not one qualifies.
    fn figure(&self, edition: &Edition, value: &AmountValue) -> Possible<Number> {
        let with_counted = edition.rule.for_each.map(|list| Possible::within(self.counted(edition, list)));
        let inside = World { counted: with_counted, ..*self };
        match (value, edition.rule.for_each) {
            (AmountValue::Whole(formula), _) => inside.quantity(&formula.tree),
            (AmountValue::Each(formula), Some(list)) => inside.sum_of_counted(edition, list, &formula.tree),
            (AmountValue::Each(formula), None) => inside.quantity(&formula.tree),
        }
    }

    fn sum_of_counted(&self, edition: &Edition, list: policy::ListRef, value: &Quantity) -> Possible<Number> {
        if self.may_have_more(list) {
            return Possible::ANY;
        }
        let summands = self.each(list).map(|(at, entry)| {
            let counts = at.counts_decided(edition);
            if counts.is_no() {
                return Interval::exactly(Number::ZERO);
            }
            let value = at.quantity(value);
            let certain =
                if counts.is_open() && !value.none { value.some } else { Some(numbers::or_nothing(value)) };
            certain.map_or(Interval::exactly(Number::ZERO), |it| numbers::times(it, entry.n))
        });
        Possible::within(summands.fold(Interval::exactly(Number::ZERO), numbers::plus))
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

/// The range of a figure over the completions in which the policy is open.
fn range(
    world: &World<'_>,
    occasion: Occasion<'_>,
    mentions: &Mentions,
    figure: &dyn Fn(&World<'_>) -> Possible<Number>,
) -> Interval<Number> {
    let ranges = occasion.days.iter().flatten().map(|days| {
        let world = world.on(*days);
        let search =
            Search { occasion, figure, splits: mentions.splits(&world, false), budget: Budget::new(BUDGET) };
        search.range(&world)
    });
    ranges.flatten().reduce(Interval::hull).unwrap_or(Interval::exactly(Number::ZERO))
}

/// The search for the ends of a range.
struct Search<'s> {
    occasion: Occasion<'s>,
    figure: &'s dyn Fn(&World<'_>) -> Possible<Number>,
    splits: Splits,
    budget: Budget,
}

impl Search<'_> {
    /// `None` where no completion is open.
    fn range(&self, world: &World<'_>) -> Option<Interval<Number>> {
        let whole = self.look(world)?;
        let one_value = whole.range.exact().is_some();
        if one_value || self.splits.slots.is_empty() || self.splits.slots.len() > MOST_SLOTS {
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
        let open = world.open(self.occasion.edition);
        if open.is_no() {
            return None;
        }
        let figure = (self.figure)(world);
        // An amount of none is nothing.
        let range = if figure.none { numbers::or_nothing(figure) } else { figure.some? };
        let exact = range.exact().is_some() && is_certain(open);
        Some(Look { narrowed: world.narrowed.to_vec(), range, exact })
    }
}

fn is_certain(open: Outcomes) -> bool {
    open.is_open()
}

/// A part of what is possible, with the figure over it.
#[derive(Clone)]
struct Look {
    narrowed: Vec<(crate::world::Slot, policy::Value)>,
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
