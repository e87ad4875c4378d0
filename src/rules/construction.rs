//! Owns what rules add to the outermost attributions: those inside a content, labels, noun cues.
//!
//! A corpus that marks only the outermost ones cannot teach these.

use std::ops::Range;

use crate::{
    grammar::words::quotation_at,
    rules::{according, gate, issued, noun_cue, relation::Relation, said},
    token::document::Document,
};

/// All relations that rules find in the sentences of a document, left to right in each.
pub fn ruled(document: &Document) -> Vec<Relation> {
    document.sentences().iter().flat_map(|sentence| relations(document, &sentence.tokens)).collect()
}

/// The relations that rules find in a sentence, left to right.
fn relations(document: &Document, sentence: &Range<usize>) -> Vec<Relation> {
    let mut found: Vec<Relation> = Vec::new();
    for at in gate::openers(document, sentence.clone()) {
        let earlier = found.last().filter(|last| last.cue.start < at);
        let bounds = bounds(document, sentence, at);
        let relation = according::relation(document, &bounds, at)
            .or_else(|| noun_cue::relation(document, &bounds, at))
            .or_else(|| issued::relation(document, &bounds, at))
            .or_else(|| said::relation(document, &bounds, at, earlier));
        let free = |relation: &Relation| {
            earlier.is_none_or(|earlier| earlier.cue.end <= relation.cue.start)
        };
        found.extend(relation.filter(free));
    }
    found
}

/// How far from its cue a rule looks: a sentence longer than that is none.
const WINDOW: usize = 200;

/// Inside a quotation nothing outside it belongs to a cue.
fn bounds(document: &Document, sentence: &Range<usize>, at: usize) -> Range<usize> {
    let start = sentence.start.max(at.saturating_sub(WINDOW));
    let sentence = start..sentence.end.min(at + WINDOW);
    match quotation_at(document, at) {
        None => sentence,
        Some(quotation) => {
            let end =
                if quotation.closed { quotation.tokens.end - 1 } else { quotation.tokens.end };
            sentence.start.max(quotation.tokens.start + 1)..sentence.end.min(end)
        }
    }
}
