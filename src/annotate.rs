//! Owns the order of the stages: document, detectors, sources, report.

use unicode_segmentation::GraphemeCursor;

use crate::{
    claim,
    coref::sources,
    hedge::{self, own, signal},
    options::Options,
    repair::attribution,
    report::{Report, Warning, stats},
    token::document::Document,
    vocabulary::kinds::WarningCode,
};

/// Annotates `text`: any text gives a report.
pub fn annotate(text: &str, options: &Options) -> Report {
    let (text, cut) = limit(text, options.max_chars);
    let document = Document::new(text, &options.blocks);
    let mut attributions = attribution::attributions(&document);
    let sources = sources::resolve(&document, &mut attributions);
    let hedges = hedge::detector::hedges(&document, &attributions, &sources, &options.hedges);
    let hedges = own::with_own(hedges, &document, (&attributions, &sources), &options.lexicon);
    let claims = claim::detector::claims(&document, &attributions, &sources, &hedges);
    let signals = signal::signals(&document, &attributions, &options.signals);
    let stats = stats::stats(&document, &attributions, &sources, &claims);
    Report {
        lang: document.language().code(),
        blocks: document.blocks().to_vec(),
        sentences: document.sentences().to_vec(),
        sources,
        attributions,
        hedges,
        claims,
        signals,
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
    let open = document.unpaired_quotations();
    let unbalanced = (open > 0).then(|| Warning {
        code: WarningCode::UnbalancedQuotes,
        detail: format!("{open} quotation marks have no partner"),
    });
    let language = document.language();
    let foreign = language.is_foreign().then(|| Warning {
        code: WarningCode::NotEnglish,
        detail: format!("the text seems to be in another language: {}", language.code()),
    });
    foreign.into_iter().chain(truncated).chain(unbalanced).collect()
}
