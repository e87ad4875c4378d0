//! Owns the writing of hashed linear models in the form that `src/model/rows.rs` reads.

/// A table of weights, `labels` to a row.
pub struct Table {
    /// The table has `1 << bits` rows.
    pub bits: u32,
    /// How many labels a row has.
    pub labels: usize,
    /// The weights, row by row.
    pub weights: Vec<f32>,
}

impl Table {
    /// A table of zeros.
    pub fn new(bits: u32, labels: usize) -> Self {
        Self { bits, labels, weights: vec![0.0; labels << bits] }
    }

    /// The weights of a row.
    pub fn row(&self, row: u32) -> &[f32] {
        let start = row as usize * self.labels;
        &self.weights[start..start + self.labels]
    }

    /// Keeps the `keep` weights whose removal would raise the loss most, by its second derivative
    /// (LeCun, Denker and Solla 1990), and sets the others to zero.
    pub fn prune(&mut self, curvature: &[f32], keep: usize) {
        let salience = |weight: f32, curvature: f32| weight * weight * curvature;
        let all = self.weights.iter().zip(curvature).map(|(&w, &c)| salience(w, c));
        let mut live: Vec<f32> = all.filter(|&salience| salience > 0.0).collect();
        live.sort_unstable_by(|a, b| b.total_cmp(a));
        let least = live.get(keep).copied().unwrap_or(0.0);
        for (weight, &curvature) in self.weights.iter_mut().zip(curvature) {
            if salience(*weight, curvature) <= least {
                *weight = 0.0;
            }
        }
    }

    /// Rounds the weights to multiples of `1 / scale`, from −127 to 127 times.
    pub fn round(&mut self, scale: f32) {
        for weight in &mut self.weights {
            *weight = (*weight * scale).round().clamp(-127.0, 127.0) / scale;
        }
    }

    /// The file; the weights must be multiples of `1 / scale`.
    pub fn file(&self, scale: f32) -> Vec<u8> {
        let order = self.order();
        let (mut gaps, mut labels, mut values) = (vec![], vec![], vec![]);
        let mut last = 0;
        for (row, weights) in self.weights.chunks(self.labels).enumerate() {
            let mut live =
                order.iter().enumerate().filter(|&(_, &label)| weights[label] != 0.0).peekable();
            if live.peek().is_none() {
                continue;
            }
            push_gap(row - last, &mut gaps);
            last = row;
            let mut next = 0;
            while let Some((rank, &label)) = live.next() {
                let ends = u8::from(live.peek().is_none());
                labels.push((rank - next) as u8 | ends << 7);
                values.push((weights[label] * scale).round() as i8 as u8);
                next = rank + 1;
            }
        }
        let order = order.into_iter().map(|label| label as u8).collect();
        let mut file = vec![self.bits as u8];
        for stream in [order, gaps, labels, values] {
            file.extend((stream.len() as u32).to_le_bytes());
            file.extend(stream);
        }
        file
    }

    /// The labels, the one with the most weights first.
    fn order(&self) -> Vec<usize> {
        let live = |label: &usize| {
            self.weights
                .iter()
                .skip(*label)
                .step_by(self.labels)
                .filter(|weight| **weight != 0.0)
                .count()
        };
        let mut order: Vec<usize> = (0..self.labels).collect();
        order.sort_by_cached_key(|label| std::cmp::Reverse(live(label)));
        order
    }
}

fn push_gap(mut gap: usize, into: &mut Vec<u8>) {
    while gap >= 128 {
        into.push((gap & 127) as u8 | 128);
        gap >>= 7;
    }
    into.push(gap as u8);
}
