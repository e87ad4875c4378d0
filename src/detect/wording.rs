//! Owns the wording of claims: the words and pairs of words of a clause, and what they weigh.
//!
//! Training and serving read the same words here; what else speaks for a claim is `evidence.rs`'s.

use std::ops::Range;

use super::clause::Clause;
use crate::{
    model::claim::Model,
    word::{self, Words},
};

/// The wording of a clause: each word and each pair, as hash and tokens; a figure counts as `#`
/// in pairs and not at all alone.
pub fn wording(words: &Words, clause: &Clause, mut each: impl FnMut(u64, Range<usize>)) {
    for piece in &clause.pieces {
        let mut last = None;
        for n in piece.clone() {
            let hash = match shape(words, n) {
                Shape::Word => words.hash(n),
                Shape::Figure => FIGURE_HASH,
                Shape::Mark => {
                    last = None;
                    continue;
                }
            };
            if let Some(last) = last {
                each(word::pair(last, hash), n - 1..n + 1);
            }
            if hash != FIGURE_HASH {
                each(hash, n..n + 1);
            }
            last = Some(hash);
        }
    }
}

/// What stands for a figure in a pair of words.
#[cfg(feature = "train")]
const FIGURE: &str = "#";
/// Its hash.
const FIGURE_HASH: u64 = (0xcbf2_9ce4_8422_2325 ^ b'#' as u64).wrapping_mul(0x100_0000_01b3);

enum Shape {
    Word,
    Figure,
    Mark,
}

fn shape(words: &Words, n: usize) -> Shape {
    match words.norm(n).as_bytes().first() {
        Some(b'0'..=b'9') => Shape::Figure,
        Some(b'a'..=b'z' | b'\'') => Shape::Word,
        Some(byte) if !byte.is_ascii() && words.norm(n).starts_with(char::is_alphabetic) => {
            Shape::Word
        }
        _ => Shape::Mark,
    }
}

/// A token as the names of features have it.
#[cfg(feature = "train")]
pub fn worded<'d>(words: &Words<'d, '_>, n: usize) -> &'d str {
    if matches!(shape(words, n), Shape::Figure) { FIGURE } else { words.norm(n) }
}

/// What the wording of a clause adds to both sums, in steps, and the words that weigh most.
#[derive(Clone, Debug, Default)]
pub struct Worded {
    /// To the clause being an opinion.
    pub opinion: i32,
    /// To its check-worthiness.
    pub check: i32,
    /// The words that raise its check-worthiness most.
    pub up: Range<usize>,
    /// The words that lower it most.
    pub down: Range<usize>,
}

impl Worded {
    /// Weighs a clause.
    pub fn new(words: &Words, clause: &Clause, model: &Model) -> Self {
        let (mut worded, mut up, mut down) = (Self::default(), 0, 0);
        wording(words, clause, |hash, tokens| {
            let Some(weight) = model.words(hash) else { return };
            worded.opinion += weight.opinion;
            worded.check += weight.check;
            if weight.check > up {
                (up, worded.up) = (weight.check, tokens);
            } else if weight.check < down {
                (down, worded.down) = (weight.check, tokens);
            }
        });
        worded
    }
}
