//! Owns the words beside a name that say who it is: `the mayor, Ms. Li` and `Ms. Li, the mayor`.

use std::ops::Range;

use crate::{
    grammar::{
        guess::Guess,
        name::{Name, names},
        premodifier::opening,
        verb::is_finite,
        words::{
            ARTICLES, DEFINITE_ARTICLE, WHO, is_capital, is_in, is_inner_mark, is_mark, norm, tag,
        },
    },
    lexicon::{
        list::List,
        noun::{Noun, noun},
        title,
    },
    token::{document::Document, tag::Tag},
};

/// Words that open a description after a name.
static DETERMINERS: List = List::named("description-determiner");

/// Words that open a complement of the head noun.
static COMPLEMENTS: List = List::named("noun-complement");

/// Prepositions before whom or where somebody comes from: `Ms. Li of Relay Water`.
static AFFILIATIONS: List = List::named("affiliation-preposition");

/// `and`, which joins two bodies or two people.
static AND: List = List::named("name-and");

/// Marks of a possessive inside a description.
static POSSESSIVES: List = List::named("possessive");

/// The words around a name that describe it, without their article.
pub fn around(document: &Document, name: &Name, sentence: &Range<usize>) -> Option<Range<usize>> {
    all_around(document, name, sentence).next()
}

/// All words beside a name that describe it: `Councillor` and `leader of the council` of `Councillor Ana Brook, leader of
/// the council`.
pub fn all_around(
    document: &Document,
    name: &Name,
    sentence: &Range<usize>,
) -> impl Iterator<Item = Range<usize>> {
    let found = [before(document, name, sentence.start), after(document, name, sentence.end)];
    found.into_iter().flatten()
}

/// The description before a name, back to its article: `Oslo police chief Ms. Li`.
fn before(document: &Document, name: &Name, floor: usize) -> Option<Range<usize>> {
    let bare =
        |at: usize| title::is_short(norm(document, at)) && noun(norm(document, at)).is_none();
    let mut end = name.tokens.start;
    while end > name.title.start && bare(end - 1) {
        end -= 1;
    }
    let last = end.checked_sub(1).filter(|last| *last >= floor)?;
    let comma = norm(document, last) == "," && is_mark(document, name.tokens.end);
    let (last, end) = if comma { (last.checked_sub(1)?, last) } else { (last, end) };
    let role = |at: usize| {
        let noun = noun(norm(document, at)).filter(|noun| noun.is_human() && !noun.plural);
        noun.is_some() && !matches!(tag(document, at), Tag::JJ | Tag::JJS | Tag::DT)
    };
    let titled = || name.title.clone().any(role).then_some(name.title.start);
    let start = opening(document, floor, if role(last) { last } else { titled()? });
    // In `the clerk Ruiz hired` the name opens a relative clause.
    let article = is_in(document, start.wrapping_sub(1), &ARTICLES);
    let lone = name.tokens.len() == 1 && name.title.is_empty();
    let clause = lone && !comma && article && is_finite(document, name.tokens.end);
    (!clause).then_some(start..end)
}

/// The description between commas after a name: `Ms. Li, the mayor of Oslo,`.
fn after(document: &Document, name: &Name, limit: usize) -> Option<Range<usize>> {
    const LONGEST: usize = 20;
    let comma = name.tokens.end;
    let mut start = comma + 1;
    if norm(document, comma) != "," {
        return None;
    }
    if tag(document, start) == Tag::CD && norm(document, start + 1) == "," {
        start += 2;
    }
    let article = is_in(document, start, &DETERMINERS);
    if article {
        start += 1;
    }
    let reach = limit.min(start + LONGEST);
    let stop = |at: &usize| {
        let inner = matches!(norm(document, *at), "-" | "&") || is_in(document, *at, &POSSESSIVES);
        is_mark(document, *at) && !inner || is_finite(document, *at) || is_in(document, *at, &WHO)
    };
    let end = (start..reach).find(stop)?;
    let names_role = main_noun(document, start..end).is_some_and(|noun| !noun.plural);
    let opens = article || is_capital(document, start) || noun(norm(document, start)).is_some();
    (names_role && opens && is_mark(document, end)).then_some(start..end)
}

/// The body or the place that a person belongs to, with its preposition: `from Relay Water`.
pub fn affiliation(document: &Document, name: &Name, limit: usize) -> Option<Range<usize>> {
    const LONGEST: usize = 16;
    let start = name.tokens.end + usize::from(norm(document, name.tokens.end) == ",");
    let first = start + 1 + usize::from(is_in(document, start + 1, &DEFINITE_ARTICLE));
    // In `Ms. Li of Relay and colleagues` others follow.
    let others = |at: usize| is_in(document, at, &AND) && !is_capital(document, at + 1);
    let stop = |at: &usize| {
        is_mark(document, *at) && !is_inner_mark(document, *at)
            || is_finite(document, *at)
            || is_in(document, *at, &WHO)
            || others(*at)
    };
    let reach = limit.min(first + LONGEST);
    let end = (first..reach).find(stop).unwrap_or(reach);
    let person = name.guess != Guess::Organization && is_affiliation(document, start);
    let body = || names(document, first..end).next();
    let belongs = person
        && is_capital(document, first)
        && body().is_some_and(|body| body.guess != Guess::Person);
    belongs.then_some(start..end)
}

/// Whether a token opens an affiliation.
pub fn is_affiliation(document: &Document, at: usize) -> bool {
    is_in(document, at, &AFFILIATIONS)
}

/// The head noun of a description: `minister` in `foreign minister of Oman`, `student` in `University of Oslo student`.
pub fn main_noun(document: &Document, words: Range<usize>) -> Option<Noun> {
    let last = words.end.saturating_sub(1);
    if let Some(noun) = noun(norm(document, last)).filter(Noun::is_human)
        && opening(document, words.start, last) == words.start
    {
        return Some(noun);
    }
    let inside = |at: &usize| norm(document, *at) != "," && !is_in(document, *at, &COMPLEMENTS);
    let chunk = words.take_while(inside);
    chunk.filter_map(|at| noun(norm(document, at))).last()
}
