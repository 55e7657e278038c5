//! `rule.toml`: who gets what, when.

use std::collections::BTreeSet;

use policy::{
    Amount, AmountKind, AmountValue, Anchor, Condition, Id, ListRef, Part, Payment, Per, Requirement, Rule,
    Text, Unit, Window, lang::Context,
};

use super::{Loading, expression, lists::find_list};
use crate::{
    read::Table,
    remark::{Place, Remarks},
};

/// The implied condition of a rule over people: that somebody counts.
const SOMEBODY: &str = "somebody";

pub(crate) fn read_rule(loading: &mut Loading<'_>, table: &Table<'_>) -> Rule {
    let for_each = find_list(loading, table, "for_each");
    if !table.has("for_each") {
        let each = table.tables("each").into_iter().map(|it| it.place);
        let each_value = table.tables("amount").into_iter().filter(|it| it.has("each_value"));
        for place in each.chain(each_value.map(|it| it.place_at("each_value"))) {
            let message = "only a rule over people has this: say `for_each = \"…\"` at its head";
            loading.remarks.error(&place, "needs-for-each", message);
        }
    }
    let mut ids = BTreeSet::from([SOMEBODY.to_owned()]);
    let enterprise = Context::default();
    let entry = Context { entry: for_each, ..enterprise };
    Rule {
        for_each,
        conditions: read_conditions(loading, &mut ids, table.tables("condition"), enterprise),
        each: read_conditions(loading, &mut ids, table.tables("each"), entry),
        windows: table.tables("window").iter().map(|it| read_window(loading, it)).collect(),
        amounts: read_amounts(loading, table, for_each),
    }
}

fn read_conditions(
    loading: &mut Loading<'_>,
    ids: &mut BTreeSet<String>,
    tables: Vec<Table<'_>>,
    context: Context,
) -> Vec<Condition> {
    let mut conditions = Vec::new();
    for table in tables {
        let id = unique_id(&mut loading.remarks, ids, &table);
        let part = read_part(loading, &table, context);
        if let (Some(id), Some(Part { cite, label, requirement })) = (id, part) {
            conditions.push(Condition { id, cite, label, requirement });
        }
    }
    conditions
}

fn unique_id(remarks: &mut Remarks<'_>, ids: &mut BTreeSet<String>, table: &Table<'_>) -> Option<Id> {
    let written = table.written("id")?;
    if written.text == SOMEBODY {
        remarks.error(
            &written.place,
            "declared-twice",
            "`somebody` is the condition that a rule over people implies",
        );
    } else if !ids.insert(written.text.to_owned()) {
        remarks.error(&written.place, "declared-twice", format!("the id `{}` is there twice", written.text));
    }
    written.text.parse().ok()
}

const WAYS: [&str; 5] = ["test", "any", "all", "not", "officer"];

/// A condition or a part of one: it is decided in exactly one way.
fn read_part(loading: &mut Loading<'_>, table: &Table<'_>, context: Context) -> Option<Part> {
    let ways: Vec<&str> = WAYS.into_iter().filter(|it| table.has(it)).collect();
    let requirement = match ways.as_slice() {
        ["test"] => expression::shared_test(loading, &table.written("test")?, context).map(Requirement::Test),
        ["officer"] => Some(Requirement::Officer),
        ["any"] => read_parts(loading, table, "any", context).map(Requirement::Any),
        ["all"] => read_parts(loading, table, "all", context).map(Requirement::All),
        ["not"] => {
            let part = table.table("not").and_then(|it| read_part(loading, &it, context));
            part.map(|it| Requirement::Not(Box::new(it)))
        }
        _ => {
            let message =
                "a condition is decided in one way: `test`, `any`, `all`, `not` or `officer = true`";
            loading.remarks.error(&table.place, "one-way", message);
            None
        }
    };
    Some(Part { cite: table.parsed("cite"), label: table.label()?, requirement: requirement? })
}

fn read_parts(
    loading: &mut Loading<'_>,
    table: &Table<'_>,
    key: &str,
    context: Context,
) -> Option<Vec<Part>> {
    let tables = table.tables(key);
    if tables.is_empty() {
        loading.remarks.error(&table.place_at(key), "wrong-value", format!("`{key}` has at least one part"));
    }
    // All parts are read before one that is wrong is given up, so that nothing wrong goes unsaid.
    let parts: Vec<Option<Part>> = tables.iter().map(|it| read_part(loading, it, context)).collect();
    parts.into_iter().collect::<Option<Vec<_>>>().filter(|it| !it.is_empty())
}

fn read_window(loading: &mut Loading<'_>, table: &Table<'_>) -> Window {
    let mut day = |key| table.written(key).and_then(|it| expression::day(loading, &it, Context::default()));
    let (opens, closes) = (day("opens"), day("closes"));
    Window { opens, closes, cite: table.parsed::<Anchor>("cite"), label: table.label().unwrap_or_default() }
}

fn read_amounts(loading: &mut Loading<'_>, rule: &Table<'_>, for_each: Option<ListRef>) -> Vec<Amount> {
    let mut ids = BTreeSet::new();
    let mut amounts = Vec::new();
    for table in rule.tables("amount") {
        let id = unique_id(&mut loading.remarks, &mut ids, &table);
        let amount = id.and_then(|it| read_amount(loading, &table, it, for_each));
        amounts.extend(amount);
    }
    amounts
}

fn read_amount(
    loading: &mut Loading<'_>,
    table: &Table<'_>,
    id: Id,
    for_each: Option<ListRef>,
) -> Option<Amount> {
    if table.has("value") && table.has("each_value") {
        let message = "an amount has a `value` for the enterprise or an `each_value`, not both";
        loading.remarks.error(&table.place_at("each_value"), "one-way", message);
    }
    if table.has("until") && table.has("for_months") {
        let message = "an amount runs `until` a day or `for_months`, not both";
        loading.remarks.error(&table.place_at("for_months"), "one-way", message);
    }
    if table.has("up_to") && !table.has("value") && !table.has("each_value") {
        let message = "`up_to` says that the `value` or `each_value` is a ceiling, and there is neither";
        loading.remarks.error(&table.place_at("up_to"), "needs-value", message);
        loading.remarks.hint(Text::new(
            "把上限写成 `value`，或不写 `up_to`",
            "write the ceiling as `value`, or leave `up_to` out",
        ));
    }
    let runs = ["from", "until", "for_months"].into_iter().find(|it| table.has(it));
    if let Some(runs) = runs.filter(|_| table.has("within")) {
        let message = format!("an amount drawn `within` something is one sum and has no `{runs}`");
        loading.remarks.error(&table.place_at("within"), "one-way", message);
        loading.remarks.hint(Text::new(
            "把月数写进公式，或把上限写进 `min(…)`",
            "put the months into the formula, or the bound into `min(…)`",
        ));
    }
    if table.has("within") && !table.has("value") && !table.has("each_value") {
        let message = "`within` bounds the `value` or `each_value`, and there is neither";
        loading.remarks.error(&table.place_at("within"), "needs-value", message);
    }
    let enterprise = Context { entry: None, counted: for_each.is_some() };
    let entry = Context { entry: for_each, ..enterprise };
    let within =
        table.written("within").and_then(|it| expression::quantity(loading, &it, Context::default()));
    let whole = table.written("value").and_then(|it| expression::quantity(loading, &it, enterprise));
    let each = table.written("each_value").and_then(|it| expression::quantity(loading, &it, entry));
    // What is reckoned for each person runs for each person.
    let payee = if table.has("each_value") { entry } else { enterprise };
    let payment = Payment {
        per: match table.written("per").map(|it| it.text) {
            Some("month") => Per::Month,
            Some("year") => Per::Year,
            _ => Per::Once,
        },
        from: table.written("from").and_then(|it| expression::day(loading, &it, payee)),
        until: table.written("until").and_then(|it| expression::day(loading, &it, payee)),
        for_months: table.written("for_months").and_then(|it| expression::quantity(loading, &it, payee)),
    };
    Some(Amount {
        id,
        kind: amount_kind(table.written("kind")?.text)?,
        label: table.label().unwrap_or_default(),
        value: whole.map(AmountValue::Whole).or(each.map(AmountValue::Each)),
        up_to: table.has("up_to"),
        within,
        unit: table
            .written("unit")
            .filter(|it| it.text != "CNY")
            .map_or(Unit::Cny, |it| Unit::Other(it.text.to_owned())),
        payment,
        cite: table.parsed("cite"),
    })
}

fn amount_kind(written: &str) -> Option<AmountKind> {
    Some(match written {
        "grant" => AmountKind::Grant,
        "reimbursement" => AmountKind::Reimbursement,
        "tax-relief" => AmountKind::TaxRelief,
        "loan" => AmountKind::Loan,
        "interest-subsidy" => AmountKind::InterestSubsidy,
        "service" => AmountKind::Service,
        _ => return None,
    })
}

/// Every citation of a rule with its place, parts included.
pub(crate) fn citations<'d>(rule: &Table<'d>) -> Vec<(&'d str, Place<'d>)> {
    let mut cited = Vec::new();
    for key in ["condition", "each", "window", "amount"] {
        rule.tables(key).iter().for_each(|it| gather_citations(it, &mut cited));
    }
    cited
}

fn gather_citations<'d>(table: &Table<'d>, cited: &mut Vec<(&'d str, Place<'d>)>) {
    cited.extend(table.written("cite").map(|it| (it.text, it.place)));
    let parts = table.tables("any").into_iter().chain(table.tables("all")).chain(table.table("not"));
    parts.for_each(|it| gather_citations(&it, cited));
}
