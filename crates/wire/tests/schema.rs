//! The JSON Schema of the command line's contract is generated; a stale one fails here (`UPDATE_EXPECT=1` rewrites it).

use expect_test::expect_file;
use schemars::schema_for;
use wire::{changes::Difference, contract::Assessment};

#[test]
fn the_schema_in_docs_is_that_of_the_types() {
    let schema = serde_json::to_string_pretty(&schema_for!(Assessment)).unwrap();
    expect_file!["../../../docs/advisor.schema.json"].assert_eq(&(schema + "\n"));
}

#[test]
fn the_schema_of_differences_in_docs_is_that_of_the_types() {
    let schema = serde_json::to_string_pretty(&schema_for!(Difference)).unwrap();
    expect_file!["../../../docs/advisor.diff.schema.json"].assert_eq(&(schema + "\n"));
}
