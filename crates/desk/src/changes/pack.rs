//! All that differs between two packs: policies edition by edition, and what they are made of.

use std::collections::BTreeMap;

use policy::{
    Catalog, Derived, DerivedValue, DirectoryEntry, Fact, FactType, Number, Parameter, ParameterValues,
    Policy, Step, Text, TierTable, lang::Ast,
};

use super::{
    About, Change, ChangeKind, Told,
    edition::{came_and_went, edition_changes},
    said::{bracketed, came_or_went, quoted, replaced},
};
use crate::words::{self, text};

/// All that differs between two packs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackChanges {
    /// Facts, figures, people and counters.
    pub shared: Vec<Change>,
    /// The policies that came, went or changed, ordered by id.
    pub policies: Vec<PolicyChanges>,
}

/// What became of one policy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PolicyChanges {
    /// Its id.
    pub policy: String,
    /// The edition; `None` where the policy as a whole came or went.
    pub edition: Option<String>,
    /// Whether it came, went, or is another.
    pub kind: ChangeKind,
    /// Policy and edition as people call them.
    pub title: Text,
    /// What changed in it.
    pub changes: Vec<Change>,
}

/// All that differs between two packs.
pub fn pack_changes(old: &Catalog, new: &Catalog) -> PackChanges {
    let mut shared = facts(old, new);
    shared.extend(parameters(old, new));
    shared.extend(directory(old, new));
    PackChanges { shared, policies: policies(old, new) }
}

fn policies(old: &Catalog, new: &Catalog) -> Vec<PolicyChanges> {
    let whole = |policy: &Policy, kind| PolicyChanges {
        policy: policy.id.to_string(),
        edition: None,
        kind,
        title: policy.title.clone(),
        changes: Vec::new(),
    };
    let mut all = Vec::new();
    for policy in &new.policies {
        match old.policy(policy.id.as_str()) {
            Ok(before) => all.extend(editions((old, before), (new, policy))),
            Err(_) => all.push(whole(policy, ChangeKind::New)),
        }
    }
    let gone = old.policies.iter().filter(|it| new.policy(it.id.as_str()).is_err());
    all.extend(gone.map(|it| whole(it, ChangeKind::Gone)));
    all.sort_by(|a, b| a.policy.cmp(&b.policy));
    all
}

fn editions(
    (old_catalog, old): (&Catalog, &Policy),
    (new_catalog, new): (&Catalog, &Policy),
) -> Vec<PolicyChanges> {
    let told = |policy: &Policy, id: &str, kind, changes| PolicyChanges {
        policy: policy.id.to_string(),
        edition: Some(id.to_owned()),
        kind,
        title: text(format!("{}（{id}）", policy.title.zh), format!("{} ({id})", policy.title.en)),
        changes,
    };
    let mut all = Vec::new();
    for edition in &new.editions {
        let id = edition.id.as_str();
        let Some(before) = old.editions.iter().find(|it| it.id == edition.id) else {
            all.push(told(new, id, ChangeKind::New, Vec::new()));
            continue;
        };
        let changes = edition_changes(
            Told { catalog: old_catalog, policy: old, edition: before },
            Told { catalog: new_catalog, policy: new, edition },
        );
        if !changes.is_empty() {
            all.push(told(new, id, ChangeKind::Changed, changes));
        }
    }
    let gone = old.editions.iter().filter(|it| new.editions.iter().all(|other| other.id != it.id));
    all.extend(gone.map(|it| told(old, it.id.as_str(), ChangeKind::Gone, Vec::new())));
    all
}

fn facts(old: &Catalog, new: &Catalog) -> Vec<Change> {
    let of = |catalog: &Catalog| -> BTreeMap<String, Fact> {
        catalog.facts.iter().map(|it| (it.id.to_string(), it.clone())).collect()
    };
    let (was, is) = (of(old), of(new));
    let mut changes =
        came_and_went(About::Fact, &text("问题", "The question"), &was, &is, |it| it.ask.clone());
    for (id, fact) in &is {
        let Some(before) = was.get(id) else { continue };
        let name = quoted(&fact.name);
        let what = text(format!("{}的问法", name.zh), format!("The question of {}", name.en));
        changes.extend(replaced(About::Fact, Some(id), &what, &quoted(&before.ask), &quoted(&fact.ask)));
        let what = text(format!("{}的选项", name.zh), format!("The options of {}", name.en));
        changes.extend(replaced(About::Fact, Some(id), &what, &options(before), &options(fact)));
    }
    changes.extend(derived(old, new));
    changes
}

fn options(fact: &Fact) -> Text {
    match &fact.kind {
        FactType::Choice(options) | FactType::Choices(options) => {
            words::join(options.iter().map(|it| quoted(&it.label)), "、", ", ")
        }
        FactType::Boolean | FactType::Number { .. } | FactType::Date { .. } => Text::default(),
    }
}

fn derived(old: &Catalog, new: &Catalog) -> Vec<Change> {
    let of = |catalog: &Catalog| -> BTreeMap<String, Derived> {
        catalog.derived.iter().map(|it| (it.id.to_string(), it.clone())).collect()
    };
    let (was, is) = (of(old), of(new));
    let noun = text("推算出的事实", "The derived fact");
    let mut changes = came_and_went(About::Fact, &noun, &was, &is, |it| it.label.clone());
    for (id, it) in &is {
        let Some(before) = was.get(id).filter(|before| written(&before.value) != written(&it.value)) else {
            continue;
        };
        let name = quoted(&it.label);
        let what = text(format!("{}的算法", name.zh), format!("How {} is reckoned", name.en));
        let words = |catalog, it: &Derived| bracketed(catalog, written(&it.value));
        changes.extend(replaced(About::Fact, Some(id), &what, &words(old, before), &words(new, it)));
    }
    changes
}

fn written(value: &DerivedValue) -> &Ast {
    match value {
        DerivedValue::Test(formula) => &formula.ast,
        DerivedValue::Quantity(formula) => &formula.ast,
        DerivedValue::Day(formula) => &formula.ast,
        DerivedValue::Pick(formula) => &formula.ast,
        DerivedValue::Picks(formula) => &formula.ast,
    }
}

fn parameters(old: &Catalog, new: &Catalog) -> Vec<Change> {
    let of = |catalog: &Catalog| -> BTreeMap<String, Parameter> {
        catalog.parameters.iter().map(|it| (it.id.to_string(), it.clone())).collect()
    };
    let (was, is) = (of(old), of(new));
    let noun = text("标准", "The figure");
    let mut changes = came_and_went(About::Parameter, &noun, &was, &is, |it| it.label.clone());
    for (id, parameter) in &is {
        let Some(before) = was.get(id) else { continue };
        let parts = steps(before, parameter);
        let change = came_or_went(About::Parameter, Some(id), ChangeKind::Changed, &noun, &parameter.label);
        changes.extend((!parts.is_empty()).then_some(Change { parts, ..change }));
    }
    changes
}

/// The figures by their first days.
fn steps(old: &Parameter, new: &Parameter) -> Vec<Change> {
    let (old, new) = (values(old), values(new));
    let mut changes = Vec::new();
    for (from, is) in &new {
        let what =
            text(format!("{}起", words::date(*from).zh), format!("The value from {}", words::date(*from).en));
        let was = old.get(from).cloned().unwrap_or_default();
        changes.extend(replaced(About::Parameter, None, &what, &was, is));
    }
    for (from, was) in old.iter().filter(|(from, _)| !new.contains_key(*from)) {
        let what =
            text(format!("{}起", words::date(*from).zh), format!("The value from {}", words::date(*from).en));
        changes.extend(replaced(About::Parameter, None, &what, was, &Text::default()));
    }
    changes
}

fn values(parameter: &Parameter) -> BTreeMap<policy::Date, Text> {
    let number = |it: &Step<Number>| (it.from, Text::same(words::grouped(it.value)));
    let tiers = |it: &Step<TierTable>| {
        let slices = it.value.tiers().iter().map(|tier| {
            let (above, rate) = (words::grouped(tier.above), words::grouped(tier.rate));
            text(format!("{above} 以上按 {rate}"), format!("{rate} above {above}"))
        });
        (it.from, words::join(slices, "，", ", "))
    };
    match &parameter.values {
        ParameterValues::Numbers(steps) => steps.iter().map(number).collect(),
        ParameterValues::Tiers(steps) => steps.iter().map(tiers).collect(),
    }
}

fn directory(old: &Catalog, new: &Catalog) -> Vec<Change> {
    let of = |catalog: &Catalog| -> BTreeMap<String, DirectoryEntry> {
        catalog.directory.iter().map(|it| (it.id.clone(), it.clone())).collect()
    };
    let (was, is) = (of(old), of(new));
    let noun = text("机构", "The directory entry");
    let mut changes = came_and_went(About::Directory, &noun, &was, &is, |it| it.name.clone());
    for (id, entry) in &is {
        let Some(before) = was.get(id) else { continue };
        let parts = reached(before, entry);
        let change = came_or_went(About::Directory, Some(id), ChangeKind::Changed, &noun, &entry.name);
        changes.extend((!parts.is_empty()).then_some(Change { parts, ..change }));
    }
    changes
}

/// How one reaches an entry.
fn reached(old: &DirectoryEntry, new: &DirectoryEntry) -> Vec<Change> {
    let phone = |it: &DirectoryEntry| Text::same(it.phone.join("、"));
    let url = |it: &DirectoryEntry| Text::same(it.url.clone().unwrap_or_default());
    let changes = [
        ("名称", "the name", old.name.clone(), new.name.clone()),
        ("说明", "what it is", old.about.clone(), new.about.clone()),
        ("地址", "the address", old.address.clone(), new.address.clone()),
        ("时间", "the hours", old.hours.clone(), new.hours.clone()),
        ("电话", "the telephone", phone(old), phone(new)),
        ("网址", "the page", url(old), url(new)),
    ];
    let told = changes
        .iter()
        .filter_map(|(zh, en, old, new)| replaced(About::Directory, None, &text(*zh, *en), old, new));
    told.collect()
}
