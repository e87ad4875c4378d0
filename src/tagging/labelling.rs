//! Owns the labelling of a document's tokens by the attribution model.
//!
//! Each block is labelled by itself.

use std::ops::Range;

use crate::{
    model::{chain::ROOM, input::Input, net::Values, words::class},
    rules::relation::Relation,
    tagging::{
        cue_paths::{Ways, is_verb},
        features::{Frame, Item},
        input::{self},
        labels::{self, KINDS, Role, joint},
        weights::MODEL,
    },
    token::document::Document,
};

/// The labels of all tokens, and how sure the model is of each.
#[derive(Clone, Debug, Default)]
pub struct Labels {
    /// By token of the document.
    pub labels: Vec<u8>,
    /// The best score of each kind of label.
    pub best: Vec<[i32; KINDS]>,
}

/// Buffers that serve one block after the other.
#[derive(Debug, Default)]
struct Scratch {
    ways: Ways,
    inputs: Vec<Input>,
    values: Values,
    scores: Vec<[i32; ROOM]>,
    kinds: Vec<u8>,
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

/// Hands on each block of a document as a frame; `class` gives the classes of a word, and `ruled` is
/// what the rules find.
pub fn frames(
    document: &Document,
    ruled: &[Relation],
    class: impl Fn(u32) -> u16,
    mut give: impl FnMut(&Frame),
) {
    let marked = marked(document, ruled);
    let mut frame = Frame::default();
    let mut quotations = document.quotations();
    for sentences in document.sentences().chunk_by(|a, b| a.block == b.block) {
        let end = sentences.last().map_or(0, |sentence| sentence.tokens.end);
        let (own, rest) = quotations.split_at(quotations.partition_point(|q| q.tokens.start < end));
        quotations = rest;
        frame.read(document, sentences, own, &class);
        frame.rule(&marked);
        give(&frame);
    }
}

/// Labels the tokens of a document; `ruled` is what the rules find.
pub fn labels(document: &Document, ruled: &[Relation]) -> Labels {
    let count = document.tokens().len();
    let mut found = Labels { labels: Vec::with_capacity(count), best: Vec::with_capacity(count) };
    let mut scratch = Scratch::default();
    frames(document, ruled, class, |frame| scratch.label(frame, &mut found));
    found.resize(count);
    found
}

impl Labels {
    fn resize(&mut self, tokens: usize) {
        self.labels.resize(tokens, 0);
        self.best.resize(tokens, [0; KINDS]);
    }
}

/// What the model reads of the tokens of a frame.
pub fn inputs(frame: &Frame, ways: &mut Ways, inputs: &mut Vec<Input>, kinds: &mut Vec<u8>) {
    ways.read(frame, |at| lexical(&frame.at(at)));
    input::read(frame, ways, inputs);
    kinds.clear();
    kinds.extend((0..frame.items.len()).map(|at| joint(frame, at)));
}

impl Scratch {
    /// Appends the labels of a frame.
    fn label(&mut self, frame: &Frame, found: &mut Labels) {
        let Self { ways, inputs, values, scores, kinds, sums } = self;
        let model = &*MODEL;
        self::inputs(frame, ways, inputs, kinds);
        scores.clear();
        model.net.scores(inputs, values, scores);
        found.resize(frame.first);
        found.best.extend(scores.iter().map(|scores| labels::best(scores)));
        found.labels.resize(frame.first + inputs.len(), 0);
        let path = found.labels.get_mut(frame.first..).unwrap_or_default();
        model.chain.best(scores, kinds, sums, path);
    }
}

/// The kind of verbs of saying.
const SAY: u32 = 1;

/// How strong a cue a word of the lexicon is.
pub fn lexical(item: &Item) -> u32 {
    let verb = is_verb(item.tag);
    match item.cue {
        cue if cue >= 2 && (cue >= 4 || verb) => cue,
        _ if verb && item.role & 3 == SAY => 2,
        _ => 0,
    }
}
