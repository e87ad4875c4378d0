//! Owns what becomes of the labels: links, the ends of sources and contents, and the rules' findings beside them.
//!
//! Leaves out who the source is.

pub mod row;
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
    let words = [&link::REPARTED[..], &reach::CONTENTS, &merge::TURNS, &reach::STARTS];
    let relations = words.into_iter().flatten().map(|rule| rule.info);
    let sources = [&reach::TRIMS[..], &edges::EDGES, &mend::MENDS].into_iter().flatten();
    let doubts = merge::MISREAD.iter().chain(&merge::DROPPED).map(|rule| rule.info);
    let ends = reach::ENDS.iter().map(|rule| rule.info);
    let adjustments = merge::ADJUSTMENTS.iter().map(|rule| rule.info);
    let all = relations.chain(sources.map(|rule| rule.info)).chain(ends).chain(doubts);
    all.chain(adjustments).collect()
}
