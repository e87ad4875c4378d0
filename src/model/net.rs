//! Owns [`Net`]: the weights of a small convolutional net, and its pass over one block in whole
//! numbers, so that every machine gets the same scores.
//!
//! A token is the sum of its fields and of what it looks at; blocks of convolutions mix neighbours.
//! Numbers are fixed-point: a weight of fineness `n` counts `2^-n`. Leaves out the fields, `input.rs`,
//! and the search for the best labels, `chain.rs`.

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

type Row = [i16; WIDTH];
type Base = [i16; BASE];

/// The weights.
#[derive(Clone, Debug, Default)]
pub struct Net {
    words: Box<[[i8; PARTS[0]]]>,
    ends: Box<[[i8; PARTS[1]]]>,
    tags: Box<[[i8; PARTS[2]]]>,
    fields: Box<[[i8; WIDTH]]>,
    looks: Box<[Dense<BASE, WIDTH>]>,
    bias: Box<[i8]>,
    blocks: Box<[Block]>,
    hop: Box<[Dense<WIDTH, WIDTH>]>,
    hop_bias: Box<[i8]>,
    out: Box<[Row]>,
    out_bias: Box<[i8]>,
}

/// One block of convolutions.
#[derive(Clone, Debug)]
struct Block {
    /// Weights with [`TAP_SCALE`].
    taps: Box<[[i16x16; WIDTH / 16]]>,
    mix: Dense<WIDTH, WIDTH>,
    /// With the fineness of the products.
    bias: Box<[i32x8]>,
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

    fn taps(&mut self) -> Option<Box<[[i16x16; WIDTH / 16]]>> {
        let numbers: Vec<i16> =
            self.bytes(TAPS * WIDTH)?.map(|weight| i16::from(weight) << TAP_SCALE).collect();
        let rows: &[Row] = numbers.as_chunks().0;
        Some(rows.iter().map(|row| bytemuck::cast(*row)).collect())
    }

    fn dense<const IN: usize, const OUT: usize>(&mut self) -> Option<Dense<IN, OUT>> {
        let weights: Vec<i8> = self.bytes(IN * OUT)?.collect();
        Some(Dense::new(&weights))
    }

    /// The weights of each label, which the file holds value by value.
    fn labels(&mut self) -> Option<Box<[Row]>> {
        let numbers: Vec<i8> = self.bytes(WIDTH * LABELS)?.collect();
        let column = |label| {
            std::array::from_fn(|n| numbers.get(n * LABELS + label).map_or(0, |&w| i16::from(w)))
        };
        Some((0..LABELS).map(column).collect())
    }
}

impl Net {
    /// Reads a file and gives what follows it; `None` where the file is damaged.
    pub fn read(file: &[u8]) -> Option<(Self, &[u8])> {
        let mut file = File(file);
        let words = file.small(1 << WORD_BITS)?;
        let ends = file.small(1 << END_BITS)?;
        let tags = file.small(TAGS)?;
        let fields = file.small(FIELD_ROWS)?;
        let looks = (0..LOOKS).map(|_| file.dense()).collect::<Option<_>>()?;
        let bias = file.bytes(WIDTH)?.collect();
        let mut block = |&step| {
            let taps = file.taps()?;
            let mix = file.dense()?;
            let bias: Box<[i8]> = file.bytes(WIDTH)?.collect();
            let bias = eights(&wide(&bias, FINE_VALUES)).collect();
            Some(Block { taps, mix, bias, step })
        };
        let blocks = STEPS.iter().map(&mut block).collect::<Option<_>>()?;
        let hop = AGAIN.map(|_| file.dense()).collect::<Option<_>>()?;
        let hop_bias = file.bytes(WIDTH)?.collect();
        let out = file.labels()?;
        let out_bias = file.bytes(LABELS)?.collect();
        let net =
            Self { words, ends, tags, fields, looks, bias, blocks, hop, hop_bias, out, out_bias };
        Some((net, file.0))
    }

    /// Appends the scores of the labels of a block's tokens, with [`FINE`]; columns after the last are
    /// zero.
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
        scores.extend(values.values.iter().map(|row| self.out(row)));
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
        const UP: u32 = FINE_BASE + FINE - FINE_FIELDS;
        values.clear();
        let Some((own, others)) = self.looks.split_first() else { return };
        let mut looks = Looks::new(others, wide(&self.bias, UP));
        for (inputs, pair) in inputs.chunks(2).zip(base.chunks(2)) {
            let products = match pair {
                [one, other] => own.times_each([one, other]),
                _ => pair.first().map_or([[0; WIDTH]; 2], |one| [own.times(one), [0; WIDTH]]),
            };
            for (input, product) in inputs.iter().zip(&products) {
                let looked = looks.at(input.looks.get(1..).unwrap_or_default(), base);
                let mut row = [0_i16; WIDTH];
                for &field in &input.fields {
                    let weights = self.fields.get(usize::from(field)).unwrap_or(&[0; WIDTH]);
                    row.iter_mut()
                        .zip(weights)
                        .for_each(|(sum, &weight)| *sum += i16::from(weight));
                }
                let sums = eights(product).zip(eights(looked));
                for (slots, (product, looked)) in row.as_chunks_mut().0.iter_mut().zip(sums) {
                    let fields = i32x8::from_i16x8(i16x8::new(*slots)) << UP;
                    let sum = fields + product + looked;
                    *slots = positive(sum, FINE_BASE + FINE - FINE_VALUES).to_array();
                }
                values.push(row);
            }
        }
    }

    fn look_again(&self, inputs: &[Input], Values { values, next, .. }: &mut Values) {
        next.clear();
        let mut looks = Looks::new(&self.hop, wide(&self.hop_bias, FINE_VALUES));
        for (input, own) in inputs.iter().zip(&*values) {
            let mut row = *own;
            let looked = looks.at(input.looks.get(AGAIN).unwrap_or_default(), values);
            for (own, looked) in row.as_chunks_mut().0.iter_mut().zip(eights(looked)) {
                *own = i16x8::new(*own).saturating_add(positive(looked, FINE)).to_array();
            }
            next.push(row);
        }
        std::mem::swap(values, next);
    }

    fn out(&self, row: &Row) -> [i32; ROOM] {
        let mut scores = [0; ROOM];
        for (score, (weights, &bias)) in scores.iter_mut().zip(self.out.iter().zip(&self.out_bias))
        {
            *score = i32::from(bias) + (dot(row, weights) >> FINE_VALUES);
        }
        scores
    }
}

/// The sum of the products of what a token looks at; tokens one after the other mostly look at the
/// same ones.
struct Looks<'n, const IN: usize> {
    matrices: &'n [Dense<IN, WIDTH>],
    seen: [(u32, [i32; WIDTH]); LOOKS],
    sum: [i32; WIDTH],
}

impl<'n, const IN: usize> Looks<'n, IN> {
    fn new(matrices: &'n [Dense<IN, WIDTH>], sum: [i32; WIDTH]) -> Self {
        Self { matrices, seen: [(NONE, [0; WIDTH]); LOOKS], sum }
    }

    /// Moves on to the next token; gives the sum.
    #[inline]
    fn at(&mut self, targets: &[u32], rows: &[[i16; IN]]) -> &[i32; WIDTH] {
        for ((&target, (last, product)), matrix) in
            targets.iter().zip(&mut self.seen).zip(self.matrices)
        {
            if target != *last {
                let new = rows.get(target as usize).map_or([0; WIDTH], |row| matrix.times(row));
                for ((sum, old), new) in self.sum.iter_mut().zip(&mut *product).zip(new) {
                    *sum += new - *old;
                    *old = new;
                }
                *last = target;
            }
        }
        &self.sum
    }
}

impl Block {
    fn pass(&self, Values { values, next, .. }: &mut Values) {
        next.clear();
        let mut at = 0;
        while at < values.len() {
            let tapped = [self.tapped(values, at), self.tapped(values, at + 1)];
            let products = self.mix.times_each(tapped.each_ref());
            for (own, products) in values.iter().skip(at).zip(products) {
                next.push(self.row(own, &products));
            }
            at += 2;
        }
        std::mem::swap(values, next);
    }

    fn row(&self, own: &Row, products: &[i32; WIDTH]) -> Row {
        let mut row = *own;
        let sums = eights(products).zip(&self.bias);
        for (own, (product, bias)) in row.as_chunks_mut().0.iter_mut().zip(sums) {
            let sum = (product << TAP_LOSS) + *bias;
            *own = i16x8::new(*own).saturating_add(positive(sum, FINE)).to_array();
        }
        row
    }

    /// What a token and its neighbours add up to, value by value, less [`TAP_LOSS`] bits.
    #[inline]
    fn tapped(&self, values: &[Row], at: usize) -> Row {
        let mut sums = [i16x16::ZERO; WIDTH / 16];
        for (tap, weights) in self.taps.iter().enumerate() {
            let from = (at + tap * self.step).checked_sub(TAPS / 2 * self.step);
            let Some(row) = from.and_then(|from| values.get(from)) else { continue };
            for ((sum, value), weight) in sums.iter_mut().zip(row.as_chunks().0).zip(weights) {
                *sum = sum.saturating_add(i16x16::new(*value).mul_scale_round(*weight));
            }
        }
        bytemuck::cast(sums)
    }
}

fn copy<const N: usize>(slots: &mut [i16], row: Option<&[i8; N]>) {
    let pairs = slots.iter_mut().zip(row.unwrap_or(&[0; N]));
    pairs.for_each(|(slot, &weight)| *slot = weight.into());
}

/// A row of weights as sums with `up` more bits of fineness.
fn wide(row: &[i8], up: u32) -> [i32; WIDTH] {
    std::array::from_fn(|n| row.get(n).map_or(0, |&weight| i32::from(weight) << up))
}

#[inline]
fn dot<const N: usize>(a: &[i16; N], b: &[i16; N]) -> i32 {
    a.iter().zip(b).map(|(&a, &b)| i32::from(a) * i32::from(b)).sum()
}

/// Numbers, eight at a time.
#[inline]
fn eights(numbers: &[i32; WIDTH]) -> impl Iterator<Item = i32x8> {
    numbers.as_chunks().0.iter().map(|eight| i32x8::new(*eight))
}

/// Sums with `bits` of their fineness dropped, rounded, and zero where they are negative.
#[inline]
fn positive(sums: i32x8, bits: u32) -> i16x8 {
    let rounded = (sums + i32x8::splat(1 << (bits - 1))) >> bits;
    i16x8::from_i32x8_saturate(rounded).max(i16x8::ZERO)
}
