//! Owns the training of claims: `cargo run --release -p train -- claim`.
//!
//! A sentence counts as its strongest claim does; so the claim that scores highest learns.

use std::{collections::HashMap, error::Error, fmt::Write, fs};

use saidso::{Statement, training as core};

use crate::{
    claim_eval::{self, Judged},
    ftrl::order,
    labels::{self, Labelled},
    logistic::{Features, Logistic},
};

const OUT: &str = "src/model/claim.txt";
const EPOCHS: usize = 12;
const RATE: f32 = 0.08;
/// Steps in one unit of a logit; the score runs over 256.
const STEPS: f32 = 32.0;
/// How often a feature must occur.
const RARE: usize = 8;
/// Weights below this many steps are left out.
const SMALL: i32 = 1;
/// Words tell an opinion in debates and mislead in news, so few of them earn a weight there. What
/// was said in a debate is no fact only where none of its clauses is.
const OPINION: Task = Task {
    words: 25.0,
    tags: 10.0,
    pairs: f32::INFINITY,
    wanted: |example| example.opinion,
    learns: |example, claim| example.corpus != "claimbuster3" || claim.1 == Statement::Fact,
    sign: |example| if example.corpus == "claimbuster3" { -1.0 } else { 1.0 },
};
const CHECK: Task = Task {
    words: 20.0,
    tags: 20.0,
    pairs: 60.0,
    wanted: |example| example.check,
    learns: |_, _| true,
    sign: |_| 1.0,
};
/// How much further a clause that somebody else is credited with must lean to opinion: reporters
/// pass on judgements in plain words, and the labelled sentences hold few of them.
const CREDITED: f32 = 0.3;

type Claim = (Features, Statement);

/// What one sum learns, and how strongly words, parts of speech and their pairs are held at zero;
/// signals are not.
struct Task {
    words: f32,
    tags: f32,
    pairs: f32,
    /// What an example should say, and how much it counts.
    wanted: fn(&Example) -> Option<(bool, f32)>,
    /// Whether a claim of an example can be the one that learns.
    learns: fn(&Example, &Claim) -> bool,
    /// Whether the claim with the highest sum learns, or with -1 the one with the lowest.
    sign: fn(&Example) -> f32,
}

impl Task {
    fn strength(&self, name: &str) -> f32 {
        match name.as_bytes().first() {
            Some(b'+') => 0.0,
            Some(b'A'..=b'Z') if name.contains(' ') => self.pairs,
            Some(b'A'..=b'Z') => self.tags,
            _ => self.words,
        }
    }
}

struct Example {
    corpus: &'static str,
    label: String,
    text: String,
    claims: Vec<Claim>,
    opinion: Option<(bool, f32)>,
    check: Option<(bool, f32)>,
}

/// Trains and writes the weights; with `hold-out`, learns four fifths and measures the last.
pub fn run(args: Vec<String>) -> Result<(), Box<dyn Error>> {
    let flag = |name: &str| args.iter().any(|arg| arg == name);
    let labelled = labels::all()?;
    let measured = labels::measured()?;
    let texts: Vec<_> = labelled.iter().chain(&measured).map(|l| core::examples(&l.text)).collect();
    let own = texts.get(..labelled.len()).unwrap_or_default();
    let index = Index::new(own.iter().flatten().flat_map(|example| example.features.keys()));
    let pairs = labelled.iter().chain(&measured).zip(&texts);
    let examples = pairs.map(|(label, claims)| index.example(label, claims));
    let (mut held, mut learnt): (Vec<_>, Vec<_>) = examples
        .partition(|e| e.check.is_none() || flag("hold-out") && e.text.len().is_multiple_of(5));
    let mut opinion = train(&index, &learnt, &OPINION);
    if let Some(&credited) = index.numbers.get("+credited") {
        opinion.weights[credited as usize] -= CREDITED;
    }
    index.judge(&mut learnt, &opinion);
    let check = train(&index, &learnt, &CHECK);
    index.judge(&mut held, &opinion);
    measure(&held, &check, flag("errors"));
    if !flag("hold-out") {
        fs::write(OUT, index.file(&opinion, &check))?;
    }
    Ok(())
}

/// Prints what each corpus says of the examples held back.
fn measure(held: &[Example], check: &Logistic, errors: bool) {
    let score = |features: &Features| (0.5 + check.logit(features) / 8.0).clamp(0.0, 1.0);
    let judged = |e: &Example| -> Vec<Judged> {
        e.claims.iter().map(|(features, kind)| (*kind, score(features))).collect()
    };
    for corpus in ["own", "babe", "newssd", "policlaim", "claimbuster3", "ct24"] {
        let of = || held.iter().filter(|e| e.corpus == corpus);
        let pair = |e: &Example| (e.label.clone(), claim_eval::label(corpus, &judged(e)));
        claim_eval::print(corpus, &of().map(pair).collect::<Vec<_>>());
        for e in of().filter(|e| errors && pair(e).0 != pair(e).1) {
            println!("  {} {:?}: {}", e.label, judged(e), e.text);
        }
        let ranked = of().filter_map(|e| Some((claim_eval::score(&judged(e)), e.check?.0)));
        println!("  AP {:.1}", claim_eval::average_precision(ranked.collect()));
    }
}

/// As `detect/statement.rs` judges.
fn judged(plain: Statement, leaning: f32) -> Statement {
    match plain {
        Statement::Fact if leaning > 0.25 => Statement::Opinion,
        Statement::Prediction | Statement::Other if leaning > 2.0 => Statement::Opinion,
        plain => plain,
    }
}

fn train(index: &Index, examples: &[Example], task: &Task) -> Logistic {
    let strength = |name: &String| task.strength(name);
    let mut model = Logistic::new(index.names.iter().map(strength).collect(), RATE);
    for epoch in 0..EPOCHS {
        for example in order(examples.len(), epoch).into_iter().map(|at| &examples[at]) {
            let Some((label, weight)) = (task.wanted)(example) else { continue };
            let sum = |claim: &&Claim| model.logit(&claim.0) * (task.sign)(example);
            let learns = example.claims.iter().filter(|claim| (task.learns)(example, claim));
            let best = learns.max_by(|a, b| sum(a).total_cmp(&sum(b)));
            if let Some((features, _)) = best {
                model.learn(features, label, weight);
            }
        }
    }
    model
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
        let claim = |l: &core::Example| (l.features.iter().filter_map(value).collect(), l.plain);
        Example {
            corpus: label.corpus,
            label: label.label.clone(),
            text: label.text.clone(),
            claims: claims.iter().map(claim).collect(),
            opinion: label.opinion,
            check: label.check,
        }
    }

    /// Settles the kind of each claim and makes it a feature.
    fn judge(&self, examples: &mut [Example], opinion: &Logistic) {
        for (features, statement) in examples.iter_mut().flat_map(|e| &mut e.claims) {
            *statement = judged(*statement, opinion.logit(features));
            let name = STATEMENTS.iter().find(|(kind, _)| kind == statement);
            let number = name.and_then(|(_, name)| self.numbers.get(*name));
            features.extend(number.map(|&n| (n, 1.0)));
        }
    }

    /// The weights that count, in steps.
    fn file(&self, opinion: &Logistic, check: &Logistic) -> String {
        let mut file = String::from(HEADER);
        for (n, name) in self.names.iter().enumerate() {
            let steps = |model: &Logistic| (model.weights[n] * STEPS).round() as i32;
            let kept = |steps: i32| if steps.abs() < SMALL { 0 } else { steps };
            let half = if name == "+base" { 128 } else { 0 };
            let (opinion, check) = (kept(steps(opinion)), kept(steps(check)) + half);
            if (opinion, check) != (0, 0) {
                let _ = writeln!(file, "{name} | {opinion} | {check}");
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
# Columns: signal or words | to an opinion | to check-worthiness, in steps of 1/256.
";
