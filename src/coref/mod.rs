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

use crate::vocabulary::rule::{Info, Rule};

/// The rules of this room in order.
pub fn table() -> Vec<Info> {
    fn infos<F>(rules: &[Rule<F>]) -> impl Iterator<Item = Info> {
        rules.iter().map(|rule| rule.info)
    }
    let mut all: Vec<Info> = vec![decision::ALIAS.info];
    all.extend(infos(&names::NAMES).chain(infos(&phrases::PHRASES)));
    all.extend(
        infos(&antecedent::NARROWING).chain([antecedent::NAMED.info, antecedent::JOINED.info]),
    );
    all.extend(infos(&pronouns::RELATIVE));
    all.extend(infos(&pronouns::SAYING).chain(infos(&pronouns::SILENT)));
    all.extend(infos(&unnamed::KINDS).chain(infos(&learning::LEARNING)));
    all.extend(infos(&sources::AFTERTHOUGHTS));
    all.push(sources::NOT_ONESELF.info);
    all
}
