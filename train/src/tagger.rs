//! Owns the training of the tagger: `cargo run --release -p train -- tagger`.

use std::{error::Error, fs, path::Path};

use saidso::{Tag, train as core};

use crate::{
    conllu::{self, Sentence},
    ftrl::{Ftrl, Retrain, order},
    rows::Table,
};

const BITS: u32 = 18;
const LABELS: usize = Tag::ALL.len();
const EPOCHS: usize = 7;
const RATE: f32 = 0.1;
const L1: f32 = 2.0;
const PRUNE: f32 = 0.3;
const SECOND_EPOCHS: usize = 4;
const SECOND_RATE: f32 = 0.05;
const SCALE: f32 = 14.0;

const CORPORA: &str = "../shared/corpora/ud";
const OUT: &str = "src/model/tagger.bin";

/// Trains, prints the accuracy, and writes the weights.
pub fn run(_args: Vec<String>) -> Result<(), Box<dyn Error>> {
    let read = |name: &str| conllu::read(&Path::new(CORPORA).join(name));
    let train = [read("en_ewt-train.conllu")?, read("en_gum-train.conllu")?];
    let train: Vec<Example> = train.iter().flatten().map(Example::new).collect();
    let dev = [("ewt dev", read("en_ewt-dev.conllu")?), ("gum dev", read("en_gum-dev.conllu")?)];
    let report = |name: &str, table: &Table| {
        for (corpus, sentences) in &dev {
            println!("{name}: {corpus} {:.2} %", accuracy(table, sentences.iter()));
        }
        let news = dev.iter().flat_map(|(_, s)| s).filter(|s| s.document.contains("GUM_news"));
        println!("{name}: gum news {:.2} %", accuracy(table, news));
    };
    let mut ftrl = Ftrl::new(BITS, LABELS, RATE, L1);
    for epoch in 0..EPOCHS {
        for at in order(train.len(), epoch) {
            pass(&train[at], epoch == 0, Learner::First(&mut ftrl));
        }
    }
    report("full", &ftrl.table);
    let mut table = ftrl.table;
    let live = table.prune(PRUNE);
    let mut table = second(table, &train);
    table.round(SCALE);
    report(&format!("{live} weights"), &table);
    fs::write(OUT, table.file(SCALE))?;
    Ok(())
}

/// Trains what is left after pruning once more; returns the mean over the epochs.
fn second(table: Table, train: &[Example]) -> Table {
    let mut learner = Retrain::new(table, SECOND_RATE);
    let mut mean = Table::new(BITS, LABELS);
    for epoch in 0..SECOND_EPOCHS {
        for at in order(train.len(), EPOCHS + epoch) {
            pass(&train[at], false, Learner::Second(&mut learner));
        }
        for (mean, weight) in mean.weights.iter_mut().zip(&learner.table.weights) {
            *mean += weight / SECOND_EPOCHS as f32;
        }
    }
    mean
}

struct Example {
    words: Vec<core::Word>,
    tags: Vec<usize>,
}

impl Example {
    fn new(sentence: &Sentence) -> Self {
        let words = core::words(&sentence.tokens);
        Self { words, tags: sentence.tags.iter().map(|&tag| tag as usize).collect() }
    }
}

enum Learner<'a> {
    First(&'a mut Ftrl),
    Second(&'a mut Retrain),
    None(&'a Table),
}

impl Learner<'_> {
    fn table(&self) -> &Table {
        match self {
            Self::First(learner) => &learner.table,
            Self::Second(learner) => &learner.table,
            Self::None(table) => table,
        }
    }

    fn step(&mut self, rows: &[u32], label: usize, gradient: f32) {
        match self {
            Self::First(learner) => learner.step(rows, label, gradient),
            Self::Second(learner) => learner.step(rows, label, gradient),
            Self::None(_) => {}
        }
    }
}

/// Tags one sentence and learns from it; returns the tags. In the first round the history is gold.
fn pass(example: &Example, gold: bool, mut learner: Learner<'_>) -> Vec<usize> {
    let mut history = [core::NO_TAG; 2];
    let (mut rows, mut tags) = (Vec::with_capacity(32), Vec::with_capacity(example.tags.len()));
    for (at, &truth) in example.tags.iter().enumerate() {
        rows.clear();
        core::features(&example.words, at, history, |f| rows.push(core::row(f, BITS)));
        let mut scores = [0.0; LABELS];
        for &row in &rows {
            scores.iter_mut().zip(learner.table().row(row)).for_each(|(s, w)| *s += w);
        }
        let best =
            (0..LABELS).fold(0, |best, tag| if scores[tag] > scores[best] { tag } else { best });
        let top = scores[best];
        scores.iter_mut().for_each(|score| *score = (*score - top).exp());
        let sum: f32 = scores.iter().sum();
        for (tag, score) in scores.iter().enumerate() {
            let gradient = score / sum - f32::from(u8::from(tag == truth));
            if gradient.abs() >= 5e-3 {
                learner.step(&rows, tag, gradient);
            }
        }
        tags.push(best);
        history = [if gold { truth } else { best } as u32, history[0]];
    }
    tags
}

fn accuracy<'s>(table: &Table, sentences: impl Iterator<Item = &'s Sentence>) -> f64 {
    let (mut right, mut all) = (0, 0);
    for example in sentences.map(Example::new) {
        let tags = pass(&example, false, Learner::None(table));
        right += tags.iter().zip(&example.tags).filter(|(a, b)| a == b).count();
        all += tags.len();
    }
    100.0 * right as f64 / all as f64
}
