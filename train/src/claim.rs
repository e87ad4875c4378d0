//! Owns the training of claims: `cargo run --release -p train -- claim`.
//!
//! A sentence counts as its strongest claim does; so the claim that scores highest learns.

use std::{collections::HashMap, error::Error, fmt::Write, fs};

use saidso::{Statement, train::lessons};

use crate::{
    claim_eval,
    ftrl::order,
    labels::{self, Labelled},
    logistic::{Features, Logistic},
};

const OUT: &str = "src/model/claim.txt";
const EPOCHS: usize = 12;
const RATE: f32 = 0.08;
/// Steps in one unit of a logit; the score runs over 256.
const STEPS: f32 = 32.0;
const RARE: usize = 5;

struct Example {
    corpus: &'static str,
    label: String,
    text: String,
    claims: Vec<(Features, Statement)>,
    opinion: Option<(bool, f32)>,
    check: Option<(bool, f32)>,
}

/// Trains and writes the weights; with `hold-out`, learns four fifths and measures the last.
pub fn run(args: Vec<String>) -> Result<(), Box<dyn Error>> {
    let flag = |name: &str| args.iter().any(|arg| arg == name);
    let labelled = labels::all()?;
    let measured = labels::measured()?;
    let texts: Vec<_> = labelled.iter().chain(&measured).map(|l| lessons(&l.text)).collect();
    let mut index = Index::default();
    index.fill(texts[..labelled.len()].iter().flatten().flat_map(|l| l.features.keys()));
    let pairs = labelled.iter().chain(&measured).zip(&texts);
    let mut examples: Vec<Example> =
        pairs.map(|(label, read)| index.example(label, read)).collect();
    let probe = args.iter().find_map(|arg| arg.strip_prefix("probe="));
    for example in examples.iter_mut().filter(|e| Some(e.corpus) == probe) {
        example.opinion =
            Some((matches!(example.label.as_str(), "OPINION" | "SUBJ" | "NONE"), 3.0));
    }
    let (held, mut learnt): (Vec<Example>, Vec<Example>) = examples.into_iter().partition(|e| {
        let fold = e.text.len() % 5 == 0;
        let only = matches!(e.corpus, "babe" | "newssd" | "policlaim");
        fold && flag("hold-out") || only && (Some(e.corpus) != probe || fold)
    });
    let opinion = train(&index, &learnt, knob("l1o", 3.0), |e| e.opinion);
    judge(&index, &mut learnt, &opinion);
    let check = train(&index, &learnt, knob("l1c", 4.0), |e| e.check);
    measure(&index, held, &opinion, &check, flag("errors"));
    if !flag("hold-out") && probe.is_none() {
        fs::write(OUT, index.file(&opinion, &check))?;
    }
    Ok(())
}

fn judge(index: &Index, examples: &mut [Example], opinion: &Logistic) {
    for (features, statement) in examples.iter_mut().flat_map(|e| &mut e.claims) {
        *statement = judged(*statement, opinion.logit(features));
        features.extend(index.statement(*statement));
    }
}

fn measure(
    index: &Index,
    mut held: Vec<Example>,
    opinion: &Logistic,
    check: &Logistic,
    errors: bool,
) {
    judge(index, &mut held, opinion);
    let judged = |e: &Example| -> Vec<claim_eval::Judged> {
        let score = |f: &Features| (0.5 + check.logit(f) / 8.0).clamp(0.0, 1.0);
        e.claims.iter().map(|(features, kind)| (*kind, score(features))).collect()
    };
    for corpus in ["own", "babe", "newssd", "policlaim", "claimbuster3", "ct24"] {
        let of = || held.iter().filter(|e| e.corpus == corpus);
        let pair = |e: &Example| (e.label.clone(), claim_eval::label(corpus, &judged(e)));
        claim_eval::print(corpus, &of().map(pair).collect::<Vec<_>>());
        for e in of().filter(|e| errors && pair(e).0 != pair(e).1) {
            println!("  {} {:?}: {}", e.label, judged(e), e.text);
        }
        let positive = of().filter_map(|e| Some((claim_eval::score(&judged(e)), e.check?.0)));
        let positive: Vec<_> = positive.collect();
        let best = claim_eval::best(positive.clone());
        println!(
            "   AP {:.1}/{:.1}@{:.2}",
            claim_eval::average_precision(positive),
            best.0,
            best.1
        );
    }
}

/// As `detect/statement.rs` judges.
fn judged(plain: Statement, leaning: f32) -> Statement {
    match plain {
        Statement::Fact if leaning > knob("cut", 0.0) => Statement::Opinion,
        Statement::Prediction if leaning > knob("firm", 2.0) => Statement::Opinion,
        plain => plain,
    }
}

type Wanted = fn(&Example) -> Option<(bool, f32)>;

fn train(index: &Index, examples: &[Example], l1: f32, wanted: Wanted) -> Logistic {
    let strength = |name: &String| if name.starts_with('+') { 0.0 } else { l1 };
    let mut model = Logistic::new(index.names.iter().map(strength).collect(), RATE);
    for epoch in 0..knob("ep", EPOCHS as f32) as usize {
        for example in order(examples.len(), epoch).into_iter().map(|at| &examples[at]) {
            let Some((label, weight)) = wanted(example) else { continue };
            let logit = |claim: &&(Features, Statement)| model.logit(&claim.0);
            let best = example.claims.iter().max_by(|a, b| logit(a).total_cmp(&logit(b)));
            if let Some((features, _)) = best {
                model.learn(features, label, weight);
            }
        }
    }
    model
}

#[derive(Default)]
struct Index {
    names: Vec<String>,
    numbers: HashMap<String, u32>,
}

const STATEMENTS: [&str; 4] = ["+prediction", "+opinion", "+question", "+no-statement"];

impl Index {
    fn fill<'n>(&mut self, names: impl Iterator<Item = &'n String>) {
        let mut counts: HashMap<&String, usize> = HashMap::new();
        names.for_each(|name| *counts.entry(name).or_default() += 1);
        let common = counts.iter().filter(|(_, count)| **count >= RARE);
        self.names = common.map(|(name, _)| (*name).clone()).collect();
        self.names.extend(STATEMENTS.map(str::to_owned));
        self.names.sort();
        self.numbers = (0..).zip(&self.names).map(|(n, name)| (name.clone(), n)).collect();
    }

    fn example(&self, label: &Labelled, lessons: &[saidso::train::Lesson]) -> Example {
        let value = |(name, halves): (&String, &i32)| {
            self.numbers.get(name).map(|&n| (n, *halves as f32 / 2.0))
        };
        let claim = |lesson: &saidso::train::Lesson| {
            (lesson.features.iter().filter_map(value).collect(), lesson.plain)
        };
        let merged: Vec<saidso::train::Lesson>;
        let lessons = if knob("merge", 0.0) > 0.0 && lessons.len() > 1 {
            let mut m = lessons[0].clone();
            for l in &lessons[1..] {
                if m.plain == Statement::Other {
                    m.plain = l.plain;
                }
                for (k, v) in &l.features {
                    let e = m.features.entry(k.clone()).or_default();
                    *e = if k.starts_with('+') { (*e).max(*v) } else { *e + v };
                }
            }
            merged = vec![m];
            &merged[..]
        } else {
            lessons
        };
        Example {
            corpus: label.corpus,
            label: label.label.clone(),
            text: label.text.clone(),
            claims: lessons.iter().map(claim).collect(),
            opinion: label.opinion,
            check: label.check,
        }
    }

    fn statement(&self, statement: Statement) -> Option<(u32, f32)> {
        let name = match statement {
            Statement::Fact => return None,
            Statement::Prediction => STATEMENTS[0],
            Statement::Opinion => STATEMENTS[1],
            Statement::Question => STATEMENTS[2],
            Statement::Other => STATEMENTS[3],
        };
        self.numbers.get(name).map(|&n| (n, 1.0))
    }

    /// The weights that are not zero, in steps.
    fn file(&self, opinion: &Logistic, check: &Logistic) -> String {
        let mut file = String::from(HEADER);
        for (n, name) in self.names.iter().enumerate() {
            let steps = |model: &Logistic| (model.weights[n] * STEPS).round() as i32;
            let half = if name == "+base" { 128 } else { 0 };
            let (opinion, check) = (steps(opinion), steps(check) + half);
            let small = knob("small", 3.0) as i32;
            let (opinion, check) = (
                if opinion.abs() < small { 0 } else { opinion },
                if check.abs() < small { 0 } else { check },
            );
            if (opinion, check) != (0, 0) {
                let _ = writeln!(file, "{name} | {opinion} | {check}");
            }
        }
        file
    }
}

const HEADER: &str =
    "# Written by `cargo run --release -p train -- claim`; do not edit. See claim.md.
# Columns: signal or words | to an opinion | to check-worthiness, in steps of 1/256.
";

pub fn knob(name: &str, default: f32) -> f32 {
    std::env::args()
        .find_map(|a| a.strip_prefix(&format!("{name}=")).and_then(|v| v.parse().ok()))
        .unwrap_or(default)
}
