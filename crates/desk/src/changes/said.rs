//! The sentences that changes are told in.

use policy::{
    Catalog, Formula, Number, Text,
    lang::{Ast, Kind},
};

use super::{About, Change, ChangeKind};
use crate::words::{self, text};

impl Change {
    pub(super) fn new(about: About, id: Option<&str>, kind: ChangeKind, said: Text) -> Change {
        Change { about, id: id.map(str::to_owned), kind, said, parts: Vec::new() }
    }
}

/// In quotation marks.
pub(super) fn quoted(words: &Text) -> Text {
    text(format!("“{}”", words.zh), format!("“{}”", words.en))
}

/// "X: was A, is B now", where the two differ.
pub(super) fn replaced(
    about: About,
    id: Option<&str>,
    what: &Text,
    old: &Text,
    new: &Text,
) -> Option<Change> {
    let said = match (old == new, old.is_empty(), new.is_empty()) {
        (true, ..) => return None,
        (false, true, _) => text(
            format!("{}，新定为：{}", what.zh, new.zh),
            format!("{}, not said before, is: {}", what.en, new.en),
        ),
        (false, false, true) => text(
            format!("{}不再写明；原为：{}", what.zh, old.zh),
            format!("{} is not said any more; it was: {}", what.en, old.en),
        ),
        (false, false, false) => text(
            format!("{}由 {} 改为 {}", what.zh, old.zh, new.zh),
            format!("{} was {} and is {} now", what.en, old.en, new.en),
        ),
    };
    Some(Change::new(about, id, ChangeKind::Changed, said))
}

/// A formula in brackets, for quotation marks are taken by the names in it; a plain figure or day needs none.
pub(super) fn bracketed(catalog: &Catalog, ast: &Ast) -> Text {
    let words = words::formula(catalog, ast);
    match ast.kind {
        Kind::Number(_) | Kind::Date(_) => words,
        _ => text(format!("【{}】", words.zh), format!("[{}]", words.en)),
    }
}

/// A formula that changed. Where one figure alone is another, it is told as a rise or a fall.
pub(super) fn reckoned<T: PartialEq>(
    about: About,
    id: Option<&str>,
    what: &Text,
    (old_catalog, old): (&Catalog, Option<&Formula<T>>),
    (new_catalog, new): (&Catalog, Option<&Formula<T>>),
) -> Option<Change> {
    if old.map(|it| &it.ast) == new.map(|it| &it.ast) {
        return None;
    }
    let words = |catalog: &Catalog, it: Option<&Formula<T>>| {
        it.map_or_else(Text::default, |it| bracketed(catalog, &it.ast))
    };
    let (was, is) = (words(old_catalog, old), words(new_catalog, new));
    let figures = old.zip(new).and_then(|(old, new)| moved_figure(&old.ast, &new.ast));
    let Some((low, high)) = figures else { return replaced(about, id, what, &was, &is) };
    let said = if new.is_some_and(|it| matches!(it.ast.kind, Kind::Number(_))) {
        moved(what, low, high)
    } else {
        // A figure inside a formula means nothing without it.
        let part = moved(&text(format!("{}里的数", what.zh), format!("in {}, a figure", what.en)), low, high);
        text(format!("{}：{}", part.zh, is.zh), format!("{}: {}", part.en, is.en))
    };
    Some(Change::new(about, id, ChangeKind::Changed, said))
}

/// The one figure that two formulas differ in, if they differ in nothing else.
fn moved_figure(old: &Ast, new: &Ast) -> Option<(Number, Number)> {
    let (mut old_shape, mut new_shape) = (old.clone(), new.clone());
    let (old, new) = (take_figures(&mut old_shape), take_figures(&mut new_shape));
    let mut moved = old.into_iter().zip(new).filter(|(old, new)| old != new);
    match (old_shape == new_shape, moved.next(), moved.next()) {
        (true, Some(figures), None) => Some(figures),
        _ => None,
    }
}

/// The figures of a formula in their order, which it loses: what remains is its shape.
fn take_figures(ast: &mut Ast) -> Vec<Number> {
    if let Kind::Number(number) = &mut ast.kind {
        return vec![std::mem::replace(number, Number::ZERO)];
    }
    ast.children_mut().into_iter().flat_map(take_figures).collect()
}

/// "X rises from 1,500 to 2,000"
fn moved(what: &Text, old: Number, new: Number) -> Text {
    let (zh, en) = if old < new { ("提高", "rises") } else { ("降低", "falls") };
    let (old, new) = (words::grouped(old), words::grouped(new));
    text(format!("{}由 {old} {zh}到 {new}", what.zh), format!("{} {en} from {old} to {new}", what.en))
}

/// "The condition “…” is new" or "… is gone".
pub(super) fn came_or_went(
    about: About,
    id: Option<&str>,
    kind: ChangeKind,
    noun: &Text,
    name: &Text,
) -> Change {
    let name = quoted(name);
    let said = match kind {
        ChangeKind::New => {
            text(format!("新增{}{}", noun.zh, name.zh), format!("{} {} is new", noun.en, name.en))
        }
        ChangeKind::Gone => {
            text(format!("取消{}{}", noun.zh, name.zh), format!("{} {} is gone", noun.en, name.en))
        }
        ChangeKind::Changed => {
            text(format!("{}{}有改动", noun.zh, name.zh), format!("{} {} has changed", noun.en, name.en))
        }
    };
    Change::new(about, id, kind, said)
}
