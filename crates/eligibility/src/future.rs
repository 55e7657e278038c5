//! When a policy opens, if nothing but time changes.

use policy::{Amount, AmountValue, Date, Edition, Formula, Interval, Policy, Quantity, truth::Outcomes};

use crate::{
    numbers,
    rule::days_of,
    split::{self, Budget, each_uses},
    world::World,
};

/// How far ahead one looks.
const YEARS_AHEAD: i64 = 10;

/// How many evaluations the search for one day may cost while facts are open.
pub(crate) const BUDGET: u32 = 96;

/// With every so many people that one evaluation looks at, one takes as long as another did: fewer are made.
const PEOPLE_AT_ONCE: usize = 64;

/// As many as it takes to look at every day, and at every halving above it.
pub(crate) const EVERY_DAY: u32 = 8_192;

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
///
/// `most` is how many evaluations of the budget the search for either may cost.
pub(crate) fn first_days(
    world: &World<'_>,
    policy: &Policy,
    edition: &Edition,
    budget: &Budget<'_>,
    most: u32,
) -> Option<FirstDays> {
    let days = days_of(policy, edition).meet(days_ahead(world))?;
    let timeless = world.timeless(edition);
    if timeless.is_no() {
        return None;
    }
    let open = |days: Interval<Date>| world.on(days).thorough(false).open(edition);
    let most = most / u32::try_from(world.n_looked_at(edition) / PEOPLE_AT_ONCE + 1).unwrap_or(u32::MAX);
    let low = earliest(days, &open, Sought::Possible, &budget.at_most(most))?;
    let rest = Interval::new(Some(low), days.high()).filter(|_| timeless.is_open());
    let high = rest.and_then(|it| certain(it, &open, &budget.at_most(most)));
    Some(FirstDays { low, high })
}

/// The days after the day of assessment from the first on which some completion opens to the last of this edition.
pub(crate) fn days_open(world: &World<'_>, policy: &Policy, edition: &Edition) -> Option<Interval<Date>> {
    let days = days_of(policy, edition).meet(days_ahead(world))?;
    let open = |days: Interval<Date>| world.on(days).thorough(false).open(edition);
    let low = earliest(days, &open, Sought::Possible, &Budget::new(BUDGET))?;
    Interval::new(Some(low), days.high())
}

/// The first day, from today on, on which the entry at hand counts; `None` where it does not within ten years.
///
/// Of a person whose facts are open the first possible day and, where it is certain to come, the first certain one.
pub(crate) fn person_counts_from(at: &World<'_>, edition: &Edition) -> Option<Interval<Date>> {
    let today = Interval::exactly(at.today);
    if at.counts(edition).is_open() {
        return Some(today);
    }
    let days = today.hull(days_ahead(at));
    let counts = |days: Interval<Date>| at.on(days).counts(edition);
    let low = earliest(days, &counts, Sought::Possible, &Budget::new(EVERY_DAY))?;
    let rest = Interval::new(Some(low), days.high())?;
    Interval::new(Some(low), certain(rest, &counts, &Budget::new(BUDGET)))
}

/// From the day after the assessment to ten years on.
pub(crate) fn days_ahead(world: &World<'_>) -> Interval<Date> {
    let today = world.last_day();
    numbers::ends(Some(today.plus_days(1)), Some(today.add_months(12 * YEARS_AHEAD)))
}

/// Whether neither the rule nor the amount changes with the day.
pub(crate) fn is_timeless(world: &World<'_>, edition: &Edition, amount: &Amount) -> bool {
    let conditions = edition.rule.conditions.iter().chain(&edition.rule.each);
    let mut all = edition.rule.windows.is_empty() && edition.valid.by.is_none();
    for condition in conditions {
        each_uses(&condition.requirement, &mut |uses| all = all && split::is_timeless(world.catalog, uses));
    }
    let value = amount.value.iter().map(|it| match it {
        AmountValue::Whole(formula) | AmountValue::Each(formula) => formula,
    });
    let is_timeless =
        |it: &Formula<Quantity>| it.uses.parameters.is_empty() && split::is_timeless(world.catalog, &it.uses);
    all && value.chain(&amount.within).all(is_timeless)
}

/// What a day is sought for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sought {
    /// A completion may open on it.
    Possible,
    /// Every completion is open on it.
    Certain,
}

impl Sought {
    fn is_found(self, outcome: Outcomes) -> bool {
        match self {
            Sought::Possible => !outcome.is_no(),
            Sought::Certain => outcome.is_open(),
        }
    }
}

/// The earliest such day, by halving; a bound on the safe side where the budget runs out.
fn earliest(
    days: Interval<Date>,
    open: &dyn Fn(Interval<Date>) -> Outcomes,
    sought: Sought,
    budget: &Budget<'_>,
) -> Option<Date> {
    let (low, high) = (days.low()?, days.high()?);
    // Mostly it is the first of them.
    if low < high && sought.is_found(open(Interval::exactly(low))) {
        return Some(low);
    }
    earliest_by_halving(days, open, sought, budget)
}

fn earliest_by_halving(
    days: Interval<Date>,
    open: &dyn Fn(Interval<Date>) -> Outcomes,
    sought: Sought,
    budget: &Budget<'_>,
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
    earliest_by_halving(lower, open, sought, budget)
        .or_else(|| earliest_by_halving(upper, open, sought, budget))
}

/// The earliest day on which every completion is certainly open, or a later such day where the budget runs out.
fn certain(
    days: Interval<Date>,
    open: &dyn Fn(Interval<Date>) -> Outcomes,
    budget: &Budget<'_>,
) -> Option<Date> {
    let last = opened_for_good(days, open);
    let before = last.and_then(|it| Interval::new(days.low(), Some(it.plus_days(-1))));
    let rest = if last.is_some() { before } else { Some(days) };
    let earlier = rest.and_then(|it| earliest(it, open, Sought::Certain, budget));
    earlier.or(last)
}

/// Where the last of the days is certain, the first of those up to it that are, found by bisection: most doors open
/// once and stay open, and that is found however much is unknown.
fn opened_for_good(days: Interval<Date>, open: &dyn Fn(Interval<Date>) -> Outcomes) -> Option<Date> {
    let is_certain = |day: Date| open(Interval::exactly(day)).is_open();
    let (mut low, mut high) = (days.low()?, days.high()?);
    if !is_certain(high) {
        return None;
    }
    while low < high {
        let middle = low.plus_days(low.days_until(high) / 2);
        if is_certain(middle) {
            high = middle;
        } else {
            low = middle.plus_days(1);
        }
    }
    Some(high)
}

impl World<'_> {
    /// At how many entries one evaluation of a rule on other days looks: those who may still come to count, and all of
    /// the lists that its conditions go through.
    fn n_looked_at(&self, edition: &Edition) -> usize {
        let mut n_looked_at = 0;
        for condition in &edition.rule.conditions {
            each_uses(&condition.requirement, &mut |uses| {
                n_looked_at += uses.lists.iter().map(|it| self.each(*it).count()).sum::<usize>();
            });
        }
        let Some(list) = edition.rule.for_each else { return n_looked_at };
        let people = self.people(edition, list);
        let waits = |at: &World<'_>| people.row(at.place).is_some_and(|it| !it.timeless.is_no());
        n_looked_at + self.each(list).filter(|(at, _)| waits(at)).count()
    }

    /// What of an edition is the same on every day: where that fails, waiting does not help.
    fn timeless(&self, edition: &Edition) -> Outcomes {
        let timeless = |it: &&policy::Condition| {
            let mut all = true;
            each_uses(&it.requirement, &mut |uses| all &= split::is_timeless(self.catalog, uses));
            all
        };
        let all = self.conditions(edition.rule.conditions.iter().filter(timeless));
        let Some(list) = edition.rule.for_each.filter(|_| !all.is_no()) else { return all };
        let people = self.people(edition, list);
        let counts = |at: World<'_>| match people.row(at.place) {
            Some(row) if row.timeless.iter().count() == 1 => row.timeless,
            _ => at.falls_under(edition).and(at.conditions(edition.rule.each.iter().filter(timeless))),
        };
        let entered = self.each(list).map(|(at, _)| counts(at));
        let to_come = self.to_come(list).map(|at| counts(at).and(Outcomes::UNKNOWN));
        all.and(entered.chain(to_come).fold(Outcomes::NO, Outcomes::or))
    }
}
