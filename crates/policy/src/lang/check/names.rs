//! What a bare name means where it stands.

use super::{Checker, Typed};
use crate::{
    Day, DerivedRef, FactRef, Owner, Pick, Picks, Quantity, Test, Text,
    lang::{
        ast::Ast,
        function::Function,
        mistake::{Code, did_you_mean},
        scope::{Shape, Thing},
    },
};

impl Checker<'_> {
    pub(super) fn name(&mut self, ast: &Ast, name: &str) -> Option<Typed> {
        match name {
            "as_of" => {
                self.uses.as_of = true;
                Some(Day::AsOf.into())
            }
            "m" if self.in_months => Some(Day::MonthAtHand.into()),
            "n" if self.context.entry.is_some() => Some(Quantity::Alike.into()),
            "n" => self.outside_entry(ast, "`n` is known of an entry of a list only".to_owned(), "LIST"),
            "counted" if self.context.counted => Some(Quantity::Counted.into()),
            "counted" => {
                let message = "`counted` is known in the amounts of a rule over a list only";
                let hint = Text::new("别处请写 `count(LIST, TEST)`", "elsewhere write `count(LIST, TEST)`");
                self.wrong(ast, Code::OutsideAmount, message, hint)
            }
            _ => self.declared(ast, name),
        }
    }

    fn declared(&mut self, ast: &Ast, name: &str) -> Option<Typed> {
        let scope = self.scope;
        match scope.find(name) {
            Some(Thing::Fact(fact, owner)) => {
                self.within_reach(ast, *owner)?;
                *self.uses.facts.entry(*fact).or_default() += 1;
                Some(fact_value(*fact, scope.fact(*fact)))
            }
            Some(Thing::Derived(derived, owner, uses)) => {
                self.within_reach(ast, *owner)?;
                self.uses.add(uses);
                Some(derived_value(*derived, scope.derived(*derived)))
            }
            Some(Thing::List(_)) => {
                let hint = Text::new(
                    format!("请写 `count({name})`、`sum({name}, VALUE)`、`some({name}, TEST)` 或 `every`"),
                    format!("write `count({name})`, `sum({name}, VALUE)`, `some({name}, TEST)` or `every`"),
                );
                self.wrong(ast, Code::WrongType, format!("`{name}` is a list, not a value"), hint)
            }
            Some(Thing::Figure(_)) => {
                let message = format!("`{name}` is a parameter, whose value depends on the day");
                let hint = Text::new(
                    format!("请写 `param({name})` 或 `param({name}, day)`"),
                    format!("write `param({name})` or `param({name}, day)`"),
                );
                self.wrong(ast, Code::WrongType, message, hint)
            }
            Some(Thing::Table(_)) => {
                let hint = read_table(name);
                self.wrong(ast, Code::WrongType, format!("`{name}` is a table of rates, not a value"), hint)
            }
            Some(Thing::Broken) => self.broken(ast, name),
            None => self.unknown(ast, name),
        }
    }

    fn unknown(&mut self, ast: &Ast, name: &str) -> Option<Typed> {
        let hint = match name {
            "m" => Some(Text::new(
                "`m` 只在 `months(from, to, m => VALUE)` 里有意义",
                "`m` is known within `months(from, to, m => VALUE)`",
            )),
            _ => Function::named(name)
                .map(|it| {
                    Text::new(
                        format!("这个函数写作 `{}`", it.usage()),
                        format!("the function is written `{}`", it.usage()),
                    )
                })
                .or_else(|| {
                    did_you_mean(name, self.scope.names().map(|it| it.0).chain(["as_of", "counted"]))
                }),
        };
        self.wrong(ast, Code::UnknownName, format!("nothing is called `{name}`"), hint)
    }

    pub(super) fn broken<T>(&mut self, ast: &Ast, name: &str) -> Option<T> {
        let hint = Text::new("请先改好那一个", "mend that one first");
        self.wrong(ast, Code::BrokenName, format!("`{name}` has a mistake of its own"), hint)
    }

    fn within_reach(&mut self, ast: &Ast, owner: Owner) -> Option<()> {
        match owner {
            Owner::Enterprise => Some(()),
            Owner::Entry(list) if self.context.entry == Some(list) => Some(()),
            Owner::Entry(list) => {
                let list = self.scope.list_name(list);
                self.outside_entry(ast, format!("`{ast}` is told of each entry of `{list}`"), list)
            }
        }
    }

    fn outside_entry<T>(&mut self, ast: &Ast, message: String, list: &str) -> Option<T> {
        let hint = Text::new(
            format!("请写在 `count({list}, …)`、`sum`、`some` 或 `every` 里面"),
            format!("write it within `count({list}, …)`, `sum`, `some` or `every`"),
        );
        self.wrong(ast, Code::OutsideEntry, message, hint)
    }
}

/// How a table of rates is read.
pub(super) fn read_table(name: &str) -> Text {
    let forms = [format!("`marginal({name}, x)`"), format!("`bracket({name}, x)`")];
    Text::new(format!("请写 {}", forms.join(" 或 ")), format!("write {}", forms.join(" or ")))
}

fn fact_value(fact: FactRef, shape: Shape) -> Typed {
    match shape {
        Shape::Test => Test::Fact(fact).into(),
        Shape::Quantity(_) => Quantity::Fact(fact).into(),
        Shape::Day => Day::Fact(fact).into(),
        Shape::Pick(_) => Pick::Fact(fact).into(),
        Shape::Picks(_) => Picks::Fact(fact).into(),
    }
}

fn derived_value(derived: DerivedRef, shape: Shape) -> Typed {
    match shape {
        Shape::Test => Test::Derived(derived).into(),
        Shape::Quantity(_) => Quantity::Derived(derived).into(),
        Shape::Day => Day::Derived(derived).into(),
        Shape::Pick(_) => Pick::Derived(derived).into(),
        Shape::Picks(_) => Picks::Derived(derived).into(),
    }
}
