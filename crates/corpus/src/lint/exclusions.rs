//! What excludes what is told on both sides, and in the same words: whoever reads one file sees it.

use policy::{Catalog, Policy, PolicyId, Relation, Text};

use crate::{
    load::{Layout, PolicyFiles},
    read::Table,
    remark::{Place, Remarks},
};

pub(crate) fn check(remarks: &mut Remarks<'_>, catalog: &Catalog, layout: &Layout<'_>) {
    for policy in &catalog.policies {
        let Some(files) = layout.policies.get(policy.id.as_str()) else { continue };
        for (place, relation) in told_by(catalog, policy, files) {
            check_other_side(remarks, catalog, layout, &policy.id, &relation, &place);
        }
    }
}

/// The exclusions that a policy and its editions tell, each with its place.
fn told_by<'d>(catalog: &Catalog, policy: &Policy, files: &PolicyFiles<'d>) -> Vec<(Place<'d>, Relation)> {
    let rules = policy.editions.iter().filter_map(|it| files.editions.get(it.id.as_str())?.rule);
    let tables = files.policy.into_iter().chain(rules).flat_map(|it| it.root().tables("excludes"));
    tables.filter_map(|it| Some((it.place_at("policy"), relation(catalog, &it)?))).collect()
}

fn relation(catalog: &Catalog, table: &Table<'_>) -> Option<Relation> {
    let each = table.written("each").and_then(|it| catalog.find_list(it.text));
    Some(Relation { policy: table.parsed("policy")?, each })
}

fn check_other_side(
    remarks: &mut Remarks<'_>,
    catalog: &Catalog,
    layout: &Layout<'_>,
    one: &PolicyId,
    relation: &Relation,
    place: &Place<'_>,
) {
    let Ok(other) = catalog.policy(relation.policy.as_str()) else { return };
    let Some(files) = layout.policies.get(other.id.as_str()) else { return };
    let told = told_by(catalog, other, files);
    let back: Vec<_> = told.iter().filter(|(_, it)| it.policy == *one).collect();
    if back.iter().any(|(_, it)| it.each == relation.each) {
        return;
    }
    let in_words = |it: &Relation| {
        it.each.map_or("as a whole".to_owned(), |list| format!("`each = \"{}\"`", catalog.list(list).id))
    };
    match back.first() {
        Some((there, it)) => {
            let message = format!(
                "the two sides tell it differently: {} here, {} in `{}`",
                in_words(relation),
                in_words(it),
                remarks.spot(there)
            );
            remarks.error(place, "told-differently", message);
            remarks.hint(Text::new(
                "两边都写明：两者不能兼得是对谁说的",
                "say on both sides for whom the two exclude each other",
            ));
        }
        None => {
            remarks.warn(
                place,
                "one-sided",
                format!("the other side, `{}`, does not tell this exclusion", other.id),
            );
            let each =
                relation.each.map(|it| format!(", each = \"{}\"", catalog.list(it).id)).unwrap_or_default();
            let file = files.policy.map_or(files.folder, |it| it.file);
            let line = format!("`{{ policy = \"{one}\"{each} }}`");
            remarks.hint(Text::new(
                format!("在 `{file}` 的 `excludes` 里加上 {line}"),
                format!("add {line} to `excludes` of `{file}`"),
            ));
        }
    }
}
