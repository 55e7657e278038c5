//! All policies by family.

use desk::Desk;
use policy::Policy;

use super::lines::{named, status};
use crate::{Shelf, ShelfPolicy};

/// All policies by family, in the order of the pack; what belongs to none comes last.
pub fn shelf(desk: &Desk) -> Vec<Shelf> {
    let catalog = desk.catalog();
    let families = catalog.pack.families.iter().map(|it| Some(&it.id)).chain([None]);
    let of_family = |family: Option<&policy::Id>| Shelf {
        family: named(&catalog.pack.families, family),
        policies: catalog
            .policies
            .iter()
            .filter(|it| it.family.as_ref() == family)
            .filter_map(|it| line(desk, it))
            .collect(),
    };
    families.map(of_family).filter(|it| !it.policies.is_empty()).collect()
}

fn line(desk: &Desk, policy: &Policy) -> Option<ShelfPolicy> {
    let edition = desk.library.newest(policy, desk.as_of()).ok()?;
    let judged = desk.sitting.result(policy.id.as_str(), None).filter(|_| desk.n_answered() > 0);
    Some(ShelfPolicy {
        policy: policy.id.to_string(),
        title: (&policy.title).into(),
        summary: edition.summary.as_ref().unwrap_or(&policy.summary).into(),
        level: named(&desk.catalog().pack.levels, policy.level.as_ref()),
        status: status(edition, desk.as_of()),
        verdict: judged.map(|it| it.verdict.into()),
        automatic: judged.is_some_and(|it| it.automatic),
    })
}
