//! Owns scare quotes: a few words between quotation marks that nobody is credited with.
//!
//! Leaves out titles and names, whole quoted sentences, and words quoted from a source.

use crate::{
    hedge::reported::Reported,
    lexicon::list::List,
    text::span::Span,
    token::{document::Document, quotation::Quotation},
};

/// What stands before a word that is only mentioned.
static WORDS_ABOUT_WORDS: List = List::named("word-about-words");

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

/// Whether the quoted word is only mentioned: `the word “plan”`, `called “soft power”`.
fn is_mentioned(document: &Document<'_>, quotation: &Quotation) -> bool {
    let before = quotation.tokens.start.checked_sub(1);
    let before = before.and_then(|at| document.tokens().get(at));
    before
        .map(|token| document.norm(token))
        .is_some_and(|before| matches!(before, "," | ":") || WORDS_ABOUT_WORDS.has(before))
}
