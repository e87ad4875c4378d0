//! Owns how many articles have the id of another: a sample that is exact up to its size, and adds up.
//!
//! Leaves out the same text under two ids: reports do not hold the text, and their counts are alike by chance too.
//!
//! Kept are those hashes that are the smallest of all (bottom-k, Cohen and Kaplan 2007), each with how often it was seen.
//! A hash among the smallest of the whole is among the smallest of each part, so no part forgets what the whole keeps.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::model::hash::fnv;

/// So many different ids are kept.
const SIZE: usize = 4096;

/// The ids of some articles.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ids {
    /// How many there are.
    articles: u64,
    /// How often each hash was seen.
    seen: BTreeMap<u64, u64>,
}

/// How many articles repeat the id of another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Repeats {
    /// So many.
    pub articles: u64,
    /// Whether that is reckoned from a sample.
    pub about: bool,
}

impl Ids {
    /// One article by its id; nothing where it has none.
    pub fn new(id: &str) -> Self {
        if id.is_empty() {
            return Self::default();
        }
        Self { articles: 1, seen: BTreeMap::from([(spread(fnv(id.as_bytes())), 1)]) }
    }

    /// Takes over what another has seen.
    pub fn merge(&mut self, other: Self) {
        self.articles = self.articles.saturating_add(other.articles);
        for (hash, times) in other.seen {
            let own = self.seen.entry(hash).or_default();
            *own = own.saturating_add(times);
        }
        while self.seen.len() > SIZE {
            self.seen.pop_last();
        }
    }

    /// How many of the articles repeat another.
    pub fn repeats(&self) -> Repeats {
        let kept = self.seen.len() as u64;
        let seen = self.seen.values().fold(0_u64, |sum, times| sum.saturating_add(*times));
        let again = seen.saturating_sub(kept);
        if seen >= self.articles {
            return Repeats { articles: again, about: false };
        }
        let part = again as f64 / seen.max(1) as f64;
        Repeats { articles: (part * self.articles as f64).round() as u64, about: true }
    }
}

/// Spreads a hash over all numbers, as FNV does not (the finalizer of SplitMix64).
const fn spread(mut hash: u64) -> u64 {
    hash = (hash ^ (hash >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    hash = (hash ^ (hash >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    hash ^ (hash >> 31)
}
