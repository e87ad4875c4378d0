//! Owns training the net that ranks the candidates of a pronoun.

use saidso::training::mention::{CONTEXT, FEATURES, HIDDEN, Ranker};

use crate::{ftrl::order, rng::Rng};

/// A pronoun to learn from.
pub struct Example {
    /// The features of each candidate.
    pub rows: Vec<[f32; FEATURES]>,
    /// The features of `nobody`.
    pub context: [f32; CONTEXT],
    /// Which candidates are right.
    pub right: Vec<bool>,
    /// Whether `nobody` is right.
    pub nobody: bool,
    /// The weight of the example.
    pub weight: f32,
}

const EPOCHS: usize = 30;
const BATCH: usize = 32;
/// The weights that ship are the mean over this many last epochs.
const MEANS: usize = 8;
const RATE: f32 = 0.003;

/// The weight decay.
const DECAY: f32 = 0.02;
/// The dropout rate of the hidden units.
const DROP: f32 = 0.2;

/// The seeds of the nets that are joined into one: their mean is more stable than any of them.
const SEEDS: [u64; 3] = [19, 20, 21];

/// How many hidden units each net has.
const UNITS: usize = HIDDEN / SEEDS.len();

/// How many weights each net has.
const SIZE: usize = (FEATURES + 2) * UNITS + FEATURES + CONTEXT;

/// Trains a net.
pub fn learn(examples: &[Example]) -> Ranker {
    let nets: Vec<Vec<f32>> = std::thread::scope(|scope| {
        let runs: Vec<_> =
            SEEDS.iter().map(|&seed| scope.spawn(move || learn_with(seed, examples))).collect();
        runs.into_iter().filter_map(|run| run.join().ok()).collect()
    });
    let hidden = (FEATURES + 1) * UNITS;
    let mut joined: Vec<f32> = nets.iter().flat_map(|net| &net[..hidden]).copied().collect();
    let share = |weight: &f32| weight / SEEDS.len() as f32;
    joined.extend(nets.iter().flat_map(|net| &net[hidden..hidden + UNITS]).map(share));
    joined.extend(
        (hidden + UNITS..SIZE).map(|at| nets.iter().map(|net| share(&net[at])).sum::<f32>()),
    );
    Ranker(joined)
}

fn learn_with(seed: u64, examples: &[Example]) -> Vec<f32> {
    let mut rng = Rng::new(seed);
    let spread = (2.0 / FEATURES as f32).sqrt();
    let hidden = (FEATURES + 1) * UNITS;
    let start = (0..SIZE).map(|at| if at < hidden + UNITS { rng.normal() * spread } else { 0.0 });
    let mut net: Vec<f32> = start.collect();
    let (mut first, mut second) = (vec![0.0_f32; SIZE], vec![0.0_f32; SIZE]);
    let mut mean = vec![0.0_f32; SIZE];
    let (mut step, mut means) = (0, 0.0);
    for epoch in 0..EPOCHS {
        let rate = RATE * (1.0 - epoch as f32 / EPOCHS as f32).max(0.1);
        for batch in order(examples.len(), epoch + 100 * seed as usize).chunks(BATCH) {
            let mut gradient = vec![0.0; SIZE];
            let mut weight = 0.0;
            for &at in batch {
                weight += examples[at].weight;
                learn_one(&net, &examples[at], &mut rng, &mut gradient);
            }
            step += 1;
            let correct = |decay: f32| 1.0 - decay.powi(step);
            for at in 0..SIZE {
                let slope = gradient[at] / weight.max(0.01);
                first[at] = 0.9 * first[at] + 0.1 * slope;
                second[at] = 0.999 * second[at] + 0.001 * slope * slope;
                let moved =
                    first[at] / correct(0.9) / ((second[at] / correct(0.999)).sqrt() + 1e-8);
                net[at] -= rate * (moved + DECAY * net[at]);
            }
        }
        if epoch + MEANS >= EPOCHS {
            means += 1.0;
            mean.iter_mut().zip(&net).for_each(|(mean, own)| *mean += own);
        }
    }
    mean.iter().map(|sum| sum / means).collect()
}

fn learn_one(net: &[f32], example: &Example, rng: &mut Rng, gradient: &mut [f32]) {
    if example.rows.is_empty() {
        return;
    }
    let (out, straight) = ((FEATURES + 1) * UNITS, (FEATURES + 2) * UNITS);
    let kept: Vec<f32> =
        (0..UNITS).map(|_| if rng.unit() < DROP { 0.0 } else { 1.0 / (1.0 - DROP) }).collect();
    let mut units = Vec::new();
    let mut scores = Vec::new();
    for row in &example.rows {
        let own: Vec<f32> = (0..UNITS)
            .map(|unit| {
                let from = unit * (FEATURES + 1);
                let sum: f32 = net[from..from + FEATURES].iter().zip(row).map(|(w, v)| w * v).sum();
                (sum + net[from + FEATURES]).max(0.0) * kept[unit]
            })
            .collect();
        let deep: f32 = own.iter().zip(&net[out..straight]).map(|(a, b)| a * b).sum();
        let flat: f32 = row.iter().zip(&net[straight..]).map(|(a, b)| a * b).sum();
        scores.push(deep + flat);
        units.push(own);
    }
    let nobody = SIZE - CONTEXT;
    scores.push(example.context.iter().zip(&net[nobody..]).map(|(a, b)| a * b).sum());
    let most = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let all: f32 = scores.iter().map(|score| (score - most).exp()).sum();
    let chances: Vec<f32> = scores.iter().map(|score| (score - most).exp() / all).collect();
    let is = |at: usize| if at < example.rows.len() { example.right[at] } else { example.nobody };
    let right: f32 = (0..chances.len()).filter(|at| is(*at)).map(|at| chances[at]).sum();
    for (at, chance) in chances.iter().enumerate() {
        let wanted = if is(at) { chance / right.max(1e-6) } else { 0.0 };
        let slope = (chance - wanted) * example.weight;
        if at == example.rows.len() {
            add(&mut gradient[nobody..], &example.context, slope);
            continue;
        }
        add(&mut gradient[straight..nobody], &example.rows[at], slope);
        for unit in 0..UNITS {
            gradient[out + unit] += slope * units[at][unit];
            if units[at][unit] > 0.0 {
                let from = unit * (FEATURES + 1);
                let inner = slope * net[out + unit] * kept[unit];
                add(&mut gradient[from..from + FEATURES], &example.rows[at], inner);
                gradient[from + FEATURES] += inner;
            }
        }
    }
}

fn add(sums: &mut [f32], values: &[f32], times: f32) {
    sums.iter_mut().zip(values).for_each(|(sum, value)| *sum += value * times);
}

/// A net as a file: the scale, then 16-bit integers.
pub fn file(net: &Ranker) -> Vec<u8> {
    let most = net.0.iter().map(|weight| weight.abs()).fold(0.0, f32::max);
    let scale = (most / f32::from(i16::MAX)).max(1e-9);
    let mut file = scale.to_le_bytes().to_vec();
    file.extend(net.0.iter().flat_map(|weight| ((weight / scale).round() as i16).to_le_bytes()));
    file
}
