//! Owns the boundary model: its weights decide the candidates that no tailoring answers for.
//!
//! `sentence.bin` holds one signed byte for each row; `cargo run --release -p train -- sentence`
//! writes it. `sentence.md` says what it was trained on.

use crate::sentence::{boundary::features, context::Context};

/// How many rows the weights have.
pub const ROWS: usize = 1 << 13;

/// The weights, a signed byte for each row.
pub const WEIGHTS: &[u8; ROWS] = include_bytes!("../model/sentence.bin");

/// Whether the candidate ends a sentence more likely than not.
pub fn ends(context: &Context) -> bool {
    let mut sum = 0;
    features(context, |hash| sum += weight(hash));
    sum > 0
}

fn weight(hash: u32) -> i32 {
    WEIGHTS.get(row(hash)).map_or(0, |byte| i32::from(byte.cast_signed()))
}

/// The row of a feature.
pub const fn row(hash: u32) -> usize {
    (hash >> (32 - ROWS.trailing_zeros())) as usize
}
