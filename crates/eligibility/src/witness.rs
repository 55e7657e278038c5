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

/// Whether a condition holds in some part of what is unknown and fails in another.
pub(crate) fn differs(world: &World<'_>, requirement: &Requirement) -> bool {
    [End::Shut, End::Open].into_iter().all(|it| reach_requirement(world, requirement, it).is_some())
}

/// Whether the entry at hand counts in some part of what is unknown and does not in another.
pub(crate) fn counting_differs(world: &World<'_>, edition: &Edition) -> bool {
    [End::Shut, End::Open].into_iter().all(|it| reach_person(world, edition, world.place, it).is_some())
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
    fn turned(self) -> End {
        match self {
            End::Open => End::Shut,
            End::Shut => End::Open,
        }
    }

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
        let mut mentions = Mentions::default();
        match self {
            Hurdle::Event => {
                mentions.add_event(world.catalog, edition);
                let question = |it: &World<'_>| it.is_of_edition(edition).and(it.has_happened(edition));
                Search { mentions, end, question: &question }.from(world)
            }
            Hurdle::Window => {
                mentions.add_windows(world.catalog, edition);
                let question = |it: &World<'_>| it.window(edition);
                Search { mentions, end, question: &question }.from(world)
            }
            Hurdle::Condition(requirement) => reach_requirement(world, requirement, end),
            Hurdle::Somebody(list) => reach_people(world, edition, *list, end),
        }
    }
}

/// Part by part, as a condition is built.
fn reach_requirement(world: &World<'_>, requirement: &Requirement, end: End) -> Option<Narrowed> {
    let question = |it: &World<'_>| it.requirement(requirement);
    let found = match (requirement, end) {
        (Requirement::Test(formula), _) => {
            let mut mentions = Mentions::default();
            mentions.add(world.catalog, &formula.uses);
            return Search { mentions, end, question: &question }.from(world);
        }
        (Requirement::Officer, _) => world.narrowed.to_vec(),
        (Requirement::Any(parts), End::Open) | (Requirement::All(parts), End::Shut) => {
            parts.iter().find_map(|it| reach_requirement(world, &it.requirement, end))?
        }
        (Requirement::All(parts), End::Open) | (Requirement::Any(parts), End::Shut) => {
            parts.iter().try_fold(world.narrowed.to_vec(), |narrowed, it| {
                reach_requirement(&world.narrowed(&narrowed), &it.requirement, end)
            })?
        }
        (Requirement::Not(part), _) => reach_requirement(world, &part.requirement, end.turned())?,
    };
    // What the office says stands in the way of either end.
    let is_reached = end.is_reached(question(&world.narrowed(&found)));
    is_reached.then_some(found)
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
    let here = world.at_place(place);
    if edition.valid.by.is_none() && end == End::Open {
        return edition.rule.each.iter().try_fold(world.narrowed.to_vec(), |narrowed, it| {
            reach_requirement(&here.narrowed(&narrowed), &it.requirement, end)
        });
    }
    let mut mentions = Mentions::default();
    mentions.add_people(world.catalog, edition);
    let question = |it: &World<'_>| it.counts(edition);
    Search { mentions, end, question: &question }.from(&here)
}

/// The search for the first part that comes out one way.
struct Search<'s> {
    mentions: Mentions,
    end: End,
    question: &'s dyn Fn(&World<'_>) -> Outcomes,
}

impl Search<'_> {
    fn from(&self, world: &World<'_>) -> Option<Narrowed> {
        let outcome = (self.question)(world);
        if self.end.is_reached(outcome) {
            return Some(world.narrowed.to_vec());
        }
        if self.end.is_out_of_reach(outcome) {
            return None;
        }
        self.within(world, &self.mentions.splits(world), &Budget::new(BUDGET))
    }

    fn within(&self, world: &World<'_>, splits: &Splits, budget: &Budget<'_>) -> Option<Narrowed> {
        let (outcome, open) = world.memo.watching(|| (self.question)(world));
        if self.end.is_reached(outcome) {
            return Some(world.narrowed.to_vec());
        }
        if self.end.is_out_of_reach(outcome) || !budget.take() {
            return None;
        }
        let (slot, parts) = split::split_open(world, splits, &open)?;
        parts.into_iter().find_map(|part| {
            let narrowed = split::with(world, slot, part);
            let inside = world.narrowed(&narrowed);
            if inside.is_possible() { self.within(&inside, splits, budget) } else { None }
        })
    }
}
