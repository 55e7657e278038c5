//! Which cases a change concerns: those of what hangs on what is changed.

use std::collections::{BTreeMap, BTreeSet};

use policy::{
    Catalog, DerivedValue, Edition, Part, Policy, PolicyId, Requirement,
    lang::{Ast, Kind},
};

use super::edit::Home;
use crate::{Case, Shows};

/// For each home the cases to run, those beside the change first.
pub(super) fn cases_by_home(
    catalog: &Catalog,
    cases: &[Case],
    homes: impl Iterator<Item = Home>,
) -> BTreeMap<Home, Vec<usize>> {
    let needs = Needs::of(catalog);
    let of_policies: BTreeMap<&PolicyId, BTreeSet<String>> =
        catalog.policies.iter().map(|it| (&it.id, needs.reached([node(&it.id)]))).collect();
    let of_facts: Vec<BTreeSet<String>> = cases.iter().map(|it| of_test(&needs, it)).collect();
    let hangs_on = |case: usize, changed: &str| match &cases[case].shows {
        Shows::Verdict(it) => of_policies.get(&it.policy).is_some_and(|it| it.contains(changed)),
        Shows::Facts(_) => of_facts[case].contains(changed),
        Shows::Figures(it, _) => catalog.parameter(*it).id.as_str() == changed,
    };
    let homes: BTreeSet<Home> = homes.collect();
    let by_home = |home: Home| {
        let changed = match home {
            Home::Edition(policy, _) => node(&catalog.policies[policy].id),
            Home::Derived(it) => catalog.derived[it].id.to_string(),
            Home::Parameter(it) => catalog.parameters[it].id.to_string(),
        };
        let mut order: Vec<usize> = (0..cases.len()).filter(|it| hangs_on(*it, &changed)).collect();
        order.sort_by_key(|it| distance(catalog, home, &cases[*it].shows));
        (home, order)
    };
    homes.into_iter().map(by_home).collect()
}

/// How far a case stands from a change: the near ones notice it sooner, those that judge no policy are the quickest.
fn distance(catalog: &Catalog, home: Home, shows: &Shows) -> u8 {
    match (home, shows) {
        (Home::Edition(policy, edition), Shows::Verdict(it)) => {
            let policy = &catalog.policies[policy];
            match (it.policy == policy.id, it.edition == policy.editions[edition].id) {
                (true, true) => 0,
                (true, false) => 1,
                (false, _) => 2,
            }
        }
        (Home::Derived(_) | Home::Parameter(_), Shows::Verdict(_)) => 2,
        (_, Shows::Facts(_) | Shows::Figures(..)) => 0,
    }
}

/// Everything that hangs behind the tests of a case of facts.
fn of_test(needs: &Needs, case: &Case) -> BTreeSet<String> {
    let Shows::Facts(it) = &case.shows else { return BTreeSet::new() };
    needs.reached(it.holds.iter().flat_map(|it| asked(&it.ast)))
}

/// What hangs on what, by name; policies are told apart from facts by a mark.
struct Needs(BTreeMap<String, BTreeSet<String>>);

fn node(policy: &PolicyId) -> String {
    format!("'{policy}'")
}

impl Needs {
    fn of(catalog: &Catalog) -> Needs {
        let mut needs = BTreeMap::new();
        for derived in &catalog.derived {
            needs.insert(derived.id.to_string(), asked(ast_of(&derived.value)));
        }
        for fact in &catalog.facts {
            let ask_if = fact.ask_if.iter().flat_map(|it| asked(&it.ast));
            needs.insert(fact.id.to_string(), ask_if.collect());
        }
        for policy in &catalog.policies {
            needs.insert(node(&policy.id), of_policy(catalog, policy));
        }
        Needs(needs)
    }

    /// Everything that hangs behind these nodes, themselves included.
    fn reached(&self, from: impl IntoIterator<Item = String>) -> BTreeSet<String> {
        let mut reached = BTreeSet::new();
        let mut next: Vec<String> = from.into_iter().collect();
        while let Some(it) = next.pop() {
            next.extend(self.0.get(&it).into_iter().flatten().filter(|it| !reached.contains(*it)).cloned());
            reached.insert(it);
        }
        reached
    }
}

fn of_policy(catalog: &Catalog, policy: &Policy) -> BTreeSet<String> {
    let mut asts = Vec::new();
    policy.editions.iter().for_each(|it| add_rule(it, &mut asts));
    let by = policy.editions.iter().filter_map(|it| it.valid.by).map(|it| catalog.fact(it).id.to_string());
    asts.into_iter().flat_map(asked).chain(by).collect()
}

fn add_rule<'c>(edition: &'c Edition, asts: &mut Vec<&'c Ast>) {
    let rule = &edition.rule;
    rule.conditions.iter().chain(&rule.each).for_each(|it| add_requirement(&it.requirement, asts));
    asts.extend(rule.windows.iter().flat_map(|it| it.opens.iter().chain(&it.closes)).map(|it| &it.ast));
    for amount in &rule.amounts {
        let value = amount.value.iter().map(|it| match it {
            policy::AmountValue::Whole(it) | policy::AmountValue::Each(it) => &it.ast,
        });
        asts.extend(value);
        asts.extend(amount.within.iter().map(|it| &it.ast));
        asts.extend(amount.payment.from.iter().chain(&amount.payment.until).map(|it| &it.ast));
        asts.extend(amount.payment.for_months.iter().map(|it| &it.ast));
    }
}

fn add_requirement<'c>(requirement: &'c Requirement, asts: &mut Vec<&'c Ast>) {
    let mut add = |part: &'c Part| add_requirement(&part.requirement, asts);
    match requirement {
        Requirement::Test(it) => asts.push(&it.ast),
        Requirement::Officer => {}
        Requirement::Any(parts) | Requirement::All(parts) => parts.iter().for_each(add),
        Requirement::Not(part) => add(part),
    }
}

/// The names in an expression and the policies it asks for.
fn asked(ast: &Ast) -> BTreeSet<String> {
    let mut asked: BTreeSet<String> = ast.names().into_iter().map(str::to_owned).collect();
    ast.visit(&mut |it| {
        if let Kind::Call { name, arguments } = &it.kind
            && matches!(name.as_str(), "qualifies" | "amount")
            && let Some(Kind::Quoted(id)) = arguments.first().map(|it| &it.kind)
            && let Ok(policy) = id.as_str().parse()
        {
            asked.insert(node(&policy));
        }
    });
    asked
}

fn ast_of(value: &DerivedValue) -> &Ast {
    match value {
        DerivedValue::Test(it) => &it.ast,
        DerivedValue::Quantity(it) => &it.ast,
        DerivedValue::Day(it) => &it.ast,
        DerivedValue::Pick(it) => &it.ast,
        DerivedValue::Picks(it) => &it.ast,
    }
}
