//! Why something is not known: which facts, lists, figures would have to be.

use std::collections::BTreeSet;

use policy::{
    Choose, Day, DerivedRef, DerivedValue, Edition, FactRef, Formula, ListRef, Number, Owner, ParamDay,
    ParameterRef, Pick, Picks, Possible, Quantity, Requirement, Test, Uses, truth::Outcomes,
};

use crate::{
    Cause, Missing, Subject,
    people::{People, Row},
    verdict,
    world::{Place, World},
};

/// Of so many entries it is told what is missing; of a list of thousands the rest lacks the like.
pub(crate) const MOST_ENTRIES: usize = 64;

/// How many rules deep one asks what another rule lacks.
const DEEPEST: u8 = 8;

/// Collects what is missing; nothing is said of what is decided already.
pub(crate) struct Explain<'w, 'a> {
    world: &'w World<'a>,
    found: &'w mut BTreeSet<Missing>,
}

/// What would decide a condition.
pub(crate) fn condition(world: &World<'_>, requirement: &Requirement) -> BTreeSet<Missing> {
    let mut found = BTreeSet::new();
    Explain { world, found: &mut found }.requirement(requirement);
    found
}

/// What would decide a condition of each, at its place among them.
pub(crate) fn condition_of_each(
    world: &World<'_>,
    edition: &Edition,
    list: ListRef,
    at: usize,
) -> BTreeSet<Missing> {
    let people = world.people(edition, list);
    let is_open = |row: &Row| row.conditions.get(at).is_some_and(|it| !is_decided(*it));
    let mut found = BTreeSet::new();
    for entry in those(world, &people, list, &is_open) {
        Explain { world: &entry, found: &mut found }.requirement(&edition.rule.each[at].requirement);
    }
    if world.may_have_more(list) {
        found.insert(Missing { subject: Subject::List(list), cause: Cause::NotAsked });
    }
    found
}

/// What would decide whether somebody counts for a rule over people.
pub(crate) fn somebody(world: &World<'_>, edition: &Edition, list: ListRef) -> BTreeSet<Missing> {
    entries(world, edition, list, &|row| !is_decided(row.counts))
}

/// What would decide how many count, the office aside.
pub(crate) fn counted(world: &World<'_>, edition: &Edition, list: ListRef) -> BTreeSet<Missing> {
    entries(world, edition, list, &|row| row.counts.is_unknown())
}

/// The entries that stand in some way towards a rule; of many the first.
fn those<'a>(
    world: &World<'a>,
    people: &People,
    list: ListRef,
    stand: &dyn Fn(&Row) -> bool,
) -> Vec<World<'a>> {
    let entered = world.each(list).map(|(at, _)| at);
    entered.filter(|at| people.row(at.place).is_some_and(stand)).take(MOST_ENTRIES).collect()
}

fn entries(
    world: &World<'_>,
    edition: &Edition,
    list: ListRef,
    are_open: &dyn Fn(&Row) -> bool,
) -> BTreeSet<Missing> {
    let mut found = BTreeSet::new();
    Explain { world, found: &mut found }.list(list);
    let people = world.people(edition, list);
    for at in those(world, &people, list, are_open) {
        let mut explain = Explain { world: &at, found: &mut found };
        if let Some(by) = edition.valid.by {
            explain.fact(by);
        }
        edition.rule.each.iter().for_each(|it| explain.requirement(&it.requirement));
    }
    found
}

/// Every open fact that an edition mentions, where it cannot be told which of them matter.
pub(crate) fn everything(world: &World<'_>, edition: &Edition) -> BTreeSet<Missing> {
    let mut found = BTreeSet::new();
    for slot in verdict::mentions(world, edition).splits(world).slots {
        Explain { world: &world.at_place(slot.place), found: &mut found }.fact(slot.fact);
    }
    found
}

/// What would decide an edition as a whole: its conditions, people and windows.
pub(crate) fn edition(world: &World<'_>, edition: &Edition) -> BTreeSet<Missing> {
    let mut found = beyond_conditions(world, edition);
    let mut explain = Explain { world, found: &mut found };
    edition.rule.conditions.iter().for_each(|it| explain.requirement(&it.requirement));
    found
}

/// The same, the conditions of the enterprise aside.
pub(crate) fn beyond_conditions(world: &World<'_>, edition: &Edition) -> BTreeSet<Missing> {
    let mut found = BTreeSet::new();
    let mut explain = Explain { world, found: &mut found };
    if let Some(by) = edition.valid.by.filter(|_| !crate::rule::picks_by_entry(world, edition)) {
        explain.fact(by);
    }
    if !is_decided(world.window(edition)) {
        for day in edition.rule.windows.iter().flat_map(|it| it.opens.iter().chain(&it.closes)) {
            explain.day(&day.tree);
        }
    }
    if let Some(list) = edition.rule.for_each
        && !is_decided(world.somebody(edition, list))
    {
        found.extend(somebody(world, edition, list));
    }
    found
}

/// What would narrow a figure, however many people count.
pub(crate) fn quantity(world: &World<'_>, formula: &Formula<Quantity>) -> BTreeSet<Missing> {
    let mut found = BTreeSet::new();
    let world = World { counted: Some(Possible::exactly(Number::ONE)), ..*world };
    let mut explain = Explain { world: &world, found: &mut found };
    explain.quantity(&formula.tree);
    if explain.found.is_empty() && !world.quantity(&formula.tree).is_settled() {
        explain.not_computable(&formula.uses);
    }
    found
}

fn is_decided(outcomes: Outcomes) -> bool {
    outcomes.iter().count() == 1
}

impl Explain<'_, '_> {
    fn requirement(&mut self, requirement: &Requirement) {
        if is_decided(self.world.requirement_decided(requirement)) {
            return;
        }
        match requirement {
            Requirement::Test(formula) => {
                let mut found = BTreeSet::new();
                Explain { world: self.world, found: &mut found }.test(&formula.tree);
                if found.is_empty() {
                    // Everything is known, and still it cannot be reckoned.
                    self.not_computable(&formula.uses);
                }
                self.found.append(&mut found);
            }
            Requirement::Officer => {}
            Requirement::Any(parts) | Requirement::All(parts) => {
                parts.iter().for_each(|it| self.requirement(&it.requirement));
            }
            Requirement::Not(part) => self.requirement(&part.requirement),
        }
    }

    fn test(&mut self, test: &Test) {
        if is_decided(self.world.test(test)) {
            return;
        }
        match test {
            Test::Constant(_) => {}
            Test::Fact(fact) => self.fact(*fact),
            Test::Derived(derived) => self.derived(*derived),
            Test::Not(test) => self.test(test),
            Test::All(tests) | Test::Any(tests) => tests.iter().for_each(|it| self.test(it)),
            Test::Same(a, b) => [a, b].into_iter().for_each(|it| self.test(it)),
            Test::Numbers(_, a, b) => [a, b].into_iter().for_each(|it| self.quantity(it)),
            Test::Days(_, a, b) => [a, b].into_iter().for_each(|it| self.day(it)),
            Test::NumberWithin(x, low, high) => [x, low, high].into_iter().for_each(|it| self.quantity(it)),
            Test::DayWithin(x, low, high) => [x, low, high].into_iter().for_each(|it| self.day(it)),
            Test::NumberAmong(x, list) => {
                self.quantity(x);
                list.iter().for_each(|it| self.quantity(it));
            }
            Test::DayAmong(x, list) => {
                self.day(x);
                list.iter().for_each(|it| self.day(it));
            }
            Test::SamePick(a, b) => [a, b].into_iter().for_each(|it| self.pick(it)),
            Test::PickAmong(pick, _) => self.pick(pick),
            Test::Has(picks, pick) => {
                self.picks(picks);
                self.pick(pick);
            }
            Test::Overlaps(a, b) | Test::SamePicks(a, b) => [a, b].into_iter().for_each(|it| self.picks(it)),
            Test::Choose(choose) => self.choose(choose, |explain, it| explain.test(it)),
            Test::Entries(_, list, test) => self.entries(*list, |explain| explain.test(test)),
            Test::Qualifies(policy) => self.policy(policy),
            Test::Had(policy) => self.say(Subject::Had(policy.clone()), Cause::NotAsked),
        }
    }

    fn quantity(&mut self, quantity: &Quantity) {
        let value = self.world.quantity(quantity);
        if value.is_settled() {
            return;
        }
        match quantity {
            Quantity::Constant(_) | Quantity::Counted => {}
            Quantity::Alike => {
                if let Place::Entry(list, _) = self.world.place {
                    self.list(list);
                }
            }
            Quantity::Fact(fact) => self.fact(*fact),
            Quantity::Derived(derived) => self.derived(*derived),
            Quantity::Parameter(parameter, day) => {
                let days = match day {
                    ParamDay::AsOf => Possible::within(self.world.as_of),
                    ParamDay::On(day) => {
                        self.day(day);
                        self.world.day(day)
                    }
                };
                self.figure(*parameter, days.is_settled());
            }
            Quantity::Negated(a) | Quantity::Round(a, _) => self.quantity(a),
            Quantity::Plus(a, b) | Quantity::Minus(a, b) | Quantity::Times(a, b) => {
                [a, b].into_iter().for_each(|it| self.quantity(it));
            }
            Quantity::Over(a, b) => {
                [a, b].into_iter().for_each(|it| self.quantity(it));
            }
            Quantity::Least(all) | Quantity::Greatest(all) => all.iter().for_each(|it| self.quantity(it)),
            Quantity::Clamp(x, low, high) => [x, low, high].into_iter().for_each(|it| self.quantity(it)),
            Quantity::MonthsBetween(a, b) | Quantity::YearsBetween(a, b) | Quantity::DaysBetween(a, b) => {
                [a, b].into_iter().for_each(|it| self.day(it));
            }
            Quantity::Year(day) | Quantity::Month(day) => self.day(day),
            Quantity::Count(list, test) => self.entries(*list, |explain| {
                test.iter().for_each(|it| explain.test(it));
            }),
            Quantity::Sum(list, value, test) => self.entries(*list, |explain| {
                test.iter().for_each(|it| explain.test(it));
                explain.quantity(value);
            }),
            Quantity::Marginal(table, x) | Quantity::Bracket(table, x) => {
                self.quantity(x);
                let settled = self.world.quantity(x).is_settled() && self.world.as_of.exact().is_some();
                self.figure(*table, settled);
            }
            Quantity::Months(from, to, value) => {
                self.day(from);
                self.day(to);
                for month in self.world.months_within(from, to).into_iter().flatten() {
                    let inside = World { month: Some(month), ..*self.world };
                    Explain { world: &inside, found: self.found }.quantity(value);
                }
            }
            Quantity::Choose(choose) => self.choose(choose, |explain, it| explain.quantity(it)),
            Quantity::Amount(policy, _) => self.policy(policy),
        }
    }

    fn day(&mut self, day: &Day) {
        if self.world.day(day).is_settled() {
            return;
        }
        match day {
            Day::Constant(_) | Day::AsOf | Day::MonthAtHand => {}
            Day::Fact(fact) => self.fact(*fact),
            Day::Derived(derived) => self.derived(*derived),
            Day::AddMonths(day, months) => {
                self.day(day);
                self.quantity(months);
            }
            Day::Of(year, month, day) => [year, month, day].into_iter().for_each(|it| self.quantity(it)),
            Day::Earliest(all) | Day::Latest(all) => all.iter().for_each(|it| self.day(it)),
            Day::Choose(choose) => self.choose(choose, |explain, it| explain.day(it)),
        }
    }

    fn pick(&mut self, pick: &Pick) {
        if self.world.pick(pick).len() <= 1 {
            return;
        }
        match pick {
            Pick::Constant(_) => {}
            Pick::Fact(fact) => self.fact(*fact),
            Pick::Derived(derived) => self.derived(*derived),
            Pick::Choose(choose) => self.choose(choose, |explain, it| explain.pick(it)),
        }
    }

    fn picks(&mut self, picks: &Picks) {
        if self.world.picks(picks).is_exact() {
            return;
        }
        match picks {
            Picks::Constant(_) => {}
            Picks::Fact(fact) => self.fact(*fact),
            Picks::Derived(derived) => self.derived(*derived),
            Picks::Choose(choose) => self.choose(choose, |explain, it| explain.picks(it)),
        }
    }

    fn choose<T>(&mut self, choose: &Choose<T>, value: impl Fn(&mut Self, &T)) {
        for (test, arm) in &choose.arms {
            let holds = self.world.test(test);
            self.test(test);
            if !holds.is_no() {
                value(self, arm);
            }
            if holds.is_yes() {
                return;
            }
        }
        choose.otherwise.iter().for_each(|it| value(self, it));
    }

    fn derived(&mut self, derived: DerivedRef) {
        let world = self.world.at_place(self.world.place_of(self.world.catalog.derived(derived).owner));
        let lacking = world.memo.lacking(&world, derived, || {
            let mut found = BTreeSet::new();
            Explain { world: &world, found: &mut found }.formula(derived);
            found
        });
        self.found.extend(lacking.iter().cloned());
    }

    fn formula(&mut self, derived: DerivedRef) {
        match &self.world.catalog.derived(derived).value {
            DerivedValue::Test(formula) => self.test(&formula.tree),
            DerivedValue::Quantity(formula) => self.quantity(&formula.tree),
            DerivedValue::Day(formula) => self.day(&formula.tree),
            DerivedValue::Pick(formula) => self.pick(&formula.tree),
            DerivedValue::Picks(formula) => self.picks(&formula.tree),
        }
    }

    /// A fact that may not apply is not missing yet: what says whether it applies is.
    fn fact(&mut self, fact: FactRef) {
        let world = self.world;
        if world.is_settled(fact) {
            return;
        }
        let slot = world.slot(fact);
        let at = world.at_place(slot.place);
        if let Some(ask_if) = &world.catalog.fact(fact).ask_if
            && at.reading(fact).applies.is_unknown()
        {
            return Explain { world: &at, found: self.found }.test(&ask_if.tree);
        }
        let cause = match world.answer(slot) {
            None => Cause::NotAsked,
            Some(_) => Cause::DontKnow,
        };
        match (slot.place, at.entry()) {
            (Place::Entry(list, _), Some(entry)) => {
                self.say(Subject::EntryFact(list, entry.id.clone(), fact), cause);
            }
            _ => self.say(Subject::Fact(fact), cause),
        }
    }

    fn list(&mut self, list: ListRef) {
        if self.world.may_have_more(list) {
            self.say(Subject::List(list), Cause::NotAsked);
        }
        if self.world.each(list).any(|(_, entry)| entry.n.exact().is_none()) {
            // How many alike an entry stands for is a part of the list.
            self.say(Subject::List(list), Cause::DontKnow);
        }
    }

    fn entries(&mut self, list: ListRef, at_each: impl Fn(&mut Explain<'_, '_>)) {
        self.list(list);
        let mut n_lacking = 0;
        for (at, _) in self.world.each(list) {
            let before = self.found.len();
            at_each(&mut Explain { world: &at, found: self.found });
            n_lacking += usize::from(before < self.found.len());
            if MOST_ENTRIES <= n_lacking {
                break;
            }
        }
    }

    fn policy(&mut self, policy: &policy::PolicyId) {
        let asked = self.world.catalog.policy(policy.as_str()).ok();
        let deeper = World { place: Place::Enterprise, depth: self.world.depth + 1, ..*self.world };
        let answering = asked.into_iter().flat_map(|it| it.editions.iter().map(move |edition| (it, edition)));
        let mut found = BTreeSet::new();
        for (policy, answering) in answering {
            let days = crate::rule::days_of(policy, answering).meet(deeper.as_of);
            if let Some(days) = days.filter(|_| deeper.depth < DEEPEST) {
                found.append(&mut edition(&deeper.on(days), answering));
            }
        }
        if found.is_empty() && asked.is_none() {
            self.say(Subject::Policy(policy.clone()), Cause::NotPublished);
        }
        self.found.append(&mut found);
    }

    /// A figure looked up on a known day is unknown only where it was not put out, or only its year is known.
    fn figure(&mut self, parameter: ParameterRef, is_sought_for_sure: bool) {
        if is_sought_for_sure {
            self.say(Subject::Parameter(parameter), Cause::NotPublished);
        }
    }

    /// What is known and cannot be reckoned: it divides by zero, or leaves what can be measured.
    fn not_computable(&mut self, uses: &Uses) {
        for fact in uses.facts.keys() {
            match self.world.catalog.fact(*fact).owner {
                Owner::Enterprise => self.say(Subject::Fact(*fact), Cause::NotComputable),
                Owner::Entry(list) => self.say(Subject::List(list), Cause::NotComputable),
            }
        }
        for list in &uses.lists {
            self.say(Subject::List(*list), Cause::NotComputable);
        }
        for parameter in &uses.parameters {
            self.say(Subject::Parameter(*parameter), Cause::NotComputable);
        }
        for policy in &uses.policies {
            self.say(Subject::Policy(policy.clone()), Cause::NotComputable);
        }
    }

    fn say(&mut self, subject: Subject, cause: Cause) {
        self.found.insert(Missing { subject, cause });
    }
}
