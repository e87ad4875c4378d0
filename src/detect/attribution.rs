//! Owns attributions: who says something, with which cue, and what.
//!
//! Leaves out who the source is: `source.rs` resolves that.

use crate::{
    detect::{construction, nested, phrase::quotation_at, relation::Relation},
    document::Document,
    report::Attribution,
};

/// The attributions of a document in order of their cues, each with `source: None`.
pub fn attributions(document: &Document) -> Vec<Attribution> {
    let found = construction::complete(document, outermost(document));
    let mut attributions: Vec<_> =
        found.into_iter().map(|relation| relation.attribution(document)).collect();
    nested::nest(&mut attributions);
    attributions
}

/// The relations outside of every content.
fn outermost(document: &Document) -> Vec<Relation> {
    let sentences = construction::prose(document);
    let mut found: Vec<Relation> = sentences
        .flat_map(|sentence| construction::relations(document, &sentence.tokens))
        .filter(|relation| quotation_at(document, relation.cue.start).is_none())
        .collect();
    found.sort_by_key(|relation| relation.cue.start);
    found
}
