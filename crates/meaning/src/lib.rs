//! What a text means, as a vector: texts that say the same lie close together, in whatever language.
//!
//! [`Model::open`] reads a model file that `cargo xtask model` has made; [`Model::question`] and
//! [`Model::passage`] turn a text into a vector of length one. A question is held against passages by the inner
//! product. Where the model comes from and under which licence is told in `docs/model.md`.
//!
//! Nothing here knows what is searched or why; without a model file the program does without this room.

mod encoder;
mod file;
mod model;
mod pieces;

pub use file::{ModelError, name};
pub use model::Model;
