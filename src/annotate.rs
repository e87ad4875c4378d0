//! Owns the order of the stages: document, detectors, sources, report.

use unicode_segmentation::GraphemeCursor;

use crate::{
    detect::{attribution, claim, hedge},
    document::Document,
    options::Options,
    report::{Attribution, Claim, Report, Source, Stats, Warning, WarningCode},
    source,
    span::Span,
};

/// Annotates `text`: any text gives a report.
pub fn annotate(text: &str, options: &Options) -> Report {
    let (text, cut) = limit(text, options.max_chars);
    let document = Document::new(text, &options.blocks);
    let mut attributions = attribution::attributions(&document);
    let sources = source::resolve(&document, &mut attributions);
    let hedges = hedge::hedges(&document, &attributions, &sources, &options.hedges);
    let claims = claim::claims(&document, &attributions, &sources, &hedges);
    let stats = stats(&document, &attributions, &sources, &claims);
    Report {
        lang: "en",
        blocks: document.blocks().to_vec(),
        sentences: document.sentences().to_vec(),
        sources,
        attributions,
        hedges,
        claims,
        stats,
        warnings: warnings(&document, cut),
    }
}

/// The first `chars` characters of `text`, up to a whole grapheme, and how many are left out.
fn limit(text: &str, chars: usize) -> (&str, usize) {
    if text.len() <= chars {
        return (text, 0);
    }
    let Some((end, _)) = text.char_indices().nth(chars) else { return (text, 0) };
    let mut cursor = GraphemeCursor::new(end, text.len(), true);
    let whole = cursor.is_boundary(text, 0) == Ok(true);
    let end = if whole { Some(end) } else { cursor.prev_boundary(text, 0).ok().flatten() };
    let (kept, rest) = text.split_at(end.unwrap_or_default());
    (kept, rest.chars().count())
}

fn warnings(document: &Document, cut: usize) -> Vec<Warning> {
    let truncated = (cut > 0).then(|| Warning {
        code: WarningCode::Truncated,
        detail: format!("{cut} characters at the end were not read"),
    });
    let open = document.quotations().iter().filter(|quotation| !quotation.closed).count();
    let unbalanced = (open > 0).then(|| Warning {
        code: WarningCode::UnbalancedQuotes,
        detail: format!("{open} quotation marks have no partner"),
    });
    truncated.into_iter().chain(unbalanced).collect()
}

fn stats(
    document: &Document,
    attributions: &[Attribution],
    sources: &[Source],
    claims: &[Claim],
) -> Stats {
    let outermost = || attributions.iter().filter(|a| a.parent.is_none());
    let unnamed = |a: &&Attribution| {
        !a.source.and_then(|source| sources.get(source)).is_some_and(|source| source.named)
    };
    let touched = |sentence: Span| {
        let parts = |a: &Attribution| a.contents.iter().any(|c| c.overlaps(sentence));
        outermost().any(|a| a.cue.span.overlaps(sentence) || parts(a))
    };
    let words = |spans: &mut dyn Iterator<Item = Span>| -> usize {
        spans.map(|span| document.word_count(span)).sum()
    };
    Stats {
        sentences: document.sentences().len(),
        attributed: document.sentences().iter().filter(|s| touched(s.span)).count(),
        unsourced_claims: claims.iter().filter(|c| c.attribution.is_none()).count(),
        words: words(&mut document.blocks().iter().map(|block| block.span)),
        attributed_words: words(&mut outermost().flat_map(|a| a.contents.iter().copied())),
        unnamed_words: words(
            &mut outermost().filter(unnamed).flat_map(|a| a.contents.iter().copied()),
        ),
    }
}
