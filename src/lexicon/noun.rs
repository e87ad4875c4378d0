//! Owns the nouns that head a source: what kind of source `ministry`, `spokesman`, `report` and `sources` are.

use std::sync::LazyLock;

use crate::{
    lexicon::{self, Index, inflection},
    vocabulary::kinds::SourceKind,
};

/// The gender that a pronoun, a title or a noun gives to a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gender {
    /// `he`, `Mr.`, `spokesman`.
    He,
    /// `she`, `Ms.`, `spokeswoman`.
    She,
}

impl Gender {
    /// Whether two genders, as far as they are known, may be one person's.
    pub fn agree(one: Option<Self>, other: Option<Self>) -> bool {
        one.zip(other).is_none_or(|(one, other)| one == other)
    }

    /// Reads a lexicon's column.
    pub fn read(column: &str) -> Option<Self> {
        match column {
            "he" => Some(Self::He),
            "she" => Some(Self::She),
            _ => None,
        }
    }
}

/// A noun of the lexicon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Noun {
    /// The word that stands for it and the nouns a later mention may use for it: `spokesperson` for `spokesman`.
    pub lemma: &'static str,
    /// What a source is that it heads.
    pub kind: SourceKind,
    /// Whether this form is the plural.
    pub plural: bool,
    /// The gender that the word names.
    pub gender: Option<Gender>,
}

impl Noun {
    /// Whether it is a person's function or standing, such as may precede a name.
    pub fn is_human(&self) -> bool {
        matches!(self.kind, SourceKind::Role | SourceKind::Unnamed)
    }
}

/// The noun that `word`, in lower case, is a form of; an abbreviation may have its full stop.
pub fn noun(word: &str) -> Option<Noun> {
    NOUNS.get(word.trim_end_matches('.')).first().copied()
}

static NOUNS: LazyLock<Index<Noun>> = LazyLock::new(|| {
    let files = [include_str!("en/nouns.txt"), include_str!("en/people.txt")];
    files
        .into_iter()
        .flat_map(lexicon::rows)
        .flat_map(|row| {
            let word = row.column(0);
            let (kind, gender) = (kind(row.column(1)), Gender::read(row.column(3)));
            let lemma = Some(row.column(4)).filter(|lemma| !lemma.is_empty()).unwrap_or(word);
            // `few`, `staff`.
            let always =
                word == row.column(2) && matches!(kind, SourceKind::Unnamed | SourceKind::Group);
            let form = |plural| Noun { lemma, kind, plural: plural || always, gender };
            [(word, form(false)), (&*plural(word, row.column(2)).leak(), form(true))]
        })
        .collect()
});

fn kind(column: &str) -> SourceKind {
    match column {
        "organization" => SourceKind::Organization,
        "document" => SourceKind::Document,
        "group" => SourceKind::Group,
        "unnamed" => SourceKind::Unnamed,
        _ => SourceKind::Role,
    }
}

/// The plural of a noun: the given one, or else the regular one.
fn plural(word: &str, given: &str) -> String {
    if matches!(given, "" | "-") { inflection::plural(word) } else { given.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plural_leads_to_its_noun() {
        let of = |word: &str| noun(word).map(|noun| (noun.lemma, noun.plural, noun.gender));
        assert_eq!(of("spokesmen"), Some(("spokesperson", true, Some(Gender::He))));
        assert_eq!(of("ministries"), Some(("ministry", true, None)));
        assert_eq!(of("firm"), Some(("company", false, None)));
        assert_eq!(of("people").map(|(lemma, ..)| lemma), Some("person"));
        assert_eq!(of("water"), None);
    }
}
