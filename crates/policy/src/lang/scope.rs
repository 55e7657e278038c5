//! The names that an expression may mention, and what is known of them without evaluating anything.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    Catalog, ChoiceOption, Derived, DerivedRef, DerivedValue, Fact, FactRef, FactType, Id, List, ListRef,
    Name, NumberKind, OptionSet, Options, Owner, Parameter, ParameterRef, ParameterValues, Pick, Picks,
    PolicyId, Quantity, Uses, Value,
};

/// The names in reach of an expression.
///
/// It is filled in the order in which things can be known: facts, lists, parameters and policy ids first, then
/// derived facts, each after those it is made of. A fact may be declared before its `ask_if` is read.
#[derive(Debug, Clone, Default)]
pub struct Scope {
    /// The options of the pack; a derived fact adds those that it alone gives.
    pub options: Options,
    names: BTreeMap<String, Thing>,
    facts: BTreeMap<FactRef, Shape>,
    derived: BTreeMap<DerivedRef, Shape>,
    policies: BTreeMap<PolicyId, Option<BTreeSet<Id>>>,
}

/// What a name stands for.
#[derive(Debug, Clone)]
pub(super) enum Thing {
    Fact(FactRef, Owner),
    Derived(DerivedRef, Owner, Uses),
    List(ListRef),
    Figure(ParameterRef),
    Table(ParameterRef),
    /// Its own expression has a mistake.
    Broken,
}

/// The type of a fact or derived fact, with what tells sense from nonsense within it.
#[derive(Debug, Clone, Copy)]
pub(super) enum Shape {
    Test,
    Quantity(Grain),
    Day,
    Pick(OptionSet),
    Picks(OptionSet),
}

/// Whether a number is of yuan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Grain {
    /// It is not.
    Plain,
    /// It is.
    Money,
    /// A parameter or an amount does not say; it goes with everything.
    Either,
}

impl Grain {
    /// Of a sum, a least value, a choice between two.
    pub(super) fn join(self, other: Grain) -> Grain {
        match (self, other) {
            (Grain::Money, _) | (_, Grain::Money) => Grain::Money,
            (Grain::Either, _) | (_, Grain::Either) => Grain::Either,
            (Grain::Plain, Grain::Plain) => Grain::Plain,
        }
    }

    fn over(self, other: Grain) -> Grain {
        match (self, other) {
            (_, Grain::Plain) => self,
            (Grain::Money, Grain::Money) => Grain::Plain,
            (_, Grain::Either) | (Grain::Plain | Grain::Either, Grain::Money) => Grain::Either,
        }
    }
}

impl Scope {
    /// A scope in which these options are known and nothing else.
    pub fn new(options: Options) -> Scope {
        Scope { options, ..Scope::default() }
    }

    /// Adds a fact. Its `ask_if` is not looked at; its `otherwise` is, as one more option.
    pub fn declare_fact(&mut self, at: FactRef, fact: &Fact) {
        self.facts.insert(at, fact_shape(fact));
        self.declare(&fact.id, Thing::Fact(at, fact.owner));
    }

    /// Adds a derived fact, after everything it is made of.
    pub fn declare_derived(&mut self, at: DerivedRef, derived: &Derived) {
        let (shape, uses) = match &derived.value {
            DerivedValue::Test(it) => (Shape::Test, &it.uses),
            DerivedValue::Quantity(it) => (Shape::Quantity(self.grain(&it.tree)), &it.uses),
            DerivedValue::Day(it) => (Shape::Day, &it.uses),
            DerivedValue::Pick(it) => (Shape::Pick(self.pick_options(&it.tree)), &it.uses),
            DerivedValue::Picks(it) => (Shape::Picks(self.picks_options(&it.tree)), &it.uses),
        };
        let uses = uses.clone();
        self.derived.insert(at, shape);
        self.declare(&derived.id, Thing::Derived(at, derived.owner, uses));
    }

    /// Adds a list. Its facts are declared by themselves.
    pub fn declare_list(&mut self, at: ListRef, list: &List) {
        self.declare(&list.id, Thing::List(at));
    }

    /// Adds a parameter.
    pub fn declare_parameter(&mut self, at: ParameterRef, parameter: &Parameter) {
        let thing = match parameter.values {
            ParameterValues::Numbers(_) => Thing::Figure(at),
            ParameterValues::Tiers(_) => Thing::Table(at),
        };
        self.declare(&parameter.id, thing);
    }

    /// Adds a policy with the ids of its amounts, in any edition; where they are not given, any id passes.
    pub fn declare_policy(&mut self, id: PolicyId, amounts: Option<BTreeSet<Id>>) {
        self.policies.insert(id, amounts);
    }

    /// Adds a name that was declared with a mistake, so that those who mention it are told so.
    pub fn declare_broken(&mut self, name: &Name) {
        self.declare(name, Thing::Broken);
    }

    /// Where the first declaration of a name wins, a second one is for the caller to notice.
    fn declare(&mut self, name: &Name, thing: Thing) {
        self.names.entry(name.as_str().to_owned()).or_insert(thing);
    }

    pub(super) fn find(&self, name: &str) -> Option<&Thing> {
        self.names.get(name)
    }

    pub(super) fn names(&self) -> impl Iterator<Item = (&str, &Thing)> {
        self.names.iter().map(|(name, thing)| (name.as_str(), thing))
    }

    pub(super) fn list_name(&self, list: ListRef) -> &str {
        let found = self.names().find(|(_, thing)| matches!(thing, Thing::List(it) if *it == list));
        found.map_or("the list", |(name, _)| name)
    }

    pub(super) fn fact(&self, fact: FactRef) -> Shape {
        self.facts[&fact]
    }

    pub(super) fn derived(&self, derived: DerivedRef) -> Shape {
        self.derived[&derived]
    }

    /// The ids of the policy's amounts, where they are known; `None` where there is no such policy.
    pub(super) fn amounts(&self, policy: &str) -> Option<Option<&BTreeSet<Id>>> {
        self.policies.get(policy).map(Option::as_ref)
    }

    pub(super) fn policies(&self) -> impl Iterator<Item = &str> {
        self.policies.keys().map(PolicyId::as_str)
    }

    /// The options that a choice may turn out to be.
    pub(super) fn pick_options(&self, pick: &Pick) -> OptionSet {
        let shape = match pick {
            Pick::Constant(option) => return OptionSet::of(*option),
            Pick::Choose(choose) => {
                let values = choose.arms.iter().map(|it| &it.1).chain(&choose.otherwise);
                return values.fold(OptionSet::EMPTY, |all, it| all.union(self.pick_options(it)));
            }
            Pick::Fact(fact) => self.fact(*fact),
            Pick::Derived(derived) => self.derived(*derived),
        };
        options_of(shape)
    }

    /// The options that may be among several.
    pub(super) fn picks_options(&self, picks: &Picks) -> OptionSet {
        let shape = match picks {
            Picks::Constant(options) => return *options,
            Picks::Choose(choose) => {
                let values = choose.arms.iter().map(|it| &it.1).chain(&choose.otherwise);
                return values.fold(OptionSet::EMPTY, |all, it| all.union(self.picks_options(it)));
            }
            Picks::Fact(fact) => self.fact(*fact),
            Picks::Derived(derived) => self.derived(*derived),
        };
        options_of(shape)
    }

    /// Whether a number is of yuan.
    pub(super) fn grain(&self, quantity: &Quantity) -> Grain {
        let join = |them: &[&Quantity]| them.iter().fold(Grain::Plain, |all, it| all.join(self.grain(it)));
        match quantity {
            Quantity::Constant(_)
            | Quantity::Counted
            | Quantity::Alike
            | Quantity::MonthsBetween(..)
            | Quantity::YearsBetween(..)
            | Quantity::DaysBetween(..)
            | Quantity::Year(_)
            | Quantity::Month(_)
            | Quantity::Count(..)
            | Quantity::Bracket(..) => Grain::Plain,
            Quantity::Parameter(..) | Quantity::Amount(..) => Grain::Either,
            Quantity::Fact(fact) => grain_of(self.fact(*fact)),
            Quantity::Derived(derived) => grain_of(self.derived(*derived)),
            Quantity::Negated(it)
            | Quantity::Round(it, _)
            | Quantity::Sum(_, it, _)
            | Quantity::Marginal(_, it)
            | Quantity::Months(_, _, it) => self.grain(it),
            Quantity::Plus(a, b) | Quantity::Minus(a, b) | Quantity::Times(a, b) => join(&[a, b]),
            Quantity::Over(a, b) => self.grain(a).over(self.grain(b)),
            Quantity::Least(them) | Quantity::Greatest(them) => join(&them.iter().collect::<Vec<_>>()),
            Quantity::Clamp(x, low, high) => join(&[x, low, high]),
            Quantity::Choose(choose) => {
                join(&choose.arms.iter().map(|it| &it.1).chain(&choose.otherwise).collect::<Vec<_>>())
            }
        }
    }
}

impl From<&Catalog> for Scope {
    fn from(catalog: &Catalog) -> Scope {
        let mut scope = Scope::new(catalog.options.clone());
        for (idx, fact) in catalog.facts.iter().enumerate() {
            scope.declare_fact(FactRef(idx), fact);
        }
        for (idx, list) in catalog.lists.iter().enumerate() {
            scope.declare_list(ListRef(idx), list);
        }
        for (idx, parameter) in catalog.parameters.iter().enumerate() {
            scope.declare_parameter(ParameterRef(idx), parameter);
        }
        for (idx, derived) in catalog.derived.iter().enumerate() {
            scope.declare_derived(DerivedRef(idx), derived);
        }
        for policy in &catalog.policies {
            let amounts = policy.editions.iter().flat_map(|it| &it.rule.amounts);
            scope.declare_policy(policy.id.clone(), Some(amounts.map(|it| it.id.clone()).collect()));
        }
        scope
    }
}

fn fact_shape(fact: &Fact) -> Shape {
    let set = |options: &[ChoiceOption]| options.iter().map(|it| it.id).collect::<OptionSet>();
    let otherwise = match fact.otherwise {
        Some(Value::Choice(options) | Value::Choices { possible: options, .. }) => options,
        Some(Value::Truth(_) | Value::Number(_) | Value::Date(_)) | None => OptionSet::EMPTY,
    };
    match &fact.kind {
        FactType::Boolean => Shape::Test,
        FactType::Number { kind: NumberKind::Money, .. } => Shape::Quantity(Grain::Money),
        FactType::Number { kind: NumberKind::Integer | NumberKind::Decimal, .. } => {
            Shape::Quantity(Grain::Plain)
        }
        FactType::Date { .. } => Shape::Day,
        FactType::Choice(options) => Shape::Pick(set(options).union(otherwise)),
        FactType::Choices(options) => Shape::Picks(set(options).union(otherwise)),
    }
}

fn options_of(shape: Shape) -> OptionSet {
    match shape {
        Shape::Pick(options) | Shape::Picks(options) => options,
        Shape::Test | Shape::Quantity(_) | Shape::Day => OptionSet::EMPTY,
    }
}

fn grain_of(shape: Shape) -> Grain {
    match shape {
        Shape::Quantity(grain) => grain,
        Shape::Test | Shape::Day | Shape::Pick(_) | Shape::Picks(_) => Grain::Plain,
    }
}
