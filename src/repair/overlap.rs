//! Owns how relations stand to those near them: which may hold them, and which surround them.

use std::ops::Range;

use crate::{rules::relation::Relation, text::span::is_within};

/// How many tokens a content may reach beyond its cue and still hold others.
const REACH: usize = 400;

/// The relations whose contents may extend to some tokens; `relations` is in cue order.
pub fn near<'r>(relations: &'r [Relation], tokens: &Range<usize>) -> &'r [Relation] {
    let first = relations.partition_point(|relation| relation.cue.end + REACH < tokens.start);
    let last = relations.partition_point(|relation| relation.cue.start < tokens.end + REACH);
    relations.get(first..last).unwrap_or_default()
}

/// Whether a relation follows its content, as `Ms. Li said` does, and that content covers an earlier relation;
/// the earlier relation's contents may end later.
pub fn surrounds(later: &Relation, earlier: &Relation) -> bool {
    let before = later.contents.first().filter(|before| before.end <= later.start());
    before.is_some_and(|before| {
        is_within(before, &earlier.cue)
            && earlier.sources.iter().all(|source| is_within(before, source))
            && earlier.contents.iter().all(|content| before.contains(&content.start))
    })
}
