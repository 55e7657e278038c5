//! Text in two languages to ranked passages.
