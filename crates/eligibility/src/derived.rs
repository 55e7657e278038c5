//! Derived facts and what goes through lists: reckoned once in a world, and not again where nothing they hang on changed.

use std::cell::Cell;

use policy::{
    Date, Day, DerivedRef, DerivedValue, Formula, Number, OptionSet, Pick, Picks, Possible, Quantity, Test,
    Value, truth::Outcomes,
};

use crate::{
    memo::{OverList, Question},
    split,
    witness::{self, End},
    world::{Chosen, World},
};

impl World<'_> {
    /// What is derived of the enterprise is the same at every entry.
    fn home_of(&self, derived: DerivedRef) -> Self {
        self.at_place(self.place_of(self.catalog.derived(derived).owner))
    }

    /// A derived fact that holds or not.
    pub(crate) fn derived_test(&self, derived: DerivedRef) -> Outcomes {
        if let Some(Value::Truth(Some(holds))) = self.profile.assumed.get(&derived) {
            return Outcomes::certain(*holds);
        }
        match &self.catalog.derived(derived).value {
            DerivedValue::Test(formula) => self.home_of(derived).worked_out(derived, formula),
            other => mistyped(other, Outcomes::UNKNOWN),
        }
    }

    /// A derived fact that is a number.
    pub(crate) fn derived_quantity(&self, derived: DerivedRef) -> Possible<Number> {
        if let Some(Value::Number(interval)) = self.profile.assumed.get(&derived) {
            return Possible::within(*interval);
        }
        match &self.catalog.derived(derived).value {
            DerivedValue::Quantity(formula) => self.home_of(derived).worked_out(derived, formula),
            other => mistyped(other, Possible::ANY),
        }
    }

    /// A derived fact that is a day.
    pub(crate) fn derived_day(&self, derived: DerivedRef) -> Possible<Date> {
        if let Some(Value::Date(interval)) = self.profile.assumed.get(&derived) {
            return Possible::within(*interval);
        }
        match &self.catalog.derived(derived).value {
            DerivedValue::Day(formula) => self.home_of(derived).worked_out(derived, formula),
            other => mistyped(other, Possible::ANY),
        }
    }

    /// A derived fact that is an option.
    pub(crate) fn derived_pick(&self, derived: DerivedRef) -> OptionSet {
        if let Some(Value::Choice(options)) = self.profile.assumed.get(&derived) {
            return *options;
        }
        match &self.catalog.derived(derived).value {
            DerivedValue::Pick(formula) => self.home_of(derived).worked_out(derived, formula),
            other => mistyped(other, OptionSet::EMPTY),
        }
    }

    /// A derived fact that is some of the options.
    pub(crate) fn derived_picks(&self, derived: DerivedRef) -> Chosen {
        if let Some(Value::Choices { certain, possible }) = self.profile.assumed.get(&derived) {
            return Chosen { certain: *certain, possible: *possible };
        }
        match &self.catalog.derived(derived).value {
            DerivedValue::Picks(formula) => self.home_of(derived).worked_out(derived, formula),
            other => mistyped(other, Chosen::exactly(OptionSet::EMPTY)),
        }
    }

    /// A derived fact, reckoned once in a world. What it hangs on is then told once, and not as often as its own
    /// formula reads it: whether the parts of that formula hang together is a question of its own.
    fn worked_out<T: WorkedOut>(&self, derived: DerivedRef, formula: &Formula<T>) -> T::Answer {
        let tree = &formula.tree;
        let kept = self.memo.worked_out(self, derived, &formula.uses, || {
            let (answer, hangs) = self.memo.watching(|| tree.reckon(self));
            // Looked into once, for today and where the entries are few: searches go through a great many worlds.
            let is_today = self.state == self.base && !self.is_one_of_many();
            let is_reached = hangs.is_plain()
                || hangs.is_wide(split::MOST_OPEN_OF_DERIVED)
                || (is_today && tree.is_reached(self, derived, answer));
            (answer.keep(), hangs.once(!is_reached))
        });
        T::Answer::take(kept).unwrap_or_else(|| tree.reckon(self))
    }
}

impl World<'_> {
    /// What goes through a list, gone through once in a world.
    pub(crate) fn over_list<A: Kept>(&self, what: OverList<'_>, go_through: impl Fn() -> A) -> A {
        let kept = self.memo.over_list(what, self, || go_through().keep());
        A::take(kept).unwrap_or_else(go_through)
    }
}

/// What a derived fact may come to, as it is kept.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Derivation {
    Truth(Outcomes),
    Number(Possible<Number>),
    Day(Possible<Date>),
    Option(OptionSet),
    Options(Chosen),
}

/// What may be kept of what was reckoned.
pub(crate) trait Kept: Copy {
    fn keep(self) -> Derivation;
    fn take(kept: Derivation) -> Option<Self>;
}

/// The formulas that a derived fact may have.
trait WorkedOut {
    type Answer: Kept;
    fn reckon(&self, world: &World<'_>) -> Self::Answer;

    /// Whether each answer left open is some completion's, though facts are read more than once.
    fn is_reached(&self, _: &World<'_>, _: DerivedRef, _: Self::Answer) -> bool {
        false
    }
}

impl Kept for Outcomes {
    fn keep(self) -> Derivation {
        Derivation::Truth(self)
    }

    fn take(kept: Derivation) -> Option<Outcomes> {
        if let Derivation::Truth(answer) = kept { Some(answer) } else { None }
    }
}

impl Kept for Possible<Number> {
    fn keep(self) -> Derivation {
        Derivation::Number(self)
    }

    fn take(kept: Derivation) -> Option<Possible<Number>> {
        if let Derivation::Number(answer) = kept { Some(answer) } else { None }
    }
}

impl Kept for Possible<Date> {
    fn keep(self) -> Derivation {
        Derivation::Day(self)
    }

    fn take(kept: Derivation) -> Option<Possible<Date>> {
        if let Derivation::Day(answer) = kept { Some(answer) } else { None }
    }
}

impl Kept for OptionSet {
    fn keep(self) -> Derivation {
        Derivation::Option(self)
    }

    fn take(kept: Derivation) -> Option<OptionSet> {
        if let Derivation::Option(answer) = kept { Some(answer) } else { None }
    }
}

impl Kept for Chosen {
    fn keep(self) -> Derivation {
        Derivation::Options(self)
    }

    fn take(kept: Derivation) -> Option<Chosen> {
        if let Derivation::Options(answer) = kept { Some(answer) } else { None }
    }
}

impl WorkedOut for Test {
    type Answer = Outcomes;

    fn reckon(&self, world: &World<'_>) -> Outcomes {
        world.test(self)
    }

    fn is_reached(&self, world: &World<'_>, derived: DerivedRef, _: Outcomes) -> bool {
        [End::Shut, End::Open]
            .into_iter()
            .all(|end| witness::reaches(world, Question::Derived(derived), end, &|it| it.test(self)))
    }
}

impl WorkedOut for Quantity {
    type Answer = Possible<Number>;

    fn reckon(&self, world: &World<'_>) -> Possible<Number> {
        world.quantity(self)
    }
}

impl WorkedOut for Day {
    type Answer = Possible<Date>;

    fn reckon(&self, world: &World<'_>) -> Possible<Date> {
        world.day(self)
    }
}

impl WorkedOut for Pick {
    type Answer = OptionSet;

    fn reckon(&self, world: &World<'_>) -> OptionSet {
        world.pick(self)
    }

    fn is_reached(&self, world: &World<'_>, derived: DerivedRef, answer: OptionSet) -> bool {
        let found = Cell::new(OptionSet::EMPTY);
        // Goes on until the last of the options was seen.
        let is_all_seen = |it: &World<'_>| {
            let pick = it.pick(self);
            let seen = if pick.len() == 1 { found.get().union(pick) } else { found.get() };
            found.set(seen);
            match pick.len() {
                1 if seen == answer => Outcomes::YES,
                1 => Outcomes::NO,
                _ => Outcomes::UNKNOWN,
            }
        };
        witness::reaches(world, Question::Derived(derived), End::Open, &is_all_seen)
    }
}

impl WorkedOut for Picks {
    type Answer = Chosen;

    fn reckon(&self, world: &World<'_>) -> Chosen {
        world.picks(self)
    }
}

/// The language checks that a derived fact is used as what it is; a catalog built by hand could differ.
fn mistyped<T>(value: &DerivedValue, unknown: T) -> T {
    debug_assert!(false, "a derived fact is used as another type than it has: {value:?}");
    unknown
}
