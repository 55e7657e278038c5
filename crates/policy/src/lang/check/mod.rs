//! The tree as written to the tree as meant: names are resolved, types held against each other.
//!
//! Every mistake is gathered: the parts of an expression are all read before it is decided whether it has a meaning.

mod calls;
mod choose;
mod comparisons;
mod lists;
mod names;
mod parameters;
mod typed;

use typed::{Meant, Type, Typed};

use super::{
    ast::{Ast, Kind},
    mistake::{Code, Mistake},
    operator::Operator,
    scope::{Grain, Scope},
};
use crate::{
    Comparison, Day, DerivedValue, Formula, ListRef, Number, Pick, Picks, Quantity, Test, Text, Uses,
};

/// Where an expression stands, apart from the names in reach.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Context {
    /// The list an entry of which is at hand: for its facts, derived facts, and in a rule over it.
    pub entry: Option<ListRef>,
    /// Whether `counted` is known: in the amounts of a rule over a list.
    pub counted: bool,
}

/// What holds or does not.
pub fn check_test(ast: &Ast, scope: &Scope, context: Context) -> Result<Formula<Test>, Vec<Mistake>> {
    check(ast, scope, context, Checker::expect)
}

/// A number.
pub fn check_quantity(ast: &Ast, scope: &Scope, context: Context) -> Result<Formula<Quantity>, Vec<Mistake>> {
    check(ast, scope, context, Checker::expect)
}

/// A day.
pub fn check_day(ast: &Ast, scope: &Scope, context: Context) -> Result<Formula<Day>, Vec<Mistake>> {
    check(ast, scope, context, Checker::expect)
}

/// One option. Options that nobody declared are mistakes; a derived fact may introduce them.
pub fn check_pick(ast: &Ast, scope: &Scope, context: Context) -> Result<Formula<Pick>, Vec<Mistake>> {
    check(ast, scope, context, Checker::expect)
}

/// A set of options. Options that nobody declared are mistakes; a derived fact may introduce them.
pub fn check_picks(ast: &Ast, scope: &Scope, context: Context) -> Result<Formula<Picks>, Vec<Mistake>> {
    check(ast, scope, context, Checker::expect)
}

/// A derived fact, of whatever type. The options that it gives become options of the pack.
pub fn check_derived(ast: &Ast, scope: &mut Scope, context: Context) -> Result<DerivedValue, Vec<Mistake>> {
    choose::introduce_options(ast, &mut scope.options)?;
    let Formula { ast, tree, uses } = check(ast, scope, context, Checker::value)?;
    Ok(match tree {
        Typed::Test(tree) => DerivedValue::Test(Formula { ast, tree, uses }),
        Typed::Quantity(tree) => DerivedValue::Quantity(Formula { ast, tree, uses }),
        Typed::Day(tree) => DerivedValue::Day(Formula { ast, tree, uses }),
        Typed::Pick(tree) => DerivedValue::Pick(Formula { ast, tree, uses }),
        Typed::Picks(tree) => DerivedValue::Picks(Formula { ast, tree, uses }),
    })
}

fn check<'a, T>(
    ast: &Ast,
    scope: &'a Scope,
    context: Context,
    read: impl FnOnce(&mut Checker<'a>, &Ast) -> Option<T>,
) -> Result<Formula<T>, Vec<Mistake>> {
    let mut checker = Checker {
        scope,
        context,
        in_list: false,
        in_months: false,
        uses: Uses::default(),
        mistakes: Vec::new(),
    };
    let tree = read(&mut checker, ast);
    let Checker { uses, mut mistakes, .. } = checker;
    match tree {
        Some(tree) if mistakes.is_empty() => Ok(Formula { ast: ast.clone(), tree, uses }),
        _ => {
            mistakes.sort_by_key(|it| (it.span.start, it.span.end));
            Err(mistakes)
        }
    }
}

/// Reads one expression. A method that gives `None` has noted why.
struct Checker<'a> {
    scope: &'a Scope,
    context: Context,
    in_list: bool,
    in_months: bool,
    uses: Uses,
    mistakes: Vec<Mistake>,
}

impl Checker<'_> {
    /// The meaning of an expression of whatever type.
    fn value(&mut self, ast: &Ast) -> Option<Typed> {
        match &ast.kind {
            Kind::Number(number) => {
                self.uses.numbers.insert(*number);
                Some(Quantity::Constant(*number).into())
            }
            Kind::Truth(holds) => Some(Test::Constant(*holds).into()),
            Kind::Date(date) => Some(Day::Constant(*date).into()),
            Kind::Quoted(_) => self.known_option(ast).map(|it| Pick::Constant(it).into()),
            Kind::List(items) => self.known_options(items).map(|it| Picks::Constant(it).into()),
            Kind::Name(name) => self.name(ast, name),
            Kind::Not(inner) => self.expect(inner).map(|it| negated(it).into()),
            Kind::Negated(inner) => self.expect(inner).map(|it| minus(it).into()),
            Kind::Binary(operator, left, right) => self.binary(ast, *operator, left, right),
            Kind::If { test, then, otherwise } => self.choose(ast, &[(test, then)], Some(otherwise)),
            Kind::Match { arms, otherwise } => {
                let arms: Vec<(&Ast, &Ast)> = arms.iter().map(|it| (&it.test, &it.value)).collect();
                self.choose(ast, &arms, otherwise.as_deref())
            }
            Kind::Call { name, arguments } => self.call(ast, name, arguments),
            Kind::Months { from, to, value } => self.months(ast, from, to, value).map(Typed::from),
        }
    }

    /// The meaning of an expression that must be of this type.
    fn expect<T: Meant>(&mut self, ast: &Ast) -> Option<T> {
        if matches!(ast.kind, Kind::Quoted(_)) && T::TYPE != Type::Pick {
            // Whether the option is known does not matter where none may stand.
            return self.wrong_type(ast, T::TYPE, Type::Pick);
        }
        let typed = self.value(ast)?;
        let found = typed.kind();
        let tree = T::of(typed);
        if tree.is_none() {
            return self.wrong_type(ast, T::TYPE, found);
        }
        tree
    }

    /// The meanings of several; all are read even where one has none.
    fn each<'b, T: Meant>(&mut self, asts: impl IntoIterator<Item = &'b Ast>) -> Option<Vec<T>> {
        let read: Vec<Option<T>> = asts.into_iter().map(|it| self.expect(it)).collect();
        read.into_iter().collect()
    }

    /// The meanings of two; both are read even where the first has none.
    fn both<A: Meant, B: Meant>(&mut self, left: &Ast, right: &Ast) -> Option<(Box<A>, Box<B>)> {
        let left = self.expect(left);
        let right = self.expect(right);
        Some((Box::new(left?), Box::new(right?)))
    }

    fn binary(&mut self, ast: &Ast, operator: Operator, left: &Ast, right: &Ast) -> Option<Typed> {
        let test = match operator {
            Operator::Or => self.each(joined(ast, operator)).map(Test::Any),
            Operator::And => self.each(joined(ast, operator)).map(Test::All),
            Operator::Equal => self.equal(ast, left, right),
            Operator::NotEqual => self.equal(ast, left, right).map(negated),
            Operator::Below => self.ordered(ast, Comparison::Below, left, right),
            Operator::AtMost => self.ordered(ast, Comparison::AtMost, left, right),
            Operator::Above => self.ordered(ast, Comparison::Below, right, left),
            Operator::AtLeast => self.ordered(ast, Comparison::AtMost, right, left),
            Operator::In => self.within(left, right),
            Operator::NotIn => self.within(left, right).map(negated),
            Operator::Overlaps => self.overlap(left, right),
            Operator::To => {
                let hint =
                    Text::new("范围写在 `in` 或 `not in` 的右边", "a range stands right of `in` or `not in`");
                self.wrong(ast, Code::MisplacedRange, "a range is not a value", hint)
            }
            Operator::Plus => return self.both(left, right).map(|(a, b)| Quantity::Plus(a, b).into()),
            Operator::Minus => return self.both(left, right).map(|(a, b)| Quantity::Minus(a, b).into()),
            Operator::Times => return self.times(ast, left, right).map(Typed::from),
            Operator::Over => return self.over(ast, left, right).map(Typed::from),
        };
        test.map(Typed::from)
    }

    fn times(&mut self, ast: &Ast, left: &Ast, right: &Ast) -> Option<Quantity> {
        let (left, right) = self.both(left, right)?;
        if (self.scope.grain(&left), self.scope.grain(&right)) == (Grain::Money, Grain::Money) {
            let hint = Text::new(
                "两者之一应当是比例、标准或人数",
                "one of the two should be a share, a rate or a count",
            );
            return self.wrong(ast, Code::MoneyTimesMoney, "money is multiplied by money", hint);
        }
        Some(Quantity::Times(left, right))
    }

    fn over(&mut self, ast: &Ast, left: &Ast, right: &Ast) -> Option<Quantity> {
        let (left, right) = self.both(left, right)?;
        if (self.scope.grain(&left), self.scope.grain(&right)) == (Grain::Plain, Grain::Money) {
            let hint = Text::new(
                "金额可以除以金额，得到一个数",
                "money may be divided by money, which gives a plain number",
            );
            return self.wrong(ast, Code::NumberOverMoney, "a number is divided by money", hint);
        }
        if *right == Quantity::Constant(Number::ZERO) {
            return self.wrong(ast, Code::DivisionByZero, "the divisor is 0", None);
        }
        Some(Quantity::Over(left, right))
    }

    fn wrong_type<T>(&mut self, ast: &Ast, wanted: Type, found: Type) -> Option<T> {
        let message = format!("{wanted} is needed here; this is {found}");
        let (zh, en) = match (wanted, found) {
            (Type::Quantity, Type::Day) => (
                "日期用 `days_between`、`months_between`、`years_between`、`add_months` 或 `year` 来算",
                "reckon with dates by `days_between`, `months_between`, `years_between`, `add_months` or `year`",
            ),
            (Type::Test, Type::Quantity | Type::Day | Type::Pick) => {
                ("请拿它和什么比较", "compare it with something")
            }
            (Type::Test, Type::Picks) => (
                "请写成 `'option' in …` 或 `… overlaps ['option', …]`",
                "ask `'option' in …` or `… overlaps ['option', …]`",
            ),
            (Type::Quantity, Type::Test) => (
                "写成 `if … then 1 else 0`，把“是”算作 1",
                "write `if … then 1 else 0` to count a yes as one",
            ),
            _ => return self.wrong(ast, Code::WrongType, message, None),
        };
        self.wrong(ast, Code::WrongType, message, Text::new(zh, en))
    }

    /// Notes a mistake; there is no meaning then.
    fn wrong<T>(
        &mut self,
        ast: &Ast,
        code: Code,
        message: impl Into<String>,
        hint: impl Into<Option<Text>>,
    ) -> Option<T> {
        self.mistakes.push(Mistake::new(ast.span.clone(), code, message).hint(hint));
        None
    }
}

/// The operands of `a and b and c`, whichever way they are grouped.
fn joined(ast: &Ast, operator: Operator) -> Vec<&Ast> {
    match &ast.kind {
        Kind::Binary(found, left, right) if *found == operator => {
            let mut operands = joined(left, operator);
            operands.append(&mut joined(right, operator));
            operands
        }
        _ => vec![ast],
    }
}

fn negated(test: Test) -> Test {
    Test::Not(Box::new(test))
}

fn minus(quantity: Quantity) -> Quantity {
    match quantity {
        Quantity::Constant(number) => number
            .negated()
            .map_or_else(|| Quantity::Negated(Box::new(Quantity::Constant(number))), Quantity::Constant),
        other => Quantity::Negated(Box::new(other)),
    }
}
