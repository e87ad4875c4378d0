//! Owns [`Net`]: the weights of a small convolutional net, and its pass over one block in whole
//! numbers, so that every machine gets the same scores.
//!
//! A token is the sum of its fields and of what it looks at; blocks of convolutions mix neighbours.
//! Numbers are fixed-point: a weight of fineness `n` counts `2^-n`. Leaves out the fields, `input.rs`,
//! and the search for the best labels, `chain.rs`.

use std::slice::from_ref;

use wide::{i16x8, i16x16, i32x8};

use crate::model::{
    chain::ROOM,
    dense::Dense,
    input::{AGAIN, END_BITS, FIELD_ROWS, Input, LABELS, LOOKS, NONE, WORD_BITS},
    lanes::Sixteen,
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
    out: Dense<WIDTH, ROOM, 1>,
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
    sums: Vec<Sums>,
    values: Vec<Row>,
    tapped: Vec<Row>,
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
    fn labels(&mut self) -> Option<Dense<WIDTH, ROOM, 1>> {
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
        self.out.times(&values.values, |token, n, [low, high]| {
            let own =
                [self.out_bias[0] + (low >> FINE_VALUES), self.out_bias[1] + (high >> FINE_VALUES)];
            write(scores, token, n, bytemuck::cast(own));
        });
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

    /// Fills the values with the sums of the tokens' fields and of what they look at.
    fn sum(&self, inputs: &[Input], Values { base, sums, values, .. }: &mut Values) {
        let mut looks = Looks::new(&self.looks, self.bias);
        sums.clear();
        sums.extend(inputs.iter().map(|input| {
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
        }));
        values.resize(inputs.len(), [0; WIDTH]);
        self.own.times(base, |token, n, product| {
            let seen = sums.get(token).map_or(Default::default(), |sums| sixteen(sums, n));
            write(values, token, n, positive(sum(product, seen), SUM_LOSS).to_array());
        });
    }

    fn look_again(&self, inputs: &[Input], Values { values, next, .. }: &mut Values) {
        next.clear();
        let mut looks = Looks::new(&self.hop, self.hop_bias);
        let mut seen = Shorts::default();
        for (input, own) in inputs.iter().zip(&*values) {
            if looks.turn(input.looks.get(AGAIN).unwrap_or_default(), values) || next.is_empty() {
                seen = std::array::from_fn(|n| positive(sixteen(&looks.sum, n), FINE));
            }
            let own: Shorts = bytemuck::cast(*own);
            let sums: Shorts = std::array::from_fn(|n| own[n].saturating_add(seen[n]));
            next.push(bytemuck::cast(sums));
        }
        std::mem::swap(values, next);
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
                    matrix.times(from_ref(row), |_, n, sums| [new[2 * n], new[2 * n + 1]] = sums);
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
    fn pass(&self, Values { values, tapped, next, .. }: &mut Values) {
        tapped.clear();
        tapped.extend((0..values.len()).map(|at| self.tapped(values, at)));
        next.resize(values.len(), [0; WIDTH]);
        self.mix.times(tapped, |token, n, product| {
            let more = positive(sum(product, sixteen(&self.bias, n)), FINE - TAP_LOSS);
            let own = values.get(token).map_or([0; 16], |row| row.as_chunks().0[n]);
            write(next, token, n, i16x16::new(own).saturating_add(more).to_array());
        });
        std::mem::swap(values, next);
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

/// Writes sixteen numbers of a token's row.
#[inline]
fn write<T, const N: usize>(rows: &mut [[T; N]], token: usize, sixteen: usize, numbers: [T; 16]) {
    let row = rows.get_mut(token).and_then(|row| row.as_chunks_mut().0.get_mut(sixteen));
    if let Some(slots) = row {
        *slots = numbers;
    }
}

/// Sixteen of a row's sums.
#[inline]
fn sixteen(sums: &Sums, n: usize) -> Sixteen {
    [sums[2 * n], sums[2 * n + 1]]
}

#[inline]
fn sum(a: Sixteen, b: Sixteen) -> Sixteen {
    [a[0] + b[0], a[1] + b[1]]
}

/// Sums with `bits` of their fineness dropped, and zero where they are negative.
#[inline]
fn positive(sums: Sixteen, bits: u32) -> i16x16 {
    let shorts = sums.map(|sums| i16x8::from_i32x8_saturate(sums >> bits));
    bytemuck::cast::<_, i16x16>(shorts).max(i16x16::ZERO)
}
