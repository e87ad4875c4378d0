//! Owns the product of many tokens' values and a matrix on x86 processors with AVX-512 VNNI, which
//! multiply and add sixteen pairs in one instruction. Leaves all other machines to `dense.rs`.

use std::{
    arch::x86_64::{__m512i, _mm512_dpwssd_epi32, _mm512_set1_epi32, _mm512_setzero_si512},
    slice::ChunksExact,
};

use wide::i16x32;

use crate::model::lanes::{Sixteen, pair};

/// How many tokens are summed at a time: enough that no addition waits for the one before.
const TOKENS: usize = 8;

/// Whether the processor has the instruction and there are enough tokens for it.
#[inline]
pub fn can(tokens: usize) -> bool {
    tokens >= TOKENS
        && is_x86_feature_detected!("avx512f")
        && is_x86_feature_detected!("avx512vnni")
}

/// Does what `Dense::times` does, given the groups of its weights; does nothing where [`can`] is false.
#[inline]
pub fn times<const IN: usize, const TOGETHER: usize>(
    groups: ChunksExact<[i16x32; TOGETHER]>,
    values: &[[i16; IN]],
    give: impl FnMut(usize, usize, Sixteen),
) {
    if can(values.len()) {
        // SAFETY: `can` has just checked the features that the function is compiled for.
        #[allow(unsafe_code, reason = "a function compiled for some processors is unsafe to call")]
        unsafe {
            add_up(groups, values, give);
        }
    }
}

#[target_feature(enable = "avx512f,avx512vnni")]
fn add_up<const IN: usize, const TOGETHER: usize>(
    groups: ChunksExact<[i16x32; TOGETHER]>,
    values: &[[i16; IN]],
    mut give: impl FnMut(usize, usize, Sixteen),
) {
    let (chunks, rest) = values.as_chunks::<TOKENS>();
    let last = values.last_chunk::<TOKENS>().filter(|_| !rest.is_empty());
    let last = last.map(|chunk| (values.len() - TOKENS, chunk));
    for (first, values) in (0..).step_by(TOKENS).zip(chunks).chain(last) {
        for (group, weights) in groups.clone().enumerate() {
            let mut sums = [[_mm512_setzero_si512(); TOGETHER]; TOKENS];
            for (n, weights) in weights.iter().enumerate() {
                for (sums, values) in sums.iter_mut().zip(values) {
                    let pair = _mm512_set1_epi32(pair(values, n));
                    for (sum, weights) in sums.iter_mut().zip(weights) {
                        let weights: &__m512i = bytemuck::cast_ref(weights);
                        *sum = _mm512_dpwssd_epi32(*sum, pair, *weights);
                    }
                }
            }
            for (token, sums) in sums.into_iter().enumerate() {
                for (n, sum) in sums.into_iter().enumerate() {
                    give(first + token, group * TOGETHER + n, bytemuck::cast(sum));
                }
            }
        }
    }
}
