//! How a figure comes about: the formula with the figures put in.

use policy::{
    Choose, DerivedRef, DerivedValue, FactRef, Interval, ListRef, Number, ParameterRef, Possible, Quantity,
};

use crate::{amount::something, world::World};

/// A figure and how it comes about.
#[derive(Debug, Clone, PartialEq)]
pub enum Working {
    /// A figure that is put in.
    Figure {
        /// What it may be.
        value: Interval<Number>,
        /// What it is a figure of; `None` for one that the rule writes out.
        of: Option<FigureOf>,
    },
    /// Two figures and what is done with them.
    Both {
        /// What is done.
        sign: Sign,
        /// The first.
        left: Box<Working>,
        /// The second.
        right: Box<Working>,
    },
    /// The least of several: a cap.
    Least(Vec<Working>),
    /// The greatest of several: a floor.
    Greatest(Vec<Working>),
    /// Rounded to so many places.
    Rounded(Box<Working>, u32),
}

/// What is done with two figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// `+`
    Plus,
    /// `-`
    Minus,
    /// `×`
    Times,
    /// `÷`
    Over,
}

/// What a figure is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FigureOf {
    /// An answer.
    Fact(FactRef),
    /// What follows from answers.
    Derived(DerivedRef),
    /// A dated figure.
    Parameter(ParameterRef),
    /// How many count.
    Counted,
    /// A count or sum over a list.
    List(ListRef),
    /// Calendar months.
    Months,
    /// Something else that is reckoned: time between days, a table, another policy's amount.
    Reckoned,
}

/// More different rates than these in one sum over months are not told one by one.
const MOST_RATES: usize = 6;

/// How a figure comes about in a world; a branch that is not taken is left out.
pub(crate) fn of(world: &World<'_>, quantity: &Quantity) -> Working {
    let figure = |of| Working::Figure { value: something(world.quantity(quantity)), of };
    let both = |sign, a: &Quantity, b: &Quantity| Working::Both {
        sign,
        left: Box::new(self::of(world, a)),
        right: Box::new(self::of(world, b)),
    };
    match quantity {
        Quantity::Constant(_) => figure(None),
        Quantity::Fact(fact) => figure(Some(FigureOf::Fact(*fact))),
        Quantity::Parameter(parameter, _) => figure(Some(FigureOf::Parameter(*parameter))),
        Quantity::Counted | Quantity::Alike => figure(Some(FigureOf::Counted)),
        Quantity::Count(list, _) | Quantity::Sum(list, ..) => figure(Some(FigureOf::List(*list))),
        Quantity::Plus(a, b) => both(Sign::Plus, a, b),
        Quantity::Minus(a, b) => both(Sign::Minus, a, b),
        Quantity::Times(a, b) => both(Sign::Times, a, b),
        Quantity::Over(a, b) => both(Sign::Over, a, b),
        Quantity::Least(all) => Working::Least(all.iter().map(|it| self::of(world, it)).collect()),
        Quantity::Greatest(all) => Working::Greatest(all.iter().map(|it| self::of(world, it)).collect()),
        Quantity::Round(a, places) => Working::Rounded(Box::new(self::of(world, a)), *places),
        Quantity::Months(from, to, value) => {
            by_month(world, from, to, value).unwrap_or_else(|| figure(Some(FigureOf::Reckoned)))
        }
        Quantity::Choose(choose) => {
            taken(world, choose).map_or_else(|| figure(Some(FigureOf::Reckoned)), |it| self::of(world, it))
        }
        Quantity::Derived(derived) => match &world.catalog.derived(*derived).value {
            DerivedValue::Quantity(_) => figure(Some(FigureOf::Derived(*derived))),
            _ => figure(Some(FigureOf::Reckoned)),
        },
        Quantity::Negated(_)
        | Quantity::Clamp(..)
        | Quantity::MonthsBetween(..)
        | Quantity::YearsBetween(..)
        | Quantity::DaysBetween(..)
        | Quantity::Year(_)
        | Quantity::Month(_)
        | Quantity::Marginal(..)
        | Quantity::Bracket(..)
        | Quantity::Amount(..) => figure(Some(FigureOf::Reckoned)),
    }
}

/// The arm that is certainly taken.
fn taken<'q>(world: &World<'_>, choose: &'q Choose<Quantity>) -> Option<&'q Quantity> {
    for (test, arm) in &choose.arms {
        let holds = world.test(test);
        if holds.is_yes() {
            return Some(arm);
        }
        if !holds.is_no() {
            return None;
        }
    }
    choose.otherwise.as_ref()
}

/// Months of one rate after the other: `12 × 1,370 + 3 × 1,480`; `None` where the months or rates are not known.
fn by_month(world: &World<'_>, from: &policy::Day, to: &policy::Day, value: &Quantity) -> Option<Working> {
    let is_known = |it: Possible<policy::Date>| it.is_settled();
    if !is_known(world.day(from)) || !is_known(world.day(to)) {
        return None;
    }
    let mut rates: Vec<(i64, Possible<Number>, Working)> = Vec::new();
    for month in world.months_within(from, to)? {
        let inside = World { month: Some(month), ..*world };
        let rate = inside.quantity(value);
        match rates.last_mut().filter(|it| it.1 == rate) {
            Some(last) => last.0 += 1,
            None => rates.push((1, rate, of(&inside, value))),
        }
    }
    if rates.is_empty() || MOST_RATES < rates.len() {
        return None;
    }
    let runs = rates.into_iter().map(|(n_months, _, rate)| Working::Both {
        sign: Sign::Times,
        left: Box::new(Working::Figure {
            value: Interval::exactly(Number::from(n_months)),
            of: Some(FigureOf::Months),
        }),
        right: Box::new(rate),
    });
    runs.reduce(|a, b| Working::Both { sign: Sign::Plus, left: Box::new(a), right: Box::new(b) })
}
