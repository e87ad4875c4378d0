//! Owns the training of the boundary model: logistic regression over the candidates that the
//! tailorings leave open.
//!
//! Labels come from EWT and GUM; `augment` makes more of them.

use std::{collections::BTreeSet, error::Error, fs, path::Path};

use saidso::{
    Span,
    training::boundaries::{
        Context, ROWS, RULES, candidates, ends_sentence, features, paragraphs, row,
    },
};

use crate::{
    augment,
    corpus::{Document, documents},
};

const CORPORA: &str = "../shared/corpora/sentences";
const GOLD: [&str; 2] = ["ewt_train", "gum_train"];
const WEIGHTS: &str = "src/model/sentence.bin";

/// A candidate as the model sees it.
pub struct Example {
    rows: Vec<u32>,
    ends: bool,
    weight: f32,
}

impl Example {
    /// The candidate in `context`; none if a tailoring settles it.
    pub fn open(context: &Context, ends: bool, weight: f32) -> Option<Self> {
        if ends_sentence(context).is_some() {
            return None;
        }
        let mut rows = Vec::new();
        features(context, |hash| rows.push(row(hash) as u32));
        Some(Self { rows, ends, weight })
    }
}

/// Trains and writes the weights.
pub fn run(_: Vec<String>) -> Result<(), Box<dyn Error>> {
    let mut examples = Vec::new();
    let mut rules = [(0, 0); RULES.len()];
    for name in GOLD {
        for document in documents(&Path::new(CORPORA).join(name).with_extension("jsonl"))? {
            examples.extend(labelled(&document, &mut rules));
            augment::examples(&document, &mut examples);
        }
    }
    for (rule, (right, wrong)) in RULES.iter().zip(rules) {
        let name = rule.info.number;
        eprintln!("{name}: settles {}, {wrong} of them wrongly", right + wrong);
    }
    eprintln!("{} examples", examples.len());
    fs::write(WEIGHTS, quantise(&train(&examples)))?;
    Ok(())
}

/// The open candidates of a document with the corpus's decision; counts in `rules` how often the tailorings
/// were right and wrong.
fn labelled(document: &Document, rules: &mut [(usize, usize)]) -> Vec<Example> {
    let text = &document.text;
    let ends: BTreeSet<usize> = document.sentences.iter().map(|(_, end)| *end).collect();
    let mut found = Vec::new();
    for block in paragraphs(text) {
        let mut start = 0;
        for at in candidates(block.of(text)) {
            let context = Context::new(block.of(text), at, start);
            let place =
                Span::new(block.start + at.marks.start + 1, block.start + at.end.max(at.next));
            let is_end = ends.range(place.start..=place.end).any(|end| *end <= place.end);
            for (rule, (right, wrong)) in RULES.iter().zip(rules.iter_mut()) {
                let rule = rule.apply;
                if let Some(answer) = rule(&context) {
                    if answer == is_end {
                        *right += 1
                    } else {
                        *wrong += 1
                    }
                    break;
                }
            }
            found.extend(Example::open(&context, is_end, 1.0));
            start = if is_end { at.next } else { start };
        }
    }
    found
}

const EPOCHS: usize = 60;
const RATE: f32 = 0.05;
const L2: f32 = 1e-2;

/// Weights by stochastic gradient descent with AdaGrad's step sizes, always in the same order, summed
/// over the second half of the epochs.
fn train(examples: &[Example]) -> Vec<f32> {
    let mut sum = vec![0.0f32; ROWS];
    let (mut weights, mut seen) = (vec![0.0f32; ROWS], vec![1e-6f32; ROWS]);
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut state = 1u64;
    for epoch in 0..EPOCHS {
        for n in (1..order.len()).rev() {
            state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            order.swap(n, (state >> 33) as usize % (n + 1));
        }
        let mut loss = 0.0;
        for &n in &order {
            let example = &examples[n];
            let sum: f32 = example.rows.iter().map(|row| weights[*row as usize]).sum();
            let chance = 1.0 / (1.0 + (-sum).exp());
            let wanted = f32::from(u8::from(example.ends));
            loss -=
                if example.ends { chance.max(1e-6).ln() } else { (1.0 - chance).max(1e-6).ln() };
            for row in &example.rows {
                let row = *row as usize;
                let slope = (chance - wanted) * example.weight + L2 * weights[row];
                seen[row] += slope * slope;
                weights[row] -= RATE * slope / seen[row].sqrt();
            }
        }
        if 2 * epoch >= EPOCHS {
            sum.iter_mut().zip(&weights).for_each(|(sum, weight)| *sum += weight);
        }
        if epoch + 1 == EPOCHS {
            eprintln!("mean loss {:.4}", loss / examples.len() as f32);
        }
    }
    sum
}

/// The largest quantised weight: 31 levels lose no accuracy, and compress to little more than half the size
/// of 255 levels.
const STEPS: f32 = 15.0;

/// One signed byte for each weight.
fn quantise(weights: &[f32]) -> Vec<u8> {
    let largest = weights.iter().fold(0.0f32, |most, weight| most.max(weight.abs()));
    weights.iter().map(|w| (w / largest * STEPS).round() as i8 as u8).collect()
}
