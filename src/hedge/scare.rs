//! Owns scare quotes: a word or two between quotation marks that nobody is credited with.
//!
//! Leaves out titles and names, whole quoted sentences, and words quoted from a source.

use crate::{
    hedge::reported::Reported,
    text::span::Span,
    token::{document::Document, quotation::Quotation},
};

/// The most tokens of a scare quote, its marks included.
const LONGEST: usize = 5;

/// The scare quotes of a document, marks included, in text order.
pub fn quotes(document: &Document<'_>, reported: &Reported<'_>) -> impl Iterator<Item = Span> {
    let quotations = document.quotations().iter();
    quotations.filter(|q| is_scare(document, q) && !reported.touches(q.span)).map(|q| q.span)
}

fn is_scare(document: &Document<'_>, quotation: &Quotation) -> bool {
    let tokens = document.tokens().get(quotation.tokens.clone()).unwrap_or_default();
    let [_, inner @ .., _] = tokens else { return false };
    let small = |word: &str| word.starts_with(|c: char| c.is_lowercase());
    quotation.closed
        && tokens.len() <= LONGEST
        && inner.iter().all(|token| small(document.words(token.span)))
        && !is_mentioned(document, quotation)
}

/// Whether the word stands for itself: `the word “plan”`, `called “soft power”`.
fn is_mentioned(document: &Document<'_>, quotation: &Quotation) -> bool {
    let before = quotation.tokens.start.checked_sub(1);
    let before = before.and_then(|at| document.tokens().get(at));
    before.is_some_and(|token| {
        matches!(
            document.norm(token),
            "word"
                | "words"
                | "term"
                | "terms"
                | "phrase"
                | "called"
                | "named"
                | "dubbed"
                | "titled"
                | "entitled"
                | "nicknamed"
                | "means"
                | "meaning"
                | "or"
                | ","
                | ":"
        )
    })
}
