//! Owns where a name begins in a run of capitalised words that opens with a title, an office or a body.
//!
//! Leaves to `name` where a run begins and ends.

use std::ops::Range;

use crate::{
    grammar::{
        guess::{
            ORGANIZATIONS, family_name, is_acronym, is_first_name, is_office, is_place,
            is_second_syllable, joins,
        },
        words::{ARTICLES, DEFINITE_ARTICLE, GENITIVE, is_capital, is_in, norm, tag},
    },
    lexicon::{list::List, noun::noun, title},
    token::{document::Document, tag::Tag},
};

/// Small words inside a name: `Department of the Interior`, `Walid al-Amr`.
pub static JOINTS: List = List::named("name-joint");

/// Small words inside the name of an office: `Department for Education`.
pub static OFFICE_JOINTS: List = List::named("office-joint");

/// Words that show that a name is an office's.
pub static OFFICE_WORDS: List = List::named("office-word");

/// Adjectives that open a title and no name: `Prime Minister`.
pub static OFFICE_ADJECTIVES: List = List::named("office-adjective");

/// Words that name a domain: `Agriculture Minister`.
static FIELDS: List = List::named("office-field");

/// What follows a title and belongs to it: `Professor Emeritus Li`.
pub static STANDINGS: List = List::named("title-standing");

/// One of the people of a country, a town or a party.
static PEOPLE: List = List::named("people");

/// Titles of several people: `Senators Li and Roy`.
pub static PLURALS: List = List::named("plural-title");

/// Where the name begins in a run of capitalised words: behind its title, its office or its body; none where the run is
/// only a title. The second is whether the words before it say that a person follows.
pub fn name_start(document: &Document, run: &Range<usize>) -> Option<(usize, bool)> {
    match person_start(document, run) {
        Some(start) => Some((start, true)),
        None => after_title(document, run).map(|start| (start, false)),
    }
}

/// The last title of a run; the role that ends the name of a body is none: `Health and Safety Executive`, `Observer`.
fn last_title(document: &Document, run: &Range<usize>) -> Option<usize> {
    let body = joins(document, run) || ORGANIZATIONS.contains(norm(document, run.end - 1));
    let titles = |at: &usize| {
        // Nor is the nickname `“Buster”`.
        let whole = !matches!(norm(document, at + 1), "-" | "\"") || *at + 1 == run.end;
        let plural = is_in(document, *at, &PLURALS) && *at + 1 < run.end;
        // `Dean Orr, 41,` is no dean.
        let given = is_first_name(norm(document, *at)) && *at + 2 == run.end;
        let aged = norm(document, run.end) == "," && tag(document, run.end + 1) == Tag::CD;
        if given && aged {
            return false;
        }
        whole && (plural || title::of(norm(document, *at)).is_some())
    };
    // The footballer Son Heung-min is nobody's son.
    let family = family_name(document, run);
    run.clone()
        .rev()
        .filter(|at| Some(*at) != family)
        .find(titles)
        .filter(|at| !body || at + 1 < run.end)
}

/// Where the name begins after the last title of a run; none where the run is only a title.
fn after_title(document: &Document, run: &Range<usize>) -> Option<usize> {
    let office = is_office(norm(document, run.end - 1));
    let start = match last_title(document, run) {
        // `The Duke of Wexham` has no other name.
        Some(at)
            if is_plain_title(norm(document, at))
                && noun(norm(document, at)).is_none()
                && is_in(document, at + 1, &GENITIVE) =>
        {
            at
        }
        Some(at)
            if at + 1 < run.end
                && (!office || run.end - at == 1 || is_plain_title(norm(document, at))) =>
        {
            at + 1
        }
        Some(at)
            if at + 1 == run.end && at > run.start && title::is_short(norm(document, at - 1)) =>
        {
            at
        }
        Some(at) if at + 1 == run.end && !is_surname(document, run) => return None,
        _ => run.start,
    };
    Some(skip_standing(document, start, run.end))
}

/// Where a person's full name begins that ends a run after an office, a place or a body: `State Anna Weiss` of
/// `Secretary of State Anna Weiss`, `Interim Head of Works Hugo Lind`.
fn person_start(document: &Document, run: &Range<usize>) -> Option<usize> {
    let word = |at: usize| norm(document, at);
    let body = |at: usize| {
        let joins = OFFICE_JOINTS.has(word(at)) || GENITIVE.has(word(at));
        joins || is_office(word(at)) || noun(word(at)).is_some()
    };
    let known = |at: usize| {
        let small = DEFINITE_ARTICLE.has(word(at)) || OFFICE_ADJECTIVES.has(word(at));
        let people = PEOPLE.has(word(at)) || is_place(word(at));
        small || body(at) || people || OFFICE_WORDS.has(word(at))
    };
    // `PC Karl Lind`, `Kent MEP Karl Lind`: a rank or an office in letters.
    let letters = |at: usize| {
        is_acronym(document, at) && !word(at).contains('.') && !is_acronym(document, at + 1)
    };
    let role = |at: usize| title::of(word(at)).is_some() || letters(at);
    let held = holds_post(document, run.start);
    let led = |at: &usize| {
        let mut before = run.start..*at;
        let joint = JOINTS.has(word(at - 1)) || OFFICE_JOINTS.has(word(at - 1));
        !joint && word(at - 1) != "-" && (held || before.clone().any(role) || before.all(known))
    };
    let full = |at: &usize| {
        let surname = word(run.end - 1);
        // A role says that a person follows: `chief Ana Banks`.
        let called = role(at - 1) && at + 2 == run.end;
        let another = is_office(surname) || is_place(surname);
        called || !another && !(*at + 1..run.end - 1).any(body)
    };
    // In `Minister Choi Dong-hyuk` the family name stands first.
    let syllables = if is_second_syllable(document, run.end - 1) { 3 } else { 0 };
    let opens = |at: &usize| is_first_name(word(*at)) && at + syllables < run.end;
    // `Minister for Equality Priyanka Sahota`, who is `Sahota` elsewhere.
    let bare = |at: usize| !known(at) && !role(at) && tag(document, at).is_name();
    let called = |at: &usize| {
        let last = document.tokens().get(run.end - 1);
        last.is_some_and(|last| document.calls_alone(last)) && (*at..run.end).all(bare) && led(at)
    };
    // `Corvina J. Sowe` begins before its initial.
    let initial = |at: usize| word(at).trim_end_matches('.').chars().count() == 1;
    let given = (run.start..run.end - 1).rev().find(|at| !initial(*at));
    let two = given.filter(|at| *at > run.start);
    (run.start + 1..run.end - 1).filter(opens).filter(led).find(full).or(two.filter(called))
}

/// Whether a run of capitalised words goes on the name of an office that a role opens: `Works` in `Secretary for Roads
/// in the Ministry of Works`.
pub fn holds_office(document: &Document, run: usize) -> bool {
    follows_role(document, run, &|_| false)
}

/// Whether a role in small letters opens what a run of capitalised words goes on: `Senior forecaster at the Bureau of Tides
/// David Lind`.
fn holds_post(document: &Document, run: usize) -> bool {
    use Tag::{DT, JJ, NN, NNS, POS};
    follows_role(document, run, &|own| matches!(own, DT | JJ | NN | NNS | POS))
}

fn follows_role(document: &Document, run: usize, small: &dyn Fn(Tag) -> bool) -> bool {
    /// The most tokens from the role to the run.
    const LONGEST: usize = 12;
    let word = |at: usize| norm(document, at);
    let joint = |at: usize| {
        let held = matches!(tag(document, at), Tag::IN | Tag::POS);
        OFFICE_JOINTS.has(word(at)) || GENITIVE.has(word(at)) || held
    };
    let inside = |at: &usize| {
        let article = DEFINITE_ARTICLE.has(word(*at));
        is_capital(document, *at) || joint(*at) || article || small(tag(document, *at))
    };
    let first = document.sentences().get(document.sentence_of(run)).map_or(run, |s| s.tokens.start);
    let article = usize::from(is_in(document, run.wrapping_sub(1), &DEFINITE_ARTICLE));
    let Some(before) = run.checked_sub(1 + article).filter(|at| *at > first && joint(*at)) else {
        return false;
    };
    let mut reach = (first.max(run.saturating_sub(LONGEST))..before).rev().take_while(inside);
    reach.any(|at| title::of(word(at)).is_some())
}

/// Whether the role that ends a run is a surname: `Tomas Dean`, not `Prime Minister`.
fn is_surname(document: &Document, run: &Range<usize>) -> bool {
    // `Baker`, where `Mr Baker` stands too.
    let alone = document.tokens().get(run.start).filter(|_| run.len() == 1);
    if alone.is_some_and(|token| document.addresses(token)) {
        return true;
    }
    let first = norm(document, run.start);
    let field = is_in(document, run.start, &FIELDS);
    let known = field
        || noun(first).is_some()
        || title::of(first).is_some()
        || is_office(first)
        || is_place(first);
    let adjective = matches!(tag(document, run.start), Tag::JJ | Tag::NN);
    let article = is_in(document, run.start.wrapping_sub(1), &ARTICLES);
    // In `Shadow Minister for Equality` the office goes on.
    let office = OFFICE_JOINTS.has(norm(document, run.end)) && is_capital(document, run.end + 1);
    // `Councillor Corinne Prince`, whatever the first word is.
    let given = run.len() > 2 && is_first_name(norm(document, run.end - 2));
    is_first_name(first)
        || given
        || run.len() == 2
            && !(known || adjective || article || office || OFFICE_ADJECTIVES.has(first))
}

/// Whether a title is no part of a firm's name: `Ms.`, `developer`.
fn is_plain_title(word: &str) -> bool {
    title::is_short(word) || title::fits_firms(word)
}

/// Where a name begins after a word that belongs to its title.
fn skip_standing(document: &Document, at: usize, end: usize) -> usize {
    let skips = is_in(document, at, &STANDINGS);
    if skips && at + 1 < end { at + 1 } else { at }
}
