//! Days of an edition on which a figure that it reckons with is not known.

use std::collections::{BTreeMap, BTreeSet};

use policy::{
    Catalog, Date, DerivedRef, DerivedValue, Edition, Interval, ParameterRef, ParameterValues, Step, Text,
    lang::{self, Ast, Kind, Operator},
};

use crate::{
    load::{EditionFiles, said_in_rule},
    remark::{Place, Remarks},
};

pub(crate) fn check(
    remarks: &mut Remarks<'_>,
    catalog: &Catalog,
    edition: &Edition,
    files: &EditionFiles<'_>,
) {
    let Some(document) = files.rule else { return };
    let mut unknown: BTreeMap<ParameterRef, (Place<'_>, Vec<String>)> = BTreeMap::new();
    for said in said_in_rule(&document.root()) {
        let Ok(ast) = lang::parse(said.written.text) else { continue };
        for (parameter, days) in Lookups::of(catalog, edition, &ast) {
            for days in unknown_among(catalog, parameter, days) {
                let place = || (said.written.place.clone(), Vec::new());
                let (_, told) = unknown.entry(parameter).or_insert_with(place);
                if !told.contains(&days) {
                    told.push(days);
                }
            }
        }
    }
    for (parameter, (place, days)) in unknown {
        let (id, days) = (&catalog.parameter(parameter).id, days.join("; "));
        remarks.warn(
            &place,
            "unknown-figure",
            format!("`{id}` has no value for days it is asked for: {days}"),
        );
        remarks.hint(Text::new(
            "把数值加进它的 `values`；在那之前，靠它算的都是未知",
            "add the figure to its `values`; what rests on it stays unknown until then",
        ));
    }
}

/// Those of some days on which a figure has no value, in words.
fn unknown_among(catalog: &Catalog, parameter: ParameterRef, days: Interval<Date>) -> Vec<String> {
    let gaps = match &catalog.parameter(parameter).values {
        ParameterValues::Numbers(steps) => gaps(steps),
        ParameterValues::Tiers(steps) => gaps(steps),
    };
    gaps.into_iter().filter_map(|it| it.meet(days)).map(in_words).collect()
}

fn days_of(edition: &Edition) -> Interval<Date> {
    Interval::new(Some(edition.valid.from), edition.valid.to).unwrap_or(Interval::ANY)
}

/// The days for which an expression looks figures up, through derived facts too.
struct Lookups<'a> {
    catalog: &'a Catalog,
    /// The days of the edition: those of which nothing narrower is known lie among them.
    valid: Interval<Date>,
    found: Vec<(ParameterRef, Interval<Date>)>,
    seen: BTreeSet<DerivedRef>,
}

impl Lookups<'_> {
    fn of(catalog: &Catalog, edition: &Edition, ast: &Ast) -> Vec<(ParameterRef, Interval<Date>)> {
        let valid = days_of(edition);
        let mut lookups = Lookups { catalog, valid, found: Vec::new(), seen: BTreeSet::new() };
        lookups.follow(ast);
        lookups.found
    }

    fn follow(&mut self, ast: &Ast) {
        ast.visit(&mut |it| match &it.kind {
            Kind::Call { name, arguments } if matches!(name.as_str(), "param" | "marginal" | "bracket") => {
                let day = arguments.get(1).filter(|_| name == "param");
                self.look_up(arguments.first(), day);
            }
            Kind::Name(name) => self.follow_derived(name),
            _ => {}
        });
    }

    fn follow_derived(&mut self, name: &str) {
        let Some(derived) = self.catalog.find_derived(name).filter(|it| self.seen.insert(*it)) else {
            return;
        };
        match &self.catalog.derived(derived).value {
            DerivedValue::Test(formula) => self.follow(&formula.ast),
            DerivedValue::Quantity(formula) => self.follow(&formula.ast),
            DerivedValue::Day(formula) => self.follow(&formula.ast),
            DerivedValue::Pick(formula) => self.follow(&formula.ast),
            DerivedValue::Picks(formula) => self.follow(&formula.ast),
        }
    }

    fn look_up(&mut self, parameter: Option<&Ast>, day: Option<&Ast>) {
        let Some(Kind::Name(name)) = parameter.map(|it| &it.kind) else { return };
        let Some(parameter) = self.catalog.find_parameter(name) else { return };
        let days = match day {
            Some(day) => self.days(day).unwrap_or(self.valid),
            None => self.valid,
        };
        self.found.push((parameter, days));
    }

    /// The days that an expression may be, where that can be told without asking anybody.
    fn days(&self, day: &Ast) -> Option<Interval<Date>> {
        match &day.kind {
            Kind::Date(day) => Some(Interval::exactly(*day)),
            Kind::Call { name, arguments } if name == "date" => {
                let [year, month, day] = arguments.as_slice() else { return None };
                let on = |years_later: i64, valid: Option<Date>| {
                    valid.map(|it| Date::new(it.year() + years_later, number(month)?, number(day)?))
                };
                let years_later = years_later(year)?;
                let (low, high) = (on(years_later, self.valid.low()), on(years_later, self.valid.high()));
                Interval::new(low.flatten(), high.flatten())
            }
            _ => None,
        }
    }
}

/// How many years after the day of assessment the year of an expression lies.
fn years_later(year: &Ast) -> Option<i64> {
    match &year.kind {
        Kind::Call { name, arguments } if name == "year" => {
            matches!(&arguments.first()?.kind, Kind::Name(day) if day == "as_of").then_some(0)
        }
        Kind::Binary(Operator::Minus, year, years) => Some(years_later(year)? - number(years)?),
        Kind::Binary(Operator::Plus, year, years) => Some(years_later(year)? + number(years)?),
        _ => None,
    }
}

fn number(ast: &Ast) -> Option<i64> {
    match &ast.kind {
        Kind::Number(number) => number.to_i64(),
        _ => None,
    }
}

/// The days before the first value, in a gap or after the end.
fn gaps<T>(steps: &[Step<T>]) -> Vec<Interval<Date>> {
    let mut gaps = Vec::new();
    let mut next_unknown = Some(Date::MIN);
    for step in steps {
        if let Some(from) = next_unknown.filter(|it| *it < step.from) {
            gaps.extend(Interval::new(Some(from), Some(step.from.plus_days(-1))));
        }
        next_unknown = step.to.map(|it| it.plus_days(1));
    }
    gaps.extend(next_unknown.and_then(|it| Interval::new(Some(it), None)));
    gaps
}

fn in_words(days: Interval<Date>) -> String {
    match (days.low(), days.high()) {
        (Some(from), Some(to)) if from == to => format!("on {from}"),
        (Some(from), Some(to)) => format!("from {from} to {to}"),
        (Some(from), None) => format!("from {from} on"),
        (None, Some(to)) => format!("until {to}"),
        (None, None) => "always".to_owned(),
    }
}
