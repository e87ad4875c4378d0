//! Owns the words that say when: `At 5 a.m`, `On the morning of Jan. 3`.
//!
//! What that means for a sentence is left to `tailoring`.

use crate::sentence::{
    abbreviation::{Abbreviation, abbreviation},
    context::{Shape, shape},
};

/// Words of a time that are neither numbers nor names of days or months.
const SMALL: [&str; 24] = [
    "at",
    "by",
    "in",
    "on",
    "around",
    "about",
    "before",
    "after",
    "until",
    "since",
    "from",
    "till",
    "the",
    "of",
    "and",
    "to",
    "early",
    "late",
    "between",
    "morning",
    "afternoon",
    "evening",
    "night",
    "day",
];

/// Whether `words` open with a capital and say when, and nothing else.
pub fn says_when(words: &str) -> bool {
    let words = words.trim_start();
    let mut parts = words.split([' ', '\n']).filter(|part| !part.is_empty());
    words.starts_with(char::is_uppercase) && parts.all(is_time)
}

fn is_time(word: &str) -> bool {
    use Abbreviation::{Day, Month, Time};
    let bare = word.trim_matches([',', ';', '.']);
    shape(bare) == Shape::Number
        || SMALL.iter().any(|small| small.eq_ignore_ascii_case(bare))
        || bare.ends_with("day")
        || matches!(abbreviation(bare), Some(Month | Day | Time))
}
