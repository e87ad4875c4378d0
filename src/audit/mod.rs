//! Owns source audits: what many articles have in common, who is the same in several of them, and the tables of it.
//!
//! Leaves out the reports themselves, which it only counts, and every file.

pub mod plain;
pub mod key;
pub mod join;
pub mod record;
pub mod author;
pub mod repeat;
pub mod tally;
pub mod table;
