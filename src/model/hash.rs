//! Owns the hashing of features and words: cheap, fixed for good, the same in training and serving.

/// The FNV-1a hash of some bytes, 64 bits.
pub const fn fnv(bytes: &[u8]) -> u64 {
    fnv_on(0xcbf2_9ce4_8422_2325, bytes)
}

/// The FNV-1a hash of bytes before, which is `hash`, and `bytes`.
pub const fn fnv_on(mut hash: u64, bytes: &[u8]) -> u64 {
    let mut rest = bytes;
    while let [byte, more @ ..] = rest {
        hash = (hash ^ *byte as u64).wrapping_mul(0x100_0000_01b3);
        rest = more;
    }
    hash
}

/// Joins a value to a hash.
#[inline]
pub const fn mix(hash: u32, value: u32) -> u32 {
    let joined = (hash.rotate_left(7) ^ value).wrapping_mul(0x9E37_79B1);
    joined ^ (joined >> 15)
}

/// The FNV-1a hash of some bytes, 32 bits; all digits count as `0`, so that `1998` and `2015` are one word.
#[inline]
pub const fn word(bytes: &[u8]) -> u32 {
    let (mut hash, mut rest) = (0x811C_9DC5_u32, bytes);
    while let [byte, more @ ..] = rest {
        let byte = if byte.is_ascii_digit() { b'0' } else { *byte };
        hash = (hash ^ byte as u32).wrapping_mul(0x0100_0193);
        rest = more;
    }
    hash
}

/// The row of a table with `1 << bits` rows.
#[inline]
pub const fn row(hash: u32, bits: u32) -> u32 {
    hash.wrapping_mul(0x85EB_CA77) >> (32 - bits)
}
