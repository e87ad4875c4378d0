//! Owns the initial word vectors: words in similar contexts get similar vectors (skip-gram with negative
//! sampling), from labelled and unlabelled texts.

use std::{error::Error, fs, path::Path};

use saidso::{
    Document,
    training::{self as core, PARTS, WORD_BITS},
};
use serde::Deserialize;

use crate::rng::Rng;

const WINDOW: usize = 4;
const WRONG: usize = 5;
const EPOCHS: usize = 3;
const RATE: f32 = 0.05;
const DIM: usize = PARTS[0];

type Vector = [f32; DIM];

/// The spread of the vectors' values.
const SPREAD: f32 = 0.3;

/// Texts without labels, besides the documents given.
const TEXTS: [&str; 7] = [
    "claims/claimbuster3",
    "claims/ct24",
    "hedges/sciaspect",
    "hedges/scicomm",
    "hedges/wiki",
    "sentences/ewt_train",
    "sentences/gum_train",
];

#[derive(Deserialize)]
struct Line {
    text: String,
}

/// The vectors of the rows of the word table, one after the other.
pub fn vectors(documents: &[Document], corpora: &Path) -> Result<Vec<f32>, Box<dyn Error>> {
    let mut texts: Vec<Vec<usize>> = documents.iter().map(rows).collect();
    for name in TEXTS {
        let file = corpora.join(name).with_extension("jsonl");
        for line in fs::read_to_string(file)?.lines() {
            let Line { text } = serde_json::from_str(line)?;
            texts.push(rows(&Document::new(&text, &[])));
        }
    }
    Ok(learn_all(&texts).into_flattened())
}

fn rows(document: &Document) -> Vec<usize> {
    let row = |token| core::row(core::token_word(token), WORD_BITS) as usize;
    document.tokens().iter().map(row).collect()
}

fn learn_all(texts: &[Vec<usize>]) -> Vec<Vector> {
    let mut counts = vec![0_u32; 1 << WORD_BITS];
    texts.iter().flatten().for_each(|&row| counts[row] += 1);
    let all: usize = texts.iter().map(Vec::len).sum();
    let noise = noise(&counts);
    let mut rng = Rng::new(5);
    let mut own: Vec<Vector> =
        (0..1 << WORD_BITS).map(|_| [0.0; DIM].map(|_| rng.normal() * 0.1)).collect();
    let mut other: Vec<Vector> = vec![[0.0; DIM]; 1 << WORD_BITS];
    let keep: Vec<f32> =
        counts.iter().map(|&n| (3e-4 * all as f32 / n.max(1) as f32).sqrt().min(1.0)).collect();
    for epoch in 0..EPOCHS {
        for (n, text) in texts.iter().enumerate() {
            let done = (epoch as f32 + n as f32 / texts.len() as f32) / EPOCHS as f32;
            let rate = RATE * (1.0 - done).max(0.05);
            for at in 0..text.len() {
                if rng.unit() > keep[text[at]] {
                    continue;
                }
                let reach = 1 + (rng.unit() * WINDOW as f32) as usize;
                for near in at.saturating_sub(reach)..(at + reach + 1).min(text.len()) {
                    if near != at {
                        learn(&mut own[text[at]], &mut other, text[near], &noise, rate, &mut rng);
                    }
                }
            }
        }
    }
    let squares: f32 = own
        .iter()
        .zip(&counts)
        .map(|(v, &n)| n as f32 * v.iter().map(|x| x * x).sum::<f32>())
        .sum();
    let factor = SPREAD / (squares / all as f32 / DIM as f32).sqrt();
    own.iter()
        .zip(&counts)
        .map(|(v, &n)| if n == 0 { [0.0; DIM] } else { v.map(|x| x * factor) })
        .collect()
}

fn noise(counts: &[u32]) -> Vec<u16> {
    let mut noise = Vec::new();
    for (row, &n) in counts.iter().enumerate() {
        let share = (n as f32).powf(0.75).ceil() as usize;
        noise.extend(std::iter::repeat_n(row as u16, share));
    }
    noise
}

fn learn(
    own: &mut Vector,
    other: &mut [Vector],
    right: usize,
    noise: &[u16],
    rate: f32,
    rng: &mut Rng,
) {
    let mut back = [0.0; DIM];
    for n in 0..=WRONG {
        let target = if n == 0 {
            right
        } else {
            usize::from(noise[(rng.unit() * noise.len() as f32) as usize % noise.len()])
        };
        let vector = &mut other[target];
        let dot: f32 = own.iter().zip(vector.iter()).map(|(a, b)| a * b).sum();
        let truth = if n == 0 { 1.0 } else { 0.0 };
        let step = rate * (truth - 1.0 / (1.0 + (-dot).exp()));
        for i in 0..DIM {
            back[i] += step * vector[i];
            vector[i] += step * own[i];
        }
    }
    own.iter_mut().zip(back).for_each(|(own, back)| *own += back);
}
