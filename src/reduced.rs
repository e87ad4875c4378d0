//! Owns reduced relative clauses: in `A memo leaked to the press suggests`, what was done to the memo is no
//! past tense, though it looks like one.

use std::ops::Range;

use crate::{
    sentence::Sentence,
    tag::Tag,
    token::{Token, Tokens},
};

/// What is done to writings, in a form that is past tense and participle alike.
#[rustfmt::skip]
const DONE: [&str; 22] = [
    "backed", "circulated", "commissioned", "compiled", "conducted", "dated", "delivered", "filed",
    "funded", "issued", "leaked", "obtained", "posted", "prepared", "provided", "published",
    "released", "reviewed", "sent", "shared", "signed", "submitted",
];

/// Tags as participles what was taken for the past tense, where another verb follows that has no subject
/// of its own.
pub fn settle(tokens: &mut Tokens, sentences: &[Sentence]) {
    for sentence in sentences {
        for at in sentence.tokens.start + 1..sentence.tokens.end {
            if is_reduced(tokens, at, sentence.tokens.end)
                && let Some(token) = tokens.list_mut().get_mut(at)
            {
                token.tag = Tag::VBN;
            }
        }
    }
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
