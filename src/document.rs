//! Owns [`Document`], the structure of a text that every detector reads.
//!
//! Built once, then read-only. What the words mean is left to the detectors.

use std::ops::Range;

use crate::{
    block::{self, Block},
    language::{Language, language},
    quotation::{self, Quotation},
    sentence::{self, Sentence, SentenceOptions},
    span::Span,
    tagger,
    token::{Token, Tokens},
};

/// A text with its blocks, sentences, tagged tokens and quotations, each list in text order.
#[derive(Clone, Debug)]
pub struct Document<'t> {
    text: &'t str,
    language: Language,
    blocks: Vec<Block>,
    sentences: Vec<Sentence>,
    tokens: Tokens,
    quotations: Vec<Quotation>,
}

impl<'t> Document<'t> {
    /// Reads `text`; `known` are blocks that a page's structure gave, or none.
    pub fn new(text: &'t str, known: &[Block]) -> Self {
        let blocks = block::blocks(text, known);
        let language = language(text);
        let options = SentenceOptions::default();
        let (mut sentences, mut tokens) = (Vec::new(), Tokens::default());
        let (mut quotations, mut scratch) = (Vec::new(), tagger::Scratch::default());
        for (block, found) in blocks.iter().enumerate().filter(|(_, found)| found.kind.is_prose()) {
            let first = tokens.list().len();
            for span in sentence::split(text, found.span, language, &options) {
                let range = tokens.push_sentence(text, span);
                tagger::tag(&mut tokens, range.start, &mut scratch);
                sentences.push(Sentence { span, block, tokens: range });
            }
            quotation::push_block(text, tokens.list(), first..tokens.list().len(), &mut quotations);
        }
        Self { text, language, blocks, sentences, tokens, quotations }
    }

    /// The text itself.
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// The language of the text.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The words of a span.
    pub fn words(&self, span: Span) -> &'t str {
        self.text.get(span.start..span.end).unwrap_or_default()
    }

    /// The blocks; all that lies between them is white space.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// The sentences; inside a block, all that lies between them is white space.
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// The tokens of the whole text.
    pub fn tokens(&self) -> &[Token] {
        self.tokens.list()
    }

    /// A token's normal form: lower case, with straight quotation marks and apostrophes.
    pub fn norm(&self, token: &Token) -> &str {
        self.tokens.norm(token)
    }

    /// The quotations; those of one paragraph do not overlap.
    pub fn quotations(&self) -> &[Quotation] {
        &self.quotations
    }

    /// The span from the first to the last of some tokens; empty where there are none.
    pub fn span(&self, tokens: Range<usize>) -> Span {
        match self.tokens().get(tokens).unwrap_or_default() {
            [] => Span::default(),
            [only] => only.span,
            [first, .., last] => first.span.cover(last.span),
        }
    }

    /// The tokens that touch a span, as indices.
    pub fn tokens_in(&self, span: Span) -> Range<usize> {
        let tokens = self.tokens();
        let start = tokens.partition_point(|token| token.span.end <= span.start);
        let end = tokens.partition_point(|token| token.span.start < span.end);
        start..end.max(start)
    }

    /// How many words, not marks, a span holds.
    pub fn word_count(&self, span: Span) -> usize {
        let words = self.tokens().get(self.tokens_in(span)).unwrap_or_default();
        words.iter().filter(|t| self.words(t.span).contains(char::is_alphanumeric)).count()
    }
}
