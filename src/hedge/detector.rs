//! Owns the detector of hedges: words that keep a statement from being said outright, and their scope.
//!
//! `entry.rs` says where an entry of the lexicon matches, `context.rs` what must stand around it,
//! `scope.rs` how far it reaches, `reported.rs` whose words it stands in.

use std::{borrow::Cow, sync::LazyLock};

use crate::{
    hedge::{
        entries::{Entries, Found},
        reported::Reported,
        scope::Reach,
        view::{View, views},
        weights,
    },
    lexicon::list::List,
    report::{Attribution, Hedge, Source},
    text::span::Span,
    token::document::Document,
    vocabulary::{
        kinds::HedgeKind,
        reason::{Reason, ReasonCode},
    },
};

static NEGATION: List = List::named("negation");
static NEGATIVE_ENDING: List = List::named("negative-ending");

const LEXICON: &str = include_str!("../lexicon/en/hedges.txt");

static ENTRIES: LazyLock<Entries<HedgeKind>> =
    LazyLock::new(|| Entries::new(LEXICON, HedgeKind::from_name));

/// The hedges of the given kinds in text order.
///
/// `attributions` and `sources` tell named sources from unnamed ones: "according to the ministry" is no
/// hedge.
pub fn hedges(
    document: &Document<'_>,
    attributions: &[Attribution],
    sources: &[Source],
    kinds: &[HedgeKind],
) -> Vec<Hedge> {
    let reported = Reported::new(attributions, sources);
    let mut found = Vec::new();
    let mut hedges = Vec::new();
    for view in views(document, &reported) {
        for found in ENTRIES.find(&view, &mut found) {
            let Some(kind) = found.entry.kind.filter(|kind| kinds.contains(kind)) else { continue };
            hedges.push(hedge(&view, &found, kind));
        }
    }
    hedges
}

fn hedge(view: &View<'_>, found: &Found<HedgeKind>, kind: HedgeKind) -> Hedge {
    let document = view.document;
    let span = document.span(found.cue.clone());
    let limit = view.limit(span);
    let reach = found.entry.reach.unwrap_or_else(|| Reach::of(kind, view, &found.cue));
    Hedge {
        span,
        kind,
        scope: document.span(reach.tokens(view, &found.cue, &limit)),
        confidence: found.entry.rate,
        reasons: reasons(view, found, kind, span),
    }
}

fn reasons(view: &View<'_>, found: &Found<HedgeKind>, kind: HedgeKind, span: Span) -> Vec<Reason> {
    let reason = |code, detail: Cow<'static, str>| Reason { code, detail, weight: None };
    let words = |at: usize| view.document.words(view.document.span(at..at + 1)).to_owned();
    let mut reasons = vec![
        reason(ReasonCode::Cue, view.document.words(span).to_owned().into()),
        reason(meaning(kind), "".into()),
    ];
    let held = found.entry.tests.iter().filter_map(|test| test.shows(view, &found.cue));
    reasons.extend(held.map(|(code, at)| reason(code, words(at).into())));
    if found.cue.clone().any(|at| view.get(at).is_some_and(|(norm, _)| is_negation(norm))) {
        reasons.push(reason(ReasonCode::Negated, "".into()));
    }
    let lowered = -weights::weight(kind, &view.document.words(span).to_lowercase());
    if lowered >= 0.05 {
        reasons.push(reason(ReasonCode::CertaintyLoweredBy, format!("{lowered:.1} of 5").into()));
    }
    if let Some(source) = view.quoted(span) {
        let open = source.is_empty();
        let code = if open { ReasonCode::InOpenQuotation } else { ReasonCode::InQuotation };
        reasons.push(reason(code, source));
    }
    reasons
}

/// The code of what a kind of hedge tells the reader.
const fn meaning(kind: HedgeKind) -> ReasonCode {
    match kind {
        HedgeKind::Modal => ReasonCode::PutAsPossibleNotAsSettled,
        HedgeKind::Probability => ReasonCode::SaysHowLikelyItIs,
        HedgeKind::Approximator => ReasonCode::BlursANumberOrADegree,
        HedgeKind::Report => ReasonCode::LeavesTheTruthOfItToOthers,
        HedgeKind::Weasel => ReasonCode::LeansOnPeopleWhoAreNotNamed,
        HedgeKind::Belief => ReasonCode::PutAsWhatSomebodyThinks,
        HedgeKind::Appearance => ReasonCode::PutAsHowItLooksNotAsHowItIs,
        HedgeKind::Expectation => ReasonCode::ExpectedOrEstimatedNotObserved,
        HedgeKind::Condition => ReasonCode::DependsOnSomethingOpen,
        HedgeKind::Quantity => ReasonCode::DoesNotSayHowMany,
        HedgeKind::Generaliser => ReasonCode::DoesNotSayHowOftenOrHowWidely,
        HedgeKind::Bound => ReasonCode::GivesALimitNotAFigure,
    }
}

fn is_negation(norm: &str) -> bool {
    NEGATION.has(norm) || NEGATIVE_ENDING.ends(norm)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hedge::entries;

    #[test]
    fn every_entry_is_found_in_its_example() {
        let wrong = entries::tests::wrong_lines(LEXICON, HedgeKind::from_name);
        assert!(wrong.is_empty(), "src/lexicon/en/hedges.txt:\n{}", wrong.join("\n"));
    }
}
