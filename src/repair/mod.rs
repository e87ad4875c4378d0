//! Owns what turns labels into attributions: links, the ends of sources and contents, and merging with what
//! the rules find.
//!
//! Leaves out who the source is.

pub mod words;
pub mod row;
pub mod overlap;
pub mod edges;
pub mod reach;
pub mod link;
pub mod merge;
pub mod run_on;
pub mod aside;
pub mod clauses;
pub mod second;
pub mod complete;
pub mod nested;
pub mod attribution;

use crate::vocabulary::rule::{Info, infos};

/// The rules of this room in the order in which they are asked.
pub fn table() -> Vec<Info> {
    let tables = [
        infos(&[link::NEAREST]),
        infos(&link::LINKS),
        infos(&[link::TELLER]),
        infos(&[link::HEARER]),
        infos(&reach::ENDS),
        infos(&merge::ADJUSTMENTS),
        infos(&merge::MISREAD),
        infos(&merge::DROPPED),
        infos(&merge::REFUSED),
        infos(&[edges::LAST_NOUN]),
        infos(&edges::EDGES),
        infos(&[edges::BEFORE_SOURCE]),
        infos(&run_on::PARAGRAPHS),
        infos(&complete::COMPLETING),
        infos(&[complete::WHICH]),
        infos(&aside::ASIDES),
        infos(&second::SECOND),
    ];
    tables.concat()
}
