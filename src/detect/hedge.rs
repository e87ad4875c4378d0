//! Owns hedges: words that keep a statement from being said outright, and what they govern.
//!
//! `entry.rs` says where an entry of the lexicon matches, `context.rs` what must hold around it,
//! `scope.rs` how far it reaches, `reported.rs` whose words they are.

use std::{borrow::Cow, ops::Range, sync::LazyLock};

use crate::{
    detect::{class::Classes, context::View, entry::Entry, reported::Reported, scope::Reach},
    document::Document,
    lexicon::{self, Index},
    report::{Attribution, Hedge, HedgeKind, Reason, Source},
    span::Span,
};

const LEXICON: &str = include_str!("../lexicon/hedges.txt");

static ENTRIES: LazyLock<(Vec<Entry>, Index<usize>)> = LazyLock::new(|| {
    let entries: Vec<_> = read(LEXICON).filter_map(|(_, entry)| entry).collect();
    let index = entries.iter().enumerate();
    let index =
        index.flat_map(|(n, entry)| entry.keys().iter().map(move |key| (*key, n))).collect();
    (entries, index)
});

/// The hedges of the given kinds in text order.
///
/// `attributions` and `sources` tell a named source ("according to the ministry", no hedge) from
/// an unnamed one.
pub fn hedges(
    document: &Document<'_>,
    attributions: &[Attribution],
    sources: &[Source],
    kinds: &[HedgeKind],
) -> Vec<Hedge> {
    let reported = Reported::new(attributions, sources);
    let mut found = Vec::new();
    let mut hedges = Vec::new();
    for sentence in document.sentences() {
        if !document.blocks().get(sentence.block).is_some_and(|block| block.kind.is_prose()) {
            continue;
        }
        let view = View { document, reported: &reported, tokens: sentence.tokens.clone() };
        find(&view, &mut found);
        for found in first_and_longest(&mut found) {
            let Some(kind) = found.entry.kind.filter(|kind| kinds.contains(kind)) else { continue };
            hedges.push(hedge(&view, &found, kind));
        }
    }
    hedges
}

/// The entries of a lexicon, each with the number of its line, and none where it is malformed.
fn read(text: &'static str) -> impl Iterator<Item = (usize, Option<Entry>)> {
    let mut classes = Classes::default();
    let entries: Vec<_> = lexicon::rows(text).filter(|row| !classes.define(*row)).collect();
    entries.into_iter().map(move |row| (row.line, Entry::read(row, &classes)))
}

/// An entry whose cue and tests fit.
#[derive(Clone, Debug)]
struct Found {
    entry: &'static Entry,
    cue: Range<usize>,
}

fn find(view: &View<'_>, found: &mut Vec<Found>) {
    let (entries, index) = &*ENTRIES;
    for at in view.tokens.clone() {
        let Some((norm, _)) = view.get(at) else { continue };
        for entry in index.get(norm).iter().filter_map(|n| entries.get(*n)) {
            let Some(cue) = entry.tokens(view, at) else { continue };
            if entry.tests.iter().all(|test| test.holds(view, &cue)) {
                found.push(Found { entry, cue: without_clitic(view, cue) });
            }
        }
    }
}

/// A cue without the short form it opens with: "she{'s expected to} run" is "expected to".
fn without_clitic(view: &View<'_>, cue: Range<usize>) -> Range<usize> {
    let short = view.get(cue.start).is_some_and(|(norm, _)| norm.starts_with('\''));
    cue.start + usize::from(short && cue.len() > 1)..cue.end
}

/// Of entries that overlap, the first and then the longest; words that are no hedge go before the
/// core kinds, and these before the minor ones.
fn first_and_longest(found: &mut Vec<Found>) -> impl Iterator<Item = Found> {
    found.sort_by_key(|f| {
        (f.cue.start, usize::MAX - f.cue.end, f.entry.kind.map(|kind| kind as u8))
    });
    let mut end = 0;
    found.drain(..).filter(move |f| {
        let free = f.cue.start >= end;
        end = if free { f.cue.end } else { end };
        free
    })
}

fn hedge(view: &View<'_>, found: &Found, kind: HedgeKind) -> Hedge {
    let document = view.document;
    let span = document.span(found.cue.clone());
    let limit = view.reported.limit(view, span);
    let reach = found.entry.reach.unwrap_or_else(|| Reach::of(kind, view, &found.cue));
    Hedge {
        span,
        kind,
        scope: document.span(reach.tokens(view, &found.cue, &limit)),
        confidence: found.entry.rate,
        reasons: reasons(view, found, kind, span),
    }
}

fn reasons(view: &View<'_>, found: &Found, kind: HedgeKind, span: Span) -> Vec<Reason> {
    let reason = |code, detail: Cow<'static, str>| Reason { code, detail, weight: None };
    let words = |at: usize| view.document.words(view.document.span(at..at + 1)).to_owned();
    let mut reasons = vec![
        reason("cue", view.document.words(span).to_owned().into()),
        reason(meaning(kind).0, meaning(kind).1.into()),
    ];
    let held = found.entry.tests.iter().filter_map(|test| test.shows(view, &found.cue));
    reasons.extend(held.map(|(code, at)| reason(code, words(at).into())));
    if found.cue.clone().any(|at| view.get(at).is_some_and(|(norm, _)| is_negation(norm))) {
        reasons.push(reason("negated", "what is denied is how sure it is".into()));
    }
    if let Some(source) = view.reported.quoted(view, span) {
        reasons.push(reason("in-quotation", source));
    }
    reasons
}

/// What a kind of hedge tells the reader, with its code.
const fn meaning(kind: HedgeKind) -> (&'static str, &'static str) {
    match kind {
        HedgeKind::Modal => ("possible", "put as possible, not as settled"),
        HedgeKind::Probability => ("how-likely", "says how likely it is"),
        HedgeKind::Approximator => ("not-exact", "blurs a number or a degree"),
        HedgeKind::Report => ("not-vouched-for", "leaves the truth of it to others"),
        HedgeKind::Weasel => ("nobody-named", "leans on people who are not named"),
        HedgeKind::Belief => ("somebody's-view", "put as what somebody thinks"),
        HedgeKind::Appearance => ("inferred", "put as how it looks, not as how it is"),
        HedgeKind::Expectation => ("not-yet-seen", "expected or estimated, not observed"),
        HedgeKind::Condition => ("depends", "depends on something open"),
        HedgeKind::Quantity => ("how-many-unsaid", "does not say how many"),
        HedgeKind::Generaliser => ("how-often-unsaid", "does not say how often or how widely"),
        HedgeKind::Bound => ("one-sided", "gives a limit, not a figure"),
    }
}

fn is_negation(norm: &str) -> bool {
    matches!(norm, "not" | "n't" | "no" | "never" | "nor") || norm.ends_with("n't")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_an_entry() {
        let bad: Vec<_> =
            read(LEXICON).filter(|(_, entry)| entry.is_none()).map(|(n, _)| n).collect();
        assert!(bad.is_empty(), "malformed lines of src/lexicon/hedges.txt: {bad:?}");
    }

    #[test]
    fn every_entry_is_found_in_its_example() {
        let mut wrong = Vec::new();
        for (line, entry) in read(LEXICON) {
            let Some(entry) = entry else { continue };
            let document = Document::new(entry.example, &[]);
            let reported = Reported::new(&[], &[]);
            let tokens = 0..document.tokens().len();
            let view = View { document: &document, reported: &reported, tokens };
            let mut found = Vec::new();
            find(&view, &mut found);
            let best: Vec<_> = first_and_longest(&mut found).map(|f| f.entry.kind).collect();
            if !best.contains(&entry.kind) {
                let tagged = document.tokens().iter().map(|t| (document.norm(t), t.tag));
                wrong.push(format!("{line}: {:?} {:?}", entry.kind, tagged.collect::<Vec<_>>()));
            }
        }
        assert!(wrong.is_empty(), "src/lexicon/hedges.txt:\n{}", wrong.join("\n"));
    }
}
