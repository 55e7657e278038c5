//! Expressions to what they may be.

use policy::{
    Choose, Comparison, Date, Day, Interval, Number, OptionSet, Pick, Picks, Possible, Quantity, Test,
    truth::Outcomes,
};

use crate::{
    dates::date,
    memo::OverList,
    numbers,
    world::{Chosen, World},
};

impl World<'_> {
    /// Whether a test holds: yes, no, or either.
    pub(crate) fn test(&self, test: &Test) -> Outcomes {
        self.memo.part(|| self.test_part(test), |it| it.iter().count() == 1)
    }

    fn test_part(&self, test: &Test) -> Outcomes {
        match test {
            Test::Constant(holds) => Outcomes::certain(*holds),
            Test::Fact(fact) => self.truth_of(*fact),
            Test::Derived(derived) => self.derived_test(*derived),
            Test::Not(test) => self.test(test).negated(),
            Test::All(tests) => self.all(tests),
            Test::Any(tests) => self.any(tests),
            Test::Same(a, b) => {
                let (a, b) = (self.test(a), self.test(b));
                a.and(b).or(a.negated().and(b.negated()))
            }
            Test::Numbers(how, a, b) => {
                let told_apart = *how != Comparison::Equal || (is_gapless(a) && is_gapless(b));
                self.blurring(told_apart, || compare(*how, self.quantity(a), self.quantity(b)))
            }
            Test::Days(how, a, b) => {
                let told_apart = *how != Comparison::Equal || (is_gapless_day(a) && is_gapless_day(b));
                self.blurring(told_apart, || compare(*how, self.day(a), self.day(b)))
            }
            Test::NumberWithin(x, low, high) => self.blurring(is_gapless(x), || {
                within(self.quantity(x), self.quantity(low), self.quantity(high))
            }),
            Test::DayWithin(x, low, high) => {
                self.blurring(is_gapless_day(x), || within(self.day(x), self.day(low), self.day(high)))
            }
            // All of a list together may be all there is.
            Test::NumberAmong(x, list) => self.blurring(list.len() == 1 && is_gapless(x), || {
                among(self.quantity(x), list.iter().map(|it| self.quantity(it)))
            }),
            Test::DayAmong(x, list) => self.blurring(list.len() == 1 && is_gapless_day(x), || {
                among(self.day(x), list.iter().map(|it| self.day(it)))
            }),
            Test::SamePick(a, b) => same_pick(self.pick(a), self.pick(b)),
            Test::PickAmong(pick, options) => pick_among(self.pick(pick), *options),
            Test::Has(picks, pick) => has(self.picks(picks), self.pick(pick)),
            Test::Overlaps(a, b) => overlaps(self.picks(a), self.picks(b)),
            Test::SamePicks(a, b) => same_picks(self.picks(a), self.picks(b)),
            Test::Choose(choose) => {
                self.choose(choose, |it| self.test(it), Outcomes::join).unwrap_or(Outcomes::NO)
            }
            Test::Entries(quantifier, list, each) => {
                self.over_list(OverList::Test(test), || self.entries_test(*quantifier, *list, each))
            }
            Test::Qualifies(policy) => self.qualifies(policy),
            Test::Had(policy) => self.had(policy),
        }
    }

    /// A range may hold values that nothing comes to: a figure that must be hit is then not told apart from a miss.
    fn blurring(&self, told_apart: bool, test: impl FnOnce() -> Outcomes) -> Outcomes {
        if !told_apart {
            self.memo.note_blur();
        }
        test()
    }

    fn all(&self, tests: &[Test]) -> Outcomes {
        let mut all = Outcomes::YES;
        for test in tests {
            all = all.and(self.test(test));
            if all.is_no() {
                break;
            }
        }
        all
    }

    fn any(&self, tests: &[Test]) -> Outcomes {
        let mut any = Outcomes::NO;
        for test in tests {
            any = any.or(self.test(test));
            if any.is_yes() {
                break;
            }
        }
        any
    }

    /// What a number may be.
    pub(crate) fn quantity(&self, quantity: &Quantity) -> Possible<Number> {
        use numbers::{lift, lift_one, rising};
        match quantity {
            Quantity::Constant(number) => Possible::exactly(*number),
            Quantity::Fact(fact) => self.number_of(*fact),
            Quantity::Derived(derived) => self.derived_quantity(*derived),
            Quantity::Counted => self.counted.unwrap_or(Possible::ANY),
            Quantity::Alike => {
                self.entry().map_or(Possible::exactly(Number::ONE), |it| Possible::within(it.n))
            }
            Quantity::Parameter(parameter, day) => self.parameter(*parameter, day),
            Quantity::Negated(a) => lift_one(self.quantity(a), numbers::negated),
            Quantity::Plus(a, b) => lift(self.quantity(a), self.quantity(b), numbers::plus),
            Quantity::Minus(a, b) => {
                lift(self.quantity(a), self.quantity(b), |a, b| numbers::plus(a, numbers::negated(b)))
            }
            Quantity::Times(a, b) => lift(self.quantity(a), self.quantity(b), numbers::times),
            Quantity::Over(a, b) => lift(self.quantity(a), self.quantity(b), numbers::over),
            Quantity::Least(all) => fold(all.iter().map(|it| self.quantity(it)), numbers::least),
            Quantity::Greatest(all) => fold(all.iter().map(|it| self.quantity(it)), numbers::greatest),
            Quantity::Clamp(x, low, high) => {
                numbers::clamp(self.quantity(x), self.quantity(low), self.quantity(high))
            }
            Quantity::Round(x, places) => {
                lift_one(self.quantity(x), |it| rising(it, |it| it.rounded(*places)))
            }
            Quantity::MonthsBetween(a, b) => self.between(a, b, Date::months_until),
            Quantity::YearsBetween(a, b) => self.between(a, b, Date::years_until),
            Quantity::DaysBetween(a, b) => self.between(a, b, Date::days_until),
            Quantity::Year(day) => {
                lift_one(self.day(day), |it| rising(it, |it| Some(Number::from(it.year()))))
            }
            Quantity::Month(day) => lift_one(self.day(day), month),
            Quantity::Count(list, test) => {
                self.over_list(OverList::Quantity(quantity), || self.count(*list, test.as_deref()))
            }
            Quantity::Sum(list, value, test) => {
                self.over_list(OverList::Quantity(quantity), || self.sum(*list, value, test.as_deref()))
            }
            Quantity::Marginal(table, x) => self.marginal(*table, self.quantity(x)),
            Quantity::Bracket(table, x) => self.bracket(*table, self.quantity(x)),
            Quantity::Months(from, to, value) => self.months(from, to, value),
            Quantity::Choose(choose) => {
                self.choose(choose, |it| self.quantity(it), Possible::join).unwrap_or(Possible::NONE)
            }
            Quantity::Amount(policy, amount) => self.amount_of(policy, amount),
        }
    }

    /// Time between two days: falls with the first, rises with the second.
    fn between(&self, a: &Day, b: &Day, measure: fn(Date, Date) -> i64) -> Possible<Number> {
        numbers::lift(self.day(a), self.day(b), |a, b| {
            let span = |a: Option<Date>, b: Option<Date>| a.zip(b).map(|(a, b)| Number::from(measure(a, b)));
            numbers::ends(span(a.high(), b.low()), span(a.low(), b.high()))
        })
    }

    /// What a day may be.
    pub(crate) fn day(&self, day: &Day) -> Possible<Date> {
        match day {
            Day::Constant(date) => Possible::exactly(*date),
            Day::Fact(fact) => self.date_of(*fact),
            Day::Derived(derived) => self.derived_day(*derived),
            Day::AsOf => Possible::within(self.as_of),
            Day::MonthAtHand => {
                self.memo.note_reading_of_month();
                self.month.map_or(Possible::ANY, Possible::exactly)
            }
            Day::AddMonths(day, months) => {
                numbers::lift(self.day(day), self.quantity(months), |day, months| {
                    let moved = |day: Option<Date>, months: Option<Number>| {
                        day.zip(months.and_then(|it| it.floor_to(Number::ONE)?.to_i64()))
                            .map(|(day, n)| day.add_months(n))
                    };
                    numbers::ends(moved(day.low(), months.low()), moved(day.high(), months.high()))
                })
            }
            Day::Of(year, month, day) => {
                let date = date(self.quantity(year), self.quantity(month), self.quantity(day));
                if !date.is_settled() {
                    // Most days in between are no such day.
                    self.memo.note_blur();
                }
                date
            }
            Day::Earliest(all) => fold(all.iter().map(|it| self.day(it)), numbers::least),
            Day::Latest(all) => fold(all.iter().map(|it| self.day(it)), numbers::greatest),
            Day::Choose(choose) => {
                self.choose(choose, |it| self.day(it), Possible::join).unwrap_or(Possible::NONE)
            }
        }
    }

    /// Which option it may be.
    pub(crate) fn pick(&self, pick: &Pick) -> OptionSet {
        match pick {
            Pick::Constant(option) => OptionSet::of(*option),
            Pick::Fact(fact) => self.options_of(*fact),
            Pick::Derived(derived) => self.derived_pick(*derived),
            Pick::Choose(choose) => {
                self.choose(choose, |it| self.pick(it), OptionSet::union).unwrap_or(OptionSet::EMPTY)
            }
        }
    }

    /// Which options it certainly has and may have.
    pub(crate) fn picks(&self, picks: &Picks) -> Chosen {
        match picks {
            Picks::Constant(options) => Chosen::exactly(*options),
            Picks::Fact(fact) => self.choices_of(*fact),
            Picks::Derived(derived) => self.derived_picks(*derived),
            Picks::Choose(choose) => {
                let nothing = Chosen::exactly(OptionSet::EMPTY);
                self.choose(choose, |it| self.picks(it), Chosen::join).unwrap_or(nothing)
            }
        }
    }

    /// The value of the first arm that holds: of each arm that may be the first. `None` is none.
    fn choose<T, R>(&self, choose: &Choose<T>, value: impl Fn(&T) -> R, join: impl Fn(R, R) -> R) -> Option<R>
    where
        R: NoneOf,
    {
        let mut all: Option<R> = None;
        let mut add = |it: R| {
            all = Some(match all.take() {
                Some(so_far) => join(so_far, it),
                None => it,
            })
        };
        for (test, arm) in &choose.arms {
            let holds = self.test(test);
            if holds.is_no() {
                continue;
            }
            add(value(arm));
            if holds.is_yes() {
                return all;
            }
        }
        match &choose.otherwise {
            Some(otherwise) => add(value(otherwise)),
            None => {
                if let Some(none) = R::none() {
                    add(none);
                }
            }
        }
        all
    }
}

/// What an `if` or `match` without `else` is where nothing matches.
pub(crate) trait NoneOf: Sized {
    fn none() -> Option<Self> {
        None
    }
}

impl<T: Ord + Copy> NoneOf for Possible<T> {
    fn none() -> Option<Possible<T>> {
        Some(Possible::NONE)
    }
}

impl NoneOf for Outcomes {}
impl NoneOf for OptionSet {}
impl NoneOf for Chosen {}

/// Whether a figure comes to every value of the range that is reckoned for it.
fn is_gapless(quantity: &Quantity) -> bool {
    match quantity {
        Quantity::Constant(_)
        | Quantity::Fact(_)
        | Quantity::Counted
        | Quantity::Alike
        | Quantity::MonthsBetween(..)
        | Quantity::YearsBetween(..)
        | Quantity::DaysBetween(..)
        | Quantity::Year(_)
        | Quantity::Count(..) => true,
        Quantity::Negated(a) => is_gapless(a),
        _ => false,
    }
}

/// The same of a day; months on from a day come to nearly all of them, and no rule asks for a single one.
fn is_gapless_day(day: &Day) -> bool {
    match day {
        Day::Constant(_) | Day::Fact(_) | Day::AsOf | Day::MonthAtHand => true,
        Day::AddMonths(day, _) => is_gapless_day(day),
        Day::Derived(_) | Day::Of(..) | Day::Earliest(_) | Day::Latest(_) | Day::Choose(_) => false,
    }
}

fn compare<T: Ord + Copy>(how: Comparison, a: Possible<T>, b: Possible<T>) -> Outcomes {
    match how {
        Comparison::Equal => numbers::compare(a, b, numbers::equal),
        Comparison::Below => numbers::compare(a, b, numbers::below),
        Comparison::AtMost => numbers::compare(a, b, numbers::at_most),
    }
}

fn within<T: Ord + Copy>(x: Possible<T>, low: Possible<T>, high: Possible<T>) -> Outcomes {
    compare(Comparison::AtMost, low, x).and(compare(Comparison::AtMost, x, high))
}

fn among<T: Ord + Copy>(x: Possible<T>, list: impl Iterator<Item = Possible<T>>) -> Outcomes {
    list.fold(Outcomes::NO, |any, it| any.or(compare(Comparison::Equal, x, it)))
}

fn same_pick(a: OptionSet, b: OptionSet) -> Outcomes {
    let both = a.intersection(b);
    if both.is_empty() {
        Outcomes::NO
    } else if a.len() == 1 && b.len() == 1 {
        Outcomes::YES
    } else {
        Outcomes::UNKNOWN
    }
}

fn pick_among(pick: OptionSet, options: OptionSet) -> Outcomes {
    if pick.is_within(options) {
        Outcomes::YES
    } else if pick.intersection(options).is_empty() {
        Outcomes::NO
    } else {
        Outcomes::UNKNOWN
    }
}

fn has(picks: Chosen, pick: OptionSet) -> Outcomes {
    if pick.is_within(picks.certain) {
        Outcomes::YES
    } else if pick.intersection(picks.possible).is_empty() {
        Outcomes::NO
    } else {
        Outcomes::UNKNOWN
    }
}

fn overlaps(a: Chosen, b: Chosen) -> Outcomes {
    if !a.certain.intersection(b.certain).is_empty() {
        Outcomes::YES
    } else if a.possible.intersection(b.possible).is_empty() {
        Outcomes::NO
    } else {
        Outcomes::UNKNOWN
    }
}

fn same_picks(a: Chosen, b: Chosen) -> Outcomes {
    if a.is_exact() && b.is_exact() {
        Outcomes::certain(a.certain == b.certain)
    } else if a.certain.is_within(b.possible) && b.certain.is_within(a.possible) {
        Outcomes::UNKNOWN
    } else {
        Outcomes::NO
    }
}

fn fold<T: Ord + Copy>(
    all: impl Iterator<Item = Possible<T>>,
    join: impl Fn(Possible<T>, Possible<T>) -> Possible<T>,
) -> Possible<T> {
    all.reduce(join).unwrap_or(Possible::NONE)
}

/// The month's number rises with the day only within one year.
fn month(days: Interval<Date>) -> Interval<Number> {
    match (days.low(), days.high()) {
        (Some(low), Some(high)) if low.year() == high.year() => {
            numbers::ends(Some(Number::from(low.month())), Some(Number::from(high.month())))
        }
        _ => numbers::ends(Some(Number::ONE), Some(Number::from(12_i64))),
    }
}
