//! Owns [`Net`]: the weights of a small convolutional net, and its pass over one block in whole
//! numbers, so that every machine gets the same scores.
//!
//! A token is the sum of its fields and of what it looks at; blocks of convolutions mix neighbours.
//! Numbers are fixed-point: a weight of fineness `n` counts `2^-n`. Leaves out the fields, `input.rs`,
//! and the search for the best labels, `chain.rs`.

use std::array::from_mut;

use wide::{i16x8, i16x16, i32x8};

use crate::{
    detect::{
        input::{AGAIN, END_BITS, FIELD_ROWS, Input, LOOKS, NONE, WORD_BITS},
        label::LABELS,
    },
    model::{chain::ROOM, dense::Dense},
};

/// The width of a token.
pub const WIDTH: usize = 64;
/// The widths of a word, an ending and a tag.
pub const PARTS: [usize; 3] = [16, 8, 8];
/// The width of the three together.
pub const BASE: usize = PARTS[0] + PARTS[1] + PARTS[2];
/// How many tags there are, and none.
pub const TAGS: usize = 51;
/// How many neighbours a convolution reads.
pub const TAPS: usize = 5;
/// How far apart they stand, block by block.
pub const STEPS: [usize; 5] = [1, 2, 4, 8, 1];

/// After how many blocks of convolutions tokens look once more.
pub const HOP: usize = 3;

/// The fineness of words, endings and tags.
pub const FINE_BASE: u32 = 4;
/// The fineness of fields.
pub const FINE_FIELDS: u32 = 5;
/// The fineness of all other weights, and of the scores.
pub const FINE: u32 = 6;
/// The fineness of a token's values.
const FINE_VALUES: u32 = 8;

/// How far the weights of neighbours are shifted up, so that the products' 15 lowest bits can go,
const TAP_SCALE: u32 = 8;
/// and how many bits of fineness are lost with them.
const TAP_LOSS: u32 = 15 - TAP_SCALE - FINE;

/// How far fields are shifted up, to the fineness of what a token looks at,
const SUM_UP: u32 = FINE_BASE + FINE - FINE_FIELDS;
/// and how many bits of fineness the sum of both loses.
const SUM_LOSS: u32 = FINE_BASE + FINE - FINE_VALUES;

type Row = [i16; WIDTH];
type Base = [i16; BASE];
/// A row as processors add it.
type Shorts = [i16x16; WIDTH / 16];
/// Sums for a row.
type Sums = [i32x8; WIDTH / 8];

/// The weights.
#[derive(Clone, Debug, Default)]
pub struct Net {
    words: Box<[[i8; PARTS[0]]]>,
    ends: Box<[[i8; PARTS[1]]]>,
    tags: Box<[[i8; PARTS[2]]]>,
    fields: Box<[Shorts]>,
    own: Dense<BASE, WIDTH>,
    looks: Box<[Dense<BASE, WIDTH>]>,
    /// With the fineness of the products and the half that rounds, as all biases but the last.
    bias: Sums,
    blocks: Box<[Block]>,
    hop: Box<[Dense<WIDTH, WIDTH>]>,
    hop_bias: Sums,
    out: Dense<WIDTH, ROOM, 2>,
    out_bias: [i32x8; ROOM / 8],
}

/// One block of convolutions.
#[derive(Clone, Debug)]
struct Block {
    /// Weights with [`TAP_SCALE`].
    taps: [Shorts; TAPS],
    mix: Dense<WIDTH, WIDTH>,
    bias: Sums,
    step: usize,
}

/// Buffers that serve one block of text after the other.
#[derive(Clone, Debug, Default)]
pub struct Values {
    base: Vec<Base>,
    values: Vec<Row>,
    next: Vec<Row>,
}

/// Reads weights one stretch after the other.
struct File<'f>(&'f [u8]);

impl File<'_> {
    fn bytes(&mut self, len: usize) -> Option<impl Iterator<Item = i8>> {
        let (own, rest) = self.0.split_at_checked(len)?;
        self.0 = rest;
        Some(own.iter().map(|byte| byte.cast_signed()))
    }

    fn small<const N: usize>(&mut self, rows: usize) -> Option<Box<[[i8; N]]>> {
        let bytes: Vec<i8> = self.bytes(rows * N)?.collect();
        Some(bytes.as_chunks().0.into())
    }

    /// Rows of weights, shifted up by some bits.
    fn shorts(&mut self, rows: usize, up: u32) -> Option<Vec<Shorts>> {
        let numbers: Vec<i16> =
            self.bytes(rows * WIDTH)?.map(|weight| i16::from(weight) << up).collect();
        let rows: &[Row] = numbers.as_chunks().0;
        Some(rows.iter().map(|row| bytemuck::cast(*row)).collect())
    }

    fn dense<const IN: usize, const OUT: usize>(&mut self) -> Option<Dense<IN, OUT>> {
        let weights: Vec<i8> = self.bytes(IN * OUT)?.collect();
        Some(Dense::new(&weights))
    }

    /// Biases with `up` more bits of fineness, for sums that lose `down` bits.
    fn bias(&mut self, up: u32, down: u32) -> Option<Sums> {
        let bias: Vec<i32> = self.bytes(WIDTH)?.map(i32::from).collect();
        let half = 1 << (down - 1);
        let bias: [i32; WIDTH] = std::array::from_fn(|n| (bias[n] << up) + half);
        Some(bytemuck::cast(bias))
    }

    /// The weights of the labels, value by value, in rows with room for more labels.
    fn labels(&mut self) -> Option<Dense<WIDTH, ROOM, 2>> {
        let weights: Vec<i8> = self.bytes(WIDTH * LABELS)?.collect();
        let row = |row: &[i8]| -> [i8; ROOM] {
            std::array::from_fn(|label| row.get(label).copied().unwrap_or_default())
        };
        let rows: Vec<[i8; ROOM]> = weights.chunks(LABELS).map(row).collect();
        Some(Dense::new(rows.as_flattened()))
    }
}

impl Net {
    /// Reads a file and gives what follows it; `None` where the file is damaged.
    pub fn read(file: &[u8]) -> Option<(Self, &[u8])> {
        let mut file = File(file);
        let words = file.small(1 << WORD_BITS)?;
        let ends = file.small(1 << END_BITS)?;
        let tags = file.small(TAGS)?;
        let fields = file.shorts(FIELD_ROWS, 0)?.into();
        let own = file.dense()?;
        let looks = (1..LOOKS).map(|_| file.dense()).collect::<Option<_>>()?;
        let bias = file.bias(SUM_UP, SUM_LOSS)?;
        let mut block = |&step| {
            let taps = file.shorts(TAPS, TAP_SCALE)?.try_into().ok()?;
            let mix = file.dense()?;
            // The products have lost bits already.
            let bias = file.bias(FINE_VALUES, FINE)?.map(|bias| bias >> TAP_LOSS);
            Some(Block { taps, mix, bias, step })
        };
        let blocks = STEPS.iter().map(&mut block).collect::<Option<_>>()?;
        let hop = AGAIN.map(|_| file.dense()).collect::<Option<_>>()?;
        let hop_bias = file.bias(FINE_VALUES, FINE)?;
        let out = file.labels()?;
        let last: Vec<i8> = file.bytes(LABELS)?.collect();
        let last: [i32; ROOM] =
            std::array::from_fn(|label| last.get(label).map_or(0, |&bias| bias.into()));
        let out_bias = bytemuck::cast(last);
        let net = Self {
            words,
            ends,
            tags,
            fields,
            own,
            looks,
            bias,
            blocks,
            hop,
            hop_bias,
            out,
            out_bias,
        };
        Some((net, file.0))
    }

    /// The scores of the labels of a block's tokens, with [`FINE`]; columns after the last are zero.
    pub fn scores(&self, inputs: &[Input], values: &mut Values, scores: &mut Vec<[i32; ROOM]>) {
        values.base.clear();
        values.base.extend(inputs.iter().map(|input| self.base(input)));
        self.sum(inputs, values);
        for (at, block) in self.blocks.iter().enumerate() {
            if at == HOP {
                self.look_again(inputs, values);
            }
            block.pass(values);
        }
        scores.resize(inputs.len(), [0; ROOM]);
        let (pairs, last) = scores.as_chunks_mut::<2>();
        let (rows, last_row) = values.values.as_chunks::<2>();
        pairs.iter_mut().zip(rows).for_each(|(scores, rows)| self.out(rows, scores));
        last.iter_mut().zip(last_row).for_each(|(scores, row)| self.out(&[*row], from_mut(scores)));
    }

    fn base(&self, input: &Input) -> Base {
        let mut base = [0; BASE];
        let (word, rest) = base.split_at_mut(PARTS[0]);
        let (end, tag) = rest.split_at_mut(PARTS[1]);
        copy(word, self.words.get(usize::from(input.word)));
        copy(end, self.ends.get(usize::from(input.end)));
        copy(tag, self.tags.get(usize::from(input.tag)));
        base
    }

    fn sum(&self, inputs: &[Input], Values { base, values, .. }: &mut Values) {
        values.resize(inputs.len(), [0; WIDTH]);
        let mut looks = Looks::new(&self.looks, self.bias);
        let (pairs, last) = values.as_chunks_mut::<2>();
        let (inputs, last_input) = inputs.as_chunks::<2>();
        let (own, last_own) = base.as_chunks::<2>();
        for ((rows, inputs), own) in pairs.iter_mut().zip(inputs).zip(own) {
            self.add_up(inputs, own, &mut looks, base, rows);
        }
        for ((row, input), own) in last.iter_mut().zip(last_input).zip(last_own) {
            self.add_up(&[*input], &[*own], &mut looks, base, from_mut(row));
        }
    }

    /// Fills rows with the sums of the tokens' fields and of what they look at.
    #[inline]
    fn add_up<const N: usize>(
        &self,
        inputs: &[Input; N],
        own: &[Base; N],
        looks: &mut Looks<BASE>,
        base: &[Base],
        rows: &mut [Row; N],
    ) {
        let sums = inputs.each_ref().map(|input| {
            looks.turn(input.looks.get(1..).unwrap_or_default(), base);
            let mut fields = Shorts::default();
            for field in input.fields {
                let Some(weights) = self.fields.get(usize::from(field)) else { continue };
                fields.iter_mut().zip(weights).for_each(|(sum, weight)| *sum += *weight);
            }
            let fields: [i16x8; WIDTH / 8] = bytemuck::cast(fields);
            let mut sums = looks.sum;
            sums.iter_mut()
                .zip(fields)
                .for_each(|(sum, own)| *sum += i32x8::from_i16x8(own) << SUM_UP);
            sums
        });
        self.own.times(own.each_ref(), |token, eight, product| {
            let slots = &mut rows[token].as_chunks_mut().0[eight];
            *slots = positive(sums[token][eight] + product, SUM_LOSS).to_array();
        });
    }

    fn look_again(&self, inputs: &[Input], Values { values, next, .. }: &mut Values) {
        next.clear();
        let mut looks = Looks::new(&self.hop, self.hop_bias);
        let mut seen = [i16x8::ZERO; WIDTH / 8];
        for (input, own) in inputs.iter().zip(&*values) {
            if looks.turn(input.looks.get(AGAIN).unwrap_or_default(), values) || next.is_empty() {
                seen = looks.sum.map(|sum| positive(sum, FINE));
            }
            let own: [i16x8; WIDTH / 8] = bytemuck::cast(*own);
            let sums: [i16x8; WIDTH / 8] = std::array::from_fn(|n| own[n].saturating_add(seen[n]));
            next.push(bytemuck::cast(sums));
        }
        std::mem::swap(values, next);
    }

    #[inline]
    fn out<const N: usize>(&self, rows: &[Row; N], scores: &mut [[i32; ROOM]; N]) {
        self.out.times(rows.each_ref(), |token, eight, sum| {
            let slots = &mut scores[token].as_chunks_mut().0[eight];
            *slots = (self.out_bias[eight] + (sum >> FINE_VALUES)).to_array();
        });
    }
}

/// The sum of the products of what a token looks at; tokens one after the other mostly look at the
/// same ones.
struct Looks<'n, const IN: usize> {
    matrices: &'n [Dense<IN, WIDTH>],
    seen: [(u32, Sums); LOOKS],
    sum: Sums,
}

impl<'n, const IN: usize> Looks<'n, IN> {
    fn new(matrices: &'n [Dense<IN, WIDTH>], sum: Sums) -> Self {
        Self { matrices, seen: [(NONE, Sums::default()); LOOKS], sum }
    }

    /// Moves on to the next token, and tells whether that changes the sum.
    #[inline]
    fn turn(&mut self, targets: &[u32], rows: &[[i16; IN]]) -> bool {
        let mut turned = false;
        for ((&target, (last, product)), matrix) in
            targets.iter().zip(&mut self.seen).zip(self.matrices)
        {
            if target != *last {
                let mut new = Sums::default();
                if let Some(row) = rows.get(target as usize) {
                    matrix.times([row], |_, eight, sum| new[eight] = sum);
                }
                for ((sum, old), new) in self.sum.iter_mut().zip(&mut *product).zip(new) {
                    *sum += new - *old;
                    *old = new;
                }
                *last = target;
                turned = true;
            }
        }
        turned
    }
}

impl Block {
    /// Stands by itself: in one long function, browsers keep fewer numbers in registers.
    #[inline(never)]
    fn pass(&self, Values { values, next, .. }: &mut Values) {
        next.resize(values.len(), [0; WIDTH]);
        let (pairs, last) = next.as_chunks_mut::<2>();
        let first = 2 * pairs.len();
        for (at, rows) in (0..).step_by(2).zip(pairs) {
            self.convolve(values, at, rows);
        }
        last.iter_mut().for_each(|row| self.convolve(values, first, from_mut(row)));
        std::mem::swap(values, next);
    }

    /// Fills rows with the values from `at` on and what the block adds to them.
    #[inline]
    fn convolve<const N: usize>(&self, values: &[Row], at: usize, rows: &mut [Row; N]) {
        let tapped: [Row; N] = std::array::from_fn(|n| self.tapped(values, at + n));
        let own = values.get(at..at + N).unwrap_or_default();
        self.mix.times(tapped.each_ref(), |token, eight, sum| {
            let own = own[token].as_chunks().0[eight];
            let more = positive(sum + self.bias[eight], FINE - TAP_LOSS);
            let sum = i16x8::new(own).saturating_add(more);
            rows[token].as_chunks_mut().0[eight] = sum.to_array();
        });
    }

    /// What a token and its neighbours add up to, value by value, less [`TAP_LOSS`] bits.
    #[inline]
    fn tapped(&self, values: &[Row], at: usize) -> Row {
        let mut sums = Shorts::default();
        for (tap, weights) in self.taps.iter().enumerate() {
            let from = (at + tap * self.step).wrapping_sub(TAPS / 2 * self.step);
            let Some(row) = values.get(from) else { continue };
            let row: Shorts = bytemuck::cast(*row);
            for ((sum, value), weight) in sums.iter_mut().zip(row).zip(weights) {
                *sum = sum.saturating_add(value.mul_scale_round(*weight));
            }
        }
        bytemuck::cast(sums)
    }
}

fn copy<const N: usize>(slots: &mut [i16], row: Option<&[i8; N]>) {
    let pairs = slots.iter_mut().zip(row.unwrap_or(&[0; N]));
    pairs.for_each(|(slot, &weight)| *slot = weight.into());
}

/// Sums with `bits` of their fineness dropped, and zero where they are negative.
#[inline]
fn positive(sums: i32x8, bits: u32) -> i16x8 {
    i16x8::from_i32x8_saturate(sums >> bits).max(i16x8::ZERO)
}
