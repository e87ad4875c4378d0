//! Owns sentences: splits a block at the candidates that the tailorings and the model accept.
//!
//! `layout` and `block` say where a block begins and ends.

use std::{iter::Peekable, ops::Range, vec::IntoIter};

use unicode_segmentation::UnicodeSegmentation;

use crate::{
    sentence::{
        candidate::{Candidate, Candidates, candidates},
        context::Context,
        standard, tailoring, unmarked, weights,
    },
    text::{
        language::{Language, language},
        layout, list,
        quoted::quoted,
        span::Span,
    },
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

/// What decides the boundaries of sentences.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Method {
    /// The tailorings, and the model where they do not decide.
    #[default]
    Full,
    /// UAX #29 without tailorings.
    Standard,
}

/// What to do with a quotation that holds several sentences.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Quotations {
    /// Split it, as newspapers' and treebanks' sentences are.
    #[default]
    Split,
    /// Keep it whole.
    Whole,
}

/// How to find sentences; the default suits news text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct SentenceOptions {
    /// What decides the boundaries.
    pub method: Method,
    /// What to do with a quotation that holds several sentences.
    pub quotations: Quotations,
    /// The language; with none, the script and the commonest words of the text tell it.
    pub language: Option<Language>,
    /// Words after which a full stop never ends a sentence, in whatever case, such as `Approx`.
    pub abbreviations: Vec<String>,
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
            let language = options.language.unwrap_or_else(|| language(text));
            let blocks = layout::paragraphs(text).into_iter();
            blocks.flat_map(|block| split(text, block, language, options)).collect()
        }
    }
}

/// The sentences of `text` as UAX #29 has them, white space and all: joined they give the text back.
pub fn uax29_sentences(text: &str) -> Vec<Span> {
    let bounds = text.split_sentence_bound_indices();
    bounds.map(|(at, words)| Span::new(at, at + words.len())).collect()
}

/// The sentences of one block of `text`, in order; all that lies between them is white space.
pub fn split<'t>(
    text: &'t str,
    block: Span,
    language: Language,
    options: &'t SentenceOptions,
) -> Sentences<'t> {
    let words = block.of(text);
    let foreign = standard::has_foreign(words);
    let standard = language.is_foreign() || foreign && standard::is_foreign_script(words);
    let starts = match (standard, foreign) {
        (true, _) => standard::starts(words, language),
        (_, true) => standard::foreign_starts(words),
        _ => unmarked_starts(words),
    };
    let kept = match options.quotations {
        Quotations::Whole => quoted(words),
        Quotations::Split => Vec::new(),
    };
    Sentences {
        words,
        at: block.start,
        start: 0,
        candidates: candidates(if standard { "" } else { words }).peekable(),
        starts: starts.into_iter().peekable(),
        kept,
        options,
    }
}

/// Where sentences begin in English words although no mark ends the sentence before.
fn unmarked_starts(words: &str) -> Vec<usize> {
    let items = list::items(words);
    if items.is_empty() { unmarked::starts(words) } else { items }
}

/// The sentences of a block, found one by one.
#[derive(Debug)]
pub struct Sentences<'t> {
    words: &'t str,
    at: usize,
    start: usize,
    candidates: Peekable<Candidates<'t>>,
    /// Where sentences begin regardless of the candidates.
    starts: Peekable<IntoIter<usize>>,
    /// The quotations to keep in one piece.
    kept: Vec<Span>,
    options: &'t SentenceOptions,
}

impl Sentences<'_> {
    /// Where the sentence that began at `start` ends, and where the next begins.
    fn end(&mut self) -> (usize, usize) {
        while let Some(at) = self.candidates.peek().copied() {
            if self.starts.peek().is_some_and(|start| *start <= at.marks.start) {
                break;
            }
            self.candidates.next();
            if !self.is_kept(at.end) && self.is_end(at) {
                return (at.end, at.next);
            }
        }
        while let Some(start) = self.starts.next() {
            let end = self.words.get(..start).unwrap_or_default().trim_end().len();
            if start > self.start && !self.is_kept(end) {
                return (end, start);
            }
        }
        (self.words.len(), self.words.len())
    }

    fn is_end(&self, at: Candidate) -> bool {
        if self.options.abbreviations.is_empty() && tailoring::is_plain_end(self.words, at) {
            return true;
        }
        let context = Context::new(self.words, at, self.start);
        let own = |word: &String| word.trim_end_matches('.').eq_ignore_ascii_case(context.last);
        if context.is_stop() && self.options.abbreviations.iter().any(own) {
            return false;
        }
        tailoring::ends_sentence(&context).unwrap_or_else(|| weights::ends(&context))
    }

    /// Whether `at` stands inside a quotation to keep whole.
    fn is_kept(&self, at: usize) -> bool {
        let next = self.kept.partition_point(|quoted| quoted.end <= at);
        self.kept.get(next).is_some_and(|quoted| quoted.start < at)
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

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, options: &SentenceOptions) -> Vec<String> {
        sentences_with(text, options).iter().map(|span| span.of(text).to_owned()).collect()
    }

    #[test]
    fn a_quotation_of_several_sentences_is_kept_whole_on_demand() {
        let text = "“We lost. We will try again,” she said. Then ‘Go. Now.’ was heard.";
        let whole = SentenceOptions { quotations: Quotations::Whole, ..SentenceOptions::default() };
        assert_eq!(found(text, &whole).len(), 2);
        assert_eq!(found(text, &SentenceOptions::default()).len(), 4);
    }

    #[test]
    fn a_callers_abbreviation_never_ends_a_sentence() {
        let text = "See Rptr. Smith on this.";
        let own =
            SentenceOptions { abbreviations: vec!["rptr.".into()], ..SentenceOptions::default() };
        assert_eq!(found(text, &own), [text]);
        assert_eq!(found(text, &SentenceOptions::default()).len(), 2);
    }

    #[test]
    fn without_tailorings_the_standard_decides() {
        let standard = SentenceOptions { method: Method::Standard, ..SentenceOptions::default() };
        assert_eq!(found("Ms. Li left.", &standard), ["Ms.", "Li left."]);
        assert_eq!(uax29_sentences("Ms. Li left."), [Span::new(0, 4), Span::new(4, 12)]);
    }

    #[test]
    fn a_language_can_be_given() {
        let german =
            SentenceOptions { language: Some(Language::German), ..SentenceOptions::default() };
        assert_eq!(found("Am 3. Oktober. Ja.", &german), ["Am 3. Oktober.", "Ja."]);
    }
}
