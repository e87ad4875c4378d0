//! Owns the CRF decoder: [`Transitions`] between the labels of neighbouring tokens, and the search
//! for the best path of labels (Viterbi).

use wide::i32x8;

/// How many scores a token has room for: its labels, filled up to what processors add at once.
pub const ROOM: usize = 16;

/// A score so low that no path with it wins.
const NEVER: i32 = -(1 << 24);

type Row = [i32; ROOM];
/// The same numbers in the lanes of a processor.
type Wide = [i32x8; 2];

/// The scores of the transitions between labels; what stands between two tokens chooses the table.
#[derive(Clone, Debug, Default)]
pub struct Transitions {
    tables: Vec<Table>,
}

#[derive(Clone, Debug)]
struct Table {
    /// By the label before, then by label.
    after: Vec<Wide>,
    /// By label, then by the label before.
    before: Vec<Row>,
    /// Scores of the first token's labels.
    start: Wide,
}

impl Transitions {
    /// Reads as many tables of little-endian `i16`, and gives what follows them.
    pub fn read(file: &[u8], tables: usize, labels: usize) -> Option<(Self, &[u8])> {
        let size = (labels + 1) * labels;
        let (bytes, rest) = file.split_at_checked(tables * size * 2)?;
        let numbers: Vec<i32> =
            bytes.as_chunks().0.iter().map(|&pair| i16::from_le_bytes(pair).into()).collect();
        let tables = numbers.chunks(size.max(1)).map(|numbers| Table::new(numbers, labels));
        Some((Self { tables: tables.collect() }, rest))
    }

    /// Writes the best labels to `path`. `scores`, `tables` (the table of transitions into each token) and
    /// `path` have one item for each token; `sums` is a buffer.
    pub fn decode(&self, scores: &[Row], tables: &[u8], sums: &mut Vec<Row>, path: &mut [u8]) {
        sums.clear();
        for (scores, &table) in scores.iter().zip(tables) {
            let Some(table) = self.tables.get(usize::from(table)) else { continue };
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
            // Only differences between labels matter. Less the first, sums stay small in any block.
            let first = i32x8::splat(best[0].to_array()[0]);
            sums.push(bytemuck::cast(best.map(|best| best - first)));
        }
        self.backtrack(sums, tables, path);
    }

    /// Walks back from the last token's best label; of equal ones it takes the first.
    fn backtrack(&self, sums: &[Row], tables: &[u8], path: &mut [u8]) {
        let mut after: Row = [0; ROOM];
        for ((slot, sums), table) in path.iter_mut().zip(sums).zip(tables).rev() {
            let reached: Row = std::array::from_fn(|label| sums[label] + after[label]);
            let top = reached.iter().copied().max();
            let label = reached.iter().position(|sum| Some(*sum) == top).unwrap_or_default();
            *slot = label as u8;
            let table = self.tables.get(usize::from(*table));
            after = table.and_then(|table| table.before.get(label)).copied().unwrap_or_default();
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

    /// The best of two labels where it costs 5 to leave the first.
    fn best(scores: &[[i32; 2]]) -> Vec<u8> {
        let numbers: [i16; 6] = [0, -5, 0, 0, 0, 0];
        let file: Vec<u8> = numbers.iter().flat_map(|number| number.to_le_bytes()).collect();
        let (transitions, rest) = Transitions::read(&file, 1, 2).unwrap();
        assert!(rest.is_empty());
        let wide = |scores: &[i32; 2]| std::array::from_fn(|n| scores.get(n).map_or(0, |s| *s));
        let scores: Vec<Row> = scores.iter().map(wide).collect();
        let mut path = vec![0; scores.len()];
        transitions.decode(&scores, &vec![0; scores.len()], &mut Vec::new(), &mut path);
        path
    }

    #[test]
    fn a_label_changes_only_where_it_pays() {
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
