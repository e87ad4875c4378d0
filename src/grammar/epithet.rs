//! Owns epithets, noun phrases that stand for somebody named before: `the Scot`, `the 31-year-old`.

use std::ops::Range;

use crate::{
    grammar::{
        guess::is_place,
        words::{DEFINITE_ARTICLE, is_in, norm, tag},
    },
    lexicon::{list::List, noun::Noun},
    token::{document::Document, tag::Tag},
};

/// One of the people of a country, a town or a party.
static PEOPLE: List = List::named("people");

/// What somebody is by trade, age or fame; not an office, which several people may hold: `the mayor`.
static TRADES: List = List::named("trade");

/// Members of a parliament, whom their constituency or party tells apart: `the Vellin MP`.
static MEMBERS: List = List::named("member-of-parliament");

/// The end of an age: `the 31-year-old`.
static OLD: List = List::named("age-old");

static OLD_ENDINGS: List = List::named("age-ending");

/// What any firm may be called.
pub static COMPANY: List = List::named("company-lemma");

/// What a firm may be called by its trade.
pub static FIRMS: List = List::named("kind-of-firm");

/// What a body that is no firm may be called.
pub static BODIES: List = List::named("kind-of-body");

/// What nearly any body may be called.
static ANY: List = List::named("hypernym-of-body");

static INSTITUTION: List = List::named("institution");
static INSTITUTIONS: List = List::named("kind-of-institution");

/// Nouns by which somebody may refer to a body, with the nouns that told what it is.
static HYPERNYMS: [(&List, &List); 5] = [
    (&COMPANY, &FIRMS),
    (&FIRMS, &COMPANY),
    (&ANY, &COMPANY),
    (&ANY, &BODIES),
    (&INSTITUTION, &INSTITUTIONS),
];

/// Whether a body that one noun describes may go by another: a company by `the airline`, a university by `the institution`.
pub fn goes_by(own: Noun, other: Noun) -> bool {
    HYPERNYMS.iter().any(|(noun, told)| noun.has(other.lemma) && told.has(own.lemma))
}

/// Whether a phrase refers to somebody by nationality or party: `the Scot`, `the Nebraska Republican`.
pub fn is_people(document: &Document, phrase: &Phrase) -> bool {
    let place = |at: usize| is_place(norm(document, at));
    let plain =
        phrase.head > phrase.tokens.start && (phrase.tokens.start + 1..phrase.head).all(place);
    opens(document, phrase) && PEOPLE.has(norm(document, phrase.head)) && plain
}

/// Whether a phrase refers to somebody by age, nationality, party or trade alone.
pub fn is_epithet(document: &Document, phrase: &Phrase) -> bool {
    let last = norm(document, phrase.head);
    let aged = OLD.has(last) || OLD_ENDINGS.ends(last);
    // `the Everton striker`
    let mut modifiers = phrase.tokens.start + 1..phrase.head;
    // `The Tory MP for Orvik` is not any Tory.
    let whole = phrase.tokens.end == phrase.head + 1;
    let seat = MEMBERS.has(last) && !modifiers.is_empty() && whole;
    let named = modifiers.all(|at| tag(document, at).is_name());
    let trade = (TRADES.has(last) || seat) && named;
    is_people(document, phrase) || opens(document, phrase) && (aged || trade)
}

/// Nouns for people who were named together.
static SETS: List = List::named("noun-for-set");

/// Whether a phrase may refer to people who were just named together: `the couple`, `the two leaders`, but not `the union’s
/// leaders`.
pub fn is_set(document: &Document, phrase: &Phrase) -> bool {
    let mut inner = phrase.tokens.start + 1..phrase.head;
    let plain = inner.all(|at| matches!(tag(document, at), Tag::CD | Tag::JJ));
    let whole = phrase.tokens.end == phrase.head + 1;
    opens(document, phrase) && plain && whole && is_in(document, phrase.head, &SETS)
}

fn opens(document: &Document, phrase: &Phrase) -> bool {
    is_in(document, phrase.tokens.start, &DEFINITE_ARTICLE)
}

/// A phrase without a name at its head.
#[derive(Clone, Debug, PartialEq)]
pub struct Phrase {
    /// Its head noun.
    pub head: usize,
    /// What the lexicon says of the noun.
    pub noun: Option<Noun>,
    /// Whether it is definite: `the`, `his`, `Oslo's`.
    pub definite: bool,
    /// Whether it is plural.
    pub plural: bool,
    /// All its tokens.
    pub tokens: Range<usize>,
}
