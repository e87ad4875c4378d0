//! Owns what becomes of the labels: links, the ends of sources and contents, and the rules' findings beside them.
//!
//! Leaves out who the source is.

pub mod link;
pub mod edges;
pub mod reach;
pub mod confidence;
pub mod merge;
pub mod mend;
pub mod aside;
pub mod run_on;
pub mod reasons;
pub mod complete;
pub mod nested;
pub mod attribution;

use crate::vocabulary::rule::Info;

/// The rules of this room in order.
pub fn table() -> Vec<Info> {
    Vec::new()
}
