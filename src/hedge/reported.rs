//! Owns what hedges ask about attributions: in whose content a word stands, and who is not named.

use crate::{
    report::{Attribution, Source},
    text::span::Span,
};

/// How many contents can enclose each other.
pub const DEPTH: usize = 6;

/// The contents of a document's attributions, in text order.
#[derive(Debug)]
pub struct Reported<'d> {
    pub attributions: &'d [Attribution],
    pub sources: &'d [Source],
    contents: Vec<(Span, usize)>,
}

impl<'d> Reported<'d> {
    /// Reads attributions whose sources are resolved.
    pub fn new(attributions: &'d [Attribution], sources: &'d [Source]) -> Self {
        let contents = attributions.iter().enumerate();
        let mut contents: Vec<_> =
            contents.flat_map(|(n, a)| a.contents.iter().map(move |c| (*c, n))).collect();
        contents.sort_unstable();
        Self { attributions, sources, contents }
    }

    /// Whether any content shares text with these words.
    pub fn touches(&self, span: Span) -> bool {
        let after = self.contents.partition_point(|(content, _)| content.start < span.end);
        let near = self.contents.get(after.saturating_sub(DEPTH)..after).unwrap_or_default();
        near.iter().any(|(content, _)| content.overlaps(span))
    }

    /// The smallest content around some words, with its attribution.
    pub fn innermost(&self, span: Span) -> Option<(Span, &Attribution)> {
        let after = self.contents.partition_point(|(content, _)| content.start <= span.start);
        let near = self.contents.get(after.saturating_sub(DEPTH)..after)?;
        let (content, attribution) =
            near.iter().rev().find(|(content, _)| content.contains(span))?;
        Some((*content, self.attributions.get(*attribution)?))
    }
}
