//! Owns the phrases around a verb: its auxiliaries, its subject, what it governs.
//!
//! Everything is an index into the document's tokens; `floor` and `limit` keep a search inside one
//! sentence. What a phrase is worth is left to the constructions.

use std::ops::Range;

use crate::{
    grammar::{
        description::main_noun,
        verb::{is_adverb, is_finite},
        words::{OCCASIONS, is_comma, is_dash, is_inner_mark, is_mark, is_one, is_time, norm, tag},
    },
    token::{document::Document, tag::Tag},
};

/// Words that open a clause, so that a subject cannot reach over them.
const OPENERS: [&str; 21] = [
    "after", "although", "as", "because", "before", "but", "if", "once", "since", "so", "than",
    "that", "though", "unless", "until", "when", "where", "whereas", "whether", "while", "why",
];

const RELATIVES: [&str; 3] = ["who", "which", "that"];

/// The subject that ends just before `end`: a noun phrase with what follows its head, and with an
/// apposition between commas, as in `Ms. Li, the minister, said`.
pub fn subject_before(document: &Document, end: usize, floor: usize) -> Option<Range<usize>> {
    let last = end.checked_sub(1).filter(|last| *last >= floor)?;
    if is_one(document, last, &RELATIVES) {
        return Some(last..end);
    }
    if norm(document, last) == "," || is_dash(document, last) {
        return with_apposition(document, last, floor);
    }
    // `when I was a boy we said`.
    let alone = is_one(document, last, &["i", "we", "he", "she", "they"])
        && tag(document, last.wrapping_sub(1)).is_noun();
    let start = if alone { last } else { phrase_start(document, end, floor) };
    let start = with_relative(document, start, end, floor).unwrap_or(start);
    let subject = trim_left(document, start..end);
    (!subject.is_empty() && (subject.clone()).any(|at| !is_mark(document, at))).then_some(subject)
}

/// `An official who asked not to be named said`: the clause with `who` belongs to the subject.
fn with_relative(document: &Document, start: usize, end: usize, floor: usize) -> Option<usize> {
    const LONGEST: usize = 15;
    let verb = start.checked_sub(1).filter(|verb| *verb > floor)?;
    let from = floor.max(end.saturating_sub(LONGEST));
    let who = (from..=verb).rev().find(|at| norm(document, *at) == "who")?;
    let whole = !(who..end).any(|at| is_mark(document, at) && !is_inner_mark(document, at));
    let verbless = !(start..end).any(|at| is_finite(document, at));
    let head = who.checked_sub(1).filter(|head| tag(document, *head).is_noun())?;
    (whole && verbless && start > who).then(|| phrase_start(document, head + 1, floor))
}

fn with_apposition(document: &Document, comma: usize, floor: usize) -> Option<Range<usize>> {
    const LONGEST: usize = 30;
    let from = floor.max(comma.saturating_sub(LONGEST));
    let pair = |at: usize| match norm(document, comma) {
        "," => norm(document, at) == ",",
        _ => is_dash(document, at),
    };
    let first = (from..comma).rev().find(|at| pair(*at))?;
    // `, a copy of which`.
    let which = (first + 1..comma).take(4).any(|at| norm(document, at) == "which");
    let done = matches!(tag(document, first + 1), Tag::VBN | Tag::VBD);
    let relative = which || done || is_one(document, first + 1, &["who", "when", "where", "whose"]);
    let verbless = !(first + 1..comma).any(|at| is_finite(document, at));
    if !relative && !verbless || first + 1 == comma {
        return None;
    }
    let head = subject_before(document, first, floor)?;
    // `The navy, in a letter, said`, `Ms. Li, for her part, thinks`.
    if is_one(document, first + 1, &["for", "in"]) && norm(document, comma) == "," {
        return Some(head);
    }
    let age = head.clone().all(|at| tag(document, at) == Tag::CD);
    let earlier = head.start.checked_sub(1).filter(|at| age && norm(document, *at) == ",");
    let head = match earlier {
        Some(comma) => subject_before(document, comma, floor)?,
        None => head,
    };
    Some(head.start..comma)
}

fn phrase_start(document: &Document, end: usize, floor: usize) -> usize {
    let (mut at, mut joint) = (end, None);
    while at > floor {
        let before = at - 1;
        if let Some(open) = bracket(document, before, floor) {
            at = open;
            continue;
        }
        if is_mark(document, before) && !is_inner_mark(document, before)
            || is_one(document, before, &OPENERS)
        {
            // `in that chair and you sit`.
            let own =
                joint.filter(|at| is_one(document, *at, &["he", "it", "she", "they", "we", "you"]));
            return own.unwrap_or(at);
        }
        if is_finite(document, before) {
            return joint.unwrap_or(at);
        }
        if is_one(document, before, &["and", "or"]) {
            joint = Some(at);
        }
        at = before;
    }
    at
}

/// Where a short bracket that closes at `close` opens: `(IAEA)` is part of a phrase.
fn bracket(document: &Document, close: usize, floor: usize) -> Option<usize> {
    const LONGEST: usize = 8;
    let from = floor.max(close.saturating_sub(LONGEST));
    let closes = matches!(norm(document, close), ")" | "]");
    (from..close).rev().find(|at| closes && matches!(norm(document, *at), "(" | "["))
}

#[rustfmt::skip]
const FRONTED: [&str; 15] = [
    "and", "but", "or", "however", "meanwhile", "still", "yet", "instead", "separately", "then",
    "later", "also", "today", "yesterday", "something",
];

/// Leaves out what stands before a subject without a comma: `On Monday Ms. Li`.
fn trim_left(document: &Document, phrase: Range<usize>) -> Range<usize> {
    let mut start = phrase.start;
    while start < phrase.end {
        let dated =
            is_one(document, start, &["last", "next", "this"]) && is_time(document, start + 1);
        if dated && start + 2 < phrase.end {
            start += 2;
        } else if is_one(document, start, &["on", "in", "by", "at", "during"]) {
            let reach = (start + 4).min(phrase.end);
            match (start + 1..reach).find(|at| is_time(document, *at)) {
                Some(time) => start = time + 1,
                None => return start..start,
            }
        } else if is_one(document, start, &FRONTED) || is_adverb(document, start) {
            start += 1;
        } else {
            break;
        }
    }
    start..phrase.end
}

/// The noun phrase that begins at `start`, with what follows its head and an apposition.
pub fn phrase_after(document: &Document, start: usize, limit: usize) -> Option<Range<usize>> {
    let mut at = start;
    while at < limit && !ends_phrase(document, at, start) {
        at += 1;
    }
    if at < limit && norm(document, at) == "," {
        at = apposition_end(document, at, limit).unwrap_or(at);
    }
    (at > start).then_some(start..at)
}

fn ends_phrase(document: &Document, at: usize, start: usize) -> bool {
    if is_mark(document, at) {
        return !is_inner_mark(document, at);
    }
    if is_one(document, at, &OPENERS) || is_finite(document, at) {
        return norm(document, at) != "as" || at == start;
    }
    let adjunct = is_one(document, at, &["in", "on", "during", "at", "by", "to", "after"])
        && (at + 1..at + 4)
            .any(|next| is_time(document, next) || is_one(document, next, &OCCASIONS));
    at > start && (adjunct || is_time(document, at) || is_adverb(document, at))
}

/// Where `, the minister,` ends; none where the comma opens something else.
fn apposition_end(document: &Document, comma: usize, limit: usize) -> Option<usize> {
    let standing = main_noun(document, comma + 1..limit).is_some_and(|noun| noun.is_human());
    let small = matches!(tag(document, comma + 1), Tag::NN | Tag::NNS | Tag::JJ);
    let role = small && standing && !is_time(document, comma + 1);
    let opens = is_one(document, comma + 1, &["a", "an", "the", "who", "its", "his", "her"]);
    if !(opens || role) || is_mark(document, comma + 1) {
        return None;
    }
    let mut at = comma + 1;
    let relative = norm(document, at) == "who";
    while at < limit && (!is_mark(document, at) || is_inner_mark(document, at)) {
        if !relative && is_finite(document, at) {
            return None;
        }
        at += 1;
    }
    Some(at)
}

/// Leaves out marks at the ends, but no quotation marks and no `%` or `$`.
pub fn trim_marks(document: &Document, mut phrase: Range<usize>) -> Range<usize> {
    let counts = |at: usize| tag(document, at) == Tag::Dollar || norm(document, at) == "%";
    let bare = |at: usize| is_mark(document, at) && norm(document, at) != "\"" && !counts(at);
    while !phrase.is_empty() && bare(phrase.end - 1) {
        phrase.end -= 1;
    }
    while !phrase.is_empty() && bare(phrase.start) {
        phrase.start += 1;
    }
    phrase
}

/// `, with the chair, Robert Lane, warning that`: who stands between `with` and a verb in -ing.
pub fn subject_with(document: &Document, verb: usize, floor: usize) -> Option<Range<usize>> {
    let subject = subject_before(document, verb, floor)?;
    let is_with = |at: &usize| is_one(document, *at, &["with"]);
    let inside = subject.clone().find(is_with);
    let with = inside.or(subject.start.checked_sub(1).filter(is_with))?;
    let apart = with > floor && is_comma(document, with - 1);
    (apart && with + 1 < subject.end).then_some(with + 1..subject.end)
}
