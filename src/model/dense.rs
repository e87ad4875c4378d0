//! Owns [`Dense`], a matrix of small weights that multiplies a token's values in whole numbers.
//!
//! Two inputs and eight outputs at a time, which is an instruction or two on most machines.

use wide::{i16x16, i32x8};

/// How many outputs are summed up together, in eights, for each of two tokens: as many as fit the
/// registers.
pub const EIGHTS: usize = if cfg!(target_arch = "wasm32") { 2 } else { 4 };

/// A matrix from `IN` values, an even number, to `OUT`, a multiple of eight times `TOGETHER`, which are
/// summed up together.
#[derive(Clone, Debug, Default)]
pub struct Dense<const IN: usize, const OUT: usize, const TOGETHER: usize = EIGHTS> {
    /// By group of outputs, by pair of inputs: eight outputs' weights of both inputs each.
    weights: Box<[[i16x16; TOGETHER]]>,
}

impl<const IN: usize, const OUT: usize, const TOGETHER: usize> Dense<IN, OUT, TOGETHER> {
    /// Reads weights that stand input by input, output by output.
    pub fn new(weights: &[i8]) -> Self {
        let at = |input: usize, output: usize| {
            weights.get(input * OUT + output).copied().unwrap_or_default().into()
        };
        let eight = |pair: usize, first: usize| {
            i16x16::new(std::array::from_fn(|n| at(2 * pair + n % 2, first + n / 2)))
        };
        let row = |group: usize, pair: usize| {
            std::array::from_fn(|n| eight(pair, (group * TOGETHER + n) * 8))
        };
        let groups = 0..OUT / (8 * TOGETHER);
        let weights = groups.flat_map(|group| (0..IN / 2).map(move |pair| row(group, pair)));
        Self { weights: weights.collect() }
    }

    /// Hands on the products of some tokens' values, eight outputs at a time: `give` gets which token it
    /// is, which eight, and the sums. Each weight is read once for all tokens.
    #[inline]
    pub fn times<const N: usize>(
        &self,
        values: [&[i16; IN]; N],
        mut give: impl FnMut(usize, usize, i32x8),
    ) {
        for (group, weights) in self.weights.chunks_exact((IN / 2).max(1)).enumerate() {
            let mut sums = [[i32x8::ZERO; TOGETHER]; N];
            for (n, weights) in weights.iter().enumerate() {
                for (sums, values) in sums.iter_mut().zip(values) {
                    let pair = values.as_chunks().0.get(n).copied().unwrap_or([0; 2]);
                    let pair: i16x16 =
                        bytemuck::cast(i32x8::splat(bytemuck::cast::<[i16; 2], i32>(pair)));
                    for (sum, weights) in sums.iter_mut().zip(weights) {
                        *sum += pair.dot(*weights);
                    }
                }
            }
            for (token, sums) in sums.into_iter().enumerate() {
                for (n, sum) in sums.into_iter().enumerate() {
                    give(token, group * TOGETHER + n, sum);
                }
            }
        }
    }
}

#[test]
fn products_are_the_plain_sums() {
    let weights: Vec<i8> = (0..4 * 32).map(|n| (n * 7 % 255) as i8).collect();
    let values = [3, -5, 300, -7];
    let mut products = [0; 32];
    Dense::<4, 32>::new(&weights).times([&values], |_, eight, sums| {
        products[8 * eight..][..8].copy_from_slice(&sums.to_array());
    });
    for (output, product) in products.iter().enumerate() {
        let plain: i32 =
            (0..4).map(|n| i32::from(values[n]) * i32::from(weights[n * 32 + output])).sum();
        assert_eq!(*product, plain);
    }
}
