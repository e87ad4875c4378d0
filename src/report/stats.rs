//! Owns the counts of a report. Leaves the share of each source to `coref/sources.rs`.

use crate::{
    report::{Attribution, Claim, Source, Stats},
    text::span::Span,
    token::document::Document,
};

/// Counts what was found; a word that two attributions share counts once.
pub fn stats(
    document: &Document,
    attributions: &[Attribution],
    sources: &[Source],
    claims: &[Claim],
) -> Stats {
    let outermost = || attributions.iter().filter(|a| a.parent.is_none());
    let unnamed = |a: &&Attribution| {
        !a.source.and_then(|source| sources.get(source)).is_some_and(|source| source.named)
    };
    let contents = merged(outermost().flat_map(|a| &a.contents).copied());
    let cues = outermost().map(|a| a.cue.span);
    let touched = merged(contents.iter().copied().chain(cues));
    let unnamed = merged(outermost().filter(unnamed).flat_map(|a| &a.contents).copied());
    let words = |spans: &[Span]| spans.iter().map(|span| document.word_count(*span)).sum();
    let blocks: Vec<Span> = document.blocks().iter().map(|block| block.span).collect();
    Stats {
        sentences: document.sentences().len(),
        attributed: document.sentences().iter().filter(|s| touches(&touched, s.span)).count(),
        unsourced_claims: claims.iter().filter(|claim| claim.is_unsourced()).count(),
        words: words(&blocks) + unread_words(document),
        attributed_words: words(&contents),
        unnamed_words: words(&unnamed),
    }
}

/// The words of sentences in another language, which have no tokens.
fn unread_words(document: &Document) -> usize {
    let unread = document.sentences().iter().filter(|sentence| sentence.tokens.is_empty());
    unread.map(|sentence| sentence.span.of(document.text()).split_whitespace().count()).sum()
}

/// The same text as spans in order that do not overlap.
fn merged(spans: impl Iterator<Item = Span>) -> Vec<Span> {
    let mut spans: Vec<Span> = spans.collect();
    spans.sort_unstable();
    spans.dedup_by(|next, last| {
        let overlap = next.start < last.end;
        if overlap {
            *last = last.cover(*next);
        }
        overlap
    });
    spans
}

fn touches(merged: &[Span], sentence: Span) -> bool {
    let first = merged.partition_point(|span| span.end <= sentence.start);
    merged.get(first).is_some_and(|span| span.overlaps(sentence))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_overlaps_counts_once() {
        let spans = [Span::new(5, 9), Span::new(0, 3), Span::new(2, 4), Span::new(9, 11)];
        let merged = merged(spans.into_iter());
        assert_eq!(merged, [Span::new(0, 4), Span::new(5, 9), Span::new(9, 11)]);
        assert!(touches(&merged, Span::new(3, 5)) && !touches(&merged, Span::new(4, 5)));
    }
}
