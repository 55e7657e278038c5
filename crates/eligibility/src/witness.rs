//! Two completions that differ prove a rule undetermined, without going through all that lie between them.
//!
//! They are made hurdle by hurdle: only the facts of one condition are split until it is cleared, then what was split
//! is kept for the next. What is not found this way may still be there; the search through all facts at once tells.

use policy::{Edition, ListRef, Requirement, Value, truth::Outcomes};

use crate::{
    entries::is_there,
    rule::picks_by_entry,
    split::{self, Budget, Mentions, Splits},
    world::{Place, Slot, World},
};

/// How many parts may be looked at to clear one hurdle, or to fail at it.
const BUDGET: u32 = 64;

/// Whether some completion is certainly open today and another certainly is not.
pub(crate) fn differ(world: &World<'_>, edition: &Edition) -> bool {
    let hurdles = hurdles(world, edition);
    hurdles.iter().any(|it| it.reach(world, edition, End::Shut).is_some()) && opens(world, edition, &hurdles)
}

fn opens(world: &World<'_>, edition: &Edition, hurdles: &[Hurdle<'_>]) -> bool {
    let mut narrowed = world.narrowed.to_vec();
    for hurdle in hurdles {
        match hurdle.reach(&world.narrowed(&narrowed), edition, End::Open) {
            Some(further) => narrowed = further,
            None => return false,
        }
    }
    true
}

type Narrowed = Vec<(Slot, Value)>;

/// Which way a hurdle is to come out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    Open,
    Shut,
}

impl End {
    fn is_reached(self, outcome: Outcomes) -> bool {
        match self {
            End::Open => outcome.is_open(),
            End::Shut => outcome.is_no(),
        }
    }

    fn is_out_of_reach(self, outcome: Outcomes) -> bool {
        match self {
            End::Open => outcome.is_no(),
            End::Shut => outcome.is_open(),
        }
    }
}

/// What must be cleared for an edition to be open.
enum Hurdle<'e> {
    /// The enterprise's own event picks this edition, and has happened.
    Event,
    Condition(&'e Requirement),
    Window,
    /// Somebody counts.
    Somebody(ListRef),
}

fn hurdles<'e>(world: &World<'_>, edition: &'e Edition) -> Vec<Hurdle<'e>> {
    let event = (edition.valid.by.is_some() && !picks_by_entry(world, edition)).then_some(Hurdle::Event);
    let conditions = edition.rule.conditions.iter().map(|it| Hurdle::Condition(&it.requirement));
    let somebody = edition.rule.for_each.map(Hurdle::Somebody);
    event.into_iter().chain(conditions).chain([Hurdle::Window]).chain(somebody).collect()
}

impl Hurdle<'_> {
    /// What is narrowed where this comes out that way; `None` where no such part was found.
    fn reach(&self, world: &World<'_>, edition: &Edition, end: End) -> Option<Narrowed> {
        if let Hurdle::Somebody(list) = self {
            return reach_people(world, edition, *list, end);
        }
        let question = |world: &World<'_>| self.outcome(world, edition);
        let outcome = question(world);
        if end.is_reached(outcome) {
            return Some(world.narrowed.to_vec());
        }
        if end.is_out_of_reach(outcome) {
            return None;
        }
        let splits = self.mentions(world, edition).splits(world);
        search(world, &splits, &Budget::new(BUDGET), end, &question)
    }

    fn outcome(&self, world: &World<'_>, edition: &Edition) -> Outcomes {
        match self {
            Hurdle::Event => world.is_of_edition(edition).and(world.has_happened(edition)),
            Hurdle::Condition(requirement) => world.requirement(requirement),
            Hurdle::Window => world.window(edition),
            Hurdle::Somebody(list) => world.somebody(edition, *list),
        }
    }

    fn mentions(&self, world: &World<'_>, edition: &Edition) -> Mentions {
        let mut mentions = Mentions::default();
        match self {
            Hurdle::Event => mentions.add_event(world.catalog, edition),
            Hurdle::Condition(requirement) => mentions.add_requirement(world.catalog, requirement),
            Hurdle::Window => mentions.add_windows(world.catalog, edition),
            Hurdle::Somebody(_) => mentions.add_people(world.catalog, edition),
        }
        mentions
    }
}

/// One who counts is enough to be open, whether entered or still to come; to be shut, nobody entered may count, and
/// nobody comes.
fn reach_people(world: &World<'_>, edition: &Edition, list: ListRef, end: End) -> Option<Narrowed> {
    let entered = world.each(list).map(|(at, entry)| (at.place, is_there(entry)));
    match end {
        End::Open => {
            let there = entered.filter(|(_, there)| there.is_yes()).map(|it| it.0);
            let to_come = world.to_come(list).map(|it| it.place);
            there.chain(to_come).find_map(|it| reach_person(world, edition, it, end))
        }
        End::Shut => {
            let mut narrowed = world.narrowed.to_vec();
            for (place, _) in entered.filter(|(_, there)| !there.is_no()) {
                narrowed = reach_person(&world.narrowed(&narrowed), edition, place, end)?;
            }
            Some(narrowed)
        }
    }
}

fn reach_person(world: &World<'_>, edition: &Edition, place: Place, end: End) -> Option<Narrowed> {
    let question = |world: &World<'_>| world.at_place(place).counts(edition);
    let mut mentions = Mentions::default();
    mentions.add_people(world.catalog, edition);
    let splits = mentions.splits(&world.at_place(place));
    search(world, &splits, &Budget::new(BUDGET), end, &question)
}

/// The first part that comes out that way.
fn search(
    world: &World<'_>,
    splits: &Splits,
    budget: &Budget,
    end: End,
    question: &dyn Fn(&World<'_>) -> Outcomes,
) -> Option<Narrowed> {
    let outcome = question(world);
    if end.is_reached(outcome) {
        return Some(world.narrowed.to_vec());
    }
    if end.is_out_of_reach(outcome) || !budget.take() {
        return None;
    }
    let (slot, parts) = split::split(world, splits)?;
    parts.into_iter().find_map(|part| {
        let narrowed = split::with(world, slot, part);
        let inside = world.narrowed(&narrowed);
        if inside.is_possible() { search(&inside, splits, budget, end, question) } else { None }
    })
}
