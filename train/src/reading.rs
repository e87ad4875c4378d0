//! Owns the last two training stages of the net: news scored by a teacher, mixed with PolNeAR's labels, and
//! then articles labelled by a reader.
//!
//! Nets that each leave out one fold of those articles are used to calibrate confidence, and to evaluate the
//! net on articles that it has not seen.

use std::{collections::HashSet, error::Error, fs, path::Path};

use saidso::{
    Attribution, Document, Offsets, Span, Unit,
    training::{self as core, CONFIDENCE_FEATURES, Labels},
};
use serde_json::{Value, json};

use crate::{
    attribution::{CORPORA, DROP, OUT, Teacher, Text, text},
    calibrate,
    gold::{self, Gold},
    kept,
    optimizer::{self, Beside, Course, Example},
    plan::Weights,
    read, teacher,
};

/// Into how many folds the articles are divided.
pub const FOLDS: usize = 5;

/// The share of PolNeAR's articles mixed into the news: more is no better on the folds, and takes longer.
const SHARE: f32 = 0.4;

const NEWS: Course =
    Course { epochs: 6, seed: 1, drop: DROP, teacher: 0.0, syntax: 0.0, rate: 0.002 };
const READ: Course = Course { rate: 0.0007, ..NEWS };

/// The file of the net after both stages, which ships.
const KEPT: &str = "src/model/attribution.bin";

/// The files of what the fold nets find and of the gold, in the scorer's format.
const FOUND: [&str; 2] = ["target/train/folds.jsonl", "target/train/gold.jsonl"];

/// The file of the net that leaves out a fold, with its confidence weights.
pub fn fold_path(fold: usize) -> String {
    format!("target/train/fold{fold}.bin")
}

/// Continues from the net trained on PolNeAR.
pub fn run(_args: Vec<String>) -> Result<(), Box<dyn Error>> {
    let file = fs::read(OUT).map_err(|error| format!("{OUT}: {error}"))?;
    let (before, _) = Weights::read(&file).ok_or("malformed net")?;
    fs::create_dir_all("target/train")?;
    finish(before)
}

/// Runs both stages and writes the weights.
fn finish(before: Weights) -> Result<(), Box<dyn Error>> {
    let gold = read::read()?;
    let texts: Vec<Text> = gold.iter().map(labelled).collect();
    eprintln!("training on teacher-scored news");
    let start = news(before, &gold)?;
    let learn = |left_out: Option<usize>| {
        let kept = texts.iter().zip(&gold).filter(|(_, gold)| Some(fold(gold)) != left_out);
        let blocks: Vec<&Example> =
            kept.flat_map(|(text, _)| text.blocks.iter().map(|b| &b.1)).collect();
        eprintln!("training on labelled articles, without fold {left_out:?}");
        optimizer::learn(
            start.all.clone(),
            &blocks,
            Beside { teachers: &[], syntax_examples: &[] },
            READ,
        )
    };
    let nets: Vec<Weights> = (0..FOLDS).map(|fold| learn(Some(fold))).collect();
    let files: Vec<Vec<u8>> = nets.iter().map(Weights::file).collect();
    let nets: Vec<Teacher> = nets.into_iter().map(|net| Teacher::new(vec![net])).collect();
    let labels: Vec<Labels> =
        texts.iter().zip(&gold).map(|(text, gold)| nets[fold(gold)].labels(text)).collect();
    let fitted = |left_out: Option<usize>| {
        let kept = (0..gold.len()).filter(|&n| Some(fold(&gold[n])) != left_out);
        let examples: Vec<_> = kept
            .flat_map(|n| {
                calibrate::examples(&texts[n].document, &gold[n], &labels[n], &texts[n].ruled)
            })
            .collect();
        calibrate::fit(&examples)
    };
    let weights: Vec<[f32; CONFIDENCE_FEATURES]> =
        (0..FOLDS).map(|fold| fitted(Some(fold))).collect();
    for (n, (mut file, weights)) in files.into_iter().zip(&weights).enumerate() {
        file.extend(weights.iter().flat_map(|weight| weight.to_le_bytes()));
        fs::write(fold_path(n), file)?;
    }
    let found = (0..gold.len())
        .map(|n| found(&texts[n].document, &gold[n], &labels[n], &weights[fold(&gold[n])]));
    let lines = |lines: Vec<Value>| -> String {
        lines.into_iter().map(|line| format!("{line}\n")).collect()
    };
    fs::write(FOUND[0], lines(found.collect()))?;
    fs::write(FOUND[1], lines(gold.iter().map(wanted).collect()))?;
    let mut file = learn(None).file();
    file.extend(fitted(None).iter().flat_map(|weight| weight.to_le_bytes()));
    fs::write(KEPT, file)?;
    eprintln!("written to {KEPT}");
    Ok(())
}

/// The fold that an article belongs to.
pub fn fold(gold: &Gold) -> usize {
    core::word(gold.id.as_bytes()) as usize / 7 % FOLDS
}

fn labelled(gold: &Gold) -> Text {
    let document = Document::new(gold.text.clone().leak(), &[]);
    let labels = gold::labels(&document, gold);
    text(document, &labels, core::class, 0)
}

/// The net after the first of the two stages, in which the project’s own labels are too: learnt last, they cost
/// recall. News whose labels the teacher has seen is left out.
fn news(before: Weights, articles: &[Gold]) -> Result<Weights, Box<dyn Error>> {
    let own = read::own()?;
    let skip: HashSet<String> = articles.iter().chain(&own).map(|gold| gold.id.clone()).collect();
    let polnear = gold::read(&Path::new(CORPORA).join("attribution/polnear_train.jsonl"))?;
    let share = |gold: &Gold| core::word(gold.id.as_bytes()) as f32 / u32::MAX as f32;
    let kept = polnear.iter().filter(|gold| share(gold) <= SHARE).chain(&own);
    let mut examples: Vec<Example> =
        kept.flat_map(|gold| labelled(gold).blocks).map(|block| block.1).collect();
    let mut chains = Vec::new();
    for name in teacher::NEWS {
        let (chain, scores) = kept::scores(name)?;
        examples.extend(teacher::taught(teacher::news(name)?, &scores, chains.len(), &skip));
        chains.push(chain);
    }
    let examples: Vec<&Example> = examples.iter().collect();
    Ok(optimizer::learn(
        before.all,
        &examples,
        Beside { teachers: &chains, syntax_examples: &[] },
        NEWS,
    ))
}

/// The attributions found in an article.
fn found(
    document: &Document,
    gold: &Gold,
    labels: &Labels,
    weights: &[f32; CONFIDENCE_FEATURES],
) -> Value {
    let mut found = core::from_labels(document, &core::ruled(document), labels, weights);
    core::resolve(document, &mut found);
    let outermost = found.iter().filter(|own| own.parent.is_none());
    let parts = |own: &Attribution| line(gold, &own.sources, &[own.cue.span], &own.contents);
    json!({ "id": gold.id, "attributions": outermost.map(parts).collect::<Vec<_>>() })
}

/// The gold attributions of an article.
fn wanted(gold: &Gold) -> Value {
    let parts = gold.attributions.iter().map(|own| line(gold, &own.source, &own.cue, &own.content));
    let genre = gold.id.split('-').next();
    let parts: Vec<Value> = parts.collect();
    json!({ "id": gold.id, "genre": genre, "text": gold.text, "attributions": parts })
}

fn line(gold: &Gold, source: &[Span], cue: &[Span], content: &[Span]) -> Value {
    let offsets = Offsets::new(&gold.text, Unit::CodePoint);
    let spans = |spans: &[Span]| json!(spans.iter().map(|s| offsets.span(*s)).collect::<Vec<_>>());
    json!({ "source": spans(source), "cue": spans(cue), "content": spans(content) })
}
