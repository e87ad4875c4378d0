//! Owns the training of claims: `cargo run --release -p train -- claim`.
//!
//! A sentence is judged by its strongest claim, so the claim with the highest score learns.

use std::{collections::HashMap, error::Error, fmt::Write, fs};

use saidso::{
    Statement,
    training::{self as core, Leaning},
};

use crate::{
    claim_eval::{self, Sentence},
    ftrl::order,
    labels::{self, Labelled},
    logistic::{Features, Logistic},
};

const OUT: &str = "src/model/claim.txt";
/// The number of folds in cross-validation.
const FOLDS: u64 = 5;
const EPOCHS: usize = 12;
/// Steps in one unit of a logit; the score runs over 256.
const STEPS: f32 = 32.0;
/// How often a feature must occur.
const RARE: usize = 16;
/// Weights below this many steps are left out.
const SMALL: i32 = 3;
/// Words signal an opinion in debates but mislead in news, so few of them get a weight. A sentence from a
/// debate counts as no fact only if none of its clauses is one.
const OPINION: Task = Task {
    rate: 0.15,
    words: 10.0,
    predicate: 2.0,
    tags: 6.0,
    pairs: 20.0,
    wanted: |example| example.opinion,
    learns: |example, claim| claim.is_main && (!is_debate(example) || claim.is_fact()),
    sign: |example| if example.corpus == "claimbuster3" { -1.0 } else { 1.0 },
};
const PREDICTION: Task = Task {
    rate: 0.15,
    words: 10.0,
    predicate: 3.0,
    tags: 10.0,
    pairs: f32::INFINITY,
    wanted: |example| example.prediction,
    learns: |_, claim| claim.is_main,
    sign: |_| 1.0,
};
const CHECK: Task = Task {
    rate: 0.08,
    words: 20.0,
    predicate: 20.0,
    tags: 20.0,
    pairs: 60.0,
    wanted: |example| example.check,
    learns: |_, _| true,
    sign: |_| 1.0,
};
/// How much further a clause credited to somebody else must lean to opinion: reporters pass on judgements
/// in plain words, and the labelled sentences hold few of them.
const CREDITED: f32 = 0.3;

#[derive(Clone)]
struct Claim {
    features: Features,
    /// What kind a row makes it, and how far it must lean to be an opinion anyway.
    reading: Option<(Statement, i32)>,
    /// Its kind, once judged.
    kind: Statement,
    /// Whether its sentence's label is about it.
    is_main: bool,
}

impl Claim {
    /// Whether it may state a fact.
    fn is_fact(&self) -> bool {
        self.reading.is_none_or(|(kind, _)| kind == Statement::Fact)
    }
}

/// What one model learns, and the L1 penalties of words, parts of speech and their pairs; signals have none.
struct Task {
    /// The learning rate.
    rate: f32,
    words: f32,
    predicate: f32,
    tags: f32,
    pairs: f32,
    /// The target of an example, and how much it counts.
    wanted: fn(&Example) -> Option<(f32, f32)>,
    /// Whether a claim of an example can be the one that learns.
    learns: fn(&Example, &Claim) -> bool,
    /// 1 if the claim with the highest sum learns, -1 if the one with the lowest.
    sign: fn(&Example) -> f32,
}

impl Task {
    fn strength(&self, name: &str) -> f32 {
        match name.as_bytes().first() {
            Some(b'+' | b'=') => 0.0,
            Some(b'@' | b'>' | b'<') => self.predicate,
            Some(b'A'..=b'Z') if name.contains(' ') => self.pairs,
            Some(b'A'..=b'Z') => self.tags,
            _ => self.words,
        }
    }
}

#[derive(Clone)]
struct Example {
    corpus: &'static str,
    label: String,
    text: String,
    fold: u64,
    claims: Vec<Claim>,
    opinion: Option<(f32, f32)>,
    prediction: Option<(f32, f32)>,
    check: Option<(f32, f32)>,
}

impl Example {
    /// Whether it is for training; examples that are only for evaluation are not.
    const fn teaches(&self) -> bool {
        self.check.is_some()
    }

    fn judged(self, check: &Logistic) -> Sentence {
        let score = |features: &Features| (0.5 + check.logit(features) / 8.0).clamp(0.0, 1.0);
        let claims = self.claims.iter().map(|claim| (claim.kind, score(&claim.features))).collect();
        let Self { corpus, label, text, .. } = self;
        Sentence {
            corpus,
            label,
            text,
            check: self.check.is_some_and(|(yes, _)| yes > 0.5),
            claims,
        }
    }
}

/// Trains and writes the weights; with `folds`, cross-validates and prints the scores instead.
pub fn run(args: Vec<String>) -> Result<(), Box<dyn Error>> {
    let flag = |name: &str| args.iter().any(|arg| arg == name);
    let labelled = labels::all()?;
    let measured = labels::measured()?;
    let texts: Vec<_> = labelled.iter().chain(&measured).map(|l| core::examples(&l.text)).collect();
    let own = texts.get(..labelled.len()).unwrap_or_default();
    let index = Index::new(own.iter().flatten().flat_map(|example| example.features.keys()));
    let pairs = labelled.iter().chain(&measured).zip(&texts);
    let examples: Vec<_> = pairs.map(|(label, claims)| index.example(label, claims)).collect();
    if !flag("folds") {
        let learnt = examples.into_iter().filter(Example::teaches).collect();
        let sums = Sums::train(&index, learnt);
        fs::write(OUT, index.file(&sums))?;
        return Ok(());
    }
    let mut judged = Vec::new();
    for fold in 0..FOLDS {
        let (mut held, learnt): (Vec<_>, Vec<_>) =
            examples.iter().cloned().partition(|example| example.fold == fold);
        let sums = Sums::train(&index, learnt.into_iter().filter(Example::teaches).collect());
        index.judge(&mut held, &sums.opinion, &sums.prediction);
        judged.extend(held.into_iter().map(|example| example.judged(&sums.check)));
    }
    claim_eval::measure(&judged, flag("errors"));
    Ok(())
}

/// The trained models.
struct Sums {
    opinion: Logistic,
    prediction: Logistic,
    check: Logistic,
}

impl Sums {
    fn train(index: &Index, mut learnt: Vec<Example>) -> Self {
        let check = train(index, &learnt, &CHECK);
        choose(&mut learnt, &check);
        let mut opinion = train(index, &learnt, &OPINION);
        if let Some(&credited) = index.numbers.get("+credited") {
            opinion.weights[credited as usize] -= CREDITED;
        }
        let prediction = train(index, &learnt, &PREDICTION);
        index.judge(&mut learnt, &opinion, &prediction);
        let check = train(index, &learnt, &CHECK);
        Self { opinion, prediction, check }
    }
}

/// Takes a sentence's label to be about its most check-worthy claim; in debates any claim may be meant.
fn choose(examples: &mut [Example], check: &Logistic) {
    for example in examples.iter_mut().filter(|example| !is_debate(example)) {
        let sums: Vec<f32> = example.claims.iter().map(|c| check.logit(&c.features)).collect();
        let most = sums.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        for (claim, sum) in example.claims.iter_mut().zip(sums) {
            claim.is_main = sum >= most;
        }
    }
}

fn is_debate(example: &Example) -> bool {
    matches!(example.corpus, "claimbuster3" | "ct24")
}

fn train(index: &Index, examples: &[Example], task: &Task) -> Logistic {
    let strength = |name: &String| task.strength(name);
    let mut model = Logistic::new(index.names.iter().map(strength).collect(), task.rate);
    for epoch in 0..EPOCHS {
        for example in order(examples.len(), epoch).into_iter().map(|at| &examples[at]) {
            let Some((label, weight)) = (task.wanted)(example) else { continue };
            let sum = |claim: &&Claim| model.logit(&claim.features) * (task.sign)(example);
            let learns = example.claims.iter().filter(|claim| (task.learns)(example, claim));
            let best = learns.max_by(|a, b| sum(a).total_cmp(&sum(b)));
            if let Some(claim) = best {
                model.learn(&claim.features, label, weight);
            }
        }
    }
    model
}

/// The fold that a group of sentences belongs to.
pub fn fold(group: &str, folds: u64) -> u64 {
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    (group.bytes().fold(0xcbf2_9ce4_8422_2325, step) >> 32) % folds
}

/// The features by name and by number.
struct Index {
    names: Vec<String>,
    numbers: HashMap<String, u32>,
}

impl Index {
    fn new<'n>(names: impl Iterator<Item = &'n String>) -> Self {
        let mut counts: HashMap<&String, usize> = HashMap::new();
        names.for_each(|name| *counts.entry(name).or_default() += 1);
        let common = counts.iter().filter(|(_, count)| **count >= RARE);
        let mut names: Vec<String> = common.map(|(name, _)| (*name).clone()).collect();
        names.extend(STATEMENTS.map(|(_, name)| name.to_owned()));
        names.sort();
        let numbers = (0..).zip(&names).map(|(n, name)| (name.clone(), n)).collect();
        Self { names, numbers }
    }

    fn example(&self, label: &Labelled, claims: &[core::Example]) -> Example {
        let value = |(name, halves): (&String, &i32)| {
            self.numbers.get(name).map(|&n| (n, *halves as f32 / 2.0))
        };
        let claim = |found: &core::Example| Claim {
            features: found.features.iter().filter_map(value).collect(),
            reading: found.reading,
            kind: Statement::Fact,
            is_main: true,
        };
        Example {
            corpus: label.corpus,
            label: label.label.clone(),
            text: label.text.clone(),
            fold: fold(&label.group, FOLDS),
            claims: claims.iter().map(claim).collect(),
            opinion: label.opinion,
            prediction: label.prediction,
            check: label.check,
        }
    }

    /// Settles the kind of each claim and makes it a feature.
    fn judge(&self, examples: &mut [Example], opinion: &Logistic, prediction: &Logistic) {
        for claim in examples.iter_mut().flat_map(|example| &mut example.claims) {
            let steps = |sum: &Logistic| (sum.logit(&claim.features) * STEPS).round() as i32;
            let leaning = Leaning { opinion: steps(opinion), prediction: steps(prediction) };
            claim.kind = core::decide(claim.reading, leaning);
            let name = STATEMENTS.iter().find(|(kind, _)| *kind == claim.kind);
            let number = name.and_then(|(_, name)| self.numbers.get(*name));
            claim.features.extend(number.map(|&n| (n, 1.0)));
        }
    }

    /// The file of the weights that are large enough, in steps.
    fn file(&self, Sums { opinion, prediction, check }: &Sums) -> String {
        let mut file = String::from(HEADER);
        for (n, name) in self.names.iter().enumerate() {
            let steps = |model: &Logistic| (model.weights[n] * STEPS).round() as i32;
            let kept = |steps: i32| if steps.abs() < SMALL { 0 } else { steps };
            let half = if name == "+base" { 128 } else { 0 };
            let (opinion, check) = (kept(steps(opinion)), kept(steps(check)) + half);
            let prediction = kept(steps(prediction));
            if (opinion, check, prediction) != (0, 0, 0) {
                let _ = writeln!(file, "{name} | {opinion} | {check} | {prediction}");
            }
        }
        file
    }
}

/// The kinds of statement that are features of check-worthiness.
const STATEMENTS: [(Statement, &str); 4] = [
    (Statement::Prediction, "+prediction"),
    (Statement::Opinion, "+opinion"),
    (Statement::Question, "+question"),
    (Statement::Other, "+no-statement"),
];

const HEADER: &str =
    "# Written by `cargo run --release -p train -- claim`; do not edit. See claim.md.
# Columns: signal or words | to an opinion | to check-worthiness | to a prediction, in steps of 1/256.
";
