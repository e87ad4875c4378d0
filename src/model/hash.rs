//! Owns the hashing of features: cheap, fixed for good, the same in training and serving.

/// Joins a value to a hash.
#[inline]
pub const fn mix(hash: u32, value: u32) -> u32 {
    let joined = (hash.rotate_left(7) ^ value).wrapping_mul(0x9E37_79B1);
    joined ^ (joined >> 15)
}

/// The hash of some bytes; digits count as equal, so that `1998` and `2015` are one word.
#[inline]
pub fn word(bytes: &[u8]) -> u32 {
    let fold = |hash: u32, &byte: &u8| {
        let byte = if byte.is_ascii_digit() { b'0' } else { byte };
        (hash ^ byte as u32).wrapping_mul(0x0100_0193)
    };
    bytes.iter().fold(0x811C_9DC5, fold)
}

/// The row of a table with `1 << bits` rows.
#[inline]
pub const fn row(hash: u32, bits: u32) -> u32 {
    hash.wrapping_mul(0x85EB_CA77) >> (32 - bits)
}
