//! Owns the predicate: the main verb of a clause, the cue around it, and the signs that it looks ahead.
//!
//! Training and serving share this code. Leaves the weights to `weights.rs`.

use std::ops::Range;

use crate::{
    claim::{clause::Clause, feature::Feature},
    grammar::word::{self, Class, Words},
    lexicon::list::List,
    token::tag::Tag,
};

static CERTAIN: List = List::named("certain");
static FUTURE_AUXILIARY: List = List::named("future-auxiliary");
static INFINITIVE_MARKER: List = List::named("infinitive-marker");
static IS_ARE: List = List::named("is-are");
static JUDGING_PREPOSITION: List = List::named("judging-preposition");
static LATER: List = List::named("later");
static NEXT: List = List::named("next");
static PAST_WOULD_ADVERB: List = List::named("past-would-adverb");
static PERFECT_HAVE: List = List::named("perfect-have");
static POSSIBILITY_MODAL: List = List::named("possibility-modal");
static REFUSED_VERB: List = List::named("refused-verb");
static SCHEDULED: List = List::named("scheduled");
static THIS: List = List::named("this");
static TOMORROW: List = List::named("tomorrow");
static VERB_OF_EXPECTATION: List = List::named("verb-of-expectation");
static WISH_VERB: List = List::named("wish-verb");
static WOULD: List = List::named("would");

/// Marks the first word of the verb group.
const HEAD: &str = "@";
/// Marks its last word.
const VERB: &str = ">";
/// The feature shared by all signs that look ahead by themselves.
const AHEAD: &str = "=ahead";
/// Marks the cue around the clause.
const CUE: &str = "<";

/// A sign of whether a clause looks ahead: its name, and the words that show it.
struct Sign {
    name: &'static str,
    /// Whether it is usually enough by itself; rare signs of this kind learn from frequent ones.
    looks_ahead: bool,
    applies: fn(&Words, &Clause) -> bool,
}

const fn sign(name: &'static str, applies: fn(&Words, &Clause) -> bool) -> Sign {
    Sign { name, looks_ahead: false, applies }
}

const fn ahead(name: &'static str, applies: fn(&Words, &Clause) -> bool) -> Sign {
    Sign { name, looks_ahead: true, applies }
}

const SIGNS: [Sign; 12] = [
    // "plans | to close two plants"
    sign("=infinitive", |_, clause| clause.head.is_none() && clause.owner.is_some()),
    // "will vote"
    ahead("=future", |words, clause| head_is(words, clause, &FUTURE_AUXILIARY)),
    // "would fine shops"
    ahead("=would", would_come),
    // "would have", "would later win", "would not say"
    sign("=past-would", |words, clause| {
        head_is(words, clause, &WOULD) && !would_come(words, clause)
    }),
    // "could be signed"
    sign("=possible", |words, clause| head_is(words, clause, &POSSIBILITY_MODAL)),
    // "could have been signed"
    sign("=perfect", |words, clause| {
        clause.head.is_some_and(|head| {
            words.tag(head) == Tag::MD && PERFECT_HAVE.has(words.norm(verb(words, head)))
        })
    }),
    // "could be signed next week"
    ahead("=dated-modal", |words, clause| {
        head_is(words, clause, &POSSIBILITY_MODAL)
            && clause.tokens().any(|n| names_what_comes(words, n))
    }),
    // "expects a vote"
    ahead("=expects", |words, clause| head_is(words, clause, &VERB_OF_EXPECTATION)),
    // "are to meet again"
    ahead("=is-to", is_to),
    // "is certain to hear", "plans to close"
    ahead("=leads-to", is_led_to),
    // "is scheduled for Friday"
    ahead("=due", is_due),
    // "opens next month"
    ahead("=soon", opens_soon),
];

/// The features of a clause's predicate: each with the tokens where it stands.
pub fn predicate(
    words: &Words,
    clause: &Clause,
    cue: Option<&str>,
    mut each: impl FnMut(Feature, Range<usize>),
) {
    let at = clause.head.map_or(0..0, |n| n..n + 1);
    signs(words, clause).for_each(|name| each(Feature::Predicate(word::hash(name)), at.clone()));
    if let Some(cue) = cue {
        each(Feature::Predicate(marked(CUE, cue)), 0..0);
    }
    let Some(head) = clause.head else { return };
    each(Feature::Predicate(marked(HEAD, words.norm(head))), head..head + 1);
    let last = verb_end(words, head) - 1;
    if last > head {
        each(Feature::Predicate(marked(VERB, words.norm(last))), last..last + 1);
    }
}

/// The names of the signs of a clause, and one for all those that look ahead by themselves.
fn signs<'w>(words: &'w Words, clause: &'w Clause) -> impl Iterator<Item = &'static str> + 'w {
    let found = || SIGNS.iter().filter(|sign| (sign.applies)(words, clause));
    let ahead = found().any(|sign| sign.looks_ahead).then_some(AHEAD);
    found().map(|sign| sign.name).chain(ahead)
}

fn marked(mark: &str, word: &str) -> u64 {
    word::pair(word::hash(mark), word::hash(word))
}

/// The names of the features in the order in which `predicate` gives them.
#[cfg(feature = "train")]
pub fn names(words: &Words, clause: &Clause, cue: Option<&str>) -> Vec<String> {
    let mut names: Vec<String> = signs(words, clause).map(str::to_owned).collect();
    names.extend(cue.map(|cue| format!("{CUE} {cue}")));
    if let Some(head) = clause.head {
        names.push(format!("{HEAD} {}", words.norm(head)));
        let last = verb_end(words, head) - 1;
        names.extend((last > head).then(|| format!("{VERB} {}", words.norm(last))));
    }
    names
}

/// Where the verb that begins at `head` ends: "has not been seen |".
pub fn verb_end(words: &Words, head: usize) -> usize {
    let adverb = |n: &usize| words.tag(*n) == Tag::RB;
    let goes_on = |n: &usize| words.tag(*n).is_verb() || adverb(n);
    let last = (head + 1..head + 5).take_while(goes_on).filter(|n| !adverb(n)).last();
    last.unwrap_or(head) + 1
}

/// Whether the main verb is one of some words.
fn head_is(words: &Words, clause: &Clause, list: &List) -> bool {
    clause.head.is_some_and(|head| list.has(words.norm(head)))
}

fn would_come(words: &Words, clause: &Clause) -> bool {
    clause.head.is_some_and(|head| WOULD.has(words.norm(head)) && looks_ahead(words, clause, head))
}

fn is_to(words: &Words, clause: &Clause) -> bool {
    clause.head.is_some_and(|head| stands_before_to(words, head) && words.tag(head + 2) == Tag::VB)
}

/// `is to`, `are to`.
fn stands_before_to(words: &Words, head: usize) -> bool {
    IS_ARE.has(words.norm(head)) && INFINITIVE_MARKER.has(words.norm(head + 1))
}

/// The main verb, unless it is a modal, a verb of expectation or `is to`, which have signs of their own.
fn plain_head(words: &Words, clause: &Clause) -> Option<usize> {
    let own = [&FUTURE_AUXILIARY, &WOULD, &POSSIBILITY_MODAL, &VERB_OF_EXPECTATION];
    clause.head.filter(|&head| {
        !own.iter().any(|list| list.has(words.norm(head))) && !stands_before_to(words, head)
    })
}

fn is_led_to(words: &Words, clause: &Clause) -> bool {
    plain_head(words, clause).is_some_and(|head| (head..head + 5).any(|n| leads_to(words, n)))
}

fn opens_soon(words: &Words, clause: &Clause) -> bool {
    plain_head(words, clause).is_some_and(|head| {
        matches!(words.tag(head), Tag::VBZ | Tag::VBP)
            && (head..head + 8).any(|n| names_what_comes(words, n))
    })
}

/// The word after a modal and its adverbs.
fn verb(words: &Words, modal: usize) -> usize {
    (modal + 1..modal + 4).find(|&n| words.tag(n) != Tag::RB).unwrap_or(modal)
}

/// Whether `would` looks ahead, unlike in "would have", "would later win" and "would not say".
fn looks_ahead(words: &Words, clause: &Clause, head: usize) -> bool {
    let next = words.norm(head + 1);
    let verb = words.norm(verb(words, head));
    !REFUSED_VERB.has(verb)
        && (clause.owner.is_some() || !PAST_WOULD_ADVERB.has(next) && !WISH_VERB.has(verb))
}

/// `next week`, `tomorrow`, `later this year`.
fn names_what_comes(words: &Words, n: usize) -> bool {
    let dated =
        |n| [Class::Period, Class::Weekday, Class::Month].iter().any(|class| words.has(n, *class));
    match words.norm(n) {
        word if TOMORROW.has(word) => true,
        word if NEXT.has(word) => dated(n + 1),
        word if THIS.has(word) => LATER.has(words.norm(n.saturating_sub(1))) && dated(n + 1),
        _ => false,
    }
}

/// `is scheduled for Friday`, `are planned in May`.
fn is_due(words: &Words, clause: &Clause) -> bool {
    plain_head(words, clause).is_some_and(|head| {
        let next = verb(words, head);
        IS_ARE.has(words.norm(head))
            && SCHEDULED.has(words.norm(next))
            && words.tag(next + 1) == Tag::IN
            && !JUDGING_PREPOSITION.has(words.norm(next + 1))
    })
}

/// `plans to`, `is expected to`, `going to build`, `certain to win`.
fn leads_to(words: &Words, n: usize) -> bool {
    (words.has(n, Class::Intention) || CERTAIN.has(words.norm(n)))
        && INFINITIVE_MARKER.has(words.norm(n + 1))
        && !matches!(words.tag(n + 2), Tag::DT | Tag::PRPP | Tag::CD | Tag::NNP)
}
