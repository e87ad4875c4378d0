//! Owns what the whole text tells of who is `he` and who is `she`: a pronoun in the last paragraph
//! tells as much of a name in the first as one beside it.
//!
//! Only titles, nouns and pronouns of the text tell; a first name tells nothing.

use rustc_hash::FxHashMap;

use crate::lexicon::noun::Gender;

/// Who is which, by their fullest names in lower case; none where the text's pronouns contradict each
/// other.
#[derive(Debug, Default)]
pub struct Genders(pub FxHashMap<String, Option<Gender>>);

impl Genders {
    /// What the text tells of a name in lower case.
    pub fn of(&self, name: &str) -> Option<Gender> {
        self.0.get(name).copied().flatten()
    }

    /// Whether pronouns contradict each other about a name in lower case.
    pub fn is_unsettled(&self, name: &str) -> bool {
        self.0.get(name).is_some_and(Option::is_none)
    }

    /// Whether the text tells of nobody.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
