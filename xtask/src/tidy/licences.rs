//! What others wrote comes from where everybody gets it, under terms that let us pass it on.

use serde_json::Value;

use super::{Finding, Rule};
use crate::house::House;
use crate::shell::{self, Result};

/// Licences that ask for no more than to be named.
const MAY_PASS_ON: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "Unicode-3.0",
    "Unlicense",
    "WTFPL",
    "Zlib",
    // SQLite's: a wish in place of a licence.
    "blessing",
];

/// The only source of crates.
const REGISTRY: &str = concat!("registry+https://github.com/rust-lang/", "crates", ".io-index");

/// A crate we did not write.
pub(crate) struct Package {
    name: String,
    source: String,
    licence: String,
}

/// All that go into what is built on this kind of machine.
pub(crate) fn packages_of_others(house: &House) -> Result<Vec<Package>> {
    let rustc = shell::ask("rustc", &["-vV"]).unwrap_or_default();
    let host = rustc.lines().find_map(|it| it.strip_prefix("host: "));
    let filter: Vec<&str> = host.map_or(vec![], |it| vec!["--filter-platform", it]);
    let metadata = house.metadata_with(&filter)?;
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let packages = metadata["packages"].as_array().into_iter().flatten();
    Ok(packages
        .filter(|it| !it["source"].is_null())
        .map(|it| Package {
            name: text(&it["name"]),
            source: text(&it["source"]),
            licence: text(&it["license"]),
        })
        .collect())
}

pub(crate) fn check(packages: &[Package]) -> Vec<Finding> {
    let says = |package: &Package| {
        if package.source != REGISTRY {
            return Some(format!("comes from {}", package.source));
        }
        (!may_pass_on(&package.licence)).then(|| format!("is under `{}`", package.licence))
    };
    packages.iter().filter_map(|it| Some(Finding::of(Rule::Licences, &it.name, says(it)?))).collect()
}

/// Whether one of the ways an SPDX expression offers asks for nothing we cannot give.
///
/// `AND` binds closer than `OR`; the old `/` means `OR`.
fn may_pass_on(expression: &str) -> bool {
    let expression = expression.replace('/', " OR ");
    let outer = |word: &str| split_outside_parentheses(&expression, word);
    if let [_, _, ..] = outer(" OR ").as_slice() {
        return outer(" OR ").into_iter().any(may_pass_on);
    }
    if let [_, _, ..] = outer(" AND ").as_slice() {
        return outer(" AND ").into_iter().all(may_pass_on);
    }
    let term = expression.trim();
    match term.strip_prefix('(').and_then(|it| it.strip_suffix(')')) {
        Some(inner) => may_pass_on(inner),
        None => MAY_PASS_ON.contains(&term),
    }
}

fn split_outside_parentheses<'a>(expression: &'a str, word: &str) -> Vec<&'a str> {
    let depth = |at: usize| {
        let before = &expression[..at];
        before.matches('(').count().saturating_sub(before.matches(')').count())
    };
    let mut parts = Vec::new();
    let mut start = 0;
    for (at, _) in expression.match_indices(word).filter(|(at, _)| depth(*at) == 0) {
        parts.push(&expression[start..at]);
        start = at + word.len();
    }
    parts.push(&expression[start..]);
    parts
}

#[cfg(test)]
mod tests {
    use super::may_pass_on;

    #[test]
    fn a_licence_expression_is_read_as_a_choice() {
        for good in [
            "MIT",
            "MIT OR Apache-2.0",
            "MIT/Apache-2.0",
            "GPL-3.0 OR MIT",
            "(MIT OR Apache-2.0) AND Unicode-3.0",
            "Apache-2.0 WITH LLVM-exception OR GPL-2.0",
        ] {
            assert!(may_pass_on(good), "{good}");
        }
        for bad in ["", "GPL-3.0", "MIT AND GPL-3.0", "(MIT OR Apache-2.0) AND AGPL-3.0"] {
            assert!(!may_pass_on(bad), "{bad}");
        }
    }
}
