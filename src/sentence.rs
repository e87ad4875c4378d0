//! Owns sentences: candidates, settled by the tailorings and the model, part a block into sentences.
//!
//! Where a block begins and ends is left to `layout` and `block`.

use std::{iter::Peekable, ops::Range, vec::IntoIter};

use unicode_segmentation::UnicodeSegmentation;

use crate::{
    candidate::{Candidates, candidates},
    context::Context,
    layout, list, model,
    span::Span,
    tailoring,
};

/// A sentence of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands, without white space at its ends.
    pub span: Span,
    /// The block it belongs to, as an index into the document's blocks.
    pub block: usize,
    /// Its tokens, as indices into the document's tokens.
    pub tokens: Range<usize>,
}

/// What the boundaries of sentences rest on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Method {
    /// The tailorings and, where they leave a candidate open, the model.
    #[default]
    Full,
    /// UAX #29 as it stands.
    Standard,
}

/// How to find sentences; the default is what news text wants.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct SentenceOptions {
    /// What the boundaries rest on.
    pub method: Method,
}

/// The sentences of `text`, in order, without white space at their ends.
///
/// All that lies between two sentences is white space.
///
/// # Examples
///
/// ```
/// let text = "Acme Inc. hired Ms. Li. “We won’t cut,” she said.";
/// let found: Vec<_> = saidso::sentences(text).iter().map(|span| span.of(text)).collect();
/// assert_eq!(found, ["Acme Inc. hired Ms. Li.", "“We won’t cut,” she said."]);
/// ```
pub fn sentences(text: &str) -> Vec<Span> {
    sentences_with(text, &SentenceOptions::default())
}

/// The sentences of `text` under `options`.
pub fn sentences_with(text: &str, options: &SentenceOptions) -> Vec<Span> {
    match options.method {
        Method::Standard => {
            let trimmed = uax29_sentences(text).into_iter().map(|span| span.trim(text));
            trimmed.filter(|span| !span.is_empty()).collect()
        }
        Method::Full => {
            let blocks = layout::paragraphs(text).into_iter();
            blocks.flat_map(|block| split(text, block, options)).collect()
        }
    }
}

/// The sentences of `text` as UAX #29 has them, white space and all: joined they give the text back.
pub fn uax29_sentences(text: &str) -> Vec<Span> {
    let bounds = text.split_sentence_bound_indices();
    bounds.map(|(at, words)| Span::new(at, at + words.len())).collect()
}

/// The sentences of one block of `text`, in order; all that lies between them is white space.
pub fn split<'t>(text: &'t str, block: Span, _options: &SentenceOptions) -> Sentences<'t> {
    let words = block.of(text);
    Sentences {
        words,
        at: block.start,
        start: 0,
        candidates: candidates(words).peekable(),
        items: list::items(words).into_iter().peekable(),
    }
}

/// The sentences of a block, found one by one.
#[derive(Debug)]
pub struct Sentences<'t> {
    words: &'t str,
    at: usize,
    start: usize,
    candidates: Peekable<Candidates<'t>>,
    items: Peekable<IntoIter<usize>>,
}

impl Sentences<'_> {
    /// Where the sentence that began at `start` ends, and where the next begins.
    fn end(&mut self) -> (usize, usize) {
        while let Some(at) = self.candidates.peek().copied() {
            if self.items.peek().is_some_and(|item| *item <= at.marks.start) {
                break;
            }
            self.candidates.next();
            if is_end(&Context::new(self.words, at, self.start)) {
                return (at.end, at.next);
            }
        }
        for item in self.items.by_ref() {
            if item > self.start {
                return (self.words.get(..item).unwrap_or_default().trim_end().len(), item);
            }
        }
        (self.words.len(), self.words.len())
    }
}

impl Iterator for Sentences<'_> {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        if self.start >= self.words.len() {
            return None;
        }
        let from = self.start;
        let (end, next) = self.end();
        self.start = next;
        Some(Span::new(self.at + from, self.at + end))
    }
}

fn is_end(context: &Context) -> bool {
    tailoring::settle(context).unwrap_or_else(|| model::sentence::ends(context))
}
