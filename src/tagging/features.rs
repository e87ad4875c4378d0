//! Owns [`Frame`]: one block as the features of the attribution model see it.
//!
//! Leaves out the features themselves, `feature.rs`, and where cues stand, `clause.rs`.

use std::ops::Range;

use crate::{
    model::{hash, words::COUNTED},
    sentence::split::Sentence,
    token::{document::Document, quotation::Quotation, tokens::Token},
    vocabulary::kinds::BlockKind,
};

/// What the features read of a token.
#[derive(Clone, Copy, Debug, Default)]
pub struct Item {
    /// The hash of its normal form.
    pub word: u32,
    /// Its tag, from 1; 0 stands for what lies outside the block.
    pub tag: u32,
    /// How often the word is in a cue, from 0 to 6.
    pub cue: u32,
    /// How often the word is in a source, from 0 to 3.
    pub source: u32,
    /// Its kind of verb, from 0 to 3, and of noun, from 0 to 6, in one number.
    pub role: u32,
    /// The label that the rules give it.
    pub ruled: u32,
    /// How it is written.
    pub shape: u32,
    /// The hash of its last three bytes.
    pub end: u32,
    /// What stands before it: nothing, a blank, the block's start.
    pub gap: u32,
    /// Whether it stands in a quotation: 1, or 2 where that runs on.
    pub quoted: u32,
    /// Which quotation of the frame.
    pub quotation: usize,
    /// Which sentence of the frame.
    pub sentence: usize,
    /// How far the nearest quotation is, to the left and to the right.
    pub near: [u32; 2],
    /// The head of the noun phrase it stands in, as an index into the frame; itself outside one.
    pub head: usize,
}

/// A block, token by token.
#[derive(Clone, Debug, Default)]
pub struct Frame {
    /// Its tokens.
    pub items: Vec<Item>,
    /// Its sentences.
    pub sentences: Vec<Range<usize>>,
    /// Its quotations, and whether they are closed.
    pub quotations: Vec<(Range<usize>, bool)>,
    /// How many blocks stand before it, at most 4.
    pub place: u32,
    /// Whether it is a heading.
    pub heading: bool,
    /// The first of its tokens in the document.
    pub first: usize,
}

/// How far a quotation is looked for.
const FAR: u32 = 25;

impl Frame {
    /// Reads the block that `sentences` make up; `class` gives the classes of a word.
    pub fn read(
        &mut self,
        document: &Document,
        sentences: &[Sentence],
        quotations: &[Quotation],
        class: impl Fn(u32) -> u16,
    ) {
        let [first, .., last] = sentences else {
            return self.read_one(document, sentences, quotations, class);
        };
        self.fill(document, sentences, quotations, first.tokens.start..last.tokens.end, class);
    }

    fn read_one(
        &mut self,
        document: &Document,
        sentences: &[Sentence],
        quotations: &[Quotation],
        class: impl Fn(u32) -> u16,
    ) {
        let tokens = sentences.first().map_or(0..0, |sentence| sentence.tokens.clone());
        self.fill(document, sentences, quotations, tokens, class);
    }

    fn fill(
        &mut self,
        document: &Document,
        sentences: &[Sentence],
        quotations: &[Quotation],
        tokens: Range<usize>,
        class: impl Fn(u32) -> u16,
    ) {
        let block = sentences.first().map_or(0, |sentence| sentence.block);
        let kind = document.blocks().get(block).map(|block| block.kind);
        self.heading = kind == Some(BlockKind::Heading);
        self.place = block.min(4) as u32;
        self.first = tokens.start;
        self.items.clear();
        let mut end = None;
        for token in document.tokens().get(tokens.clone()).unwrap_or_default() {
            let mut item = item(document.norm(token), token, class(token.word));
            item.gap = end.map_or(2, |end: usize| u32::from(token.span.start > end));
            end = Some(token.span.end);
            self.items.push(item);
        }
        self.sentences.clear();
        self.sentences.extend(sentences.iter().map(|s| shift(&s.tokens, self.first)));
        self.quotations.clear();
        self.quotations.extend(quotations.iter().map(|q| (shift(&q.tokens, self.first), q.closed)));
        self.mark_structure();
        self.mark_near();
        self.mark_heads();
    }

    fn mark_structure(&mut self) {
        for (n, sentence) in self.sentences.iter().enumerate() {
            for item in self.items.get_mut(sentence.clone()).unwrap_or_default() {
                item.sentence = n;
            }
        }
        for (n, (tokens, closed)) in self.quotations.iter().enumerate() {
            for item in self.items.get_mut(tokens.clone()).unwrap_or_default() {
                item.quotation = n;
                item.quoted = if *closed { 1 } else { 2 };
            }
        }
    }

    fn mark_near(&mut self) {
        let step = |far: &mut u32, item: &Item| {
            *far = if item.quoted > 0 { 0 } else { (*far + 1).min(FAR) };
            *far
        };
        let mut far = FAR;
        for item in &mut self.items {
            item.near[0] = step(&mut far, item);
        }
        let mut far = FAR;
        for item in self.items.iter_mut().rev() {
            item.near[1] = step(&mut far, item);
        }
    }

    /// A noun phrase is a run of determiners, adjectives, numbers and nouns; its last noun heads it.
    fn mark_heads(&mut self) {
        let mut head = None;
        for at in (0..self.items.len()).rev() {
            let Some(item) = self.items.get_mut(at) else { break };
            head = match phrase_part(item.tag) {
                Part::None => None,
                Part::Noun => head.or(Some(at)),
                Part::Before => head,
            };
            item.head = head.unwrap_or(at);
            if matches!(phrase_part(item.tag), Part::Before) && is_first(item.tag) {
                head = None;
            }
        }
    }

    /// Notes the labels that the rules give the tokens of the document.
    pub fn rule(&mut self, ruled: &[u8]) {
        let own = ruled.get(self.first..).unwrap_or_default();
        for (item, &label) in self.items.iter_mut().zip(own) {
            item.ruled = label.into();
        }
    }

    /// The token `ahead` of `at`; an empty one outside the block.
    #[inline]
    pub fn item(&self, at: usize, ahead: isize) -> Item {
        at.checked_add_signed(ahead).and_then(|at| self.items.get(at)).copied().unwrap_or_default()
    }

    /// The token at `at`; an empty one outside the block.
    #[inline]
    pub fn at(&self, at: usize) -> Item {
        self.item(at, 0)
    }
}

fn shift(tokens: &Range<usize>, first: usize) -> Range<usize> {
    tokens.start.saturating_sub(first)..tokens.end.saturating_sub(first)
}

fn item(norm: &str, token: &Token, class: u16) -> Item {
    let bytes = norm.as_bytes();
    let end = bytes.get(bytes.len().saturating_sub(3)..).unwrap_or_default();
    Item {
        word: token.word,
        tag: token.tag as u32 + 1,
        cue: u32::from(class & 7),
        source: u32::from(class >> 3 & 3),
        role: u32::from(class >> COUNTED),
        shape: token.case as u32 * 4 + bytes.len().min(4) as u32,
        end: hash::word(end),
        ..Item::default()
    }
}

enum Part {
    None,
    Noun,
    Before,
}

fn phrase_part(tag: u32) -> Part {
    use crate::token::tag::Tag::{
        CD, DT, Dollar, HYPH, JJ, JJR, JJS, NN, NNP, NNPS, NNS, PDT, POS, PRP, PRPP, VBG, VBN,
    };
    let tag = |tags: &[crate::token::tag::Tag]| tags.iter().any(|&known| known as u32 + 1 == tag);
    if tag(&[NN, NNS, NNP, NNPS, PRP]) {
        Part::Noun
    } else if tag(&[DT, PDT, PRPP, JJ, JJR, JJS, CD, HYPH, POS, Dollar, VBG, VBN]) {
        Part::Before
    } else {
        Part::None
    }
}

/// Determiners open a noun phrase, so that no word before one belongs to it.
fn is_first(tag: u32) -> bool {
    use crate::token::tag::Tag::{DT, PDT, PRPP};
    [DT, PDT, PRPP].iter().any(|&known| known as u32 + 1 == tag)
}
