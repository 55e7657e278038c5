//! What answers imply: a question that was answered applied, so the facts it hangs on are as they must have been.

use policy::{Answer, Interval, Number, OptionSet, Value};

use crate::{
    split::parts_of,
    world::{Place, Slot, World},
};

/// How often one may go over all answers; each round holds some fact to less than it was.
const MOST_ROUNDS: usize = 64;

/// What follows from the answers of a profile.
#[derive(Debug, Default)]
pub(crate) struct Implied {
    /// Facts held to a part of what they may be; nothing of what answers contradict.
    pub(crate) values: Vec<(Slot, Value)>,
    /// Answers whose questions may still not have applied: they hang on several facts at once.
    pub(crate) hinges: Vec<Slot>,
}

/// What the answers of a profile imply on the day of assessment.
pub(crate) fn of_answers(world: &World<'_>) -> Implied {
    let mut implied = Implied::default();
    for _ in 0..MOST_ROUNDS {
        let Some((slot, value)) = next(&world.implying(&implied)) else { break };
        implied.values.retain(|(it, _)| *it != slot);
        implied.values.push((slot, value));
    }
    let hinges = {
        let world = world.implying(&implied);
        answered(&world).filter(|it| world.asked(*it).is_unknown()).collect()
    };
    Implied { hinges, ..implied }
}

/// The first fact that some answer holds to less.
fn next(world: &World<'_>) -> Option<(Slot, Value)> {
    answered(world).find_map(|slot| {
        let ask_if = world.catalog.fact(slot.fact).ask_if.as_ref()?;
        if !world.asked(slot).is_unknown() {
            return None;
        }
        let cuts: Vec<Number> = ask_if.uses.numbers.iter().copied().collect();
        let at = world.at_place(slot.place);
        ask_if.uses.facts.keys().find_map(|parent| {
            let parent = at.slot(*parent);
            let whole = at.at_place(parent.place).reading(parent.fact).value;
            let parts = parts_of(world, parent, &whole, &cuts)?;
            let possible = |part: &Value| !world.narrowed(&[(parent, *part)]).asked(slot).is_no();
            let left = parts.into_iter().filter(possible).reduce(either)?;
            (left != whole).then_some((parent, left))
        })
    })
}

/// Everything that was said, outright or by implication.
fn answered<'w>(world: &'w World<'_>) -> impl Iterator<Item = Slot> + 'w {
    let known = |(fact, answer): (&policy::FactRef, &Answer)| match answer {
        Answer::Known(_) => Some(*fact),
        Answer::Unknown => None,
    };
    let of_enterprise = world.profile.answers.iter().filter_map(known);
    let of_enterprise = of_enterprise.map(|fact| Slot { place: Place::Enterprise, fact });
    let of_entries = world.profile.lists.iter().flat_map(move |(list, entries)| {
        entries.entries.iter().enumerate().flat_map(move |(idx, entry)| {
            let facts = entry.answers.iter().filter_map(known);
            facts.map(move |fact| Slot { place: Place::Entry(*list, idx), fact })
        })
    });
    of_enterprise.chain(of_entries).chain(world.implied.iter().map(|it| it.0))
}

/// What leaves both possible.
fn either(a: Value, b: Value) -> Value {
    match (a, b) {
        (Value::Truth(a), Value::Truth(b)) => Value::Truth(a.filter(|_| a == b)),
        (Value::Number(a), Value::Number(b)) => Value::Number(Interval::hull(a, b)),
        (Value::Date(a), Value::Date(b)) => Value::Date(Interval::hull(a, b)),
        (Value::Choice(a), Value::Choice(b)) => Value::Choice(OptionSet::union(a, b)),
        (Value::Choices { certain: a, possible: x }, Value::Choices { certain: b, possible: y }) => {
            Value::Choices { certain: a.intersection(b), possible: x.union(y) }
        }
        (a, _) => a,
    }
}
