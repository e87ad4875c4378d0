//! Owns forms that are past tense and participle alike: in `A memo leaked to the press suggests` the first
//! verb opens a reduced relative clause, in `“No,” a woman posted` it does not.

use std::ops::Range;

use crate::{
    sentence::split::Sentence,
    token::{
        tag::Tag,
        tokens::{Token, Tokens},
    },
};

/// What is done to writings, in a form that is past tense and participle alike.
#[rustfmt::skip]
const DONE: [&str; 22] = [
    "backed", "circulated", "commissioned", "compiled", "conducted", "dated", "delivered", "filed",
    "funded", "issued", "leaked", "obtained", "posted", "prepared", "provided", "published",
    "released", "reviewed", "sent", "shared", "signed", "submitted",
];

/// Tags as participles what was taken for the past tense, where another verb follows that has no subject
/// of its own; and the other way round, where nobody else says a quotation.
pub fn settle(tokens: &mut Tokens, sentences: &[Sentence]) {
    for sentence in sentences {
        for at in sentence.tokens.start + 1..sentence.tokens.end {
            let tag = if is_reduced(tokens, at, sentence.tokens.end) {
                Tag::VBN
            } else if is_said(tokens, sentence.tokens.start, at, sentence.tokens.end) {
                Tag::VBD
            } else {
                continue;
            };
            if let Some(token) = tokens.list_mut().get_mut(at) {
                token.tag = tag;
            }
        }
    }
}

/// `“No,” a woman posted on the forum.`, `Her grandson disagreed: “No.”`, `A neighbour agreed.`
fn is_said(tokens: &Tokens, start: usize, at: usize, end: usize) -> bool {
    use Tag::{CD, CloseQuote, DT, HYPH, JJ, MD, NN, OpenQuote, POS, PRPP, VBD, VBN, VBP, VBZ};
    const LONGEST: usize = 6;
    const WINDOW: usize = 200;
    let tag = |at: usize| tokens.list().get(at).map_or(Tag::XX, |token| token.tag);
    let norm = |at: usize| tokens.list().get(at).map_or("", |token| tokens.norm(token));
    let past =
        || norm(at).len() >= 6 && norm(at).ends_with("ed") || matches!(norm(at), "told" | "wrote");
    let may_be = match tag(at) {
        VBN => true,
        NN => past(),
        _ => false,
    };
    if !may_be || !(tag(at - 1).is_noun() || tag(at - 1) == JJ) || norm(at + 1) == "by" {
        return false;
    }
    let nominal =
        |at: &usize| tag(*at).is_noun() || matches!(tag(*at), CD | DT | HYPH | JJ | POS | PRPP);
    let subject = (start.max(at.saturating_sub(LONGEST))..at).rev().take_while(nominal).last();
    let quote = subject.and_then(|subject| subject.checked_sub(1)).filter(|at| *at > start);
    let behind = quote.is_some_and(|quote| {
        tag(quote) == CloseQuote && matches!(norm(quote - 1), "," | "?" | "!")
    });
    let opens = subject == Some(start);
    let before = opens && norm(at + 1) == ":" && tag(at + 2) == OpenQuote;
    let alone = opens && tag(at) == NN && tag(start) == DT && at + 2 == end;
    let mut rest = at + 1..end.min(at + WINDOW);
    before || alone || behind && !rest.any(|at| matches!(tag(at), MD | VBD | VBP | VBZ))
}

fn is_reduced(tokens: &Tokens, at: usize, end: usize) -> bool {
    const LONGEST: usize = 12;
    let tag = |at: usize| tokens.list().get(at).map_or(Tag::XX, |token| token.tag);
    let word = |token: &Token| DONE.contains(&tokens.norm(token));
    let past = tag(at) == Tag::VBD && tokens.list().get(at).is_some_and(word);
    let behind_noun = || tag(at - 1).is_noun() && matches!(tag(at + 1), Tag::IN | Tag::TO);
    past && behind_noun() && verb_follows(tag, at + 2..end.min(at + LONGEST))
}

/// Whether a verb stands right behind a noun phrase that a preposition governs.
fn verb_follows(tag: impl Fn(usize) -> Tag, mut rest: Range<usize>) -> bool {
    use Tag::{CD, DT, HYPH, IN, JJ, MD, POS, PRPP, TO, VBD, VBP, VBZ};
    let nominal =
        |tag: Tag| tag.is_noun() || matches!(tag, CD | DT | HYPH | IN | JJ | POS | PRPP | TO);
    let end = rest.find(|at| !nominal(tag(*at)));
    end.is_some_and(|at| matches!(tag(at), MD | VBD | VBP | VBZ))
}
