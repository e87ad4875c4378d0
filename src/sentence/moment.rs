//! Owns the words that say when: `At 5 a.m`, `On the morning of Jan. 3`.
//!
//! `tailoring` says what that means for a sentence.

use crate::{
    lexicon::list::List,
    sentence::{
        abbreviation::{Abbreviation, abbreviation},
        context::{Shape, shape},
    },
};

/// Words of a time that are neither numbers nor names of days or months.
static SMALL: List = List::sentence("time-word");

/// How the names of days end.
static DAY_ENDINGS: List = List::sentence("day-ending");

/// Whether `words` begin with a capital and say nothing but when.
pub fn says_when(words: &str) -> bool {
    let words = words.trim_start();
    let mut parts = words.split([' ', '\n']).filter(|part| !part.is_empty());
    words.starts_with(char::is_uppercase) && parts.all(is_time)
}

fn is_time(word: &str) -> bool {
    use Abbreviation::{Day, Month, Time};
    let bare = word.trim_matches([',', ';', '.']);
    shape(bare) == Shape::Number
        || SMALL.has_any_case(bare)
        || DAY_ENDINGS.ends(bare)
        || matches!(abbreviation(bare), Some(Month | Day | Time))
}
