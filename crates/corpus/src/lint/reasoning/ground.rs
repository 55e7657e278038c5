//! On which days, and of whom, the evaluator is asked.

use std::{collections::BTreeSet, sync::Arc};

use eligibility::{Supposed, prospect};
use policy::{
    Catalog, Date, Edition, FactRef, Interval, ListRef, Owner, Part, Policy, Requirement, Value,
    lang::{self, Ast, Context, Kind, Scope},
    truth::Outcomes,
};

use super::conditions::part;
use crate::load::Said;

/// How far ahead is looked where a rule names no last day.
const MONTHS_AHEAD: i64 = 120;

/// For how long, and how often, is looked again before anything is told: some rules have their season.
const A_YEAR_OF_DAYS: i64 = 366;
const EVERY_FEW_DAYS: usize = 4;

/// On which days, and of whom, the evaluator is asked.
pub(super) struct Ground<'a> {
    catalog: &'a Catalog,
    scope: &'a Scope,
    days: Vec<Date>,
    /// More days, for what seems certain by the few.
    year: Vec<Date>,
    /// The event that picks the edition lies within the edition's days.
    event: Option<(FactRef, Value)>,
}

impl<'a> Ground<'a> {
    /// The days on which an edition answers: its first and last one, the pack's own, and those that it mentions.
    pub(super) fn of_edition(
        catalog: &'a Catalog,
        scope: &'a Scope,
        policy: &Policy,
        edition: &Edition,
        said: &[Said<'_>],
    ) -> Ground<'a> {
        let valid = &edition.valid;
        let next = policy.editions.iter().map(|it| it.valid.from).filter(|it| valid.from < *it).min();
        let replaced = next.filter(|_| valid.by.is_none()).map(|it| it.plus_days(-1));
        // Whoever falls in an edition by an event may ask for it long after its last day.
        let over = valid.to.filter(|_| valid.by.is_none());
        let last = over.into_iter().chain(replaced).min();
        let mentioned: BTreeSet<Date> = said.iter().flat_map(|it| days_in(it.written.text)).collect();
        let event = valid.by.map(|it| (it, Interval::new(Some(valid.from), valid.to)));
        let days = days_between(catalog, valid.from, last, &mentioned);
        Ground {
            catalog,
            scope,
            year: year_of(&days),
            days,
            event: event.and_then(|(by, days)| Some((by, Value::Date(days?)))),
        }
    }

    /// The days for which a pack has rules, and some after.
    pub(super) fn of_pack(catalog: &'a Catalog, scope: &'a Scope, written: &str) -> Ground<'a> {
        let first = catalog.policies.iter().flat_map(|it| &it.editions).map(|it| it.valid.from).min();
        let first = first.unwrap_or(catalog.pack.published);
        let days = days_between(catalog, first, None, &days_in(written).into_iter().collect());
        Ground { catalog, scope, year: year_of(&days), days, event: None }
    }

    pub(super) fn catalog(&self) -> &'a Catalog {
        self.catalog
    }

    /// What a requirement may come out as, whatever is told.
    pub(super) fn says(&self, requirement: &Requirement, of: Option<ListRef>) -> Outcomes {
        let supposed = Supposed { of, known: Vec::new() };
        let outcome = self.ask(requirement, &supposed, |it| it.iter().count() == 1);
        if outcome.is_unknown() {
            let failed = Requirement::Not(Box::new(part(requirement.clone())));
            match self.of_true_profiles(&failed).map(|it| self.ask(&it, &supposed, Outcomes::is_no)) {
                Some(failed) if failed.is_no() => return Outcomes::YES,
                _ => {}
            }
        }
        outcome
    }

    /// Whether nobody whom the edition is for can meet a requirement.
    pub(super) fn is_never_met(&self, requirement: &Requirement, of: Option<ListRef>) -> bool {
        let owner = |fact| self.catalog.fact(fact).owner;
        let in_reach = |fact| owner(fact) == Owner::Enterprise || of.map(Owner::Entry) == Some(owner(fact));
        let known = self.event.into_iter().filter(|(event, _)| in_reach(*event)).collect();
        let supposed = Supposed { of, known };
        let is_never = |it: &Requirement| self.ask(it, &supposed, Outcomes::is_no).is_no();
        is_never(requirement) || self.of_true_profiles(requirement).is_some_and(|it| is_never(&it))
    }

    /// Asks on a few days; what then seems certain, of a whole year.
    fn ask(
        &self,
        requirement: &Requirement,
        supposed: &Supposed,
        is_certain: impl Fn(Outcomes) -> bool,
    ) -> Outcomes {
        let on_few_days = prospect(self.catalog, requirement, supposed, &self.days);
        if !is_certain(on_few_days) {
            return on_few_days;
        }
        on_few_days.join(prospect(self.catalog, requirement, supposed, &self.year))
    }

    /// The requirement, of profiles that pass the pack's `never` tests on its facts; `None` where there are none.
    fn of_true_profiles(&self, requirement: &Requirement) -> Option<Requirement> {
        let facts = facts_of(requirement);
        let never = self.catalog.never.iter().map(|it| &it.test);
        let related =
            never.filter(|it| it.uses.lists.is_empty() && it.uses.facts.keys().all(|it| facts.contains(it)));
        let not_related =
            related.map(|it| Requirement::Not(Box::new(part(Requirement::Test(Arc::new(it.clone()))))));
        let mut all: Vec<Part> = not_related.map(part).collect();
        if all.is_empty() {
            return None;
        }
        all.push(part(requirement.clone()));
        Some(Requirement::All(all))
    }

    /// What an expression requires, where it is a test.
    pub(super) fn requirement(&self, ast: &Ast, context: Context) -> Option<Requirement> {
        lang::check_test(ast, self.scope, context).ok().map(|it| Requirement::Test(Arc::new(it)))
    }
}

/// The first and the last of some days, the day of the pack, those mentioned and the days after them.
fn days_between(catalog: &Catalog, first: Date, last: Option<Date>, mentioned: &BTreeSet<Date>) -> Vec<Date> {
    let published = catalog.pack.published.max(first);
    let last = last.unwrap_or_else(|| published.add_months(MONTHS_AHEAD));
    let mentioned = mentioned.iter().flat_map(|it| [*it, it.plus_days(1)]);
    let days: BTreeSet<Date> =
        mentioned.chain([first, published, last]).filter(|it| first <= *it && *it <= last).collect();
    days.into_iter().collect()
}

/// A year from the first of some days on, as far as they go.
fn year_of(days: &[Date]) -> Vec<Date> {
    let (Some(first), Some(last)) = (days.first(), days.last()) else { return Vec::new() };
    let year = (0..A_YEAR_OF_DAYS).step_by(EVERY_FEW_DAYS).map(|it| first.plus_days(it));
    year.take_while(|it| it <= last).collect()
}

fn days_in(expression: &str) -> Vec<Date> {
    let mut days = Vec::new();
    if let Ok(ast) = lang::parse(expression) {
        ast.visit(&mut |it| {
            if let Kind::Date(day) = it.kind {
                days.push(day);
            }
        });
    }
    days
}

/// The facts that a requirement mentions.
pub(super) fn facts_of(requirement: &Requirement) -> BTreeSet<FactRef> {
    match requirement {
        Requirement::Test(formula) => formula.uses.facts.keys().copied().collect(),
        Requirement::Officer => BTreeSet::new(),
        Requirement::Any(parts) | Requirement::All(parts) => {
            parts.iter().flat_map(|it| facts_of(&it.requirement)).collect()
        }
        Requirement::Not(part) => facts_of(&part.requirement),
    }
}
