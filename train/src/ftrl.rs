//! Owns the optimizer of linear models: FTRL-Proximal, which keeps rare features at zero.

use crate::rows::Table;

/// The state of one run of training.
pub struct Ftrl {
    /// The weights.
    pub table: Table,
    sums: Vec<f32>,
    squares: Vec<f32>,
    rate: f32,
    l1: f32,
}

impl Ftrl {
    /// Starts from zero.
    pub fn new(bits: u32, labels: usize, rate: f32, l1: f32) -> Self {
        let table = Table::new(bits, labels);
        let zeros = || vec![0.0; labels << bits];
        Self { table, sums: zeros(), squares: zeros(), rate, l1 }
    }

    /// Updates the weights of a label in the given rows by its gradient.
    #[inline]
    pub fn step(&mut self, rows: &[u32], label: usize, gradient: f32) {
        for &row in rows {
            let at = row as usize * self.table.labels + label;
            let squares = self.squares[at] + gradient * gradient;
            let root = squares.sqrt();
            let sigma = (root - self.squares[at].sqrt()) / self.rate;
            let sum = self.sums[at] + gradient - sigma * self.table.weights[at];
            self.squares[at] = squares;
            self.sums[at] = sum;
            self.table.weights[at] = if sum.abs() <= self.l1 {
                0.0
            } else {
                -(sum - sum.signum() * self.l1) * self.rate / (1.0 + root)
            };
        }
    }
}

/// Updates only the weights that are not zero: the second run, after pruning, with AdaGrad.
pub struct Retrain {
    /// The weights.
    pub table: Table,
    squares: Vec<f32>,
    rate: f32,
}

impl Retrain {
    /// Starts from a pruned table.
    pub fn new(table: Table, rate: f32) -> Self {
        let squares = vec![1.0; table.weights.len()];
        Self { table, squares, rate }
    }

    /// Updates the non-zero weights of a label in the given rows by its gradient.
    #[inline]
    pub fn step(&mut self, rows: &[u32], label: usize, gradient: f32) {
        for &row in rows {
            let at = row as usize * self.table.labels + label;
            if self.table.weights[at] != 0.0 {
                self.squares[at] += gradient * gradient;
                let moved = self.table.weights[at] - self.rate * gradient / self.squares[at].sqrt();
                self.table.weights[at] = if moved == 0.0 { 1e-9 } else { moved };
            }
        }
    }
}

/// A fixed shuffled order of `len` items, a different one for each `epoch`.
pub fn order(len: usize, epoch: usize) -> Vec<usize> {
    let mut state =
        0x9E37_79B9_7F4A_7C15_u64 ^ (epoch as u64 + 1).wrapping_mul(0x2545_F491_4F6C_DD1D);
    let mut order: Vec<usize> = (0..len).collect();
    for at in (1..len).rev() {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        order.swap(at, (state % (at as u64 + 1)) as usize);
    }
    order
}
