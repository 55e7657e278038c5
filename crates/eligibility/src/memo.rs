//! What was found out before: the same question in the same world has the same answer.

use std::{
    cell::{Cell, RefCell},
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};

use policy::{
    Catalog, DerivedRef, Edition, FactRef, Formula, Number, Requirement, Test, Value, truth::Outcomes,
};

use crate::{
    evaluate::Derivation,
    split::Mentions,
    world::{Place, Slot, World},
};

/// Names what a world takes for known; worlds of one state answer alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct State(u32);

/// What was found out of one profile on one day. Nothing in it is dropped: a world that differs has another state.
#[derive(Debug)]
pub(crate) struct Memo {
    states: Cell<u32>,
    told: Vec<Latest<Told>>,
    asked: Vec<RefCell<Option<Kept<Outcomes>>>>,
    worked_out: Vec<RefCell<Option<Kept<Derivation>>>>,
    decided: RefCell<BTreeMap<(Key, State, Place), Outcomes>>,
    /// What the question at hand hangs on, while somebody asks for it.
    watched: RefCell<Option<Hangs>>,
    /// Figures at which what a rule says may change.
    cuts: RefCell<BTreeMap<Key, Rc<[Number]>>>,
}

/// What the answer to a question hangs on.
#[derive(Debug, Default)]
pub(crate) struct Hangs {
    /// The open facts that were read, as often as each was.
    pub(crate) open: Vec<Slot>,
    /// Whether a step was taken that may leave more open than can be.
    blurred: bool,
}

impl Hangs {
    /// Whether no open fact was read twice and no step blurred anything: then each answer that is left open is brought
    /// about by some completion, and no search could rule one out.
    pub(crate) fn is_plain(&self) -> bool {
        let mut seen = BTreeSet::new();
        !self.blurred && self.open.iter().all(|it| seen.insert(it))
    }

    /// Whether so many facts are open that a search would get nowhere: to settle what this many leave open by what
    /// they have in common is no more than a curiosity.
    pub(crate) fn is_wide(&self, most: usize) -> bool {
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
        Hangs { open: self.open, blurred }
    }

    /// Whether no open fact plays a part in both.
    pub(crate) fn is_apart_from(&self, other: &Hangs) -> bool {
        let mine: BTreeSet<&Slot> = self.open.iter().collect();
        !other.open.iter().any(|it| mine.contains(it))
    }
}

/// What was found in the world it was last sought in, and what it hangs on.
#[derive(Debug)]
struct Kept<T> {
    state: State,
    place: Place,
    answer: T,
    hangs: Hangs,
}

/// What a fact may be by what was told, and whether anything was.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Told {
    pub(crate) value: Value,
    pub(crate) is_said: bool,
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

/// Names a question: its kind, and where it stands.
type Key = (u8, usize);

impl Question<'_> {
    fn key(self) -> Key {
        fn address<T>(it: &T) -> usize {
            std::ptr::from_ref(it).addr()
        }
        match self {
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
            told: vec![Cell::new(None); catalog.facts.len()],
            asked: catalog.facts.iter().map(|_| RefCell::default()).collect(),
            worked_out: catalog.derived.iter().map(|_| RefCell::default()).collect(),
            decided: RefCell::default(),
            watched: RefCell::default(),
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
        let before = self.watched.borrow().as_ref().map(|it| (it.open.len(), it.blurred));
        let Some((n_open, blurred)) = before else { return evaluate() };
        let value = evaluate();
        if is_settled(&value)
            && let Some(hangs) = self.watched.borrow_mut().as_mut()
        {
            hangs.open.truncate(n_open);
            hangs.blurred = blurred;
        }
        value
    }

    pub(crate) fn is_watching(&self) -> bool {
        self.watched.borrow().is_some()
    }

    /// Notes a fact that was read and is not settled.
    pub(crate) fn note_open(&self, slot: Slot) {
        if let Some(hangs) = self.watched.borrow_mut().as_mut() {
            hangs.open.push(slot);
        }
    }

    /// Notes a step that may leave more open than can be.
    pub(crate) fn note_blur(&self) {
        if let Some(hangs) = self.watched.borrow_mut().as_mut() {
            hangs.blurred = true;
        }
    }

    pub(crate) fn told(&self, state: State, slot: Slot, tell: impl FnOnce() -> Told) -> Told {
        latest(&self.told, slot.fact, state, slot.place, tell)
    }

    /// Whether the question of a fact applies.
    pub(crate) fn asked(&self, state: State, slot: Slot, ask: impl FnOnce() -> Outcomes) -> Outcomes {
        self.kept(self.asked.get(slot.fact.0), state, slot.place, || {
            let (asked, hangs) = self.watching(ask);
            let blurred = !hangs.is_plain();
            (asked, hangs.once(blurred))
        })
    }

    /// A derived fact.
    pub(crate) fn worked_out(
        &self,
        derived: DerivedRef,
        state: State,
        place: Place,
        work_out: impl FnOnce() -> (Derivation, Hangs),
    ) -> Derivation {
        self.kept(self.worked_out.get(derived.0), state, place, work_out)
    }

    /// What was found before, or is now; whoever watches is told what it hangs on.
    fn kept<T: Copy>(
        &self,
        shelf: Option<&RefCell<Option<Kept<T>>>>,
        state: State,
        place: Place,
        find: impl FnOnce() -> (T, Hangs),
    ) -> T {
        let kept = shelf.and_then(RefCell::take).filter(|it| it.state == state && it.place == place);
        let kept = kept.unwrap_or_else(|| {
            let (answer, hangs) = find();
            Kept { state, place, answer, hangs }
        });
        if let Some(watched) = self.watched.borrow_mut().as_mut() {
            watched.open.extend(&kept.hangs.open);
            watched.blurred |= kept.hangs.blurred;
        }
        let answer = kept.answer;
        if let Some(shelf) = shelf {
            shelf.replace(Some(kept));
        }
        answer
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
}

/// The latest answer, and the state and place it was found in.
type Latest<T> = Cell<Option<(State, Place, T)>>;

/// One answer a fact is kept, the latest: searches go from state to state and seldom come back.
fn latest<T: Copy>(
    kept: &[Latest<T>],
    fact: FactRef,
    state: State,
    place: Place,
    find: impl FnOnce() -> T,
) -> T {
    let Some(cell) = kept.get(fact.0) else { return find() };
    match cell.get() {
        Some((then, there, answer)) if then == state && there == place => answer,
        _ => {
            let answer = find();
            cell.set(Some((state, place, answer)));
            answer
        }
    }
}
