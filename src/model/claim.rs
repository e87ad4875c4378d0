//! Owns the weights of claims: what speaks for an opinion, and what there is to check.
//!
//! A weight is a whole number of steps; 256 steps make up the range of a score from 0 to 1.

use std::sync::LazyLock;

use crate::{
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

/// Weights by the hash of a feature: a signal's code after `+`, or one or two words.
#[derive(Clone, Debug, Default)]
pub struct Model(Hashed<Weight>);

impl Model {
    /// Reads `feature | opinion | check`, one feature on a line.
    pub fn read(text: &str) -> Self {
        let number = |column: &str| column.parse().unwrap_or_default();
        let weight = |row: lexicon::Row| {
            let weight = Weight { opinion: number(row.column(1)), check: number(row.column(2)) };
            (word::hash(row.column(0)), weight)
        };
        Self(lexicon::rows(text).map(weight).collect())
    }

    /// The weight of the feature with this hash.
    pub fn weight(&self, hash: u64) -> Weight {
        self.0.get(&hash).copied().unwrap_or_default()
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
        assert_eq!(MODEL.0.len(), rows.len());
    }
}
