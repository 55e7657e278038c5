//! `parameters/cases.toml`: the figures once more, so that a slip of the pen in either place is noticed.

use std::{collections::BTreeSet, iter};

use eligibility::{bracket, figure, marginal};
use policy::{Catalog, Date, DatePrecision, Interval, Number, Parameter, ParameterValues, Step};
use toml::de::DeValue;

use super::{
    Case, ExpectedFigure, Lookup, Shows,
    expect::{check_known, members},
    read::sound_cases,
};
use crate::{
    read::{Document, Table, forms, number},
    remark::{Place, Remarks},
};

pub(super) fn read(remarks: &mut Remarks<'_>, catalog: &Catalog, document: &Document<'_>) -> Vec<Case> {
    let known: Vec<&str> = catalog.parameters.iter().map(|it| it.id.as_str()).collect();
    sound_cases(remarks, &forms::PARAMETER_CASE, document, |remarks, _, table| {
        let name = table.written("parameter")?;
        check_known(remarks, &name.place, "parameter", name.text, &known);
        let figures = table.tables("figures").iter().flat_map(|it| read_figures(remarks, it)).collect();
        Some(Case {
            file: table.place.file.to_owned(),
            line: remarks.line(&table.place),
            name: format!("the figures of `{}`", name.text),
            shows: Shows::Figures(catalog.find_parameter(name.text)?, figures),
        })
    })
}

/// One line: days, and what was to be looked up on them.
fn read_figures(remarks: &mut Remarks<'_>, table: &Table<'_>) -> Vec<ExpectedFigure> {
    let Some(days) = Interval::new(table.date("from"), table.date("to")) else {
        remarks.error(&table.place_at("to"), "wrong-value", "the last day lies before the first");
        return Vec::new();
    };
    let mut figures = Vec::new();
    let mut add = |what, value: Option<Interval<Number>>| {
        figures.extend(value.map(|value| ExpectedFigure { days, what, value }));
    };
    if let Some(written) = table.value("value") {
        add(Lookup::Figure, read_value(remarks, written.value, &written.place));
    }
    for key in ["bracket", "marginal"] {
        for (x, place, value) in members(table, key) {
            let value = read_value(remarks, value.get_ref(), &table.place_of(value.span()));
            match x.parse() {
                Ok(x) if key == "bracket" => add(Lookup::Bracket(x), value),
                Ok(x) => add(Lookup::Marginal(x), value),
                Err(_) => remarks.error(&place, "wrong-value", format!("`{x}` is not a number")),
            }
        }
    }
    if !["value", "bracket", "marginal"].iter().any(|it| table.has(it)) {
        let message = "a line has a `value`, or what is looked up in a table: `bracket` or `marginal`";
        remarks.error(&table.place, "wrong-value", message);
    }
    figures
}

/// A number, `[low, high]` where it may be several, `[]` where it is not known.
fn read_value(remarks: &mut Remarks<'_>, value: &DeValue<'_>, place: &Place<'_>) -> Option<Interval<Number>> {
    let range = match value.as_array() {
        None => number(value).map(Interval::exactly),
        Some(ends) => {
            let ends: Option<Vec<Number>> = ends.iter().map(|it| number(it.get_ref())).collect();
            match ends.as_deref() {
                Some([]) => Some(Interval::ANY),
                Some([low, high]) => Interval::new(Some(*low), Some(*high)),
                Some(_) | None => None,
            }
        }
    };
    if range.is_none() {
        let message = "a figure is a number, `[low, high]` if it may be several, or `[]` if unknown";
        remarks.error(place, "wrong-value", message);
    }
    range
}

/// A sentence for each figure that was another one.
pub(super) fn differences(parameter: &Parameter, figures: &[ExpectedFigure]) -> Vec<String> {
    figures.iter().filter_map(|it| difference(parameter, it)).collect()
}

/// The first day of those expected on which it was another one.
fn difference(parameter: &Parameter, expected: &ExpectedFigure) -> Option<String> {
    let ExpectedFigure { days, what, value } = expected;
    let first = days.low().unwrap_or(Date::MIN);
    let changes = days_of_change(parameter).into_iter().filter(|it| first < *it && days.contains(*it));
    let looked_up = iter::once(first).chain(changes).map(|it| (it, look_up(parameter, *what, it)));
    let (day, got) = looked_up.into_iter().find(|(_, got)| got != value)?;
    Some(format!("{day}{}: expected {}, got {}", described(*what), shown(*value), shown(got)))
}

/// The days on which another value may begin; between them nothing changes.
fn days_of_change(parameter: &Parameter) -> BTreeSet<Date> {
    match &parameter.values {
        ParameterValues::Numbers(steps) => steps.iter().flat_map(edges).collect(),
        ParameterValues::Tiers(steps) => steps.iter().flat_map(edges).collect(),
    }
}

/// Where a value may begin, where it surely has begun, and the day after its last.
fn edges<T>(step: &Step<T>) -> impl Iterator<Item = Date> + use<T> {
    let begun = match step.precision {
        DatePrecision::Year => step.from.add_months(12),
        DatePrecision::Month => step.from.add_months(1),
        DatePrecision::Day => step.from,
    };
    [step.from, begun].into_iter().chain(step.to.map(|it| it.plus_days(1)))
}

fn look_up(parameter: &Parameter, what: Lookup, day: Date) -> Interval<Number> {
    let days = Interval::exactly(day);
    match what {
        Lookup::Figure => figure(parameter, days),
        Lookup::Bracket(x) => bracket(parameter, Interval::exactly(x), days),
        Lookup::Marginal(x) => marginal(parameter, Interval::exactly(x), days),
    }
}

fn described(what: Lookup) -> String {
    match what {
        Lookup::Figure => String::new(),
        Lookup::Bracket(x) => format!(", the rate at {x}"),
        Lookup::Marginal(x) => format!(", added up to {x}"),
    }
}

fn shown(value: Interval<Number>) -> String {
    match (value.exact(), value.low().zip(value.high())) {
        (Some(exact), _) => exact.to_string(),
        (None, Some((low, high))) => format!("[{low}, {high}]"),
        (None, None) => "[]".to_owned(),
    }
}
