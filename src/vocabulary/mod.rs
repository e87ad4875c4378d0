//! Owns the words of a report: its kinds and the codes of its reasons, one table each.
//!
//! Depends on nothing, so that every stage may speak of them.

pub mod kinds;
pub mod reason;
