//! Owns the joining of what the model finds with what the rules find outside of every content.
//!
//! Where both see a cue, the surer one says what belongs to it; what only one of them sees must be
//! surer still.

use std::ops::Range;

use crate::detect::relation::Relation;

/// Below this confidence what the model finds is left out: more often wrong than right.
const KEEP: f32 = 0.5;

/// From this confidence on a rule's parts stand for the model's: `according to`;
const WIN: f32 = 0.95;

/// but not where the model is this sure.
const SURE: f32 = 0.95;

/// From this confidence on a rule stands alone.
const ADD: f32 = 0.6;

/// The relations of both, in order of their cues.
pub fn compose(model: Vec<Relation>, ruled: Vec<Relation>) -> Vec<Relation> {
    let mut found: Vec<Relation> = Vec::new();
    let mut ruled = ruled.into_iter().peekable();
    let mut spare: Vec<Relation> = Vec::new();
    for own in model {
        while ruled.peek().is_some_and(|rule| rule.cue.end <= own.cue.start) {
            spare.extend(ruled.next());
        }
        let mut same = None;
        while ruled.peek().is_some_and(|rule| rule.cue.start < own.cue.end) {
            same = same.or(ruled.next());
        }
        match same {
            Some(rule) if yields(&own, &rule) => spare.push(rule),
            _ if own.confidence >= KEEP => found.push(own),
            _ => {}
        }
    }
    spare.extend(ruled);
    let free = |rule: &Relation| {
        rule.confidence >= ADD && !near(&found, rule).iter().any(|own| touches(own, rule))
    };
    let added: Vec<Relation> = spare.into_iter().filter(free).collect();
    found.extend(added);
    found.sort_by_key(|relation| relation.cue.start);
    found
}

/// Whether the model's relation gives way to the rule's at the same cue.
fn yields(own: &Relation, rule: &Relation) -> bool {
    own.confidence < KEEP || (rule.confidence >= WIN && own.confidence < SURE)
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
