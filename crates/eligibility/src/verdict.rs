//! The short answer: what every completion of the unknown facts has in common.

use policy::{
    Date, Edition, Interval, Policy, Requirement,
    truth::{Answered, Outcomes},
};

use crate::{
    Verdict, future,
    memo::Question,
    split::{self, BUDGET, Budget, MOST_OPEN, Mentions, Splits},
    witness::{self, End},
    world::World,
};

/// How many evaluations one ruling may cost, those of days ahead among them.
const BUDGET_OF_RULING: u32 = 400;

/// The verdict, and from when an upcoming one holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Ruling {
    pub(crate) verdict: Verdict,
    /// First and last possible day; for upcoming alone.
    pub(crate) from: Option<Interval<Date>>,
}

/// Rules on one edition, splitting facts as far as that settles something.
pub(crate) fn rule(world: &World<'_>, policy: &Policy, edition: &Edition) -> Ruling {
    if witness::is_torn(world, edition) {
        return Ruling { verdict: Verdict::Undetermined, from: None };
    }
    let budget = Budget::new(BUDGET_OF_RULING);
    // What is decided condition by condition need not be decided all at once.
    let whole = prospects(&world.thorough(true), policy, edition, &budget, future::BUDGET);
    // Shut for good, and nobody can say that all conditions hold: that is not "missed".
    let is_shut_anyhow = whole.is_closed() && !whole.eligible && !whole.upcoming;
    if whole.is_settled() || (is_shut_anyhow && witness::can_fail(world, edition)) {
        return whole.ruling();
    }
    let splits = mentions(world, edition).splits(world);
    if witness::MOST_OPEN_OF_RULE < splits.slots.len() {
        return whole.ruling();
    }
    if splits.slots.is_empty() {
        // Nothing but the days is left to go through.
        return prospects(world, policy, edition, &Budget::new(2 * future::EVERY_DAY), future::EVERY_DAY)
            .ruling();
    }
    settle(world, policy, edition, &splits, &budget, whole).ruling()
}

/// Everything that decides whether an edition is open.
pub(crate) fn mentions(world: &World<'_>, edition: &Edition) -> Mentions {
    let mut mentions = Mentions::default();
    mentions.add_edition(world.catalog, edition);
    mentions
}

/// The verdicts that completions of the unknown facts may have; more than they do have, never fewer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Prospects {
    eligible: bool,
    upcoming: bool,
    missed: bool,
    ineligible: bool,
    from: Option<Interval<Date>>,
}

impl Prospects {
    /// Whether all completions have one verdict.
    fn is_settled(&self) -> bool {
        let all = [self.eligible, self.upcoming, self.missed, self.ineligible];
        all.into_iter().filter(|it| *it).count() == 1
    }

    /// Whether no other part could settle it: completions certainly differ.
    fn is_torn(&self) -> bool {
        (self.eligible && (self.upcoming || self.is_closed())) || (self.upcoming && self.is_closed())
    }

    fn is_closed(&self) -> bool {
        self.missed || self.ineligible
    }

    fn ruling(self) -> Ruling {
        let verdict = match (self.eligible, self.upcoming, self.is_closed()) {
            (true, false, false) => Verdict::Eligible,
            (false, true, false) => Verdict::Upcoming,
            (false, false, _) if self.missed && !self.ineligible => Verdict::Missed,
            (false, false, _) => Verdict::Ineligible,
            _ => Verdict::Undetermined,
        };
        let from = self.from.filter(|_| verdict == Verdict::Upcoming);
        Ruling { verdict, from }
    }

    fn join(self, other: Prospects) -> Prospects {
        Prospects {
            eligible: self.eligible || other.eligible,
            upcoming: self.upcoming || other.upcoming,
            missed: self.missed || other.missed,
            ineligible: self.ineligible || other.ineligible,
            from: self.from.into_iter().chain(other.from).reduce(Interval::hull),
        }
    }
}

fn settle(
    world: &World<'_>,
    policy: &Policy,
    edition: &Edition,
    splits: &Splits,
    budget: &Budget<'_>,
    whole: Prospects,
) -> Prospects {
    if whole.is_settled() || !budget.take() {
        return whole;
    }
    let Some((slot, parts)) = split::split(world, splits) else { return whole };
    let mut joined = Prospects::default();
    let mut n_possible = 0;
    for part in parts {
        let narrowed = split::with(world, slot, part);
        let inside = world.narrowed(&narrowed);
        if !inside.is_possible() {
            continue;
        }
        n_possible += 1;
        let prospects = prospects(&inside, policy, edition, budget, future::BUDGET);
        joined = joined.join(settle(&inside, policy, edition, splits, budget, prospects));
        if joined.is_torn() {
            return joined;
        }
    }
    if n_possible == 0 { whole } else { joined }
}

/// What may come of the facts as they stand; `days` is how many evaluations of the budget the search for either first day may cost.
fn prospects(
    world: &World<'_>,
    policy: &Policy,
    edition: &Edition,
    budget: &Budget<'_>,
    days: u32,
) -> Prospects {
    let holds = world.holds(edition);
    let window = world.window(edition);
    let open = holds.and(window);
    if open.is_open() {
        return Prospects { eligible: true, ..Prospects::default() };
    }
    let later = future::first_days(world, policy, edition, budget, days);
    let certain = later.and_then(|it| it.high);
    let shut = certain.is_none();
    Prospects {
        eligible: !open.is_no(),
        upcoming: later.is_some(),
        missed: shut && !holds.is_no() && window.may_be(Answered::No),
        ineligible: shut && holds.may_be(Answered::No),
        from: later.and_then(|it| Interval::new(Some(it.low), it.high)),
    }
}

impl World<'_> {
    /// Whether the entry at hand counts, with its facts split where they are mentioned more than once; `counts` is what it
    /// is without.
    pub(crate) fn counts_decided_alone(&self, edition: &Edition, counts: Outcomes) -> Outcomes {
        // Of whoever is still to be entered nothing is known that could hang together.
        if counts.iter().count() == 1 || self.entry().is_none() || self.is_one_of_many() {
            return counts;
        }
        let reach = |end| witness::reach_person(self, edition, self.place, end).is_some();
        self.decided(Question::Counts(edition), &|it| it.counts(edition), &reach)
    }

    /// What a condition may be, with facts split where it mentions them more than once.
    pub(crate) fn requirement_decided(&self, requirement: &Requirement) -> Outcomes {
        let outcome = self.requirement(requirement);
        // A search splits facts itself, looking at each condition many times over.
        let is_searched = !self.narrowed.is_empty() || self.memo.is_watching();
        if outcome.iter().count() == 1 || is_searched || self.is_one_of_many() {
            return outcome;
        }
        let question = Question::Requirement(requirement);
        self.memo.decided(question, self.state, self.place, || {
            let reach = |end| witness::reach_requirement(self, requirement, end).is_some();
            self.decided(question, &|it| it.requirement(requirement), &reach)
        })
    }

    /// What a question may be, as exactly as can be told within the budget.
    fn decided(
        &self,
        question: Question<'_>,
        ask: &dyn Fn(&World<'_>) -> Outcomes,
        reach: &dyn Fn(End) -> bool,
    ) -> Outcomes {
        let (outcome, hangs) = self.memo.watching(|| ask(self));
        let is_plain = self.is_plain(&hangs);
        let is_told = is_plain || hangs.is_wide(MOST_OPEN);
        if outcome.iter().count() == 1 || is_told {
            return outcome;
        }
        let not_seen = witness::not_seen(self, &hangs, ask);
        if not_seen.into_iter().all(reach) {
            return outcome;
        }
        split::refine(self, &question.cuts(self), &Budget::new(BUDGET), ask)
    }
}
