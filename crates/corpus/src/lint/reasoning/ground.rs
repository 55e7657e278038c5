//! On which days, and of whom, the evaluator is asked.

use std::collections::BTreeSet;

use eligibility::{Supposed, prospect};
use policy::{
    Catalog, Date, Edition, FactRef, Interval, ListRef, Owner, Policy, Requirement, Value,
    lang::{self, Ast, Context, Kind, Scope},
    truth::Outcomes,
};

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
        self.ask(requirement, &Supposed { of, known: Vec::new() })
    }

    /// Whether nobody whom the edition is for can meet a requirement.
    pub(super) fn is_never_met(&self, requirement: &Requirement, of: Option<ListRef>) -> bool {
        let owner = |fact| self.catalog.fact(fact).owner;
        let in_reach = |fact| owner(fact) == Owner::Enterprise || of.map(Owner::Entry) == Some(owner(fact));
        let known = self.event.into_iter().filter(|(event, _)| in_reach(*event)).collect();
        self.ask(requirement, &Supposed { of, known }).is_no()
    }

    fn ask(&self, requirement: &Requirement, supposed: &Supposed) -> Outcomes {
        let on_few_days = prospect(self.catalog, requirement, supposed, &self.days);
        if on_few_days.iter().count() > 1 {
            return on_few_days;
        }
        on_few_days.join(prospect(self.catalog, requirement, supposed, &self.year))
    }

    /// What an expression requires, where it is a test.
    pub(super) fn requirement(&self, ast: &Ast, context: Context) -> Option<Requirement> {
        lang::check_test(ast, self.scope, context).ok().map(Requirement::Test)
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
