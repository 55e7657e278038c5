//! When a policy opens, if nothing but time changes.

use policy::{Date, Edition, Interval, Policy, truth::Outcomes};

use crate::{
    numbers,
    rule::days_of,
    split::{Budget, each_uses, is_timeless},
    world::World,
};

/// How far ahead one looks.
const YEARS_AHEAD: i64 = 10;

/// How many evaluations the search for one day may cost.
const BUDGET: u32 = 96;

/// The first day on which a policy opens, over all completions of what is unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct FirstDays {
    /// No completion opens earlier.
    pub(crate) low: Date,
    /// Every completion has opened by then; `None` where that is not certain.
    pub(crate) high: Option<Date>,
}

/// The first days after the day of assessment on which this edition opens; `None` where no completion opens within ten
/// years, or while the edition can answer. What a later edition will say is that edition's to tell.
pub(crate) fn first_days(world: &World<'_>, policy: &Policy, edition: &Edition) -> Option<FirstDays> {
    let days = days_of(policy, edition).meet(days_ahead(world))?;
    let timeless = world.timeless(edition);
    if timeless.is_no() {
        return None;
    }
    let open = |days: Interval<Date>| world.on(days).open(edition);
    let low = earliest(days, &open, Sought::Possible, &Budget::new(BUDGET))?;
    let rest = Interval::new(Some(low), days.high()).filter(|_| timeless.is_open());
    let high = rest.and_then(|it| earliest(it, &open, Sought::Certain, &Budget::new(BUDGET)));
    Some(FirstDays { low, high })
}

/// From the day after the assessment to ten years on.
pub(crate) fn days_ahead(world: &World<'_>) -> Interval<Date> {
    let today = world.last_day();
    numbers::ends(Some(today.plus_days(1)), Some(today.add_months(12 * YEARS_AHEAD)))
}

/// What a day is sought for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sought {
    /// A completion may open on it.
    Possible,
    /// Every completion is open on it.
    Certain,
}

/// The earliest such day, by halving; a bound on the safe side where the budget runs out.
fn earliest(
    days: Interval<Date>,
    open: &dyn Fn(Interval<Date>) -> Outcomes,
    sought: Sought,
    budget: &Budget,
) -> Option<Date> {
    let (low, high) = (days.low()?, days.high()?);
    let outcome = open(days);
    if outcome.is_no() {
        return None;
    }
    let settled = outcome.is_open() || low == high || !budget.take();
    if settled {
        return match sought {
            Sought::Possible => Some(low),
            Sought::Certain => outcome.is_open().then_some(low),
        };
    }
    let middle = low.plus_days(low.days_until(high) / 2);
    let lower = Interval::new(Some(low), Some(middle))?;
    let upper = Interval::new(Some(middle.plus_days(1)), Some(high))?;
    earliest(lower, open, sought, budget).or_else(|| earliest(upper, open, sought, budget))
}

impl World<'_> {
    /// What of an edition is the same on every day: where that fails, waiting does not help.
    fn timeless(&self, edition: &Edition) -> Outcomes {
        let timeless = |it: &&policy::Condition| {
            let mut all = true;
            each_uses(&it.requirement, &mut |uses| all &= is_timeless(self.catalog, uses));
            all
        };
        let all = self.conditions(edition.rule.conditions.iter().filter(timeless));
        let Some(list) = edition.rule.for_each.filter(|_| !all.is_no()) else { return all };
        let by_entry = crate::rule::picks_by_entry(self, edition);
        let somebody = self.each(list).map(|(at, _)| {
            let of_edition = if by_entry { at.is_of_edition(edition) } else { Outcomes::YES };
            of_edition.and(at.conditions(edition.rule.each.iter().filter(timeless)))
        });
        let any = somebody.fold(Outcomes::NO, Outcomes::or);
        all.and(if self.may_have_more(list) { any.or(Outcomes::UNKNOWN) } else { any })
    }
}
