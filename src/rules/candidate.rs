//! Owns candidates: words that may begin a cue, with what every construction asks about them.

use std::ops::Range;

use crate::{
    grammar::words::{limit, quotation_at},
    rules::{
        cue,
        predicate::{Predicate, predicate},
        relation::Relation,
    },
    token::document::Document,
};

/// A word that may begin a cue.
#[derive(Debug)]
pub struct Candidate<'a> {
    /// Its document.
    pub document: &'a Document<'a>,
    /// Its token.
    pub at: usize,
    /// The tokens that are searched for source and content.
    pub bounds: Range<usize>,
    /// Where the words in these bounds end, before the closing marks.
    pub limit: usize,
    /// The verb of the lexicon that begins here with the words that belong to it, if it has a subject.
    pub predicate: Option<Predicate>,
    /// The relation found before it in its sentence.
    pub earlier: Option<&'a Relation>,
}

impl<'a> Candidate<'a> {
    /// The candidate at token `at` of a sentence.
    pub fn new(
        document: &'a Document<'a>,
        sentence: &Range<usize>,
        at: usize,
        earlier: Option<&'a Relation>,
    ) -> Self {
        let bounds = bounds(document, sentence, at);
        let limit = limit(document, &bounds);
        let verb = cue::verb(document, at);
        let predicate = verb.and_then(|verb| predicate(document, verb, at, bounds.start));
        Self { document, at, bounds, limit, predicate, earlier }
    }

    /// Whether it opens its sentence.
    pub fn is_first(&self) -> bool {
        self.at == self.bounds.start
    }
}

/// Search window for source and content, in tokens on either side of a cue.
const WINDOW: usize = 200;

/// The part of a token's sentence within the window and, inside a quotation, within the quotation.
fn bounds(document: &Document, sentence: &Range<usize>, at: usize) -> Range<usize> {
    let start = sentence.start.max(at.saturating_sub(WINDOW));
    let sentence = start..sentence.end.min(at + WINDOW);
    match quotation_at(document, at) {
        None => sentence,
        Some(quotation) => {
            let end = quotation.tokens.end - usize::from(quotation.closed);
            sentence.start.max(quotation.tokens.start + 1)..sentence.end.min(end)
        }
    }
}
