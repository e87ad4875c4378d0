//! Owns what hedges ask about attributions: whose content a word stands in, and who is unnamed.

use std::{borrow::Cow, ops::Range};

use crate::{
    hedge::context::View,
    report::{Attribution, Source, SourceKind},
    text::span::Span,
    token::{document::Document, tag::Tag},
};

/// How many contents may enclose each other.
const DEPTH: usize = 6;

/// How far before a verb the words it depends on are looked for, in tokens.
const REACH: usize = 12;

/// The contents of a document's attributions, in text order.
#[derive(Debug)]
pub struct Reported<'d> {
    attributions: &'d [Attribution],
    sources: &'d [Source],
    contents: Vec<(Span, usize)>,
}

impl<'d> Reported<'d> {
    /// Reads attributions that are resolved to sources.
    pub fn new(attributions: &'d [Attribution], sources: &'d [Source]) -> Self {
        let contents = attributions.iter().enumerate();
        let mut contents: Vec<_> =
            contents.flat_map(|(n, a)| a.contents.iter().map(move |c| (*c, n))).collect();
        contents.sort_unstable();
        Self { attributions, sources, contents }
    }

    /// The tokens of the sentence that a hedge at `span` may govern: those of its own content.
    pub fn limit(&self, view: &View<'_>, span: Span) -> Range<usize> {
        let Some((content, _)) = self.innermost(span) else { return view.tokens.clone() };
        let own = view.document.tokens_in(content);
        own.start.max(view.tokens.start)..own.end.min(view.tokens.end)
    }

    /// Whose words a hedge inside a quotation is; none outside one.
    pub fn quoted(&self, view: &View<'_>, span: Span) -> Option<Cow<'static, str>> {
        let quotations = view.document.quotations();
        let after = quotations.partition_point(|q| q.span.start <= span.start);
        let quotation = quotations.get(after.checked_sub(1)?)?;
        if !quotation.span.contains(span) {
            return None;
        }
        let source = self.innermost(span).and_then(|(_, a)| self.sources.get(a.source?));
        Some(source.map_or(Cow::Borrowed("whoever is quoted"), |source| source.name.clone().into()))
    }

    /// Whether a past verb only shifts back the tense of what depends on it: "she said it would
    /// rain", "it was clear who would win".
    pub fn is_shifted_back(&self, view: &View<'_>, cue: &Range<usize>) -> bool {
        let span = view.document.span(cue.clone());
        if self.quoted(view, span).is_some() {
            return false;
        }
        let said = self.innermost(span).is_some_and(|(_, a)| is_past(view.document, a.cue.span));
        said || depends_on_past(view, cue.start)
    }

    /// Where the words of an unnamed source end that begin at this token.
    pub fn unnamed_source(&self, view: &View<'_>, at: usize) -> Option<usize> {
        let start = view.document.tokens().get(at)?.span.start;
        let first = self.attributions.partition_point(|a| a.cue.span.end < start.saturating_sub(2));
        let near = self.attributions.get(first..)?.iter().take(DEPTH);
        let (source, span) = near
            .flat_map(|a| a.sources.iter().map(|span| (a.source, *span)))
            .find(|(_, span)| span.start == start)?;
        let unnamed = self.sources.get(source?)?.kind == SourceKind::Unnamed;
        unnamed.then(|| view.document.tokens_in(span).end.min(view.tokens.end))
    }

    /// Whether any content stands around or beside these words.
    pub fn touches(&self, span: Span) -> bool {
        let after = self.contents.partition_point(|(content, _)| content.start < span.end);
        let near = self.contents.get(after.saturating_sub(DEPTH)..after).unwrap_or_default();
        near.iter().any(|(content, _)| content.overlaps(span))
    }

    fn innermost(&self, span: Span) -> Option<(Span, &Attribution)> {
        let after = self.contents.partition_point(|(content, _)| content.start <= span.start);
        let near = self.contents.get(after.saturating_sub(DEPTH)..after)?;
        let (content, attribution) =
            near.iter().rev().find(|(content, _)| content.contains(span))?;
        Some((*content, self.attributions.get(*attribution)?))
    }
}

/// Whether the clause of the verb at `at` depends on a past verb by "that", "how", "whether".
fn depends_on_past(view: &View<'_>, at: usize) -> bool {
    let first = at.saturating_sub(REACH).max(view.tokens.start);
    let tag = |at| view.get(at).map(|(_, tag)| tag);
    let opens = |at: &usize| match view.get(*at) {
        Some(("that", tag)) => tag == Tag::IN,
        Some(("whether" | "how" | "why" | "what" | "who", _)) => !at
            .checked_sub(1)
            .and_then(tag)
            .is_some_and(|before| before.is_noun() || before == Tag::Comma),
        _ => false,
    };
    let Some(opener) = (first..at).rev().find(opens) else { return false };
    let before = opener.saturating_sub(REACH).max(view.tokens.start)..opener;
    let finite =
        before.rev().find(|at| matches!(tag(*at), Some(Tag::VBD | Tag::VBZ | Tag::VBP | Tag::MD)));
    finite.and_then(|at| view.get(at)).is_some_and(|(norm, tag)| tag == Tag::VBD || norm == "would")
}

fn is_past(document: &Document<'_>, cue: Span) -> bool {
    let cue = document.tokens().get(document.tokens_in(cue)).unwrap_or_default();
    cue.iter().any(|token| token.tag == Tag::VBD)
}
