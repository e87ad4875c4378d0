//! Owns who is who: mentions, the entities they belong to, and the sources of a report.
//!
//! Leaves out which words name a source; that is `repair`'s.

pub mod mention;
pub mod likeness;
pub mod pronoun;
pub mod salience;
pub mod entities;
pub mod antecedent;
pub mod unnamed;
pub mod gender;
pub mod resolver;
pub mod votes;
pub mod cataphora;
pub mod sources;

use crate::vocabulary::rule::Info;

/// The rules of this room in order.
pub fn table() -> Vec<Info> {
    Vec::new()
}
