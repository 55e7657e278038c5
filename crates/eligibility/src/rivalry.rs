//! What two policies have against each other, as the pack says it.

use policy::{Catalog, PolicyId};

/// What two supports have against each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Against {
    /// The enterprise has one of them.
    Wide,
    /// Each person serves one of them.
    ByPerson,
}

/// What two policies have against each other in some of their editions, whichever of them says so; `None` where nothing.
pub fn against(catalog: &Catalog, a: &PolicyId, b: &PolicyId) -> Option<Against> {
    let says = |of: &PolicyId, other: &PolicyId| {
        let policy = catalog.policy(of.as_str()).ok();
        let all = policy.into_iter().flat_map(|it| {
            let of_editions = it.editions.iter().filter_map(|it| it.excludes.as_ref());
            of_editions.chain([&it.excludes]).flatten()
        });
        all.filter(|it| it.policy == *other).map(|it| it.each.is_none()).collect::<Vec<bool>>()
    };
    let wide = [says(a, b), says(b, a)].concat().into_iter().reduce(|a, b| a || b)?;
    Some(if wide { Against::Wide } else { Against::ByPerson })
}
