//! Owns the training of the attribution model: `cargo run --release -p train -- attribution`.
//!
//! Nets that leave out one fold each label that fold. What they find there, right or wrong, is what
//! confidence is learnt from; and the net that is kept learns from their scores beside the gold
//! labels, so that it does not learn the annotators' slips by heart.

use std::{error::Error, fs, path::Path};

use saidso::{
    Document,
    train::{self as core, FINE, Labels, Relation, SIGNS, Ways},
};

use crate::{
    calibrate,
    descent::{self, Course, Example},
    gold::{self, Gold},
    lattice::{self, Chain},
    neighbours,
    net::{Dropout, Pass},
    plan::Weights,
    words::Words,
};

const CORPORA: &str = "../shared/corpora";
const OUT: &str = "src/model/attribution.bin";
const WORDS: &str = "src/model/words.bin";
const FOLDS: usize = 4;
const DROP: Dropout = Dropout { words: 0.15, input: 0.2, inner: 0.15 };
const TEACHER: Course = Course { epochs: 10, seed: 1, drop: DROP, teacher: 0.0 };
const STUDENT: Course = Course { epochs: 14, seed: 7, drop: DROP, teacher: 0.5 };

/// A document with what the rules find in it and its blocks.
struct Text {
    document: Document<'static>,
    ruled: Vec<Relation>,
    fold: usize,
    /// The first token of each block, and the block.
    blocks: Vec<(usize, Example)>,
}

/// Trains the net and the confidence, and writes the weights.
pub fn run(_args: Vec<String>) -> Result<(), Box<dyn Error>> {
    let read = |name: &str| gold::read(&Path::new(CORPORA).join("attribution").join(name));
    let mut gold = read("polnear_train.jsonl")?;
    let counted = gold.len();
    gold.extend(read("polnear_train_multi.jsonl")?);
    let documents: Vec<Document> =
        gold.iter().map(|d| Document::new(d.text.clone().leak(), &[])).collect();
    let labels: Vec<Vec<u8>> =
        documents.iter().zip(&gold).map(|(document, gold)| gold::labels(document, gold)).collect();
    let words = Words::count(&documents[..counted], &labels[..counted]);
    let vectors = neighbours::vectors(&documents[..counted], Path::new(CORPORA))?;
    let first = |n: usize| gold.iter().position(|other| other.id == gold[n].id).unwrap_or(n);
    let mut texts: Vec<Text> = Vec::new();
    for (n, document) in documents.into_iter().enumerate() {
        texts.push(text(
            document,
            &labels[n],
            |word| words.class_without(word, first(n)),
            fold(&gold[n].id),
        ));
    }
    let nets: Vec<Weights> = (0..FOLDS)
        .map(|fold| {
            let others = texts.iter().filter(|text| text.fold != fold);
            let others: Vec<&Example> =
                others.flat_map(|t| t.blocks.iter().map(|b| &b.1)).collect();
            eprintln!("without fold {fold}");
            descent::learn(&others, &vectors, &[], TEACHER)
        })
        .collect();
    let confidence = confidence(&texts[..counted], &gold, &nets);
    let chains: Vec<Chain> =
        nets.iter().map(|net| Chain::new(net.plan.chain.of(&net.all))).collect();
    teach(&mut texts, &nets);
    eprintln!("the net that is kept");
    let all: Vec<&Example> = texts.iter().flat_map(|t| t.blocks.iter().map(|b| &b.1)).collect();
    let net = descent::learn(&all, &vectors, &chains, STUDENT);
    let mut file = net.file();
    file.extend(confidence.iter().flat_map(|weight| weight.to_le_bytes()));
    fs::write(WORDS, words.file())?;
    fs::write(OUT, file)?;
    Ok(())
}

fn fold(id: &str) -> usize {
    core::word(id.as_bytes()) as usize / 7 % FOLDS
}

fn text(
    document: Document<'static>,
    labels: &[u8],
    class: impl Fn(u32) -> u16,
    fold: usize,
) -> Text {
    let ruled = core::ruled(&document);
    let mut blocks = Vec::new();
    let mut ways = Ways::default();
    core::frames(&document, &ruled, class, |frame| {
        let (mut inputs, mut joints) = (Vec::new(), Vec::new());
        core::inputs(frame, &mut ways, &mut inputs, &mut joints);
        let gold = labels[frame.first..frame.first + inputs.len()].to_vec();
        if !gold.is_empty() {
            blocks.push((frame.first, Example { inputs, gold, joints, taught: None }));
        }
    });
    let ruled = core::outside(&document, &ruled);
    Text { document, ruled, fold, blocks }
}

/// Learns how sure the model may be from what each net finds in the fold that it has not seen.
fn confidence(texts: &[Text], gold: &[Gold], nets: &[Weights]) -> [f32; SIGNS] {
    let mut pass = Pass::default();
    let mut examples = Vec::new();
    for (text, gold) in texts.iter().zip(gold) {
        let net = &nets[text.fold];
        let chain = Chain::new(net.plan.chain.of(&net.all));
        let count = text.document.tokens().len();
        let mut labels = Labels { labels: vec![0; count], scores: vec![Default::default(); count] };
        for (first, example) in &text.blocks {
            pass.forward(net, &example.inputs, None);
            let path = lattice::best(&pass.scores, &example.joints, &chain.weights);
            labels.labels[*first..*first + path.len()].copy_from_slice(&path);
            for (slots, scores) in labels.scores[*first..].iter_mut().zip(&pass.scores) {
                let scaled = scores.map(|score| (score * (1 << FINE) as f32) as i32);
                slots[..scaled.len()].copy_from_slice(&scaled);
            }
        }
        examples.extend(calibrate::examples(&text.document, gold, &labels, &text.ruled));
    }
    calibrate::fit(&examples)
}

/// Notes the scores that the net which has not seen a text gives it.
fn teach(texts: &mut [Text], nets: &[Weights]) {
    let mut pass = Pass::default();
    for text in texts {
        for (_, example) in &mut text.blocks {
            pass.forward(&nets[text.fold], &example.inputs, None);
            example.taught = Some((pass.scores.clone(), text.fold));
        }
    }
}
