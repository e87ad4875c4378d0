//! Owns word classes: what a single word means to numbers, names and claims.
//!
//! The classes come from the lexicons. Leaves out what follows from them.

use std::{
    collections::HashMap,
    hash::{BuildHasherDefault, Hasher},
    sync::LazyLock,
};

use crate::{
    grammar::guess::PLACES,
    lexicon, model,
    text::calendar::{MONTHS, WEEKDAYS},
    token::{document::Document, tag::Tag},
};

/// The lexicons of single words and their classes.
const LEXICONS: [&str; 4] = [
    include_str!("../lexicon/en/measure.txt"),
    include_str!("../lexicon/en/name.txt"),
    include_str!("../lexicon/en/checkable.txt"),
    include_str!("../lexicon/en/opinion.txt"),
];

static CLASSES: LazyLock<Hashed<Classes>> = LazyLock::new(read);

/// A map from the [`hash`](fn@hash) of a word to what is known of it.
pub type Hashed<T> = HashMap<u64, T, BuildHasherDefault<KeyAsHash>>;

macro_rules! classes {
    ($($(#[$doc:meta])+ $class:ident $name:literal,)+) => {
        /// What a word can mean in a claim.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Class { $($(#[$doc])+ $class,)+ }

        impl Class {
            fn named(name: &str) -> Option<Self> {
                match name { $($name => Some(Self::$class),)+ _ => None }
            }
        }
    };
}

classes! {
    /// `two`, `twelve`.
    Cardinal "cardinal",
    /// `million`, `bn`.
    Scale "scale",
    /// `dozens`, `thousands`.
    Dozens "dozens",
    /// `half`, `thirds`.
    Fraction "fraction",
    /// `third`, `21st`.
    Ordinal "ordinal",
    /// `km`, `tonnes`.
    Unit "unit",
    /// `dollars`, `$`.
    Currency "currency",
    /// `percent`, `%`.
    Percent "percent",
    /// `January`.
    Month "month",
    /// `Monday`.
    Weekday "weekday",
    /// `yesterday`.
    Day "day",
    /// `week`, `quarter`.
    Period "period",
    /// `Oman`, `Ohio`.
    Place "place",
    /// `Iranian`, `Texan`.
    Demonym "demonym",
    /// `more`, `fewer`, `doubled`.
    Comparison "comparison",
    /// `because`, `caused`.
    Cause "cause",
    /// `law`, `voted`, `convicted`.
    Law "law",
    /// `rate`, `average`.
    Statistic "statistic",
    /// `everybody`, `always`.
    Generality "generality",
    /// `outrageous`, `brilliant`.
    Evaluation "evaluation",
    /// `clearly`, `utterly`.
    Booster "booster",
    /// `I think`, `hope`.
    Stance "stance",
    /// `should`, `must`.
    Obligation "obligation",
    /// `tomorrow`, `upcoming`.
    Future "future",
    /// `plans to`, `is set to`.
    Intention "intention",
}

/// The classes of one word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Classes(u32);

impl Classes {
    /// Whether the word belongs to `class`.
    pub const fn has(self, class: Class) -> bool {
        self.0 & (1 << class as u32) != 0
    }
}

/// The tokens of a document with what the lexicons know about each.
#[derive(Clone, Debug)]
pub struct Words<'d, 't> {
    document: &'d Document<'t>,
    known: Vec<(u64, Classes)>,
}

impl<'d, 't> Words<'d, 't> {
    /// Looks up every token once.
    pub fn new(document: &'d Document<'t>) -> Self {
        let look = |token| {
            let hash = hash(document.norm(token));
            (hash, CLASSES.get(&hash).copied().unwrap_or_default())
        };
        Self { document, known: document.tokens().iter().map(look).collect() }
    }

    /// The document they stand in.
    pub fn document(&self) -> &'d Document<'t> {
        self.document
    }

    /// Whether the token with number `n` belongs to `class`.
    pub fn has(&self, n: usize, class: Class) -> bool {
        self.known.get(n).is_some_and(|(_, classes)| classes.has(class))
    }

    /// Its classes.
    pub fn classes(&self, n: usize) -> Classes {
        self.known.get(n).map_or_else(Classes::default, |(_, classes)| *classes)
    }

    /// The hash of its normal form.
    pub fn hash(&self, n: usize) -> u64 {
        self.known.get(n).map_or(0, |(hash, _)| *hash)
    }

    /// Its normal form; empty past the end.
    pub fn norm(&self, n: usize) -> &'d str {
        self.document.tokens().get(n).map_or("", |token| self.document.norm(token))
    }

    /// As it stands in the text; empty past the end.
    pub fn text(&self, n: usize) -> &'t str {
        self.document.tokens().get(n).map_or("", |token| self.document.words(token.span))
    }

    /// Its part of speech.
    pub fn tag(&self, n: usize) -> Tag {
        self.document.tokens().get(n).map_or(Tag::XX, |token| token.tag)
    }

    /// Whether it opens with a capital.
    pub fn is_capital(&self, n: usize) -> bool {
        self.document.tokens().get(n).is_some_and(|token| self.document.is_capital(token))
    }
}

/// The classes of a word in its normal form.
pub fn classes(norm: &str) -> Classes {
    CLASSES.get(&hash(norm)).copied().unwrap_or_default()
}

/// The hash of a normal form.
pub const fn hash(norm: &str) -> u64 {
    model::hash::fnv(norm.as_bytes())
}

/// The hash of a pair of words from the hashes of both.
pub const fn pair(first: u64, second: u64) -> u64 {
    (first.rotate_left(23) ^ second).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

/// A hasher for keys that are hashes: it returns the key.
#[derive(Clone, Copy, Debug, Default)]
pub struct KeyAsHash(u64);

impl Hasher for KeyAsHash {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = bytes.iter().fold(self.0, |hash, byte| hash.rotate_left(8) ^ u64::from(*byte));
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }
}

fn read() -> Hashed<Classes> {
    let mut words: Hashed<Classes> = Hashed::default();
    for row in LEXICONS.into_iter().flat_map(lexicon::rows) {
        let known = words.entry(hash(row.column(0))).or_default();
        for class in row.column(1).split(',').filter_map(Class::named) {
            known.0 |= 1 << class as u32;
        }
    }
    for place in PLACES.words() {
        words.entry(hash(place)).or_default().0 |= 1 << Class::Place as u32;
    }
    for (list, class) in [(&WEEKDAYS, Class::Weekday), (&MONTHS, Class::Month)] {
        for word in list.words() {
            words.entry(hash(word)).or_default().0 |= 1 << class as u32;
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_has_known_classes() {
        for row in LEXICONS.into_iter().flat_map(lexicon::rows) {
            let mut classes = row.column(1).split(',');
            assert!(classes.all(|class| Class::named(class).is_some()), "{row:?}");
        }
    }

    #[test]
    fn a_word_in_two_lists_keeps_the_classes_of_both() {
        assert!(classes("march").has(Class::Month));
        assert!(!classes("table").has(Class::Month));
        assert_ne!(pair(hash("a"), hash("b")), pair(hash("b"), hash("a")));
    }
}
