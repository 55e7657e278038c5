//! How long an amount runs, and how often it comes in that time.

use policy::{Date, Interval, Number, Payment, Per, Possible};

use crate::{amount::something, numbers, world::World};

/// How long an amount runs: for the enterprise, or for the person at hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Running {
    /// From which day.
    pub(crate) from: Option<Possible<Date>>,
    /// Until which day.
    pub(crate) until: Option<Possible<Date>>,
    /// For how many months.
    pub(crate) for_months: Option<Interval<Number>>,
}

impl Running {
    pub(crate) fn of(world: &World<'_>, payment: &Payment) -> Running {
        Running {
            from: payment.from.as_ref().map(|it| world.day(&it.tree)),
            until: payment.until.as_ref().map(|it| world.day(&it.tree)),
            for_months: payment.for_months.as_ref().map(|it| something(world.quantity(&it.tree))),
        }
    }

    /// Over all days on which both may run.
    pub(crate) fn join(self, other: Running) -> Running {
        Running {
            from: self.from.zip(other.from).map(|(a, b)| a.join(b)),
            until: self.until.zip(other.until).map(|(a, b)| a.join(b)),
            for_months: self.for_months.zip(other.for_months).map(|(a, b)| a.hull(b)),
        }
    }

    /// How often it comes in all; `None` where no length is known. Between two days rates change: what such an amount
    /// came to before today is not reckoned.
    pub(crate) fn times_in_all(&self, per: Per) -> Option<Interval<Number>> {
        match per {
            Per::Once => Some(Interval::exactly(Number::ONE)),
            Per::Month => self.for_months,
            Per::Year => self.for_months.map(years_begun),
        }
    }

    /// How often it still comes from these days on; `None` where no end is known.
    pub(crate) fn times_left(&self, per: Per, today: Interval<Date>) -> Option<Interval<Number>> {
        let begins = self.from.and_then(|it| it.some).map_or(today, |it| later(it, today));
        let months = months_left(begins, self.last_day()?);
        match per {
            Per::Once => None,
            Per::Month => Some(months),
            Per::Year => Some(years_begun(months)),
        }
    }

    /// The last day: named, or so many calendar months from the first, that one counted.
    pub(crate) fn last_day(&self) -> Option<Possible<Date>> {
        self.until.or_else(|| {
            let (from, months) = (self.from?, self.for_months?);
            Some(numbers::lift(from, Possible::within(months), |from, months| {
                let last = |from: Option<Date>, months: Option<Number>| {
                    let n = months?.floor_to(Number::ONE)?.to_i64()?;
                    Some(from?.first_of_month().add_months(n - 1).last_of_month())
                };
                numbers::ends(last(from.low(), months.low()), last(from.high(), months.high()))
            }))
        })
    }
}

/// The later of two days.
fn later(a: Interval<Date>, b: Interval<Date>) -> Interval<Date> {
    let high = a.high().zip(b.high()).map(|(a, b)| a.max(b));
    numbers::ends(a.low().into_iter().chain(b.low()).max(), high)
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
