//! Owns the words that a user adds to the hedges: literals, and short patterns of words.
//!
//! A pattern is a row of words, as in `lexicon/en/hedges.txt`: `a/b` is either, `?` may be missing, `…` is
//! at most three words. There are no regular expressions; `pattern.rs` says why a match stays cheap.

use std::{borrow::Cow, collections::HashMap, ops::Range};

use crate::{
    hedge::{
        pattern::{Element, Slot, Towards, ends},
        reported::Reported,
        scope::Reach,
        view::{View, views},
    },
    report::{Attribution, Hedge, Source},
    text::span::Span,
    token::{document::Document, tokens::Tokens},
    vocabulary::{
        kinds::HedgeKind,
        reason::{Reason, ReasonCode},
    },
};

/// How many words an entry may have.
const WORDS: usize = 12;
/// How many bytes an entry may have.
const BYTES: usize = 200;

/// Words that a user wants marked as hedges of a kind, or never marked as one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnEntry {
    elements: Vec<Element<Words>>,
    kind: Option<HedgeKind>,
    lexicon: String,
}

/// What is wrong with an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum OwnEntryError {
    /// There are no words in it.
    #[error("an entry without words")]
    Empty,
    /// It is longer than an entry may be.
    #[error("an entry of more than {WORDS} words or {BYTES} bytes")]
    TooLong,
    /// It does not begin with words that must be there.
    #[error("an entry that begins with words that may be missing")]
    OpenStart,
}

/// The alternatives of one element, each a row of normal forms: `so-called` is three.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Words(Vec<Vec<String>>);

impl OwnEntry {
    /// Reads an entry of the lexicon of that name; without a kind its words are never a hedge.
    ///
    /// # Errors
    ///
    /// Says what is wrong with the words.
    pub fn new(words: &str, kind: Option<HedgeKind>, lexicon: &str) -> Result<Self, OwnEntryError> {
        let own = words.split_whitespace().take(WORDS + 1);
        let elements: Vec<_> =
            own.filter_map(|element| Element::read(element, Words::read)).collect();
        if elements.len() > WORDS || words.len() > BYTES {
            return Err(OwnEntryError::TooLong);
        }
        match elements.first() {
            None => Err(OwnEntryError::Empty),
            Some(Element::One { slot: Words(any), optional: false })
                if any.iter().all(|norms| !norms.is_empty()) =>
            {
                Ok(Self { elements, kind, lexicon: lexicon.to_owned() })
            }
            Some(_) => Err(OwnEntryError::OpenStart),
        }
    }

    /// The normal forms that a match may begin with.
    fn openings(&self) -> impl Iterator<Item = &str> {
        let any = match self.elements.first() {
            Some(Element::One { slot: Words(any), .. }) => any.as_slice(),
            _ => &[],
        };
        any.iter().filter_map(|norms| norms.first()).map(String::as_str)
    }

    /// Where the longest match ends that begins at a token.
    fn end(&self, view: &View<'_>, at: usize) -> Option<usize> {
        let longest = ends(self.elements.iter(), view, at, Towards::End).into_iter().max();
        longest.filter(|&end| end > at)
    }
}

impl Words {
    fn read(words: &str) -> Option<Self> {
        Some(Self(words.split('/').map(norms).collect()))
    }
}

impl Slot for Words {
    fn ends(&self, view: &View<'_>, at: usize, towards: Towards) -> impl Iterator<Item = usize> {
        self.0.iter().filter_map(move |norms| {
            let (start, end) = match towards {
                Towards::End => (at, at + norms.len()),
                Towards::Start => {
                    let start = at.checked_sub(norms.len())?;
                    (start, start)
                }
            };
            stand(norms, view, start).then_some(end)
        })
    }
}

/// The normal forms of the tokens of some words.
fn norms(words: &str) -> Vec<String> {
    let mut tokens = Tokens::default();
    tokens.push_sentence(words, Span::new(0, words.len()));
    tokens.list().iter().map(|token| tokens.norm(token).to_owned()).collect()
}

fn stand(norms: &[String], view: &View<'_>, at: usize) -> bool {
    (at..).zip(norms).all(|(at, norm)| view.get(at).is_some_and(|(found, _)| found == norm))
}

/// The hedges with those of the user's own entries, which go before the others.
pub fn with_own(
    hedges: Vec<Hedge>,
    document: &Document<'_>,
    said: (&[Attribution], &[Source]),
    entries: &[OwnEntry],
) -> Vec<Hedge> {
    if entries.is_empty() {
        return hedges;
    }
    let reported = Reported::new(said.0, said.1);
    let own = found(document, &reported, entries);
    let is_free = |hedge: &Hedge| {
        let after = own.partition_point(|(span, _)| span.end <= hedge.span.start);
        own.get(after).is_none_or(|(span, _)| !span.overlaps(hedge.span))
    };
    let mut all: Vec<_> = hedges.into_iter().filter(is_free).collect();
    all.extend(own.into_iter().filter_map(|(_, hedge)| hedge));
    all.sort_by_key(|hedge| hedge.span.start);
    all
}

/// Where the entries match, in text order; of those that overlap, the first and longest.
fn found(
    document: &Document<'_>,
    reported: &Reported<'_>,
    entries: &[OwnEntry],
) -> Vec<(Span, Option<Hedge>)> {
    let mut index: HashMap<&str, Vec<&OwnEntry>> = HashMap::new();
    for entry in entries {
        for opening in entry.openings() {
            index.entry(opening).or_default().push(entry);
        }
    }
    let mut out = Vec::new();
    for view in views(document, reported) {
        let mut at = view.tokens.start;
        while let Some((norm, _)) = view.get(at) {
            let near = index.get(norm).map_or(&[][..], Vec::as_slice);
            let ends = near.iter().filter_map(|entry| Some((entry.end(&view, at)?, *entry)));
            let best = ends.max_by_key(|(end, _)| *end);
            if let Some((end, entry)) = best {
                out.push((
                    document.span(at..end),
                    entry.kind.map(|kind| hedge(&view, at..end, kind, entry)),
                ));
            }
            at = best.map_or(at + 1, |(end, _)| end);
        }
    }
    out
}

fn hedge(view: &View<'_>, cue: Range<usize>, kind: HedgeKind, entry: &OwnEntry) -> Hedge {
    let span = view.document.span(cue.clone());
    let limit = view.limit(span);
    let reach = Reach::of(kind, view, &cue);
    let reason = |code, detail| Reason { code, detail: Cow::Owned(detail), weight: None };
    Hedge {
        span,
        kind,
        scope: view.document.span(reach.tokens(view, &cue, &limit)),
        confidence: 1.0,
        reasons: vec![
            reason(ReasonCode::OwnLexicon, entry.lexicon.clone()),
            reason(ReasonCode::Cue, view.document.words(span).to_owned()),
        ],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Options, annotate};

    fn marked(text: &str, words: &str, kind: Option<HedgeKind>) -> Vec<(String, HedgeKind)> {
        let lexicon = vec![OwnEntry::new(words, kind, "house").unwrap()];
        let options = Options { lexicon, ..Options::default() };
        let hedges = annotate(text, &options).hedges;
        hedges.iter().map(|h| (h.span.of(text).to_owned(), h.kind)).collect()
    }

    #[test]
    fn own_words_are_marked_whatever_their_case_and_dashes() {
        let weasel = Some(HedgeKind::Weasel);
        let text = "Sources in the know say the so-called plan is dead.";
        let found = marked(text, "sources … know/knew", weasel);
        assert!(found.contains(&("Sources in the know".into(), HedgeKind::Weasel)), "{found:?}");
        let found = marked(text, "so-called", weasel);
        assert!(found.contains(&("so-called".into(), HedgeKind::Weasel)), "{found:?}");
        assert!(marked("The plan is dead.", "plans", weasel).is_empty());
    }

    #[test]
    fn what_may_be_missing_may_be_missing() {
        let modal = Some(HedgeKind::Modal);
        for text in ["It is set to close.", "It is all set to close."] {
            assert!(!marked(text, "is all? set to", modal).is_empty(), "{text}");
        }
        assert!(marked("It is now set to close.", "is all? set to", modal).is_empty());
    }

    #[test]
    fn an_entry_without_a_kind_takes_a_mark_away() {
        assert!(!marked("The firm may close.", "might", None).is_empty());
        assert!(marked("The firm may close.", "may", None).is_empty());
    }

    #[test]
    fn the_longest_match_wins_and_none_overlap() {
        let entry = |words| OwnEntry::new(words, Some(HedgeKind::Belief), "house").unwrap();
        let lexicon = vec![entry("insiders"), entry("insiders and friends"), entry("friends say")];
        let options = Options { lexicon, ..Options::default() };
        let text = "Insiders and friends say it will close.";
        let hedges = annotate(text, &options).hedges;
        let own: Vec<_> = hedges
            .iter()
            .filter(|h| h.reasons.iter().any(|r| r.code == ReasonCode::OwnLexicon))
            .collect();
        assert_eq!(
            own.iter().map(|h| h.span.of(text)).collect::<Vec<_>>(),
            ["Insiders and friends"]
        );
        assert!(hedges.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start));
    }

    #[test]
    fn an_entry_that_is_no_entry_says_why() {
        let error = |words: &str| OwnEntry::new(words, None, "house").unwrap_err();
        assert_eq!(error("  "), OwnEntryError::Empty);
        assert_eq!(error("may? be"), OwnEntryError::OpenStart);
        assert_eq!(error("… be"), OwnEntryError::OpenStart);
        assert_eq!(error("/a b"), OwnEntryError::OpenStart);
        assert_eq!(error(&"a ".repeat(13)), OwnEntryError::TooLong);
        assert_eq!(error(&"a".repeat(201)), OwnEntryError::TooLong);
    }
}
