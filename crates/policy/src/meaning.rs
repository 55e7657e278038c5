//! What an expression means: a tree that is typed, resolved and total.
//!
//! One enum per type, so that a tree that adds a day to a choice cannot be built. Names are references,
//! policies are ids; `lang` makes these trees from text, `eligibility` evaluates them.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    Date, DerivedRef, FactRef, Id, ListRef, Number, OptionId, OptionSet, ParameterRef, PolicyId, lang::Ast,
};

/// An expression: as written, as meant, and what it mentions.
#[derive(Debug, Clone, PartialEq)]
pub struct Formula<T> {
    /// The tree as written; it prints what the author wrote, in the house's spacing.
    pub ast: Ast,
    /// The tree as meant.
    pub tree: T,
    /// Everything it mentions, through derived facts too.
    pub uses: Uses,
}

/// What a formula mentions, derived facts followed down to what they are made of.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Uses {
    /// How often each fact is mentioned; twice or more, and its values in two places hang together.
    pub facts: BTreeMap<FactRef, u32>,
    /// Lists that are counted, summed or searched.
    pub lists: BTreeSet<ListRef>,
    /// Dated figures.
    pub parameters: BTreeSet<ParameterRef>,
    /// Policies asked for with `qualifies`, `amount` or `had`.
    pub policies: BTreeSet<PolicyId>,
    /// The numbers written in it: where a figure may change what it says.
    pub numbers: BTreeSet<Number>,
    /// Whether the day of assessment plays a part.
    pub as_of: bool,
}

impl Uses {
    /// Adds what another formula mentions.
    pub fn add(&mut self, other: &Uses) {
        for (fact, times) in &other.facts {
            *self.facts.entry(*fact).or_default() += times;
        }
        self.lists.extend(&other.lists);
        self.parameters.extend(&other.parameters);
        self.policies.extend(other.policies.iter().cloned());
        self.numbers.extend(&other.numbers);
        self.as_of |= other.as_of;
    }
}

/// The comparisons that remain once `>`, `>=` are turned round and `!=` is the `not` of `==`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparison {
    /// `a == b`
    Equal,
    /// `a < b`
    Below,
    /// `a <= b`
    AtMost,
}

/// Whether one entry suffices or all are needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quantifier {
    /// `some(list, TEST)`
    Some,
    /// `every(list, TEST)`
    Every,
}

/// The first arm whose test holds; `if … then … else` is a choice of one arm.
#[derive(Debug, Clone, PartialEq)]
pub struct Choose<T> {
    /// Tests with their values, in order.
    pub arms: Vec<(Test, T)>,
    /// What holds where no arm does; without it the value is none.
    pub otherwise: Option<T>,
}

/// Something that holds or does not.
#[derive(Debug, Clone, PartialEq)]
pub enum Test {
    /// `true`, `false`
    Constant(bool),
    /// A boolean fact.
    Fact(FactRef),
    /// A boolean derived fact.
    Derived(DerivedRef),
    /// `not a`, `a != b`, `a not in b`
    Not(Box<Test>),
    /// `a and b and c`
    All(Vec<Test>),
    /// `a or b or c`
    Any(Vec<Test>),
    /// `a == b` between booleans.
    Same(Box<Test>, Box<Test>),
    /// A comparison of numbers.
    Numbers(Comparison, Box<Quantity>, Box<Quantity>),
    /// A comparison of days.
    Days(Comparison, Box<Day>, Box<Day>),
    /// `x in low..=high` for numbers.
    NumberWithin(Box<Quantity>, Box<Quantity>, Box<Quantity>),
    /// `x in low..=high` for days.
    DayWithin(Box<Day>, Box<Day>, Box<Day>),
    /// `x in [1, 2, 3]`
    NumberAmong(Box<Quantity>, Vec<Quantity>),
    /// `x in [2024-01-01, …]`
    DayAmong(Box<Day>, Vec<Day>),
    /// `choice == other`
    SamePick(Box<Pick>, Box<Pick>),
    /// `choice in ['a', 'b']`
    PickAmong(Box<Pick>, OptionSet),
    /// `'a' in choices`
    Has(Box<Picks>, Box<Pick>),
    /// `choices overlaps ['a', 'b']`
    Overlaps(Box<Picks>, Box<Picks>),
    /// `choices == ['a', 'b']`
    SamePicks(Box<Picks>, Box<Picks>),
    /// `if`, `match`; always with an `otherwise`.
    Choose(Box<Choose<Test>>),
    /// `some(list, TEST)`, `every(list, TEST)`
    Entries(Quantifier, ListRef, Box<Test>),
    /// `qualifies('id')`
    Qualifies(PolicyId),
    /// `had('id')`
    Had(PolicyId),
}

/// A number: plain or of yuan.
#[derive(Debug, Clone, PartialEq)]
pub enum Quantity {
    /// A number as written.
    Constant(Number),
    /// An integer, decimal or money fact.
    Fact(FactRef),
    /// A derived fact.
    Derived(DerivedRef),
    /// `counted`: how many people count for the rule.
    Counted,
    /// `n`: how many alike the entry at hand stands for.
    Alike,
    /// `param(p)`, `param(p, day)`
    Parameter(ParameterRef, ParamDay),
    /// `-a`
    Negated(Box<Quantity>),
    /// `a + b`
    Plus(Box<Quantity>, Box<Quantity>),
    /// `a - b`
    Minus(Box<Quantity>, Box<Quantity>),
    /// `a * b`
    Times(Box<Quantity>, Box<Quantity>),
    /// `a / b`
    Over(Box<Quantity>, Box<Quantity>),
    /// `min(a, b, …)`
    Least(Vec<Quantity>),
    /// `max(a, b, …)`
    Greatest(Vec<Quantity>),
    /// `clamp(x, low, high)`
    Clamp(Box<Quantity>, Box<Quantity>, Box<Quantity>),
    /// `round(x, places)`
    Round(Box<Quantity>, u32),
    /// `months_between(a, b)`
    MonthsBetween(Box<Day>, Box<Day>),
    /// `years_between(a, b)`
    YearsBetween(Box<Day>, Box<Day>),
    /// `days_between(a, b)`
    DaysBetween(Box<Day>, Box<Day>),
    /// `year(d)`
    Year(Box<Day>),
    /// `month(d)`
    Month(Box<Day>),
    /// `count(list)`, `count(list, TEST)`; weighs by `n`.
    Count(ListRef, Option<Box<Test>>),
    /// `sum(list, VALUE)`, `sum(list, VALUE, TEST)`; weighs by `n`.
    Sum(ListRef, Box<Quantity>, Option<Box<Test>>),
    /// `marginal(p, x)`: the slices of `x`, each at its rate, added up.
    Marginal(ParameterRef, Box<Quantity>),
    /// `bracket(p, x)`: the rate of the slice that `x` lies in.
    Bracket(ParameterRef, Box<Quantity>),
    /// `months(from, to, m => VALUE)`: a value summed over calendar months, both ends in.
    Months(Box<Day>, Box<Day>, Box<Quantity>),
    /// `if`, `match`
    Choose(Box<Choose<Quantity>>),
    /// `amount('policy', 'amount')`: what that amount would be, whether or not one qualifies.
    Amount(PolicyId, Id),
}

/// On which day a dated figure is looked up.
#[derive(Debug, Clone, PartialEq)]
pub enum ParamDay {
    /// On the day of assessment.
    AsOf,
    /// On the day given.
    On(Box<Day>),
}

/// A day of the calendar.
#[derive(Debug, Clone, PartialEq)]
pub enum Day {
    /// A day as written.
    Constant(Date),
    /// A date fact.
    Fact(FactRef),
    /// A derived fact.
    Derived(DerivedRef),
    /// `as_of`: the day of assessment.
    AsOf,
    /// `m` in `months(from, to, m => …)`: the first day of the month at hand.
    MonthAtHand,
    /// `add_months(d, n)`
    AddMonths(Box<Day>, Box<Quantity>),
    /// `date(y, m, d)`; none where the calendar has no such day.
    Of(Box<Quantity>, Box<Quantity>, Box<Quantity>),
    /// `min(a, b, …)`
    Earliest(Vec<Day>),
    /// `max(a, b, …)`
    Latest(Vec<Day>),
    /// `if`, `match`
    Choose(Box<Choose<Day>>),
}

/// One option of a choice.
#[derive(Debug, Clone, PartialEq)]
pub enum Pick {
    /// `'option'`
    Constant(OptionId),
    /// A choice fact.
    Fact(FactRef),
    /// A derived fact.
    Derived(DerivedRef),
    /// `if`, `match`; always with an `otherwise`.
    Choose(Box<Choose<Pick>>),
}

/// Several options at once.
#[derive(Debug, Clone, PartialEq)]
pub enum Picks {
    /// `['a', 'b']`
    Constant(OptionSet),
    /// A fact of type choices.
    Fact(FactRef),
    /// A derived fact.
    Derived(DerivedRef),
    /// `if`, `match`; always with an `otherwise`.
    Choose(Box<Choose<Picks>>),
}
