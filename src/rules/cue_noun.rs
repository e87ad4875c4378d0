//! Owns the lexicon of cue nouns: which nouns credit somebody with something.
//!
//! Leaves out where source and content are: `noun_cue.rs` finds them.

use std::sync::LazyLock;

use crate::{
    lexicon::{self, Index},
    vocabulary::kinds::{Act, Stance},
};

/// A noun that may be a cue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its dictionary form.
    pub lemma: &'static str,
    /// What kind of act it names.
    pub act: Act,
    /// The stance of a writer who uses it.
    pub stance: Stance,
}

/// The entry of a noun in lower case, singular or plural.
pub fn noun(word: &str) -> Option<Entry> {
    let singular = || word.strip_suffix('s').and_then(|word| NOUNS.get(word).first());
    NOUNS.get(word).first().or_else(singular).copied()
}

/// All nouns of the lexicon in the singular.
pub fn words() -> impl Iterator<Item = &'static str> {
    NOUNS.words()
}

static NOUNS: LazyLock<Index<Entry>> = LazyLock::new(|| {
    let rows = lexicon::rows(include_str!("../lexicon/en/cue_nouns.txt"));
    rows.map(|row| {
        let act = Act::from_name(row.column(1)).unwrap_or_default();
        let stance = Stance::from_name(row.column(2)).unwrap_or_default();
        (row.column(0), Entry { lemma: row.column(0), act, stance })
    })
    .collect()
});
