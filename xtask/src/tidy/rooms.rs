//! Arrows between rooms point one way, and some of what comes from outside stays in one room.

use serde_json::Value;

use super::{Finding, Rule};

/// Each room and the rooms it may look into, in tests too. Add a line when you add a crate.
const MAY_USE: &[(&str, &[&str])] = &[
    ("policy", &[]),
    ("prose", &[]),
    ("search", &[]),
    ("meaning", &[]),
    ("eligibility", &["policy"]),
    ("casebook", &["policy"]),
    ("roster", &[]),
    ("corpus", &["policy", "prose", "eligibility"]),
    ("desk", &["policy", "eligibility", "prose", "corpus", "search", "meaning", "casebook"]),
    ("handout", &["policy", "eligibility", "desk"]),
    ("wire", &["policy", "eligibility", "prose", "corpus", "search", "casebook", "desk"]),
    ("policy-subsidy-advisor", &["wire", "desk", "handout", "policy"]),
    ("cli", &["wire", "desk", "handout", "corpus", "search", "eligibility", "policy"]),
    (
        "journeys",
        &["policy", "eligibility", "prose", "corpus", "search", "casebook", "handout", "desk", "wire", "cli"],
    ),
    ("yardstick", &["policy", "search", "desk"]),
    ("xtask", &[]),
];

/// What of the outside is known to one room alone, or two, so that it can be replaced there.
const ONLY_IN: &[(&str, &[&str])] = &[
    ("tauri", &["policy-subsidy-advisor"]),
    ("tauri-build", &["policy-subsidy-advisor"]),
    // The yardstick measures our search beside SQLite's own.
    ("rusqlite", &["casebook", "yardstick"]),
    ("tantivy", &["search"]),
    ("candle-core", &["meaning"]),
    ("candle-nn", &["meaning"]),
    ("pulldown-cmark", &["prose"]),
    ("ts-rs", &["wire"]),
    ("typst", &["handout"]),
    ("typst-layout", &["handout"]),
    ("typst-pdf", &["handout"]),
    // The journeys read back what was saved.
    ("icalendar", &["handout", "journeys"]),
    // What the roster reads its tests write.
    ("rust_xlsxwriter", &["handout", "roster"]),
];

/// Reads what cargo metadata says of the workspace's packages.
pub(crate) fn check(metadata: &Value) -> Vec<Finding> {
    each(&metadata["packages"]).flat_map(check_package).collect()
}

fn check_package(package: &Value) -> Vec<Finding> {
    let room = text(&package["name"]);
    let Some((_, may_use)) = MAY_USE.iter().find(|(name, _)| *name == room) else {
        return vec![Finding::of(
            Rule::Rooms,
            room,
            "is not in the table of rooms (xtask/src/tidy/rooms.rs)",
        )];
    };
    let says = |dependency: &Value| {
        let name = text(&dependency["name"]);
        if dependency["path"].is_string() {
            (!may_use.contains(&name)).then(|| format!("may not look into `{name}`"))
        } else {
            let (_, homes) = ONLY_IN.iter().find(|(crate_name, _)| *crate_name == name)?;
            let known = homes.join(", ");
            (!homes.contains(&room)).then(|| format!("may not use `{name}`, which is known to {known} alone"))
        }
    };
    each(&package["dependencies"]).filter_map(says).map(|it| Finding::of(Rule::Rooms, room, it)).collect()
}

fn each(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{MAY_USE, check};
    use crate::tidy::files::shown;

    /// `ours` are rooms it depends on, `theirs` are crates from outside.
    fn findings(room: &str, ours: &[&str], theirs: &[&str]) -> Vec<String> {
        let ours = ours.iter().map(|it| json!({ "name": it, "path": "somewhere" }));
        let theirs = theirs.iter().map(|it| json!({ "name": it }));
        let dependencies: Vec<_> = ours.chain(theirs).collect();
        shown(&check(&json!({ "packages": [{ "name": room, "dependencies": dependencies }] })))
    }

    #[test]
    fn an_arrow_that_points_back_is_told() {
        assert_eq!(findings("policy", &["eligibility"], &[]), ["policy: may not look into `eligibility`"]);
        assert!(findings("eligibility", &["policy"], &["serde"]).is_empty());
    }

    #[test]
    fn a_crate_that_has_a_home_stays_there() {
        assert_eq!(
            findings("desk", &[], &["rusqlite"]),
            ["desk: may not use `rusqlite`, which is known to casebook, yardstick alone"]
        );
        assert!(findings("casebook", &["policy"], &["rusqlite"]).is_empty());
    }

    #[test]
    fn a_new_room_must_be_entered() {
        assert_eq!(findings("attic", &[], &[]).len(), 1);
    }

    #[test]
    fn the_table_has_no_circle() {
        // Each room, once all it may use is taken away, must be reachable: what is left over is a circle.
        let mut settled: Vec<&str> = Vec::new();
        while let Some((room, _)) = MAY_USE
            .iter()
            .find(|(room, uses)| !settled.contains(room) && uses.iter().all(|it| settled.contains(it)))
        {
            settled.push(room);
        }
        assert_eq!(settled.len(), MAY_USE.len());
    }
}
