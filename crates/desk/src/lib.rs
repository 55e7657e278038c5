//! The use cases: owns the catalog, the index, the sitting and the casebook.
