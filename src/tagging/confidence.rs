//! Owns the confidence of an attribution: its features, and the weights that turn them into the
//! probability that it is right.

use std::{borrow::Borrow, ops::Range};

use crate::{
    grammar::words::quoted,
    model::net::BITS,
    rules::relation::Relation,
    tagging::{
        labelling::Labels,
        labels::{KINDS, Kind},
        weights::CONFIDENCE_FEATURES,
    },
    token::document::Document,
};

/// The probability that an attribution is right, from 0 to 1. `ruled` is what the rules found, in cue order;
/// `weights` are those of the features.
pub fn confidence(
    document: &Document,
    labels: &Labels,
    relation: &Relation,
    ruled: &[impl Borrow<Relation>],
    weights: &[f32; CONFIDENCE_FEATURES],
) -> f32 {
    let features = confidence_features(document, labels, relation, ruled);
    let sum: f32 = features.iter().zip(weights).map(|(feature, weight)| feature * weight).sum();
    1.0 / (1.0 + (-sum).exp())
}

/// The features of an attribution's confidence: the margin of each part's labels, what is missing, and
/// whether the rules agree.
pub fn confidence_features(
    document: &Document,
    labels: &Labels,
    relation: &Relation,
    ruled: &[impl Borrow<Relation>],
) -> [f32; CONFIDENCE_FEATURES] {
    let cue = margins(labels, std::slice::from_ref(&relation.cue), Kind::Cue);
    let source = margins(labels, &relation.sources, Kind::Source);
    let content = margins(labels, &relation.contents, Kind::Content);
    let size: usize = relation.contents.iter().map(ExactSizeIterator::len).sum();
    let quoted: usize = relation.contents.iter().map(|part| quoted(document, part)).sum();
    let sentence = |at: usize| document.sentence_of(at);
    let far =
        |content: &Range<usize>| sentence(content.end - 1).abs_diff(sentence(relation.cue.start));
    let apart = relation.contents.iter().map(far).max().unwrap_or_default();
    let one = |holds: bool| f32::from(u8::from(holds));
    let [same, same_source, same_content, sure] = agreement(relation, ruled);
    [
        1.0,
        cue.most,
        cue.mean,
        source.mean,
        source.least,
        content.mean,
        content.least,
        one(relation.sources.is_empty()),
        one(relation.shared),
        (1.0 + size as f32).ln(),
        one(quoted * 10 >= size * 9),
        one(quoted > 0),
        one(relation.contents.len() > 1),
        apart.min(3) as f32,
        same,
        same_source,
        same_content,
        sure,
    ]
}

/// Whether a rule finds the same cue; if so, whether it finds the same source and the same content, and how
/// sure it is.
fn agreement(relation: &Relation, ruled: &[impl Borrow<Relation>]) -> [f32; 4] {
    let from = ruled.partition_point(|rule| rule.borrow().cue.end <= relation.cue.start);
    let near = ruled.get(from).map(Borrow::borrow);
    let Some(rule) = near.filter(|rule: &&Relation| rule.cue.start < relation.cue.end) else {
        return [0.0; 4];
    };
    let same = |own: &[Range<usize>], other: &[Range<usize>]| {
        let starts = own.first().map(|range| range.end) == other.first().map(|range| range.end);
        f32::from(u8::from(starts || own == other))
    };
    [
        1.0,
        same(&relation.sources, &rule.sources),
        same(&relation.contents, &rule.contents),
        rule.confidence,
    ]
}

/// The margins of the labels of some tokens.
#[derive(Default)]
struct Margins {
    mean: f32,
    most: f32,
    least: f32,
}

fn margins(labels: &Labels, parts: &[Range<usize>], kind: Kind) -> Margins {
    let (mut found, mut sum, mut count) = (Margins::default(), 0.0, 0.0);
    for at in parts.iter().cloned().flatten() {
        let margin = labels.best.get(at).map_or(0.0, |best| margin(best, kind));
        found.most = if count == 0.0 { margin } else { found.most.max(margin) };
        found.least = if count == 0.0 { margin } else { found.least.min(margin) };
        sum += margin;
        count += 1.0;
    }
    found.mean = sum / f32::max(count, 1.0);
    found
}

/// The margin of the best label of a kind over the best of all others.
fn margin(best: &[i32; KINDS], kind: Kind) -> f32 {
    let others = best.iter().enumerate().filter(|(other, _)| *other != kind as usize);
    let other = others.map(|(_, score)| *score).max().unwrap_or_default();
    (best[kind as usize].saturating_sub(other) as f32 / (1 << BITS) as f32).clamp(-5.0, 5.0)
}
