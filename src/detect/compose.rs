//! Owns the joining of what the model finds with what the rules find outside of every content.
//!
//! Where both see a cue, the model says what belongs to it, unless it is too unsure; what only a rule
//! sees must be surer.

use std::ops::Range;

use crate::detect::{
    aside::{is_closed, surrounds},
    relation::Relation,
};

/// Below this confidence what the model finds is left out. Of those at the threshold every third is
/// right: leaving more out would lose more right ones than wrong ones.
const KEEP: f32 = 0.35;

/// From this confidence on a rule stands alone,
const ADD: f32 = 0.9;

/// and from this one where its construction is one that the model has hardly been shown: nouns that
/// signal a report, and passives that hide who makes it.
const ADD_BEYOND: f32 = 0.6;

const BEYOND: [&str; 4] = ["cue-noun", "passive", "according-to", "as-reported-by"];

/// The relations of both, in order of their cues, as both are.
pub fn compose(model: impl Iterator<Item = Relation>, ruled: &[&Relation]) -> Vec<Relation> {
    let mut found: Vec<Relation> = Vec::new();
    let mut spare: Vec<&Relation> = Vec::new();
    let mut rest = ruled;
    for own in model {
        let (earlier, later) = part(rest, |rule| rule.cue.end <= own.cue.start);
        let (same, later) = part(later, |rule| rule.cue.start < own.cue.end);
        spare.extend(earlier);
        rest = later;
        if run_together(same) {
            found.extend(same.first().copied().cloned());
        } else if own.confidence >= KEEP && !same.iter().any(|rule| is_closed(rule)) {
            found.push(own);
        } else {
            spare.extend(same);
        }
    }
    spare.extend(rest);
    let clear = |rule: &Relation, own: &Relation| {
        !touches(own, rule) || !is_closed(rule) && surrounds(rule, own)
    };
    let free = |rule: &&Relation| {
        rule.confidence >= least(rule) && near(&found, rule).iter().all(|own| clear(rule, own))
    };
    let added: Vec<Relation> = spare.into_iter().filter(free).cloned().collect();
    found.extend(added);
    found.sort_by_key(|relation| relation.cue.start);
    found
}

/// Parts a list before the first relation that does not pass.
fn part<'l, 'r>(
    list: &'l [&'r Relation],
    passes: impl Fn(&Relation) -> bool,
) -> (&'l [&'r Relation], &'l [&'r Relation]) {
    list.split_at(list.iter().position(|relation| !passes(relation)).unwrap_or(list.len()))
}

/// Whether the model took the cue of a report inside a content for a part of its own cue: `has
/// confirmed reports by`.
fn run_together(same: &[&Relation]) -> bool {
    let [outer, inner, ..] = same else { return false };
    outer.contents.iter().any(|content| content.contains(&inner.cue.start))
}

fn least(rule: &Relation) -> f32 {
    if is_of(rule, &BEYOND) { ADD_BEYOND } else { ADD }
}

fn is_of(rule: &Relation, codes: &[&str]) -> bool {
    rule.reasons.iter().any(|reason| codes.contains(&reason.code))
}

/// How many relations to either side may take a rule's words.
const NEIGHBOURS: usize = 8;

fn near<'a>(found: &'a [Relation], rule: &Relation) -> &'a [Relation] {
    let at = found.partition_point(|own| own.cue.start < rule.cue.start);
    found.get(at.saturating_sub(NEIGHBOURS)..found.len().min(at + NEIGHBOURS)).unwrap_or_default()
}

fn touches(own: &Relation, rule: &Relation) -> bool {
    let meets = |a: &Range<usize>, b: &Range<usize>| a.start < b.end && b.start < a.end;
    let parts = || own.sources.iter().chain(&own.contents).chain([&own.cue]);
    let cue = parts().any(|part| meets(part, &rule.cue));
    cue || rule.contents.iter().any(|content| meets(content, &own.cue))
}
