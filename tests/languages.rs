//! Holds short paragraphs in many languages against the warning, and English that must not be doubted.

#![allow(clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

use saidso::{Options, Report, WarningCode, annotate};

const PARAGRAPHS: &str = include_str!("languages/paragraphs.txt");
const ENGLISH: &str = include_str!("languages/english.txt");

/// The paragraphs with their codes.
fn paragraphs() -> impl Iterator<Item = (&'static str, &'static str)> {
    PARAGRAPHS.lines().map(|line| line.split_once(" | ").unwrap())
}

fn report(text: &str) -> Report {
    annotate(text, &Options::default())
}

fn is_warned(report: &Report) -> bool {
    report.warnings.iter().any(|warning| warning.code == WarningCode::NotEnglish)
}

#[test]
fn every_other_language_is_warned_of_and_read_no_further() {
    for (code, text) in paragraphs() {
        let report = report(text);
        assert!(is_warned(&report), "{code}: {}", report.lang);
        assert_eq!(report.lang, code, "{text}");
        assert!(report.claims.is_empty() && report.attributions.is_empty(), "{code}");
        assert!(report.sources.is_empty() && report.hedges.is_empty(), "{code}");
        assert!(report.sentences.len() > 1 || code == "th", "{code}: one sentence");
        assert!(report.stats.words > 0, "{code}: no words");
    }
}

#[test]
fn english_is_never_doubted() {
    for text in ENGLISH.lines() {
        let report = report(text);
        assert!(!is_warned(&report), "{}: {text}", report.lang);
    }
}

#[test]
fn a_paragraph_in_another_language_leaves_an_english_article_english() {
    let english = "The library in the village opens again next month, the mayor said on Friday.";
    for (code, text) in paragraphs() {
        let both = format!("{english}\n\n{text}\n\n{english}");
        let report = report(&both);
        assert!(!is_warned(&report), "{code}: {}", report.lang);
        assert_eq!(report.attributions.len(), 2, "{code}");
        let (from, to) = (english.len() + 2, english.len() + 2 + text.len());
        let inside = |start: usize| start >= from && start < to;
        let found = report.claims.iter().flat_map(|claim| &claim.spans);
        assert!(!found.into_iter().any(|span| inside(span.start)), "{code}");
    }
}
