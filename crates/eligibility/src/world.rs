//! What an expression is evaluated in: the profile, the days it may be, and the entry at hand.

use policy::{
    Answer, Catalog, Date, Entries, Entry, FactRef, Interval, ListRef, Number, OptionSet, Owner, Possible,
    Profile, Value, truth::Outcomes,
};

use crate::{
    memo::{Hangs, Memo, State},
    people::Tables,
    split::is_timeless,
    told::Told,
};

/// Of nobody anything was worked out.
static NOTHING: Tables = Tables::new();

/// In a list of more entries than these, what is open of one is left as it is reckoned.
const MOST_SEARCHED: usize = 200;

/// Where a fact is told: of the enterprise, or of one entry of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Place {
    Enterprise,
    Entry(ListRef, usize),
}

impl Place {
    /// Where an entry would stand that is still to be entered.
    pub(crate) fn to_come(list: ListRef) -> Place {
        Place::Entry(list, usize::MAX)
    }

    /// Whether nobody stands there yet.
    pub(crate) fn is_to_come(self) -> bool {
        matches!(self, Place::Entry(_, usize::MAX))
    }
}

/// One fact at one place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Slot {
    pub(crate) place: Place,
    pub(crate) fact: FactRef,
}

/// What an expression is evaluated in. Cheap to copy: narrower worlds are made on the way down.
#[derive(Debug, Clone, Copy)]
pub(crate) struct World<'a> {
    pub(crate) catalog: &'a Catalog,
    pub(crate) profile: &'a Profile,
    /// What follows from the answers of the profile.
    pub(crate) told: &'a Told,
    /// How people stand towards rules over them, as far as it was worked out beforehand.
    pub(crate) tables: &'a Tables,
    /// The days of assessment at once; one day where nothing is asked about the future.
    pub(crate) as_of: Interval<Date>,
    /// The day on which the answers were given: what an answer implies, it implies of that day.
    pub(crate) today: Date,
    /// The entry at hand.
    pub(crate) place: Place,
    /// The month at hand in `months(…)`.
    pub(crate) month: Option<Date>,
    /// How many count for the rule at hand.
    pub(crate) counted: Option<Possible<Number>>,
    /// Unknown facts held to a part of what they may be, while a question is decided by halving.
    pub(crate) narrowed: &'a [(Slot, Value)],
    /// Whether each condition is decided on its own as far as can be: thorough, and dear.
    pub(crate) thorough: bool,
    /// How many rules deep a rule asked for another.
    pub(crate) depth: u8,
    /// What was found out before.
    pub(crate) memo: &'a Memo,
    /// What was told; the same at every place, on every day and however narrowed.
    pub(crate) base: State,
    /// What was told, how it is narrowed, and the days.
    pub(crate) state: State,
}

impl<'a> World<'a> {
    pub(crate) fn new(
        catalog: &'a Catalog,
        profile: &'a Profile,
        told: &'a Told,
        as_of: Date,
        memo: &'a Memo,
    ) -> World<'a> {
        let state = memo.state();
        World {
            catalog,
            profile,
            told,
            tables: &NOTHING,
            as_of: Interval::exactly(as_of),
            today: as_of,
            place: Place::Enterprise,
            month: None,
            counted: None,
            narrowed: &[],
            thorough: false,
            depth: 0,
            memo,
            base: state,
            state,
        }
    }

    /// The same, with what was worked out beforehand of the people in it.
    pub(crate) fn knowing(self, tables: &'a Tables) -> World<'a> {
        World { tables, ..self }
    }

    /// The enterprise as the answers are, today.
    pub(crate) fn as_told(self) -> World<'a> {
        World {
            as_of: Interval::exactly(self.today),
            place: Place::Enterprise,
            month: None,
            counted: None,
            narrowed: &[],
            thorough: false,
            depth: 0,
            state: self.base,
            ..self
        }
    }

    /// The same on other days.
    pub(crate) fn on(self, as_of: Interval<Date>) -> World<'a> {
        if as_of == self.as_of { self } else { World { as_of, state: self.memo.state(), ..self } }
    }

    /// The same at one entry.
    pub(crate) fn at(self, list: ListRef, idx: usize) -> World<'a> {
        World { place: Place::Entry(list, idx), ..self }
    }

    /// The same with facts held to parts of what they may be.
    pub(crate) fn narrowed(self, narrowed: &'a [(Slot, Value)]) -> World<'a> {
        if narrowed == self.narrowed {
            return self;
        }
        World { narrowed, state: self.memo.state(), ..self }
    }

    /// The same, each condition decided on its own as far as can be, or as it is reckoned.
    pub(crate) fn thorough(self, thorough: bool) -> World<'a> {
        World { thorough, ..self }
    }

    /// Whether the facts as they are narrowed leave every answer its question.
    pub(crate) fn is_possible(&self) -> bool {
        let today = self.on(Interval::exactly(self.today));
        let leaves = |slot: &Slot| self.told.hinges_on(*slot).all(|it| !today.asked(it).is_no());
        self.narrowed.iter().all(|(slot, _)| leaves(slot))
    }

    /// Whether each answer that a question leaves open is some completion's, without a search: it is plain, and no
    /// answer given elsewhere hangs on the same facts.
    pub(crate) fn is_plain(&self, hangs: &Hangs) -> bool {
        hangs.is_plain() && !hangs.open.iter().any(|it| self.told.hinges_on(*it).next().is_some())
    }

    /// Whether the question of a fact applies, going by what it hangs on alone.
    pub(crate) fn asked(&self, slot: Slot) -> Outcomes {
        let ask_if = self.catalog.fact(slot.fact).ask_if.as_ref();
        ask_if.map_or(Outcomes::YES, |it| {
            self.memo.asked(self, slot, &it.uses, || self.at_place(slot.place).test(&it.tree))
        })
    }

    /// The same world at another place.
    pub(crate) fn at_place(self, place: Place) -> World<'a> {
        World { place, ..self }
    }

    /// Where something that is told of this owner is told, seen from here.
    pub(crate) fn place_of(&self, owner: Owner) -> Place {
        match owner {
            Owner::Enterprise => Place::Enterprise,
            Owner::Entry(_) => self.place,
        }
    }

    /// The first of the days of assessment.
    pub(crate) fn first_day(&self) -> Date {
        self.as_of.low().unwrap_or(Date::MIN)
    }

    /// The last of the days of assessment.
    pub(crate) fn last_day(&self) -> Date {
        self.as_of.high().unwrap_or(Date::MAX)
    }

    /// The entries of a list; `None` where nobody was asked yet.
    pub(crate) fn entries(&self, list: ListRef) -> Option<&'a Entries> {
        self.profile.lists.get(&list)
    }

    /// The entry at hand.
    pub(crate) fn entry(&self) -> Option<&'a Entry> {
        match self.place {
            Place::Enterprise => None,
            Place::Entry(list, idx) => self.entries(list)?.entries.get(idx),
        }
    }

    /// Whether the entry at hand is one of so many that nobody searches through what is open of each.
    pub(crate) fn is_one_of_many(&self) -> bool {
        let Place::Entry(list, _) = self.place else { return false };
        self.entries(list).is_some_and(are_many)
    }

    /// Where a fact stands, seen from here.
    pub(crate) fn slot(&self, fact: FactRef) -> Slot {
        Slot { place: self.place_of(self.catalog.fact(fact).owner), fact }
    }

    /// What was answered, if anything.
    pub(crate) fn answer(&self, slot: Slot) -> Option<&'a Answer> {
        match slot.place {
            Place::Enterprise => self.profile.answers.get(&slot.fact),
            Place::Entry(list, idx) => self.entries(list)?.entries.get(idx)?.answers.get(&slot.fact),
        }
    }

    /// What a fact may be, and whether it may not apply at all.
    pub(crate) fn reading(&self, fact: FactRef) -> Reading<'a> {
        let slot = self.slot(fact);
        let said = self.told.said(slot);
        let narrowed = self.narrowed.iter().rev().find(|(it, _)| *it == slot).map(|(_, value)| value);
        let value = narrowed.or(said).unwrap_or_else(|| self.told.domain(fact));
        let Some(ask_if) = &self.catalog.fact(fact).ask_if else {
            return self.noted(slot, Reading { value, applies: Outcomes::YES });
        };
        let asked = self.asked(slot);
        // An answer given implies that the question applied, on the day on which it was given.
        let implied = asked.is_unknown()
            && said.is_some()
            && (self.as_of.exact() == Some(self.today) || is_timeless(self.catalog, &ask_if.uses));
        self.noted(slot, Reading { value, applies: if implied { Outcomes::YES } else { asked } })
    }

    fn noted(&self, slot: Slot, reading: Reading<'a>) -> Reading<'a> {
        if self.memo.is_watching() && !reading.is_settled() {
            self.memo.note_open(slot);
        }
        reading
    }

    /// Whether nothing is left to learn of a fact.
    pub(crate) fn is_settled(&self, fact: FactRef) -> bool {
        self.reading(fact).is_settled()
    }

    pub(crate) fn truth_of(&self, fact: FactRef) -> Outcomes {
        let truth = |value: &Value| match value {
            Value::Truth(Some(holds)) => Outcomes::certain(*holds),
            _ => Outcomes::UNKNOWN,
        };
        self.joined(fact, truth, Outcomes::join)
    }

    pub(crate) fn number_of(&self, fact: FactRef) -> Possible<Number> {
        let number = |value: &Value| match value {
            Value::Number(interval) => Possible::within(*interval),
            _ => Possible::ANY,
        };
        self.joined(fact, number, Possible::join)
    }

    pub(crate) fn date_of(&self, fact: FactRef) -> Possible<Date> {
        let Reading { value, applies } = self.reading(fact);
        let some = match value {
            Value::Date(interval) => *interval,
            _ => Interval::ANY,
        };
        // A date that does not apply is none.
        Possible { some: (!applies.is_no()).then_some(some), none: !applies.is_yes() }
    }

    pub(crate) fn options_of(&self, fact: FactRef) -> OptionSet {
        let options = |value: &Value| match value {
            Value::Choice(options) => *options,
            _ => OptionSet::EMPTY,
        };
        self.joined(fact, options, OptionSet::union)
    }

    pub(crate) fn choices_of(&self, fact: FactRef) -> Chosen {
        let chosen = |value: &Value| match value {
            Value::Choices { certain, possible } => Chosen { certain: *certain, possible: *possible },
            _ => Chosen { certain: OptionSet::EMPTY, possible: OptionSet::EMPTY },
        };
        self.joined(fact, chosen, Chosen::join)
    }

    /// The value where the fact applies, joined with its `otherwise` where it may not.
    fn joined<T>(&self, fact: FactRef, read: impl Fn(&Value) -> T, join: impl Fn(T, T) -> T) -> T {
        let Reading { value, applies } = self.reading(fact);
        let here = || read(value);
        match &self.catalog.fact(fact).otherwise {
            Some(otherwise) if applies.is_no() => read(otherwise),
            Some(otherwise) if !applies.is_yes() => join(here(), read(otherwise)),
            _ => here(),
        }
    }
}

/// A fact as it can be read: what it may be, and whether it applies.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reading<'a> {
    pub(crate) value: &'a Value,
    pub(crate) applies: Outcomes,
}

impl Reading<'_> {
    /// Whether nothing is left to learn.
    pub(crate) fn is_settled(&self) -> bool {
        self.applies.is_no() || (self.applies.is_yes() && is_exact(self.value))
    }
}

/// The options that certainly hold and those that may.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Chosen {
    pub(crate) certain: OptionSet,
    pub(crate) possible: OptionSet,
}

impl Chosen {
    pub(crate) fn exactly(options: OptionSet) -> Chosen {
        Chosen { certain: options, possible: options }
    }

    pub(crate) fn join(self, other: Chosen) -> Chosen {
        Chosen {
            certain: self.certain.intersection(other.certain),
            possible: self.possible.union(other.possible),
        }
    }

    pub(crate) fn is_exact(self) -> bool {
        self.certain == self.possible
    }
}

/// Whether nobody searches through what is open of each.
pub(crate) fn are_many(entries: &Entries) -> bool {
    MOST_SEARCHED < entries.entries.len()
}

/// Whether a value leaves one possibility only.
pub(crate) fn is_exact(value: &Value) -> bool {
    match value {
        Value::Truth(holds) => holds.is_some(),
        Value::Number(interval) => interval.exact().is_some(),
        Value::Date(interval) => interval.exact().is_some(),
        Value::Choice(options) => options.len() == 1,
        Value::Choices { certain, possible } => certain == possible,
    }
}
