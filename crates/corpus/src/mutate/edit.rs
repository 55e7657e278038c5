//! The mutants of a pack: what is changed where, and how a catalog is changed and mended again.

use std::collections::BTreeMap;

use policy::{
    Catalog, Date, Edition, Number, Owner, Parameter, ParameterValues, Policy, TierTable, Validity,
    lang::{self, Ast, Context, Scope},
};

use super::{
    change::{by_last_digit, changes},
    formulas::{Slot, of_edition, turn_junction},
    places::Places,
};
use crate::{
    Loaded,
    load::{documents, layout},
    read::{Document, Table},
    remark::Remarks,
};

/// What is changed, and mended again as a whole. Places in the catalog.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Home {
    /// Of a policy.
    Edition(usize, usize),
    Derived(usize),
    Parameter(usize),
}

/// One change of a pack.
#[derive(Debug)]
pub(super) struct Mutant {
    pub(super) home: Home,
    pub(super) file: String,
    /// The byte of the file.
    pub(super) at: usize,
    /// What is changed; unique within the file.
    pub(super) what: String,
    edit: Edit,
}

#[derive(Debug)]
enum Edit {
    /// The expression at this place of its home becomes this one.
    Expression(usize, Ast),
    /// The junction at this place is turned round.
    Junction(usize),
    /// The first day of the edition.
    From(Date),
    /// The last day of the edition.
    To(Date),
    /// The parameter as a whole.
    Values(ParameterValues),
}

impl Home {
    /// Makes it again what it was.
    pub(super) fn restore(self, changed: &mut Catalog, catalog: &Catalog) {
        match self {
            Home::Edition(policy, edition) => {
                let sound: &Edition = &catalog.policies[policy].editions[edition];
                let changed = &mut changed.policies[policy].editions[edition];
                changed.rule.clone_from(&sound.rule);
                changed.valid.clone_from(&sound.valid);
            }
            Home::Derived(it) => changed.derived[it].clone_from(&catalog.derived[it]),
            Home::Parameter(it) => changed.parameters[it].clone_from(&catalog.parameters[it]),
        }
    }
}

impl Mutant {
    /// Makes the change; `false` where it changes nothing or makes no sense.
    pub(super) fn apply(&self, catalog: &mut Catalog, scope: &Scope) -> bool {
        match (&self.edit, self.home) {
            (Edit::Expression(nth, ast), Home::Edition(policy, edition)) => {
                let slot = of_edition(&mut catalog.policies[policy].editions[edition]).into_iter().nth(*nth);
                slot.is_some_and(|(slot, context)| slot.change(ast, scope, context))
            }
            (Edit::Expression(_, ast), Home::Derived(derived)) => {
                let derived = &mut catalog.derived[derived];
                let entry = match derived.owner {
                    Owner::Enterprise => None,
                    Owner::Entry(list) => Some(list),
                };
                derived.value.change(ast, scope, Context { entry, counted: false })
            }
            (Edit::Junction(nth), Home::Edition(policy, edition)) => {
                turn_junction(&mut catalog.policies[policy].editions[edition], *nth)
            }
            (Edit::From(day), Home::Edition(policy, edition)) => {
                catalog.policies[policy].editions[edition].valid.from = *day;
                true
            }
            (Edit::To(day), Home::Edition(policy, edition)) => {
                catalog.policies[policy].editions[edition].valid.to = Some(*day);
                true
            }
            (Edit::Values(values), Home::Parameter(parameter)) => {
                catalog.parameters[parameter].values.clone_from(values);
                true
            }
            (Edit::Expression(..), Home::Parameter(_))
            | (Edit::Junction(_) | Edit::From(_) | Edit::To(_), Home::Derived(_) | Home::Parameter(_))
            | (Edit::Values(_), Home::Edition(..) | Home::Derived(_)) => false,
        }
    }
}

/// All mutants of a pack, file by file.
pub(super) fn mutants(loaded: &Loaded) -> Vec<Mutant> {
    let Loaded { files, catalog, .. } = loaded;
    let mut remarks = Remarks::new(files);
    let documents = documents(&mut remarks, files, |_| true);
    let layout = layout(&mut remarks, files, &documents);
    let mut mutants = Vec::new();
    for (policy_at, policy) in catalog.policies.iter().enumerate() {
        for (edition_at, edition) in policy.editions.iter().enumerate() {
            let folder = layout.policies.get(policy.id.as_str());
            let document = folder.and_then(|it| it.editions.get(edition.id.as_str())?.rule);
            if let Some(document) = document {
                of_validity(policy, Home::Edition(policy_at, edition_at), edition, document, &mut mutants);
                of_rule(catalog, Home::Edition(policy_at, edition_at), document, &mut mutants);
            }
        }
    }
    layout.facts.iter().for_each(|it| of_facts(catalog, it, &mut mutants));
    layout.parameters.iter().for_each(|it| of_parameters(catalog, it, &mut mutants));
    number_alike(&mut mutants);
    mutants
}

fn of_validity(
    policy: &Policy,
    home: Home,
    edition: &Edition,
    document: &Document<'_>,
    mutants: &mut Vec<Mutant>,
) {
    let Some(valid) = document.root().table("valid") else { return };
    let mut add = |key, what, edit| {
        let at = valid.place_at(key).span.start;
        mutants.push(Mutant { home, file: document.file.to_owned(), at, what, edit });
    };
    let Validity { from, to, .. } = edition.valid;
    for days in [-1, 1] {
        let day = from.plus_days(days);
        add("from", format!("valid: from `{from}` -> `{day}`"), Edit::From(day));
        let Some(to) = to else { continue };
        let day = to.plus_days(days);
        // A day on which the next edition answers is not this one's, whatever it says.
        if edition.valid.by.is_some() || policy.editions.iter().all(|it| it.valid.from != day) {
            add("to", format!("valid: to `{to}` -> `{day}`"), Edit::To(day));
        }
    }
}

fn of_rule(catalog: &Catalog, home: Home, document: &Document<'_>, mutants: &mut Vec<Mutant>) {
    let root = document.root();
    let mut add = |at, what, edit| {
        mutants.push(Mutant { home, file: document.file.to_owned(), at, what, edit });
    };
    let places = Places::of_rule(&root);
    for (nth, it) in places.junctions.iter().enumerate() {
        let other = match it.word {
            "any" => "all",
            "all" => "any",
            _ => "nothing",
        };
        add(it.place.span.start, format!("{}: `{}` -> {other}", it.of, it.word), Edit::Junction(nth));
    }
    for (nth, it) in places.expressions.iter().enumerate() {
        let Ok(ast) = lang::parse(it.text) else { continue };
        for change in changes(catalog, it.text, &ast) {
            let what = format!("{}: {}", it.of, change.what);
            add(it.start + change.at, what, Edit::Expression(nth, change.ast));
        }
    }
}

fn of_facts(catalog: &Catalog, document: &Document<'_>, mutants: &mut Vec<Mutant>) {
    for table in document.root().tables("derived") {
        let Some(name) = table.string("id") else { continue };
        let Some(derived) = catalog.find_derived(&name) else { continue };
        let mut places = Places::default();
        places.add(table.written("value"), &format!("derived `{name}`"));
        for it in places.expressions {
            let Ok(ast) = lang::parse(it.text) else { continue };
            mutants.extend(changes(catalog, it.text, &ast).into_iter().map(|change| Mutant {
                home: Home::Derived(derived.0),
                file: document.file.to_owned(),
                at: it.start + change.at,
                what: format!("{}: {}", it.of, change.what),
                edit: Edit::Expression(0, change.ast),
            }));
        }
    }
}

fn of_parameters(catalog: &Catalog, document: &Document<'_>, mutants: &mut Vec<Mutant>) {
    for table in document.root().tables("parameter") {
        let Some(name) = table.string("id") else { continue };
        let Some(parameter) = catalog.find_parameter(&name) else { continue };
        for (step_at, step) in table.tables("values").iter().enumerate() {
            for (at, what, values) in of_step(catalog.parameter(parameter), step_at, step) {
                mutants.push(Mutant {
                    home: Home::Parameter(parameter.0),
                    file: document.file.to_owned(),
                    at,
                    what: format!("parameter `{name}`: {what}"),
                    edit: Edit::Values(values),
                });
            }
        }
    }
}

/// The changes of one dated value: its first and last day, its figures.
fn of_step(parameter: &Parameter, at: usize, step: &Table<'_>) -> Vec<(usize, String, ParameterValues)> {
    let mut found = Vec::new();
    let mut change =
        |table: &Table<'_>, key: &str, said: String, make: &dyn Fn(&mut ParameterValues) -> bool| {
            let mut values = parameter.values.clone();
            if make(&mut values) {
                found.push((table.place_at(key).span.start, said, values));
            }
        };
    let Some(from) = step.date("from") else { return found };
    for days in [-1, 1] {
        for (key, written) in [("from", Some(from)), ("to", step.date("to"))] {
            let Some(written) = written else { continue };
            let day = written.plus_days(days);
            change(step, key, format!("{key} `{written}` -> `{day}`"), &|it| set_day(it, at, key, day));
        }
    }
    for number in changed_numbers(step, "value") {
        let said = format!("value from {from} -> `{number}`");
        change(step, "value", said, &|it| set_value(it, at, number));
    }
    for (tier_at, tier) in step.tables("tiers").iter().enumerate() {
        for key in ["above", "rate"] {
            for number in changed_numbers(tier, key) {
                let said = format!("{key} of tier {} from {from} -> `{number}`", tier_at + 1);
                change(tier, key, said, &|it| set_tier(it, at, tier_at, key, number));
            }
        }
    }
    found
}

fn changed_numbers(table: &Table<'_>, key: &str) -> Vec<Number> {
    let Some(number) = table.number(key) else { return Vec::new() };
    let written = table.string(key).unwrap_or_default();
    by_last_digit(number, &written)
}

fn set_day(values: &mut ParameterValues, at: usize, key: &str, day: Date) -> bool {
    let (from, to) = match values {
        ParameterValues::Numbers(steps) => steps.get_mut(at).map(|it| (&mut it.from, &mut it.to)),
        ParameterValues::Tiers(steps) => steps.get_mut(at).map(|it| (&mut it.from, &mut it.to)),
    }
    .unzip();
    match key {
        "from" => from.map(|it| *it = day).is_some(),
        _ => to.map(|it| *it = Some(day)).is_some(),
    }
}

fn set_value(values: &mut ParameterValues, at: usize, number: Number) -> bool {
    let ParameterValues::Numbers(steps) = values else { return false };
    steps.get_mut(at).map(|it| it.value = number).is_some()
}

fn set_tier(values: &mut ParameterValues, at: usize, tier_at: usize, key: &str, number: Number) -> bool {
    let ParameterValues::Tiers(steps) = values else { return false };
    let Some(step) = steps.get_mut(at) else { return false };
    let mut tiers = step.value.tiers().to_vec();
    let Some(tier) = tiers.get_mut(tier_at) else { return false };
    match key {
        "above" => tier.above = number,
        _ => tier.rate = number,
    }
    TierTable::new(tiers).map(|it| step.value = it).is_some()
}

/// Gives changes of a file that read alike a number, in the order of the file.
fn number_alike(mutants: &mut [Mutant]) {
    let mut seen: BTreeMap<(String, String), usize> = BTreeMap::new();
    for mutant in mutants {
        let n_alike = seen.entry((mutant.file.clone(), mutant.what.clone())).or_default();
        *n_alike += 1;
        if *n_alike > 1 {
            mutant.what = format!("{} ({n_alike})", mutant.what);
        }
    }
}
