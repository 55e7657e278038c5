//! The Markdown we speak: anchored sections for search, safe HTML for reading.
