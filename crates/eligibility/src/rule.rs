//! Rules: conditions, people who count, windows; whether a policy is open on the days at hand.

use policy::{
    Condition, Date, DatePrecision, Edition, Interval, ListRef, Number, Owner, Part, Policy, PolicyId,
    Possible, Requirement, Window, truth::Outcomes,
};

use crate::{entries::is_there, numbers, world::World};

/// Rules may ask for other rules; circles are refused when a pack is read, and this bound keeps the promise.
const DEEPEST: u8 = 16;

/// How long an edition picked by an event lives on after its last day, where it has no windows.
const MONTHS_LIVED_ON: i64 = 12;

impl<'a> World<'a> {
    /// What a condition may be.
    pub(crate) fn requirement(&self, requirement: &Requirement) -> Outcomes {
        self.memo.part(|| self.requirement_part(requirement), |it| it.iter().count() == 1)
    }

    fn requirement_part(&self, requirement: &Requirement) -> Outcomes {
        match requirement {
            Requirement::Test(formula) => self.test(&formula.tree),
            Requirement::Officer => Outcomes::OFFICER,
            Requirement::Any(parts) => self.parts(parts).fold(Outcomes::NO, Outcomes::or),
            Requirement::All(parts) => self.parts(parts).fold(Outcomes::YES, Outcomes::and),
            Requirement::Not(part) => self.requirement(&part.requirement).negated(),
        }
    }

    fn parts(&self, parts: &[Part]) -> impl Iterator<Item = Outcomes> {
        parts.iter().map(|it| self.requirement(&it.requirement))
    }

    /// All of several conditions; stops at the first that certainly fails.
    pub(crate) fn conditions<'c>(&self, conditions: impl IntoIterator<Item = &'c Condition>) -> Outcomes {
        all(conditions.into_iter().map(|it| self.condition(it)))
    }

    fn condition(&self, condition: &Condition) -> Outcomes {
        if self.thorough {
            self.thorough(false).requirement_decided(&condition.requirement)
        } else {
            self.requirement(&condition.requirement)
        }
    }

    /// Whether the entry at hand falls under this edition: its event lies within the edition's days.
    pub(crate) fn is_of_edition(&self, edition: &Edition) -> Outcomes {
        let Some(by) = edition.valid.by else { return Outcomes::YES };
        let event = self.date_of(by);
        let from = numbers::compare(Possible::exactly(edition.valid.from), event, numbers::at_most);
        let to = edition
            .valid
            .to
            .map_or(Outcomes::YES, |to| numbers::compare(event, Possible::exactly(to), numbers::at_most));
        from.and(to)
    }

    /// Whether the event that picks the edition has happened by the day of assessment.
    pub(crate) fn has_happened(&self, edition: &Edition) -> Outcomes {
        let Some(by) = edition.valid.by else { return Outcomes::YES };
        numbers::compare(self.date_of(by), Possible::within(self.as_of), numbers::at_most)
    }

    /// Whether the entry at hand counts for a rule over people.
    pub(crate) fn counts(&self, edition: &Edition) -> Outcomes {
        self.counts_beside(edition, |_| None)
    }

    /// Whether the entry at hand counts, where some conditions of each are known already; told by their place.
    pub(crate) fn counts_beside(
        &self,
        edition: &Edition,
        known: impl Fn(usize) -> Option<Outcomes>,
    ) -> Outcomes {
        let each = || edition.rule.each.iter().enumerate();
        let counts = || {
            let by_event = self.by_event(edition);
            let known_first = each().filter_map(|(at, _)| known(at)).fold(by_event, Outcomes::and);
            let rest = each().filter(|(at, _)| known(*at).is_none()).map(|(_, it)| self.condition(it));
            if known_first.is_no() { known_first } else { known_first.and(all(rest)) }
        };
        self.memo.part(counts, |it| it.iter().count() == 1)
    }

    /// Whether the entry at hand falls under this edition and its event has happened, where each picks its own.
    pub(crate) fn by_event(&self, edition: &Edition) -> Outcomes {
        if picks_by_entry(self, edition) {
            self.is_of_edition(edition).and(self.has_happened(edition))
        } else {
            Outcomes::YES
        }
    }

    /// How many count; all who may, and those who certainly do.
    pub(crate) fn counted(&self, edition: &Edition, list: ListRef) -> Interval<Number> {
        let people = self.people(edition, list);
        self.counted_where(list, &|at| at.counts_among(&people, edition))
    }

    /// The implied condition of a rule over people: that somebody counts.
    pub(crate) fn somebody(&self, edition: &Edition, list: ListRef) -> Outcomes {
        let people = self.people(edition, list);
        let counts = |at: World<'_>| at.counts_among(&people, edition);
        let entered = self.each(list).map(|(at, entry)| counts(at).and(is_there(entry)));
        let to_come = self.to_come(list).map(|at| counts(at).and(Outcomes::UNKNOWN));
        let mut any = Outcomes::NO;
        for one in entered.chain(to_come) {
            any = any.or(one);
            if any.is_yes() {
                break;
            }
        }
        any
    }

    /// What a condition of each is for the rule, as the answers are: met if it is for somebody, and no obstacle where
    /// nobody was entered. `at` is its place among them.
    pub(crate) fn each_condition(&self, edition: &Edition, list: ListRef, at: usize) -> Outcomes {
        let people = self.people(edition, list);
        let holds = |place| people.row(place).and_then(|it| Some((*it.conditions.get(at)?, it.under)));
        let entered = self.each(list).filter_map(|(world, entry)| {
            let (holds, under) = holds(world.place)?;
            Some((holds, is_there(entry).and(under)))
        });
        let to_come = self.to_come(list).and_then(|it| Some((holds(it.place)?.0, Outcomes::UNKNOWN)));
        let people: Vec<(Outcomes, Outcomes)> =
            entered.chain(to_come).filter(|(_, there)| !there.is_no()).collect();
        let nobody_certain = !people.iter().any(|(_, there)| there.is_yes());
        if nobody_certain {
            // Nobody, or some of those who may be there: any of their answers may be the best one.
            return people.iter().fold(Outcomes::YES, |all, (holds, _)| all.join(*holds));
        }
        people.iter().fold(Outcomes::NO, |any, (holds, there)| any.or(holds.and(*there)))
    }

    /// For how many a condition of each holds, as the answers are. `at` is its place among them.
    pub(crate) fn counted_for(&self, edition: &Edition, list: ListRef, at: usize) -> Interval<Number> {
        let people = self.people(edition, list);
        self.counted_where(list, &|world| {
            let row = people.row(world.place);
            let holds = row.and_then(|it| Some(it.conditions.get(at)?.office_aside().and(it.under)));
            holds.unwrap_or(Outcomes::NO)
        })
    }

    /// Whether the entry at hand is judged by this edition, where each entry picks its own.
    pub(crate) fn falls_under(&self, edition: &Edition) -> Outcomes {
        if picks_by_entry(self, edition) { self.is_of_edition(edition) } else { Outcomes::YES }
    }

    /// All conditions of an edition, the implied ones too.
    pub(crate) fn holds(&self, edition: &Edition) -> Outcomes {
        let by_enterprise = if edition.valid.by.is_some() && !picks_by_entry(self, edition) {
            self.is_of_edition(edition).and(self.has_happened(edition))
        } else {
            Outcomes::YES
        };
        if by_enterprise.is_no() {
            return Outcomes::NO;
        }
        let all = by_enterprise.and(self.conditions(&edition.rule.conditions));
        match edition.rule.for_each {
            Some(list) if !all.is_no() => all.and(self.thorough(false).somebody(edition, list)),
            _ => all,
        }
    }

    /// Whether one can apply on the days at hand.
    pub(crate) fn window(&self, edition: &Edition) -> Outcomes {
        let windows = &edition.rule.windows;
        if windows.is_empty() {
            return Outcomes::YES;
        }
        windows.iter().fold(Outcomes::NO, |any, it| any.or(self.is_open(it)))
    }

    fn is_open(&self, window: &Window) -> Outcomes {
        let now = Possible::within(self.as_of);
        let opened = window
            .opens
            .as_ref()
            .map_or(Outcomes::YES, |it| numbers::compare(self.day(&it.tree), now, numbers::at_most));
        let closed = window
            .closes
            .as_ref()
            .map_or(Outcomes::YES, |it| numbers::compare(now, self.day(&it.tree), numbers::at_most));
        opened.and(closed)
    }

    /// Whether an edition is open to the enterprise: conditions and window, on the days at hand.
    pub(crate) fn open(&self, edition: &Edition) -> Outcomes {
        let window = self.window(edition);
        if window.is_no() { Outcomes::NO } else { window.and(self.holds(edition)) }
    }

    /// Whether a policy is open under whichever edition answers on the days at hand.
    pub(crate) fn open_policy(&self, policy: &Policy) -> Outcomes {
        if self.depth >= DEEPEST {
            return Outcomes::UNKNOWN;
        }
        let deeper = World { depth: self.depth + 1, ..*self };
        let mut by_event = Outcomes::NO;
        let mut by_day: Option<Outcomes> = None;
        let mut answered = Vec::new();
        for edition in &policy.editions {
            let Some(days) = days_of(policy, edition).meet(self.as_of) else { continue };
            let open = deeper.on(days).open(edition);
            if edition.valid.by.is_some() {
                // Editions by event answer side by side, each while it lives.
                let all_along = days == self.as_of;
                by_event = by_event.or(if all_along { open } else { open.join(Outcomes::NO) });
            } else {
                // By day, one takes the place of the other.
                answered.push(days);
                by_day = Some(by_day.map_or(open, |it| it.join(open)));
            }
        }
        let by_day = match by_day {
            Some(open) if covers(&answered, self.as_of) => open,
            Some(open) => open.join(Outcomes::NO),
            None => Outcomes::NO,
        };
        by_event.or(by_day)
    }

    /// `qualifies('id')`: eligible that day, the office aside.
    pub(crate) fn qualifies(&self, policy: &PolicyId) -> Outcomes {
        match self.catalog.policy(policy.as_str()) {
            Ok(policy) => World { place: crate::world::Place::Enterprise, counted: None, ..*self }
                .open_policy(policy)
                .office_aside(),
            // A policy that was left out of the pack: nothing can be said.
            Err(_) => Outcomes::UNKNOWN,
        }
    }
}

/// All of several; what comes after the first that certainly fails is not looked at.
fn all(outcomes: impl Iterator<Item = Outcomes>) -> Outcomes {
    let mut all = Outcomes::YES;
    for outcome in outcomes {
        all = all.and(outcome);
        if all.is_no() {
            break;
        }
    }
    all
}

/// Whether each entry picks its edition by an event of its own.
pub(crate) fn picks_by_entry(world: &World<'_>, edition: &Edition) -> bool {
    edition.valid.by.is_some_and(|by| world.catalog.fact(by).owner != Owner::Enterprise)
}

/// The days of assessment on which an edition can answer.
pub(crate) fn days_of(policy: &Policy, edition: &Edition) -> Interval<Date> {
    let last = if edition.valid.by.is_some() {
        match edition.valid.to {
            // With windows it lives on until they close, and the windows say when.
            Some(_) if !edition.rule.windows.is_empty() => None,
            to => to.map(|it| it.add_months(MONTHS_LIVED_ON)),
        }
    } else {
        // The next edition takes the place of this one, even where this one names no end or a later one.
        let next = policy.editions.iter().map(|it| it.valid.from).filter(|it| edition.valid.from < *it).min();
        edition.valid.to.into_iter().chain(next.map(|it| it.plus_days(-1))).min()
    };
    numbers::ends(Some(edition.valid.from), last.map(|it| it.max(edition.valid.from)))
}

fn covers(parts: &[Interval<Date>], whole: Interval<Date>) -> bool {
    let Some(mut day) = whole.low() else { return false };
    let mut parts: Vec<_> = parts.iter().filter_map(|it| it.low().zip(it.high())).collect();
    parts.sort();
    for (low, high) in parts {
        if day < low {
            return false;
        }
        day = day.max(high.plus_days(1));
    }
    whole.high().is_some_and(|it| it < day)
}

/// Whether only the year of a first day is known.
pub(crate) fn is_vague(precision: DatePrecision) -> bool {
    match precision {
        DatePrecision::Day => false,
        DatePrecision::Month | DatePrecision::Year => true,
    }
}
