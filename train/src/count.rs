//! Owns the count of attributions that are wanted, found and right.

use std::{fmt, iter::Sum};

use saidso::{Attribution, Document};

use crate::{calibrate, gold::Gold};

/// How many attributions are in the gold, how many were found, and how many of these are right in all parts.
#[derive(Clone, Copy, Debug, Default)]
pub struct Count {
    /// In the gold.
    pub wanted: usize,
    /// Found, outside of the contents of others.
    pub found: usize,
    /// Found and right.
    pub right: usize,
}

impl Count {
    /// Counts what was found in a text.
    pub fn new(document: &Document, gold: &Gold, found: &[Attribution]) -> Self {
        let outermost: Vec<&Attribution> =
            found.iter().filter(|own| own.parent.is_none()).collect();
        let right = calibrate::right(document, gold, &outermost);
        Self { wanted: gold.attributions.len(), found: outermost.len(), right }
    }

    /// The harmonic mean of precision and recall, in per cent.
    pub fn f1(self) -> f64 {
        200.0 * self.right as f64 / (self.wanted + self.found).max(1) as f64
    }
}

impl<'c> Sum<&'c Count> for Count {
    fn sum<I: Iterator<Item = &'c Self>>(counts: I) -> Self {
        counts.fold(Self::default(), |sum, own| Self {
            wanted: sum.wanted + own.wanted,
            found: sum.found + own.found,
            right: sum.right + own.right,
        })
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let share = |of: usize| 100.0 * self.right as f64 / of.max(1) as f64;
        let (precision, recall) = (share(self.found), share(self.wanted));
        write!(f, "P {precision:.1}  R {recall:.1}  F1 {:.1}", self.f1())
    }
}
