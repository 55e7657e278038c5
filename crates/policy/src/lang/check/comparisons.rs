//! Operators that hold two values against each other.

use super::{Checker, Meant, Typed};
use crate::{
    Comparison, Day, OptionSet, Pick, Picks, Quantity, Test, Text,
    lang::{
        ast::{Ast, Kind},
        mistake::Code,
        operator::Operator,
    },
};

impl Checker<'_> {
    /// `left < right`, `left <= right`
    pub(super) fn ordered(
        &mut self,
        ast: &Ast,
        comparison: Comparison,
        left: &Ast,
        right: &Ast,
    ) -> Option<Test> {
        match self.pair(left, right)? {
            (Typed::Quantity(a), Typed::Quantity(b)) => {
                Some(Test::Numbers(comparison, Box::new(a), Box::new(b)))
            }
            (Typed::Day(a), Typed::Day(b)) => Some(Test::Days(comparison, Box::new(a), Box::new(b))),
            (a, b) if a.kind() == b.kind() => {
                let message = format!("only numbers and dates have an order; this is {}", a.kind());
                self.wrong(
                    ast,
                    Code::WrongType,
                    message,
                    Text::new("用 `==`、`in` 或 `overlaps` 比较", "compare with `==`, `in` or `overlaps`"),
                )
            }
            (a, b) => self.unlike(ast, &a, &b),
        }
    }

    /// `left == right`
    pub(super) fn equal(&mut self, ast: &Ast, left: &Ast, right: &Ast) -> Option<Test> {
        match (&left.kind, &right.kind) {
            (Kind::Quoted(_) | Kind::List(_), Kind::Quoted(_) | Kind::List(_)) => {}
            (Kind::Quoted(_) | Kind::List(_), _) => return self.equals_literal(ast, right, left),
            (_, Kind::Quoted(_) | Kind::List(_)) => return self.equals_literal(ast, left, right),
            _ => {}
        }
        match self.pair(left, right)? {
            (Typed::Test(a), Typed::Test(b)) => Some(Test::Same(Box::new(a), Box::new(b))),
            (Typed::Quantity(a), Typed::Quantity(b)) => {
                Some(Test::Numbers(Comparison::Equal, Box::new(a), Box::new(b)))
            }
            (Typed::Day(a), Typed::Day(b)) => Some(Test::Days(Comparison::Equal, Box::new(a), Box::new(b))),
            (Typed::Pick(a), Typed::Pick(b)) => {
                self.refuse_apart(ast, self.scope.pick_options(&a), self.scope.pick_options(&b))?;
                Some(Test::SamePick(Box::new(a), Box::new(b)))
            }
            (Typed::Picks(a), Typed::Picks(b)) => Some(Test::SamePicks(Box::new(a), Box::new(b))),
            (a, b) => self.unlike(ast, &a, &b),
        }
    }

    /// Equality with an option or a list of them, held against the options that the other side may have.
    fn equals_literal(&mut self, ast: &Ast, side: &Ast, literal: &Ast) -> Option<Test> {
        match (self.value(side)?, &literal.kind) {
            (Typed::Pick(pick), Kind::Quoted(_)) => {
                let option = self.option_within(literal, self.scope.pick_options(&pick), side)?;
                Some(Test::SamePick(Box::new(pick), Box::new(Pick::Constant(option))))
            }
            (Typed::Picks(picks), Kind::List(items)) => {
                let options = self.options_within(items, self.scope.picks_options(&picks), side)?;
                Some(Test::SamePicks(Box::new(picks), Box::new(Picks::Constant(options))))
            }
            (Typed::Picks(_), _) => {
                let hint = Text::new(
                    format!("问它是不是其中之一：`{literal} in {side}`"),
                    format!("ask whether it is among them: `{literal} in {side}`"),
                );
                self.wrong(ast, Code::WrongType, "a set of options is compared with one option", hint)
            }
            (_, Kind::List(_)) => {
                let hint =
                    Text::new(format!("请写成 `{side} in {literal}`"), format!("ask `{side} in {literal}`"));
                self.wrong(ast, Code::WrongType, "a single value is compared with a list", hint)
            }
            (other, _) => {
                let message = format!("{} is compared with an option", other.kind());
                self.wrong(ast, Code::WrongType, message, None)
            }
        }
    }

    /// `left in right`
    pub(super) fn within(&mut self, left: &Ast, right: &Ast) -> Option<Test> {
        match (&left.kind, &right.kind) {
            (_, Kind::Binary(Operator::To, low, high)) => self.within_range(left, right, low, high),
            (_, Kind::List(items)) => self.among(left, right, items),
            (Kind::Quoted(_), _) => {
                let picks = self.several(right)?;
                let option = self.option_within(left, self.scope.picks_options(&picks), right)?;
                Some(Test::Has(Box::new(picks), Box::new(Pick::Constant(option))))
            }
            _ => {
                let pick = self.expect::<Pick>(left);
                let picks = self.several(right)?;
                let pick = pick?;
                self.refuse_apart(left, self.scope.pick_options(&pick), self.scope.picks_options(&picks))?;
                Some(Test::Has(Box::new(picks), Box::new(pick)))
            }
        }
    }

    /// What may stand right of `in` beside ranges and lists.
    fn several(&mut self, ast: &Ast) -> Option<Picks> {
        let typed = self.value(ast)?;
        let found = typed.kind();
        Picks::of(typed).or_else(|| {
            let message =
                format!("right of `in` stands a list, a range or a set of options; this is {found}");
            self.wrong(
                ast,
                Code::WrongType,
                message,
                Text::new("单个的值用 `==` 比较", "compare single values with `==`"),
            )
        })
    }

    fn within_range(&mut self, left: &Ast, range: &Ast, low: &Ast, high: &Ast) -> Option<Test> {
        match self.value(left) {
            Some(Typed::Quantity(x)) => {
                let (low, high) = self.both::<Quantity, Quantity>(low, high)?;
                if let (Quantity::Constant(a), Quantity::Constant(b)) = (&*low, &*high) {
                    self.refuse_backwards(range, a, b)?;
                }
                Some(Test::NumberWithin(Box::new(x), low, high))
            }
            Some(Typed::Day(x)) => {
                let (low, high) = self.both::<Day, Day>(low, high)?;
                if let (Day::Constant(a), Day::Constant(b)) = (&*low, &*high) {
                    self.refuse_backwards(range, a, b)?;
                }
                Some(Test::DayWithin(Box::new(x), low, high))
            }
            Some(other) => {
                let message = format!("only numbers and dates lie in a range; this is {}", other.kind());
                self.wrong(left, Code::WrongType, message, None)
            }
            None => {
                self.value(low);
                self.value(high);
                None
            }
        }
    }

    fn refuse_backwards<T: Ord>(&mut self, range: &Ast, low: &T, high: &T) -> Option<()> {
        if low <= high {
            return Some(());
        }
        let hint = Text::new("小的一端写在前面", "the lower end comes first");
        self.wrong(range, Code::EmptyRange, "nothing lies in this range", hint)
    }

    fn among(&mut self, left: &Ast, list: &Ast, items: &[Ast]) -> Option<Test> {
        let left_value = self.value(left)?;
        if items.is_empty() {
            return self.wrong(list, Code::EmptyRange, "nothing is in an empty list", None);
        }
        match left_value {
            Typed::Quantity(x) => Some(Test::NumberAmong(Box::new(x), self.each(items)?)),
            Typed::Day(x) => Some(Test::DayAmong(Box::new(x), self.each(items)?)),
            Typed::Pick(Pick::Constant(option)) => {
                Some(Test::PickAmong(Box::new(Pick::Constant(option)), self.known_options(items)?))
            }
            Typed::Pick(pick) => {
                let options = self.options_within(items, self.scope.pick_options(&pick), left)?;
                Some(Test::PickAmong(Box::new(pick), options))
            }
            Typed::Picks(_) => {
                let hint = Text::new(
                    format!("请写成 `{left} overlaps {list}`"),
                    format!("ask `{left} overlaps {list}`"),
                );
                self.wrong(left, Code::WrongType, "a set of options is no single option", hint)
            }
            Typed::Test(_) => {
                let hint = Text::new(
                    "是或否本身就是判断；要反过来就用 `not`",
                    "a yes or no is a test already; turn it round with `not`",
                );
                self.wrong(left, Code::WrongType, "a yes or no is looked for in a list", hint)
            }
        }
    }

    /// `left overlaps right`
    pub(super) fn overlap(&mut self, left: &Ast, right: &Ast) -> Option<Test> {
        let (a, b) = match (&left.kind, &right.kind) {
            (Kind::List(_), Kind::List(_)) => self.both(left, right)?,
            (_, Kind::List(items)) => self.set_and_list(left, items)?,
            (Kind::List(items), _) => self.set_and_list(right, items)?,
            _ => self.both(left, right)?,
        };
        self.refuse_apart(right, self.scope.picks_options(&a), self.scope.picks_options(&b))?;
        Some(Test::Overlaps(a, b))
    }

    fn set_and_list(&mut self, set: &Ast, items: &[Ast]) -> Option<(Box<Picks>, Box<Picks>)> {
        let picks = self.expect::<Picks>(set)?;
        let options = self.options_within(items, self.scope.picks_options(&picks), set)?;
        Some((Box::new(picks), Box::new(Picks::Constant(options))))
    }

    /// Both sides of an operator; both are read even where the first has no meaning.
    fn pair(&mut self, left: &Ast, right: &Ast) -> Option<(Typed, Typed)> {
        let left = self.value(left);
        let right = self.value(right);
        Some((left?, right?))
    }

    fn unlike(&mut self, ast: &Ast, a: &Typed, b: &Typed) -> Option<Test> {
        let message = format!("{} is compared with {}", a.kind(), b.kind());
        self.wrong(ast, Code::WrongType, message, None)
    }

    fn refuse_apart(&mut self, ast: &Ast, a: OptionSet, b: OptionSet) -> Option<()> {
        if !a.intersection(b).is_empty() {
            return Some(());
        }
        self.wrong(ast, Code::NoCommonOption, "the two sides have no option in common", None)
    }
}
