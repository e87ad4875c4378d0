//! Owns [`Chain`], the transitions of a linear chain of labels, and the search for its best path.

/// Room for the scores of a token's labels.
pub const ROOM: usize = 16;

/// How many bits tell a label.
const BITS: u32 = ROOM.ilog2();

/// A score that no path can make good.
const NEVER: i32 = -(1 << 24);

/// The transitions between `labels` labels, one table for each kind of joint between two tokens.
#[derive(Clone, Debug, Default)]
pub struct Chain {
    labels: usize,
    /// By kind, label before and label; the row after the last label stands for the start.
    weights: Vec<[i32; ROOM]>,
}

impl Chain {
    /// Reads `kinds` tables of little-endian `i16`, and gives what follows them.
    pub fn read(file: &[u8], kinds: usize, labels: usize) -> Option<(Self, &[u8])> {
        let (bytes, rest) = file.split_at_checked(kinds * (labels + 1) * labels * 2)?;
        let numbers: Vec<i32> =
            bytes.as_chunks().0.iter().map(|&pair| i16::from_le_bytes(pair).into()).collect();
        let row = |numbers: &[i32]| {
            let mut row = [NEVER; ROOM];
            row.iter_mut().zip(numbers).for_each(|(slot, number)| *slot = *number);
            row
        };
        Some((Self { labels, weights: numbers.chunks(labels).map(row).collect() }, rest))
    }

    /// The best labels, written to `path`; `scores` and `kinds` have one item for each token.
    pub fn best(
        &self,
        scores: &[[i32; ROOM]],
        kinds: &[u8],
        back: &mut Vec<[u8; ROOM]>,
        path: &mut Vec<u8>,
    ) {
        back.clear();
        let mut sums = [0; ROOM];
        for (at, (scores, &kind)) in scores.iter().zip(kinds).enumerate() {
            let table = usize::from(kind) * (self.labels + 1);
            let from = if at == 0 { self.labels..self.labels + 1 } else { 0..self.labels };
            // The label a path comes from stands in the lowest bits, so that the highest number tells
            // both the best sum and where it comes from; of equal sums the first label's is higher.
            let mut best = [i32::MIN; ROOM];
            for label in from {
                let row = self.weights.get(table + label).unwrap_or(&[NEVER; ROOM]);
                let sum = if at == 0 { 0 } else { sums.get(label).copied().unwrap_or(NEVER) };
                let mark = (ROOM - 1 - label) as i32;
                for (best, weight) in best.iter_mut().zip(row) {
                    *best = (*best).max((sum + weight) << BITS | mark);
                }
            }
            back.push(best.map(|best| (ROOM - 1) as u8 - (best & (ROOM - 1) as i32) as u8));
            sums = best.map(|best| best >> BITS);
            sums.iter_mut().zip(scores).for_each(|(sum, score)| *sum += score);
            // Only differences count, and they stay small however long the block is.
            let top = sums.iter().take(self.labels).copied().max().unwrap_or_default();
            sums.iter_mut().for_each(|sum| *sum -= top);
            sums.iter_mut().skip(self.labels).for_each(|sum| *sum = NEVER);
        }
        trace(&sums, back, path);
    }
}

fn trace(sums: &[i32; ROOM], back: &[[u8; ROOM]], path: &mut Vec<u8>) {
    let best = (0..ROOM).max_by_key(|&label| (sums.get(label), ROOM - label)).unwrap_or_default();
    path.clear();
    path.resize(back.len(), 0);
    let mut label = best as u8;
    for (slot, pointers) in path.iter_mut().zip(back).rev() {
        *slot = label;
        label = pointers.get(usize::from(label)).copied().unwrap_or_default();
    }
}
