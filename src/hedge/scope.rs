//! Owns scope: the words that a hedge governs, by the marks and tags around it.
//!
//! A scope always covers its cue. It is a noun phrase ("an {alleged} thief"), the clause around
//! the cue ("the firm {may} close"), or what follows it ("{I think} it will rain").

use std::ops::Range;

use crate::{
    hedge::view::View, lexicon::list::List, token::tag::Tag, vocabulary::kinds::HedgeKind,
};

static ADVERBIAL_CONJUNCTION: List = List::named("adverbial-conjunction");
static CLAUSE_AFTER_COMMA: List = List::named("clause-after-comma");
static CONDITIONAL_FRONT: List = List::named("conditional-front");
static COMPLEMENT_OPENER: List = List::named("complement-opener");
static COMPLEMENTIZER: List = List::named("complementizer");
static RELATIVE_WHO_WHICH: List = List::named("relative-who-which");
static SCOPE_SUBORDINATOR: List = List::named("scope-subordinator");

/// How many tokens a scope can reach to either side of its cue; a limit keeps time linear.
const LIMIT: usize = 80;

/// How far a cue reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// The clause it stands in, with its subject.
    Clause,
    /// From the cue to the end of its clause.
    Complement,
    /// From the cue to the head of its phrase.
    Phrase,
    /// The condition and what depends on it.
    Conditional,
    /// The whole sentence.
    Sentence,
}

impl Reach {
    /// Reads the name in a lexicon.
    pub fn read(name: &str) -> Option<Self> {
        Some(match name {
            "clause" => Self::Clause,
            "complement" => Self::Complement,
            "phrase" => Self::Phrase,
            "conditional" => Self::Conditional,
            "sentence" => Self::Sentence,
            _ => return None,
        })
    }

    /// How far a cue reaches if its entry does not say.
    pub fn of(kind: HedgeKind, view: &View<'_>, cue: &Range<usize>) -> Self {
        use HedgeKind::*;
        match kind {
            Approximator | Quantity | Bound => Self::Phrase,
            Condition => Self::Conditional,
            Modal | Generaliser | Weasel => Self::Clause,
            _ if is_attribute(view, cue) => Self::Phrase,
            _ if opens_complement(view, cue) => Self::Complement,
            _ => Self::Clause,
        }
    }

    /// The tokens in reach of the cue, within `limit`.
    pub fn tokens(self, view: &View<'_>, cue: &Range<usize>, limit: &Range<usize>) -> Range<usize> {
        let limit =
            &(limit.start.max(cue.start.saturating_sub(LIMIT))..limit.end.min(cue.end + LIMIT));
        let scope = match self {
            Self::Clause => {
                let end = clause_end(view, past_comma(view, cue), limit);
                let ahead = has_finite(view, cue.start..end);
                let verb = if ahead { cue.start } else { verb_before(view, cue.start, limit) };
                clause_start(view, verb, limit)..end
            }
            Self::Complement => cue.start..complement_end(view, cue.end, limit),
            Self::Phrase => cue.start..phrase_end(view, cue.end, limit),
            Self::Conditional => conditional(view, cue, limit),
            Self::Sentence => limit.clone(),
        };
        without_edges(view, scope.start.min(cue.start)..scope.end.max(cue.end), cue)
    }
}

/// Whether the cue modifies the noun after it: "an alleged thief".
fn is_attribute(view: &View<'_>, cue: &Range<usize>) -> bool {
    let tag = |at| view.get(at).map(|(_, tag)| tag);
    let adjective = matches!(tag(cue.end.saturating_sub(1)), Some(Tag::JJ | Tag::VBN | Tag::VBD));
    adjective && tag(cue.end).is_some_and(|t| t.is_noun() || matches!(t, Tag::JJ | Tag::CD))
}

/// Whether a clause after the cue depends on it: "it is unclear whether", "I think that", "he believes he".
fn opens_complement(view: &View<'_>, cue: &Range<usize>) -> bool {
    let last = cue.end.saturating_sub(1);
    let verb = view.get(last).is_some_and(|(_, tag)| tag.is_verb() && tag != Tag::MD);
    view.get(cue.end).is_some_and(|(norm, tag)| match norm {
        word if COMPLEMENT_OPENER.has(word) => true,
        _ => {
            verb && (tag.is_noun()
                || matches!(tag, Tag::PRP | Tag::DT | Tag::PRPP | Tag::JJ | Tag::EX))
        }
    })
}

/// A condition: up to the end of its clause if it opens one ("if it rains, …"), else with the clause before it.
fn conditional(view: &View<'_>, cue: &Range<usize>, limit: &Range<usize>) -> Range<usize> {
    let fronted = cue.start.checked_sub(1).is_none_or(|before| {
        before < limit.start
            || view.get(before).is_none_or(|(norm, tag)| {
                tag.is_mark() || matches!(norm, "," | "\"") || CONDITIONAL_FRONT.has(norm)
            })
    });
    let end = complement_end(view, cue.end, limit);
    if fronted {
        return cue.start..end;
    }
    clause_start(view, verb_before(view, cue.start, limit), limit)..end
}

/// The verb before a cue at the end of its clause: "the fair {may} close, perhaps".
fn verb_before(view: &View<'_>, cue: usize, limit: &Range<usize>) -> usize {
    (limit.start..cue)
        .rev()
        .take_while(|at| !is_break(view, *at))
        .find(|at| view.get(*at).is_some_and(|(_, tag)| is_finite(tag)))
        .unwrap_or(cue)
}

/// Where the clause around a cue begins, with its subject.
fn clause_start(view: &View<'_>, cue: usize, limit: &Range<usize>) -> usize {
    let (mut at, mut subject) = (cue, false);
    while at > limit.start {
        let before = at - 1;
        let Some((norm, tag)) = view.get(before) else { break };
        if is_break(view, before) || is_subordinator(norm, tag) {
            break;
        }
        if norm == "," || tag == Tag::CC {
            match (subject, tag) {
                (true, Tag::CC) if !has_finite(view, limit.start..before) => {}
                (false, Tag::Comma | Tag::NN) => {
                    at = opening_comma(view, before, limit);
                    continue;
                }
                _ => break,
            }
        } else if matches!(tag, Tag::WDT | Tag::WP) {
            return if subject { at } else { before };
        } else if subject && is_finite(tag) {
            match relative_before(view, before, limit) {
                Some(pronoun) => {
                    at = pronoun;
                    continue;
                }
                None => break,
            }
        }
        subject |= tag.is_noun() || matches!(tag, Tag::PRP | Tag::EX | Tag::DT);
        at = before;
    }
    at
}

/// The comma that opens an aside which the comma at `closing` ends: "the firm, based in Ohio, may move".
fn opening_comma(view: &View<'_>, closing: usize, limit: &Range<usize>) -> usize {
    (limit.start..closing)
        .rev()
        .take_while(|at| !is_break(view, *at))
        .find(|at| view.get(*at).is_some_and(|(norm, _)| norm == ","))
        .unwrap_or(closing)
}

/// The relative pronoun before a verb: "the man {who} sold it may appeal".
fn relative_before(view: &View<'_>, verb: usize, limit: &Range<usize>) -> Option<usize> {
    (limit.start..verb).rev().take(3).find(|at| {
        view.get(*at).is_some_and(|(norm, tag)| {
            matches!(tag, Tag::WDT | Tag::WP) || RELATIVE_WHO_WHICH.has(norm)
        })
    })
}

/// The token after the cue, or after the comma that sets it apart: "allegedly, he paid".
fn past_comma(view: &View<'_>, cue: &Range<usize>) -> usize {
    let comma = |at| view.get(at).is_some_and(|(norm, _)| norm == ",");
    let before = cue.start.checked_sub(1);
    let apart = before.is_none_or(|at| view.get(at).is_none_or(|(_, tag)| tag.is_mark()));
    cue.end + usize::from(apart && comma(cue.end))
}

fn clause_end(view: &View<'_>, from: usize, limit: &Range<usize>) -> usize {
    (from..limit.end).find(|at| ends_clause(view, *at, limit)).unwrap_or(limit.end)
}

fn ends_clause(view: &View<'_>, at: usize, limit: &Range<usize>) -> bool {
    let Some((norm, tag)) = view.get(at).filter(|_| !is_break(view, at)) else { return true };
    match norm {
        word if ADVERBIAL_CONJUNCTION.has(word) => true,
        "," => view.get(at + 1).is_none_or(|(next, tag)| {
            is_subordinator(next, tag)
                || next == "\""
                || CLAUSE_AFTER_COMMA.has(next)
                || has_own_subject(view, at + 1, limit)
        }),
        _ => tag == Tag::CC && has_own_subject(view, at + 1, limit),
    }
}

/// Whether a clause with a subject of its own follows: "and workers will leave".
fn has_own_subject(view: &View<'_>, from: usize, limit: &Range<usize>) -> bool {
    let from = from + usize::from(view.get(from).is_some_and(|(_, tag)| tag == Tag::CC));
    let subject = |at: usize| {
        view.get(at).is_some_and(|(_, tag)| {
            tag.is_noun()
                || matches!(
                    tag,
                    Tag::PRP | Tag::DT | Tag::PRPP | Tag::JJ | Tag::CD | Tag::EX | Tag::RB
                )
        })
    };
    let end = (from..limit.end).take(8).find(|at| !subject(*at)).unwrap_or(from);
    end > from && view.get(end).is_some_and(|(_, tag)| is_finite(tag))
}

fn complement_end(view: &View<'_>, from: usize, limit: &Range<usize>) -> usize {
    (from..limit.end).find(|at| is_break(view, *at)).unwrap_or(limit.end)
}

fn phrase_end(view: &View<'_>, from: usize, limit: &Range<usize>) -> usize {
    let mut at = from;
    while let Some((_, tag)) = view.get(at).filter(|_| at < limit.end) {
        use Tag::{CD, DT, Dollar, HYPH, JJ, JJR, JJS, POS, PRPP, RB, VBG, VBN};
        let inside = tag.is_noun()
            || matches!(
                tag,
                CD | DT | Dollar | HYPH | JJ | JJR | JJS | POS | PRPP | RB | VBG | VBN
            );
        if !inside {
            break;
        }
        at += 1;
        if tag.is_noun()
            && !view.get(at).is_some_and(|(_, t)| t.is_noun() || matches!(t, POS | HYPH))
        {
            break;
        }
    }
    at.max(from)
}

fn has_finite(view: &View<'_>, mut tokens: Range<usize>) -> bool {
    tokens.any(|at| view.get(at).is_some_and(|(_, tag)| is_finite(tag)))
}

const fn is_finite(tag: Tag) -> bool {
    matches!(tag, Tag::VBD | Tag::VBZ | Tag::VBP | Tag::MD)
}

/// Whether a mark ends every clause; a hyphen inside a word does not.
fn is_break(view: &View<'_>, at: usize) -> bool {
    view.get(at).is_none_or(|(norm, tag)| match norm {
        ";" | ":" | "(" | ")" | "[" | "]" | "…" | "..." | "--" => true,
        "-" => tag != Tag::HYPH && !view.is_inside_word(at),
        _ => matches!(tag, Tag::Open | Tag::Close),
    })
}

fn is_subordinator(norm: &str, tag: Tag) -> bool {
    SCOPE_SUBORDINATOR.has(norm) || COMPLEMENTIZER.has(norm) && !matches!(tag, Tag::DT | Tag::WDT)
}

/// Drops marks at the ends of a scope, but no `$` before a number and no `%` after one.
fn without_edges(view: &View<'_>, mut scope: Range<usize>, cue: &Range<usize>) -> Range<usize> {
    let mark = |at| view.get(at).is_some_and(|(norm, _)| !norm.contains(char::is_alphanumeric));
    while scope.end > cue.end
        && mark(scope.end - 1)
        && view.get(scope.end - 1).is_none_or(|(n, _)| n != "%")
    {
        scope.end -= 1;
    }
    while scope.start < cue.start
        && mark(scope.start)
        && view.get(scope.start).is_none_or(|(n, _)| n != "$")
    {
        scope.start += 1;
    }
    scope
}
