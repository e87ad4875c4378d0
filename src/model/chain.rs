//! Owns [`Chain`], the transitions of a linear chain of labels, and the search for its best path.

/// Room for the scores of a token's labels.
pub const ROOM: usize = 16;

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
            let mut row = [i32::MIN / 4; ROOM];
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
            let (mut best, mut pointers) = ([i32::MIN / 2; ROOM], [0; ROOM]);
            for label in from {
                let row = self.weights.get(table + label).copied().unwrap_or_default();
                let sum = if at == 0 { 0 } else { sums.get(label).copied().unwrap_or_default() };
                for ((best, pointer), weight) in best.iter_mut().zip(&mut pointers).zip(row) {
                    let better = sum + weight > *best;
                    *best = if better { sum + weight } else { *best };
                    *pointer = if better { label as u8 } else { *pointer };
                }
            }
            best.iter_mut().zip(scores).for_each(|(best, score)| *best += score);
            best.iter_mut().skip(self.labels).for_each(|best| *best = i32::MIN / 2);
            sums = best;
            back.push(pointers);
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
