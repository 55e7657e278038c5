//! Two completions that differ prove a rule undetermined, without going through all that lie between them.
//!
//! They are made hurdle by hurdle: only the facts of one condition are split until it is cleared, then what was split
//! is kept for the next. What is not found this way may still be there; the search through all facts at once tells.

use std::collections::BTreeSet;

use policy::{
    Edition, ListRef, Requirement, Value,
    truth::{Answered, Outcomes},
};

use crate::{
    entries::is_there,
    memo::{Hangs, Question},
    rule::picks_by_entry,
    split::{self, Budget},
    world::{Place, Slot, World},
};

/// With more facts than these open in a rule, no search could settle it.
pub(crate) const MOST_OPEN_OF_RULE: usize = 8;

/// How many parts may be looked at to clear one hurdle, or to fail at it.
const BUDGET: u32 = 64;

/// Whether it certainly hangs on what is unknown whether an edition is open today: because completions were found that
/// differ, or because so much is open that nothing else could be found.
pub(crate) fn is_torn(world: &World<'_>, edition: &Edition) -> bool {
    let hurdles: Vec<Looked<'_>> =
        hurdles(world, edition).into_iter().map(|it| it.looked_at(world, edition)).collect();
    if hurdles.iter().any(|it| it.outcome.is_no()) || hurdles.iter().all(|it| it.outcome.is_open()) {
        return false;
    }
    let open: BTreeSet<Slot> = hurdles.iter().flat_map(|it| &it.hangs.open).copied().collect();
    MOST_OPEN_OF_RULE < open.len()
        || (can_be_shut(world, edition, &hurdles) && can_be_open(world, edition, &hurdles))
}

/// Whether some completion certainly fails a condition, whatever the windows say.
pub(crate) fn can_fail(world: &World<'_>, edition: &Edition) -> bool {
    let conditions = hurdles(world, edition).into_iter().filter(|it| !matches!(it, Hurdle::Window));
    let looked: Vec<Looked<'_>> = conditions.map(|it| it.looked_at(world, edition)).collect();
    can_be_shut(world, edition, &looked)
}

fn can_be_shut(world: &World<'_>, edition: &Edition, hurdles: &[Looked<'_>]) -> bool {
    hurdles.iter().any(|it| it.outcome.is_no() || (it.is_plain && it.outcome.may_be(Answered::No)))
        || hurdles.iter().any(|it| !it.is_plain && it.can_be_shut(world, edition))
}

/// What is plain and shares no fact with the rest can be cleared whatever becomes of the rest.
fn can_be_open(world: &World<'_>, edition: &Edition, hurdles: &[Looked<'_>]) -> bool {
    let in_the_way: Vec<&Looked<'_>> = hurdles.iter().filter(|it| !it.outcome.is_open()).collect();
    let shares = |it: &Looked<'_>| {
        in_the_way.iter().any(|other| !std::ptr::eq(*other, it) && !it.hangs.is_apart_from(&other.hangs))
    };
    let mut narrowed = world.narrowed.to_vec();
    for looked in in_the_way.iter().filter(|it| !it.is_plain || shares(it)) {
        match looked.hurdle.reach(&world.narrowed(&narrowed), edition, End::Open) {
            Some(further) => narrowed = further,
            None => return false,
        }
    }
    true
}

pub(crate) type Narrowed = Vec<(Slot, Value)>;

/// Which way a hurdle is to come out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum End {
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

/// A hurdle as it stands before anything is narrowed.
struct Looked<'e> {
    hurdle: Hurdle<'e>,
    outcome: Outcomes,
    hangs: Hangs,
    /// Whether each outcome left open is some completion's, without a search.
    is_plain: bool,
}

impl Looked<'_> {
    fn can_be_shut(&self, world: &World<'_>, edition: &Edition) -> bool {
        !not_seen(world, &self.hangs, &|it| self.hurdle.outcome(it, edition)).contains(&End::Shut)
            || self.hurdle.reach(world, edition, End::Shut).is_some()
    }
}

impl<'e> Hurdle<'e> {
    fn looked_at(self, world: &World<'_>, edition: &Edition) -> Looked<'e> {
        let (outcome, hangs) = world.memo.watching(|| self.outcome(world, edition));
        let is_plain = world.is_plain(&hangs);
        Looked { hurdle: self, outcome, hangs, is_plain }
    }

    fn outcome(&self, world: &World<'_>, edition: &Edition) -> Outcomes {
        match self {
            Hurdle::Event => world.is_of_edition(edition).and(world.has_happened(edition)),
            Hurdle::Condition(requirement) => world.requirement(requirement),
            Hurdle::Window => world.window(edition),
            Hurdle::Somebody(list) => world.somebody(edition, *list),
        }
    }

    /// What is narrowed where this comes out that way; `None` where no such part was found.
    fn reach(&self, world: &World<'_>, edition: &Edition, end: End) -> Option<Narrowed> {
        let about = match self {
            Hurdle::Event => Question::Event(edition),
            Hurdle::Window => Question::Window(edition),
            Hurdle::Condition(requirement) => return reach_requirement(world, requirement, end),
            Hurdle::Somebody(list) => return reach_people(world, edition, *list, end),
        };
        Search { about, end, question: &|it| self.outcome(it, edition) }.from(world)
    }
}

/// What is narrowed where a condition comes out that way; as the answers are, sought once.
pub(crate) fn reach_requirement(world: &World<'_>, requirement: &Requirement, end: End) -> Option<Narrowed> {
    if world.state != world.base {
        return seek_requirement(world, requirement, end);
    }
    let question = Question::Requirement(requirement);
    world.memo.reached(question, end, world.place, || seek_requirement(world, requirement, end))
}

/// Part by part, as a condition is built.
fn seek_requirement(world: &World<'_>, requirement: &Requirement, end: End) -> Option<Narrowed> {
    let question = |it: &World<'_>| it.requirement(requirement);
    let found = match (requirement, end) {
        (Requirement::Test(formula), _) => {
            return Search { about: Question::Test(formula), end, question: &question }.from(world);
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

pub(crate) fn reach_person(world: &World<'_>, edition: &Edition, place: Place, end: End) -> Option<Narrowed> {
    let here = world.at_place(place);
    if edition.valid.by.is_none() && end == End::Open {
        return edition.rule.each.iter().try_fold(world.narrowed.to_vec(), |narrowed, it| {
            reach_requirement(&here.narrowed(&narrowed), &it.requirement, end)
        });
    }
    Search { about: Question::Counts(edition), end, question: &|it| it.counts(edition) }.from(&here)
}

/// Whether some part of what is unknown comes out that way.
pub(crate) fn reaches(
    world: &World<'_>,
    about: Question<'_>,
    end: End,
    question: &dyn Fn(&World<'_>) -> Outcomes,
) -> bool {
    Search { about, end, question }.from(world).is_some()
}

/// Which facts are at their high end: none, all, every second.
const ENDS: [fn(usize) -> bool; 4] = [|_| false, |_| true, |idx| idx % 2 == 0, |idx| idx % 2 == 1];

/// The ends that a few completions do not show: what a question hangs on at the ends of what it may be.
pub(crate) fn not_seen(
    world: &World<'_>,
    hangs: &Hangs,
    question: &dyn Fn(&World<'_>) -> Outcomes,
) -> Vec<End> {
    let open: BTreeSet<Slot> = hangs.open.iter().copied().collect();
    let mut left = vec![End::Shut, End::Open];
    for is_high in ENDS {
        let narrowed = completion(world, &open, is_high);
        let inside = world.narrowed(&narrowed);
        if inside.is_possible() {
            let outcome = question(&inside);
            left.retain(|it| !it.is_reached(outcome));
        }
        if left.is_empty() {
            break;
        }
    }
    left
}

/// Each fact at the high or the low end of what it may be.
fn completion(world: &World<'_>, open: &BTreeSet<Slot>, is_high: fn(usize) -> bool) -> Narrowed {
    let mut narrowed = world.narrowed.to_vec();
    for (idx, slot) in open.iter().enumerate() {
        let value = world.at_place(slot.place).reading(slot.fact).value;
        if let Some(end) = split::end_of(world, *slot, value, is_high(idx)) {
            narrowed.push((*slot, end));
        }
    }
    narrowed
}

/// The search for the first part that comes out one way.
struct Search<'s> {
    about: Question<'s>,
    end: End,
    question: &'s dyn Fn(&World<'_>) -> Outcomes,
}

impl Search<'_> {
    fn from(&self, world: &World<'_>) -> Option<Narrowed> {
        self.within(world, &Budget::new(BUDGET))
    }

    fn within(&self, world: &World<'_>, budget: &Budget<'_>) -> Option<Narrowed> {
        let (outcome, hangs) = world.memo.watching(|| (self.question)(world));
        if self.end.is_reached(outcome) {
            return Some(world.narrowed.to_vec());
        }
        if self.end.is_out_of_reach(outcome) || !budget.take() {
            return None;
        }
        let (slot, parts) = split::split_open(world, &self.about.cuts(world), &hangs.open)?;
        parts.into_iter().find_map(|part| {
            let narrowed = split::with(world, slot, part);
            let inside = world.narrowed(&narrowed);
            if inside.is_possible() { self.within(&inside, budget) } else { None }
        })
    }
}
