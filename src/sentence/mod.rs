//! Owns where sentences begin and end: candidates, numbered tailorings of UAX #29, a boundary model.
//!
//! Leaves out what the sentences say.

pub mod abbreviation;
pub mod candidate;
pub mod context;
pub mod moment;
pub mod boundary;
pub mod weights;
pub mod after_abbreviation;
pub mod titled;
pub mod tailoring;
pub mod unmarked;
pub mod standard;
pub mod split;

use crate::vocabulary::rule::Info;

/// The rules of this room in order.
pub fn table() -> Vec<Info> {
    tailoring::RULES.iter().map(|rule| rule.info).collect()
}
