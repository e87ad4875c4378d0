//! Owns the ablation of rules: the links of the labelled articles with one rule at a time switched off, each
//! article read by a net that has not seen it.

use std::{collections::HashMap, error::Error, fs};

use saidso::{
    Document, explain,
    training::{self as core, CONFIDENCE_FEATURES},
};

use crate::{
    attribution::{Teacher, text},
    count::Count,
    gold::Gold,
    plan::Weights,
    read,
    reading::{FOLDS, fold, fold_path},
};

/// The tables whose rules stand between the tokens and the attributions.
const TABLES: &str = "RNLEFCMA";

/// A net that has not seen one fold, and its confidence weights.
struct Fold {
    net: Teacher,
    confidence: [f32; CONFIDENCE_FEATURES],
}

/// Prints, for each rule, in how many articles it applies and how much link F1 it adds.
pub fn run(_args: Vec<String>) -> Result<(), Box<dyn Error>> {
    let folds: Vec<Fold> = (0..FOLDS).map(read_fold).collect::<Result<_, _>>()?;
    let articles: Vec<Gold> = read::read()?;
    let mut applied: HashMap<&str, Vec<usize>> = HashMap::new();
    let mut counts = Vec::new();
    for (at, article) in articles.iter().enumerate() {
        let (count, steps) = explain::listen(|| count(article, &folds[fold(article)]));
        counts.push(count);
        for step in steps {
            let own = applied.entry(step.rule.number).or_default();
            if own.last() != Some(&at) {
                own.push(at);
            }
        }
    }
    let whole = counts.iter().sum::<Count>().f1();
    println!("link F1 {whole:.2}");
    for rule in explain::rules().iter().filter(|rule| rule.number.starts_with(in_tables)) {
        let own = applied.get(rule.number).map_or(&[][..], Vec::as_slice);
        let mut without = counts.clone();
        let mut changed = 0;
        for &at in own {
            let article = &articles[at];
            let new = explain::without(rule.number, || count(article, &folds[fold(article)]));
            changed += usize::from(new.right != counts[at].right || new.found != counts[at].found);
            without[at] = new;
        }
        let gain = whole - without.iter().sum::<Count>().f1();
        println!("{}\t{gain:+.3}\t{changed} of {}\t{}", rule.number, own.len(), rule.name);
    }
    Ok(())
}

fn in_tables(letter: char) -> bool {
    TABLES.contains(letter)
}

fn read_fold(number: usize) -> Result<Fold, Box<dyn Error>> {
    let path = fold_path(number);
    let file = fs::read(&path).map_err(|error| format!("{path}: {error}"))?;
    let (net, rest) = Weights::read(&file).ok_or("malformed net")?;
    let mut confidence = [0.0; CONFIDENCE_FEATURES];
    for (weight, bytes) in confidence.iter_mut().zip(rest.as_chunks().0) {
        *weight = f32::from_le_bytes(*bytes);
    }
    Ok(Fold { net: Teacher::new(vec![net]), confidence })
}

fn count(article: &Gold, fold: &Fold) -> Count {
    let document = Document::new(article.text.clone().leak(), &[]);
    let none = vec![0; document.tokens().len()];
    let text = text(document, &none, core::class, 0);
    let labels = fold.net.labels(&text);
    let document = &text.document;
    let mut found = core::from_labels(document, &core::ruled(document), &labels, &fold.confidence);
    core::resolve(document, &mut found);
    Count::new(document, article, &found)
}
