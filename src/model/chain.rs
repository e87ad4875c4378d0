//! Owns [`Chain`], the transitions of a linear chain of labels, and the search for its best path.

use wide::i32x8;

/// Room for the scores of a token's labels.
pub const ROOM: usize = 16;

/// A score that no path can make good.
const NEVER: i32 = -(1 << 24);

type Row = [i32; ROOM];
/// The same, as processors add them.
type Wide = [i32x8; 2];

/// The transitions between labels, one table for each kind of joint between two tokens.
#[derive(Clone, Debug, Default)]
pub struct Chain {
    tables: Vec<Table>,
}

#[derive(Clone, Debug)]
struct Table {
    /// By label before, then by label.
    after: Vec<Wide>,
    /// By label, then by label before.
    before: Vec<Row>,
    /// Of the first token's labels.
    start: Wide,
}

impl Chain {
    /// Reads `kinds` tables of little-endian `i16`, and gives what follows them.
    pub fn read(file: &[u8], kinds: usize, labels: usize) -> Option<(Self, &[u8])> {
        let size = (labels + 1) * labels;
        let (bytes, rest) = file.split_at_checked(kinds * size * 2)?;
        let numbers: Vec<i32> =
            bytes.as_chunks().0.iter().map(|&pair| i16::from_le_bytes(pair).into()).collect();
        let tables = numbers.chunks(size.max(1)).map(|numbers| Table::new(numbers, labels));
        Some((Self { tables: tables.collect() }, rest))
    }

    /// The best labels, written to `path`, which has one slot for each token, as `scores` and `kinds`
    /// have one item; `sums` is a buffer.
    pub fn best(&self, scores: &[Row], kinds: &[u8], sums: &mut Vec<Row>, path: &mut [u8]) {
        sums.clear();
        for (scores, &kind) in scores.iter().zip(kinds) {
            let Some(table) = self.tables.get(usize::from(kind)) else { continue };
            let mut best = table.start;
            if let Some(last) = sums.last() {
                best = [i32x8::splat(NEVER + NEVER); 2];
                for (&sum, rows) in last.iter().zip(&table.after) {
                    let sum = i32x8::splat(sum);
                    best.iter_mut().zip(rows).for_each(|(best, row)| *best = best.max(sum + *row));
                }
            }
            let scores: Wide = bytemuck::cast(*scores);
            best.iter_mut().zip(scores).for_each(|(best, score)| *best += score);
            // Only differences count, and they stay small however long the block is.
            let first = i32x8::splat(best[0].to_array()[0]);
            sums.push(bytemuck::cast(best.map(|best| best - first)));
        }
        self.trace(sums, kinds, path);
    }

    /// Walks back from the last token's best label; of equal ones the first is taken.
    fn trace(&self, sums: &[Row], kinds: &[u8], path: &mut [u8]) {
        let mut steps: Row = [0; ROOM];
        for ((slot, sums), kind) in path.iter_mut().zip(sums).zip(kinds).rev() {
            let reached: Row = std::array::from_fn(|label| sums[label] + steps[label]);
            let top = reached.iter().copied().max();
            let label = reached.iter().position(|sum| Some(*sum) == top).unwrap_or_default();
            *slot = label as u8;
            let table = self.tables.get(usize::from(*kind));
            steps = table.and_then(|table| table.before.get(label)).copied().unwrap_or_default();
        }
    }
}

impl Table {
    fn new(numbers: &[i32], labels: usize) -> Self {
        let number = |before: usize, label: usize| match numbers.get(before * labels + label) {
            Some(number) if before <= labels && label < labels => *number,
            _ => NEVER,
        };
        let row = |at: &dyn Fn(usize) -> i32| -> Row { std::array::from_fn(at) };
        let wide = |at: &dyn Fn(usize) -> i32| -> Wide { bytemuck::cast(row(at)) };
        Self {
            after: (0..labels).map(|before| wide(&|label| number(before, label))).collect(),
            before: (0..labels)
                .map(|label| row(&|b| if b < labels { number(b, label) } else { NEVER }))
                .collect(),
            start: wide(&|label| number(labels, label)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A chain of two labels that costs 5 to leave the first, and its best labels.
    fn best(scores: &[[i32; 2]]) -> Vec<u8> {
        let numbers: [i16; 6] = [0, -5, 0, 0, 0, 0];
        let file: Vec<u8> = numbers.iter().flat_map(|number| number.to_le_bytes()).collect();
        let (chain, rest) = Chain::read(&file, 1, 2).unwrap();
        assert!(rest.is_empty());
        let wide = |scores: &[i32; 2]| std::array::from_fn(|n| scores.get(n).map_or(0, |s| *s));
        let scores: Vec<Row> = scores.iter().map(wide).collect();
        let mut path = vec![0; scores.len()];
        chain.best(&scores, &vec![0; scores.len()], &mut Vec::new(), &mut path);
        path
    }

    #[test]
    fn a_step_is_taken_only_where_it_pays() {
        assert_eq!(best(&[[9, 0], [0, 4], [3, 0]]), [0, 0, 0]);
        assert_eq!(best(&[[9, 0], [0, 9], [3, 0]]), [0, 1, 0]);
    }

    #[test]
    fn of_equal_labels_the_first_is_taken() {
        assert_eq!(best(&[[0, 0], [0, 5]]), [1, 1]);
        assert_eq!(best(&[[1, 1]]), [0]);
        assert!(best(&[]).is_empty());
    }
}
