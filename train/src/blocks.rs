//! Owns blocks as the attribution model is trained on them: their frames, gold labels and rows.

use saidso::{
    Document,
    train::{self as core, Frame, Ways},
};

use crate::{crf::Sequence, words::Words};

/// A block of a document, read for the features.
pub struct Block {
    /// What the features read.
    pub frame: Frame,
    /// The labels its tokens should get.
    pub gold: Vec<u8>,
    /// Its document, as an index.
    pub document: usize,
    /// The fold of its document.
    pub fold: usize,
}

/// The blocks of a document; `n` is its number among those that `words` counts.
pub fn blocks(
    document: &Document,
    labels: &[u8],
    words: &Words,
    n: usize,
    fold: usize,
) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut quotations = document.quotations();
    let ruled = core::ruled(document);
    for sentences in document.sentences().chunk_by(|a, b| a.block == b.block) {
        let end = sentences.last().map_or(0, |sentence| sentence.tokens.end);
        let (own, rest) = quotations.split_at(quotations.partition_point(|q| q.tokens.start < end));
        quotations = rest;
        let mut frame = Frame::default();
        frame.read(document, sentences, own, |word| words.class_without(word, n));
        frame.rule(&ruled);
        let gold = labels[frame.first..frame.first + frame.items.len()].to_vec();
        if !gold.is_empty() {
            blocks.push(Block { frame, gold, document: n, fold });
        }
    }
    blocks
}

impl Block {
    /// What the first stage learns: cues, with the lexicon's cues around each token.
    pub fn first_stage(&self, bits: u32) -> Sequence {
        let gold = self.gold.iter().map(|&label| if label <= 2 { label } else { 0 }).collect();
        let lexical = self.ways(|at| core::lexical(&self.frame.at(at)));
        self.sequence(gold, &lexical, &lexical, core::LEXICON_TEMPLATES, bits)
    }

    /// What the second stage learns: all parts, with the first stage's cues around each token.
    pub fn second_stage(&self, strengths: &[u32], bits: u32) -> Sequence {
        let lexical = self.ways(|at| core::lexical(&self.frame.at(at)));
        let staged = self.ways(|at| strengths[at]);
        self.sequence(self.gold.clone(), &lexical, &staged, core::STAGE_TEMPLATES, bits)
    }

    fn ways(&self, strength: impl Fn(usize) -> u32) -> Ways {
        let mut ways = Ways::default();
        ways.read(&self.frame, strength);
        ways
    }

    fn sequence(
        &self,
        gold: Vec<u8>,
        local: &Ways,
        around: &Ways,
        base: u32,
        bits: u32,
    ) -> Sequence {
        let joints = (0..gold.len()).map(|at| core::joint(&self.frame, at)).collect();
        let (mut rows, mut ends) = (Vec::new(), Vec::new());
        for at in 0..gold.len() {
            core::local(&self.frame, local, at, |feature| rows.push(core::row(feature, bits)));
            let give = |feature| rows.push(core::row(feature, bits));
            core::context(&self.frame, around, at, base, give);
            ends.push(rows.len() as u32);
        }
        Sequence { rows, ends, gold, joints, fold: self.fold }
    }
}
