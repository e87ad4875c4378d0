//! Owns attributions: who says something, with which cue, and what.
//!
//! The net finds the outermost ones; rules add those inside its contents, which no corpus marks. Leaves
//! out who the source is (`coref/`).

use crate::{
    grammar::words::quotation_at,
    repair::{complete, link, merge, nested, row, run_on::PARAGRAPHS},
    report::Attribution,
    rules::{construction, relation::Relation},
    tagging::{
        confidence::confidence,
        labelling::{self, Labels},
        weights::{CONFIDENCE_FEATURES, MODEL},
    },
    token::document::Document,
};

/// The attributions of a document in order of their cues, each with `source: None`.
pub fn attributions(document: &Document) -> Vec<Attribution> {
    let ruled = construction::ruled(document);
    let labels = labelling::labels(document, &ruled);
    from_labels(document, &ruled, &labels, &MODEL.confidence)
}

/// The attributions of a document, given its labels and what the rules found; `weights` are those of the
/// confidence features.
pub fn from_labels(
    document: &Document,
    ruled: &[Relation],
    labels: &Labels,
    weights: &[f32; CONFIDENCE_FEATURES],
) -> Vec<Attribution> {
    let outside = outside(document, ruled);
    let pieces = link::pieces(document, &labels.labels);
    let outermost = link::relations(document, &pieces).into_iter().map(|mut relation| {
        relation.confidence = confidence(document, labels, &relation, &outside, weights);
        row::note_confidence(&relation);
        relation
    });
    let mut found = merge::merge(document, outermost, &outside);
    row::apply_all(document, &PARAGRAPHS, &mut found, |rule, found| rule(document, found));
    let found = complete::complete(document, found, ruled);
    let mut attributions: Vec<_> =
        found.into_iter().map(|relation| relation.attribution(document)).collect();
    nested::nest(&mut attributions);
    attributions
}

/// What the rules find outside of quotations.
pub fn outside<'r>(document: &Document, ruled: &'r [Relation]) -> Vec<&'r Relation> {
    let unquoted = |relation: &&Relation| quotation_at(document, relation.cue.start).is_none();
    let mut found: Vec<&Relation> = ruled.iter().filter(unquoted).collect();
    found.sort_by_key(|relation| relation.cue.start);
    found
}
