//! Owns speech that a second verb carries: `issued a statement saying`, `was quoted as saying`.

use std::ops::Range;

use smallvec::smallvec;

use crate::{
    grammar::{
        phrase::subject_before,
        verb::verb_group,
        words::{is_in, is_mark, is_occasion, norm, tag},
    },
    lexicon::list::List,
    rules::{
        candidate::Candidate,
        content,
        cue::{self, Verb, cue_reason, of},
        relation::{Construction, Relation},
        word::{AS, BY},
    },
    token::{document::Document, tag::Tag},
    vocabulary::reason::reason,
};

static QUOTED: List = List::named("participle-of-quoting");
static ISSUING: List = List::named("verb-of-issuing");
static QUOTING: List = List::named("verb-of-quoting");

/// The words at which these constructions begin.
pub static OPENERS: [&List; 2] = [&QUOTED, &ISSUING];

/// `was quoted by Reuters as saying that`.
pub fn quoted_as_saying(candidate: &Candidate) -> Option<Relation> {
    let Candidate { document, at, bounds, .. } = candidate;
    let quoted = is_in(document, *at, &QUOTED);
    let verb = quoted.then(|| behind_as(document, at + 1, bounds.end)).flatten()?;
    second_verb(candidate, &gerund(document, verb)?)
}

/// `issued a joint statement saying that`.
pub fn statement_saying(candidate: &Candidate) -> Option<Relation> {
    let Candidate { document, at, bounds, .. } = candidate;
    let issues = is_in(document, *at, &ISSUING) && tag(document, *at).is_verb();
    second_verb(candidate, &issues.then(|| behind_noun(document, *at, bounds.end)).flatten()?)
}

/// The relation whose cue begins with the candidate's verb and ends with `saying`.
fn second_verb(candidate: &Candidate, saying: &Verb) -> Option<Relation> {
    let Candidate { document, at, bounds, limit, .. } = candidate;
    let group = verb_group(document, *at, bounds.start);
    let source = subject_before(document, group, bounds.start)?;
    let content = content::after(document, &saying.entry, saying.end, *limit)?;
    Some(Relation {
        sources: smallvec![source],
        cue: group..saying.end,
        contents: smallvec![content.tokens],
        confidence: 0.85,
        reasons: vec![cue_reason(saying), reason(content.code, "")],
        construction: Construction::SecondVerb,
        ..of(saying)
    })
}

/// Where the verb stands behind `quoted as` or `quoted by Reuters as`.
fn behind_as(document: &Document, at: usize, end: usize) -> Option<usize> {
    const LONGEST: usize = 8;
    let inside = |at: &usize| norm(document, *at) != ",";
    let mut near = (at..end.min(at + LONGEST)).take_while(inside);
    let opens = is_in(document, at, &BY) || is_in(document, at, &AS);
    near.find(|at| is_in(document, *at, &AS)).filter(|_| opens).map(|conjunction| conjunction + 1)
}

/// `saying` behind `issued a joint statement`.
fn behind_noun(document: &Document, verb: usize, end: usize) -> Option<Verb> {
    const LONGEST: usize = 7;
    let inner = |at: &usize| !is_mark(document, *at) || norm(document, *at) == "-";
    let mut near = (verb + 1..end.min(verb + LONGEST)).take_while(inner);
    let noun = near.find(|at| is_occasion(document, *at) && tag(document, *at).is_noun())?;
    gerund(document, noun + 1)
}

fn gerund(document: &Document, at: usize) -> Option<Verb> {
    cue::verb(document, at).filter(|verb| verb.forms.gerund && verb.entry.takes('c'))
}

/// `an official` in `Reuters quoted an official as saying`, where `as` is token `conjunction`.
pub fn quoted_object(
    document: &Document,
    conjunction: usize,
    floor: usize,
) -> Option<Range<usize>> {
    const LONGEST: usize = 12;
    let from = floor.max(conjunction.saturating_sub(LONGEST));
    let verb = (from..conjunction).rev().find(|at| is_in(document, *at, &QUOTING))?;
    let object = verb + 1..conjunction;
    let whole = !object.is_empty() && !object.clone().any(|at| tag(document, at) == Tag::Comma);
    whole.then_some(object)
}
