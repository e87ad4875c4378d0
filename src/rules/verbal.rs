//! Owns whether a word of the lexicon is a verb here, whatever the tagger took it for.

use crate::{
    grammar::{
        verb::{is_auxiliary, is_finite},
        words::{is_dash, is_in, is_mark, is_one, is_time, norm, tag},
    },
    lexicon::list::List,
    rules::{cue::Verb, noun_cue},
    token::{document::Document, tag::Tag},
};

static CLAUSE_START: List = List::named("clause-start");
static COMPLEMENTIZER: List = List::named("complementizer");
static CONTENT_START: List = List::named("content-start");

/// Whether a word of the lexicon is a verb here that may have a subject: `known` in `the first known
/// case` has none.
pub fn is_verb(document: &Document, verb: &Verb, group: usize, at: usize) -> bool {
    use Tag::{VBD, VBG, VBN};
    let helped = (group..at).any(|at| is_auxiliary(document, at));
    match tag(document, at) {
        VBN => {
            helped
                || verb.forms.past
                    && (quoted_before(document, group)
                        || untagged(document, verb, at)
                        || closes(document, verb, group))
        }
        VBG => verb.forms.gerund,
        VBD => verb.forms.past,
        tag if tag.is_name() => false,
        Tag::NNS
            if verb.forms.third && (closes(document, verb, group) || opens(document, verb, at)) =>
        {
            true
        }
        Tag::NN if verb.forms.base && closes(document, verb, group) => {
            let left = |at: &usize| !is_mark(document, *at);
            let first = (group.saturating_sub(9)..group).rev().take_while(left).last();
            first.is_some_and(|at| tag(document, at) == Tag::NNS)
        }
        tag => tag.is_verb() || introduces(document, verb) || governs(document, verb, at),
    }
}

/// `“No,” Li recalls.`, `The dam is safe, officials announced today.`: the words behind what is said, where
/// taggers take the verb for something else.
fn closes(document: &Document, verb: &Verb, group: usize) -> bool {
    const LONGEST: usize = 9;
    let last = (verb.end..verb.end + 3).find(|at| !is_time(document, *at));
    let ends = last.is_some_and(|at| is_one(document, at, &[".", ""]));
    let opens = |at: &usize| is_one(document, at - 1, &[",", "\""]);
    let subject =
        (group.saturating_sub(LONGEST)..group).rev().take_while(|at| !is_mark(document, *at));
    let first = subject.last().filter(|first| *first > 0);
    ends && verb.entry.takes('q')
        && first.is_some_and(|first| {
            opens(&first)
                && (first..group).all(|at| !is_finite(document, at))
                && tag(document, group - 1).is_noun()
        })
}

/// `NorthLink confirms no trains will run`, `Diallo points out`: a name, and then a clause or a particle.
fn opens(document: &Document, verb: &Verb, at: usize) -> bool {
    let name = tag(document, at.wrapping_sub(1)).is_name();
    let clause = verb.end > at + 1 || is_in(document, verb.end, &CLAUSE_START);
    name && verb.entry.takes('c') && clause
}

/// `disagreed: “No.”`: a past tense taken for a noun.
fn introduces(document: &Document, verb: &Verb) -> bool {
    let past = verb.forms.past && !verb.forms.base;
    past && norm(document, verb.end) == ":" && norm(document, verb.end + 1) == "\""
}

/// `Some said it would fail`: a participle right after a subject is a past tense taken wrongly.
fn untagged(document: &Document, verb: &Verb, at: usize) -> bool {
    let left = at.wrapping_sub(1);
    let nominal = tag(document, left).is_noun() || tag(document, left) == Tag::PRP;
    let subject = nominal || is_dash(document, left) || is_in(document, left, &QUANTIFIERS);
    let opens = is_in(document, verb.end, &CONTENT_START);
    subject && (opens && !verb.entry.takes('n') || is_only_verb(document, at))
}

/// Whether no other verb of its sentence could carry it: `The minister confirmed reports that`.
fn is_only_verb(document: &Document, at: usize) -> bool {
    document.sentences().get(document.sentence_of(at)).is_some_and(|sentence| {
        let ends = |at: &usize| is_mark(document, *at) || is_in(document, *at, &COMPLEMENTIZER);
        let reach =
            (at..sentence.tokens.end.min(at + 60)).find(ends).unwrap_or(sentence.tokens.end);
        let floor = sentence.tokens.start.max(at.saturating_sub(60));
        !(floor..reach).any(|at| is_finite(document, at))
    })
}

static QUANTIFIERS: List = List::named("quantifier");

/// `Opponents of the bill argue that`: a verb taken for a noun, but no word that is one.
fn governs(document: &Document, verb: &Verb, at: usize) -> bool {
    let clause = verb.entry.takes('c') && is_in(document, verb.end, &COMPLEMENTIZER);
    let subject = tag(document, at.wrapping_sub(1)).is_noun();
    let bare = verb.forms.base && noun_cue::noun(norm(document, at)).is_none();
    let third = verb.forms.third && is_only_verb(document, at);
    clause && subject && (bare || third)
}

fn quoted_before(document: &Document, at: usize) -> bool {
    is_one(document, at.wrapping_sub(1), &[",", "\""])
}
