//! Owns the two stages of the attribution model: cues first, then all parts around them.
//!
//! Each block is labelled by itself.

use std::ops::Range;

use crate::{
    detect::{
        construction, feature,
        frame::{Frame, Item},
        label::{CUE_LABELS, Role, joint},
        ways::{Ways, is_verb},
    },
    document::Document,
    model::{
        attribution::{MODEL, SCALE},
        chain::ROOM,
        words::class,
    },
};

/// The number of the first template that looks at the lexicon's cues.
pub const LEXICON_TEMPLATES: u32 = 1000;

/// The number of the first template that looks at the first stage's cues.
pub const STAGE_TEMPLATES: u32 = 2000;

/// The labels of all tokens, and how sure the model is of each.
#[derive(Clone, Debug, Default)]
pub struct Labels {
    /// By token of the document.
    pub labels: Vec<u8>,
    /// The scores of the first stage, then of the second.
    pub scores: Vec<[i32; ROOM]>,
}

/// Buffers that serve one block after the other.
#[derive(Debug, Default)]
struct Scratch {
    frame: Frame,
    ways: Ways,
    scores: Vec<[i32; ROOM]>,
    kinds: Vec<u8>,
    back: Vec<[u8; ROOM]>,
    path: Vec<u8>,
}

/// The labels that the rules would give.
pub fn ruled(document: &Document) -> Vec<u8> {
    let mut labels = vec![0; document.tokens().len()];
    for relation in construction::ruled(document) {
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

/// Labels the tokens of a document.
pub fn labels(document: &Document) -> Labels {
    let mut found = Labels::default();
    found.labels.resize(document.tokens().len(), 0);
    found.scores.resize(document.tokens().len(), [0; ROOM]);
    let mut scratch = Scratch::default();
    let ruled = ruled(document);
    let mut quotations = document.quotations();
    for sentences in document.sentences().chunk_by(|a, b| a.block == b.block) {
        let end = sentences.last().map_or(0, |sentence| sentence.tokens.end);
        let (own, rest) = quotations.split_at(quotations.partition_point(|q| q.tokens.start < end));
        quotations = rest;
        scratch.frame.read(document, sentences, own, class);
        scratch.frame.rule(&ruled);
        scratch.label();
        let tokens = scratch.frame.first..scratch.frame.first + scratch.path.len();
        if let Some(slots) = found.labels.get_mut(tokens.clone()) {
            slots.copy_from_slice(&scratch.path);
        }
        if let Some(slots) = found.scores.get_mut(tokens) {
            slots.copy_from_slice(&scratch.scores);
        }
    }
    found
}

impl Scratch {
    fn label(&mut self) {
        let Self { frame, ways, scores, kinds, back, path } = self;
        let model = &*MODEL;
        ways.read(frame, |at| lexical(&frame.at(at)));
        scores.clear();
        kinds.clear();
        for at in 0..frame.items.len() {
            let mut sums = [0; ROOM];
            feature::local(frame, ways, at, |f| model.rows.add(f, &mut sums));
            feature::context(frame, ways, at, LEXICON_TEMPLATES, |f| model.rows.add(f, &mut sums));
            scores.push(sums);
            kinds.push(joint(frame, at));
        }
        model.cues.best(scores, 0, kinds, back, path);
        ways.read(frame, |at| {
            let sums = scores.get(at).copied().unwrap_or_default();
            staged(path.get(at).copied().unwrap_or_default(), margin(&sums) as f32 / SCALE as f32)
        });
        for (at, sums) in scores.iter_mut().enumerate() {
            feature::context(frame, ways, at, STAGE_TEMPLATES, |f| model.rows.add(f, sums));
        }
        model.parts.best(scores, CUE_LABELS, kinds, back, path);
    }
}

/// How far the better label of a cue leads over none.
pub fn margin(sums: &[i32; ROOM]) -> i32 {
    sums[1].max(sums[2]) - sums[0]
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

/// How strong a cue is that the first stage found.
pub fn staged(label: u8, margin: f32) -> u32 {
    match label {
        0 => 0,
        _ if margin < 1.0 => 1,
        _ if margin < 3.0 => 2,
        _ => 3,
    }
}
