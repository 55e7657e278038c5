//! The changes of one expression: figures and days by one, comparisons, connectives, signs, some functions, options.

use std::collections::BTreeMap;

use policy::{
    Catalog, DerivedValue, FactType, Id, Number,
    lang::{Ast, Kind, Operator},
};

/// One change of an expression.
pub(super) struct Change {
    /// Where in the expression.
    pub(super) at: usize,
    /// What stood there and what stands there now.
    pub(super) what: String,
    /// The whole expression with the change in it.
    pub(super) ast: Ast,
}

/// All changes of an expression, in its order.
pub(super) fn changes(catalog: &Catalog, text: &str, ast: &Ast) -> Vec<Change> {
    let pools = pools(catalog, ast);
    let mut parts = Vec::new();
    ast.visit(&mut |it| parts.push(it));
    let mut changes = Vec::new();
    for (idx, part) in parts.into_iter().enumerate() {
        for (kind, what) in others(part, text, &pools) {
            let mut changed = ast.clone();
            if let Some(spot) = nth_mut(&mut changed, &mut { idx }) {
                spot.kind = kind;
                changes.push(Change { at: part.span.start, what, ast: changed });
            }
        }
    }
    changes
}

/// The part that comes `left` places after the whole, in the order of `visit`.
fn nth_mut<'a>(ast: &'a mut Ast, left: &mut usize) -> Option<&'a mut Ast> {
    if *left == 0 {
        return Some(ast);
    }
    *left -= 1;
    ast.children_mut().into_iter().find_map(|it| nth_mut(it, left))
}

fn others(part: &Ast, text: &str, pools: &BTreeMap<usize, Vec<Id>>) -> Vec<(Kind, String)> {
    let written = text.get(part.span.clone()).unwrap_or_default();
    let told = |kind: Kind| {
        let what = format!("`{written}` -> `{}`", Ast::new(kind.clone(), part.span.clone()));
        (kind, what)
    };
    match &part.kind {
        Kind::Number(number) => {
            by_last_digit(*number, written).into_iter().map(|it| told(Kind::Number(it))).collect()
        }
        Kind::Date(date) => [-1, 1].map(|it| told(Kind::Date(date.plus_days(it)))).to_vec(),
        Kind::Truth(holds) => vec![told(Kind::Truth(!holds))],
        Kind::Quoted(_) => {
            let pool = pools.get(&part.span.start).and_then(|it| it.first());
            pool.map(|it| told(Kind::Quoted(it.clone()))).into_iter().collect()
        }
        Kind::Not(inner) => vec![told(inner.kind.clone())],
        Kind::Binary(operator, left, right) => turned(*operator)
            .map(|it| {
                let kind = Kind::Binary(it, left.clone(), right.clone());
                (kind, format!("`{operator}` -> `{it}` in `{}`", brief(part)))
            })
            .into_iter()
            .collect(),
        Kind::List(items) => without_one(items).map(told).collect(),
        Kind::Call { name, arguments } => other_way(name)
            .map(|it| {
                let kind = Kind::Call { name: it.to_owned(), arguments: arguments.clone() };
                (kind, format!("`{name}` -> `{it}` in `{}`", brief(part)))
            })
            .into_iter()
            .collect(),
        Kind::Name(_) | Kind::Negated(_) | Kind::If { .. } | Kind::Match { .. } | Kind::Months { .. } => {
            Vec::new()
        }
    }
}

/// The function that a slip of the mind could put in its place.
fn other_way(function: &str) -> Option<&'static str> {
    Some(match function {
        "min" => "max",
        "max" => "min",
        "some" => "every",
        "every" => "some",
        _ => return None,
    })
}

/// The list with one of several options left out, each in turn.
fn without_one(items: &[Ast]) -> impl Iterator<Item = Kind> + '_ {
    let several = items.len() > 1 && items.iter().all(|it| matches!(it.kind, Kind::Quoted(_)));
    let n_droppable = if several { items.len() } else { 0 };
    (0..n_droppable).map(|left_out| {
        let rest = items.iter().enumerate().filter(|(idx, _)| *idx != left_out);
        Kind::List(rest.map(|(_, it)| it.clone()).collect())
    })
}

/// The expression, its ends only where it is long.
fn brief(ast: &Ast) -> String {
    const LONGEST: usize = 60;
    let text = ast.to_string();
    let n_chars = text.chars().count();
    if n_chars <= LONGEST {
        return text;
    }
    let head: String = text.chars().take(LONGEST / 2).collect();
    let tail: String = text.chars().skip(n_chars - LONGEST / 2).collect();
    format!("{head}…{tail}")
}

/// A number one less and one more in the last digit that is written.
pub(super) fn by_last_digit(number: Number, written: &str) -> Vec<Number> {
    let places = written.split_once('.').map_or(0, |(_, it)| it.len());
    let ten = Number::from(10_i64);
    let step = (0..places).try_fold(Number::ONE, |it, _| it.over(ten));
    let Some(step) = step else { return Vec::new() };
    let less = number.minus(step).filter(|it| !it.is_negative());
    less.into_iter().chain(number.plus(step)).collect()
}

fn turned(operator: Operator) -> Option<Operator> {
    Some(match operator {
        Operator::Or => Operator::And,
        Operator::And => Operator::Or,
        Operator::Equal => Operator::NotEqual,
        Operator::NotEqual => Operator::Equal,
        Operator::Below => Operator::AtMost,
        Operator::AtMost => Operator::Below,
        Operator::Above => Operator::AtLeast,
        Operator::AtLeast => Operator::Above,
        Operator::In => Operator::NotIn,
        Operator::NotIn => Operator::In,
        Operator::Plus => Operator::Minus,
        Operator::Minus => Operator::Plus,
        Operator::Times => Operator::Over,
        Operator::Over => Operator::Times,
        Operator::Overlaps | Operator::To => return None,
    })
}

/// For each quoted option, by its place, the others that could stand there.
fn pools(catalog: &Catalog, ast: &Ast) -> BTreeMap<usize, Vec<Id>> {
    let mut pools = BTreeMap::new();
    ast.visit(&mut |it| {
        if let Kind::Binary(operator, left, right) = &it.kind
            && operator.is_comparison()
        {
            for (one, other) in [(left, right), (right, left)] {
                if let Kind::Name(name) = &one.kind {
                    add_others(&mut pools, &written_options(other), &options_of(catalog, name));
                }
            }
        }
    });
    let given = written_options(ast);
    for (idx, one) in given.iter().enumerate() {
        let pool: Vec<Id> = given[idx..].iter().chain(&given).map(|(_, it)| it.clone()).collect();
        add_others(&mut pools, std::slice::from_ref(one), &pool);
    }
    pools
}

fn add_others(pools: &mut BTreeMap<usize, Vec<Id>>, written: &[(usize, Id)], options: &[Id]) {
    let is_written = |option: &Id| written.iter().any(|(_, it)| it == option);
    let others: Vec<Id> = options.iter().filter(|it| !is_written(it)).cloned().collect();
    pools.extend(written.iter().map(|(at, _)| (*at, others.clone())));
}

/// The options that an expression may come out as, with their places.
fn written_options(ast: &Ast) -> Vec<(usize, Id)> {
    match &ast.kind {
        Kind::Quoted(id) => vec![(ast.span.start, id.clone())],
        Kind::Call { .. } => Vec::new(),
        Kind::Binary(operator, ..) if operator.is_comparison() => Vec::new(),
        Kind::List(_)
        | Kind::Number(_)
        | Kind::Truth(_)
        | Kind::Date(_)
        | Kind::Name(_)
        | Kind::Not(_)
        | Kind::Negated(_)
        | Kind::Binary(..)
        | Kind::If { .. }
        | Kind::Match { .. }
        | Kind::Months { .. } => ast.children().into_iter().flat_map(written_options).collect(),
    }
}

fn options_of(catalog: &Catalog, name: &str) -> Vec<Id> {
    let fact = catalog.find_fact(name).map(|it| &catalog.fact(it).kind);
    if let Some(FactType::Choice(options) | FactType::Choices(options)) = fact {
        return options.iter().map(|it| catalog.options.id(it.id).clone()).collect();
    }
    let ast = catalog.find_derived(name).and_then(|it| match &catalog.derived(it).value {
        DerivedValue::Pick(it) => Some(&it.ast),
        DerivedValue::Picks(it) => Some(&it.ast),
        DerivedValue::Test(_) | DerivedValue::Quantity(_) | DerivedValue::Day(_) => None,
    });
    ast.into_iter().flat_map(written_options).map(|(_, it)| it).collect()
}
