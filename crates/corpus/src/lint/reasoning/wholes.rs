//! Rules of which each condition can be met, and which nobody can ever make use of.

use policy::{
    Edition, ListRef, Requirement, Text,
    lang::{self, Ast, Context, Kind, Operator},
};

use super::{conditions::part, ground::Ground};
use crate::{
    read::{Table, Written},
    remark::Remarks,
};

/// Asks whether all conditions of an edition can be met at once, and then while a window is open.
pub(super) fn check(remarks: &mut Remarks<'_>, ground: &Ground<'_>, edition: &Edition, rule: &Table<'_>) {
    let of = edition.rule.for_each;
    let conditions = edition.rule.conditions.iter().chain(&edition.rule.each);
    let mut all: Vec<Requirement> = conditions.map(|it| it.requirement.clone()).collect();
    // One alone, and two of them, are looked at elsewhere.
    if all.len() > 2 && is_never_met(ground, &all, of) {
        let message = "each condition can be met, but never all of them at once";
        remarks.error(&rule.place_at("condition"), "contradiction", message);
        remarks.hint(Text::new(
            "请逐条往下读，设想前面几条都已符合",
            "read them one after the other, as one who meets those before",
        ));
        return;
    }
    let windows: Option<Vec<Requirement>> = rule.tables("window").iter().map(|it| open(ground, it)).collect();
    let Some(windows) = windows.filter(|it| !it.is_empty()) else { return };
    all.push(Requirement::Any(windows.into_iter().map(part).collect()));
    if is_never_met(ground, &all, of) {
        let message = "nobody can ever apply: no window is open to anyone who meets the conditions";
        remarks.error(&rule.tables("window")[0].place, "never-open", message);
        remarks.hint(Text::new(
            "请核对 `opens` 和 `closes` 的先后，以及条件里要求的日期",
            "compare `opens` and `closes` with each other and with the days that the conditions ask for",
        ));
    }
}

fn is_never_met(ground: &Ground<'_>, all: &[Requirement], of: Option<ListRef>) -> bool {
    ground.is_never_met(&Requirement::All(all.iter().cloned().map(part).collect()), of)
}

/// That a window is open today; `None` where that cannot be said.
fn open(ground: &Ground<'_>, window: &Table<'_>) -> Option<Requirement> {
    let mut ends = Vec::new();
    if let Some(opens) = window.written("opens") {
        ends.push(part(at_most(ground, day(&opens)?, today())?));
    }
    if let Some(closes) = window.written("closes") {
        ends.push(part(at_most(ground, today(), day(&closes)?)?));
    }
    Some(Requirement::All(ends))
}

fn at_most(ground: &Ground<'_>, earlier: Ast, later: Ast) -> Option<Requirement> {
    let kind = Kind::Binary(Operator::AtMost, Box::new(earlier), Box::new(later));
    ground.requirement(&Ast::new(kind, 0..0), Context::default())
}

fn today() -> Ast {
    Ast::new(Kind::Name("as_of".to_owned()), 0..0)
}

fn day(written: &Written<'_>) -> Option<Ast> {
    lang::parse(written.text).ok()
}
