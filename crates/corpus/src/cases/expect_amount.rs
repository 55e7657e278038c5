//! What a case expects of amounts: a sum alone, or a table that names its time and totals too.

use policy::{Date, Interval, Number, Rule};
use toml::de::DeValue;

use super::{
    ExpectedAmount,
    expect::{check_known, members},
};
use crate::{
    read::{Table, date, number},
    remark::{Place, Remarks},
};

const PARTS: [&str; 6] = ["value", "whole", "remaining", "for_months", "from", "until"];

/// `{ grant = [low, high] }`, or `{ grant = { value = […], whole = […], remaining = […], for_months = […], until = … } }`.
pub(super) fn read_amounts(remarks: &mut Remarks<'_>, rule: &Rule, table: &Table<'_>) -> Vec<ExpectedAmount> {
    let known: Vec<&str> = rule.amounts.iter().map(|it| it.id.as_str()).collect();
    let mut amounts = Vec::new();
    for (key, place, value) in members(table, "amounts") {
        check_known(remarks, &place, "amount", key, &known);
        let Ok(id) = key.parse() else { continue };
        let mut amount = ExpectedAmount {
            id,
            value: None,
            whole: None,
            remaining: None,
            for_months: None,
            from: None,
            until: None,
        };
        let place = table.place_of(value.span());
        match value.get_ref().as_table() {
            Some(parts) => {
                for (key, value) in parts {
                    let place = table.place_of(value.span());
                    check_known(
                        remarks,
                        &table.place_of(key.span()),
                        "part of an amount",
                        key.get_ref(),
                        &PARTS,
                    );
                    read_part(remarks, &mut amount, key.get_ref(), value.get_ref(), &place);
                }
            }
            None => amount.value = read_sum(remarks, value.get_ref(), &place),
        }
        amounts.push(amount);
    }
    amounts
}

fn read_part(
    remarks: &mut Remarks<'_>,
    amount: &mut ExpectedAmount,
    key: &str,
    value: &DeValue<'_>,
    place: &Place<'_>,
) {
    match key {
        "value" => amount.value = read_sum(remarks, value, place),
        "whole" => amount.whole = read_sum(remarks, value, place),
        "remaining" => amount.remaining = read_sum(remarks, value, place),
        "for_months" => amount.for_months = read_sum(remarks, value, place),
        "from" => amount.from = read_days(remarks, key, value, place),
        "until" => amount.until = read_days(remarks, key, value, place),
        _ => {}
    }
}

/// `[low, high]`; `[low]` is open at the top, `[]` where it is not known.
fn read_sum(
    remarks: &mut Remarks<'_>,
    value: &DeValue<'_>,
    place: &Place<'_>,
) -> Option<Option<Interval<Number>>> {
    let ends: Option<Vec<Number>> =
        value.as_array().and_then(|it| it.iter().map(|it| number(it.get_ref())).collect());
    let range = match ends.as_deref() {
        Some([]) => Some(None),
        Some([low]) => Interval::new(Some(*low), None).map(Some),
        Some([low, high]) => Interval::new(Some(*low), Some(*high)).map(Some),
        Some(_) | None => None,
    };
    if range.is_none() {
        let message = "an amount is `[low, high]`, `[low]` without an upper bound, or `[]` if unknown";
        remarks.error(place, "wrong-value", message);
    }
    range
}

/// A day, or the first and last possible one.
pub(super) fn read_days(
    remarks: &mut Remarks<'_>,
    key: &str,
    value: &DeValue<'_>,
    place: &Place<'_>,
) -> Option<Interval<Date>> {
    let day = |it: &DeValue<'_>| it.as_datetime().and_then(date);
    let days: Option<Vec<Date>> = match value.as_array() {
        Some(days) => days.iter().map(|it| day(it.get_ref())).collect(),
        None => day(value).map(|it| vec![it]),
    };
    let range = match days.as_deref() {
        Some([day]) => Some(Interval::exactly(*day)),
        Some([first, last]) => Interval::new(Some(*first), Some(*last)),
        Some(_) | None => None,
    };
    if range.is_none() {
        let message = format!("`{key}` is a date, or `[first, last]` if it may be several days");
        remarks.error(place, "wrong-value", message);
    }
    range
}
