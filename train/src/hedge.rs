//! Owns the training of the hedge weights: `cargo run --release -p train -- hedge`.
//!
//! Ridge regression, by coordinate descent, of a sentence's certainty on the kinds and cues of its
//! hedges. The lexicon decides which words are hedges; that is not learnt.

use std::{collections::BTreeMap, error::Error, fmt::Write, fs};

use saidso::{HedgeKind, Options, annotate};
use serde::Deserialize;

const CORPUS: &str = "../shared/corpora/hedges/scicomm.jsonl";
const GOLD: &str = "../shared/eval/gold/hedges/scicomm.jsonl";
const OUT: &str = "src/model/hedge.txt";
const HEAD: &str = "\
# Written by `cargo run --release -p train -- hedge`; do not edit. See hedge.md.
# Columns: kind of hedge or cue | what it adds to the certainty of its sentence, which runs from 1 to 6.
";
/// In how many sentences a feature must occur.
const RARE: usize = 6;
const RIDGE: f64 = 8.0;
const ROUNDS: usize = 200;

#[derive(Deserialize)]
struct Line {
    text: String,
    certainty: Option<f64>,
}

/// A sentence: its features in order, and how certain readers found it.
type Example = (Vec<String>, f64);

/// Trains, measures and writes the weights.
pub fn run(_args: Vec<String>) -> Result<(), Box<dyn Error>> {
    let (learnt, gold) = (read(CORPUS)?, read(GOLD)?);
    let weights = train(&learnt);
    let guess =
        |features: &[String]| -> f64 { features.iter().filter_map(|f| weights.get(f)).sum() };
    for (name, examples) in [("learnt", &learnt), ("gold", &gold)] {
        let pairs: Vec<_> = examples.iter().map(|(f, certainty)| (guess(f), *certainty)).collect();
        println!("{name}: Pearson {:.3} on {} sentences", pearson(&pairs), pairs.len());
    }
    let mut out = HEAD.to_owned();
    for (feature, weight) in weights.iter().filter(|(_, weight)| weight.abs() >= 0.005) {
        writeln!(out, "{feature} | {weight:.2}")?;
    }
    fs::write(OUT, out)?;
    Ok(())
}

fn read(path: &str) -> Result<Vec<Example>, Box<dyn Error>> {
    let mut examples = Vec::new();
    for line in fs::read_to_string(path)?.lines() {
        let line: Line = serde_json::from_str(line)?;
        examples.extend(line.certainty.map(|certainty| (features(&line.text), certainty)));
    }
    Ok(examples)
}

fn features(text: &str) -> Vec<String> {
    let mut options = Options::default();
    options.hedges = HedgeKind::ALL.to_vec();
    let hedges = annotate(text, &options).hedges;
    let cues = hedges.iter().map(|hedge| hedge.span.of(text).to_lowercase());
    let kinds = hedges.iter().map(|hedge| hedge.kind.name().to_owned());
    let mut features: Vec<_> = kinds.chain(cues).collect();
    features.sort_unstable();
    features.dedup();
    features
}

fn train(examples: &[Example]) -> BTreeMap<String, f64> {
    let mut rows: BTreeMap<&String, Vec<usize>> = BTreeMap::new();
    for (n, (features, _)) in examples.iter().enumerate() {
        for feature in features {
            rows.entry(feature).or_default().push(n);
        }
    }
    rows.retain(|_, rows| rows.len() >= RARE);
    let mut left: Vec<f64> = examples.iter().map(|(_, certainty)| *certainty).collect();
    let mut weights: BTreeMap<String, f64> = BTreeMap::new();
    for _ in 0..ROUNDS {
        let mean = left.iter().sum::<f64>() / left.len() as f64;
        left.iter_mut().for_each(|left| *left -= mean);
        for (feature, rows) in &rows {
            let weight = weights.entry((*feature).clone()).or_default();
            let sum: f64 = rows.iter().map(|n| left[*n] + *weight).sum();
            let step = sum / (rows.len() as f64 + RIDGE) - *weight;
            *weight += step;
            rows.iter().for_each(|n| left[*n] -= step);
        }
    }
    weights
}

fn pearson(pairs: &[(f64, f64)]) -> f64 {
    let count = pairs.len() as f64;
    let (sum_a, sum_b) = pairs.iter().fold((0.0, 0.0), |(a, b), pair| (a + pair.0, b + pair.1));
    let (mean_a, mean_b) = (sum_a / count, sum_b / count);
    let product = |f: fn(f64, f64) -> f64| -> f64 {
        pairs.iter().map(|(a, b)| f(a - mean_a, b - mean_b)).sum()
    };
    product(|a, b| a * b) / (product(|a, _| a * a) * product(|_, b| b * b)).sqrt()
}
