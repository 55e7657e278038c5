//! Lists: counting, summing, searching; and what was received before.

use policy::{
    Entry, Had, Interval, ListRef, Number, PolicyId, Possible, Quantifier, Quantity, Test, truth::Outcomes,
};

use crate::{
    numbers,
    world::{Place, World},
};

impl<'a> World<'a> {
    /// The same world at each entry of a list, with the entry.
    pub(crate) fn each(self, list: ListRef) -> impl Iterator<Item = (World<'a>, &'a Entry)> {
        let entries = self.entries(list).map_or(&[][..], |it| &it.entries);
        entries.iter().enumerate().map(move |(idx, entry)| (self.at(list, idx), entry))
    }

    /// Whether the list may hold more than was entered.
    pub(crate) fn may_have_more(&self, list: ListRef) -> bool {
        self.entries(list).is_none_or(|it| it.more)
    }

    pub(crate) fn entries_test(&self, quantifier: Quantifier, list: ListRef, test: &Test) -> Outcomes {
        let more = if self.may_have_more(list) { Some(Outcomes::UNKNOWN) } else { None };
        let tests = self.each(list).map(|(at, entry)| (at.test(test), is_there(entry)));
        match quantifier {
            Quantifier::Some => {
                let any = tests.fold(Outcomes::NO, |any, (holds, there)| any.or(holds.and(there)));
                more.map_or(any, |it| any.or(it))
            }
            Quantifier::Every => {
                let all = tests.fold(Outcomes::YES, |all, (holds, there)| all.and(holds.or(there.negated())));
                more.map_or(all, |it| all.and(it))
            }
        }
    }

    pub(crate) fn count(&self, list: ListRef, test: Option<&Test>) -> Possible<Number> {
        let weights = self.each(list).map(|(at, entry)| {
            let holds = test.map_or(Outcomes::YES, |it| at.test(it));
            weight(holds, entry.n)
        });
        let counted = weights.fold(Interval::exactly(Number::ZERO), numbers::plus);
        Possible::within(self.with_more(list, counted))
    }

    /// A count with what is still to be entered; never beyond the list's bound.
    pub(crate) fn with_more(&self, list: ListRef, counted: Interval<Number>) -> Interval<Number> {
        if !self.may_have_more(list) {
            return counted;
        }
        let at_most = self.catalog.list(list).at_most.map(Number::from);
        numbers::ends(counted.low(), at_most.max(at_most.and(counted.low())))
    }

    pub(crate) fn sum(&self, list: ListRef, value: &Quantity, test: Option<&Test>) -> Possible<Number> {
        if self.may_have_more(list) {
            return Possible::ANY;
        }
        let summands = self.each(list).map(|(at, entry)| {
            let holds = test.map_or(Outcomes::YES, |it| at.test(it));
            if holds.is_no() {
                return Interval::exactly(Number::ZERO);
            }
            let value = at.quantity(value);
            // A value of none is left out of the sum.
            let value =
                if holds.is_yes() && !value.none { value.some } else { Some(numbers::or_nothing(value)) };
            value.map_or(Interval::exactly(Number::ZERO), |it| numbers::times(it, entry.n))
        });
        Possible::within(summands.fold(Interval::exactly(Number::ZERO), numbers::plus))
    }

    /// Whether a support was received before; at an entry, for that entry.
    pub(crate) fn had(&self, policy: &PolicyId) -> Outcomes {
        let received = self.profile.had.iter().filter(|it| it.policy == *policy);
        let any =
            received.fold(Outcomes::NO, |any, had| any.or(self.had_by_then(had).and(self.had_here(had))));
        if self.profile.more_had { any.or(Outcomes::UNKNOWN) } else { any }
    }

    fn had_by_then(&self, had: &Had) -> Outcomes {
        had.on.map_or(Outcomes::YES, |on| numbers::at_most(Interval::exactly(on), self.as_of))
    }

    fn had_here(&self, had: &Had) -> Outcomes {
        match (self.place, self.entry(), &had.entry) {
            (Place::Enterprise, _, _) | (_, None, _) => Outcomes::YES,
            (_, Some(entry), Some(of)) => Outcomes::certain(entry.id == *of),
            // It was received for somebody of whom the profile does not tell.
            (_, Some(_), None) => Outcomes::UNKNOWN,
        }
    }
}

/// What an entry weighs in a count: all it stands for, nothing, or up to that.
pub(crate) fn weight(holds: Outcomes, n: Interval<Number>) -> Interval<Number> {
    if holds.is_open() {
        n
    } else if holds.is_no() {
        Interval::exactly(Number::ZERO)
    } else {
        n.hull(Interval::exactly(Number::ZERO))
    }
}

/// Whether an entry stands for anybody.
pub(crate) fn is_there(entry: &Entry) -> Outcomes {
    numbers::below(Interval::exactly(Number::ZERO), entry.n)
}
