//! Owns quotations that a clause of saying introduces: each belongs only to its clause, as in `Ms. Li asked,
//! “Who pays?” Mr. Ode replied, “You do.”`

use std::ops::Range;

use crate::{
    rules::relation::Relation,
    text::span::{is_within, meets},
};

/// How many relations and clauses on either side of a clause are checked; keeps the time linear.
const NEIGHBOURS: usize = 8;

/// Gives each clause its quotation; adds the clauses that are not known.
pub fn give_to_clauses(found: &mut Vec<Relation>, clauses: &[Relation]) {
    if clauses.len() < 2 {
        return;
    }
    let wholes: Vec<Range<usize>> = clauses.iter().map(whole).collect();
    let mut missing = Vec::new();
    for (at, clause) in clauses.iter().enumerate() {
        let own = found.partition_point(|known| known.cue.end <= clause.cue.start);
        let near = own.saturating_sub(NEIGHBOURS)..found.len().min(own + NEIGHBOURS);
        let near = found.get_mut(near).unwrap_or_default();
        let others = wholes.get(at.saturating_sub(NEIGHBOURS)..wholes.len().min(at + NEIGHBOURS));
        if !assign(clause, near, others.unwrap_or_default()) {
            missing.push(clause.clone());
        }
    }
    found.extend(missing);
    found.retain(|known| !known.contents.is_empty());
    found.sort_by_key(|known| known.cue.start);
}

/// Gives a clause its quotation and removes it from nearby relations. Returns whether a relation already has
/// this cue.
fn assign(clause: &Relation, near: &mut [Relation], wholes: &[Range<usize>]) -> bool {
    let (span, mut known) = (whole(clause), false);
    for relation in near {
        if !meets(&relation.cue, &clause.cue) {
            if !is_within(&span, &relation.cue) {
                leave(relation, &span);
            }
            continue;
        }
        known = true;
        let source = clause.sources.first().cloned().unwrap_or_default();
        if meets(&relation.cue, &source) {
            (relation.sources, relation.cue) = (clause.sources.clone(), clause.cue.clone());
        }
        wholes.iter().filter(|other| **other != span).for_each(|other| leave(relation, other));
        let quotation = clause.contents.first().cloned().unwrap_or_default();
        if relation.contents.iter().all(|content| !meets(content, &quotation)) {
            relation.contents.push(quotation);
            relation.contents.sort_by_key(|content| content.start);
        }
    }
    known
}

/// Removes tokens from a relation's contents.
fn leave(relation: &mut Relation, words: &Range<usize>) {
    let without = |content: &Range<usize>| match meets(content, words) {
        true => [content.start..words.start, words.end..content.end],
        false => [content.clone(), 0..0],
    };
    let parts = relation.contents.iter().flat_map(without);
    relation.contents = parts.filter(|part| part.len() > 1).collect();
}

/// From the source of a clause to the end of its quotation.
fn whole(clause: &Relation) -> Range<usize> {
    let start = clause.sources.first().map_or(clause.cue.start, |source| source.start);
    start..clause.contents.last().map_or(clause.cue.end, |content| content.end)
}
