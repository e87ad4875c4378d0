//! Owns the phrases around a verb: its auxiliaries, its subject, what it governs.
//!
//! Everything is an index into the document's tokens; `floor` and `limit` keep a search inside one
//! sentence. What a phrase is worth is left to the constructions.

use std::ops::Range;

use crate::{
    grammar::description::main_noun,
    token::{document::Document, quotation::Quotation, tag::Tag},
};

/// A token's normal form; empty outside the text.
pub fn norm<'d>(document: &'d Document, at: usize) -> &'d str {
    document.tokens().get(at).map_or("", |token| document.norm(token))
}

/// A token's part of speech.
pub fn tag(document: &Document, at: usize) -> Tag {
    document.tokens().get(at).map_or(Tag::XX, |token| token.tag)
}

/// Whether a token is one of some words.
pub fn is_one(document: &Document, at: usize, words: &[&str]) -> bool {
    words.contains(&norm(document, at))
}

/// Whether a token is a mark and no word.
pub fn is_mark(document: &Document, at: usize) -> bool {
    document.tokens().get(at).is_none_or(|token| !document.is_word(token))
}

/// Whether a token begins with a capital.
pub fn is_capital(document: &Document, at: usize) -> bool {
    document.tokens().get(at).is_some_and(|token| document.is_capital(token))
}

/// The quotation a token stands in.
pub fn quotation_at<'d>(document: &'d Document, at: usize) -> Option<&'d Quotation> {
    let next = document.quotations().get(document.quotation_from(at));
    next.filter(|quotation| quotation.tokens.contains(&at))
}

/// The quotations that share words with some tokens, with their indices.
pub fn quotations_in<'d>(
    document: &'d Document,
    tokens: &Range<usize>,
) -> impl Iterator<Item = (usize, &'d Quotation)> {
    let (first, end) = (document.quotation_from(tokens.start), tokens.end);
    let near = (first..).zip(document.quotations().get(first..).unwrap_or_default());
    near.take_while(move |(_, quotation)| quotation.tokens.start < end)
}

/// How many of some tokens stand in quotations.
pub fn quoted(document: &Document, tokens: &Range<usize>) -> usize {
    let shared = |(_, q): (usize, &Quotation)| {
        q.tokens.end.min(tokens.end).saturating_sub(q.tokens.start.max(tokens.start))
    };
    quotations_in(document, tokens).map(shared).sum()
}

const AUXILIARIES: [&str; 41] = [
    "am", "are", "be", "been", "being", "can", "could", "did", "do", "does", "had", "has", "have",
    "having", "is", "may", "might", "must", "shall", "should", "was", "were", "will", "would",
    "'s", "'ve", "'d", "'ll", "'re", "n't", "not", "ca", "wo", "isn't", "wasn't", "hasn't",
    "haven't", "didn't", "doesn't", "won't", "cannot",
];

const FORMS_OF_BE: [&str; 10] =
    ["am", "are", "be", "been", "being", "is", "was", "were", "isn't", "wasn't"];

const ADVERBS: [&str; 13] = [
    "also", "again", "even", "ever", "further", "just", "later", "long", "never", "now", "once",
    "often", "then",
];

/// Whether a token helps a verb: `has`, `was`, `not`.
pub fn is_auxiliary(document: &Document, at: usize) -> bool {
    is_one(document, at, &AUXILIARIES) && tag(document, at) != Tag::POS
}

/// Whether a token is an adverb.
pub fn is_adverb(document: &Document, at: usize) -> bool {
    let adverb = matches!(tag(document, at), Tag::RB | Tag::RBR) && !is_mark(document, at);
    adverb && !is_close_to(document, at) || is_one(document, at, &ADVERBS)
}

/// Where the group of a verb begins: `has also said` begins at `has`.
pub fn verb_group(document: &Document, head: usize, floor: usize) -> usize {
    let (mut start, mut at) = (head, head);
    let helps = |at: usize| {
        is_auxiliary(document, at)
            || is_adverb(document, at)
            || is_one(document, at, &["neither", "either"])
    };
    while at > floor && helps(at - 1) {
        at -= 1;
        start = at;
    }
    while start < head && start == floor && is_adverb(document, start) {
        start += 1;
    }
    start
}

/// Whether the group `start..=head` is in the passive: `was accused`, not `has accused`.
pub fn is_passive(document: &Document, start: usize, head: usize) -> bool {
    let short =
        |at: usize| norm(document, at) == "'s" && norm(document, at.wrapping_sub(1)) == "it";
    (start..head).any(|at| is_one(document, at, &FORMS_OF_BE) || short(at))
}

/// Words that open a clause, so that a subject cannot reach over them.
const OPENERS: [&str; 21] = [
    "after", "although", "as", "because", "before", "but", "if", "once", "since", "so", "than",
    "that", "though", "unless", "until", "when", "where", "whereas", "whether", "while", "why",
];

const RELATIVES: [&str; 3] = ["who", "which", "that"];

/// Whether a verb stands here that has a subject of its own.
pub fn is_finite(document: &Document, at: usize) -> bool {
    use Tag::{MD, VBD, VBP, VBZ};
    matches!(tag(document, at), MD | VBD | VBP | VBZ) && !is_close_to(document, at)
}

/// `a person close to the talks`: taggers take it for an adverb or a verb.
fn is_close_to(document: &Document, at: usize) -> bool {
    norm(document, at) == "close" && norm(document, at + 1) == "to"
}

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

/// Hyphens, apostrophes and full stops inside a name do not end a phrase.
fn is_inner_mark(document: &Document, at: usize) -> bool {
    matches!(norm(document, at), "-" | "'" | "&" | "/" | "%" | "$" | ".") && glued(document, at)
}

/// A dash that stands between words, not inside one.
pub fn is_dash(document: &Document, at: usize) -> bool {
    let long = document.tokens().get(at).is_some_and(|token| document.words(token.span) != "-");
    norm(document, at) == "-" && (long || !glued(document, at))
}

fn glued(document: &Document, at: usize) -> bool {
    let tokens = document.tokens();
    let end = |at: usize| tokens.get(at).map(|token| token.span.end);
    let start = |at: usize| tokens.get(at).map(|token| token.span.start);
    at.checked_sub(1).is_some_and(|left| end(left) == start(at))
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

const TIMES: [&str; 30] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "today",
    "yesterday",
    "tomorrow",
    "week",
    "month",
    "year",
    "morning",
    "afternoon",
    "evening",
    "night",
    "time",
];

/// Whether a token names a time: `Monday`, `week`.
pub fn is_time(document: &Document, at: usize) -> bool {
    let word = norm(document, at);
    TIMES.contains(&word) || (word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit()))
}

/// Places where words are said; they follow a cue and name no source.
const OCCASIONS: [&str; 22] = [
    "statement",
    "interview",
    "tweet",
    "post",
    "letter",
    "speech",
    "briefing",
    "report",
    "email",
    "e-mail",
    "message",
    "article",
    "conference",
    "column",
    "blog",
    "filing",
    "memo",
    "phone",
    "telephone",
    "testimony",
    "video",
    "release",
];

/// Whether a token names an occasion or a writing in which words are said.
pub fn is_occasion(document: &Document, at: usize) -> bool {
    is_one(document, at, &OCCASIONS)
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
