//! Owns candidates: words at which a cue may begin, with what every construction asks about them.

use std::ops::Range;

use crate::{
    grammar::words::{limit, quotation_at},
    rules::{
        cue::{self, Verb},
        predicate::{Predicate, predicate},
        relation::Relation,
    },
    token::document::Document,
};

/// A word at which a cue may begin.
#[derive(Debug)]
pub struct Candidate<'a> {
    /// Its document.
    pub document: &'a Document<'a>,
    /// Its token.
    pub at: usize,
    /// The tokens among which source and content are looked for.
    pub bounds: Range<usize>,
    /// Where the words of these end, before the marks that close them.
    pub limit: usize,
    /// The verb of the lexicon that begins here.
    pub verb: Option<Verb>,
    /// This verb with the words that belong to it, if it has a subject.
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
        Self { document, at, bounds, limit, verb, predicate, earlier }
    }

    /// Whether it opens its sentence.
    pub fn is_first(&self) -> bool {
        self.at == self.bounds.start
    }
}

/// Source and content are looked for this many tokens to either side of a cue.
const WINDOW: usize = 200;

/// The sentence around a token, within the window; inside a quotation, what of it stands in the quotation.
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
