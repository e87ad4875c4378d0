//! Owns the linear-chain CRF in training: the marginals of the labels, the loss and its gradients.

use saidso::training::LABELS;

use crate::gold::UNKNOWN;

type Scores = [f32; LABELS];

/// Buffers of one pass over a block.
#[derive(Default)]
pub struct Lattice {
    emissions: Vec<Scores>,
    forward: Vec<Scores>,
    backward: Vec<Scores>,
    sums: Vec<f32>,
    /// The gradients of the scores.
    pub gradients: Vec<Scores>,
}

/// The transition weights of a CRF, by kind of transition, label before (the last stands for the start) and
/// label.
#[derive(Clone, Debug, Default)]
pub struct Chain {
    /// The weights.
    pub weights: Vec<Scores>,
    exps: Vec<Scores>,
}

impl Chain {
    /// Stores weights with their exponentials.
    pub fn new(weights: &[f32]) -> Self {
        let weights: Vec<Scores> = weights.as_chunks().0.to_vec();
        let exps = weights.iter().map(|row| row.map(f32::exp)).collect();
        Self { weights, exps }
    }
}

impl Chain {
    /// The mean of the weights of several CRFs.
    pub fn mean(chains: &[Self]) -> Self {
        let mut mean = vec![[0.0; LABELS]; chains[0].weights.len()];
        for chain in chains {
            let pairs = mean.as_flattened_mut().iter_mut().zip(chain.weights.as_flattened());
            pairs.for_each(|(mean, own)| *mean += own / chains.len() as f32);
        }
        Self::new(mean.as_flattened())
    }
}

impl Lattice {
    /// Computes the gradients of a block's scores, adds those of the transition weights to `grads`, and
    /// returns the loss. The target is a mean of the gold labels and of the marginals from a teacher's scores
    /// and transitions, the latter with weight `teacher.2`. Where a gold label is unknown, any label may
    /// stand that fits those around it.
    pub fn learn(
        &mut self,
        scores: &[Scores],
        transitions: &[u8],
        gold: &[u8],
        chain: &Chain,
        teacher: Option<(&[Scores], &Chain, f32)>,
        grads: &mut [Scores],
    ) -> f32 {
        self.gradients.clear();
        self.gradients.resize(scores.len(), [0.0; LABELS]);
        let mut share = 1.0;
        if let Some((scores, chain, part)) = teacher {
            self.pass(scores, transitions, &chain.exps, &[]);
            self.expect(transitions, &chain.exps, -part, grads);
            share -= part;
        }
        let mut loss = self.pass(scores, transitions, &chain.exps, &[]);
        self.expect(transitions, &chain.exps, 1.0, grads);
        if gold.contains(&UNKNOWN) {
            loss -= self.pass(scores, transitions, &chain.exps, gold);
            self.expect(transitions, &chain.exps, -share, grads);
            return loss;
        }
        for (at, &label) in gold.iter().enumerate() {
            let label = usize::from(label);
            let kind = usize::from(transitions[at]) * (LABELS + 1);
            let last = if at == 0 { LABELS } else { usize::from(gold[at - 1]) };
            loss -= scores[at][label] + chain.weights[kind + last][label];
            self.gradients[at][label] -= share;
            grads[kind + last][label] -= share;
        }
        loss
    }

    /// Adds the marginals of labels and of pairs of labels, times `factor`.
    fn expect(&mut self, transitions: &[u8], exps: &[Scores], factor: f32, grads: &mut [Scores]) {
        for (at, &joint) in transitions.iter().enumerate() {
            let kind = usize::from(joint) * (LABELS + 1);
            let both = self.forward[at].iter().zip(&self.backward[at]).map(|(f, b)| factor * f * b);
            let own = self.gradients[at].iter_mut();
            if at == 0 {
                let start = grads[kind + LABELS].iter_mut();
                both.zip(own).zip(start).for_each(|((b, g), s)| {
                    *g += b;
                    *s += b;
                });
                continue;
            }
            both.zip(own).for_each(|(b, g)| *g += b);
            let mut after = self.backward[at];
            let scale = factor / self.sums[at];
            after.iter_mut().zip(&self.emissions[at]).for_each(|(b, e)| *b *= e * scale);
            for from in 0..LABELS {
                let weight = self.forward[at - 1][from];
                let steps = exps[kind + from].iter().zip(&after).map(|(e, a)| weight * e * a);
                grads[kind + from].iter_mut().zip(steps).for_each(|(g, step)| *g += step);
            }
        }
    }

    /// Runs the forward and backward passes; where `gold` gives a label, only that one is possible.
    fn pass(&mut self, scores: &[Scores], transitions: &[u8], exps: &[Scores], gold: &[u8]) -> f32 {
        let len = scores.len();
        let mut loss = 0.0;
        self.emissions.clear();
        self.forward.clear();
        self.sums.clear();
        for (at, sums) in scores.iter().enumerate() {
            let top = sums.iter().copied().fold(f32::MIN, f32::max);
            let mut own = sums.map(|sum| (sum - top).exp());
            if let Some(&only) = gold.get(at).filter(|label| **label != UNKNOWN) {
                // However unlikely the label, its probability must not vanish.
                let kept = own[usize::from(only)].max(1e-12);
                own = [0.0; LABELS];
                own[usize::from(only)] = kept;
            }
            self.emissions.push(own);
            let kind = usize::from(transitions[at]) * (LABELS + 1);
            let mut next = [0.0; LABELS];
            if at == 0 {
                next = exps[kind + LABELS];
            } else {
                for (from, weight) in self.forward[at - 1].iter().enumerate() {
                    next.iter_mut().zip(&exps[kind + from]).for_each(|(n, e)| *n += weight * e);
                }
            }
            next.iter_mut().zip(&own).for_each(|(n, e)| *n *= e);
            let sum: f32 = next.iter().sum::<f32>().max(1e-30);
            loss += sum.ln() + top;
            self.sums.push(sum);
            self.forward.push(next.map(|n| n / sum));
        }
        self.backward.clear();
        self.backward.resize(len, [1.0; LABELS]);
        for at in (0..len - 1).rev() {
            let kind = usize::from(transitions[at + 1]) * (LABELS + 1);
            let mut after = self.backward[at + 1];
            after.iter_mut().zip(&self.emissions[at + 1]).for_each(|(b, e)| *b *= e);
            for from in 0..LABELS {
                let sum: f32 = exps[kind + from].iter().zip(&after).map(|(e, b)| e * b).sum();
                self.backward[at][from] = sum / self.sums[at + 1];
            }
        }
        loss
    }
}

/// The best label sequence of a block.
pub fn best(scores: &[Scores], transitions: &[u8], weights: &[Scores]) -> Vec<u8> {
    let mut back: Vec<[u8; LABELS]> = Vec::with_capacity(scores.len());
    let mut sums = [0.0; LABELS];
    for (at, own) in scores.iter().enumerate() {
        let kind = usize::from(transitions[at]) * (LABELS + 1);
        let (mut next, mut pointers) = ([f32::MIN; LABELS], [0; LABELS]);
        for label in 0..LABELS {
            let from = if at == 0 { LABELS..LABELS + 1 } else { 0..LABELS };
            for from in from {
                let earlier = if at == 0 { 0.0 } else { sums[from] };
                let sum = earlier + weights[kind + from][label];
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
        (0..LABELS).fold(0, |best, label| if sums[label] > sums[best] { label } else { best });
    let mut path = vec![0; back.len()];
    for at in (0..back.len()).rev() {
        path[at] = label as u8;
        label = usize::from(back[at][label]);
    }
    path
}

#[test]
fn labels_that_are_unknown_teach_nothing() {
    let chain = Chain::new(&[0.1; 2 * (LABELS + 1) * LABELS]);
    let scores = [[0.5; LABELS], std::array::from_fn(|label| label as f32), [0.0; LABELS]];
    let learn = |gold: &[u8]| {
        let mut lattice = Lattice::default();
        let mut grads = vec![[0.0; LABELS]; 2 * (LABELS + 1)];
        let loss = lattice.learn(&scores, &[0, 1, 1], gold, &chain, None, &mut grads);
        let most = lattice.gradients.as_flattened().iter().chain(grads.as_flattened());
        (loss, most.fold(0.0_f32, |most, own| most.max(own.abs())))
    };
    let (loss, most) = learn(&[UNKNOWN; 3]);
    assert!(loss.abs() < 1e-4 && most < 1e-5, "{loss} {most}");
    let (loss, most) = learn(&[0, UNKNOWN, 1]);
    assert!(loss > 1.0 && most > 0.1, "{loss} {most}");
}
