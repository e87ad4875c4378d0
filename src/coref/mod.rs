//! Owns coreference: mentions, the entities they refer to, and the sources of a report.
//!
//! Leaves out which words name a source; `repair/` decides that. `entities.rs` (by words) and `recent.rs`
//! (by distance) list the candidates of a mention, `fit.rs` rules some of them out, and `pronouns.rs` ranks
//! the rest; `resolver::decide` takes the first rule of a table that links the mention to one.

pub mod entity;
pub mod fit;
pub mod entities;
pub mod mention;
pub mod place;
pub mod recent;
pub mod choice;
pub mod antecedent;
pub mod resolver;
pub mod salience;
pub mod names;
pub mod phrases;
pub mod pronouns;
pub mod candidate;
pub mod unnamed;
pub mod learning;
pub mod decision;
pub mod genders;
pub mod sources;
pub mod speech;
pub mod trail;

use crate::vocabulary::rule::{Info, infos};

/// The rules of this room in the order in which they are asked.
pub fn table() -> Vec<Info> {
    let tables = [
        infos(&[decision::ALIAS]),
        infos(&names::NAMES),
        infos(&phrases::PHRASES),
        infos(&[antecedent::JOINED]),
        infos(&[antecedent::NAMED]),
        infos(&antecedent::NARROWING),
        infos(&pronouns::RELATIVE),
        infos(&pronouns::SAYING),
        infos(&pronouns::NOT_CREDITED),
        infos(&unnamed::KINDS),
        infos(&learning::LEARNING),
        infos(&learning::BESIDE),
        infos(&sources::AFTERTHOUGHTS),
        infos(&[sources::NOT_ONESELF]),
    ];
    tables.concat()
}
