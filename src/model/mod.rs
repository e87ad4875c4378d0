//! Owns the compiled-in models and their identity; `train/` writes the weights.

pub mod chain;
pub mod input;
pub mod lanes;
pub mod dense;
pub mod hash;
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
    include_bytes!("tagger.bin"),
    include_bytes!("words.bin"),
    include_bytes!("sentence.bin"),
];

/// A hash of all weights, in hexadecimal; two builds with the same hash judge alike.
pub fn hash() -> &'static str {
    static HASH: OnceLock<String> = OnceLock::new();
    HASH.get_or_init(|| {
        let fnv = |hash: u64, &byte: &u8| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3);
        let hash = WEIGHTS.iter().copied().flatten().fold(0xcbf2_9ce4_8422_2325, fnv);
        format!("{hash:016x}")
    })
}
