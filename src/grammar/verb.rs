//! Owns the words around a verb: its auxiliaries and adverbs, whether it is finite or passive.

use crate::{
    grammar::words::{is_in, is_mark, tag},
    lexicon::list::List,
    token::{document::Document, tag::Tag},
};

static AUXILIARIES: List = List::named("auxiliary");

static FORMS_OF_BE: List = List::named("form-of-be");

static ADVERBS: List = List::named("bare-adverb");

/// `neither` and `either` before a verb: `neither confirmed nor denied`.
static PAIRED: List = List::named("paired-negation");

/// The short form of `is`, which after `it` is a form of be: `it's alleged`.
static SHORT_IS: List = List::named("short-is");

static IT: List = List::named("pronoun-it");

static CLOSE: List = List::named("adjective-close");

/// What follows `close` as an adjective.
static CLOSE_TO: List = List::named("after-close");

/// Whether a token is an auxiliary or negates a verb: `has`, `was`, `not`.
pub fn is_auxiliary(document: &Document, at: usize) -> bool {
    is_in(document, at, &AUXILIARIES) && tag(document, at) != Tag::POS
}

/// Whether a token is an adverb.
pub fn is_adverb(document: &Document, at: usize) -> bool {
    let adverb = matches!(tag(document, at), Tag::RB | Tag::RBR) && !is_mark(document, at);
    adverb && !is_close_to(document, at) || is_in(document, at, &ADVERBS)
}

/// Where the verb group of `head` begins: `has also said` begins at `has`.
pub fn verb_group(document: &Document, head: usize, floor: usize) -> usize {
    let (mut start, mut at) = (head, head);
    let helps = |at: usize| {
        is_auxiliary(document, at) || is_adverb(document, at) || is_in(document, at, &PAIRED)
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
        |at: usize| is_in(document, at, &SHORT_IS) && is_in(document, at.wrapping_sub(1), &IT);
    (start..head).any(|at| is_in(document, at, &FORMS_OF_BE) || short(at))
}

/// Whether a token is a finite verb, which has a subject of its own.
pub fn is_finite(document: &Document, at: usize) -> bool {
    use Tag::{MD, VBD, VBP, VBZ};
    matches!(tag(document, at), MD | VBD | VBP | VBZ) && !is_close_to(document, at)
}

/// Whether a token is the adjective of `a person close to the talks`, which taggers take for an adverb or a
/// verb.
pub fn is_close_to(document: &Document, at: usize) -> bool {
    is_in(document, at, &CLOSE) && is_in(document, at + 1, &CLOSE_TO)
}
