//! Owns signals: further choices of words that readers may want to see, off until asked for.
//!
//! Passives, loaded words and boosters are entries of a lexicon, as hedges are; `scare.rs` finds
//! scare quotes. What a signal means for the article is left to the reader.

use std::sync::LazyLock;

use crate::{
    hedge::{
        entries::{Entries, Found},
        reported::Reported,
        scare,
        view::{View, views},
    },
    report::{Attribution, Signal},
    token::document::Document,
    vocabulary::{
        kinds::SignalKind,
        reason::{Reason, ReasonCode},
    },
};

const LEXICON: &str = include_str!("../lexicon/en/signals.txt");

static ENTRIES: LazyLock<Entries<SignalKind>> =
    LazyLock::new(|| Entries::new(LEXICON, SignalKind::from_name));

/// The signals of the given kinds in text order.
pub fn signals(
    document: &Document<'_>,
    attributions: &[Attribution],
    kinds: &[SignalKind],
) -> Vec<Signal> {
    if kinds.is_empty() {
        return Vec::new();
    }
    let reported = Reported::new(attributions, &[]);
    let (mut found, mut signals) = (Vec::new(), Vec::new());
    for view in views(document, &reported) {
        signals.extend(ENTRIES.find(&view, &mut found).filter_map(|found| signal(&view, &found)));
    }
    signals.extend(scare::quotes(document, &reported).map(|span| {
        let kind = SignalKind::ScareQuote;
        Signal { span, kind, confidence: 0.7, reasons: vec![meaning(kind)] }
    }));
    signals.retain(|signal| kinds.contains(&signal.kind));
    signals.sort_by_key(|signal| signal.span);
    signals
}

fn signal(view: &View<'_>, found: &Found<'_, SignalKind>) -> Option<Signal> {
    let kind = found.entry.kind?;
    let span = view.document.span(found.cue.clone());
    let words = view.document.words(span).to_owned().into();
    let cue = Reason { code: ReasonCode::Cue, detail: words, weight: None };
    Some(Signal { span, kind, confidence: found.entry.rate, reasons: vec![cue, meaning(kind)] })
}

fn meaning(kind: SignalKind) -> Reason {
    let code = match kind {
        SignalKind::Passive => ReasonCode::SaysWhatWasDoneNotWhoDidIt,
        SignalKind::Loaded => ReasonCode::JudgesWhileItTells,
        SignalKind::Booster => ReasonCode::AsksTheReaderToAgree,
        SignalKind::ScareQuote => ReasonCode::QuotesAWordWithoutSayingWhoseItIs,
    };
    Reason { code, detail: "".into(), weight: None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hedge::entries;

    #[test]
    fn every_entry_is_found_in_its_example() {
        let wrong = entries::tests::wrong_lines(LEXICON, SignalKind::from_name);
        assert!(wrong.is_empty(), "src/lexicon/en/signals.txt:\n{}", wrong.join("\n"));
    }
}
