//! Owns the lanes in which numbers are added: sixteen sums at once, and two values as one number.

use wide::i32x8;

/// The sums of sixteen outputs.
pub type Sixteen = [i32x8; 2];

/// Two values side by side.
#[inline]
pub fn pair(values: &[i16], at: usize) -> i32 {
    bytemuck::cast(values.as_chunks::<2>().0.get(at).copied().unwrap_or_default())
}
