//! Owns the training of the tagger: `cargo run --release -p train -- tagger`.

use std::{error::Error, fs, path::Path};

use saidso::{Tag, training as core};

use crate::{
    conllu::{self, Sentence},
    ftrl::{Ftrl, Retrain, order},
    rows::Table,
};

const BITS: u32 = 18;
const LABELS: usize = Tag::ALL.len();
const EPOCHS: usize = 7;
const RATE: f32 = 0.1;
const L1: f32 = 6.0;
const KEEP: usize = 44_000;
const SECOND_EPOCHS: usize = 4;
const SECOND_RATE: f32 = 0.05;
const SCALE: f32 = 14.0;

const CORPORA: &str = "../shared/corpora/ud";
const OUT: &str = "src/model/tagger.bin";

/// Trains, prints the accuracy, and writes the weights.
pub fn run(_args: Vec<String>) -> Result<(), Box<dyn Error>> {
    let read = |name: &str| conllu::read(&Path::new(CORPORA).join(name));
    let (ewt, gum) = (read("en_ewt-dev.conllu")?, read("en_gum-dev.conllu")?);
    let mut train = read("en_ewt-train.conllu")?;
    train.extend(read("en_gum-train.conllu")?);
    let news: Vec<&Sentence> = gum.iter().filter(|sentence| is_news(sentence)).collect();
    let table = learn(&train.iter().collect::<Vec<_>>(), |name, table| {
        println!("{name}: ewt dev {:.2} %", accuracy(table, ewt.iter()));
        println!("{name}: gum dev {:.2} %", accuracy(table, gum.iter()));
        println!("{name}: gum news {:.2} %", accuracy(table, news.iter().copied()));
    });
    fs::write(OUT, table.file(SCALE))?;
    println!("gum news, each half held out in turn: {:.2} %", held_out(&train));
    Ok(())
}

fn is_news(sentence: &Sentence) -> bool {
    sentence.document.contains("GUM_news")
}

/// The mean accuracy on the two halves of the news articles in `train`, each held out from training in turn.
fn held_out(train: &[Sentence]) -> f64 {
    let mut names: Vec<&String> =
        train.iter().filter(|s| is_news(s)).map(|s| &s.document).collect();
    names.dedup();
    let half = |parity: usize| {
        let names: Vec<&String> = names.iter().copied().skip(parity).step_by(2).collect();
        let (out, kept): (Vec<_>, Vec<_>) =
            train.iter().partition(|sentence| names.contains(&&sentence.document));
        accuracy(&learn(&kept, |_, _| {}), out.into_iter())
    };
    (half(0) + half(1)) / 2.0
}

/// Trains on sentences; `report` gets the full table, then the pruned and rounded one.
fn learn(train: &[&Sentence], report: impl Fn(&str, &Table)) -> Table {
    let train: Vec<Example> = train.iter().map(|sentence| Example::new(sentence)).collect();
    let mut ftrl = Ftrl::new(BITS, LABELS, RATE, L1);
    for epoch in 0..EPOCHS {
        for at in order(train.len(), epoch) {
            pass(&train[at], epoch == 0, Learner::First(&mut ftrl));
        }
    }
    let mut table = ftrl.table;
    report("full", &table);
    let curvature = curvature(&table, &train);
    table.prune(&curvature, KEEP);
    let mut table = second(table, &train);
    table.round(SCALE);
    report(&format!("{KEEP} weights"), &table);
    table
}

/// The second derivative of the loss by each weight, summed over the examples.
fn curvature(table: &Table, train: &[Example]) -> Vec<f32> {
    let mut curvature = vec![0.0; table.weights.len()];
    for example in train {
        pass(example, false, Learner::Look(table, &mut curvature));
    }
    curvature
}

/// Retrains what is left after pruning; returns the mean over the epochs.
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
    Look(&'a Table, &'a mut [f32]),
    None(&'a Table),
}

impl Learner<'_> {
    fn table(&self) -> &Table {
        match self {
            Self::First(learner) => &learner.table,
            Self::Second(learner) => &learner.table,
            Self::Look(table, _) | Self::None(table) => table,
        }
    }

    /// Learns from the probability of a label; `right` says whether it is the gold one.
    fn step(&mut self, rows: &[u32], label: usize, probability: f32, right: bool) {
        let gradient = probability - f32::from(u8::from(right));
        match self {
            Self::First(learner) if gradient.abs() >= 5e-3 => learner.step(rows, label, gradient),
            Self::Second(learner) if gradient.abs() >= 5e-3 => learner.step(rows, label, gradient),
            Self::Look(table, curvature) => {
                for &row in rows {
                    curvature[row as usize * table.labels + label] +=
                        probability * (1.0 - probability);
                }
            }
            _ => {}
        }
    }
}

/// Tags one sentence and learns from it; returns the tags. With `gold`, the history holds the gold tags.
fn pass(example: &Example, gold: bool, mut learner: Learner<'_>) -> Vec<usize> {
    let mut history = core::History::default();
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
            learner.step(&rows, tag, score / sum, tag == truth);
        }
        tags.push(best);
        history = history.then(Tag::ALL[if gold { truth } else { best }], example.words[at]);
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
