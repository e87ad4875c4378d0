//! Owns the weights of claims: what speaks for an opinion, and what there is to check.
//!
//! A weight is a whole number of steps; 256 steps make up the range of a score from 0 to 1.

use std::sync::LazyLock;

use crate::{
    detect::evidence::Signal,
    lexicon,
    word::{self, Hashed},
};

/// Steps in a score's range: sums of steps are exact in `f32` and short in decimals.
pub const STEPS: f32 = 256.0;

static MODEL: LazyLock<Model> = LazyLock::new(|| Model::read(include_str!("claim.txt")));

/// What one feature adds, in steps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Weight {
    /// To the clause being an opinion.
    pub opinion: i32,
    /// To its check-worthiness.
    pub check: i32,
}

/// The weights of signals, whose code follows a `+` in the file, and of words and pairs.
#[derive(Clone, Debug, Default)]
pub struct Model {
    signals: Vec<Weight>,
    words: Hashed<Weight>,
}

impl Model {
    /// Reads `feature | opinion | check`, one feature on a line.
    pub fn read(text: &str) -> Self {
        let number = |column: &str| column.parse().unwrap_or_default();
        let weight = |row: lexicon::Row| {
            let weight = Weight { opinion: number(row.column(1)), check: number(row.column(2)) };
            (key(row.column(0)), weight)
        };
        let words: Hashed<Weight> = lexicon::rows(text).map(weight).collect();
        let of = |signal: &Signal| {
            words.get(&key(&format!("+{}", signal.code()))).copied().unwrap_or_default()
        };
        Self { signals: Signal::ALL.iter().map(of).collect(), words }
    }

    /// The weight of a signal.
    pub fn signal(&self, signal: Signal) -> Weight {
        self.signals.get(signal as usize).copied().unwrap_or_default()
    }

    /// The weight of the word or the pair with this hash, which is none for most.
    pub fn words(&self, hash: u64) -> Option<Weight> {
        self.words.get(&hash).copied()
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
    fn every_row_holds_two_numbers_and_no_feature_stands_twice() {
        let rows: Vec<_> = lexicon::rows(include_str!("claim.txt")).collect();
        assert!(rows.iter().all(|row| row.columns().skip(1).all(|n| n.parse::<i32>().is_ok())));
        assert_eq!(MODEL.words.len(), rows.len());
    }
}
