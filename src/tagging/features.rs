//! Owns [`Features`]: what the attribution model knows about the tokens of one block.
//!
//! Leaves out where cues are (`cue_paths.rs`) and the rows of the model's tables (`input.rs`).

use std::ops::Range;

use crate::{
    model::{hash, words::COUNTED},
    sentence::split::Sentence,
    token::{document::Document, quotation::Quotation, tokens::Token},
    vocabulary::kinds::BlockKind,
};

/// What is known about one token.
#[derive(Clone, Copy, Debug, Default)]
pub struct TokenFeatures {
    /// The hash of its normal form.
    pub word: u32,
    /// Its tag, from 1; 0 outside the block.
    pub tag: u32,
    /// How often the word is in a cue, from 0 to 6.
    pub cue: u32,
    /// How often the word is in a source, from 0 to 3.
    pub source: u32,
    /// Its verb class, from 0 to 3, and its noun class, from 0 to 6, packed into one number.
    pub role: u32,
    /// The label that the rules would give it.
    pub ruled: u32,
    /// Its case and its length.
    pub shape: u32,
    /// The hash of its last three bytes.
    pub end: u32,
    /// What immediately precedes it: a token, a blank, or the block's start.
    pub gap: u32,
    /// Whether it is in a quotation: 1 in a closed one, 2 in one that runs on, else 0.
    pub quoted: u32,
    /// Which quotation of the block.
    pub quotation: usize,
    /// Which sentence of the block.
    pub sentence: usize,
    /// How far the nearest quotation is, to the left and to the right.
    pub near: [u32; 2],
    /// The head of its noun phrase, as an index into the block's tokens; outside one, the token itself.
    pub head: usize,
}

/// The features of a block.
#[derive(Clone, Debug, Default)]
pub struct Features {
    /// The features of its tokens.
    pub tokens: Vec<TokenFeatures>,
    /// Its sentences.
    pub sentences: Vec<Range<usize>>,
    /// Its quotations, and whether each is closed.
    pub quotations: Vec<(Range<usize>, bool)>,
    /// How many blocks precede it, at most 4.
    pub place: u32,
    /// Whether it is a heading.
    pub heading: bool,
    /// Its first token, as an index into the document's tokens.
    pub first: usize,
}

/// The cap on the distance to a quotation, in tokens.
const FAR: u32 = 25;

impl Features {
    /// Reads the block that consists of `sentences`; `class` gives the classes of a word by its hash.
    pub fn read(
        &mut self,
        document: &Document,
        sentences: &[Sentence],
        quotations: &[Quotation],
        class: impl Fn(u32) -> u16,
    ) {
        let tokens = match sentences {
            [one] => one.tokens.clone(),
            [first, .., last] => first.tokens.start..last.tokens.end,
            [] => 0..0,
        };
        let block = sentences.first().map_or(0, |sentence| sentence.block);
        let kind = document.blocks().get(block).map(|block| block.kind);
        self.heading = kind == Some(BlockKind::Heading);
        self.place = block.min(4) as u32;
        self.first = tokens.start;
        self.tokens.clear();
        let mut end = None;
        for token in document.tokens().get(tokens.clone()).unwrap_or_default() {
            let mut own = of_token(document.norm(token), token, class(token.word));
            own.gap = end.map_or(2, |end: usize| u32::from(token.span.start > end));
            end = Some(token.span.end);
            self.tokens.push(own);
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
            for token in self.tokens.get_mut(sentence.clone()).unwrap_or_default() {
                token.sentence = n;
            }
        }
        for (n, (tokens, closed)) in self.quotations.iter().enumerate() {
            for token in self.tokens.get_mut(tokens.clone()).unwrap_or_default() {
                token.quotation = n;
                token.quoted = if *closed { 1 } else { 2 };
            }
        }
    }

    fn mark_near(&mut self) {
        let step = |far: &mut u32, token: &TokenFeatures| {
            *far = if token.quoted > 0 { 0 } else { (*far + 1).min(FAR) };
            *far
        };
        let mut far = FAR;
        for token in &mut self.tokens {
            token.near[0] = step(&mut far, token);
        }
        let mut far = FAR;
        for token in self.tokens.iter_mut().rev() {
            token.near[1] = step(&mut far, token);
        }
    }

    /// Finds each noun phrase's head: the last noun in a run of determiners, adjectives, numbers and nouns.
    fn mark_heads(&mut self) {
        let mut head = None;
        for at in (0..self.tokens.len()).rev() {
            let Some(token) = self.tokens.get_mut(at) else { break };
            head = match phrase_part(token.tag) {
                Part::None => None,
                Part::Noun => head.or(Some(at)),
                Part::Before => head,
            };
            token.head = head.unwrap_or(at);
            if matches!(phrase_part(token.tag), Part::Before) && is_first(token.tag) {
                head = None;
            }
        }
    }

    /// Adds the labels that the rules would give, one for each token of the document.
    pub fn set_ruled(&mut self, ruled: &[u8]) {
        let own = ruled.get(self.first..).unwrap_or_default();
        for (token, &label) in self.tokens.iter_mut().zip(own) {
            token.ruled = label.into();
        }
    }

    /// The features of the token `ahead` places after `at`; empty ones outside the block.
    #[inline]
    pub fn near(&self, at: usize, ahead: isize) -> TokenFeatures {
        at.checked_add_signed(ahead).and_then(|at| self.tokens.get(at)).copied().unwrap_or_default()
    }

    /// The features of the token at `at`; empty ones outside the block.
    #[inline]
    pub fn at(&self, at: usize) -> TokenFeatures {
        self.near(at, 0)
    }
}

fn shift(tokens: &Range<usize>, first: usize) -> Range<usize> {
    tokens.start.saturating_sub(first)..tokens.end.saturating_sub(first)
}

/// The features that depend on a token's form and the classes of its word.
fn of_token(norm: &str, token: &Token, class: u16) -> TokenFeatures {
    let bytes = norm.as_bytes();
    let end = bytes.get(bytes.len().saturating_sub(3)..).unwrap_or_default();
    TokenFeatures {
        word: token.word,
        tag: token.tag as u32 + 1,
        cue: u32::from(class & 7),
        source: u32::from(class >> 3 & 3),
        role: u32::from(class >> COUNTED),
        shape: token.case as u32 * 4 + bytes.len().min(4) as u32,
        end: hash::word(end),
        ..TokenFeatures::default()
    }
}

/// What part of a noun phrase a tag can be.
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

/// Whether a tag opens a noun phrase: what precedes a determiner is not part of its phrase.
fn is_first(tag: u32) -> bool {
    use crate::token::tag::Tag::{DT, PDT, PRPP};
    [DT, PDT, PRPP].iter().any(|&known| known as u32 + 1 == tag)
}
