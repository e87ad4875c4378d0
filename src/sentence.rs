//! Owns sentences: UAX #29 gives the candidates.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::span::Span;

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

/// The sentences of one block of `text`, in order; all that lies between them is white space.
pub fn split(text: &str, block: Span) -> impl Iterator<Item = Span> + '_ {
    block
        .of(text)
        .split_sentence_bound_indices()
        .map(move |(at, words)| {
            Span::new(block.start + at, block.start + at + words.len()).trim(text)
        })
        .filter(|span| !span.is_empty())
}
