//! Owns the layout of the net's weights, their precision, and their file.

use saidso::training::{
    AGAIN, BASE, BASE_BITS, BITS, DILATIONS, END_BITS, FIELD_BITS, FIELD_ROWS, KERNEL, LABELS,
    LOOKS, PARTS, TAGS, TRANSITIONS, WIDTH, WORD_BITS,
};

use crate::{rng::Rng, syntax::ANSWERS};

/// A part of the weights: where it starts, how long it is, and the precision of its numbers.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    /// Its first weight.
    pub start: usize,
    /// How many weights.
    pub len: usize,
    /// Weights are multiples of `2^-fine`.
    fine: u32,
    /// The spread of its initial values.
    spread: f32,
}

/// The layout of all weights.
pub struct Plan {
    pub words: Part,
    pub ends: Part,
    pub tags: Part,
    pub fields: Part,
    pub looks: Part,
    pub base_bias: Part,
    pub kernels: [Part; DILATIONS.len()],
    pub mix: [Part; DILATIONS.len()],
    pub bias: [Part; DILATIONS.len()],
    pub hop: Part,
    pub hop_bias: Part,
    pub out: Part,
    pub out_bias: Part,
    /// The transitions.
    pub chain: Part,
    /// The output matrix of the auxiliary syntax task, which is not stored in the file.
    pub syntax: Part,
    pub syntax_bias: Part,
    /// How many weights there are.
    pub len: usize,
}

impl Plan {
    /// The only plan there is.
    pub fn new() -> Self {
        let mut len = 0;
        let mut part = |size: usize, fine: u32, spread: f32| {
            let start = len;
            len += size;
            Part { start, len: size, fine, spread }
        };
        let wide = 1.0 / (WIDTH as f32).sqrt();
        let words = part(PARTS[0] << WORD_BITS, BASE_BITS, 0.3);
        let ends = part(PARTS[1] << END_BITS, BASE_BITS, 0.3);
        let tags = part(PARTS[2] * TAGS, BASE_BITS, 0.3);
        let fields = part(FIELD_ROWS * WIDTH, FIELD_BITS, 0.0);
        let looks = part(LOOKS * BASE * WIDTH, BITS, 1.0 / (BASE as f32).sqrt());
        let base_bias = part(WIDTH, FIELD_BITS, 0.0);
        let kernels = DILATIONS.map(|_| part(KERNEL * WIDTH, BITS, 0.45));
        let mix = DILATIONS.map(|_| part(WIDTH * WIDTH, BITS, wide));
        let bias = DILATIONS.map(|_| part(WIDTH, BITS, 0.0));
        let hop = part(AGAIN.len() * WIDTH * WIDTH, BITS, wide / 2.0);
        let hop_bias = part(WIDTH, BITS, 0.0);
        let out = part(WIDTH * LABELS, BITS, wide);
        let out_bias = part(LABELS, BITS, 0.0);
        let chain = part(TRANSITIONS * (LABELS + 1) * LABELS, BITS, 0.0);
        let syntax = part(WIDTH * ANSWERS, BITS, wide);
        let syntax_bias = part(ANSWERS, BITS, 0.0);
        Self {
            words,
            ends,
            tags,
            fields,
            looks,
            base_bias,
            kernels,
            mix,
            bias,
            hop,
            hop_bias,
            out,
            out_bias,
            chain,
            syntax,
            syntax_bias,
            len,
        }
    }

    /// The weights rounded to the precision of their parts: within a byte, or two for the transitions.
    pub fn rounded(&self, weights: &[f32]) -> Vec<f32> {
        let mut out = weights.to_vec();
        for part in self.parts() {
            let unit = (part.fine as f32).exp2();
            let most = if part.start == self.chain.start { 32767.0 } else { 127.0 };
            for weight in part.of_mut(&mut out) {
                *weight = (*weight * unit).round().clamp(-most, most) / unit;
            }
        }
        out
    }

    /// All parts that serving reads, in order.
    fn parts(&self) -> Vec<Part> {
        let mut parts =
            vec![self.words, self.ends, self.tags, self.fields, self.looks, self.base_bias];
        for at in 0..DILATIONS.len() {
            parts.extend([self.kernels[at], self.mix[at], self.bias[at]]);
        }
        parts.extend([self.hop, self.hop_bias, self.out, self.out_bias, self.chain]);
        parts
    }

    /// The weights that training starts from.
    pub fn first(&self, rng: &mut Rng) -> Vec<f32> {
        let mut weights = vec![0.0; self.len];
        for part in self.parts().into_iter().chain([self.syntax]) {
            for weight in &mut weights[part.start..part.start + part.len] {
                *weight = rng.normal() * part.spread;
            }
        }
        weights
    }
}

impl Part {
    /// Its weights among all.
    pub fn of<'w>(&self, weights: &'w [f32]) -> &'w [f32] {
        &weights[self.start..self.start + self.len]
    }

    /// The same, mutable.
    pub fn of_mut<'w>(&self, weights: &'w mut [f32]) -> &'w mut [f32] {
        &mut weights[self.start..self.start + self.len]
    }
}

/// The weights, and what is derived from them once for many blocks.
pub struct Weights {
    /// Where they stand.
    pub plan: Plan,
    /// The weights.
    pub all: Vec<f32>,
    /// The matrices of the blocks, transposed.
    pub mix_t: Vec<Vec<f32>>,
    /// The matrices of the looks, transposed.
    pub looks_t: Vec<f32>,
    /// The matrices of the second look, transposed.
    pub hop_t: Vec<f32>,
    /// The matrix of the labels, transposed.
    pub out_t: Vec<f32>,
}

fn transposed(matrix: &[f32], columns: usize) -> Vec<f32> {
    let rows = matrix.len() / columns;
    let mut out = vec![0.0; matrix.len()];
    for (row, values) in matrix.chunks(columns).enumerate() {
        for (column, value) in values.iter().enumerate() {
            out[column * rows + row] = *value;
        }
    }
    out
}

impl Weights {
    /// The file that `src/model/net.rs` reads, without the weights of the confidence features.
    pub fn file(&self) -> Vec<u8> {
        let mut file = Vec::new();
        for part in self.plan.parts() {
            let unit = (part.fine as f32).exp2();
            for number in part.of(&self.all).iter().map(|weight| (weight * unit).round() as i16) {
                if part.start == self.plan.chain.start {
                    file.extend(number.to_le_bytes());
                } else {
                    file.push((number as i8).cast_unsigned());
                }
            }
        }
        file
    }

    /// Reads a net from such a file; parts that the file does not hold are zero.
    pub fn read(file: &[u8]) -> Option<(Self, &[u8])> {
        let plan = Plan::new();
        let mut all = vec![0.0; plan.len];
        let mut rest = file;
        for part in plan.parts() {
            let each = if part.start == plan.chain.start { 2 } else { 1 };
            let own;
            (own, rest) = rest.split_at_checked(part.len * each)?;
            let unit = (part.fine as f32).exp2();
            for (weight, bytes) in part.of_mut(&mut all).iter_mut().zip(own.chunks(each)) {
                let number = match *bytes {
                    [low, high] => i16::from_le_bytes([low, high]),
                    _ => i16::from(bytes[0].cast_signed()),
                };
                *weight = f32::from(number) / unit;
            }
        }
        Some((Self::new(plan, all), rest))
    }

    /// Transposes the matrices that are read both ways.
    pub fn new(plan: Plan, all: Vec<f32>) -> Self {
        let mix_t = plan.mix.iter().map(|part| transposed(part.of(&all), WIDTH)).collect();
        let looks = plan.looks.of(&all).chunks(BASE * WIDTH);
        let looks_t = looks.flat_map(|matrix| transposed(matrix, WIDTH)).collect();
        let hops = plan.hop.of(&all).chunks(WIDTH * WIDTH);
        let hop_t = hops.flat_map(|matrix| transposed(matrix, WIDTH)).collect();
        let out_t = transposed(plan.out.of(&all), LABELS);
        Self { plan, all, mix_t, looks_t, hop_t, out_t }
    }
}
