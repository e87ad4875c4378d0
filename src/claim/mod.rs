//! Owns claims: what is put forward, what kind of statement it is, how firmly, and what can be checked.
//!
//! Leaves out the words that soften it; those are hedges.

pub mod owners;
pub mod clause;
pub mod extent;
pub mod display;
pub mod feature;
pub mod weights;
pub mod predicate;
pub mod statement;
pub mod wording;
pub mod evidence;
pub mod follow;
pub mod credit;
pub mod tone;
pub mod certainty;
pub mod checkworthiness;
pub mod detector;
#[cfg(feature = "train")]
pub mod example;

use crate::vocabulary::rule::Info;

/// The rules of this room in order.
pub fn table() -> Vec<Info> {
    [statement::table(), credit::table()].concat()
}
