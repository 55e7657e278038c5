//! Which facts of an entry are worth asking, and how a form sets them out.
//!
//! Asked is what some policy that is still open can use. Yes/no facts that stand together in the pack are a group to tick; a fact
//! that hangs on another stands beneath it and unfolds with it.

use std::collections::{BTreeMap, BTreeSet};

use casebook::Change;
use corpus::{ProfileMistake, read_profile};
use eligibility::{PolicyResult, Subject, Verdict, applies, assess};
use policy::{Catalog, Entries, Entry, FactRef, FactType, ListRef, Profile, truth::Outcomes};
use serde_json::{Map, Value};

use crate::{Desk, DeskError};

/// So many are kept.
const MOST_NEEDED: usize = 32;

/// A form for one entry.
#[derive(Debug, Clone, PartialEq)]
pub struct Form {
    /// The entry as far as it was filled in and could be read.
    pub entry: Entry,
    /// What does not fit.
    pub mistakes: Vec<ProfileMistake>,
    /// What some open policy needs.
    pub needed: Part,
    /// What none needs now; answers given to it are kept.
    pub more: Part,
}

/// Some facts of a form.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Part {
    /// Each to be answered by itself.
    pub fields: Vec<Field>,
    /// Yes/no facts to be ticked together.
    pub groups: Vec<Vec<Field>>,
}

/// A fact in a form.
#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    /// Which.
    pub fact: FactRef,
    /// What hangs on it.
    pub beneath: Vec<Field>,
}

/// The facts of a list that open policies can use; they hang on everything that is known, but not on who else is in the list.
#[derive(Debug)]
pub(crate) struct Needed {
    list: ListRef,
    /// The answers that pick the editions.
    events: BTreeMap<FactRef, policy::Answer>,
    facts: BTreeSet<FactRef>,
}

impl Desk {
    /// What a form shows of an entry that is being filled in; nothing is saved.
    pub fn form(&mut self, list: &str, fields: &Map<String, Value>) -> Result<Form, DeskError> {
        let list = self.find_list(list)?;
        let (entry, mistakes) = self.drafted(list, fields)?;
        let needed = self.needed(list, &entry);
        let profile = self.with_only(list, entry.clone());
        let layout =
            Layout { catalog: self.catalog(), list, entry: &entry, profile: &profile, as_of: self.as_of() };
        let (asked, rest): (Vec<FactRef>, Vec<FactRef>) =
            layout.shown().into_iter().partition(|it| needed.contains(it));
        let (needed, more) = (layout.part(&asked), layout.part(&rest));
        Ok(Form { entry, mistakes, needed, more })
    }

    /// The entry that was filled in so far. What does not fit yet is not in it.
    fn drafted(
        &self,
        list: ListRef,
        fields: &Map<String, Value>,
    ) -> Result<(Entry, Vec<ProfileMistake>), DeskError> {
        let name = self.catalog().list(list).id.to_string();
        let json = Value::Array(vec![Value::Object(fields.clone())]);
        let (drafted, mistakes) =
            read_profile(self.catalog(), &Value::Object(Map::from_iter([(name.clone(), json)])));
        let entry = drafted.lists.into_values().flat_map(|it| it.entries).next();
        Ok((entry.ok_or_else(|| DeskError::not_found("entry", name))?, mistakes))
    }

    /// The profile as if the list held this entry and others were to come: of the form at hand it says all, of those entered nothing,
    /// and it is quickly looked at.
    fn with_only(&self, list: ListRef, entry: Entry) -> Profile {
        let known = &self.sitting.profile;
        let others = known.lists.iter().filter(|(it, _)| **it != list);
        let only = (list, Entries { entries: vec![entry], more: true });
        Profile {
            answers: known.answers.clone(),
            lists: others.map(|(list, it)| (*list, it.clone())).chain([only]).collect(),
            had: known.had.clone(),
            more_had: known.more_had,
            assumed: known.assumed.clone(),
        }
    }

    fn needed(&mut self, list: ListRef, entry: &Entry) -> BTreeSet<FactRef> {
        let by = picking(self.catalog(), list);
        let events: BTreeMap<_, _> = entry
            .answers
            .iter()
            .filter(|(it, _)| by.contains(it))
            .map(|(it, answer)| (*it, *answer))
            .collect();
        if let Some(known) = self.needed.iter().find(|it| it.list == list && it.events == events) {
            return known.facts.clone();
        }
        // Only the event is looked at, so that nothing asked for goes away while it is being answered.
        let bare = Entry { answers: events.clone(), ..entry.clone() };
        let profile = self.with_only(list, bare);
        let assessment = assess(self.catalog(), &profile, self.as_of());
        let open = assessment.results.iter().filter(|it| is_open(it));
        let mut facts = BTreeSet::new();
        for fact in open.flat_map(used) {
            with_parents(self.catalog(), fact, &mut facts);
        }
        // As many as there are days on which somebody was hired would be too many to keep.
        self.needed.truncate(MOST_NEEDED - 1);
        self.needed.insert(0, Needed { list, events, facts: facts.clone() });
        facts
    }

    /// Drops what a change makes doubtful.
    pub(crate) fn forget_needed(&mut self, change: &Change) {
        let changed = match change {
            Change::Entries { list, .. } | Change::More { list, .. } | Change::List { list, .. } => {
                self.catalog().find_list(list)
            }
            Change::Answer { .. } | Change::Everything(_) => None,
        };
        self.needed.retain(|it| Some(it.list) == changed);
    }
}

/// The facts that say under which edition an entry falls.
fn picking(catalog: &Catalog, list: ListRef) -> BTreeSet<FactRef> {
    let editions = catalog.policies.iter().flat_map(|it| &it.editions);
    editions.filter(|it| it.rule.for_each == Some(list)).filter_map(|it| it.valid.by).collect()
}

fn is_open(result: &PolicyResult) -> bool {
    match result.verdict {
        Verdict::Eligible | Verdict::Undetermined | Verdict::Upcoming => true,
        Verdict::Ineligible | Verdict::Missed => false,
    }
}

/// All facts that a result hangs on, those answered and those missing.
fn used(result: &PolicyResult) -> impl Iterator<Item = FactRef> {
    let of_conditions = result.findings.iter().flat_map(|it| it.used.iter().copied());
    let of_findings = result.findings.iter().flat_map(|it| &it.missing);
    let of_amounts = result.amounts.iter().flat_map(|it| &it.missing);
    let missing = of_findings.chain(of_amounts).chain(&result.missing).filter_map(|it| match &it.subject {
        Subject::EntryFact(_, _, fact) => Some(*fact),
        Subject::Fact(_)
        | Subject::List(_)
        | Subject::Had(_)
        | Subject::Parameter(_)
        | Subject::Policy(_) => None,
    });
    of_conditions.chain(missing)
}

/// A fact, and whatever decides whether it is asked at all.
fn with_parents(catalog: &Catalog, fact: FactRef, found: &mut BTreeSet<FactRef>) {
    if found.insert(fact) {
        let ask_if = catalog.fact(fact).ask_if.as_ref();
        ask_if
            .into_iter()
            .flat_map(|it| it.uses.facts.keys())
            .for_each(|it| with_parents(catalog, *it, found));
    }
}

struct Layout<'a> {
    catalog: &'a Catalog,
    list: ListRef,
    entry: &'a Entry,
    profile: &'a Profile,
    as_of: policy::Date,
}

impl Layout<'_> {
    fn facts(&self) -> &[FactRef] {
        &self.catalog.list(self.list).facts
    }

    /// The facts to be seen: those that apply, as far as this entry can tell.
    fn shown(&self) -> Vec<FactRef> {
        let shown = |fact: &FactRef| {
            let applies: Outcomes = applies(self.catalog, *fact, self.list, self.profile, self.as_of);
            let unfolds = applies.is_yes() || (!applies.is_no() && self.parents(*fact).next().is_none());
            unfolds || (!applies.is_no() && self.entry.answers.contains_key(fact))
        };
        self.facts().iter().copied().filter(shown).collect()
    }

    /// The facts of the entry on which this one hangs.
    fn parents(&self, fact: FactRef) -> impl Iterator<Item = FactRef> {
        let ask_if = self.catalog.fact(fact).ask_if.as_ref();
        let uses = ask_if.into_iter().flat_map(|it| it.uses.facts.keys().copied());
        uses.filter(|it| self.facts().contains(it))
    }

    fn part(&self, shown: &[FactRef]) -> Part {
        let host = |fact: FactRef| self.parents(fact).find(|it| shown.contains(it));
        let mut part = Part::default();
        for run in self.runs() {
            let tops = run.into_iter().filter(|it| shown.contains(it) && host(*it).is_none());
            let fields: Vec<Field> = tops.map(|it| self.field(it, shown)).collect();
            let together = 1 < fields.len() && fields.iter().all(|it| self.is_box(it.fact));
            match together {
                true => part.groups.push(fields),
                false => part.fields.extend(fields),
            }
        }
        // What hangs on something that is not shown here stands by itself.
        let placed = |part: &Part, fact| {
            part.fields.iter().chain(part.groups.iter().flatten()).any(|it| it.holds(fact))
        };
        for fact in shown.iter().filter(|it| host(**it).is_none()) {
            if !placed(&part, *fact) {
                part.fields.push(self.field(*fact, shown));
            }
        }
        part
    }

    fn field(&self, fact: FactRef, shown: &[FactRef]) -> Field {
        let first_parent = |it: FactRef| self.parents(it).find(|parent| shown.contains(parent));
        let beneath = shown.iter().copied().filter(|it| first_parent(*it) == Some(fact));
        Field { fact, beneath: beneath.map(|it| self.field(it, shown)).collect() }
    }

    /// The facts that hang on no other of the entry, in the order of the pack: each yes/no fact with those it stands among, any other alone.
    fn runs(&self) -> Vec<Vec<FactRef>> {
        let mut runs: Vec<Vec<FactRef>> = Vec::new();
        let tops = self.facts().iter().copied().filter(|it| self.parents(*it).next().is_none());
        for fact in tops {
            let goes_on =
                self.is_box(fact) && runs.last().and_then(|it| it.last()).is_some_and(|it| self.is_box(*it));
            match runs.last_mut().filter(|_| goes_on) {
                Some(run) => run.push(fact),
                None => runs.push(vec![fact]),
            }
        }
        runs
    }

    fn is_box(&self, fact: FactRef) -> bool {
        matches!(self.catalog.fact(fact).kind, FactType::Boolean)
    }
}

impl Field {
    fn holds(&self, fact: FactRef) -> bool {
        self.fact == fact || self.beneath.iter().any(|it| it.holds(fact))
    }
}
