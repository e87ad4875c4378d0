//! Owns how alike two names are: their first words, their sound, their first letters.

use std::ops::Range;

use crate::{
    detect::phrase::{is_capital, norm},
    document::Document,
};

/// Whether two names with the same last word may be one: the first words agree, or one has none.
pub fn same_words(document: &Document, one: &Range<usize>, other: &Range<usize>) -> bool {
    if one.len() == 1 || other.len() == 1 {
        return true;
    }
    // `De Wit` after `Piet de Wit`.
    let mut words = one.clone().rev().zip(other.clone().rev());
    if one.len() != other.len() && words.all(|(a, b)| norm(document, a) == norm(document, b)) {
        return true;
    }
    let (a, b) = (norm(document, one.start), norm(document, other.start));
    let initial = |short: &str, long: &str| {
        short.trim_end_matches('.').len() <= 3
            && short.chars().next() == long.chars().next()
            && short.contains('.')
    };
    let close = a.len() > 4
        && a.len() == b.len()
        && a.bytes().zip(b.bytes()).filter(|(a, b)| a != b).count() <= 1;
    a == b || initial(a, b) || initial(b, a) || close
}

/// `un` for `U.N.`, in lower case.
pub fn acronym_letters(word: &str) -> String {
    word.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// A word's first letter and its other consonants, none twice in a row, without a last `s`.
pub fn sound(word: &str) -> String {
    let mut sound = String::new();
    for (at, letter) in word.trim_end_matches('s').chars().enumerate() {
        let vowel = matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
        if (at == 0 || !vowel) && !sound.ends_with(letter) {
            sound.push(letter);
        }
    }
    sound
}

/// `iaea` for `International Atomic Energy Agency`.
pub fn initials(document: &Document, tokens: &Range<usize>) -> String {
    let capitals = tokens.clone().filter(|at| is_capital(document, *at));
    capitals.filter_map(|at| norm(document, at).chars().next()).collect()
}
