//! Owns [`Rows`], the weights of a hashed linear model, which are sparse: few rows have weights, and
//! those for few labels. Leaves out what rows and labels mean.
//!
//! A file holds `bits: u8`, then four streams, each after its length as a `u32`: the labels, the most
//! frequent first; the gaps between rows with weights (LEB128); for each weight, how many labels of that
//! order it skips, plus 128 if it is the last of its row; the weights (`i8`).

use std::ops::AddAssign;

/// Marks the last weight of a row.
const LAST: u8 = 128;

/// The rows with weights of a table with `1 << bits` rows.
#[derive(Clone, Debug, Default)]
pub struct Rows {
    bits: u32,
    /// For each 64 rows: a bit for each row that has weights, and how many such rows stand before.
    live: Box<[(u64, u32)]>,
    /// Where the weights of each such row start, and where those of the last end.
    starts: Box<[u32]>,
    weights: Box<[(u8, i8)]>,
}

impl Rows {
    /// Reads a file and gives what follows it; `None` where the file is damaged.
    pub fn read(file: &[u8]) -> Option<(Self, &[u8])> {
        let (&bits, rest) = file.split_first()?;
        let (order, rest) = stream(rest)?;
        let (gaps, rest) = stream(rest)?;
        let (skips, rest) = stream(rest)?;
        let (values, rest) = stream(rest)?;
        if bits > 24 || skips.len() != values.len() {
            return None;
        }
        let mut live = vec![0_u64; (1_usize << bits).div_ceil(64)];
        let (mut starts, mut weights) = (vec![0], Vec::with_capacity(values.len()));
        let (mut row, mut rank, mut gaps) = (0, 0, gaps.iter());
        for (&skip, value) in skips.iter().zip(values) {
            rank += usize::from(skip & 127);
            weights.push((*order.get(rank)?, value.cast_signed()));
            rank += 1;
            if skip & LAST > 0 {
                row += gap(&mut gaps)?;
                *live.get_mut(row / 64)? |= 1 << (row % 64);
                starts.push(weights.len() as u32);
                rank = 0;
            }
        }
        let running = |sum: &mut u32, n: u32| Some(std::mem::replace(sum, *sum + n));
        let before = live.iter().map(|word| word.count_ones()).scan(0, running);
        let live = live.iter().copied().zip(before).collect();
        Some((
            Self { bits: bits.into(), live, starts: starts.into(), weights: weights.into() },
            rest,
        ))
    }

    /// Adds the weights of a feature to the scores of its labels.
    #[inline]
    pub fn add<S: AddAssign + From<i8>>(&self, feature: u32, scores: &mut [S]) {
        for &(label, weight) in self.weights(crate::model::hash::row(feature, self.bits)) {
            if let Some(score) = scores.get_mut(usize::from(label)) {
                *score += weight.into();
            }
        }
    }

    #[inline]
    fn weights(&self, row: u32) -> &[(u8, i8)] {
        let (word, bit) = ((row / 64) as usize, row % 64);
        let Some(&(live, before)) = self.live.get(word).filter(|(live, _)| live >> bit & 1 == 1)
        else {
            return &[];
        };
        let at = (before + (live & ((1 << bit) - 1)).count_ones()) as usize;
        let bounds = self.starts.get(at..at + 2);
        let &[start, end] = bounds.unwrap_or(&[0, 0]) else { return &[] };
        self.weights.get(start as usize..end as usize).unwrap_or_default()
    }
}

fn stream(file: &[u8]) -> Option<(&[u8], &[u8])> {
    let (len, rest) = file.split_first_chunk()?;
    rest.split_at_checked(u32::from_le_bytes(*len) as usize)
}

fn gap<'b>(bytes: &mut impl Iterator<Item = &'b u8>) -> Option<usize> {
    let mut gap = 0;
    for shift in (0..28).step_by(7) {
        let byte = usize::from(*bytes.next()?);
        gap |= (byte & 127) << shift;
        if byte < 128 {
            return Some(gap);
        }
    }
    None
}
