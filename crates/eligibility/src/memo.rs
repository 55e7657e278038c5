//! What was found out before: the same question in the same world has the same answer.

use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
};

use policy::{Catalog, Edition, FactRef, Requirement, Value, truth::Outcomes};

use crate::world::{Place, Slot};

/// Names what a world takes for known; worlds of one state answer alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct State(u32);

/// What was found out of one profile on one day. Nothing in it is dropped: a world that differs has another state.
#[derive(Debug)]
pub(crate) struct Memo {
    states: Cell<u32>,
    told: Vec<Latest<Told>>,
    asked: Vec<Latest<Outcomes>>,
    decided: RefCell<BTreeMap<(Question, State, Place), Outcomes>>,
    /// The open facts that the question at hand hangs on, while somebody asks for them.
    open: RefCell<Option<Vec<Slot>>>,
}

/// What a fact may be by what was told, and whether anything was.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Told {
    pub(crate) value: Value,
    pub(crate) is_said: bool,
}

/// A question that is dear to answer, told apart by where it stands in the catalog.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Question {
    /// Whether a condition holds.
    Requirement(*const Requirement),
    /// Whether an entry counts.
    Counts(*const Edition),
}

impl Memo {
    pub(crate) fn new(catalog: &Catalog) -> Memo {
        Memo {
            states: Cell::new(0),
            told: vec![Cell::new(None); catalog.facts.len()],
            asked: vec![Cell::new(None); catalog.facts.len()],
            decided: RefCell::default(),
            open: RefCell::default(),
        }
    }

    /// A state that no world had before.
    pub(crate) fn state(&self) -> State {
        let next = self.states.get() + 1;
        self.states.set(next);
        State(next)
    }

    /// Answers a question, and tells which open facts the answer hangs on.
    pub(crate) fn watching<T>(&self, answer: impl FnOnce() -> T) -> (T, Vec<Slot>) {
        let outer = self.open.replace(Some(Vec::new()));
        let answer = answer();
        let open = self.open.replace(outer).unwrap_or_default();
        (answer, open)
    }

    /// Evaluates a part of a question; what it hangs on does not matter where it is settled all the same.
    pub(crate) fn part<T>(&self, evaluate: impl FnOnce() -> T, is_settled: impl FnOnce(&T) -> bool) -> T {
        let Some(before) = self.open.borrow().as_ref().map(Vec::len) else { return evaluate() };
        let value = evaluate();
        if is_settled(&value)
            && let Some(open) = self.open.borrow_mut().as_mut()
        {
            open.truncate(before);
        }
        value
    }

    pub(crate) fn is_watching(&self) -> bool {
        self.open.borrow().is_some()
    }

    /// Notes a fact that was read and is not settled.
    pub(crate) fn note_open(&self, slot: Slot) {
        if let Some(open) = self.open.borrow_mut().as_mut() {
            open.push(slot);
        }
    }

    pub(crate) fn told(&self, state: State, slot: Slot, tell: impl FnOnce() -> Told) -> Told {
        latest(&self.told, slot.fact, state, slot.place, tell)
    }

    pub(crate) fn asked(&self, state: State, slot: Slot, ask: impl FnOnce() -> Outcomes) -> Outcomes {
        // What it hangs on would go unseen.
        if self.is_watching() { ask() } else { latest(&self.asked, slot.fact, state, slot.place, ask) }
    }

    pub(crate) fn decided(
        &self,
        question: Question,
        state: State,
        place: Place,
        decide: impl FnOnce() -> Outcomes,
    ) -> Outcomes {
        let key = (question, state, place);
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
