//! Owns epithets: `the Scot`, `the 31-year-old`, which stand for somebody named before.

use crate::{detect::phrase::norm, document::Document, head::Phrase};

/// One of the people of a country, a town or a party.
#[rustfmt::skip]
const PEOPLE: [&str; 41] = [
    "american", "argentine", "australian", "austrian", "belgian", "brazilian", "briton",
    "canadian", "conservative", "croat", "dane", "democrat", "dutchman", "egyptian", "englishman", "finn", "frenchman",
    "german", "liberal", "ghanaian", "greek", "irishman", "israeli", "italian", "londoner", "mexican",
    "nigerian", "norwegian", "pole", "republican", "russian", "scot", "scotsman", "serb", "spaniard", "swede",
    "swiss", "texan", "tory", "turk", "welshman",
];

/// Whether a word names one of a people.
fn names_one(word: &str) -> bool {
    PEOPLE.contains(&word)
}

/// Whether a phrase points back to somebody by age or people alone.
pub fn is_epithet(document: &Document, phrase: &Phrase) -> bool {
    let start = phrase.tokens.start;
    let last = norm(document, phrase.head);
    let aged = last == "old" || last.ends_with("year-old");
    norm(document, start) == "the" && (aged || names_one(last) && phrase.head == start + 1)
}
