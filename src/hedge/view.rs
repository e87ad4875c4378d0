//! Owns [`View`]: one sentence as hedges read it, with who says what in it.

use std::{borrow::Cow, ops::Range};

use crate::{
    hedge::{
        class::Class,
        reported::{DEPTH, Reported},
    },
    lexicon::list::List,
    text::span::Span,
    token::{document::Document, tag::Tag},
    vocabulary::kinds::SourceKind,
};

static COMPLEMENTIZER: List = List::named("complementizer");
static EMBEDDED_QUESTION: List = List::named("embedded-question");
static MODAL_WOULD: List = List::named("modal-would");

/// The words of one sentence.
#[derive(Clone, Debug)]
pub struct View<'d> {
    /// The document.
    pub document: &'d Document<'d>,
    /// Who says what in it.
    pub reported: &'d Reported<'d>,
    /// The tokens of the sentence.
    pub tokens: Range<usize>,
}

/// The sentences of a document that can hold hedges: those of its prose.
pub fn views<'d>(
    document: &'d Document<'d>,
    reported: &'d Reported<'d>,
) -> impl Iterator<Item = View<'d>> {
    let block = |at: usize| document.blocks().get(at);
    let prose = document
        .sentences()
        .iter()
        .filter(move |sentence| block(sentence.block).is_some_and(|block| block.kind.is_prose()));
    prose.map(move |sentence| View { document, reported, tokens: sentence.tokens.clone() })
}

impl View<'_> {
    /// The normal form and the tag of a token; none outside the sentence.
    pub fn get(&self, at: usize) -> Option<(&str, Tag)> {
        let token = self.document.tokens().get(at).filter(|_| self.tokens.contains(&at))?;
        Some((self.document.norm(token), token.tag))
    }

    /// Whether a mark stands inside a word, as the hyphen in `so-called` does.
    pub fn is_inside_word(&self, at: usize) -> bool {
        let tokens = self.document.tokens();
        let touches = |a: usize, b: usize| match (tokens.get(a), tokens.get(b)) {
            (Some(a), Some(b)) => a.span.end == b.span.start,
            _ => false,
        };
        touches(at.wrapping_sub(1), at) && touches(at, at + 1)
    }

    /// Whether the token belongs to a class; a place outside the sentence is its edge.
    pub fn is(&self, at: usize, class: &Class) -> bool {
        class.has_at(self.get(at))
    }

    /// The tokens of the sentence that a hedge at `span` may govern: those of its own content.
    pub fn limit(&self, span: Span) -> Range<usize> {
        let Some((content, _)) = self.reported.innermost(span) else { return self.tokens.clone() };
        let own = self.document.tokens_in(content);
        own.start.max(self.tokens.start)..own.end.min(self.tokens.end)
    }

    /// Who is quoted by the quotation around a hedge, empty where that is unclear; none outside quotations.
    pub fn quoted(&self, span: Span) -> Option<Cow<'static, str>> {
        let quotations = self.document.quotations();
        let after = quotations.partition_point(|q| q.span.start <= span.start);
        let quotation = quotations.get(after.checked_sub(1)?)?;
        if !quotation.span.contains(span) {
            return None;
        }
        let source =
            self.reported.innermost(span).and_then(|(_, a)| self.reported.sources.get(a.source?));
        Some(source.map_or_else(Cow::default, |source| source.name.clone().into()))
    }

    /// Whether the cue is in the past only because it depends on a past verb: "she said it would rain", "it was
    /// clear who would win".
    pub fn is_shifted_back(&self, cue: &Range<usize>) -> bool {
        let span = self.document.span(cue.clone());
        if self.quoted(span).is_some() {
            return false;
        }
        let said =
            self.reported.innermost(span).is_some_and(|(_, a)| is_past(self.document, a.cue.span));
        said || depends_on_past(self, cue.start)
    }

    /// Where an unnamed source ends that begins at this token.
    pub fn unnamed_source(&self, at: usize) -> Option<usize> {
        let start = self.document.tokens().get(at)?.span.start;
        let first = self
            .reported
            .attributions
            .partition_point(|a| a.cue.span.end < start.saturating_sub(2));
        let near = self.reported.attributions.get(first..)?.iter().take(DEPTH);
        let (source, span) = near
            .flat_map(|a| a.sources.iter().map(|span| (a.source, *span)))
            .find(|(_, span)| span.start == start)?;
        let unnamed = self.reported.sources.get(source?)?.kind == SourceKind::Unnamed;
        unnamed.then(|| self.document.tokens_in(span).end.min(self.tokens.end))
    }
}

/// Whether "that", "how" or "whether" makes the clause of the verb at `at` depend on a past verb.
fn depends_on_past(view: &View<'_>, at: usize) -> bool {
    let first = at.saturating_sub(REACH).max(view.tokens.start);
    let tag = |at| view.get(at).map(|(_, tag)| tag);
    let relative = |at: usize| {
        let before = at.checked_sub(1).and_then(tag);
        before.is_some_and(|before| before.is_noun() || before == Tag::Comma)
    };
    let opens = |at: &usize| {
        view.get(*at).is_some_and(|(norm, tag)| {
            COMPLEMENTIZER.has(norm) && tag == Tag::IN
                || EMBEDDED_QUESTION.has(norm) && !relative(*at)
        })
    };
    let Some(opener) = (first..at).rev().find(opens) else { return false };
    let before = opener.saturating_sub(REACH).max(view.tokens.start)..opener;
    let finite =
        before.rev().find(|at| matches!(tag(*at), Some(Tag::VBD | Tag::VBZ | Tag::VBP | Tag::MD)));
    finite
        .and_then(|at| view.get(at))
        .is_some_and(|(norm, tag)| tag == Tag::VBD || MODAL_WOULD.has(norm))
}

fn is_past(document: &Document<'_>, cue: Span) -> bool {
    let cue = document.tokens().get(document.tokens_in(cue)).unwrap_or_default();
    cue.iter().any(|token| token.tag == Tag::VBD)
}

/// Search window before a verb for the words that it depends on, in tokens.
const REACH: usize = 12;
