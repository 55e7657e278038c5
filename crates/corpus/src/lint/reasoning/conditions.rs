//! Conditions and parts of them that nobody can meet, or that nobody can fail.

use policy::{Condition, Edition, ListRef, Part, Requirement, Text};

use super::ground::Ground;
use crate::{
    read::Table,
    remark::{Place, Remarks},
};

pub(super) fn check(remarks: &mut Remarks<'_>, ground: &Ground<'_>, edition: &Edition, rule: &Table<'_>) {
    for (table, condition, of) in conditions_of(edition, rule) {
        let what = format!("the condition `{}`", condition.id);
        look(remarks, ground, &table, &condition.requirement, of, &what);
    }
}

/// The conditions of an edition with their tables; one of each person with the list that persons stand in.
pub(super) fn conditions_of<'e, 'd>(
    edition: &'e Edition,
    rule: &Table<'d>,
) -> Vec<(Table<'d>, &'e Condition, Option<ListRef>)> {
    let of_all = rule.tables("condition").into_iter().zip(&edition.rule.conditions);
    let of_each = rule.tables("each").into_iter().zip(&edition.rule.each);
    let of_all = of_all.map(|(table, it)| (table, it, None));
    of_all.chain(of_each.map(|(table, it)| (table, it, edition.rule.for_each))).collect()
}

/// The place of what decides a condition or part: its test, or its head.
pub(super) fn place_of<'d>(table: &Table<'d>) -> Place<'d> {
    let test = table.written("test").and_then(|it| it.inner_place());
    test.unwrap_or_else(|| table.place.clone())
}

fn look(
    remarks: &mut Remarks<'_>,
    ground: &Ground<'_>,
    table: &Table<'_>,
    requirement: &Requirement,
    of: Option<ListRef>,
    what: &str,
) {
    if mentions_nothing(requirement) {
        return;
    }
    if ground.is_never_met(requirement, of) {
        remarks.error(
            &place_of(table),
            "never-met",
            format!("{what} can never be met, whatever is answered"),
        );
        remarks.hint(Text::new(
            "请把其中的数字、日期和选项同问题的可选答案核对",
            "compare its figures, days and options with what the questions can be answered with",
        ));
        return;
    }
    if ground.says(requirement, of).is_yes() {
        remarks.warn(&place_of(table), "never-fails", format!("{what} holds whatever is answered"));
        remarks.hint(Text::new(
            "把它去掉，或改为判断正文所要求的",
            "take it out, or test what the text asks for",
        ));
        return;
    }
    match requirement {
        Requirement::Test(_) | Requirement::Officer => {}
        Requirement::Any(parts) => {
            look_at_parts(remarks, ground, &table.tables("any"), parts, of);
            tell_useless(remarks, ground, &table.tables("any"), parts, of);
        }
        Requirement::All(parts) => look_at_parts(remarks, ground, &table.tables("all"), parts, of),
        Requirement::Not(part) => {
            if let Some(table) = table.table("not") {
                look(remarks, ground, &table, &part.requirement, of, "the part");
            }
        }
    }
}

fn look_at_parts(
    remarks: &mut Remarks<'_>,
    ground: &Ground<'_>,
    tables: &[Table<'_>],
    parts: &[Part],
    of: Option<ListRef>,
) {
    for (table, part) in tables.iter().zip(parts) {
        look(remarks, ground, table, &part.requirement, of, "the part");
    }
}

/// A part of `any` makes a difference only where none of the others holds.
fn tell_useless(
    remarks: &mut Remarks<'_>,
    ground: &Ground<'_>,
    tables: &[Table<'_>],
    parts: &[Part],
    of: Option<ListRef>,
) {
    for (idx, (table, part)) in tables.iter().zip(parts).enumerate() {
        let others =
            parts.iter().enumerate().filter(|(other, _)| *other != idx).map(|(_, it)| &it.requirement);
        let alone = only(&part.requirement, others.cloned());
        if !ground.is_never_met(&part.requirement, of) && ground.is_never_met(&alone, of) {
            let message = "the part makes no difference: whoever meets it meets another one too";
            remarks.warn(&place_of(table), "useless-part", message);
            remarks.hint(Text::new(
                "把它去掉，或把盖住它的那一部分改窄",
                "take it out, or narrow the part that covers it",
            ));
            return;
        }
    }
}

/// This one, and none of the others.
pub(super) fn only(one: &Requirement, others: impl Iterator<Item = Requirement>) -> Requirement {
    let others = Requirement::Any(others.map(part).collect());
    Requirement::All(vec![part(one.clone()), part(Requirement::Not(Box::new(part(others))))])
}

/// A requirement as a part without words.
pub(super) fn part(requirement: Requirement) -> Part {
    Part { cite: None, label: Text::default(), requirement }
}

/// Whether a test says the same of everybody because it asks for nothing; that is told elsewhere.
fn mentions_nothing(requirement: &Requirement) -> bool {
    match requirement {
        Requirement::Test(it) => {
            it.uses.facts.is_empty() && it.uses.lists.is_empty() && it.uses.policies.is_empty()
        }
        Requirement::Officer => true,
        Requirement::Any(_) | Requirement::All(_) | Requirement::Not(_) => false,
    }
}
