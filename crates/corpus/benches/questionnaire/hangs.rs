//! Which policies an answer can touch: the others need not be judged anew.

use std::collections::{BTreeMap, BTreeSet};

use policy::{AmountValue, Catalog, Edition, FactRef, ListRef, Owner, Policy, PolicyId, Requirement, Uses};

/// What is asked in one go: a fact, or a list with its entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum About {
    Fact(FactRef),
    List(ListRef),
}

/// The policies that hang on each answer.
pub(crate) struct Hangs<'c>(BTreeMap<About, BTreeSet<&'c PolicyId>>);

impl<'c> Hangs<'c> {
    pub(crate) fn of(catalog: &'c Catalog) -> Hangs<'c> {
        let mut hangs = Hangs(BTreeMap::new());
        for policy in &catalog.policies {
            let mut reads =
                Reads { catalog, facts: BTreeSet::new(), lists: BTreeSet::new(), policies: BTreeSet::new() };
            reads.policy(policy);
            let lists = reads.lists.iter().map(|it| About::List(*it));
            let abouts: BTreeSet<About> =
                lists.chain(reads.facts.iter().map(|it| about(catalog, *it))).collect();
            for about in abouts {
                hangs.0.entry(about).or_default().insert(&policy.id);
            }
        }
        let direct = hangs.0.clone();
        for idx in 0..catalog.facts.len() {
            // An answer says something of what its question hangs on, too.
            let mut above = BTreeSet::new();
            add_above(catalog, FactRef(idx), &mut above);
            let touched = above.iter().filter_map(|it| direct.get(&about(catalog, *it))).flatten();
            hangs.0.entry(about(catalog, FactRef(idx))).or_default().extend(touched);
        }
        hangs
    }

    /// Those that hang on an answer.
    pub(crate) fn on(&self, about: About) -> &BTreeSet<&'c PolicyId> {
        static NOTHING: BTreeSet<&PolicyId> = BTreeSet::new();
        self.0.get(&about).unwrap_or(&NOTHING)
    }
}

fn about(catalog: &Catalog, fact: FactRef) -> About {
    match catalog.fact(fact).owner {
        Owner::Enterprise => About::Fact(fact),
        Owner::Entry(list) => About::List(list),
    }
}

/// Adds the facts that say whether a question applies, and those above them.
fn add_above(catalog: &Catalog, fact: FactRef, above: &mut BTreeSet<FactRef>) {
    for parent in catalog.fact(fact).ask_if.iter().flat_map(|it| it.uses.facts.keys()) {
        if above.insert(*parent) {
            add_above(catalog, *parent, above);
        }
    }
}

/// Everything that a policy reads, and the policies it asks for.
struct Reads<'c> {
    catalog: &'c Catalog,
    facts: BTreeSet<FactRef>,
    lists: BTreeSet<ListRef>,
    policies: BTreeSet<&'c PolicyId>,
}

impl<'c> Reads<'c> {
    fn policy(&mut self, policy: &'c Policy) {
        if self.policies.insert(&policy.id) {
            policy.editions.iter().for_each(|it| self.edition(it));
        }
    }

    fn edition(&mut self, edition: &'c Edition) {
        let rule = &edition.rule;
        self.lists.extend(rule.for_each);
        edition.valid.by.iter().for_each(|it| self.fact(*it));
        rule.conditions.iter().chain(&rule.each).for_each(|it| self.requirement(&it.requirement));
        let days = rule.windows.iter().flat_map(|it| it.opens.iter().chain(&it.closes));
        days.for_each(|it| self.uses(&it.uses));
        for amount in &rule.amounts {
            let value = amount.value.iter().map(|it| match it {
                AmountValue::Whole(formula) | AmountValue::Each(formula) => &formula.uses,
            });
            value.chain(amount.payment.uses()).for_each(|it| self.uses(it));
            amount.within.iter().for_each(|it| self.uses(&it.uses));
        }
    }

    fn requirement(&mut self, requirement: &'c Requirement) {
        match requirement {
            Requirement::Test(formula) => self.uses(&formula.uses),
            Requirement::Officer => {}
            Requirement::Any(parts) | Requirement::All(parts) => {
                parts.iter().for_each(|it| self.requirement(&it.requirement));
            }
            Requirement::Not(part) => self.requirement(&part.requirement),
        }
    }

    fn uses(&mut self, uses: &'c Uses) {
        uses.facts.keys().for_each(|it| self.fact(*it));
        self.lists.extend(&uses.lists);
        for policy in uses.policies.iter().filter_map(|it| self.catalog.policy(it.as_str()).ok()) {
            self.policy(policy);
        }
    }

    /// A fact, and those that say whether it applies.
    fn fact(&mut self, fact: FactRef) {
        let catalog = self.catalog;
        if self.facts.insert(fact) {
            catalog.fact(fact).ask_if.iter().for_each(|it| self.uses(&it.uses));
        }
    }
}
