//! `if` and `match`, and the options that literals stand for.

use super::{Checker, Meant, Type, Typed};
use crate::{
    Choose, Day, Id, OptionId, OptionSet, Options, Pick, Picks, Quantity, Test, Text,
    lang::{
        ast::{Ast, Kind},
        mistake::{Code, Mistake, did_you_mean},
    },
};

impl Checker<'_> {
    /// The first arm whose test holds; the first arm with a meaning says of which type all are.
    pub(super) fn choose(
        &mut self,
        ast: &Ast,
        arms: &[(&Ast, &Ast)],
        otherwise: Option<&Ast>,
    ) -> Option<Typed> {
        let tests = self.each::<Test>(arms.iter().map(|it| it.0));
        let places: Vec<&Ast> = arms.iter().map(|it| it.1).chain(otherwise).collect();
        let values: Vec<Option<Typed>> = places.iter().map(|it| self.value(it)).collect();
        let kind = values.iter().flatten().next()?.kind();
        match kind {
            Type::Quantity => self.chosen(tests, &places, values).map(|it| Quantity::Choose(it).into()),
            Type::Day => self.chosen(tests, &places, values).map(|it| Day::Choose(it).into()),
            Type::Test | Type::Pick | Type::Picks if otherwise.is_none() => {
                let message = format!("a `match` that gives {kind} must have an `else`");
                self.wrong(
                    ast,
                    Code::MissingElse,
                    message,
                    Text::new("末尾加上 `else => …`", "end it with `else => …`"),
                )
            }
            Type::Test => self.chosen(tests, &places, values).map(|it| Test::Choose(it).into()),
            Type::Pick => self.chosen(tests, &places, values).map(|it| Pick::Choose(it).into()),
            Type::Picks => self.chosen(tests, &places, values).map(|it| Picks::Choose(it).into()),
        }
    }

    /// Values of one type; whatever follows the last test is the `else`.
    fn chosen<T: Meant>(
        &mut self,
        tests: Option<Vec<Test>>,
        places: &[&Ast],
        values: Vec<Option<Typed>>,
    ) -> Option<Box<Choose<T>>> {
        let read = |(place, value): (&&Ast, Option<Typed>)| {
            let value = value?;
            let found = value.kind();
            T::of(value).or_else(|| self.wrong_type(place, T::TYPE, found))
        };
        let values: Vec<Option<T>> = places.iter().zip(values).map(read).collect();
        let mut values: Vec<T> = values.into_iter().collect::<Option<_>>()?;
        let tests = tests?;
        let otherwise = if tests.len() < values.len() { values.pop() } else { None };
        Some(Box::new(Choose { arms: tests.into_iter().zip(values).collect(), otherwise }))
    }

    /// An option of the pack, where nothing says of which choice.
    pub(super) fn known_option(&mut self, ast: &Ast) -> Option<OptionId> {
        let options = &self.scope.options;
        self.option_of(ast, |it| options.find(it), options.ids(), "no choice of the pack has the")
    }

    /// Options of the pack, where nothing says of which choice.
    pub(super) fn known_options(&mut self, items: &[Ast]) -> Option<OptionSet> {
        let read: Vec<Option<OptionId>> = items.iter().map(|it| self.known_option(it)).collect();
        read.into_iter().collect()
    }

    /// One of the options that something may turn out to be.
    pub(super) fn option_within(&mut self, ast: &Ast, within: OptionSet, whose: &Ast) -> Option<OptionId> {
        let scope = self.scope;
        let find = |it: &str| scope.options.find(it).filter(|it| within.contains(*it));
        let words = within.iter().map(|it| scope.options.id(it));
        self.option_of(ast, find, words, &format!("`{whose}` has no"))
    }

    /// Several of the options that something may turn out to be.
    pub(super) fn options_within(
        &mut self,
        items: &[Ast],
        within: OptionSet,
        whose: &Ast,
    ) -> Option<OptionSet> {
        let read: Vec<Option<OptionId>> =
            items.iter().map(|it| self.option_within(it, within, whose)).collect();
        read.into_iter().collect()
    }

    fn option_of<'b>(
        &mut self,
        ast: &Ast,
        find: impl Fn(&str) -> Option<OptionId>,
        words: impl Iterator<Item = &'b Id>,
        lacks: &str,
    ) -> Option<OptionId> {
        let Kind::Quoted(id) = &ast.kind else {
            let message = "an option in quotes is needed here";
            return self.wrong(ast, Code::WrongType, message, Text::new("如 'yangpu'", "such as 'yangpu'"));
        };
        find(id.as_str()).or_else(|| {
            let words: Vec<&str> = words.map(|it| it.as_str()).collect();
            let hint = did_you_mean(id.as_str(), words.iter().copied()).or_else(|| {
                (!words.is_empty() && words.len() <= 8).then(|| {
                    Text::new(
                        format!("可选的有：{}", words.join("、")),
                        format!("it has: {}", words.join(", ")),
                    )
                })
            });
            self.wrong(ast, Code::UnknownOption, format!("{lacks} option `{id}`"), hint)
        })
    }
}

/// Makes known the options that an expression gives as its value.
pub(super) fn introduce_options(ast: &Ast, options: &mut Options) -> Result<(), Vec<Mistake>> {
    match &ast.kind {
        Kind::Quoted(id) => options
            .intern(id)
            .map(drop)
            .map_err(|err| vec![Mistake::new(ast.span.clone(), Code::TooManyOptions, err.to_string())]),
        Kind::List(items) => items.iter().try_for_each(|it| introduce_options(it, options)),
        Kind::If { then, otherwise, .. } => {
            [then, otherwise].into_iter().try_for_each(|it| introduce_options(it, options))
        }
        Kind::Match { arms, otherwise } => {
            let values = arms.iter().map(|it| &it.value).chain(otherwise.as_deref());
            values.into_iter().try_for_each(|it| introduce_options(it, options))
        }
        Kind::Number(_)
        | Kind::Truth(_)
        | Kind::Date(_)
        | Kind::Name(_)
        | Kind::Not(_)
        | Kind::Negated(_)
        | Kind::Binary(..)
        | Kind::Call { .. }
        | Kind::Months { .. } => Ok(()),
    }
}
