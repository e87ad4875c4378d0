//! Owns relations in which nothing is said, whatever their words look like: `emails seen by the committee`,
//! `was questioned about`, `a post that was wrong`.

use std::ops::Range;

use crate::{
    grammar::{
        verb::{is_auxiliary, is_passive},
        words::{is_one, norm, sentence_at, tag},
    },
    lexicon::noun::noun,
    rules::{
        noun_cue,
        relation::Relation,
        said::{is_about_name, is_object},
        transcript::is_rubric,
    },
    token::{document::Document, tag::Tag},
};

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
        && is_one(document, cue.start, &["obtained", "read", "reviewed", "seen", "viewed"])
        && is_one(document, cue.start + 1, &["by"])
}

/// `asked not to be named`, `spoke on condition of anonymity`
fn hides(document: &Document, cue: &Range<usize>) -> bool {
    const NEAR: usize = 4;
    const VERBS: [&str; 8] =
        ["asked", "declined", "requested", "speak", "speaking", "spoke", "talked", "wished"];
    const WORDS: [&str; 4] = ["anonymity", "anonymous", "identified", "named"];
    cue.clone().rev().take(2).any(|at| is_one(document, at, &VERBS))
        && (cue.end..cue.end + NEAR).any(|at| is_one(document, at, &WORDS))
}

/// `called 999`
fn rings(document: &Document, cue: &Range<usize>) -> bool {
    cue.len() == 1
        && is_one(document, cue.start, &["call", "called", "calls"])
        && tag(document, cue.end) == Tag::CD
}

/// `was known to the victim`
fn is_known(document: &Document, cue: &Range<usize>) -> bool {
    is_one(document, cue.end.wrapping_sub(1), &["to"])
        && is_one(document, cue.end.wrapping_sub(2), &["known"])
}

/// `pointed us to a post`
fn points(document: &Document, cue: &Range<usize>) -> bool {
    is_one(document, cue.end.wrapping_sub(1), &["directed", "pointed", "referred"])
        && is_object(document, cue.end)
}

/// `was questioned about his bonus`
fn is_asked(document: &Document, cue: &Range<usize>) -> bool {
    const WORDS: [&str; 5] = ["challenged", "grilled", "pressed", "questioned", "quizzed"];
    let mut heads = cue.start + 1..cue.end;
    heads.any(|at| is_one(document, at, &WORDS) && is_passive(document, cue.start, at))
}

/// `an engineer named Rosa Delgado`
fn is_called(document: &Document, cue: &Range<usize>) -> bool {
    cue.len() == 1 && is_one(document, cue.start, &["named"]) && tag(document, cue.end) == Tag::NNP
}

/// `is facing calls to explain`
fn faces(document: &Document, cue: &Range<usize>) -> bool {
    cue.clone().take(2).any(|at| is_one(document, at, &["faced", "faces", "facing"]))
}

/// `Let us admit`, `What she said that day is open`, `whatever she says`: nobody is quoted.
fn is_no_source(document: &Document, relation: &Relation) -> bool {
    let Some(source) = relation.sources.first() else { return false };
    let content = relation.contents.first().map_or(0, |content| content.start);
    let is = |at: usize| is_one(document, at, &["is", "was"]);
    let stated = is(relation.cue.end.wrapping_sub(1)) || is(relation.cue.end);
    let what = is_one(document, content, &["what"]) && source.start == content + 1;
    is_one(document, source.start, &["let"])
        || is_one(document, source.start, &["what"]) && !stated
        || is_one(document, content, &["whatever", "whichever", "whoever"])
        || what && sentence_at(document, content).start == content
}

/// `repeated a claim that the union disputed`, `pointed to a post that was wrong`: the clause says something
/// of the claim.
fn is_relative(document: &Document, relation: &Relation) -> bool {
    let last = relation.cue.end.wrapping_sub(1);
    let only = relation.contents.first().filter(|content| content.start == relation.cue.end);
    let Some(content) = only.filter(|_| tag(document, last).is_noun()) else { return false };
    let signals = noun_cue::noun(norm(document, last)).is_some();
    let subject =
        is_one(document, content.start, &["that"]) && is_auxiliary(document, content.start + 1);
    subject || signals && noun_cue::is_relative(document, content)
}
