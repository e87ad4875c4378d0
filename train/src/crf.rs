//! Owns the training of a linear chain of labels over sparse features.

use crate::{
    ftrl::{Ftrl, Retrain},
    rows::Table,
};

/// One block: the rows of each token's features, its gold labels, its kinds of joints.
#[derive(Clone, Debug, Default)]
pub struct Sequence {
    /// The rows of all tokens.
    pub rows: Vec<u32>,
    /// Where each token's rows end.
    pub ends: Vec<u32>,
    /// The gold labels.
    pub gold: Vec<u8>,
    /// The kinds of joints.
    pub joints: Vec<u8>,
    /// The fold its document belongs to.
    pub fold: usize,
}

impl Sequence {
    /// The rows of one token.
    pub fn token(&self, at: usize) -> &[u32] {
        let start = if at == 0 { 0 } else { self.ends[at - 1] as usize };
        &self.rows[start..self.ends[at] as usize]
    }
}

/// The transitions: by joint, label before (the last row is the start) and label.
#[derive(Clone, Debug)]
pub struct Transitions<const L: usize> {
    /// The weights.
    pub weights: Vec<[f32; L]>,
    squares: Vec<[f32; L]>,
    rate: f32,
}

impl<const L: usize> Transitions<L> {
    /// Zeros for `joints` kinds.
    pub fn new(joints: usize, rate: f32) -> Self {
        let zeros = || vec![[0.0; L]; joints * (L + 1)];
        Self { weights: zeros(), squares: zeros(), rate }
    }
}

/// What takes the gradients of the weights.
pub trait Learner {
    /// The weights.
    fn table(&self) -> &Table;
    /// Moves the weights of a label in some rows.
    fn step(&mut self, rows: &[u32], label: usize, gradient: f32);
}

impl Learner for Ftrl {
    fn table(&self) -> &Table {
        &self.table
    }

    fn step(&mut self, rows: &[u32], label: usize, gradient: f32) {
        Self::step(self, rows, label, gradient);
    }
}

impl Learner for Retrain {
    fn table(&self) -> &Table {
        &self.table
    }

    fn step(&mut self, rows: &[u32], label: usize, gradient: f32) {
        Self::step(self, rows, label, gradient);
    }
}

/// The scores of a token's labels.
pub fn scores<const L: usize>(table: &Table, rows: &[u32]) -> [f32; L] {
    let mut sums = [0.0; L];
    for &row in rows {
        sums.iter_mut().zip(table.row(row)).for_each(|(sum, weight)| *sum += weight);
    }
    sums
}

/// Buffers of one pass.
#[derive(Default)]
pub struct Lattice<const L: usize> {
    emissions: Vec<[f32; L]>,
    forward: Vec<[f32; L]>,
    backward: Vec<[f32; L]>,
    sums: Vec<f32>,
}

impl<const L: usize> Lattice<L> {
    /// Learns from one block.
    pub fn learn(
        &mut self,
        sequence: &Sequence,
        learner: &mut impl Learner,
        chain: &mut Transitions<L>,
    ) {
        let exps: Vec<[f32; L]> = chain.weights.iter().map(|row| row.map(f32::exp)).collect();
        self.pass(sequence, learner.table(), &exps);
        self.learn_transitions(sequence, chain, &exps);
        for (at, &gold) in sequence.gold.iter().enumerate() {
            for label in 0..L {
                let truth = f32::from(u8::from(label == usize::from(gold)));
                let gradient = self.forward[at][label] * self.backward[at][label] - truth;
                if gradient.abs() >= 2e-3 {
                    learner.step(sequence.token(at), label, gradient);
                }
            }
        }
    }

    fn pass(&mut self, sequence: &Sequence, table: &Table, exps: &[[f32; L]]) {
        let len = sequence.gold.len();
        self.emissions.clear();
        self.forward.clear();
        self.sums.clear();
        for at in 0..len {
            let sums = scores::<L>(table, sequence.token(at));
            let top = sums.iter().copied().fold(f32::MIN, f32::max);
            let own = sums.map(|sum| (sum - top).exp());
            self.emissions.push(own);
            let kind = usize::from(sequence.joints[at]) * (L + 1);
            let mut next = [0.0; L];
            if at == 0 {
                next = exps[kind + L];
            } else {
                let last = self.forward[at - 1];
                for (from, weight) in last.iter().enumerate() {
                    next.iter_mut().zip(&exps[kind + from]).for_each(|(n, e)| *n += weight * e);
                }
            }
            next.iter_mut().zip(&own).for_each(|(n, e)| *n *= e);
            let sum: f32 = next.iter().sum();
            self.sums.push(sum);
            self.forward.push(next.map(|n| n / sum));
        }
        self.backward.clear();
        self.backward.resize(len, [1.0; L]);
        for at in (0..len - 1).rev() {
            let kind = usize::from(sequence.joints[at + 1]) * (L + 1);
            let mut after = self.backward[at + 1];
            after.iter_mut().zip(&self.emissions[at + 1]).for_each(|(b, e)| *b *= e);
            for from in 0..L {
                let sum: f32 = exps[kind + from].iter().zip(&after).map(|(e, b)| e * b).sum();
                self.backward[at][from] = sum / self.sums[at + 1];
            }
        }
    }

    fn learn_transitions(
        &self,
        sequence: &Sequence,
        chain: &mut Transitions<L>,
        exps: &[[f32; L]],
    ) {
        let mut gradients = vec![[0.0_f32; L]; chain.weights.len()];
        for (at, &gold) in sequence.gold.iter().enumerate() {
            let kind = usize::from(sequence.joints[at]) * (L + 1);
            let gold = usize::from(gold);
            if at == 0 {
                let both = self.forward[0].iter().zip(&self.backward[0]).map(|(f, b)| f * b);
                gradients[kind + L].iter_mut().zip(both).for_each(|(g, both)| *g += both);
                gradients[kind + L][gold] -= 1.0;
                continue;
            }
            let mut after = self.backward[at];
            after.iter_mut().zip(&self.emissions[at]).for_each(|(b, e)| *b *= e / self.sums[at]);
            for from in 0..L {
                let weight = self.forward[at - 1][from];
                if weight >= 1e-6 {
                    let steps = exps[kind + from].iter().zip(&after).map(|(e, a)| weight * e * a);
                    gradients[kind + from].iter_mut().zip(steps).for_each(|(g, step)| *g += step);
                }
            }
            gradients[kind + usize::from(sequence.gold[at - 1])][gold] -= 1.0;
        }
        for (row, gradients) in gradients.iter().enumerate() {
            for (label, gradient) in gradients.iter().enumerate().filter(|(_, g)| g.abs() > 1e-6) {
                chain.squares[row][label] += gradient * gradient;
                let step = chain.rate * gradient / (1.0 + chain.squares[row][label].sqrt());
                chain.weights[row][label] -= step;
            }
        }
    }
}

/// The best labels of a block.
pub fn best<const L: usize>(sequence: &Sequence, table: &Table, chain: &Transitions<L>) -> Vec<u8> {
    let mut back: Vec<[u8; L]> = Vec::with_capacity(sequence.gold.len());
    let mut sums = [0.0; L];
    for at in 0..sequence.gold.len() {
        let own = scores::<L>(table, sequence.token(at));
        let kind = usize::from(sequence.joints[at]) * (L + 1);
        let (mut next, mut pointers) = ([f32::MIN; L], [0; L]);
        for label in 0..L {
            let from = if at == 0 { L..L + 1 } else { 0..L };
            for from in from {
                let sum =
                    if at == 0 { 0.0 } else { sums[from] } + chain.weights[kind + from][label];
                if sum > next[label] {
                    next[label] = sum;
                    pointers[label] = from as u8;
                }
            }
            next[label] += own[label];
        }
        sums = next;
        back.push(pointers);
    }
    let mut label =
        (0..L).fold(0, |best, label| if sums[label] > sums[best] { label } else { best }) as u8;
    let mut path = vec![0; back.len()];
    for at in (0..back.len()).rev() {
        path[at] = label;
        label = back[at][usize::from(label)];
    }
    path
}
