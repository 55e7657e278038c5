//! Functions and their arguments.

use super::{Checker, Meant, Typed};
use crate::{
    Date, Day, Quantifier, Quantity, Test, Text,
    lang::{
        ast::{Ast, Kind},
        function::Function,
        mistake::{Code, did_you_mean},
    },
};

/// More digits behind the point than any figure has.
const MOST_PLACES: i64 = 12;

impl Checker<'_> {
    pub(super) fn call(&mut self, ast: &Ast, name: &str, arguments: &[Ast]) -> Option<Typed> {
        let Some(function) = Function::named(name) else {
            let hint = did_you_mean(name, Function::NAMES.iter().copied());
            return self.wrong(ast, Code::UnknownFunction, format!("there is no function `{name}`"), hint);
        };
        match (function, arguments) {
            (Function::Min, [first, rest @ ..]) if !rest.is_empty() => {
                self.extreme(first, rest, Quantity::Least, Day::Earliest)
            }
            (Function::Max, [first, rest @ ..]) if !rest.is_empty() => {
                self.extreme(first, rest, Quantity::Greatest, Day::Latest)
            }
            (Function::Clamp, [x, low, high]) => self.clamp(x, low, high),
            (Function::AddMonths | Function::Date, _) => self.day(ast, function, arguments).map(Typed::from),
            (Function::Some | Function::Every | Function::Qualifies | Function::Had, _) => {
                self.test(ast, function, arguments).map(Typed::from)
            }
            _ => self.quantity(ast, function, arguments).map(Typed::from),
        }
    }

    fn quantity(&mut self, ast: &Ast, function: Function, arguments: &[Ast]) -> Option<Quantity> {
        match (function, arguments) {
            (Function::Round, [x, places]) => self.round(x, places),
            (Function::MonthsBetween, [from, to]) => {
                self.both(from, to).map(|(from, to)| Quantity::MonthsBetween(from, to))
            }
            (Function::YearsBetween, [from, to]) => {
                self.both(from, to).map(|(from, to)| Quantity::YearsBetween(from, to))
            }
            (Function::DaysBetween, [from, to]) => {
                self.both(from, to).map(|(from, to)| Quantity::DaysBetween(from, to))
            }
            (Function::Year, [day]) => self.expect(day).map(|it| Quantity::Year(Box::new(it))),
            (Function::Month, [day]) => self.expect(day).map(|it| Quantity::Month(Box::new(it))),
            (Function::Param, [parameter]) => self.figure(parameter, None),
            (Function::Param, [parameter, day]) => self.figure(parameter, Some(day)),
            (Function::Marginal, [parameter, x]) => self.table(parameter, x, Quantity::Marginal),
            (Function::Bracket, [parameter, x]) => self.table(parameter, x, Quantity::Bracket),
            (Function::Count, [list]) => {
                self.refuse_nested_list(ast)?;
                self.list(list).map(|it| Quantity::Count(it, None))
            }
            (Function::Count, [list, test]) => {
                self.refuse_nested_list(ast)?;
                let list = self.list(list);
                let test = self.of_each_entry(list, test)?;
                Some(Quantity::Count(list?, Some(test)))
            }
            (Function::Sum, [list, value, test @ ..]) if test.len() <= 1 => {
                self.refuse_nested_list(ast)?;
                let list = self.list(list);
                let value = self.of_each_entry(list, value);
                let test = test.first().map(|it| self.of_each_entry(list, it));
                Some(Quantity::Sum(list?, value?, test.map_or(Some(None), |it| it.map(Some))?))
            }
            (Function::Amount, [policy, amount]) => self.amount(policy, amount),
            _ => self.wrong_arguments(ast, function),
        }
    }

    fn test(&mut self, ast: &Ast, function: Function, arguments: &[Ast]) -> Option<Test> {
        let quantifier = match (function, arguments) {
            (Function::Qualifies, [policy]) => return self.policy(policy).map(Test::Qualifies),
            (Function::Had, [policy]) => return self.policy(policy).map(Test::Had),
            (Function::Some, [_, _]) => Quantifier::Some,
            (Function::Every, [_, _]) => Quantifier::Every,
            _ => return self.wrong_arguments(ast, function),
        };
        self.refuse_nested_list(ast)?;
        let list = self.list(&arguments[0]);
        let test = self.of_each_entry(list, &arguments[1])?;
        Some(Test::Entries(quantifier, list?, test))
    }

    fn day(&mut self, ast: &Ast, function: Function, arguments: &[Ast]) -> Option<Day> {
        match (function, arguments) {
            (Function::AddMonths, [day, months]) => {
                self.both(day, months).map(|(day, months)| Day::AddMonths(day, months))
            }
            (Function::Date, [year, month, day]) => {
                let year = self.expect(year);
                let (month, day) = self.both(month, day)?;
                let year = Box::new(year?);
                self.refuse_impossible(ast, &year, &month, &day)?;
                Some(Day::Of(year, month, day))
            }
            _ => self.wrong_arguments(ast, function),
        }
    }

    /// A day made of three numbers as written must be in the calendar.
    fn refuse_impossible(
        &mut self,
        ast: &Ast,
        year: &Quantity,
        month: &Quantity,
        day: &Quantity,
    ) -> Option<()> {
        let whole = |it: &Quantity| match it {
            Quantity::Constant(number) => number.to_i64().or(Some(0)),
            _ => None,
        };
        match (whole(year), whole(month), whole(day)) {
            (Some(year), Some(month), Some(day)) if Date::new(year, month, day).is_none() => {
                self.wrong(ast, Code::BadDate, format!("`{ast}` is not a day of the calendar"), None)
            }
            _ => Some(()),
        }
    }

    /// `min` and `max`, of numbers or of days as the first argument is.
    fn extreme(
        &mut self,
        first: &Ast,
        rest: &[Ast],
        of_numbers: fn(Vec<Quantity>) -> Quantity,
        of_days: fn(Vec<Day>) -> Day,
    ) -> Option<Typed> {
        match self.value(first) {
            Some(Typed::Quantity(first)) => Some(of_numbers(self.and_the_rest(first, rest)?).into()),
            Some(Typed::Day(first)) => Some(of_days(self.and_the_rest(first, rest)?).into()),
            Some(other) => {
                let message = format!("only numbers and dates have an order; this is {}", other.kind());
                self.wrong(first, Code::WrongType, message, None)
            }
            None => {
                rest.iter().for_each(|it| drop(self.value(it)));
                None
            }
        }
    }

    fn and_the_rest<T: Meant>(&mut self, first: T, rest: &[Ast]) -> Option<Vec<T>> {
        let mut all = vec![first];
        all.append(&mut self.each(rest)?);
        Some(all)
    }

    /// `clamp` of days is the earlier of the end and the later of the day and the beginning.
    fn clamp(&mut self, x: &Ast, low: &Ast, high: &Ast) -> Option<Typed> {
        match self.value(x) {
            Some(Typed::Day(x)) => {
                let (low, high) = self.both::<Day, Day>(low, high)?;
                Some(Day::Earliest(vec![Day::Latest(vec![x, *low]), *high]).into())
            }
            Some(Typed::Quantity(x)) => {
                let (low, high) = self.both(low, high)?;
                Some(Quantity::Clamp(Box::new(x), low, high).into())
            }
            Some(other) => {
                let message = format!("only numbers and dates have an order; this is {}", other.kind());
                self.wrong(x, Code::WrongType, message, None)
            }
            None => {
                self.value(low);
                self.value(high);
                None
            }
        }
    }

    fn round(&mut self, x: &Ast, places: &Ast) -> Option<Quantity> {
        let x = self.expect(x);
        let places = match &places.kind {
            Kind::Number(number) => {
                number.to_i64().filter(|it| *it <= MOST_PLACES).and_then(|it| u32::try_from(it).ok())
            }
            _ => None,
        }
        .or_else(|| {
            let message = format!("`round` takes a whole number of places, 0 to {MOST_PLACES}");
            let hint = Text::new(
                "`round(x, 2)` 四舍五入到分，`round(x, 0)` 到元",
                "`round(x, 2)` rounds to the fen, `round(x, 0)` to the yuan",
            );
            self.wrong(places, Code::WrongArguments, message, hint)
        });
        Some(Quantity::Round(Box::new(x?), places?))
    }

    fn wrong_arguments<T>(&mut self, ast: &Ast, function: Function) -> Option<T> {
        let hint = Text::new(
            format!("写作 `{}`", function.usage()),
            format!("it is written `{}`", function.usage()),
        );
        self.wrong(ast, Code::WrongArguments, format!("`{}` takes other arguments", function.name()), hint)
    }
}
