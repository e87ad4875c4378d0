//! Owns the calibration of confidence: which of the model's attributions are right in documents it has not
//! seen, and how well their features predict that.

use std::{collections::HashSet, ops::Range};

use saidso::{
    Attribution, Document, Span,
    training::{self as core, CONFIDENCE_FEATURES, Labels, Relation},
};

use crate::{
    ftrl::order,
    gold::{Gold, Parts},
    logistic::Logistic,
};

/// An attribution that the model found: its features, and whether it is right.
pub struct Example {
    features: [f32; CONFIDENCE_FEATURES],
    right: bool,
}

/// The attributions found in one document; `ruled` is what the rules find there.
pub fn examples(
    document: &Document,
    gold: &Gold,
    labels: &Labels,
    ruled: &[Relation],
) -> Vec<Example> {
    let known: Vec<[Words; 3]> = gold.attributions.iter().map(|a| parts(document, a)).collect();
    let pieces = core::pieces(document, &labels.labels);
    let example = |relation: &Relation| {
        let cue = std::slice::from_ref(&relation.cue);
        let own = [cue, &relation.sources, &relation.contents].map(|part| words(document, part));
        let right = known.iter().any(|gold| agree(gold, &own));
        Example { features: core::confidence_features(document, labels, relation, ruled), right }
    };
    core::relations(document, &pieces).iter().map(example).collect()
}

/// How many attributions are right, each gold one counted at most once.
pub fn right(document: &Document, gold: &Gold, found: &[&Attribution]) -> usize {
    let mut known: Vec<[Words; 3]> = gold.attributions.iter().map(|a| parts(document, a)).collect();
    let range = |span: &Span| document.tokens_in(*span);
    let own = |spans: &[Span]| words(document, &spans.iter().map(range).collect::<Vec<_>>());
    let mut right = 0;
    for attribution in found {
        let cue = std::slice::from_ref(&attribution.cue.span);
        let own = [own(cue), own(&attribution.sources), own(&attribution.contents)];
        if let Some(at) = known.iter().position(|gold| agree(gold, &own)) {
            known.swap_remove(at);
            right += 1;
        }
    }
    right
}

/// Fits the weights of the features, and prints how well they predict.
pub fn fit(examples: &[Example]) -> [f32; CONFIDENCE_FEATURES] {
    let features: Vec<Vec<(u32, f32)>> =
        examples.iter().map(|e| (0..).zip(e.features).collect()).collect();
    let mut model = Logistic::new(vec![0.0; CONFIDENCE_FEATURES], 0.1);
    for epoch in 0..40 {
        for at in order(examples.len(), epoch) {
            model.learn(&features[at], f32::from(u8::from(examples[at].right)), 1.0);
        }
    }
    for tenth in 0..10 {
        let chance = |at: &usize| 1.0 / (1.0 + (-model.logit(&features[*at])).exp());
        let bin = (0..examples.len()).filter(|at| (chance(at) * 10.0) as usize == tenth);
        let right = bin.clone().filter(|&at| examples[at].right).count();
        let all = bin.count().max(1);
        eprintln!(
            "confidence 0.{tenth}: {all} found, {:.0} % right",
            100.0 * right as f32 / all as f32
        );
    }
    let chance = |at: usize| 1.0 / (1.0 + (-model.logit(&features[at])).exp());
    let loss = |at: usize| -(if examples[at].right { chance(at) } else { 1.0 - chance(at) }).ln();
    let losses: f32 = (0..examples.len()).map(loss).sum();
    eprintln!("confidence: loss {:.4} on {}", losses / examples.len() as f32, examples.len());
    let mut weights = [0.0; CONFIDENCE_FEATURES];
    weights.copy_from_slice(&model.weights);
    weights
}

type Words = HashSet<usize>;

fn parts(document: &Document, gold: &Parts) -> [Words; 3] {
    let range = |span: &Span| document.tokens_in(*span);
    [&gold.cue, &gold.source, &gold.content]
        .map(|spans| words(document, &spans.iter().map(range).collect::<Vec<_>>()))
}

fn words(document: &Document, ranges: &[Range<usize>]) -> Words {
    let is_word =
        |at: &usize| document.words(document.tokens()[*at].span).starts_with(char::is_alphanumeric);
    let all = || ranges.iter().cloned().flatten();
    let words: Words = all().filter(is_word).collect();
    // A colon or a dash as the cue has no words.
    if words.is_empty() { all().collect() } else { words }
}

/// Whether half of the words of each part are shared, as `score_attribution.py` counts links.
fn agree(gold: &[Words; 3], own: &[Words; 3]) -> bool {
    let shared = |part: usize| gold[part].intersection(&own[part]).count();
    let half = |part: usize| {
        let longest = gold[part].len().max(own[part].len());
        longest == 0 || 2 * shared(part) >= longest
    };
    let shortest = gold[0].len().min(own[0].len());
    2 * shared(0) >= shortest.max(1) && half(1) && half(2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colon_is_a_cue_that_can_be_right() {
        let text = "Osei: The bridge is shut.";
        let document = Document::new(text, &[]);
        let parts = |cue| {
            let [source, content] = [Span::new(0, 4), Span::new(6, text.len())];
            let own = Parts { source: vec![source], cue: vec![cue], content: vec![content] };
            super::parts(&document, &own)
        };
        let [colon, word] = [Span::new(4, 5), Span::new(10, 16)].map(parts);
        assert!(agree(&colon, &colon));
        assert!(!agree(&colon, &word));
    }
}
