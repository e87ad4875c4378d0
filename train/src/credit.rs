//! Owns the training of what tells that a report goes on: `cargo run --release -p train -- credit`.
//!
//! With `folds`, cross-validates instead: each article is judged by weights that have not seen it.

use std::{
    collections::{BTreeMap, HashMap},
    error::Error,
    fmt::Write,
    fs,
};

use saidso::training as core;

use crate::{
    claim::fold,
    ftrl::order,
    logistic::{Features, Logistic},
    texts::Texts,
};

const OUT: &str = "src/model/credit.txt";
const LABELS: &str = "train/labels/credit.tsv";
const FOLDS: u64 = 6;
const EPOCHS: usize = 8;
const RATE: f32 = 0.1;
/// The L1 penalty of every feature.
const L1: f32 = 0.5;
/// Steps in one unit of a logit.
const STEPS: f32 = 32.0;

/// A labelled clause.
struct Clause {
    fold: u64,
    features: Features,
    goes_on: bool,
}

/// Trains and writes the weights, or cross-validates.
pub fn run(args: Vec<String>) -> Found<()> {
    let (names, clauses) = read()?;
    if !args.iter().any(|arg| arg == "folds") {
        let model = learn(names.len(), clauses.iter());
        fs::write(OUT, file(&names, &model))?;
        return Ok(());
    }
    let (mut right, mut wrong, mut missed) = (0, 0, 0);
    for fold in 0..FOLDS {
        let (held, learnt): (Vec<&Clause>, Vec<_>) = clauses.iter().partition(|c| c.fold == fold);
        let model = learn(names.len(), learnt.into_iter());
        for clause in held {
            match (model.logit(&clause.features) > 0.0, clause.goes_on) {
                (true, true) => right += 1,
                (true, false) => wrong += 1,
                (false, true) => missed += 1,
                (false, false) => {}
            }
        }
    }
    println!("go on: {right} found, {wrong} wrongly found, {missed} missed of {}", clauses.len());
    Ok(())
}

type Found<T> = Result<T, Box<dyn Error>>;

/// The labelled clauses, and the names of their features.
fn read() -> Found<(Vec<core::Name>, Vec<Clause>)> {
    let corpora = [Texts::read("news")?, Texts::read("research")?];
    let file = fs::read_to_string(LABELS)?;
    let mut labels: BTreeMap<&str, HashMap<usize, bool>> = BTreeMap::new();
    for row in file.lines().filter(|row| !row.starts_with('#')) {
        let (place, label) = row.split_once('\t').ok_or("no label")?;
        let (article, span) = place.rsplit_once(':').ok_or("no place")?;
        let (start, _) = span.split_once('-').ok_or("no place")?;
        labels.entry(article).or_default().insert(start.parse()?, label == "goes-on");
    }
    let (mut numbers, mut clauses) = (HashMap::new(), Vec::new());
    for (article, labels) in labels {
        let text = corpora.iter().find_map(|texts| texts.article(article));
        let text = text.ok_or(format!("no article {article}"))?;
        let label = |span: saidso::Span| {
            let start = text[..span.start].chars().count();
            labels.get(&start).copied()
        };
        for (span, found) in core::following(text, |span| label(span).unwrap_or_default()) {
            let Some(goes_on) = label(span) else { continue };
            let mut number = |name: core::Name| {
                let next = numbers.len() as u32;
                *numbers.entry(name).or_insert(next)
            };
            let features = found.into_iter().map(|name| (number(name), 1.0)).collect();
            clauses.push(Clause { fold: fold(article, FOLDS), features, goes_on });
        }
    }
    let mut names: Vec<core::Name> = numbers.keys().cloned().collect();
    names.sort_unstable_by_key(|name| numbers.get(name));
    Ok((names, clauses))
}

fn learn<'c>(features: usize, clauses: impl Iterator<Item = &'c Clause>) -> Logistic {
    let clauses: Vec<&Clause> = clauses.collect();
    let mut model = Logistic::new(vec![L1; features], RATE);
    for epoch in 0..EPOCHS {
        for clause in order(clauses.len(), epoch).into_iter().map(|at| clauses[at]) {
            model.learn(&clause.features, f32::from(u8::from(clause.goes_on)), 1.0);
        }
    }
    model
}

fn file(names: &[core::Name], model: &Logistic) -> String {
    let mut file = String::from(
        "# What tells that a clause goes on with what somebody was credited with before it: feature | steps of 1/32 logit.\n\
         # Written by `cargo run --release -p train -- credit`; see credit.md.\n",
    );
    let steps = |at: usize| (model.weights[at] * STEPS).round() as i32;
    let mut rows: Vec<(&str, i32)> =
        (0..).zip(names).map(|(at, name)| (&**name, steps(at))).collect();
    rows.retain(|(_, steps)| *steps != 0);
    rows.sort_unstable();
    for (name, steps) in rows {
        let _ = writeln!(file, "{name} | {steps}");
    }
    file
}
