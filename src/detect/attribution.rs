//! Owns attributions: who says something, with which cue, and what.
//!
//! Leaves out who the source is: `source.rs` resolves that.

use std::ops::Range;

use crate::{
    detect::{
        according,
        nested::{self, noun_cue},
        relation::Relation,
        said,
    },
    document::Document,
    report::Attribution,
};

/// The attributions of a document in order of their cues, each with `source: None`.
pub fn attributions(document: &Document) -> Vec<Attribution> {
    let prose = |block: usize| document.blocks().get(block).is_some_and(|b| b.kind.is_prose());
    let mut found: Vec<Relation> = Vec::new();
    for sentence in document.sentences().iter().filter(|sentence| prose(sentence.block)) {
        relations(document, &sentence.tokens, &mut found);
    }
    found.sort_by_key(|relation| relation.cue.start);
    let mut attributions: Vec<_> =
        found.into_iter().map(|relation| relation.attribution(document)).collect();
    nested::nest(&mut attributions);
    attributions
}

fn relations(document: &Document, sentence: &Range<usize>, found: &mut Vec<Relation>) {
    let first = found.len();
    for at in sentence.clone() {
        let earlier = found.get(first..).and_then(<[Relation]>::last);
        let relation = according::relation(document, sentence, at)
            .or_else(|| noun_cue(document, sentence, at))
            .or_else(|| said::relation(document, sentence, at, earlier));
        let free = |relation: &Relation| {
            earlier.is_none_or(|earlier| earlier.cue.end <= relation.cue.start)
        };
        found.extend(relation.filter(free));
    }
}
