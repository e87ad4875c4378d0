//! Owns relations in which nothing is said, whatever their words look like: `emails seen by the committee`,
//! `was questioned about`, `a post that was wrong`.

use std::ops::Range;

use crate::{
    grammar::{
        verb::{is_auxiliary, is_passive},
        words::{is_in, is_one, norm, sentence_at, tag},
    },
    lexicon::{list::List, noun::noun},
    rules::{
        noun_cue,
        relation::Relation,
        said::{is_about_name, is_object},
        transcript::is_rubric,
    },
    token::{document::Document, tag::Tag},
};

static AGENT_PREPOSITION: List = List::named("agent-preposition");
static COMPLEMENTIZER: List = List::named("complementizer");
static COPULA: List = List::named("copula");
static FREE_RELATIVE: List = List::named("free-relative");
static HIDDEN_NAME: List = List::named("hidden-name");
static IMPERATIVE_LET: List = List::named("imperative-let");
static INFINITIVE_MARKER: List = List::named("infinitive-marker");
static INTERROGATIVE_WHAT: List = List::named("interrogative-what");
static KNOWN: List = List::named("known");
static NAMED: List = List::named("named");
static VERB_CALL: List = List::named("verb-call");
static VERB_FACE: List = List::named("verb-face");
static VERB_OF_HIDING: List = List::named("verb-of-hiding");
static VERB_OF_PERCEPTION: List = List::named("verb-of-perception");
static VERB_OF_POINTING: List = List::named("verb-of-pointing");
static VERB_OF_QUESTIONING: List = List::named("verb-of-questioning");

/// Whether nobody says anything in a relation.
pub fn is_silent(document: &Document, relation: &Relation) -> bool {
    let mut hidden = relation.sources.iter().zip(&relation.contents);
    let label = is_one(document, relation.cue.start, &[":"]);
    hidden.any(|(source, content)| is_about_name(document, source, content))
        || label && relation.sources.iter().any(|source| names_part(document, source))
        || CUES.iter().any(|silent| silent(document, &relation.cue))
        || is_no_source(document, relation)
        || is_relative(document, relation)
}

/// `Q&A: What the new rules mean`; a `poll` or a `source` may speak.
fn names_part(document: &Document, label: &Range<usize>) -> bool {
    is_rubric(document, label) && noun(norm(document, label.end - 1)).is_none()
}

/// The cues by which nobody says anything.
const CUES: [fn(&Document, &Range<usize>) -> bool; 8] =
    [sees, hides, rings, is_known, points, is_asked, is_called, faces];

/// `emails seen by the committee`
fn sees(document: &Document, cue: &Range<usize>) -> bool {
    cue.len() == 2
        && is_in(document, cue.start, &VERB_OF_PERCEPTION)
        && is_in(document, cue.start + 1, &AGENT_PREPOSITION)
}

/// `asked not to be named`, `spoke on condition of anonymity`
fn hides(document: &Document, cue: &Range<usize>) -> bool {
    const NEAR: usize = 4;
    cue.clone().rev().take(2).any(|at| is_in(document, at, &VERB_OF_HIDING))
        && (cue.end..cue.end + NEAR).any(|at| is_in(document, at, &HIDDEN_NAME))
}

/// `called 999`
fn rings(document: &Document, cue: &Range<usize>) -> bool {
    cue.len() == 1 && is_in(document, cue.start, &VERB_CALL) && tag(document, cue.end) == Tag::CD
}

/// `was known to the victim`
fn is_known(document: &Document, cue: &Range<usize>) -> bool {
    is_in(document, cue.end.wrapping_sub(1), &INFINITIVE_MARKER)
        && is_in(document, cue.end.wrapping_sub(2), &KNOWN)
}

/// `pointed us to a post`
fn points(document: &Document, cue: &Range<usize>) -> bool {
    is_in(document, cue.end.wrapping_sub(1), &VERB_OF_POINTING) && is_object(document, cue.end)
}

/// `was questioned about his bonus`
fn is_asked(document: &Document, cue: &Range<usize>) -> bool {
    let mut heads = cue.start + 1..cue.end;
    heads.any(|at| is_in(document, at, &VERB_OF_QUESTIONING) && is_passive(document, cue.start, at))
}

/// `an engineer named Rosa Delgado`
fn is_called(document: &Document, cue: &Range<usize>) -> bool {
    cue.len() == 1 && is_in(document, cue.start, &NAMED) && tag(document, cue.end) == Tag::NNP
}

/// `is facing calls to explain`
fn faces(document: &Document, cue: &Range<usize>) -> bool {
    cue.clone().take(2).any(|at| is_in(document, at, &VERB_FACE))
}

/// `Let us admit`, `What she said that day is open`, `whatever she says`: nobody is quoted.
fn is_no_source(document: &Document, relation: &Relation) -> bool {
    let Some(source) = relation.sources.first() else { return false };
    let content = relation.contents.first().map_or(0, |content| content.start);
    let is = |at: usize| is_in(document, at, &COPULA);
    let stated = is(relation.cue.end.wrapping_sub(1)) || is(relation.cue.end);
    let what = is_in(document, content, &INTERROGATIVE_WHAT) && source.start == content + 1;
    is_in(document, source.start, &IMPERATIVE_LET)
        || is_in(document, source.start, &INTERROGATIVE_WHAT) && !stated
        || is_in(document, content, &FREE_RELATIVE)
        || what && sentence_at(document, content).start == content
}

/// `repeated a claim that the union disputed`, `pointed to a post that was wrong`: the clause says something
/// of the claim.
fn is_relative(document: &Document, relation: &Relation) -> bool {
    let last = relation.cue.end.wrapping_sub(1);
    let only = relation.contents.first().filter(|content| content.start == relation.cue.end);
    let Some(content) = only.filter(|_| tag(document, last).is_noun()) else { return false };
    let signals = noun_cue::noun(norm(document, last)).is_some();
    let subject = is_in(document, content.start, &COMPLEMENTIZER)
        && is_auxiliary(document, content.start + 1);
    subject || signals && noun_cue::is_relative(document, content)
}
