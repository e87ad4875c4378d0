//! Owns the exchange between the net and its teacher, `train/teacher`: texts go out as words, and the scores of
//! their labels that come back (`kept.rs`) become examples.

use std::{
    collections::HashSet,
    error::Error,
    fs::{self, File},
    io::{BufRead, BufReader, BufWriter, Write},
    path::Path,
};

use saidso::{
    Document,
    training::{self as core, LABELS},
};
use serde::Deserialize;
use serde_json::json;

use crate::{
    attribution::{CORPORA, Text, text},
    gold::{self, Gold},
    optimizer::Example,
    read,
};

/// The folder through which both sides exchange files.
pub const PLACE: &str = "target/teacher";

/// Texts without labels.
pub const NEWS: [&str; 2] = ["free", "research"];

/// Texts on which the teacher is only evaluated.
pub const MEASURED: [&str; 3] = ["read_dev", "polnear_dev", "gum_news"];

/// The folder of these texts.
pub const GOLD: &str = "../shared/eval/gold/attribution";

/// The teacher writes scores in units of one over this.
pub const UNIT: f32 = 256.0;

/// Writes the texts that a teacher learns from, is evaluated on and labels.
pub fn texts(_args: Vec<String>) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(PLACE)?;
    let corpora = Path::new(CORPORA);
    let attribution = |name: &str| corpora.join("attribution").join(name).with_extension("jsonl");
    let mut polnear = gold::read(&attribution("polnear_train"))?;
    polnear.extend(gold::read(&attribution("polnear_train_multi"))?);
    write("polnear", polnear)?;
    write("read", read::read()?.into_iter().chain(read::own()?).collect())?;
    for name in NEWS {
        write(name, news(name)?)?;
    }
    for name in MEASURED {
        write(name, gold::read(&Path::new(GOLD).join(name).with_extension("jsonl"))?)?;
    }
    Ok(())
}

#[derive(Deserialize)]
struct Line {
    id: String,
    text: String,
}

/// Articles without labels.
pub fn news(name: &str) -> Result<Vec<Gold>, Box<dyn Error>> {
    let path = Path::new(CORPORA).join("news").join(name).with_extension("jsonl");
    let mut articles = Vec::new();
    for line in BufReader::new(File::open(path)?).lines() {
        let Line { id, text } = serde_json::from_str(&line?)?;
        articles.push(Gold { id, text, attributions: Vec::new(), unknown: Vec::new() });
    }
    Ok(articles)
}

fn write(name: &str, articles: Vec<Gold>) -> Result<(), Box<dyn Error>> {
    let mut file =
        BufWriter::new(File::create(Path::new(PLACE).join(name).with_extension("jsonl"))?);
    for gold in articles {
        let document = Document::new(&gold.text, &[]);
        let labels = gold::labels(&document, &gold);
        let mut blocks = Vec::new();
        core::each_block(
            &document,
            &[],
            |_| 0,
            |features| {
                let own = features.first..features.first + features.tokens.len();
                let words = document.tokens()[own.clone()].iter().map(|t| document.words(t.span));
                blocks.push(json!({
                    "words": words.collect::<Vec<_>>(),
                    "gaps": features.tokens.iter().map(|token| token.gap).collect::<Vec<_>>(),
                    "quoted": features.tokens.iter().map(|token| token.quoted).collect::<Vec<_>>(),
                    "labels": labels[own],
                }));
            },
        );
        writeln!(file, "{}", json!({ "id": gold.id, "blocks": blocks }))?;
    }
    Ok(())
}

/// The blocks of texts with the scores of teacher number `chain`; texts in `skip` are left out.
pub fn taught(
    articles: Vec<Gold>,
    scores: &[Vec<[f32; LABELS]>],
    chain: usize,
    skip: &HashSet<String>,
) -> Vec<Example> {
    let mut examples = Vec::new();
    for (gold, scores) in articles.into_iter().zip(scores) {
        if scores.is_empty() || skip.contains(&gold.id) {
            continue;
        }
        let document = Document::new(gold.text.leak(), &[]);
        let none = vec![0; document.tokens().len()];
        let Text { blocks, .. } = text(document, &none, core::class, 0);
        // Leaves out a text whose tokens are no longer those that the teacher scored.
        if blocks.iter().map(|(_, example)| example.inputs.len()).sum::<usize>() != scores.len() {
            continue;
        }
        let mut rest = &scores[..];
        for (_, mut example) in blocks {
            let Some((own, others)) = rest.split_at_checked(example.inputs.len()) else { break };
            rest = others;
            example.gold.clear();
            example.taught = Some((own.to_vec(), chain));
            examples.push(example);
        }
    }
    examples
}
