//! Owns epithets: `the Scot`, `the 31-year-old`, `the striker`, which stand for somebody named before.

use std::ops::Range;

use crate::{grammar::words::norm, lexicon::noun::Noun, token::document::Document};

/// One of the people of a country, a town or a party.
#[rustfmt::skip]
const PEOPLE: [&str; 41] = [
    "american", "argentine", "australian", "austrian", "belgian", "brazilian", "briton",
    "canadian", "conservative", "croat", "dane", "democrat", "dutchman", "egyptian", "englishman",
    "finn", "frenchman", "german", "ghanaian", "greek", "irishman", "israeli", "italian",
    "liberal", "londoner", "mexican", "nigerian", "norwegian", "pole", "republican", "russian",
    "scot", "scotsman", "serb", "spaniard", "swede", "swiss", "texan", "tory", "turk", "welshman",
];

/// What somebody is by trade, age or fame, and no office that another may hold: `the mayor` may be anybody.
#[rustfmt::skip]
const TRADES: [&str; 24] = [
    "actor", "actress", "champion", "chef", "comedian", "defender", "entrepreneur", "goalkeeper",
    "mathematician", "midfielder", "musician", "novelist", "painter", "pensioner", "photographer",
    "physicist", "pianist", "poet", "rapper", "singer", "star", "striker", "teenager", "winger",
];

/// Whether a phrase points back to somebody by people or party: `the Scot`.
pub fn is_people(document: &Document, phrase: &Phrase) -> bool {
    let last = norm(document, phrase.head);
    opens(document, phrase) && PEOPLE.contains(&last) && phrase.head == phrase.tokens.start + 1
}

/// Whether a phrase points back to somebody by age, people or trade alone.
pub fn is_epithet(document: &Document, phrase: &Phrase) -> bool {
    let last = norm(document, phrase.head);
    let aged = last == "old" || last.ends_with("year-old");
    let trade = TRADES.contains(&last) && phrase.head == phrase.tokens.start + 1;
    is_people(document, phrase) || opens(document, phrase) && (aged || trade)
}

fn opens(document: &Document, phrase: &Phrase) -> bool {
    norm(document, phrase.tokens.start) == "the"
}

/// A phrase without a name at its head.
#[derive(Clone, Debug, PartialEq)]
pub struct Phrase {
    /// Its head noun.
    pub head: usize,
    /// What the lexicon says of the noun.
    pub noun: Option<Noun>,
    /// Whether it points back: `the`, `his`, `Oslo's`.
    pub definite: bool,
    /// Whether it is plural.
    pub plural: bool,
    /// All its tokens.
    pub tokens: Range<usize>,
}
