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

    /// Sets weights nearer to zero than `threshold` to zero; returns how many live.
    pub fn prune(&mut self, threshold: f32) -> usize {
        for weight in &mut self.weights {
            if weight.abs() < threshold {
                *weight = 0.0;
            }
        }
        self.weights.iter().filter(|&&weight| weight != 0.0).count()
    }

    /// Rounds the weights to multiples of `1 / scale` between −127 and 127 of them.
    pub fn round(&mut self, scale: f32) {
        for weight in &mut self.weights {
            *weight = (*weight * scale).round().clamp(-127.0, 127.0) / scale;
        }
    }

    /// The file, weights being multiples of `1 / scale`.
    pub fn file(&self, scale: f32) -> Vec<u8> {
        let (mut gaps, mut counts, mut labels, mut values) = (vec![], vec![], vec![], vec![]);
        let mut last = 0;
        for (row, weights) in self.weights.chunks(self.labels).enumerate() {
            let live = || weights.iter().enumerate().filter(|(_, weight)| **weight != 0.0);
            if live().count() > 0 {
                push_gap(row - last, &mut gaps);
                last = row;
                counts.push(live().count() as u8);
                labels.extend(live().map(|(label, _)| label as u8));
                values.extend(live().map(|(_, weight)| (weight * scale).round() as i8 as u8));
            }
        }
        let mut file = vec![self.bits as u8];
        for stream in [gaps, counts, labels, values] {
            file.extend((stream.len() as u32).to_le_bytes());
            file.extend(stream);
        }
        file
    }
}

fn push_gap(mut gap: usize, into: &mut Vec<u8>) {
    while gap >= 128 {
        into.push((gap & 127) as u8 | 128);
        gap >>= 7;
    }
    into.push(gap as u8);
}
