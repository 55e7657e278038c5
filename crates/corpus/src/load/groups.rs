//! `[[group]]`: whom the law supports, as one more entry of a list would look.

use std::collections::BTreeSet;

use policy::{Catalog, DerivedValue, FactRef, FactType, Group, ListRef, Owner, lang::Context};

use super::{Loading, derived::asks_no_policy, expression, lists::find_list, names::unknown};
use crate::read::{Document, Table, forms, is_sound};

/// Reads all groups; one with a mistake is left out.
pub(crate) fn read_groups(loading: &mut Loading<'_>, documents: &[&Document<'_>]) {
    let mut ids = BTreeSet::new();
    for table in documents.iter().flat_map(|it| it.root().tables("group")) {
        let Some(group) = read_group(loading, &table) else { continue };
        if ids.insert(group.id.clone()) {
            loading.catalog.groups.push(group);
        } else {
            let message = format!("the group `{}` is there twice", group.id);
            loading.remarks.error(&table.place_at("id"), "declared-twice", message);
        }
    }
}

fn read_group(loading: &mut Loading<'_>, table: &Table<'_>) -> Option<Group> {
    let list = find_list(loading, table, "of");
    let sound = is_sound(&forms::GROUP, table);
    let list = list.filter(|_| sound)?;
    // All are read before one that is wrong is given up, so that nothing wrong goes unsaid.
    let given: Vec<Option<(FactRef, DerivedValue)>> =
        table.tables("given").iter().map(|it| read_given(loading, it, list)).collect();
    let given = given.into_iter().collect::<Option<Vec<_>>>()?;
    Some(Group { id: table.parsed("id")?, list, label: table.label().unwrap_or_default(), given })
}

fn read_given(
    loading: &mut Loading<'_>,
    table: &Table<'_>,
    list: ListRef,
) -> Option<(FactRef, DerivedValue)> {
    let (named, written) = (table.written("fact")?, table.written("value")?);
    let of_list = &loading.catalog.list(list).facts;
    let fact = loading.catalog.find_fact(named.text).filter(|it| of_list.contains(it));
    let Some(fact) = fact else {
        let known: Vec<&str> = of_list.iter().map(|it| loading.catalog.fact(*it).id.as_str()).collect();
        unknown(&mut loading.remarks, &named.place, "fact of the list", named.text, &known);
        return None;
    };
    if !asks_no_policy(&mut loading.remarks, &written) {
        return None;
    }
    let ast = expression::parse(&mut loading.remarks, &written)?;
    let value = expression::derived(loading, &written, &ast, Context::default())?;
    if is_of_type(&loading.catalog, fact, &value) {
        return Some((fact, value));
    }
    let message = format!("this is no answer to `{}`: it is of another type", named.text);
    loading.remarks.error(&written.place, "wrong-type", message);
    None
}

fn is_of_type(catalog: &Catalog, fact: FactRef, value: &DerivedValue) -> bool {
    let fact = catalog.fact(fact);
    debug_assert!(fact.owner != Owner::Enterprise, "only facts of the list were looked through");
    matches!(
        (&fact.kind, value),
        (FactType::Boolean, DerivedValue::Test(_))
            | (FactType::Number { .. }, DerivedValue::Quantity(_))
            | (FactType::Date { .. }, DerivedValue::Day(_))
            | (FactType::Choice(_), DerivedValue::Pick(_))
            | (FactType::Choices(_), DerivedValue::Picks(_))
    )
}
