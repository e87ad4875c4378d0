//! Owns the training of the attribution model: `cargo run --release -p train -- attribution`.
//!
//! The first stage finds cues; the second finds all parts, looking at cues that a first stage found
//! which has not seen the document. Both are pruned, trained once more and rounded.

use std::{error::Error, fs, path::Path, thread};

use saidso::{
    Document,
    train::{self as core, CUE_LABELS, LABELS, Labels, SIGNS},
};

use crate::{
    blocks::{self, Block},
    calibrate,
    crf::{self, Sequence, Transitions},
    gold::{self, Gold},
    rounds::{self, Rounds},
    rows::Table,
    words::Words,
};

const CORPORA: &str = "../shared/corpora/attribution";
const OUT: &str = "src/model/attribution.bin";
const WORDS: &str = "src/model/words.bin";
const BITS: u32 = 18;
const FOLDS: usize = 4;
const CUES: Rounds = Rounds { bits: BITS, epochs: 4, prune: 0.06 };
const PARTS: Rounds = Rounds { bits: BITS, epochs: 6, prune: 0.05 };
/// The parts learnt for calibration, which leave one fold out.
const CHECK: Rounds = Rounds { bits: BITS, epochs: 2, prune: 0.05 };

type Cues = (Table, Transitions<CUE_LABELS>);
type Parts = (Table, Transitions<LABELS>);

/// What the first stage found in a block: how strong a cue each token is, and the scores.
type Found = Vec<(u32, [f32; CUE_LABELS])>;

/// Trains both stages and the confidence, and writes the weights.
pub fn run(_args: Vec<String>) -> Result<(), Box<dyn Error>> {
    let read = |name: &str| gold::read(&Path::new(CORPORA).join(name));
    let mut gold = read("polnear_train.jsonl")?;
    let counted = gold.len();
    gold.extend(read("polnear_train_multi.jsonl")?);
    let documents: Vec<Document> = gold.iter().map(|d| Document::new(&d.text, &[])).collect();
    let labels: Vec<Vec<u8>> =
        documents.iter().zip(&gold).map(|(document, gold)| gold::labels(document, gold)).collect();
    let words = Words::count(&documents[..counted], &labels[..counted]);
    let mut blocks = Vec::new();
    for (n, document) in documents.iter().enumerate() {
        let first = gold.iter().position(|other| other.id == gold[n].id).unwrap_or(n);
        blocks.extend(blocks::blocks(document, &labels[n], &words, first, fold(&gold[n].id)));
    }
    let first: Vec<Sequence> = blocks.iter().map(|block| block.first_stage(BITS)).collect();
    let found = guess(&first);
    let all: Vec<&Sequence> = first.iter().collect();
    let cues: Cues = rounds::again(&all, rounds::learn(&all, CUES), CUES);
    drop(first);
    eprintln!("cues learnt");
    let second: Vec<Sequence> = blocks
        .iter()
        .zip(&found)
        .map(|(block, found)| {
            let strengths: Vec<u32> = found.iter().map(|found| found.0).collect();
            block.second_stage(&strengths, BITS)
        })
        .collect();
    let confidence = confidence(&documents[..counted], &gold, &blocks, &found, &second);
    let all: Vec<&Sequence> = second.iter().collect();
    let parts: Parts = rounds::again(&all, rounds::learn(&all, PARTS), PARTS);
    fs::write(WORDS, words.file())?;
    fs::write(OUT, file(&cues, &parts, &confidence))?;
    Ok(())
}

fn fold(id: &str) -> usize {
    core::word(id.as_bytes()) as usize / 7 % FOLDS
}

/// Finds the cues of each block with a first stage that has not seen its document.
fn guess(first: &[Sequence]) -> Vec<Found> {
    let learn = |fold: usize| -> Cues {
        let others: Vec<&Sequence> = first.iter().filter(|s| s.fold != fold).collect();
        rounds::learn(&others, CUES)
    };
    let learn = &learn;
    let models: Vec<Cues> = thread::scope(|scope| {
        let halves = [0, FOLDS / 2].map(|start| {
            scope.spawn(move || (start..start + FOLDS / 2).map(learn).collect::<Vec<_>>())
        });
        halves.into_iter().flat_map(|half| half.join().unwrap_or_default()).collect()
    });
    first.iter().map(|sequence| cues_of(sequence, &models[sequence.fold])).collect()
}

fn cues_of(sequence: &Sequence, (table, chain): &Cues) -> Found {
    let path = crf::best(sequence, table, chain);
    let found = |(at, &label): (usize, &u8)| {
        let scores = crf::scores::<CUE_LABELS>(table, sequence.token(at));
        (core::staged(label, scores[1].max(scores[2]) - scores[0]), scores)
    };
    path.iter().enumerate().map(found).collect()
}

/// Learns how sure the model may be from one fold that it has not seen.
fn confidence(
    documents: &[Document],
    gold: &[Gold],
    blocks: &[Block],
    found: &[Found],
    second: &[Sequence],
) -> [f32; SIGNS] {
    let others: Vec<&Sequence> = second.iter().filter(|s| s.fold != 0).collect();
    let (table, chain): Parts = rounds::again(&others, rounds::learn(&others, CHECK), CHECK);
    let mut examples = Vec::new();
    for (n, document) in documents.iter().enumerate().filter(|&(n, _)| fold(&gold[n].id) == 0) {
        let count = document.tokens().len();
        let mut labels = Labels { labels: vec![0; count], scores: vec![Default::default(); count] };
        for (at, block) in blocks.iter().enumerate().filter(|(_, block)| block.document == n) {
            let path = crf::best(&second[at], &table, &chain);
            for (token, label) in path.into_iter().enumerate() {
                let scores = crf::scores::<LABELS>(&table, second[at].token(token));
                let scores = found[at][token].1.into_iter().chain(scores);
                let slots = labels.scores[block.frame.first + token].iter_mut();
                slots.zip(scores).for_each(|(slot, s)| *slot = (s * core::SCALE as f32) as i32);
                labels.labels[block.frame.first + token] = label;
            }
        }
        examples.extend(calibrate::examples(document, &gold[n], &labels));
    }
    calibrate::fit(&examples)
}

/// The file that `src/model/attribution.rs` reads; a row has the labels of the first stage first.
fn file(cues: &Cues, parts: &Parts, confidence: &[f32; SIGNS]) -> Vec<u8> {
    let mut table = Table::new(BITS, CUE_LABELS + LABELS);
    for (row, slots) in (0..).zip(table.weights.chunks_mut(CUE_LABELS + LABELS)) {
        slots[..CUE_LABELS].copy_from_slice(&cues.0.row(row)[..CUE_LABELS]);
        slots[CUE_LABELS..].copy_from_slice(&parts.0.row(row)[..LABELS]);
    }
    let mut file = table.file(core::SCALE as f32);
    for weight in cues.1.weights.as_flattened().iter().chain(parts.1.weights.as_flattened()) {
        file.extend(((weight * core::SCALE as f32).round() as i16).to_le_bytes());
    }
    file.extend(confidence.iter().flat_map(|weight| weight.to_le_bytes()));
    file
}
