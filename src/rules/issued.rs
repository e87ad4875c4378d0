//! Owns speech that a second verb carries: `issued a statement saying`, `was quoted as saying`.

use std::ops::Range;

use smallvec::smallvec;

use crate::{
    grammar::{
        phrase::subject_before,
        verb::verb_group,
        words::{is_mark, is_occasion, is_one, limit, norm, tag},
    },
    rules::{
        content,
        cue::{self, Verb},
        relation::Relation,
    },
    token::{document::Document, tag::Tag},
    vocabulary::reason::{ReasonCode, reason},
};

/// The verbs at which this construction begins: by most of them a statement comes into the world,
/// by the first three somebody is quoted.
pub const OPENERS: [&str; 25] = [
    "cited",
    "heard",
    "quoted",
    "circulated",
    "delivered",
    "issue",
    "issued",
    "issues",
    "issuing",
    "made",
    "penned",
    "post",
    "posted",
    "posts",
    "publish",
    "published",
    "put",
    "release",
    "released",
    "releases",
    "sent",
    "shared",
    "signed",
    "wrote",
    "writes",
];

/// The relation whose cue begins with the verb at token `at` and ends with `saying`.
pub fn relation(document: &Document, sentence: &Range<usize>, at: usize) -> Option<Relation> {
    let word = norm(document, at);
    let opener = OPENERS.iter().position(|opener| *opener == word)?;
    let saying = match opener {
        0..3 => gerund(document, behind_quoter(document, at + 1, sentence.end)?),
        3.. if tag(document, at).is_verb() => after_statement(document, at, sentence.end),
        _ => None,
    }?;
    let group = verb_group(document, at, sentence.start);
    let source = subject_before(document, group, sentence.start)?;
    let limit = limit(document, sentence);
    let content = content::after(document, &saying.entry, saying.end, limit)?;
    Some(Relation {
        sources: smallvec![source],
        cue: group..saying.end,
        contents: smallvec![content.tokens],
        lemma: saying.entry.lemma.into(),
        act: saying.entry.act,
        stance: saying.entry.stance,
        confidence: 0.85,
        reasons: vec![reason(ReasonCode::CueVerb, saying.entry.lemma), reason(content.code, "")],
    })
}

/// Where the verb stands behind `quoted as` or `quoted by Reuters as`.
fn behind_quoter(document: &Document, at: usize, end: usize) -> Option<usize> {
    const LONGEST: usize = 8;
    let inside = |at: &usize| norm(document, *at) != ",";
    let mut near = (at..end.min(at + LONGEST)).take_while(inside);
    let by = matches!(norm(document, at), "by" | "as");
    near.find(|at| norm(document, *at) == "as").filter(|_| by).map(|joint| joint + 1)
}

/// `saying` behind `issued a joint statement`.
fn after_statement(document: &Document, verb: usize, end: usize) -> Option<Verb> {
    const LONGEST: usize = 7;
    let inner = |at: &usize| !is_mark(document, *at) || norm(document, *at) == "-";
    let near = (verb + 1..end.min(verb + LONGEST)).take_while(inner);
    let noun =
        near.clone().find(|at| is_occasion(document, *at) && tag(document, *at).is_noun())?;
    gerund(document, noun + 1)
}

fn gerund(document: &Document, at: usize) -> Option<Verb> {
    let verb = cue::verb(document, at).filter(|verb| verb.forms.gerund)?;
    verb.entry.takes('c').then_some(verb)
}

/// `an official` in `Reuters quoted an official as saying`, where `as` is token `joint`.
pub fn quoted_object(document: &Document, joint: usize, floor: usize) -> Option<Range<usize>> {
    const LONGEST: usize = 12;
    let from = floor.max(joint.saturating_sub(LONGEST));
    let quotes = ["quoted", "quotes", "quoting", "cited", "cites", "citing"];
    let verb = (from..joint).rev().find(|at| is_one(document, *at, &quotes))?;
    let object = verb + 1..joint;
    let whole = !object.is_empty() && !object.clone().any(|at| tag(document, at) == Tag::Comma);
    whole.then_some(object)
}
