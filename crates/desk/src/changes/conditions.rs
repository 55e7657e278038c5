//! Conditions, and the parts that they are made of.

use policy::{Catalog, Condition, Id, Part, Requirement, Text};

use super::{
    About, Change, ChangeKind,
    pairs::{Pair, likeness, pairs},
    said::{bracketed, came_or_went, quoted, reckoned, replaced},
};
use crate::words::{self, text};

/// Two catalogs, the old one first.
pub(super) type Catalogs<'c> = (&'c Catalog, &'c Catalog);

/// Conditions on the enterprise, or on each entry of a list.
pub(super) fn conditions(
    catalogs: Catalogs<'_>,
    about: About,
    old: &[Condition],
    new: &[Condition],
) -> Vec<Change> {
    let noun = match about {
        About::Entry => text("对每个人的条件", "The condition on each person"),
        _ => text("条件", "The condition"),
    };
    let alike = |a: &Condition, b: &Condition| {
        if is_same(&a.requirement, &b.requirement) { 1.0 } else { likeness(&a.label, &b.label) }
    };
    let told = pairs(old, new, |a, b| a.id == b.id, alike).into_iter().filter_map(|pair| match pair {
        Pair::New(it) => Some(whole(catalogs.1, about, &it.id, ChangeKind::New, &noun, it)),
        Pair::Gone(it) => Some(whole(catalogs.0, about, &it.id, ChangeKind::Gone, &noun, it)),
        Pair::Both(old, new) => {
            let mut parts: Vec<Change> = relabelled(about, &old.label, &new.label).into_iter().collect();
            parts.extend(requirement(catalogs, about, &old.requirement, &new.requirement));
            let change = came_or_went(about, Some(new.id.as_str()), ChangeKind::Changed, &noun, &new.label);
            (!parts.is_empty()).then_some(Change { parts, ..change })
        }
    });
    told.collect()
}

/// A condition that came or went, with what decides it.
fn whole(
    catalog: &Catalog,
    about: About,
    id: &Id,
    kind: ChangeKind,
    noun: &Text,
    condition: &Condition,
) -> Change {
    let change = came_or_went(about, Some(id.as_str()), kind, noun, &condition.label);
    Change { parts: spelt_out(catalog, about, kind, &condition.requirement), ..change }
}

/// What decides a requirement, a line each.
fn spelt_out(catalog: &Catalog, about: About, kind: ChangeKind, requirement: &Requirement) -> Vec<Change> {
    match requirement {
        Requirement::Any(parts) | Requirement::All(parts) => {
            let line = |it: &Part| Change {
                parts: spelt_out(catalog, about, kind, &it.requirement),
                ..Change::new(about, None, kind, quoted(&it.label))
            };
            let parts = parts.iter().map(line).collect();
            vec![Change { parts, ..Change::new(about, None, kind, deciding(catalog, requirement)) }]
        }
        Requirement::Test(_) | Requirement::Officer | Requirement::Not(_) => {
            vec![Change::new(about, None, kind, deciding(catalog, requirement))]
        }
    }
}

fn relabelled(about: About, old: &Text, new: &Text) -> Option<Change> {
    replaced(about, None, &text("说法", "the wording"), &quoted_if_said(old), &quoted_if_said(new))
}

fn quoted_if_said(words: &Text) -> Text {
    if words.is_empty() { Text::default() } else { quoted(words) }
}

/// What changed in that which decides.
fn requirement(catalogs: Catalogs<'_>, about: About, old: &Requirement, new: &Requirement) -> Vec<Change> {
    match (old, new) {
        (Requirement::Officer, Requirement::Officer) => Vec::new(),
        (Requirement::Test(old), Requirement::Test(new)) => {
            let what = text("判断标准", "the test");
            reckoned(about, None, &what, (catalogs.0, Some(old)), (catalogs.1, Some(new)))
                .into_iter()
                .collect()
        }
        (Requirement::Any(old), Requirement::Any(new)) | (Requirement::All(old), Requirement::All(new)) => {
            parts(catalogs, about, old, new)
        }
        (Requirement::Not(old), Requirement::Not(new)) => {
            part(catalogs, about, old, new).into_iter().collect()
        }
        _ => {
            let (was, is) = (deciding(catalogs.0, old), deciding(catalogs.1, new));
            let said = text(
                format!("判断方式变了：原来{}；现在{}", was.zh, is.zh),
                format!("it is decided in another way: before, {}; now, {}", was.en, is.en),
            );
            vec![Change::new(about, None, ChangeKind::Changed, said)]
        }
    }
}

fn parts(catalogs: Catalogs<'_>, about: About, old: &[Part], new: &[Part]) -> Vec<Change> {
    let noun = text("其中一项", "the part");
    // Words and test count alike: a part that only moved from class of 2024 to class of 2025 is still that part.
    let alike = |a: &Part, b: &Part| {
        if is_same(&a.requirement, &b.requirement) { 1.0 } else { likeness(&a.label, &b.label) }
    };
    let came = |catalog: &Catalog, kind: ChangeKind, it: &Part| Change {
        parts: spelt_out(catalog, about, kind, &it.requirement),
        ..came_or_went(about, None, kind, &noun, &it.label)
    };
    let same = |a: &Part, b: &Part| a.label == b.label;
    let told = pairs(old, new, same, alike).into_iter().filter_map(|pair| match pair {
        Pair::New(it) => Some(came(catalogs.1, ChangeKind::New, it)),
        Pair::Gone(it) => Some(came(catalogs.0, ChangeKind::Gone, it)),
        Pair::Both(old, new) => part(catalogs, about, old, new),
    });
    told.collect()
}

fn part(catalogs: Catalogs<'_>, about: About, old: &Part, new: &Part) -> Option<Change> {
    let mut inner: Vec<Change> = relabelled(about, &old.label, &new.label).into_iter().collect();
    inner.extend(requirement(catalogs, about, &old.requirement, &new.requirement));
    let change = came_or_went(about, None, ChangeKind::Changed, &text("其中一项", "the part"), &new.label);
    (!inner.is_empty()).then_some(Change { parts: inner, ..change })
}

/// Whether the same thing decides, however it is worded.
fn is_same(old: &Requirement, new: &Requirement) -> bool {
    matches!((old, new), (Requirement::Test(old), Requirement::Test(new)) if old.ast == new.ast)
}

/// What decides, as the end of a sentence.
fn deciding(catalog: &Catalog, requirement: &Requirement) -> Text {
    let labels = |parts: &[Part]| words::join(parts.iter().map(|it| quoted(&it.label)), "、", ", ");
    match requirement {
        Requirement::Test(formula) => {
            let words = bracketed(catalog, &formula.ast);
            text(format!("看是否{}", words.zh), format!("by whether {}", words.en))
        }
        Requirement::Officer => text("由经办部门认定", "the office decides"),
        Requirement::Any(parts) => {
            let all = labels(parts);
            text(format!("符合其中一项即可：{}", all.zh), format!("one of these is enough: {}", all.en))
        }
        Requirement::All(parts) => {
            let all = labels(parts);
            text(format!("各项都要符合：{}", all.zh), format!("all of these are needed: {}", all.en))
        }
        Requirement::Not(part) => {
            let label = quoted(&part.label);
            text(format!("不能是{}", label.zh), format!("this must not hold: {}", label.en))
        }
    }
}
