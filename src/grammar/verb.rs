//! Owns the words around a verb: what helps it, what negates it, whether it is finite or in the passive.

use crate::{
    grammar::words::{is_in, is_mark, is_one, norm, tag},
    lexicon::list::List,
    token::{document::Document, tag::Tag},
};

static AUXILIARIES: List = List::named("auxiliary");

static FORMS_OF_BE: List = List::named("form-of-be");

static ADVERBS: List = List::named("bare-adverb");

/// Whether a token helps a verb: `has`, `was`, `not`.
pub fn is_auxiliary(document: &Document, at: usize) -> bool {
    is_in(document, at, &AUXILIARIES) && tag(document, at) != Tag::POS
}

/// Whether a token is an adverb.
pub fn is_adverb(document: &Document, at: usize) -> bool {
    let adverb = matches!(tag(document, at), Tag::RB | Tag::RBR) && !is_mark(document, at);
    adverb && !is_close_to(document, at) || is_in(document, at, &ADVERBS)
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
    (start..head).any(|at| is_in(document, at, &FORMS_OF_BE) || short(at))
}

/// Whether a verb stands here that has a subject of its own.
pub fn is_finite(document: &Document, at: usize) -> bool {
    use Tag::{MD, VBD, VBP, VBZ};
    matches!(tag(document, at), MD | VBD | VBP | VBZ) && !is_close_to(document, at)
}

/// `a person close to the talks`: taggers take it for an adverb or a verb.
pub fn is_close_to(document: &Document, at: usize) -> bool {
    norm(document, at) == "close" && norm(document, at + 1) == "to"
}
