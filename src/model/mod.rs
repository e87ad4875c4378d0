//! Owns the compiled-in models and their identity; `train/` writes the weights.
//!
//! Leaves out what goes in: `tagging/`, `ranking/`, `claim/` and `sentence/` make their own features.

pub mod crf;
pub mod input;
pub mod lanes;
pub mod dense;
pub mod hash;
pub mod mention;
pub mod net;
pub mod rows;
#[cfg(target_arch = "x86_64")]
mod vnni;
pub mod words;

use std::sync::OnceLock;

/// The compiled-in weights, in the order they are used.
const WEIGHTS: &[&[u8]] = &[
    include_bytes!("attribution.bin"),
    include_bytes!("claim.txt"),
    include_bytes!("hedge.txt"),
    include_bytes!("mention.bin"),
    include_bytes!("tagger.bin"),
    include_bytes!("words.bin"),
    include_bytes!("sentence.bin"),
];

/// A hash of all weights, in hexadecimal; two builds with the same hash judge alike.
pub fn hash() -> &'static str {
    static HASH: OnceLock<String> = OnceLock::new();
    HASH.get_or_init(|| {
        let hash = WEIGHTS.iter().fold(hash::fnv(&[]), |hash, bytes| hash::fnv_on(hash, bytes));
        format!("{hash:016x}")
    })
}
