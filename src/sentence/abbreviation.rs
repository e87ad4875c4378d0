//! Owns abbreviations: what words with a full stop of their own stand for.
//!
//! `tailoring` and the model decide whether such a full stop also ends the sentence.

use std::sync::LazyLock;

use crate::lexicon::{self, Index};

/// What kind of word an abbreviation stands for, which tells what may follow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Abbreviation {
    /// A title or rank, before a name: `Mr`.
    Title,
    /// A first name cut short: `Geo`.
    Name,
    /// The first part of a place's name: `Mt`, `Ft`.
    Prefix,
    /// A company's form: `Inc`, `Co`.
    Company,
    /// What follows a person's name: `Jr`, `Ph.D`.
    Suffix,
    /// A month.
    Month,
    /// A day of the week.
    Day,
    /// A state or a city: `Calif`, `N.Y`, `D.C`.
    State,
    /// A country or a body of states: `U.S`, `U.N`.
    Country,
    /// A part of the day or an era: `a.m`, `B.C`.
    Time,
    /// What stands before a number: `No`, `p`, `Fig`.
    Number,
    /// Something must follow: `e.g`, `vs`.
    Link,
    /// The end of a list: `etc`, `al`.
    List,
    /// A unit of measure.
    Unit,
    /// A part of an address: `Blvd`.
    Street,
    /// An institution or a part of one: `Dept`, `Univ`.
    Body,
    /// Any other.
    Other,
}

/// What `word`, without its last full stop, is short for, in whatever case.
pub fn abbreviation(word: &str) -> Option<Abbreviation> {
    LEXICON.get_any_case(word).first().copied()
}

/// What single letters with spaces between them are short for: `a. m.`, `U. A. E.`
pub fn spelled(letters: &[&str]) -> Option<Abbreviation> {
    let word = || letters.iter().flat_map(|letter| [".", letter]).skip(1).collect::<String>();
    letters.iter().all(|letter| letter.len() == 1).then(|| abbreviation(&word())).flatten()
}

static LEXICON: LazyLock<Index<Abbreviation>> = LazyLock::new(|| {
    lexicon::rows(lexicon::ABBREVIATIONS)
        .filter_map(|row| Some((row.column(0), kind(row.column(1))?)))
        .collect()
});

fn kind(name: &str) -> Option<Abbreviation> {
    Some(match name {
        "title" => Abbreviation::Title,
        "name" => Abbreviation::Name,
        "prefix" => Abbreviation::Prefix,
        "company" => Abbreviation::Company,
        "suffix" => Abbreviation::Suffix,
        "month" => Abbreviation::Month,
        "day" => Abbreviation::Day,
        "state" => Abbreviation::State,
        "country" => Abbreviation::Country,
        "time" => Abbreviation::Time,
        "number" => Abbreviation::Number,
        "link" => Abbreviation::Link,
        "list" => Abbreviation::List,
        "unit" => Abbreviation::Unit,
        "street" => Abbreviation::Street,
        "body" => Abbreviation::Body,
        "other" => Abbreviation::Other,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_entry_has_a_known_kind_and_no_full_stop_at_its_end() {
        for row in lexicon::rows(lexicon::ABBREVIATIONS) {
            assert!(kind(row.column(1)).is_some(), "line {}: unknown kind", row.line);
            let word = row.column(0);
            assert!(word.len() <= 16, "line {}: too long to be looked up", row.line);
            assert!(!word.ends_with('.') && word == word.to_lowercase(), "line {}", row.line);
        }
    }

    #[test]
    fn case_does_not_matter() {
        assert_eq!(abbreviation("INC"), Some(Abbreviation::Company));
        assert_eq!(abbreviation("think"), None);
    }
}
