//! Owns the constructions by which somebody is credited, one a file.
//!
//! What they find is checked against the model's in `repair`; who the source is, is left to `coref`.

pub mod relation;
pub mod cue;
pub mod content;
pub mod said;
pub mod according;
pub mod noun_cue;
pub mod passive;
pub mod verbal;
pub mod issued;
pub mod gate;
pub mod headline;
pub mod transcript;
pub mod quoted;
pub mod trailing;
pub mod silent;
pub mod construction;

use crate::vocabulary::rule::Info;

/// The rules of this room in order.
pub fn table() -> Vec<Info> {
    Vec::new()
}
