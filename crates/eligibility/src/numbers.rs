//! Arithmetic on numbers that are not quite known.
//!
//! Every function gives an interval that holds each result of values inside its arguments. A bound that cannot be
//! reckoned within 128 bits is dropped: the result is then wider, never wrong.

use std::cmp::Ordering;

use policy::{Interval, Number, Possible, truth::Outcomes};

type Numbers = Possible<Number>;

/// Lifts an operation on intervals to values that may be none: what is made of none is none.
pub(crate) fn lift<A: Ord + Copy, B: Ord + Copy, R: Ord + Copy>(
    a: Possible<A>,
    b: Possible<B>,
    join: impl FnOnce(Interval<A>, Interval<B>) -> Interval<R>,
) -> Possible<R> {
    let some = a.some.zip(b.some).map(|(a, b)| join(a, b));
    Possible { some, none: a.none || b.none }
}

/// Lifts an operation on one interval.
pub(crate) fn lift_one<A: Ord + Copy, R: Ord + Copy>(
    a: Possible<A>,
    map: impl FnOnce(Interval<A>) -> Interval<R>,
) -> Possible<R> {
    Possible { some: a.some.map(map), none: a.none }
}

/// Both ends through a rising function; an end it cannot reckon is dropped.
pub(crate) fn rising<A: Ord + Copy, R: Ord + Copy>(
    a: Interval<A>,
    map: impl Fn(A) -> Option<R>,
) -> Interval<R> {
    ends(a.low().and_then(&map), a.high().and_then(&map))
}

/// An interval of two ends that are in order by construction.
pub(crate) fn ends<R: Ord + Copy>(low: Option<R>, high: Option<R>) -> Interval<R> {
    Interval::new(low, high).unwrap_or(Interval::ANY)
}

pub(crate) fn negated(a: Interval<Number>) -> Interval<Number> {
    ends(a.high().and_then(Number::negated), a.low().and_then(Number::negated))
}

/// Anything from nothing up to a ceiling; a ceiling below nothing is nothing.
pub(crate) fn up_to(ceiling: Interval<Number>) -> Interval<Number> {
    ends(Some(Number::ZERO), ceiling.high().map(|it| it.max(Number::ZERO)))
}

pub(crate) fn plus(a: Interval<Number>, b: Interval<Number>) -> Interval<Number> {
    let sum = |a: Option<Number>, b: Option<Number>| a.zip(b).and_then(|(a, b)| a.plus(b));
    ends(sum(a.low(), b.low()), sum(a.high(), b.high()))
}

pub(crate) fn times(a: Interval<Number>, b: Interval<Number>) -> Interval<Number> {
    if let Some((a, b)) = a.exact().zip(b.exact()) {
        return a.times(b).map_or(Interval::ANY, Interval::exactly);
    }
    let corners = [(a.low(), b.low()), (a.low(), b.high()), (a.high(), b.low()), (a.high(), b.high())];
    let is_low = [(true, true), (true, false), (false, true), (false, false)];
    let corners = corners
        .into_iter()
        .zip(is_low)
        .map(|((a, b), (a_low, b_low))| End::of(a, a_low).times(End::of(b, b_low)));
    // Beyond 128 bits nothing is known of either end.
    let Some(corners) = corners.collect::<Option<Vec<End>>>() else { return Interval::ANY };
    let finite = |it: Option<&End>| match it {
        Some(End::At(number)) => Some(*number),
        Some(End::Below | End::Above) | None => None,
    };
    ends(finite(corners.iter().min()), finite(corners.iter().max()))
}

/// An end of an interval, open ones too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum End {
    Below,
    At(Number),
    Above,
}

impl End {
    fn of(end: Option<Number>, is_low: bool) -> End {
        match end {
            Some(number) => End::At(number),
            None if is_low => End::Below,
            None => End::Above,
        }
    }

    /// Nothing of whatever is nothing; `None` beyond 128 bits.
    fn times(self, other: End) -> Option<End> {
        if let (End::At(a), End::At(b)) = (self, other) {
            return a.times(b).map(End::At);
        }
        let signs = (self.cmp(&End::At(Number::ZERO)), other.cmp(&End::At(Number::ZERO)));
        Some(match signs {
            (Ordering::Equal, _) | (_, Ordering::Equal) => End::At(Number::ZERO),
            (a, b) if a == b => End::Above,
            _ => End::Below,
        })
    }
}

/// Where the divisor may be zero the result is unknown.
pub(crate) fn over(a: Interval<Number>, b: Interval<Number>) -> Interval<Number> {
    if b.contains(Number::ZERO) {
        return Interval::ANY;
    }
    let inverse = |it: Number| Number::ONE.over(it);
    let positive = b.low().is_some_and(|it| it > Number::ZERO);
    // 1/x falls towards zero at an open end, so zero bounds it there.
    let inverted = if positive {
        ends(b.high().map_or(Some(Number::ZERO), inverse), b.low().and_then(inverse))
    } else {
        ends(b.high().and_then(inverse), b.low().map_or(Some(Number::ZERO), inverse))
    };
    times(a, inverted)
}

/// The least of two; none is left out.
pub(crate) fn least<T: Ord + Copy>(a: Possible<T>, b: Possible<T>) -> Possible<T> {
    pick(a, b, |a, b| {
        let low = a.low().zip(b.low()).map(|(a, b)| a.min(b));
        let high = a.high().into_iter().chain(b.high()).min();
        ends(low, high)
    })
}

/// The greatest of two; none is left out.
pub(crate) fn greatest<T: Ord + Copy>(a: Possible<T>, b: Possible<T>) -> Possible<T> {
    pick(a, b, |a, b| {
        let low = a.low().into_iter().chain(b.low()).max();
        let high = a.high().zip(b.high()).map(|(a, b)| a.max(b));
        ends(low, high)
    })
}

fn pick<T: Ord + Copy>(
    a: Possible<T>,
    b: Possible<T>,
    join: impl FnOnce(Interval<T>, Interval<T>) -> Interval<T>,
) -> Possible<T> {
    let both = a.some.zip(b.some).map(|(a, b)| join(a, b));
    let a_alone = a.some.filter(|_| b.none);
    let b_alone = b.some.filter(|_| a.none);
    let some = [both, a_alone, b_alone].into_iter().flatten().reduce(Interval::hull);
    Possible { some, none: a.none && b.none }
}

/// `low` where `x` is below it, `high` where it is above.
pub(crate) fn clamp<T: Ord + Copy>(x: Possible<T>, low: Possible<T>, high: Possible<T>) -> Possible<T> {
    let inside = Possible { none: false, ..x };
    let clamped = greatest(low, least(inside, high));
    if x.some.is_none() { Possible::NONE } else { Possible { none: x.none, ..clamped } }
}

/// `a == b`, `a < b`, `a <= b`; a comparison with none is false.
pub(crate) fn compare<T: Ord + Copy>(
    a: Possible<T>,
    b: Possible<T>,
    how: impl FnOnce(Interval<T>, Interval<T>) -> Outcomes,
) -> Outcomes {
    let compared = a.some.zip(b.some).map(|(a, b)| how(a, b));
    let with_none = (a.none || b.none).then_some(Outcomes::NO);
    compared.into_iter().chain(with_none).reduce(Outcomes::join).unwrap_or(Outcomes::NO)
}

pub(crate) fn equal<T: Ord + Copy>(a: Interval<T>, b: Interval<T>) -> Outcomes {
    match (a.exact(), b.exact()) {
        (Some(a), Some(b)) => Outcomes::certain(a == b),
        _ if a.meet(b).is_none() => Outcomes::NO,
        _ => Outcomes::UNKNOWN,
    }
}

pub(crate) fn below<T: Ord + Copy>(a: Interval<T>, b: Interval<T>) -> Outcomes {
    if is_under(a.high(), b.low(), |a, b| a < b) {
        Outcomes::YES
    } else if is_under(b.high(), a.low(), |b, a| b <= a) {
        Outcomes::NO
    } else {
        Outcomes::UNKNOWN
    }
}

pub(crate) fn at_most<T: Ord + Copy>(a: Interval<T>, b: Interval<T>) -> Outcomes {
    below(b, a).negated()
}

fn is_under<T>(a: Option<T>, b: Option<T>, compare: impl Fn(&T, &T) -> bool) -> bool {
    a.zip(b).is_some_and(|(a, b)| compare(&a, &b))
}

/// From zero to this, or from this to zero: what a summand is that may be left out.
pub(crate) fn or_nothing(a: Numbers) -> Interval<Number> {
    let zero = Interval::exactly(Number::ZERO);
    a.some.map_or(zero, |it| it.hull(zero))
}
