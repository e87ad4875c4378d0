//! Owns [`Dense`], a matrix of small weights that multiplies tokens' values in whole numbers.
//!
//! It takes two inputs and sixteen outputs at a time, in a few instructions on most machines. `vnni.rs`
//! does the same on those that need only one.

use std::slice::ChunksExact;

use wide::{i16x32, i32x16};

use crate::model::lanes::{Sixteen, pair};

#[cfg(target_arch = "x86_64")]
use crate::model::vnni;

/// How many groups of sixteen outputs are summed together for two tokens: as many as the registers hold.
pub const SIXTEENS: usize = if cfg!(target_arch = "wasm32") { 1 } else { 2 };

/// A matrix from `IN` values, an even number, to `OUT`, a multiple of sixteen times `TOGETHER`.
///
/// `TOGETHER` groups of sixteen outputs are summed at a time.
#[derive(Clone, Debug, Default)]
pub struct Dense<const IN: usize, const OUT: usize, const TOGETHER: usize = SIXTEENS> {
    /// By group of outputs, then by pair of inputs: the weights of both inputs for sixteen outputs each.
    weights: Box<[[i16x32; TOGETHER]]>,
}

impl<const IN: usize, const OUT: usize, const TOGETHER: usize> Dense<IN, OUT, TOGETHER> {
    /// Reads weights in the order of the inputs; those of one input in the order of the outputs.
    pub fn new(weights: &[i8]) -> Self {
        let at = |input: usize, output: usize| {
            weights.get(input * OUT + output).copied().unwrap_or_default().into()
        };
        let sixteen = |pair: usize, first: usize| {
            i16x32::new(std::array::from_fn(|n| at(2 * pair + n % 2, first + n / 2)))
        };
        let row = |group: usize, pair: usize| {
            std::array::from_fn(|n| sixteen(pair, (group * TOGETHER + n) * 16))
        };
        let groups = 0..OUT / (16 * TOGETHER);
        let weights = groups.flat_map(|group| (0..IN / 2).map(move |pair| row(group, pair)));
        Self { weights: weights.collect() }
    }

    /// Multiplies the values of tokens. Calls `give` with a token, the number of its sixteen outputs and
    /// their sums; for some tokens it does so twice.
    #[inline]
    pub fn times(&self, values: &[[i16; IN]], give: impl FnMut(usize, usize, Sixteen)) {
        #[cfg(target_arch = "x86_64")]
        if vnni::can(values.len()) {
            return vnni::times(self.groups(), values, give);
        }
        self.plain(values, give);
    }

    /// The same on any machine, reading each weight once for two tokens.
    #[inline]
    fn plain(&self, values: &[[i16; IN]], mut give: impl FnMut(usize, usize, Sixteen)) {
        let (pairs, last) = values.as_chunks::<2>();
        for (first, pair) in (0..).step_by(2).zip(pairs) {
            self.add_up(pair, |token, n, sums| give(first + token, n, sums));
        }
        if let [last] = last {
            self.add_up(&[*last], |_, n, sums| give(2 * pairs.len(), n, sums));
        }
    }

    #[inline]
    fn add_up<const N: usize>(
        &self,
        values: &[[i16; IN]; N],
        mut give: impl FnMut(usize, usize, Sixteen),
    ) {
        for (group, weights) in self.groups().enumerate() {
            let mut sums = [[i32x16::ZERO; TOGETHER]; N];
            for (n, weights) in weights.iter().enumerate() {
                for (sums, values) in sums.iter_mut().zip(values) {
                    let pair: i16x32 = bytemuck::cast(i32x16::splat(pair(values, n)));
                    for (sum, weights) in sums.iter_mut().zip(weights) {
                        *sum += pair.dot(*weights);
                    }
                }
            }
            for (token, sums) in sums.into_iter().enumerate() {
                for (n, sum) in sums.into_iter().enumerate() {
                    give(token, group * TOGETHER + n, bytemuck::cast(sum));
                }
            }
        }
    }

    fn groups(&self) -> ChunksExact<'_, [i16x32; TOGETHER]> {
        self.weights.chunks_exact((IN / 2).max(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The sums of each token.
    type Products = Vec<[i32; 32]>;

    fn products(
        values: &[[i16; 4]],
        times: impl Fn(&mut dyn FnMut(usize, usize, Sixteen)),
    ) -> Products {
        let mut products = vec![[0; 32]; values.len()];
        times(&mut |token, n, sums| {
            products[token][16 * n..][..16].copy_from_slice(&bytemuck::cast::<_, [i32; 16]>(sums));
        });
        products
    }

    #[test]
    fn products_are_the_plain_sums() {
        let weights: Vec<i8> = (0..4 * 32).map(|n| (n * 7 % 255) as i8).collect();
        let dense = Dense::<4, 32>::new(&weights);
        for count in 0..20 {
            let values: Vec<[i16; 4]> = (0..count).map(|n| [3 * n, -5, 300 - n, -7 * n]).collect();
            let sum = |values: &[i16; 4], output: usize| {
                let product = |n| i32::from(values[n]) * i32::from(weights[n * 32 + output]);
                (0..4).map(product).sum()
            };
            let sums: Products =
                values.iter().map(|own| std::array::from_fn(|output| sum(own, output))).collect();
            assert_eq!(products(&values, |give| dense.times(&values, give)), sums);
            assert_eq!(products(&values, |give| dense.plain(&values, give)), sums);
        }
    }
}
