//! Owns the optimizer of the net: batches, Adam, the moving average of the weights, and the rounding with
//! which the last epochs already train.

use std::thread;

use saidso::training::{Input, LABELS};

use crate::{
    crf::{Chain, Lattice},
    ftrl::order,
    net::{Dropout, Pass},
    plan::{Plan, Weights},
    rng::Rng,
    syntax::SyntaxExample,
};

/// A block as a training example.
pub struct Example {
    /// What the net reads.
    pub inputs: Vec<Input>,
    /// The gold labels of its tokens; empty if it has only a teacher's scores.
    pub gold: Vec<u8>,
    /// The transition into each token.
    pub transitions: Vec<u8>,
    /// The scores of a teacher, if there is one, and which of the teachers it is.
    pub taught: Option<(Vec<[f32; LABELS]>, usize)>,
}

/// The settings of a training stage.
#[derive(Clone, Copy, Debug)]
pub struct Course {
    /// The number of epochs.
    pub epochs: usize,
    /// The random seed.
    pub seed: u64,
    /// The dropout rates.
    pub drop: Dropout,
    /// The weight of a teacher's scores against the gold labels.
    pub teacher: f32,
    /// The weight of the syntax loss.
    pub syntax: f32,
    /// The peak learning rate.
    pub rate: f32,
}

/// What the net learns from besides the examples.
#[derive(Clone, Copy)]
pub struct Beside<'a> {
    /// The transitions of the teachers.
    pub teachers: &'a [Chain],
    /// Blocks of treebanks.
    pub syntax_examples: &'a [SyntaxExample],
}

/// The tokens of a batch.
const BATCH: usize = 2000;

/// The tokens of a batch's syntax examples.
const LESSONS: usize = 700;

/// The warm-up steps, unless a tenth of all steps is less.
const WARM_UP: f32 = 200.0;
const DECAY: f32 = 0.01;
const BETAS: [f32; 2] = [0.9, 0.995];
/// Gradients with a larger norm are clipped to this norm.
const LONGEST: f32 = 2.0;
/// How much of the averaged weights each step keeps.
const KEEP: f32 = 0.998;
/// From this share of the epochs on, weights are rounded before each pass.
const ROUND_FROM: f32 = 0.7;
const THREADS: usize = 2;

/// The state of the optimizer.
struct Adam {
    means: Vec<f32>,
    squares: Vec<f32>,
    steps: i32,
}

impl Adam {
    fn step(&mut self, weights: &mut [f32], grads: &[f32], rate: f32) {
        self.steps += 1;
        let norm = grads.iter().map(|g| f64::from(g * g)).sum::<f64>().sqrt() as f32;
        let clip = (LONGEST / norm.max(1e-12)).min(1.0);
        let fix = BETAS.map(|beta| 1.0 / (1.0 - beta.powi(self.steps)));
        let state = self.means.iter_mut().zip(&mut self.squares);
        for ((weight, grad), (mean, square)) in weights.iter_mut().zip(grads).zip(state) {
            let grad = grad * clip;
            *mean = BETAS[0] * *mean + (1.0 - BETAS[0]) * grad;
            *square = BETAS[1] * *square + (1.0 - BETAS[1]) * grad * grad;
            let step = *mean * fix[0] / ((*square * fix[1]).sqrt() + 1e-8);
            *weight -= rate * (step + DECAY * *weight);
        }
    }
}

/// Random weights, with the initial word vectors.
pub fn fresh(vectors: &[f32], seed: u64) -> Vec<f32> {
    let plan = Plan::new();
    let mut weights = plan.first(&mut Rng::new(seed));
    weights[plan.words.start..plan.words.start + vectors.len()].copy_from_slice(vectors);
    weights
}

/// Trains a net, starting from the weights given.
pub fn learn(
    mut weights: Vec<f32>,
    examples: &[&Example],
    beside: Beside,
    course: Course,
) -> Weights {
    let plan = Plan::new();
    let mut mean = weights.clone();
    let mut adam = Adam { means: vec![0.0; plan.len], squares: vec![0.0; plan.len], steps: 0 };
    let tokens: usize = examples.iter().map(|e| e.inputs.len()).sum();
    let steps = (tokens / BATCH).max(1) * course.epochs;
    let warm_up = WARM_UP.min(steps as f32 / 10.0);
    let mut turn = syntax_in_turn(beside.syntax_examples, course.seed as usize);
    for epoch in 0..course.epochs {
        let round = epoch as f32 >= course.epochs as f32 * ROUND_FROM;
        let mut loss = 0.0;
        for batch in batches(examples, epoch + 1000 * course.seed as usize) {
            let current = if round { plan.rounded(&weights) } else { weights.clone() };
            let net = Weights::new(Plan::new(), current);
            let aside = take(&mut turn, if course.syntax > 0.0 { LESSONS } else { 0 });
            let (grads, own) =
                gradients(&net, &batch, &aside, beside.teachers, &course, adam.steps as u64);
            loss += own;
            let step = adam.steps as f32;
            let done = step / steps as f32;
            let rate = course.rate * (step / warm_up).min(1.0) * (1.0 - done).max(0.02);
            adam.step(&mut weights, &grads, rate);
            let keep = KEEP.min((1.0 + step) / (10.0 + step));
            for (mean, weight) in mean.iter_mut().zip(&weights) {
                *mean = *mean * keep + weight * (1.0 - keep);
            }
        }
        eprintln!("epoch {epoch}: loss {:.4}", loss / tokens as f64);
    }
    let rounded = plan.rounded(&mean);
    Weights::new(plan, rounded)
}

fn batches<'e>(examples: &[&'e Example], epoch: usize) -> Vec<Vec<&'e Example>> {
    let (mut batches, mut batch, mut size) = (Vec::new(), Vec::new(), 0);
    for at in order(examples.len(), epoch) {
        batch.push(examples[at]);
        size += examples[at].inputs.len();
        if size >= BATCH {
            batches.push(std::mem::take(&mut batch));
            size = 0;
        }
    }
    batches.extend(Some(batch).filter(|batch| !batch.is_empty()));
    batches
}

/// All syntax examples over and over, each time in another order.
fn syntax_in_turn(
    syntax_examples: &[SyntaxExample],
    seed: usize,
) -> impl Iterator<Item = &SyntaxExample> {
    let rounds = if syntax_examples.is_empty() { 0 } else { usize::MAX };
    (0..rounds).flat_map(move |round| {
        order(syntax_examples.len(), 5000 * seed + round).into_iter().map(|at| &syntax_examples[at])
    })
}

fn take<'l>(
    turn: &mut impl Iterator<Item = &'l SyntaxExample>,
    tokens: usize,
) -> Vec<&'l SyntaxExample> {
    let (mut own, mut size) = (Vec::new(), 0);
    while size < tokens
        && let Some(example) = turn.next()
    {
        size += example.inputs.len();
        own.push(example);
    }
    own
}

/// The mean gradient of a batch, always summed in the same order, and its loss.
fn gradients(
    net: &Weights,
    batch: &[&Example],
    aside: &[&SyntaxExample],
    teachers: &[Chain],
    course: &Course,
    step: u64,
) -> (Vec<f32>, f64) {
    let chain = &Chain::new(net.plan.chain.of(&net.all));
    let size: usize = batch.iter().map(|e| e.inputs.len()).sum();
    let part = |(n, own): (u64, &[&Example])| {
        let each = aside.len().div_ceil(THREADS);
        let syntax_examples = aside.chunks(each.max(1)).nth(n as usize).unwrap_or_default();
        let mut rng = Rng::new((course.seed << 40) + step * 8 + n + 1);
        let mut grads = vec![0.0; net.plan.len];
        let (mut pass, mut lattice, mut loss) = (Pass::default(), Lattice::default(), 0.0);
        for example in own {
            pass.forward(net, &example.inputs, Some((course.drop, &mut rng)));
            let taught = example.taught.as_ref();
            let teacher = taught.map(|(scores, n)| {
                (
                    &scores[..],
                    &teachers[*n],
                    if example.gold.is_empty() { 1.0 } else { course.teacher },
                )
            });
            let own = net.plan.chain.of_mut(&mut grads).as_chunks_mut().0;
            let (transitions, gold) = (&example.transitions, &example.gold);
            loss += f64::from(lattice.learn(&pass.scores, transitions, gold, chain, teacher, own));
            pass.backward(net, &example.inputs, &lattice.gradients, &mut grads);
        }
        for example in syntax_examples {
            let (inputs, answers) = (&example.inputs, &example.answers);
            let drop = (course.drop, &mut rng);
            pass.learn(net, inputs, answers, course.syntax, drop, &mut grads);
        }
        (grads, loss)
    };
    let part = &part;
    let parts: Vec<(Vec<f32>, f64)> = thread::scope(|scope| {
        let chunks = (0..).zip(batch.chunks(batch.len().div_ceil(THREADS)));
        let jobs: Vec<_> = chunks.map(|chunk| scope.spawn(move || part(chunk))).collect();
        jobs.into_iter().filter_map(|job| job.join().ok()).collect()
    });
    let mut sum = vec![0.0; net.plan.len];
    for (grads, _) in &parts {
        sum.iter_mut().zip(grads).for_each(|(sum, grad)| *sum += grad / size as f32);
    }
    (sum, parts.iter().map(|part| part.1).sum())
}
