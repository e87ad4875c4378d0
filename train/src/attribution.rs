//! Owns the training of the attribution model: `cargo run --release -p train -- attribution`.
//!
//! Teacher nets each leave out one fold and label it. Confidence is calibrated on what they find there, right
//! or wrong. The final net learns from their scores as well as from the gold labels, so that it does not
//! memorise the annotators' mistakes. Only the final net is trained on texts of other genres, with the mean
//! scores of all teachers.

use std::{error::Error, fs, path::Path};

use saidso::{
    Document,
    training::{
        self as core, BITS, CONFIDENCE_FEATURES, CuePaths, Input, LABELS, Labels, Relation,
    },
};

use crate::{
    calibrate,
    crf::{self, Chain},
    gold::{self, Gold},
    net::{Dropout, Pass},
    optimizer::{self, Beside, Course, Example},
    plan::Weights,
    skip_gram,
    syntax::{self, SyntaxExample},
    words::Words,
};

/// The folder of the corpora.
pub const CORPORA: &str = "../shared/corpora";
/// The file of the net, from which the stages in `reading.rs` continue.
pub const OUT: &str = "target/train/attribution.bin";
const WORDS: &str = "src/model/words.bin";
const FOLDS: usize = 4;
/// Each teacher is the mean of a net from each of these seeds.
const SEEDS: [u64; 2] = [1, 2];
/// The dropout rates.
pub const DROP: Dropout = Dropout { words: 0.15, input: 0.2, inner: 0.15 };
/// The weight of the syntax loss against that of the labels.
const SYNTAX: f32 = 0.05;
const TEACHER: Course =
    Course { epochs: 10, seed: 1, drop: DROP, teacher: 0.0, syntax: SYNTAX, rate: 0.002 };
const STUDENT: Course =
    Course { epochs: 14, seed: 5, drop: DROP, teacher: 0.5, syntax: SYNTAX, rate: 0.002 };

/// A document with what the rules find in it and its blocks.
pub struct Text {
    /// The document.
    pub document: Document<'static>,
    /// What the rules find outside of quotations.
    pub ruled: Vec<Relation>,
    fold: usize,
    /// The first token of each block, and the block.
    pub blocks: Vec<(usize, Example)>,
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
    let vectors = skip_gram::vectors(&documents[..counted], Path::new(CORPORA))?;
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
    let syntax_examples = syntax_examples(&words)?;
    let beside = Beside { teachers: &[], syntax_examples: &syntax_examples };
    let teachers: Vec<Teacher> = (0..FOLDS)
        .map(|fold| {
            let others = texts.iter().filter(|text| text.fold != fold);
            let others: Vec<&Example> =
                others.flat_map(|t| t.blocks.iter().map(|b| &b.1)).collect();
            let learn = |seed| {
                eprintln!("teacher without fold {fold}, seed {seed}");
                let start = optimizer::fresh(&vectors, seed);
                optimizer::learn(start, &others, beside, Course { seed, ..TEACHER })
            };
            Teacher::new(SEEDS.map(learn).into())
        })
        .collect();
    let confidence = confidence(&texts[..counted], &gold, &teachers);
    teach(&mut texts, &teachers);
    let untold = syntax_examples.iter().map(|example| {
        let (inputs, transitions) = (example.inputs.clone(), example.transitions.clone());
        Example { inputs, gold: Vec::new(), transitions, taught: None }
    });
    let others = others(&words)?;
    let beyond: Vec<Example> =
        untold.chain(others).map(|example| taught_by_all(example, &teachers)).collect();
    let mut chains: Vec<Chain> = teachers.into_iter().map(|teacher| teacher.chain).collect();
    chains.push(Chain::mean(&chains));
    eprintln!("training the final net");
    let told = texts.iter().flat_map(|t| t.blocks.iter().map(|b| &b.1));
    let all: Vec<&Example> = told.chain(&beyond).collect();
    let start = optimizer::fresh(&vectors, STUDENT.seed);
    let net = optimizer::learn(start, &all, Beside { teachers: &chains, ..beside }, STUDENT);
    let mut file = net.file();
    file.extend(confidence.iter().flat_map(|weight| weight.to_le_bytes()));
    fs::create_dir_all("target/train")?;
    fs::write(WORDS, words.file())?;
    fs::write(OUT, file)?;
    Ok(())
}

/// The treebanks, without GUM's news, on which the model is evaluated.
fn syntax_examples(words: &Words) -> Result<Vec<SyntaxExample>, Box<dyn Error>> {
    let mut syntax_examples = Vec::new();
    for name in ["ud/en_ewt-train.conllu", "ud/en_gum-train.conllu"] {
        let class = |word| words.class_without(word, usize::MAX);
        let path = Path::new(CORPORA).join(name);
        syntax_examples.extend(syntax::read(&path, class, |id| id.contains("_news_"))?);
    }
    Ok(syntax_examples)
}

/// The blocks of GUM's genres other than news: fiction, interviews, speeches and so on.
fn others(words: &Words) -> Result<Vec<Example>, Box<dyn Error>> {
    let mut examples = Vec::new();
    for gold in gold::read(&Path::new(CORPORA).join("attribution/gum_other.jsonl"))? {
        let document = Document::new(gold.text.clone().leak(), &[]);
        let labels = gold::labels(&document, &gold);
        let class = |word| words.class_without(word, usize::MAX);
        let text = text(document, &labels, class, fold(&gold.id));
        examples.extend(text.blocks.into_iter().map(|(_, example)| example));
    }
    Ok(examples)
}

fn fold(id: &str) -> usize {
    core::word(id.as_bytes()) as usize / 7 % FOLDS
}

/// Reads a document as serving does; `class` gives the classes of a word.
pub fn text(
    document: Document<'static>,
    labels: &[u8],
    class: impl Fn(u32) -> u16,
    fold: usize,
) -> Text {
    let ruled = core::ruled(&document);
    let mut blocks = Vec::new();
    let mut cue_paths = CuePaths::default();
    core::each_block(&document, &ruled, class, |features| {
        let (mut inputs, mut transitions) = (Vec::new(), Vec::new());
        core::inputs(features, &mut cue_paths, &mut inputs, &mut transitions);
        let gold = labels[features.first..features.first + inputs.len()].to_vec();
        if !gold.is_empty() {
            blocks.push((features.first, Example { inputs, gold, transitions, taught: None }));
        }
    });
    let ruled = core::outside(&document, &ruled).into_iter().cloned().collect();
    Text { document, ruled, fold, blocks }
}

/// Calibrates confidence on what each net finds in the fold that it has not seen.
fn confidence(texts: &[Text], gold: &[Gold], teachers: &[Teacher]) -> [f32; CONFIDENCE_FEATURES] {
    let mut examples = Vec::new();
    for (text, gold) in texts.iter().zip(gold) {
        let labels = teachers[text.fold].labels(text);
        examples.extend(calibrate::examples(&text.document, gold, &labels, &text.ruled));
    }
    calibrate::fit(&examples)
}

/// Adds to each text the scores of the teacher that has not seen it.
fn teach(texts: &mut [Text], teachers: &[Teacher]) {
    for text in texts {
        for (_, example) in &mut text.blocks {
            let scores = teachers[text.fold].scores(&example.inputs);
            example.taught = Some((scores, text.fold));
        }
    }
}

/// An example with the mean of all teachers' scores.
fn taught_by_all(mut example: Example, teachers: &[Teacher]) -> Example {
    let mut mean = vec![[0.0; LABELS]; example.inputs.len()];
    for teacher in teachers {
        let own = teacher.scores(&example.inputs);
        let pairs = mean.as_flattened_mut().iter_mut().zip(own.as_flattened());
        pairs.for_each(|(mean, own)| *mean += own / teachers.len() as f32);
    }
    example.taught = Some((mean, teachers.len()));
    example
}

/// Nets from several seeds that have not seen a fold, and the mean of their transitions.
pub struct Teacher {
    nets: Vec<Weights>,
    chain: Chain,
}

impl Teacher {
    /// Joins several nets into a teacher.
    pub fn new(nets: Vec<Weights>) -> Self {
        let mut mean = vec![0.0; nets[0].plan.chain.len];
        for net in &nets {
            let own = net.plan.chain.of(&net.all).iter();
            mean.iter_mut().zip(own).for_each(|(mean, own)| *mean += own / nets.len() as f32);
        }
        Self { nets, chain: Chain::new(&mean) }
    }

    /// The mean of the scores that its nets give.
    fn scores(&self, inputs: &[Input]) -> Vec<[f32; LABELS]> {
        let mut pass = Pass::default();
        let mut mean = vec![[0.0; LABELS]; inputs.len()];
        for net in &self.nets {
            pass.forward(net, inputs, None);
            let pairs = mean.as_flattened_mut().iter_mut().zip(pass.scores.as_flattened());
            pairs.for_each(|(mean, own)| *mean += own / self.nets.len() as f32);
        }
        mean
    }

    /// The labels that it gives the tokens of a text.
    pub fn labels(&self, text: &Text) -> Labels {
        let mut blocks = text.blocks.iter();
        let next = |_, _| blocks.next().map_or(Vec::new(), |block| self.scores(&block.1.inputs));
        labels(text, &self.chain, next)
    }
}

/// Decodes the labels of a text's tokens from scores; `scores` gets the first token of a block, counted over
/// all blocks, and the number of its tokens.
pub fn labels(
    text: &Text,
    chain: &Chain,
    mut scores: impl FnMut(usize, usize) -> Vec<[f32; LABELS]>,
) -> Labels {
    let count = text.document.tokens().len();
    let mut labels = Labels { labels: vec![0; count], best: vec![Default::default(); count] };
    let mut at = 0;
    for (first, example) in &text.blocks {
        let own = scores(at, example.inputs.len());
        at += own.len();
        let path = crf::best(&own, &example.transitions, &chain.weights);
        labels.labels[*first..*first + path.len()].copy_from_slice(&path);
        for (best, scores) in labels.best[*first..].iter_mut().zip(&own) {
            *best = core::best(&scores.map(|score| (score * (1 << BITS) as f32) as i32));
        }
    }
    labels
}
