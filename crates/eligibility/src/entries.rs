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

    /// The world at an entry that is still to be entered, of which nothing is known; `None` where all are.
    pub(crate) fn to_come(self, list: ListRef) -> Option<World<'a>> {
        self.may_have_more(list).then(|| self.at_place(Place::to_come(list)))
    }

    /// How many may still be entered.
    fn room(&self, list: ListRef) -> Interval<Number> {
        let mut entered = self.each(list).filter_map(|(_, entry)| entry.n.low());
        let entered = entered.try_fold(Number::ZERO, Number::plus);
        let at_most = self.catalog.list(list).at_most.map(Number::from);
        let room = at_most.zip(entered).and_then(|(most, entered)| most.minus(entered));
        numbers::ends(Some(Number::ZERO), room.map(|it| it.max(Number::ZERO)))
    }

    pub(crate) fn entries_test(&self, quantifier: Quantifier, list: ListRef, test: &Test) -> Outcomes {
        let tests = self.each(list).map(|(at, entry)| (at.test(test), is_there(entry)));
        // Whoever is still to be entered may be nobody.
        let to_come = self.to_come(list).map(|at| (at.test(test), Outcomes::UNKNOWN));
        let tests = tests.chain(to_come);
        match quantifier {
            Quantifier::Some => tests.fold(Outcomes::NO, |any, (holds, there)| any.or(holds.and(there))),
            Quantifier::Every => {
                tests.fold(Outcomes::YES, |all, (holds, there)| all.and(holds.or(there.negated())))
            }
        }
    }

    pub(crate) fn count(&self, list: ListRef, test: Option<&Test>) -> Possible<Number> {
        let holds = |at: World<'_>| test.map_or(Outcomes::YES, |it| at.test(it));
        Possible::within(self.counted_where(list, &holds))
    }

    /// How many entries something holds for: all who may, and those for whom it certainly does.
    pub(crate) fn counted_where(
        &self,
        list: ListRef,
        holds: &dyn Fn(World<'_>) -> Outcomes,
    ) -> Interval<Number> {
        let entered = self.each(list).map(|(at, entry)| weight(holds(at), entry.n));
        let to_come = self.to_come(list).filter(|at| !holds(*at).is_no()).map(|_| self.room(list));
        entered.chain(to_come).fold(Interval::exactly(Number::ZERO), numbers::plus)
    }

    pub(crate) fn sum(&self, list: ListRef, value: &Quantity, test: Option<&Test>) -> Possible<Number> {
        let holds = |at: World<'_>| test.map_or(Outcomes::YES, |it| at.test(it));
        self.summed_where(list, &|at| at.quantity(value), &holds)
    }

    /// A value summed over the entries that something holds for; a value of none is left out.
    pub(crate) fn summed_where(
        &self,
        list: ListRef,
        value: &dyn Fn(World<'_>) -> Possible<Number>,
        holds: &dyn Fn(World<'_>) -> Outcomes,
    ) -> Possible<Number> {
        let summand = |at: World<'_>, n: Interval<Number>| {
            let holds = holds(at);
            if holds.is_no() {
                return Interval::exactly(Number::ZERO);
            }
            let value = value(at);
            let one = if holds.is_open() && !value.none { value.some } else { None };
            numbers::times(one.unwrap_or_else(|| numbers::or_nothing(value)), n)
        };
        let entered = self.each(list).map(|(at, entry)| summand(at, entry.n));
        let to_come = self.to_come(list).map(|at| summand(at, self.room(list)));
        Possible::within(entered.chain(to_come).fold(Interval::exactly(Number::ZERO), numbers::plus))
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
        let Place::Entry(list, _) = self.place else { return Outcomes::YES };
        match (self.entry(), &had.entry) {
            // A support for the enterprise was received with everybody in it.
            _ if self.is_given_otherwise(&had.policy, list) => Outcomes::YES,
            (Some(entry), Some(of)) => Outcomes::certain(entry.id == *of),
            // It was received for somebody of whom the profile does not tell.
            (Some(_), None) | (None, _) => Outcomes::UNKNOWN,
        }
    }

    /// Whether a policy is certainly not given for the entries of a list one by one.
    fn is_given_otherwise(&self, policy: &PolicyId, list: ListRef) -> bool {
        let policy = self.catalog.policy(policy.as_str());
        policy.is_ok_and(|it| it.editions.iter().all(|it| it.rule.for_each != Some(list)))
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
