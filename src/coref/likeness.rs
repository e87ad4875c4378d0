//! Owns how alike two names are: their first words, their sound, their first letters.

use std::ops::Range;

use crate::{
    grammar::{
        epithet::Phrase,
        words::{is_capital, norm},
    },
    token::document::Document,
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

/// Whether a phrase tells another body of the kind that a name ends in: `the Scottish agency` is not the
/// Norwegian Space Agency.
pub fn is_another(document: &Document, name: &Range<usize>, phrase: &Phrase) -> bool {
    let last = name.end - 1;
    let told = name.clone().any(|at| at < last && is_capital(document, at));
    let word = |at: usize| norm(document, at);
    let new =
        |at: usize| is_capital(document, at) && !name.clone().any(|own| word(own) == word(at));
    let own = phrase.tokens.start + 1..phrase.head;
    word(last) == word(phrase.head) && told && own.into_iter().any(new)
}

/// Whether two phrases tell two of a kind apart: `the foreign ministry` is not `the defence ministry`.
pub fn is_another_kind(document: &Document, words: &Range<usize>, phrase: &Phrase) -> bool {
    let word = |at: usize| norm(document, at);
    let head = words.clone().rev().find(|at| word(*at) == word(phrase.head));
    let Some(head) = head else { return false };
    let known = words.start + 1..head.max(words.start + 1);
    let own = phrase.tokens.start + 1..phrase.head.max(phrase.tokens.start + 1);
    let shared = |at: usize| known.clone().any(|other| word(other) == word(at));
    !known.is_empty() && !own.is_empty() && !own.clone().any(shared)
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
