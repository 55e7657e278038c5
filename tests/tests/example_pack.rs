//! The first test of all: the small pack of the design loads, and all its cases pass.

use std::path::Path;

use corpus::{Loaded, render, run};

#[test]
fn the_example_pack_loads_and_all_its_cases_pass() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("packs/example");
    let loaded = Loaded::folder(&folder).unwrap();
    assert!(!loaded.has_errors(), "{}", render(&loaded.remarks, &loaded.files, |it| &it.en));
    let report = run(&loaded);
    let failed: Vec<String> = report.failed.iter().map(ToString::to_string).collect();
    assert!(failed.is_empty() && report.passed > 0, "{} passed;\n{}", report.passed, failed.join("\n"));
}
