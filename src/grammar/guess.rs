//! Owns what a name's own words say it is: a person or an organization.

use std::{ops::Range, sync::LazyLock};

use crate::{
    grammar::words::norm,
    lexicon::{self, Index, noun::noun},
    token::{document::Document, tokens::Case},
};

/// Articles of other languages, with which newspapers begin.
const ARTICLES: [&str; 9] = ["das", "der", "die", "el", "il", "la", "las", "le", "les"];

/// What a name is, by its own words, by whether a person's title or an article stands before it.
pub fn guess(document: &Document, tokens: &Range<usize>, titled: bool, article: bool) -> Guess {
    let word = |at: usize| norm(document, at).trim_end_matches('.');
    let last = tokens.end.saturating_sub(1);
    let acronym = tokens.len() == 1 && is_acronym(document, tokens.start);
    if titled {
        Guess::Person
    } else if is_office(word(last))
        || tokens.clone().any(|at| word(at) == "of")
        || joins(document, tokens)
        || tokens.len() > 1 && is_acronym(document, last) && !is_acronym(document, tokens.start)
        || acronym
    {
        Guess::Organization
    } else if tokens.len() == 2
        && ARTICLES.contains(&word(tokens.start))
        && !is_first_name(word(last))
    {
        // `Le Monde`, `Der Spiegel`; `Les Paul` is a person.
        Guess::Organization
    } else if is_first_name(word(tokens.start)) && !article {
        Guess::Person
    } else if article
        || is_region(document, tokens)
        || is_land(document, tokens)
        || noun(word(last)).is_some_and(|n| !n.is_human())
    {
        Guess::Organization
    } else {
        Guess::Open
    }
}

/// `Fire and Rescue`: two things make up one name.
pub fn joins(document: &Document, tokens: &Range<usize>) -> bool {
    tokens.clone().any(|at| norm(document, at) == "and")
}

/// `Northern Mutual`, `National Union`: an adjective opens it.
fn is_region(document: &Document, tokens: &Range<usize>) -> bool {
    const ADJECTIVES: [&str; 8] = [
        "eastern",
        "global",
        "international",
        "national",
        "northern",
        "royal",
        "southern",
        "western",
    ];
    tokens.len() > 1 && ADJECTIVES.contains(&norm(document, tokens.start))
}

/// `Oman`, `North Korea`; `Vera Paris` is a person.
fn is_land(document: &Document, tokens: &Range<usize>) -> bool {
    const PARTS: [&str; 14] = [
        "north", "south", "east", "west", "new", "great", "greater", "central", "united", "saudi",
        "northern", "southern", "eastern", "western",
    ];
    let whole = tokens.len() == 1 || PARTS.contains(&norm(document, tokens.start));
    whole && is_place(norm(document, tokens.end.saturating_sub(1)))
}

/// What a name's own words say it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Guess {
    /// A first name or a title.
    Person,
    /// `Times`, `Ministry`, an acronym.
    Organization,
    /// Nothing to go by.
    Open,
}

/// Whether a token is all capitals, such as `IAEA`.
pub fn is_acronym(document: &Document, at: usize) -> bool {
    let token = document.tokens().get(at).filter(|token| token.case == Case::Upper);
    token.is_some_and(|token| {
        let word = document.words(token.span);
        word.chars().filter(|c| c.is_alphabetic()).count() > 1
            && word.chars().all(|c| c.is_uppercase() || c == '.' || c == '&')
    })
}

/// Whether a word is a common first name.
pub fn is_first_name(word: &str) -> bool {
    FIRST_NAMES.contains(word)
}

/// Whether a word names a body: `Times`, `ministry`.
pub fn is_office(word: &str) -> bool {
    ORGANIZATIONS.contains(word)
        || noun(word).is_some_and(|n| n.kind == crate::SourceKind::Organization)
}

/// Whether a word names a country or a capital.
pub fn is_place(word: &str) -> bool {
    PLACES.contains(word.trim_end_matches('.'))
}

pub static FIRST_NAMES: LazyLock<Index<lexicon::Row>> =
    LazyLock::new(|| lexicon::by_first_column(include_str!("../lexicon/en/first_names.txt")));

pub static ORGANIZATIONS: LazyLock<Index<lexicon::Row>> =
    LazyLock::new(|| lexicon::by_first_column(include_str!("../lexicon/en/organizations.txt")));

pub static PLACES: LazyLock<Index<lexicon::Row>> =
    LazyLock::new(|| lexicon::by_first_column(include_str!("../lexicon/en/places.txt")));
