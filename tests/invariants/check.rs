//! What holds for every report; each function panics with what does not.

use std::collections::BTreeSet;

use saidso::{Report, Span};
use unicode_segmentation::UnicodeSegmentation;

/// Every span of a report, with what it is.
pub fn all(report: &Report) -> Vec<(&'static str, Span)> {
    let mut all = Vec::new();
    let mut push = |what, spans: &[Span]| all.extend(spans.iter().map(|span| (what, *span)));
    for block in &report.blocks {
        push("a block", &[block.span]);
    }
    for sentence in &report.sentences {
        push("a sentence", &[sentence.span]);
    }
    for source in &report.sources {
        push("a mention", &source.mentions);
    }
    for attribution in &report.attributions {
        push("a source", &attribution.sources);
        push("a cue", &[attribution.cue.span]);
        push("a content", &attribution.contents);
    }
    for hedge in &report.hedges {
        push("a hedge", &[hedge.span]);
        push("a scope", &[hedge.scope]);
    }
    for claim in &report.claims {
        push("a claim", &claim.spans);
    }
    all
}

/// Every span holds something, lies in the text, and cuts no grapheme.
pub fn spans(text: &str, report: &Report) {
    let mut graphemes: BTreeSet<usize> = text.grapheme_indices(true).map(|(at, _)| at).collect();
    graphemes.insert(text.len());
    for (what, span) in all(report) {
        assert!(!span.is_empty(), "{what} is empty: {span:?}");
        for end in [span.start, span.end] {
            assert!(
                graphemes.contains(&end),
                "{what} ends inside a grapheme or the text: {span:?}"
            );
        }
    }
}

/// Every span lies in the text, on the boundaries of characters.
pub fn places(text: &str, report: &Report) {
    for (what, span) in all(report) {
        assert!(text.get(span.start..span.end).is_some(), "{what} is cut from nowhere: {span:?}");
    }
}

/// Blocks tile the text and sentences the blocks of prose, but for white space.
pub fn structure(text: &str, report: &Report) {
    let mut done = 0;
    let mut sentences = report.sentences.iter().peekable();
    for (n, block) in report.blocks.iter().enumerate() {
        blank(text, done, block.span.start);
        let mut inside = block.span.start;
        while let Some(sentence) = sentences.next_if(|sentence| sentence.block == n) {
            assert!(block.span.contains(sentence.span), "a sentence leaves its block");
            blank(text, inside, sentence.span.start);
            inside = sentence.span.end;
        }
        if block.kind.is_prose() {
            blank(text, inside, block.span.end);
        }
        done = block.span.end;
    }
    blank(text, done, text.len());
    assert_eq!(sentences.next(), None, "a sentence belongs to no block, or out of order");
}

fn blank(text: &str, start: usize, end: usize) {
    let between = text.get(start..end).unwrap_or_else(|| panic!("overlap at {start}..{end}"));
    assert_eq!(between.trim(), "", "words belong to no block or sentence");
}

/// Every list stands in the order that `report/` promises.
pub fn order(report: &Report) {
    let sorted = |what, starts: Vec<Option<usize>>| {
        assert!(starts.is_sorted(), "{what} stand out of order: {starts:?}");
    };
    let first = |spans: &[Span]| spans.first().map(|span| span.start);
    sorted("attributions", report.attributions.iter().map(|a| Some(a.cue.span.start)).collect());
    sorted("hedges", report.hedges.iter().map(|hedge| Some(hedge.span.start)).collect());
    sorted("claims", report.claims.iter().map(|claim| first(&claim.spans)).collect());
    sorted("sources", report.sources.iter().map(|source| first(&source.mentions)).collect());
    let contents = report.attributions.iter().flat_map(|a| [&a.contents, &a.sources]);
    let mentions = report.sources.iter().map(|source| &source.mentions);
    for pieces in contents.chain(mentions).chain(report.claims.iter().map(|claim| &claim.spans)) {
        let apart = pieces.windows(2).all(|pair| pair[0].end <= pair[1].start);
        assert!(apart, "pieces overlap or stand out of order: {pieces:?}");
    }
}

/// Every index points at something, sources and attributions agree, and no parent is its own.
pub fn links(report: &Report) {
    for (n, source) in report.sources.iter().enumerate() {
        assert!(!source.mentions.is_empty(), "source {n} is nowhere mentioned");
        let theirs = report.attributions.iter().enumerate().filter(|(_, a)| a.source == Some(n));
        let theirs: Vec<usize> = theirs.map(|(at, _)| at).collect();
        assert_eq!(source.attributions, theirs, "source {n} and its attributions disagree");
    }
    for (n, attribution) in report.attributions.iter().enumerate() {
        assert!(attribution.source.is_none_or(|source| source < report.sources.len()));
        let parents = std::iter::successors(Some(n), |n| report.attributions[*n].parent);
        let count = parents.take(report.attributions.len() + 1).count();
        assert!(count <= report.attributions.len(), "attribution {n} stands inside itself");
    }
    for claim in &report.claims {
        assert!(!claim.spans.is_empty(), "a claim without words");
        assert!(claim.sentence < report.sentences.len(), "a claim in no sentence");
        assert!(claim.attribution.is_none_or(|n| n < report.attributions.len()));
    }
}

/// Shares and scores lie between 0 and 1, and no part outgrows the whole.
pub fn figures(report: &Report) {
    let attributions = report.attributions.iter().map(|a| a.confidence);
    let hedges = report.hedges.iter().map(|hedge| hedge.confidence);
    let claims = report.claims.iter().map(|claim| claim.checkworthiness);
    let shares = report.sources.iter().map(|source| source.share);
    for score in attributions.chain(hedges).chain(claims).chain(shares) {
        assert!((0.0..=1.0).contains(&score), "{score} is no share");
    }
    let stats = &report.stats;
    assert_eq!(stats.sentences, report.sentences.len());
    assert!(stats.attributed <= stats.sentences);
    assert!(stats.attributed_words <= stats.words, "{stats:?}");
    assert!(stats.unnamed_words <= stats.attributed_words, "{stats:?}");
    assert_eq!(
        stats.unsourced_claims,
        report.claims.iter().filter(|claim| claim.is_unsourced()).count()
    );
}
