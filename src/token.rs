//! Owns tokens: words, numbers and marks, cut the way the Penn Treebank cuts them.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::{span::Span, tag::Tag};

/// One word, number or mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// Its part of speech.
    pub tag: Tag,
    norm: (u32, u32),
}

/// The tokens of a document with their normal forms, which share one buffer.
#[derive(Clone, Debug, Default)]
pub struct Tokens {
    list: Vec<Token>,
    norms: String,
}

impl Tokens {
    /// Cuts one sentence and appends its tokens; returns their indices.
    pub fn push_sentence(&mut self, text: &str, sentence: Span) -> Range<usize> {
        let first = self.list.len();
        for (at, word) in sentence.of(text).split_word_bound_indices() {
            if !word.trim().is_empty() {
                let start = sentence.start + at;
                self.push(text, Span::new(start, start + word.len()));
            }
        }
        first..self.list.len()
    }

    fn push(&mut self, text: &str, span: Span) {
        let from = self.norms.len() as u32;
        normalise(span.of(text), &mut self.norms);
        let norm = (from, self.norms.len() as u32);
        self.list.push(Token { span, tag: Tag::default(), norm });
    }

    /// The tokens in order.
    pub fn list(&self) -> &[Token] {
        &self.list
    }

    /// The tokens in order, for the tagger.
    pub fn list_mut(&mut self) -> &mut [Token] {
        &mut self.list
    }

    /// A token's normal form: lower case, with straight quotation marks and apostrophes.
    pub fn norm(&self, token: &Token) -> &str {
        self.norms.get(token.norm.0 as usize..token.norm.1 as usize).unwrap_or_default()
    }
}

fn normalise(word: &str, into: &mut String) {
    for c in word.chars() {
        match c {
            '“' | '”' | '„' | '«' | '»' => into.push('"'),
            '‘' | '’' => into.push('\''),
            '–' | '—' => into.push('-'),
            _ => into.extend(c.to_lowercase()),
        }
    }
}
