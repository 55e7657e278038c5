//! `[[parameter]]`: dated figures and tables.

use policy::{
    Date, DatePrecision, Number, Parameter, ParameterRef, ParameterValues, Step, Text, Tier, TierTable,
};

use super::Loading;
use crate::{
    read::{Document, Table, forms},
    remark::Remarks,
};

pub(crate) fn read_parameters<'d>(loading: &mut Loading<'d>, documents: &[&'d Document<'d>]) {
    for table in documents.iter().flat_map(|it| it.root().tables("parameter")) {
        let id = loading.declare(&forms::PARAMETER, &table);
        let read = id.and_then(|it| Some((it, read_values(&mut loading.remarks, &table)?)));
        let Some((id, values)) = read else {
            loading.break_down(&table);
            continue;
        };
        let label = table.label().unwrap_or_default();
        let unit: Text = table.text("unit").unwrap_or_default();
        let parameter = Parameter { id, label, unit, records: table.texts("records"), values };
        loading.scope.declare_parameter(ParameterRef(loading.catalog.parameters.len()), &parameter);
        loading.catalog.parameters.push(parameter);
    }
}

fn read_values(remarks: &mut Remarks<'_>, table: &Table<'_>) -> Option<ParameterValues> {
    let steps = table.tables("values");
    let figures = steps.iter().filter(|it| it.has("value")).count();
    let tables = steps.iter().filter(|it| it.has("tiers")).count();
    if figures + tables != steps.len() || figures * tables > 0 || steps.is_empty() {
        let message = "each of `values` has a `value`, or each has `tiers`";
        remarks.error(&table.place_at("values"), "wrong-value", message);
        return None;
    }
    let mut figures = Vec::new();
    let mut tables = Vec::new();
    for step in &steps {
        if step.has("value") {
            figures.extend(step.number("value").and_then(|it| read_step(remarks, step, it)));
        } else {
            tables.extend(read_tiers(remarks, step).and_then(|it| read_step(remarks, step, it)));
        }
    }
    if figures.len() + tables.len() < steps.len() {
        return None;
    }
    if tables.is_empty() {
        in_order(remarks, &steps, figures).map(ParameterValues::Numbers)
    } else {
        in_order(remarks, &steps, tables).map(ParameterValues::Tiers)
    }
}

fn read_step<T>(remarks: &mut Remarks<'_>, table: &Table<'_>, value: T) -> Option<Step<T>> {
    let from = table.date("from")?;
    let precision = precision(remarks, table, from);
    let source = table.string("source").unwrap_or_default();
    Some(Step { from, precision, to: table.date("to"), value, source })
}

/// How exactly `from` is known; where it is not the day, it is the first one it may be.
pub(crate) fn precision(remarks: &mut Remarks<'_>, table: &Table<'_>, from: Date) -> DatePrecision {
    let (precision, first) = match table.written("precision").map(|it| it.text) {
        Some("year") => (DatePrecision::Year, from.is_first_of_month() && from.month() == 1),
        Some("month") => (DatePrecision::Month, from.is_first_of_month()),
        _ => (DatePrecision::Day, true),
    };
    if !first {
        let message = "where the day is not known, `from` is the first day of the month or year";
        remarks.error(&table.place_at("from"), "wrong-value", message);
    }
    precision
}

/// The first days rise, and none ends after the next has begun.
fn in_order<T>(remarks: &mut Remarks<'_>, tables: &[Table<'_>], steps: Vec<Step<T>>) -> Option<Vec<Step<T>>> {
    let n_before = remarks.n_errors();
    for ((table, next_table), pair) in tables.iter().zip(&tables[1..]).zip(steps.windows(2)) {
        if pair[1].from <= pair[0].from {
            let message = "values are written from the oldest to the newest, one for a day";
            remarks.error(&next_table.place_at("from"), "wrong-value", message);
        } else if pair[0].to.is_some_and(|it| pair[1].from <= it) {
            remarks.error(&table.place_at("to"), "wrong-value", "the next value begins before this one ends");
        }
    }
    for (table, step) in tables.iter().zip(&steps) {
        if step.to.is_some_and(|it| it < step.from) {
            remarks.error(&table.place_at("to"), "wrong-value", "the last day lies before the first");
        }
    }
    (remarks.n_errors() == n_before).then_some(steps)
}

fn read_tiers(remarks: &mut Remarks<'_>, table: &Table<'_>) -> Option<TierTable> {
    let tables = table.tables("tiers");
    let tier = |it: &Table<'_>| Some(Tier { above: it.number("above")?, rate: it.number("rate")? });
    let tiers: Vec<Tier> = tables.iter().filter_map(tier).collect();
    if tiers.len() < tables.len() {
        return None;
    }
    let made = TierTable::new(tiers);
    if made.is_none() {
        let message = format!("the first tier begins `above = {}`, and each after it higher", Number::ZERO);
        remarks.error(&table.place_at("tiers"), "wrong-value", message);
    }
    made
}
