//! Owns the rounds of training of a chain: from zero, then again with what is left after pruning.

use saidso::train::{self as core, JOINTS};

use crate::{
    crf::{Lattice, Learner, Sequence, Transitions},
    ftrl::{Ftrl, Retrain, order},
    rows::Table,
};

/// How a chain is trained.
#[derive(Clone, Copy, Debug)]
pub struct Rounds {
    /// Tables have `1 << bits` rows.
    pub bits: u32,
    /// How often all blocks are seen.
    pub epochs: usize,
    /// Weights nearer to zero than this are dropped before the second training.
    pub prune: f32,
}

const RATE: f32 = 0.02;
const L1: f32 = 6.0;
const CHAIN_RATE: f32 = 0.1;
const AGAIN_EPOCHS: usize = 3;
const AGAIN_RATE: f32 = 0.01;

/// Trains from zero.
pub fn learn<const L: usize>(sequences: &[&Sequence], rounds: Rounds) -> (Table, Transitions<L>) {
    let mut learner = Ftrl::new(rounds.bits, L.next_multiple_of(4), RATE, L1);
    let mut chain = Transitions::new(JOINTS, CHAIN_RATE);
    for epoch in 0..rounds.epochs {
        round(sequences, epoch, &mut learner, &mut chain);
    }
    (learner.table, chain)
}

/// Drops small weights, trains the others once more, and rounds the mean of the epochs.
pub fn again<const L: usize>(
    sequences: &[&Sequence],
    (mut table, mut chain): (Table, Transitions<L>),
    rounds: Rounds,
) -> (Table, Transitions<L>) {
    let live = table.prune(rounds.prune);
    eprintln!("{live} weights live");
    let mut mean = Table::new(rounds.bits, table.labels);
    let mut mean_chain: Transitions<L> = Transitions::new(JOINTS, CHAIN_RATE);
    let mut learner = Retrain::new(table, AGAIN_RATE);
    for epoch in 0..AGAIN_EPOCHS {
        round(sequences, rounds.epochs + epoch, &mut learner, &mut chain);
        for (mean, weight) in mean.weights.iter_mut().zip(&learner.table.weights) {
            *mean += weight / AGAIN_EPOCHS as f32;
        }
        let means = mean_chain.weights.as_flattened_mut().iter_mut();
        for (mean, weight) in means.zip(chain.weights.as_flattened()) {
            *mean += weight / AGAIN_EPOCHS as f32;
        }
    }
    mean.round(core::SCALE as f32);
    (mean, mean_chain)
}

fn round<const L: usize>(
    sequences: &[&Sequence],
    epoch: usize,
    learner: &mut impl Learner,
    chain: &mut Transitions<L>,
) {
    let mut lattice = Lattice::<L>::default();
    for at in order(sequences.len(), epoch) {
        lattice.learn(sequences[at], learner, chain);
    }
}
