//! Owns how the words of relations overlap: which hold, meet and surround which.

use std::ops::Range;

use crate::rules::relation::Relation;

/// How many tokens a content may reach beyond its cue and still hold others.
const REACH: usize = 400;

/// The relations whose contents may extend to some tokens; `relations` is in cue order.
pub fn near<'r>(relations: &'r [Relation], tokens: &Range<usize>) -> &'r [Relation] {
    let first = relations.partition_point(|relation| relation.cue.end + REACH < tokens.start);
    let last = relations.partition_point(|relation| relation.cue.start < tokens.end + REACH);
    relations.get(first..last).unwrap_or_default()
}

/// Whether some tokens lie inside others.
pub const fn is_within(outer: &Range<usize>, inner: &Range<usize>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

/// Whether two stretches of tokens share any.
pub const fn meets(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

/// All parts of a relation.
pub fn parts(relation: &Relation) -> impl Iterator<Item = &Range<usize>> {
    relation.sources.iter().chain(&relation.contents).chain([&relation.cue])
}

/// Where the source and cue of a relation begin.
pub fn start(relation: &Relation) -> usize {
    relation
        .sources
        .first()
        .map_or(relation.cue.start, |source| source.start.min(relation.cue.start))
}

/// Whether a relation follows its content, as `Ms. Li said` does, and that content covers an earlier relation;
/// the earlier relation's contents may end later.
pub fn surrounds(later: &Relation, earlier: &Relation) -> bool {
    let before = later.contents.first().filter(|before| before.end <= start(later));
    before.is_some_and(|before| {
        is_within(before, &earlier.cue)
            && earlier.sources.iter().all(|source| is_within(before, source))
            && earlier.contents.iter().all(|content| before.contains(&content.start))
    })
}
