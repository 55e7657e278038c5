//! What was found out before: the same question in the same world has the same answer.

use std::{
    cell::{Cell, RefCell},
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
    sync::Arc,
};

use policy::{
    AmountValue, Catalog, DerivedRef, Edition, Formula, Number, Possible, Quantity, Requirement, Test, Uses,
    Value, truth::Outcomes,
};

use crate::{
    Missing,
    derived::Derivation,
    people::{self, People, Tables},
    split::{Mentions, is_timeless},
    witness::{End, Narrowed},
    world::{Place, Slot, World},
};

/// What is missing to work something out.
pub(crate) type Lacking = Rc<BTreeSet<Missing>>;

/// Names what a world takes for known; worlds of one state answer alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct State(u32);

/// What was found out of one profile on one day. Nothing in it is dropped: a world that differs has another state.
#[derive(Debug)]
pub(crate) struct Memo {
    states: Cell<u32>,
    /// How often the month at hand was read in `months(…)`.
    n_readings_of_month: Cell<u64>,
    asked: Vec<RefCell<Shelf<Outcomes>>>,
    worked_out: Vec<RefCell<Shelf<Derivation>>>,
    decided: RefCell<BTreeMap<(Key, State, Place), Outcomes>>,
    /// What is narrowed where a condition comes out one way, as the answers are.
    reached: RefCell<BTreeMap<(Key, End, Place), Option<Narrowed>>>,
    /// What the question at hand hangs on, while somebody asks for it.
    watched: RefCell<Option<Hangs>>,
    /// Counts, sums and searches over lists, each told apart by its place in the catalog.
    over_lists: RefCell<BTreeMap<Key, Rc<RefCell<Shelf<Derivation>>>>>,
    /// How everybody stands towards rules over people, as the answers are.
    people: RefCell<Tables>,
    /// Who counts on other days for the rule that was looked at last.
    standing: RefCell<Standing>,
    /// What is missing to work out derived facts, as the answers are.
    lacking: RefCell<BTreeMap<(DerivedRef, State, Place), Lacking>>,
    /// Figures at which what a rule says may change.
    cuts: RefCell<BTreeMap<Key, Rc<[Number]>>>,
}

/// So many readings of open facts are noted of one question; with more, no search is worth its while, nor the noting.
const MOST_NOTED: usize = 512;

/// Among more open facts than these nobody looks whether one was read twice: no search would be tried.
const MOST_COMPARED: usize = 64;

/// What the answer to a question hangs on.
#[derive(Debug, Default)]
pub(crate) struct Hangs {
    /// The open facts that were read, as often as each was; the first of them where there are too many.
    pub(crate) open: Vec<Slot>,
    /// Whether there were more.
    more: bool,
    /// Whether a step was taken that may leave more open than can be.
    blurred: bool,
}

impl Hangs {
    fn note(&mut self, slot: Slot) {
        if self.open.len() < MOST_NOTED {
            self.open.push(slot);
        } else {
            self.more = true;
        }
    }

    fn note_all(&mut self, other: &Hangs) {
        other.open.iter().for_each(|it| self.note(*it));
        self.more |= other.more;
        self.blurred |= other.blurred;
    }

    /// Whether no open fact was read twice and no step blurred anything: then each answer that is left open is brought
    /// about by some completion, and no search could rule one out.
    pub(crate) fn is_plain(&self) -> bool {
        let is_repeated = |(idx, it): (usize, &Slot)| self.open.iter().skip(idx + 1).any(|other| other == it);
        !self.blurred && !self.is_wide(MOST_COMPARED) && !self.open.iter().enumerate().any(is_repeated)
    }

    /// Whether so many facts are open that a search would get nowhere: to settle what this many leave open by what
    /// they have in common is no more than a curiosity.
    pub(crate) fn is_wide(&self, most: usize) -> bool {
        if self.more || self.open.len() <= most {
            return self.more;
        }
        let mut distinct: Vec<Slot> = Vec::with_capacity(most);
        self.open.iter().any(|it| {
            if !distinct.contains(it) {
                distinct.push(*it);
            }
            most < distinct.len()
        })
    }

    /// The same, each fact told once.
    pub(crate) fn once(mut self, blurred: bool) -> Hangs {
        self.open.sort_unstable();
        self.open.dedup();
        Hangs { blurred, ..self }
    }

    /// Whether no open fact plays a part in both.
    pub(crate) fn is_apart_from(&self, other: &Hangs) -> bool {
        !self.more && !other.more && !other.open.iter().any(|it| self.open.contains(it))
    }

    /// Whether holding these facts to less leaves the answer what it is.
    pub(crate) fn is_untouched_by(&self, narrowed: &[(Slot, Value)]) -> bool {
        narrowed.is_empty() || (!self.more && !narrowed.iter().any(|(it, _)| self.open.contains(it)))
    }
}

/// What was found in one world, and what it hangs on.
#[derive(Debug)]
struct Kept<T> {
    state: State,
    place: Place,
    counted: Option<Possible<Number>>,
    answer: T,
    hangs: Hangs,
}

/// Who counts for one rule, and what that hangs on: in several worlds, in the order of the entries.
#[derive(Debug, Default)]
struct Standing {
    /// Which rule; told apart as in [`Tables`].
    of: usize,
    counts: BTreeMap<State, Vec<Option<(Outcomes, Hangs)>>>,
}

impl Standing {
    fn at(&self, state: State, idx: usize) -> Option<&(Outcomes, Hangs)> {
        self.counts.get(&state)?.get(idx)?.as_ref()
    }
}

/// What was found of one thing: as the answers stand, and in the world it was last sought in. Searches go from world to
/// world and seldom come back, but most of what they look at is as it was before they began.
#[derive(Debug)]
struct Shelf<T> {
    told: Option<Kept<T>>,
    latest: Option<Kept<T>>,
}

impl<T> Default for Shelf<T> {
    fn default() -> Shelf<T> {
        Shelf { told: None, latest: None }
    }
}

/// A question that is dear to answer, told apart by where it stands in the catalog.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Question<'p> {
    /// Whether a condition holds.
    Requirement(&'p Requirement),
    /// Whether a formula holds.
    Test(&'p Formula<Test>),
    /// Whether an entry counts.
    Counts(&'p Edition),
    /// Whether the enterprise's own event picks an edition.
    Event(&'p Edition),
    /// Whether one can apply.
    Window(&'p Edition),
    /// What a derived fact comes to.
    Derived(DerivedRef),
}

/// What goes through a list, told apart by where it stands in the catalog.
#[derive(Debug, Clone, Copy)]
pub(crate) enum OverList<'p> {
    /// A test over entries.
    Test(&'p Test),
    /// A count or a sum.
    Quantity(&'p Quantity),
    /// An amount for each who counts.
    Amount(&'p AmountValue),
}

/// Names a question: its kind, and where it stands.
type Key = (u8, usize);

fn address<T>(it: &T) -> usize {
    std::ptr::from_ref(it).addr()
}

impl OverList<'_> {
    fn key(self) -> Key {
        match self {
            OverList::Test(it) => (0, address(it)),
            OverList::Quantity(it) => (1, address(it)),
            OverList::Amount(it) => (2, address(it)),
        }
    }
}

impl Question<'_> {
    fn key(self) -> Key {
        match self {
            // A test may be shared by many conditions.
            Question::Requirement(Requirement::Test(it)) => (1, address(it.as_ref())),
            Question::Requirement(it) => (0, address(it)),
            Question::Test(it) => (1, address(it)),
            Question::Counts(it) => (2, address(it)),
            Question::Event(it) => (3, address(it)),
            Question::Window(it) => (4, address(it)),
            Question::Derived(it) => (5, it.0),
        }
    }

    fn mentions(self, catalog: &Catalog) -> Mentions {
        let mut mentions = Mentions::default();
        match self {
            Question::Requirement(it) => mentions.add_requirement(catalog, it),
            Question::Test(it) => mentions.add(catalog, &it.uses),
            Question::Counts(it) => mentions.add_people(catalog, it),
            Question::Event(it) => mentions.add_event(catalog, it),
            Question::Window(it) => mentions.add_windows(catalog, it),
            Question::Derived(it) => mentions.add(catalog, catalog.derived(it).value.uses()),
        }
        mentions
    }

    /// The figures at which the answer may change; the same in every world.
    pub(crate) fn cuts(self, world: &World<'_>) -> Rc<[Number]> {
        let kept = world.memo.cuts.borrow().get(&self.key()).map(Rc::clone);
        kept.unwrap_or_else(|| {
            let cuts: Rc<[Number]> = self.mentions(world.catalog).cuts().into();
            world.memo.cuts.borrow_mut().insert(self.key(), Rc::clone(&cuts));
            cuts
        })
    }
}

impl Memo {
    pub(crate) fn new(catalog: &Catalog) -> Memo {
        Memo {
            states: Cell::new(0),
            n_readings_of_month: Cell::new(0),
            asked: catalog.facts.iter().map(|_| RefCell::default()).collect(),
            worked_out: catalog.derived.iter().map(|_| RefCell::default()).collect(),
            decided: RefCell::default(),
            reached: RefCell::default(),
            watched: RefCell::default(),
            over_lists: RefCell::default(),
            people: RefCell::default(),
            standing: RefCell::default(),
            lacking: RefCell::default(),
            cuts: RefCell::default(),
        }
    }

    /// A state that no world had before.
    pub(crate) fn state(&self) -> State {
        let next = self.states.get() + 1;
        self.states.set(next);
        State(next)
    }

    /// Answers a question, and tells what the answer hangs on.
    pub(crate) fn watching<T>(&self, answer: impl FnOnce() -> T) -> (T, Hangs) {
        let outer = self.watched.replace(Some(Hangs::default()));
        let answer = answer();
        let hangs = self.watched.replace(outer).unwrap_or_default();
        (answer, hangs)
    }

    /// Evaluates a part of a question; what it hangs on does not matter where it is settled all the same.
    pub(crate) fn part<T>(&self, evaluate: impl FnOnce() -> T, is_settled: impl FnOnce(&T) -> bool) -> T {
        let before = self.watched.borrow().as_ref().map(|it| (it.open.len(), it.more, it.blurred));
        let Some((n_open, more, blurred)) = before else { return evaluate() };
        let value = evaluate();
        if is_settled(&value)
            && let Some(hangs) = self.watched.borrow_mut().as_mut()
        {
            hangs.open.truncate(n_open);
            hangs.more = more;
            hangs.blurred = blurred;
        }
        value
    }

    pub(crate) fn is_watching(&self) -> bool {
        self.watched.borrow().is_some()
    }

    pub(crate) fn n_readings_of_month(&self) -> u64 {
        self.n_readings_of_month.get()
    }

    pub(crate) fn note_reading_of_month(&self) {
        self.n_readings_of_month.set(self.n_readings_of_month.get() + 1);
    }

    /// Notes a fact that was read and is not settled.
    pub(crate) fn note_open(&self, slot: Slot) {
        if let Some(hangs) = self.watched.borrow_mut().as_mut() {
            hangs.note(slot);
        }
    }

    /// Notes a step that may leave more open than can be.
    pub(crate) fn note_blur(&self) {
        if let Some(hangs) = self.watched.borrow_mut().as_mut() {
            hangs.blurred = true;
        }
    }

    /// Whether the question of a fact applies.
    pub(crate) fn asked(
        &self,
        world: &World<'_>,
        slot: Slot,
        uses: &Uses,
        ask: impl FnOnce() -> Outcomes,
    ) -> Outcomes {
        let shelf = self.asked.get(slot.fact.0);
        let world = World { place: slot.place, counted: None, ..*world };
        self.kept(shelf, &world, Some(uses), || {
            let (asked, hangs) = self.watching(ask);
            let blurred = !hangs.is_plain();
            (asked, hangs.once(blurred))
        })
    }

    /// A derived fact.
    pub(crate) fn worked_out(
        &self,
        world: &World<'_>,
        derived: DerivedRef,
        uses: &Uses,
        work_out: impl FnOnce() -> (Derivation, Hangs),
    ) -> Derivation {
        let world = World { counted: None, ..*world };
        self.kept(self.worked_out.get(derived.0), &world, Some(uses), work_out)
    }

    /// What goes through a list.
    pub(crate) fn over_list(
        &self,
        what: OverList<'_>,
        world: &World<'_>,
        go_through: impl FnOnce() -> Derivation,
    ) -> Derivation {
        if world.month.is_some() {
            return go_through();
        }
        let shelf = Rc::clone(self.over_lists.borrow_mut().entry(what.key()).or_default());
        let world = World { place: Place::Enterprise, ..*world };
        self.kept(Some(&shelf), &world, None, || self.watching(go_through))
    }

    /// What was found before, or is now; whoever watches is told what it hangs on.
    fn kept<T: Copy>(
        &self,
        shelf: Option<&RefCell<Shelf<T>>>,
        world: &World<'_>,
        uses: Option<&Uses>,
        find: impl FnOnce() -> (T, Hangs),
    ) -> T {
        let known = shelf.and_then(|it| {
            let shelf = it.borrow();
            let kept = shelf.answer(world, uses)?;
            self.tell(&kept.hangs);
            Some(kept.answer)
        });
        known.unwrap_or_else(|| {
            let (answer, hangs) = find();
            self.tell(&hangs);
            if let Some(shelf) = shelf {
                let kept =
                    Kept { state: world.state, place: world.place, counted: world.counted, answer, hangs };
                let mut shelf = shelf.borrow_mut();
                let place = if world.state == world.base { &mut shelf.told } else { &mut shelf.latest };
                *place = Some(kept);
            }
            answer
        })
    }

    /// Tells whoever watches what an answer that was found before hangs on.
    pub(crate) fn tell(&self, hangs: &Hangs) {
        if let Some(watched) = self.watched.borrow_mut().as_mut() {
            watched.note_all(hangs);
        }
    }

    /// What is missing to work out a derived fact, as the answers are.
    pub(crate) fn lacking(
        &self,
        world: &World<'_>,
        derived: DerivedRef,
        explain: impl FnOnce() -> BTreeSet<Missing>,
    ) -> Lacking {
        if world.state != world.base {
            return Rc::new(explain());
        }
        let key = (derived, world.base, world.place);
        let known = self.lacking.borrow().get(&key).map(Rc::clone);
        known.unwrap_or_else(|| {
            let lacking = Rc::new(explain());
            self.lacking.borrow_mut().insert(key, Rc::clone(&lacking));
            lacking
        })
    }

    /// How everybody stands towards a rule over people, as the answers are.
    pub(crate) fn people(&self, edition: &Edition, work_out: impl FnOnce() -> People) -> Arc<People> {
        let known = self.people.borrow().get(&people::key(edition)).map(Arc::clone);
        known.unwrap_or_else(|| {
            // Whoever watches asks for what hangs together, and not for how it is worked out.
            let people = Arc::new(self.watching(work_out).0);
            self.people.borrow_mut().insert(people::key(edition), Arc::clone(&people));
            people
        })
    }

    /// Whether the entry at hand counts. An amount asks for it three times over: for whether anybody does, for how many,
    /// and for what each brings.
    pub(crate) fn standing(
        &self,
        world: &World<'_>,
        edition: &Edition,
        find: impl FnOnce() -> Outcomes,
    ) -> Outcomes {
        let Place::Entry(_, idx) = world.place else { return find() };
        if world.place.is_to_come() {
            return find();
        }
        let of = people::key(edition);
        if self.standing.borrow().of != of {
            self.standing.replace(Standing { of, counts: BTreeMap::new() });
        }
        if let Some((counts, hangs)) = self.standing.borrow().at(world.state, idx) {
            self.tell(hangs);
            return *counts;
        }
        let (counts, hangs) = self.watching(find);
        self.tell(&hangs);
        let mut standing = self.standing.borrow_mut();
        if standing.of == of {
            let row = standing.counts.entry(world.state).or_default();
            row.resize_with(row.len().max(idx + 1), || None);
            row[idx] = Some((counts, hangs));
        }
        counts
    }

    pub(crate) fn decided(
        &self,
        question: Question<'_>,
        state: State,
        place: Place,
        decide: impl FnOnce() -> Outcomes,
    ) -> Outcomes {
        let key = (question.key(), state, place);
        if let Some(outcome) = self.decided.borrow().get(&key) {
            return *outcome;
        }
        let outcome = decide();
        self.decided.borrow_mut().insert(key, outcome);
        outcome
    }

    /// Where a condition comes out one way.
    pub(crate) fn reached(
        &self,
        question: Question<'_>,
        end: End,
        place: Place,
        seek: impl FnOnce() -> Option<Narrowed>,
    ) -> Option<Narrowed> {
        let key = (question.key(), end, place);
        let known = self.reached.borrow().get(&key).cloned();
        known.unwrap_or_else(|| {
            let found = seek();
            self.reached.borrow_mut().insert(key, found.clone());
            found
        })
    }
}

impl<T> Shelf<T> {
    /// What is known to hold in a world, if anything.
    fn answer(&self, world: &World<'_>, uses: Option<&Uses>) -> Option<&Kept<T>> {
        let is_there = |it: &&Kept<T>| it.place == world.place && it.counted == world.counted;
        if let Some(latest) = self.latest.as_ref().filter(|it| it.state == world.state && is_there(it)) {
            return Some(latest);
        }
        let told = self.told.as_ref().filter(|it| it.state == world.base && is_there(it))?;
        let is_the_day = || {
            world.as_of.exact() == Some(world.today) || uses.is_some_and(|it| is_timeless(world.catalog, it))
        };
        (told.hangs.is_untouched_by(world.narrowed) && is_the_day()).then_some(told)
    }
}
