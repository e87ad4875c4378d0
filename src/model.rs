//! Owns the compiled-in models and their identity; `train/` writes the weights.

pub mod attribution;
pub mod chain;
pub mod claim;
pub mod dense;
pub mod hedge;
pub mod net;
pub mod rows;
pub mod sentence;
#[cfg(target_arch = "x86_64")]
mod vnni;
pub mod words;

use std::sync::OnceLock;

/// The compiled-in weights, in the order they are used.
const WEIGHTS: &[&[u8]] = &[
    include_bytes!("model/attribution.bin"),
    include_bytes!("model/claim.txt"),
    include_bytes!("model/hedge.txt"),
    include_bytes!("model/tagger.bin"),
    include_bytes!("model/words.bin"),
    sentence::WEIGHTS,
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
