//! Owns the weights of claims: what speaks for an opinion, for a prediction, and for something to check.
//!
//! A weight is a whole number of steps; 256 steps make up the range of a score from 0 to 1.

use std::sync::LazyLock;

use crate::{
    claim::feature::{Feature, Signal},
    grammar::word::{self, Hashed},
    lexicon,
    token::tag::Tag,
};

/// Steps in a score's range: sums of steps are exact in `f32` and short in decimals.
pub const STEPS: f32 = 256.0;

static MODEL: LazyLock<Model> = LazyLock::new(|| Model::read(include_str!("../model/claim.txt")));

/// What one feature adds, in steps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Weight {
    /// To the clause being an opinion.
    pub opinion: i32,
    /// To its check-worthiness.
    pub check: i32,
    /// To the clause being a prediction.
    pub prediction: i32,
}

/// The weights of signals (`+` and their code in the file), of parts of speech (in capitals), of words, of
/// pairs, and of the predicate.
#[derive(Clone, Debug, Default)]
pub struct Model {
    signals: Vec<Weight>,
    tags: Vec<Weight>,
    pairs: Vec<Weight>,
    words: Hashed<Weight>,
}

impl Model {
    /// Reads `feature | opinion | check | prediction`, one feature on a line.
    pub fn read(text: &str) -> Self {
        let number = |column: &str| column.parse().unwrap_or_default();
        let weight = |row: lexicon::Row| {
            let (opinion, check) = (number(row.column(1)), number(row.column(2)));
            let prediction = number(row.column(3));
            (key(row.column(0)), Weight { opinion, check, prediction })
        };
        let words: Hashed<Weight> = lexicon::rows(text).map(weight).collect();
        let of = |hash: u64| words.get(&hash).copied().unwrap_or_default();
        let signal = |signal: &Signal| of(key(&format!("+{}", signal.code())));
        let tags = Tag::ALL.map(|tag| word::hash(&format!("{tag:?}")));
        let after = |&first: &u64| tags.map(|second| of(word::pair(first, second)));
        Self {
            signals: Signal::ALL.iter().map(signal).collect(),
            tags: tags.map(of).to_vec(),
            pairs: tags.iter().flat_map(after).collect(),
            words,
        }
    }

    /// The weight of a signal.
    pub fn signal(&self, signal: Signal) -> Weight {
        self.signals.get(signal as usize).copied().unwrap_or_default()
    }

    /// The weight of a feature of the wording; most have none.
    pub fn wording(&self, feature: Feature) -> Option<Weight> {
        let found = match feature {
            Feature::Word(hash) | Feature::Opening(hash) | Feature::Predicate(hash) => {
                self.words.get(&hash)
            }
            Feature::Tag(tag) => self.tags.get(tag as usize),
            Feature::Tags(first, second) => {
                self.pairs.get(first as usize * Tag::ALL.len() + second as usize)
            }
        };
        found.copied()
    }
}

/// The hash of one word or of two.
fn key(feature: &str) -> u64 {
    match feature.split_once(' ') {
        Some((first, second)) => word::pair(word::hash(first), word::hash(second)),
        None => word::hash(feature),
    }
}

/// The weights that ship.
pub fn shipped() -> &'static Model {
    &MODEL
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_holds_numbers_and_no_feature_stands_twice() {
        let rows: Vec<_> = lexicon::rows(include_str!("../model/claim.txt")).collect();
        assert!(rows.iter().all(|row| row.columns().skip(1).all(|n| n.parse::<i32>().is_ok())));
        assert_eq!(MODEL.words.len(), rows.len());
    }
}
