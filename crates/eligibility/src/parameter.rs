//! Dated figures, tier tables, and sums over calendar months.

use policy::{
    Date, DatePrecision, Day, Interval, Number, ParamDay, Parameter, ParameterRef, ParameterValues, Possible,
    Quantity, Step, TierTable,
};

use crate::{numbers, world::World};

/// More months than any support runs; beyond it a sum is not reckoned.
const MOST_MONTHS: i64 = 1200;

/// The figure of a parameter on these days; everything where on one of them none is known.
pub fn figure(parameter: &Parameter, days: Interval<Date>) -> Interval<Number> {
    let ParameterValues::Numbers(steps) = &parameter.values else { return Interval::ANY };
    hull_on(steps, days, |it| Interval::exactly(*it))
}

/// The slices of `x`, each at its rate, added up, by the tables of these days.
pub fn marginal(table: &Parameter, x: Interval<Number>, days: Interval<Date>) -> Interval<Number> {
    let ParameterValues::Tiers(steps) = &table.values else { return Interval::ANY };
    hull_on(steps, days, |it| added_up(it, x))
}

/// The rates of the slices that `x` may lie in, by the tables of these days.
pub fn bracket(table: &Parameter, x: Interval<Number>, days: Interval<Date>) -> Interval<Number> {
    let ParameterValues::Tiers(steps) = &table.values else { return Interval::ANY };
    hull_on(steps, days, |it| rates_touched(it, x))
}

/// All that may come out by the values of these days.
fn hull_on<T>(
    steps: &[Step<T>],
    days: Interval<Date>,
    read: impl Fn(&T) -> Interval<Number>,
) -> Interval<Number> {
    let values = values_on(steps, days).unwrap_or_default();
    values.into_iter().map(read).reduce(Interval::hull).unwrap_or(Interval::ANY)
}

fn added_up(tiers: &TierTable, x: Interval<Number>) -> Interval<Number> {
    // With no rate below zero the sum rises with x.
    if tiers.tiers().iter().any(|it| it.rate.is_negative()) {
        let exact = x.exact().and_then(|it| sum_of_slices(tiers, it));
        return exact.map_or(Interval::ANY, Interval::exactly);
    }
    let low = x.low().map_or(Some(Number::ZERO), |it| sum_of_slices(tiers, it));
    numbers::ends(low, x.high().and_then(|it| sum_of_slices(tiers, it)))
}

fn sum_of_slices(tiers: &TierTable, x: Number) -> Option<Number> {
    let tiers = tiers.tiers();
    let mut sum = Number::ZERO;
    for (idx, tier) in tiers.iter().enumerate() {
        let top = tiers.get(idx + 1).map_or(x, |next| next.above.min(x));
        if top <= tier.above {
            break;
        }
        sum = sum.plus(top.minus(tier.above)?.times(tier.rate)?)?;
    }
    Some(sum)
}

fn rates_touched(tiers: &TierTable, x: Interval<Number>) -> Interval<Number> {
    let tiers = tiers.tiers();
    let touched = tiers.iter().enumerate().filter(|(idx, tier)| {
        let begins_before_end = x.high().is_none_or(|it| tier.above < it) || *idx == 0;
        let ends_after_start =
            tiers.get(idx + 1).is_none_or(|next| x.low().is_none_or(|it| it <= next.above));
        begins_before_end && ends_after_start
    });
    touched.map(|(_, it)| Interval::exactly(it.rate)).reduce(Interval::hull).unwrap_or(Interval::ANY)
}

impl World<'_> {
    pub(crate) fn parameter(&self, parameter: ParameterRef, day: &ParamDay) -> Possible<Number> {
        let days = match day {
            ParamDay::AsOf => Possible::within(self.as_of),
            ParamDay::On(day) => self.day(day),
        };
        numbers::lift_one(days, |it| figure(self.catalog.parameter(parameter), it))
    }

    /// The slices of `x`, each at its rate, added up.
    pub(crate) fn marginal(&self, table: ParameterRef, x: Possible<Number>) -> Possible<Number> {
        numbers::lift_one(x, |it| marginal(self.catalog.parameter(table), it, self.as_of))
    }

    /// The rates of the slices that `x` may lie in.
    pub(crate) fn bracket(&self, table: ParameterRef, x: Possible<Number>) -> Possible<Number> {
        numbers::lift_one(x, |it| bracket(self.catalog.parameter(table), it, self.as_of))
    }

    /// The months that may lie between two days; `None` where nobody could go through them.
    pub(crate) fn months_within(&self, from: &Day, to: &Day) -> Option<impl Iterator<Item = Date>> {
        months_from(self.day(from).some?, self.day(to).some?)
    }

    /// A value summed over the calendar months from the one to the other, both in.
    pub(crate) fn months(&self, from: &Day, to: &Day, value: &Quantity) -> Possible<Number> {
        numbers::lift(self.day(from), self.day(to), |from, to| {
            let Some(mut months) = months_from(from, to) else { return Interval::ANY };
            let certain = certain_months(from, to);
            let zero = Interval::exactly(Number::ZERO);
            let Some(first) = months.next() else { return zero };
            let n_readings = self.memo.n_readings_of_month();
            let of_first = self.of_month(first, value);
            if self.memo.n_readings_of_month() == n_readings {
                // What does not look at the month is the same in all of them.
                let n_months = 1 + months.count();
                let n_certain = certain.map_or(0, |(low, high)| low.months_until(high) + 1);
                return same_each_month(of_first, n_months, n_certain);
            }
            let is_certain = |month: Date| certain.is_some_and(|(low, high)| low <= month && month <= high);
            let of_rest = months.map(|it| (it, self.of_month(it, value)));
            let summands = [(first, of_first)].into_iter().chain(of_rest);
            summands.fold(zero, |sum, (month, value)| numbers::plus(sum, summand(value, is_certain(month))))
        })
    }

    fn of_month(&self, month: Date, value: &Quantity) -> Possible<Number> {
        World { month: Some(month), ..*self }.quantity(value)
    }
}

/// What a month adds; one that may not lie within may add nothing.
fn summand(value: Possible<Number>, is_certain: bool) -> Interval<Number> {
    match value.some {
        Some(some) if is_certain && !value.none => some,
        _ => numbers::or_nothing(value),
    }
}

/// What so many months add, of which so many lie certainly within.
fn same_each_month(value: Possible<Number>, n_months: usize, n_certain: i64) -> Interval<Number> {
    let n_months = i64::try_from(n_months).unwrap_or(i64::MAX);
    let times =
        |n: i64, is_certain| numbers::times(summand(value, is_certain), Interval::exactly(Number::from(n)));
    numbers::plus(times(n_certain, true), times(n_months - n_certain, false))
}

/// The first days of the first and the last month that lie certainly within; `None` where no month does.
fn certain_months(from: Interval<Date>, to: Interval<Date>) -> Option<(Date, Date)> {
    let (first, last) = (from.high()?.first_of_month(), to.low()?.first_of_month());
    (first <= last).then_some((first, last))
}

/// The first day of each month that may lie in it; `None` beyond what is reckoned.
fn months_from(from: Interval<Date>, to: Interval<Date>) -> Option<impl Iterator<Item = Date>> {
    let (first, last) = (from.low()?.first_of_month(), to.high()?.first_of_month());
    let n_months = first.months_until(last);
    (n_months <= MOST_MONTHS).then(|| (0..=n_months).map(move |it| first.add_months(it)))
}

/// All values that may hold on one of these days; `None` where on some of them none is known.
fn values_on<T>(steps: &[Step<T>], days: Interval<Date>) -> Option<Vec<&T>> {
    let (low, high) = (days.low()?, days.high()?);
    let mut values = Vec::new();
    for (idx, step) in steps.iter().enumerate() {
        let ends = match (step.to, steps.get(idx + 1)) {
            (Some(to), _) => Some(to),
            (None, Some(next)) => Some(last_possible_day_before(next)),
            (None, None) => None,
        };
        if step.from <= high && ends.is_none_or(|it| low <= it) {
            values.push(&step.value);
        }
    }
    let covered = is_covered(steps, low, high);
    (covered && !values.is_empty()).then_some(values)
}

/// The day before the next value begins, or the end of that year where only the year is known.
fn last_possible_day_before<T>(next: &Step<T>) -> Date {
    match next.precision {
        DatePrecision::Year => next.from.add_months(12).plus_days(-1),
        DatePrecision::Month => next.from.add_months(1).plus_days(-1),
        DatePrecision::Day => next.from.plus_days(-1),
    }
}

/// Whether every one of these days has a value.
fn is_covered<T>(steps: &[Step<T>], low: Date, high: Date) -> bool {
    let Some(first) = steps.first() else { return false };
    // Before its unknown day in that year nothing is known.
    let begins = last_possible_day_before(first).plus_days(1);
    let gap = |idx: usize, step: &Step<T>| {
        let ended = step.to?;
        let resumes = steps.get(idx + 1).map(|it| last_possible_day_before(it).plus_days(1));
        Some((ended.plus_days(1), resumes))
    };
    let in_gap = steps.iter().enumerate().filter_map(|(idx, step)| gap(idx, step)).any(|(from, until)| {
        from <= high && until.is_none_or(|it| low < it) && until.is_none_or(|it| from < it)
    });
    begins <= low && !in_gap
}
