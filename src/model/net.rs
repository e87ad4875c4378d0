//! Owns [`Net`]: the weights of a small convolutional net, and its forward pass over one block in
//! whole numbers, so that every machine gets the same scores.
//!
//! A token's vector is the sum of its fields and of the tokens it looks at; dilated, depthwise
//! separable convolutions then mix neighbours. Numbers are fixed-point: with `n` fractional bits, 1
//! counts as `2^-n`. Leaves out the fields (`input.rs`) and the search for the best labels (`crf.rs`).

use std::slice::from_ref;

use wide::{i16x8, i16x16, i32x8};

use crate::model::{
    crf::ROOM,
    dense::Dense,
    input::{AGAIN, END_BITS, FIELD_ROWS, Input, LABELS, LOOKS, NONE, WORD_BITS},
    lanes::Sixteen,
};

/// The length of a token's vector.
pub const WIDTH: usize = 64;
/// The lengths of the vectors of a word, an ending and a tag.
pub const PARTS: [usize; 3] = [16, 8, 8];
/// The length of the three together.
pub const BASE: usize = PARTS[0] + PARTS[1] + PARTS[2];
/// How many tags there are, with one for none.
pub const TAGS: usize = 51;
/// The kernel width: how many tokens a convolution reads.
pub const KERNEL: usize = 5;
/// The dilation of each block: how far apart these tokens stand.
pub const DILATIONS: [usize; 5] = [1, 2, 4, 8, 1];

/// After how many blocks of convolutions tokens look at others a second time.
pub const HOP: usize = 3;

/// The fractional bits of words, endings and tags.
pub const BASE_BITS: u32 = 4;
/// The fractional bits of fields.
pub const FIELD_BITS: u32 = 5;
/// The fractional bits of all other weights, and of the scores.
pub const BITS: u32 = 6;
/// The fractional bits of a token's vector.
const VALUE_BITS: u32 = 8;

/// How far the weights of a kernel are shifted up, so that the 15 lowest bits of a product can go.
const KERNEL_SHIFT: u32 = 8;
/// How many fractional bits go with them.
const KERNEL_LOSS: u32 = 15 - KERNEL_SHIFT - BITS;

/// How far fields are shifted up, to the fractional bits of the tokens looked at.
const FIELD_SHIFT: u32 = BASE_BITS + BITS - FIELD_BITS;
/// How many fractional bits the sum of both loses.
const SUM_LOSS: u32 = BASE_BITS + BITS - VALUE_BITS;

type Row = [i16; WIDTH];
type Base = [i16; BASE];
/// A row in the lanes of a processor.
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
    /// With the fractional bits of the products, and the half that rounds; so are all biases but the last.
    bias: Sums,
    blocks: Box<[Block]>,
    hop: Box<[Dense<WIDTH, WIDTH>]>,
    hop_bias: Sums,
    out: Dense<WIDTH, ROOM, 1>,
    out_bias: [i32x8; ROOM / 8],
}

/// One block: a depthwise convolution, then a product with a matrix.
#[derive(Clone, Debug)]
struct Block {
    /// Weights shifted up by [`KERNEL_SHIFT`].
    kernel: [Shorts; KERNEL],
    mix: Dense<WIDTH, WIDTH>,
    bias: Sums,
    dilation: usize,
}

/// Buffers, used for one block of text after another.
#[derive(Clone, Debug, Default)]
pub struct Values {
    base: Vec<Base>,
    sums: Vec<Sums>,
    values: Vec<Row>,
    depthwise: Vec<Row>,
    next: Vec<Row>,
}

/// The part of a file of weights that is not read yet.
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

    /// Biases with `up` more fractional bits, for sums that lose `down` bits.
    fn bias(&mut self, up: u32, down: u32) -> Option<Sums> {
        let bias: Vec<i32> = self.bytes(WIDTH)?.map(i32::from).collect();
        let half = 1 << (down - 1);
        let bias: [i32; WIDTH] = std::array::from_fn(|n| (bias[n] << up) + half);
        Some(bytemuck::cast(bias))
    }

    /// The weights of the labels, one row for each value, filled up to [`ROOM`].
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
        let bias = file.bias(FIELD_SHIFT, SUM_LOSS)?;
        let mut block = |&dilation| {
            let kernel = file.shorts(KERNEL, KERNEL_SHIFT)?.try_into().ok()?;
            let mix = file.dense()?;
            // The values that are multiplied have lost these bits already.
            let bias = file.bias(VALUE_BITS, BITS)?.map(|bias| bias >> KERNEL_LOSS);
            Some(Block { kernel, mix, bias, dilation })
        };
        let blocks = DILATIONS.iter().map(&mut block).collect::<Option<_>>()?;
        let hop = AGAIN.map(|_| file.dense()).collect::<Option<_>>()?;
        let hop_bias = file.bias(VALUE_BITS, BITS)?;
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

    /// The scores of each label of a block's tokens, with [`BITS`] fractional bits; columns after the
    /// last label are zero.
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
                [self.out_bias[0] + (low >> VALUE_BITS), self.out_bias[1] + (high >> VALUE_BITS)];
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

    /// Fills the values with the sums of each token's fields and of the tokens it looks at.
    fn sum(&self, inputs: &[Input], Values { base, sums, values, .. }: &mut Values) {
        let mut looks = Looks::new(&self.looks, self.bias);
        sums.clear();
        sums.extend(inputs.iter().map(|input| {
            looks.advance(input.looks.get(1..).unwrap_or_default(), base);
            let mut fields = Shorts::default();
            for field in input.fields {
                let Some(weights) = self.fields.get(usize::from(field)) else { continue };
                fields.iter_mut().zip(weights).for_each(|(sum, weight)| *sum += *weight);
            }
            let fields: [i16x8; WIDTH / 8] = bytemuck::cast(fields);
            let mut sums = looks.sum;
            sums.iter_mut()
                .zip(fields)
                .for_each(|(sum, own)| *sum += i32x8::from_i16x8(own) << FIELD_SHIFT);
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
            if looks.advance(input.looks.get(AGAIN).unwrap_or_default(), values) || next.is_empty()
            {
                seen = std::array::from_fn(|n| positive(sixteen(&looks.sum, n), BITS));
            }
            let own: Shorts = bytemuck::cast(*own);
            let sums: Shorts = std::array::from_fn(|n| own[n].saturating_add(seen[n]));
            next.push(bytemuck::cast(sums));
        }
        std::mem::swap(values, next);
    }
}

/// The sum of the products of the tokens that a token looks at. Neighbours mostly look at the same
/// tokens, so that a product is kept until its token changes.
struct Looks<'n, const IN: usize> {
    matrices: &'n [Dense<IN, WIDTH>],
    seen: [(u32, Sums); LOOKS],
    sum: Sums,
}

impl<'n, const IN: usize> Looks<'n, IN> {
    fn new(matrices: &'n [Dense<IN, WIDTH>], sum: Sums) -> Self {
        Self { matrices, seen: [(NONE, Sums::default()); LOOKS], sum }
    }

    /// Moves on to the next token; true where the sum changed.
    #[inline]
    fn advance(&mut self, targets: &[u32], rows: &[[i16; IN]]) -> bool {
        let mut changed = false;
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
                changed = true;
            }
        }
        changed
    }
}

impl Block {
    /// Never inlined: in one long function, browsers keep fewer numbers in registers.
    #[inline(never)]
    fn pass(&self, Values { values, depthwise, next, .. }: &mut Values) {
        depthwise.clear();
        depthwise.extend((0..values.len()).map(|at| self.convolved(values, at)));
        next.resize(values.len(), [0; WIDTH]);
        self.mix.times(depthwise, |token, n, product| {
            let more = positive(sum(product, sixteen(&self.bias, n)), BITS - KERNEL_LOSS);
            let own = values.get(token).map_or([0; 16], |row| row.as_chunks().0[n]);
            write(next, token, n, i16x16::new(own).saturating_add(more).to_array());
        });
        std::mem::swap(values, next);
    }

    /// The sum of a token and its neighbours, value by value, less [`KERNEL_LOSS`] bits.
    #[inline]
    fn convolved(&self, values: &[Row], at: usize) -> Row {
        let mut sums = Shorts::default();
        for (n, weights) in self.kernel.iter().enumerate() {
            let from = (at + n * self.dilation).wrapping_sub(KERNEL / 2 * self.dilation);
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

/// Sums less `bits` fractional bits, and zero where they are negative.
#[inline]
fn positive(sums: Sixteen, bits: u32) -> i16x16 {
    let shorts = sums.map(|sums| i16x8::from_i32x8_saturate(sums >> bits));
    bytemuck::cast::<_, i16x16>(shorts).max(i16x16::ZERO)
}
