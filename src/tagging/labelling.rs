//! Owns the labelling of a document's tokens by the attribution model, block by block.

use std::ops::Range;

use crate::{
    model::{crf::ROOM, input::Input, net::Values, words::class},
    rules::relation::Relation,
    tagging::{
        cue_paths::{CuePaths, is_verb},
        features::{Features, TokenFeatures},
        input::{self},
        labels::{self, KINDS, Role, transition},
        weights::MODEL,
    },
    token::document::Document,
};

/// The labels of all tokens, and the best score of each kind of label.
#[derive(Clone, Debug, Default)]
pub struct Labels {
    /// By token of the document.
    pub labels: Vec<u8>,
    /// The best score of each kind of label, by token.
    pub best: Vec<[i32; KINDS]>,
}

/// Buffers, reused from block to block.
#[derive(Debug, Default)]
struct Scratch {
    paths: CuePaths,
    inputs: Vec<Input>,
    values: Values,
    scores: Vec<[i32; ROOM]>,
    tables: Vec<u8>,
    sums: Vec<[i32; ROOM]>,
}

/// The labels that the rules would give.
fn marked(document: &Document, ruled: &[Relation]) -> Vec<u8> {
    let mut labels = vec![0; document.tokens().len()];
    for relation in ruled {
        let before = |part: &Range<usize>| part.start < relation.cue.start;
        for content in &relation.contents {
            let role = if before(content) { Role::ContentBefore } else { Role::ContentAfter };
            mark(&mut labels, content, role);
        }
        for source in &relation.sources {
            let role = if before(source) { Role::SourceBefore } else { Role::SourceAfter };
            mark(&mut labels, source, role);
        }
        mark(&mut labels, &relation.cue, Role::Cue);
    }
    labels
}

fn mark(labels: &mut [u8], tokens: &Range<usize>, role: Role) {
    for (at, label) in labels.get_mut(tokens.clone()).unwrap_or_default().iter_mut().enumerate() {
        *label = role.label(at == 0);
    }
}

/// Calls `give` with the features of each block of a document; `class` gives the classes of a word by
/// its hash, and `ruled` is what the rules find.
pub fn each_block(
    document: &Document,
    ruled: &[Relation],
    class: impl Fn(u32) -> u16,
    mut give: impl FnMut(&Features),
) {
    let marked = marked(document, ruled);
    let mut features = Features::default();
    let mut quotations = document.quotations();
    for sentences in document.sentences().chunk_by(|a, b| a.block == b.block) {
        let end = sentences.last().map_or(0, |sentence| sentence.tokens.end);
        let (own, rest) = quotations.split_at(quotations.partition_point(|q| q.tokens.start < end));
        quotations = rest;
        features.read(document, sentences, own, &class);
        features.set_ruled(&marked);
        give(&features);
    }
}

/// Labels the tokens of a document; `ruled` is what the rules find.
pub fn labels(document: &Document, ruled: &[Relation]) -> Labels {
    let count = document.tokens().len();
    let mut found = Labels { labels: Vec::with_capacity(count), best: Vec::with_capacity(count) };
    let mut scratch = Scratch::default();
    each_block(document, ruled, class, |features| scratch.label(features, &mut found));
    found.resize(count);
    found
}

impl Labels {
    fn resize(&mut self, tokens: usize) {
        self.labels.resize(tokens, 0);
        self.best.resize(tokens, [0; KINDS]);
    }
}

/// Reads the net's inputs for a block's tokens, and which table of transitions leads into each.
pub fn inputs(
    features: &Features,
    paths: &mut CuePaths,
    inputs: &mut Vec<Input>,
    tables: &mut Vec<u8>,
) {
    paths.read(features, |at| cue_strength(&features.at(at)));
    input::read(features, paths, inputs);
    tables.clear();
    tables.extend((0..features.tokens.len()).map(|at| transition(features, at)));
}

impl Scratch {
    /// Appends the labels of a block.
    fn label(&mut self, features: &Features, found: &mut Labels) {
        let Self { paths, inputs, values, scores, tables, sums } = self;
        let model = &*MODEL;
        self::inputs(features, paths, inputs, tables);
        scores.clear();
        model.net.scores(inputs, values, scores);
        found.resize(features.first);
        found.best.extend(scores.iter().map(|scores| labels::best(scores)));
        found.labels.resize(features.first + inputs.len(), 0);
        let path = found.labels.get_mut(features.first..).unwrap_or_default();
        model.transitions.decode(scores, tables, sums, path);
    }
}

/// The class of verbs of saying.
const SAY: u32 = 1;

/// The strength of a token as a cue, taken by itself; 0 if it is not a cue.
pub fn cue_strength(token: &TokenFeatures) -> u32 {
    let verb = is_verb(token.tag);
    match token.cue {
        cue if cue >= 2 && (cue >= 4 || verb) => cue,
        _ if verb && token.role & 3 == SAY => 2,
        _ => 0,
    }
}
