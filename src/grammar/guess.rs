//! Owns what the words of a name say about it: whether it is a person or an organization.

use std::{ops::Range, sync::LazyLock};

use crate::{
    grammar::words::{GENITIVE, is_in, norm},
    lexicon::{
        self, Index, Row,
        list::List,
        noun::{Gender, noun},
    },
    token::{document::Document, proper::is_given, tokens::Case},
    vocabulary::kinds::SourceKind,
};

/// What follows a surname: `Jr.`, `MP`.
pub static SUFFIXES: List = List::named("name-suffix");

/// Suffixes that are also the letters of clubs.
static CLUB_LETTERS: List = List::named("name-suffix-also-club");

/// Surnames that are also what a body is called.
static SURNAMES_TOO: List = List::named("surname-also-body");

/// Articles of other languages, with which names of newspapers begin: `Le Monde`.
static ARTICLES: List = List::named("foreign-article");

/// `and` inside a name: `Fire and Rescue`.
static NAME_AND: List = List::named("name-and");

/// Adjectives that open an organization's name: `Northern Mutual`.
static ADJECTIVES: List = List::named("region-adjective");

/// Adjectives that open a country's name: `North Korea`.
static PARTS: List = List::named("land-adjective");

/// What a name is, by its own words and by whether a person's title or an article stands before it.
pub fn guess(document: &Document, tokens: &Range<usize>, titled: bool, article: bool) -> Guess {
    let word = |at: usize| norm(document, at).trim_end_matches('.');
    let last = tokens.end.saturating_sub(1);
    let lone = tokens.len() == 1;
    let acronym = lone && is_acronym(document, tokens.start);
    // `Conor Phelan SC`, but `Tulsa SC`
    let ranked = tokens.len() > 1
        && SUFFIXES.has(word(last))
        && (tokens.len() > 2 || !CLUB_LETTERS.has(word(last)));
    // `Tom Church`, where `Church` alone is a body.
    let called =
        tokens.len() == 2 && is_first_name(word(tokens.start)) && SURNAMES_TOO.has(word(last));
    // `Ottilie Guild`, whom the text calls Ms. Guild
    let addressed = tokens.len() == 2
        && document.tokens().get(last).is_some_and(|token| document.addresses(token))
        && !is_acronym(document, tokens.start)
        && !ADJECTIVES.has(word(tokens.start));
    let whole = document.words(document.span(tokens.clone())).to_lowercase();
    let family = family_name(document, tokens).is_some_and(|family| !is_office(word(family)));
    if titled || ranked || (called || family || addressed) && !article {
        Guess::Person
    } else if is_office(word(last))
        || !lone && (ORGANIZATIONS.contains(&whole) || PLACES.contains(&whole))
        || tokens.clone().any(|at| GENITIVE.has(word(at)))
        || joins(document, tokens)
        || tokens.len() > 1
            && is_acronym(document, last)
            && (!is_acronym(document, tokens.start) || is_office(word(tokens.start)))
        || acronym
    {
        Guess::Organization
    } else if tokens.len() == 2 && ARTICLES.has(word(tokens.start)) && !is_first_name(word(last)) {
        // A newspaper: `Le Monde`, `Der Spiegel`. `Les Paul` is a person.
        Guess::Organization
    } else if !article && (is_first_name(word(tokens.start)) || lone && is_surname(word(last))) {
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

/// Whether `and` or `&` joins two things in one name: `Fire and Rescue`, `Harper & Lowe`.
pub fn joins(document: &Document, tokens: &Range<usize>) -> bool {
    tokens.clone().any(|at| is_in(document, at, &NAME_AND) || norm(document, at) == "&")
}

/// Whether an adjective opens an organization's name: `Northern Mutual`, `National Union`.
fn is_region(document: &Document, tokens: &Range<usize>) -> bool {
    tokens.len() > 1 && is_in(document, tokens.start, &ADJECTIVES)
}

/// Whether a name is a country or a capital: `Oman`, `North Korea`, but not the person `Vera Paris`.
fn is_land(document: &Document, tokens: &Range<usize>) -> bool {
    let whole = tokens.len() == 1 || is_in(document, tokens.start, &PARTS);
    whole && is_place(norm(document, tokens.end.saturating_sub(1)))
}

/// The family name that stands before a given name of two syllables: `Lee` in `Lee Min-seo`.
pub fn family_name(document: &Document, tokens: &Range<usize>) -> Option<usize> {
    let family = tokens.end.checked_sub(4).filter(|family| *family >= tokens.start)?;
    is_second_syllable(document, tokens.end - 1).then_some(family)
}

/// Whether a token is the second syllable of a given name such as `Min-seo`, whose syllables have romanised spelling.
pub fn is_second_syllable(document: &Document, at: usize) -> bool {
    let before = document.tokens().get(..=at).unwrap_or_default();
    before.last_chunk().is_some_and(|four| is_given(four, |token| document.norm(token)))
}

/// What the words of a name say about it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Guess {
    /// It has a first name or a title.
    Person,
    /// It has a word such as `Times` or `Ministry`, or is an acronym.
    Organization,
    /// The words do not tell.
    #[default]
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
    first_name(word).is_some()
}

fn first_name(word: &str) -> Option<&Row<'static>> {
    let at = FIRST_NAMES.binary_search_by_key(&word, |row| row.column(0)).ok()?;
    FIRST_NAMES.get(at)
}

/// Whether a word is a common surname, and neither a word nor a place.
pub fn is_surname(word: &str) -> bool {
    SURNAMES.binary_search(&word).is_ok()
}

/// The gender of nearly all who bear a given name: a hint, as any of them may be another's.
pub fn given_gender(word: &str) -> Option<Gender> {
    Gender::read(first_name(word)?.column(1))
}

/// Whether a word names a body: `Times`, `ministry`.
pub fn is_office(word: &str) -> bool {
    ORGANIZATIONS.contains(word) || noun(word).is_some_and(|n| n.kind == SourceKind::Organization)
}

/// Whether a word names a country or a capital.
pub fn is_place(word: &str) -> bool {
    PLACES.contains(word.trim_end_matches('.'))
}

/// Common first names in alphabetical order.
static FIRST_NAMES: LazyLock<Vec<Row>> =
    LazyLock::new(|| lexicon::rows(include_str!("../lexicon/en/first_names.txt")).collect());

/// Common surnames in alphabetical order.
static SURNAMES: LazyLock<Vec<&str>> =
    LazyLock::new(|| lexicon::words(include_str!("../lexicon/en/surnames.txt")));

/// Words that name a body, with the noun it may be called.
pub static ORGANIZATIONS: LazyLock<Index<Row>> =
    LazyLock::new(|| lexicon::by_first_column(include_str!("../lexicon/en/organizations.txt")));

/// Countries and capitals.
pub static PLACES: LazyLock<Index<Row>> =
    LazyLock::new(|| lexicon::by_first_column(include_str!("../lexicon/en/places.txt")));
