//! Owns the noun phrases around a verb: its subject and what it governs.
//!
//! Tokens are indices into the document's tokens; `floor` and `limit` keep a search inside one sentence.
//! Leaves what a phrase means to the constructions.

use std::ops::Range;

use crate::{
    grammar::{
        description::main_noun,
        verb::{is_adverb, is_finite},
        words::{
            SUBJECT_PRONOUNS, WHO, glued, is_capital, is_comma, is_dash, is_in, is_inner_mark,
            is_mark, is_occasion, is_time, norm, tag,
        },
    },
    lexicon::{list::List, noun::noun},
    token::{document::Document, tag::Tag},
    vocabulary::kinds::SourceKind,
};

/// Marks of a possessive.
static POSSESSIVES: List = List::named("possessive");

/// Words that open a clause, so that a subject cannot reach over them.
static OPENERS: List = List::named("clause-opener");

/// Relative pronouns that are a subject by themselves.
static RELATIVES: List = List::named("relative-subject");

/// Pronouns that begin a clause of their own after `and`: `in that chair and you sit`.
static JOINED: List = List::named("joined-subject");

static COORDINATORS: List = List::named("and-or");

/// Words that open a relative clause between commas.
static RELATIVE_OPENERS: List = List::named("relative-opener");

static WHICH: List = List::named("relative-which");

/// Prepositions of an aside between commas: `The navy, in a letter, said`.
static ASIDES: List = List::named("aside-preposition");

/// Words before a subject that no comma separates from it: `But Ms. Li`.
static FRONTED: List = List::named("fronted-adverbial");

/// `last`, `next` and `this` before a time.
static TIME_DETERMINERS: List = List::named("time-determiner");

/// Prepositions of a time before a subject: `On Monday Ms. Li`.
static TIME_PREPOSITIONS: List = List::named("time-preposition");

/// Adverbs before such a preposition: `Late on Friday the court`.
static TIMES_OF_DAY: List = List::named("adverb-before-time");

/// Prepositions of a time or an occasion after a noun phrase: `Ms. Li in a letter`.
static ADJUNCTS: List = List::named("adjunct-preposition");

/// `as`, which inside a phrase may name a role.
static AS: List = List::named("role-as");

/// Words that open an apposition.
static APPOSITION_OPENERS: List = List::named("apposition-opener");

static WITH: List = List::named("accompanying-with");

/// The subject that ends at `end`: a noun phrase with the words after its head and an apposition between
/// commas, as in `Ms. Li, the minister, said`.
pub fn subject_before(document: &Document, end: usize, floor: usize) -> Option<Range<usize>> {
    let end = without_adverbs(document, end, floor);
    let last = end.checked_sub(1).filter(|last| *last >= floor)?;
    if is_in(document, last, &RELATIVES) {
        return Some(last..end);
    }
    if norm(document, last) == "," || is_dash(document, last) {
        return with_apposition(document, last, floor);
    }
    let start =
        if stands_alone(document, last) { last } else { phrase_start(document, end, floor) };
    let start = with_relative(document, start, end, floor).unwrap_or(start);
    let subject = trim_left(document, start..end);
    let subject = behind_adjunct(document, &subject).unwrap_or(subject.start)..subject.end;
    (!subject.is_empty() && (subject.clone()).any(|at| !is_mark(document, at))).then_some(subject)
}

/// Where a subject ends before the adverbs that stand between it and its verb, if it ends with a comma or is a relative
/// pronoun: `Ms. Li, the minister, today said`.
fn without_adverbs(document: &Document, end: usize, floor: usize) -> usize {
    /// The most adverbs and times between a subject and its verb.
    const MOST: usize = 6;
    let light = |at: &usize| is_time(document, *at) || is_adverb(document, *at);
    let first = (floor..end).rev().take(MOST).take_while(light).last();
    let ends = |at: usize| is_comma(document, at) || is_in(document, at, &RELATIVES);
    first.filter(|at| *at > floor && ends(at - 1)).unwrap_or(end)
}

/// Whether a pronoun is a subject by itself: `when I was a boy we said`, `the plan which they think`, `It was late and I
/// said`; not in `Ms. Li and I said`.
pub fn stands_alone(document: &Document, pronoun: usize) -> bool {
    let before = pronoun.wrapping_sub(1);
    let joins = tag(document, before) == Tag::CC && {
        let other = before.wrapping_sub(1);
        let human = noun(norm(document, other)).is_some_and(|noun| noun.is_human());
        human || tag(document, other).is_name() || tag(document, other) == Tag::PRP
    };
    is_in(document, pronoun, &SUBJECT_PRONOUNS) && !joins
}

/// Where a subject with a relative clause begins: `An official who asked not to be named said`.
fn with_relative(document: &Document, start: usize, end: usize, floor: usize) -> Option<usize> {
    const LONGEST: usize = 15;
    let verb = start.checked_sub(1).filter(|verb| *verb > floor)?;
    let from = floor.max(end.saturating_sub(LONGEST));
    let who = (from..=verb).rev().find(|at| is_in(document, *at, &WHO))?;
    let whole = !(who..end).any(|at| is_mark(document, at) && !is_inner_mark(document, at));
    let verbless = !(start..end).any(|at| is_finite(document, at));
    let head = who.checked_sub(1).filter(|head| tag(document, *head).is_noun())?;
    (whole && verbless && start > who).then(|| phrase_start(document, head + 1, floor))
}

/// The subject whose apposition or aside ends with `comma`, a comma or a dash.
fn with_apposition(document: &Document, comma: usize, floor: usize) -> Option<Range<usize>> {
    const LONGEST: usize = 30;
    /// How many asides may stand between a name and its verb.
    const ASIDES_AT_ONCE: usize = 2;
    let from = floor.max(comma.saturating_sub(LONGEST));
    let pair = |at: usize| match norm(document, comma) {
        "," => norm(document, at) == ",",
        _ => is_dash(document, at),
    };
    let first = (from..comma).rev().find(|at| pair(*at))?;
    // In `, a copy of which` the relative pronoun stands later.
    let which = (first + 1..comma).take(4).any(|at| is_in(document, at, &WHICH));
    let done = matches!(tag(document, first + 1), Tag::VBN | Tag::VBD);
    let relative = which || done || is_in(document, first + 1, &RELATIVE_OPENERS);
    // `on her first day after a row that shook the port`
    let opens = |at: usize| is_in(document, at, &OPENERS) || is_in(document, at, &RELATIVES);
    let adjunct = is_in(document, first + 1, &ASIDES);
    let clause = (first + 2..comma).find(|at| opens(*at)).filter(|_| adjunct).unwrap_or(comma);
    let verbless = !(first + 1..clause).any(|at| is_finite(document, at));
    // `Roz, as everybody calls her, said`
    let called = is_in(document, first + 1, &AS) && norm(document, comma) == ",";
    if !relative && !verbless && !called || first + 1 == comma {
        return None;
    }
    let head = subject_before(document, first, floor)?;
    // In `The navy, in a letter, said` and `Ms. Li, for her part, thinks` an aside stands between the commas.
    let adverb = is_adverb(document, first + 1) && first + 2 == comma;
    let aside = adjunct || adverb;
    if called || aside && norm(document, comma) == "," {
        return Some(head);
    }
    // `Ms. Li, 60,`, `Ms. Li, 60, from Salem, Oregon,`
    let aside = |head: &Range<usize>| {
        let age = || head.clone().all(|at| tag(document, at) == Tag::CD);
        tag(document, head.start) == Tag::IN || age()
    };
    let mut head = head;
    for _ in 0..ASIDES_AT_ONCE {
        let comma = head.start.checked_sub(1).filter(|at| norm(document, *at) == ",");
        let Some(comma) = comma.filter(|_| aside(&head)) else { break };
        head = subject_before(document, comma, floor)?;
    }
    Some(head.start..comma)
}

/// Where the noun phrase that ends at `end` begins.
fn phrase_start(document: &Document, end: usize, floor: usize) -> usize {
    // `Kim So-yeon`
    let hyphened = |at: usize| norm(document, at + 1) == "-" && glued(document, at + 1);
    let (mut at, mut joint) = (end, None);
    while at > floor {
        let before = at - 1;
        if let Some(open) = bracket(document, before, floor) {
            at = open;
            continue;
        }
        if is_mark(document, before) && !is_inner_mark(document, before)
            || is_in(document, before, &OPENERS) && !hyphened(before)
        {
            let own = joint.filter(|at| is_in(document, *at, &JOINED));
            return own.unwrap_or(at);
        }
        if is_finite(document, before) {
            return joint.unwrap_or(at);
        }
        if is_in(document, before, &COORDINATORS) {
            joint = Some(at);
        }
        at = before;
    }
    at
}

/// Where a short bracket that closes at `close` opens: the one in `the agency (IAEA) said` is part of the phrase.
fn bracket(document: &Document, close: usize, floor: usize) -> Option<usize> {
    const LONGEST: usize = 8;
    let from = floor.max(close.saturating_sub(LONGEST));
    let closes = matches!(norm(document, close), ")" | "]");
    (from..close).rev().find(|at| closes && matches!(norm(document, *at), "(" | "["))
}

/// Where the subject begins behind a participle without a comma: `Speaking outside the court | Ms. Li`.
fn behind_participle(document: &Document, phrase: &Range<usize>) -> Option<usize> {
    let fronted = is_capital(document, phrase.start)
        && matches!(tag(document, phrase.start), Tag::VBG | Tag::VBN)
        && matches!(tag(document, phrase.start + 1), Tag::IN | Tag::TO | Tag::RP);
    let part = |at: &usize| tag(document, *at).is_name() || is_inner_mark(document, *at);
    let named = (phrase.start + 2..phrase.end).rev().take_while(part).last();
    let opens = |at: &usize| matches!(tag(document, *at), Tag::DT | Tag::PRP | Tag::PRPP);
    let next = || (phrase.start + 3..phrase.end).rev().find(opens);
    fronted.then(|| named.or_else(next)).flatten()
}

/// Whether a noun ends an adjunct and the next noun phrase begins behind it: `In the clip | a guard`, `In a letter to parents
/// | the port`, `After the break | Ms. Li`.
pub fn is_followed(document: &Document, at: usize) -> bool {
    let own = tag(document, at);
    let human = || noun(norm(document, at)).is_some_and(|noun| noun.is_human());
    let begins = matches!(tag(document, at + 1), Tag::DT | Tag::PRP);
    let named = tag(document, at + 1).is_name() && !is_capital(document, at) && !human();
    own.is_noun() && (begins || named) || own == Tag::VBG && begins
}

/// Where the subject begins in a phrase that opens as the complement of a fronted preposition: `After 31 stages | Ms. Li`,
/// `In its report on tides | the committee`; none in `for the regulator Ofcom`.
pub fn behind_adjunct(document: &Document, phrase: &Range<usize>) -> Option<usize> {
    let governed = tag(document, phrase.start.wrapping_sub(1)) == Tag::IN;
    let ends = |at: &usize| {
        let who = noun(norm(document, *at)).is_some_and(|noun| noun.kind != SourceKind::Document);
        let own = tag(document, *at).is_noun() && !is_capital(document, *at) && !who;
        own && tag(document, at + 1) != Tag::PRP && is_followed(document, *at)
    };
    let at = phrase.clone().find(ends).filter(|at| governed && at + 1 < phrase.end)?;
    Some(at + 1)
}

/// Where the subject of a relative clause without a pronoun begins, after its antecedent: `the plan | the minister`.
pub fn own_subject(document: &Document, words: &Range<usize>) -> Option<usize> {
    let article =
        |at: usize| matches!(tag(document, at), Tag::DT | Tag::PRPP) && !is_time(document, at + 1);
    let plain =
        |at: usize| matches!(tag(document, at), Tag::NN | Tag::NNS) && !is_capital(document, at);
    let second = |at: &usize| article(*at) && plain(at - 1);
    // `the man the union named` is one who is named.
    let whole = |at: &usize| !(*at..words.end).any(|at| tag(document, at).is_verb());
    words.clone().skip(2).find(second).filter(|_| article(words.start)).filter(whole)
}

/// Drops a time, an occasion, an adverb or a conjunction before a subject: `On Monday Ms. Li`, `At the hearing Ms. Li`.
fn trim_left(document: &Document, phrase: Range<usize>) -> Range<usize> {
    let mut start = behind_participle(document, &phrase).unwrap_or(phrase.start);
    // `Last year’s report`: the time belongs to the noun.
    let owns = |at: usize| is_in(document, at, &POSSESSIVES);
    while start < phrase.end && !owns(start + 1) && !owns(start + 2) {
        let dated = is_in(document, start, &TIME_DETERMINERS) && is_time(document, start + 1);
        if dated && start + 2 < phrase.end {
            start += 2;
        } else if is_in(document, start, &TIMES_OF_DAY)
            && is_in(document, start + 1, &TIME_PREPOSITIONS)
        {
            start += 1;
        } else if is_in(document, start, &TIME_PREPOSITIONS) {
            const LONGEST: usize = 12;
            let near = |reach: usize| start + 1..phrase.end.min(start + reach);
            let next = |at: &usize| is_followed(document, *at);
            let fronted = |at: &usize| is_time(document, *at) || is_occasion(document, *at);
            match near(LONGEST).rfind(next).or_else(|| near(4).find(fronted)) {
                Some(time) => start = time + 1,
                None => return start..start,
            }
        } else if is_in(document, start, &FRONTED) || is_adverb(document, start) {
            start += 1;
        } else {
            break;
        }
    }
    start..phrase.end
}

/// The noun phrase that begins at `start`, with the words after its head and an apposition.
pub fn phrase_after(document: &Document, start: usize, limit: usize) -> Option<Range<usize>> {
    let mut at = start;
    while at < limit && !ends_phrase(document, at, start) {
        at += 1;
    }
    // `by Ms. Li and has sold well`, `says a report which calls for it`
    let joint = |at: usize| is_in(document, at, &COORDINATORS) || is_in(document, at, &RELATIVES);
    if at > start + 1 && is_finite(document, at) && joint(at - 1) {
        at -= 1;
    }
    if at < limit && norm(document, at) == "," {
        let end = apposition_end(document, at, limit);
        at = end.or_else(|| named_end(document, start..at, limit)).unwrap_or(at);
    }
    (at > start).then_some(start..at)
}

/// Whether a noun phrase that began at `start` ends before `at`.
fn ends_phrase(document: &Document, at: usize, start: usize) -> bool {
    if is_mark(document, at) {
        return !is_inner_mark(document, at);
    }
    if is_in(document, at, &OPENERS) || is_finite(document, at) {
        return !is_in(document, at, &AS) || at == start;
    }
    let adjunct = is_in(document, at, &ADJUNCTS)
        && (at + 1..at + 4).any(|next| is_time(document, next) || is_occasion(document, next));
    at > start && (adjunct || is_time(document, at) || is_adverb(document, at))
}

/// Where the apposition after `comma` ends, `, the minister,`; none where the comma opens something else.
fn apposition_end(document: &Document, comma: usize, limit: usize) -> Option<usize> {
    let standing = main_noun(document, comma + 1..limit).is_some_and(|noun| noun.is_human());
    let small = matches!(tag(document, comma + 1), Tag::NN | Tag::NNS | Tag::JJ);
    let role = small && standing && !is_time(document, comma + 1);
    let opens = is_in(document, comma + 1, &APPOSITION_OPENERS);
    if !(opens || role) || is_mark(document, comma + 1) {
        return None;
    }
    let mut at = comma + 1;
    let relative = is_in(document, at, &WHO);
    while at < limit && (!is_mark(document, at) || is_inner_mark(document, at)) {
        if !relative && is_finite(document, at) {
            return None;
        }
        at += 1;
    }
    Some(at)
}

/// The end of the name that the words before a comma describe: `the builder, Marek Novak,`. Another name behind it makes
/// them a list.
fn named_end(document: &Document, described: Range<usize>, limit: usize) -> Option<usize> {
    const LONGEST: usize = 4;
    let (name, last) = (described.end + 1, described.end.checked_sub(1)?);
    let reach = limit.min(name + LONGEST);
    let end = (name..reach).find(|at| tag(document, *at) != Tag::NNP).unwrap_or(reach);
    let closed = end == limit || is_mark(document, end) && tag(document, end + 1) != Tag::NNP;
    let one = main_noun(document, described)
        .is_some_and(|noun| noun.kind != SourceKind::Document && !noun.plural);
    (name < end && closed && one && !is_capital(document, last)).then_some(end)
}

/// Drops marks at both ends of a phrase, but no quotation marks and no `%` or `$`.
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

/// The subject between `with` and a participle: `, with the chair, Robert Lane, warning that`.
pub fn subject_with(document: &Document, verb: usize, floor: usize) -> Option<Range<usize>> {
    let subject = subject_before(document, verb, floor)?;
    let is_with = |at: &usize| is_in(document, *at, &WITH);
    let inside = subject.clone().find(is_with);
    let with = inside.or(subject.start.checked_sub(1).filter(is_with))?;
    let apart = with > floor && is_comma(document, with - 1);
    (apart && with + 1 < subject.end).then_some(with + 1..subject.end)
}
