//! How much a figure may be over the completions in which a policy is open: sound, and exact where a single fact is
//! unknown.

use policy::{Amount, AmountValue, Edition, Interval, Number};

use crate::{
    amount::something,
    split::{self, Budget, Splits},
    verdict,
    world::{Slot, World},
};

/// How many parts may be looked at to find one end of a range.
const BUDGET: u32 = 96;
/// With more facts than these open at once, a range is told as it is reckoned.
const MOST_SLOTS: usize = 2;

/// The search for the ends of a range, over the completions in which an edition is open.
struct Search<'s> {
    edition: &'s Edition,
    amount: &'s Amount,
    value: &'s AmountValue,
    splits: Splits,
    budget: Budget<'s>,
}

/// The range of a figure over the completions in which an edition is open; `None` where none is.
pub(crate) fn range(
    world: &World<'_>,
    edition: &Edition,
    amount: &Amount,
    value: &AmountValue,
) -> Option<Interval<Number>> {
    let (open, rule) = world.memo.watching(|| world.open(edition));
    if open.is_no() || !world.is_possible() {
        return None;
    }
    let whole = something(world.figure(edition, amount, value));
    if whole.exact().is_some() {
        return Some(whole);
    }
    let (_, own) = world.memo.watching(|| world.figure(edition, amount, value));
    // Whatever it may be, the policy may be open to it.
    let is_reached = world.is_plain(&own) && own.is_apart_from(&rule);
    let mut slots: Vec<Slot> = own.open.iter().chain(&rule.open).copied().collect();
    slots.sort();
    slots.dedup();
    if is_reached || slots.is_empty() || slots.len() > MOST_SLOTS {
        return Some(whole);
    }
    let mut mentions = verdict::mentions(world, edition);
    let (AmountValue::Whole(formula) | AmountValue::Each(formula)) = value;
    mentions.add(world.catalog, &formula.uses);
    amount.within.iter().for_each(|it| mentions.add(world.catalog, &it.uses));
    let mut splits = mentions.splits(world);
    splits.slots.retain(|it| slots.contains(it));
    Search { edition, amount, value, splits, budget: Budget::new(BUDGET) }.range(world)
}

impl Search<'_> {
    fn range(&self, world: &World<'_>) -> Option<Interval<Number>> {
        let whole = self.look(world)?;
        let one_value = whole.range.exact().is_some();
        if one_value || self.splits.slots.is_empty() {
            return Some(whole.range);
        }
        let low = self.end(world, &whole, End::Low);
        let high = self.end(world, &whole, End::High);
        // No part was open after all: nothing to tell, and the whole stays a sound bound.
        let (Some(low), Some(high)) = (low, high) else { return Some(whole.range) };
        Interval::new(low.range.low(), high.range.high())
    }

    /// One end, by looking first into the part that could reach furthest.
    fn end(&self, world: &World<'_>, whole: &Look, end: End) -> Option<Look> {
        let mut parts = vec![whole.clone()];
        loop {
            let furthest = (0..parts.len())
                .reduce(|a, b| if end.is_beyond(&parts[b].range, &parts[a].range) { b } else { a })?;
            let part = &parts[furthest];
            if part.exact || !self.budget.take() {
                return Some(parts.swap_remove(furthest));
            }
            let inside = world.narrowed(&part.narrowed);
            let Some((slot, values)) = split::split(&inside, &self.splits) else {
                return Some(parts.swap_remove(furthest));
            };
            let smaller: Vec<Look> = values
                .into_iter()
                .filter_map(|it| self.look(&world.narrowed(&split::with(&inside, slot, it))))
                .collect();
            parts.swap_remove(furthest);
            parts.extend(smaller);
        }
    }

    /// The figure over one part, `None` where the policy is shut in all of it.
    fn look(&self, world: &World<'_>) -> Option<Look> {
        let open = world.open(self.edition);
        if open.is_no() || !world.is_possible() {
            return None;
        }
        let range = something(world.figure(self.edition, self.amount, self.value));
        let exact = range.exact().is_some() && open.is_open();
        Some(Look { narrowed: world.narrowed.to_vec(), range, exact })
    }
}

/// A part of what is possible, with the figure over it.
#[derive(Clone)]
struct Look {
    narrowed: Vec<(Slot, policy::Value)>,
    range: Interval<Number>,
    /// Whether the figure is reached: one value, and certainly open.
    exact: bool,
}

#[derive(Clone, Copy)]
enum End {
    Low,
    High,
}

impl End {
    fn is_beyond(self, a: &Interval<Number>, b: &Interval<Number>) -> bool {
        match self {
            End::Low => match (a.low(), b.low()) {
                (None, other) => other.is_some(),
                (Some(_), None) => false,
                (Some(a), Some(b)) => a < b,
            },
            End::High => match (a.high(), b.high()) {
                (None, other) => other.is_some(),
                (Some(_), None) => false,
                (Some(a), Some(b)) => a > b,
            },
        }
    }
}
