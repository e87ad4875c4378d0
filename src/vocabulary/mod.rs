//! Owns the words of a report, its kinds and the codes of its reasons, one table each; and what a rule
//! is, with the trace of those that applied.
//!
//! Depends on nothing, so that every stage may speak of them.

pub mod kinds;
pub mod reason;
pub mod rule;
pub mod trace;
