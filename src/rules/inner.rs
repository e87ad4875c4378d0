//! Owns attributions of a quotation inside another: `“Then he said, ‘It is late,’ and left,” Ms. Li said.`
//!
//! Leaves out what is said inside a quotation without marks of its own: `construction` reads that.

use std::ops::Range;

use smallvec::smallvec;

use crate::{
    grammar::{
        phrase::subject_before,
        verb::{is_finite, verb_group},
        words::{is_in, is_mark, is_one, quotation_at, sentence_at, tag},
    },
    lexicon::list::List,
    rules::{
        content,
        cue::{Verb, cue_reason, of, spoken},
        quoted::speaks,
        relation::{Construction, Relation, found_by},
        word::{AND_BUT, OBJECTS},
    },
    token::{document::Document, quotation::Quotation, tag::Tag},
    vocabulary::{
        reason::{ReasonCode, reason},
        rule::{Rule, rule},
    },
};

/// The relation of a quotation inside another, given the outer one's tokens after the previous inner one.
type Row = Rule<fn(&Document, &Quotation, &Range<usize>) -> Option<Relation>>;

/// In the order they are asked.
#[rustfmt::skip]
pub const INNER: [Row; 2] = [
    rule("R65", "verb-before-inner-quotation", "A subject and a verb of saying introduce a quotation inside another.",
        "“Then he told me, ‘Go home.’”", introduced),
    rule("R66", "verb-behind-inner-quotation", "A clause of saying follows a quotation inside another.",
        "“‘Go home,’ he told me. I did.”", followed),
];

static HABITS: List = List::named("verb-of-habit");

/// How many tokens may separate a verb of saying from its quotation or its subject.
const NEAR: usize = 6;

/// The relations of all quotations inside others, in order.
pub fn relations(document: &Document) -> Vec<Relation> {
    let mut last = 0;
    let own = |inner: &Quotation| {
        let outer = quotation_at(document, inner.tokens.start)?.tokens.clone();
        let words = last.max(outer.start + 1)..outer.end;
        last = inner.tokens.end;
        found_by(&INNER, |find| find(document, inner, &words))
    };
    document.inner_quotations().iter().filter_map(own).collect()
}

fn introduced(document: &Document, inner: &Quotation, words: &Range<usize>) -> Option<Relation> {
    let open = inner.tokens.start;
    let floor = sentence_at(document, open).start.max(words.start);
    let end = open - usize::from(is_one(document, open - 1, &[",", ":"]));
    let from = floor.max(end.saturating_sub(NEAR));
    let bare = |at: &usize| !is_mark(document, *at);
    let (at, verb) =
        (from..end).rev().take_while(bare).find_map(|at| Some((at, quoting(document, at)?)))?;
    let group = verb_group(document, at, floor);
    // `People come up to me and say`, `She used to tell me`
    let joined = is_in(document, group.wrapping_sub(1), &AND_BUT)
        && (end == verb.end || is_in(document, end - 1, &OBJECTS));
    let habit = |at: &usize| group - at <= 2 && is_in(document, *at, &HABITS);
    let first = || (floor..group).rev().find(|at| habit(at) || joined && is_finite(document, *at));
    let source = subject(document, group, floor)
        .or_else(|| subject(document, verb_group(document, first()?, floor), floor))?;
    let cue = group..verb.end.min(open);
    Some(relation(&verb, source, cue, inner.tokens.clone(), ReasonCode::SourceBefore))
}

fn followed(document: &Document, inner: &Quotation, words: &Range<usize>) -> Option<Relation> {
    let (end, limit) = (inner.tokens.end, words.end);
    if !is_one(document, end.wrapping_sub(2), &[",", "?", "!", "-"]) {
        return None;
    }
    let content = inner.tokens.clone();
    if let Some(verb) = quoting(document, end).filter(|verb| verb.forms.tells()) {
        let source = content::source_after(document, verb.end, limit)?;
        let whole = speaks(document, &source);
        let cue = end..verb.end;
        return whole.then(|| relation(&verb, source, cue, content, ReasonCode::SourceAfter));
    }
    let bare = |at: &usize| !is_mark(document, *at);
    let mut near = (end + 1..limit.min(end + NEAR)).take_while(bare);
    let (at, verb) = near.find_map(|at| Some((at, quoting(document, at)?)))?;
    let group = verb_group(document, at, end);
    let source = subject(document, group, end).filter(|own| own.start == end)?;
    Some(relation(&verb, source, group..verb.end, content, ReasonCode::SourceBefore))
}

/// The subject before a verb of saying, without a leading conjunction.
fn subject(document: &Document, verb: usize, floor: usize) -> Option<Range<usize>> {
    let found = subject_before(document, verb, floor)?;
    let start = found.start + usize::from(is_in(document, found.start, &AND_BUT));
    let source = start..found.end;
    // `the guard` counts even if the noun lexicon does not know it.
    let nominal = matches!(tag(document, start), Tag::DT | Tag::PRPP)
        && tag(document, source.end.wrapping_sub(1)).is_noun();
    (!source.is_empty() && (nominal || speaks(document, &source))).then_some(source)
}

/// A verb of saying that takes a quotation.
fn quoting(document: &Document, at: usize) -> Option<Verb> {
    spoken(document, at).filter(|verb| verb.entry.takes('q'))
}

fn relation(
    verb: &Verb,
    source: Range<usize>,
    cue: Range<usize>,
    content: Range<usize>,
    order: ReasonCode,
) -> Relation {
    Relation {
        sources: smallvec![source],
        cue,
        contents: smallvec![content],
        confidence: 0.8,
        reasons: vec![cue_reason(verb), reason(order, ""), reason(ReasonCode::Quotation, "")],
        construction: Construction::Trailing,
        ..of(verb)
    }
}
