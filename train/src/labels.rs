//! Owns the labelled sentences that claims are trained on, and what each label says.

use std::{
    collections::{HashMap, HashSet},
    error::Error,
    fs,
};

use serde::Deserialize;

/// A sentence with what it should count as, and how much it counts in training.
#[derive(Clone, Debug)]
pub struct Labelled {
    /// The corpus it is from.
    pub corpus: &'static str,
    /// The corpus's own label.
    pub label: String,
    /// The sentence.
    pub text: String,
    /// Whether it is an opinion; none where the label does not say.
    pub opinion: Option<(bool, f32)>,
    /// Whether there is something to check.
    pub check: Option<(bool, f32)>,
}

#[derive(Deserialize)]
struct Line {
    text: String,
    label: String,
}

/// How much a sentence labelled for saidso counts beside one from a debate, for what kind it is.
const OWN: f32 = 3.0;
/// The same for opinions, of which reporters write fewer than debaters.
const OWN_OPINION: f32 = 4.0;
/// The same for what there is to check.
const OWN_CHECK: f32 = 1.0;
/// How much more a missed sentence to check costs than a false one, so that 0.5 is the best cut.
const MISSED: f32 = 1.8;

type Found<T> = Result<T, Box<dyn Error>>;

/// All labelled sentences, without those that stand in the gold as well.
pub fn all() -> Found<Vec<Labelled>> {
    let gold = gold()?;
    let mut all = debates("claimbuster3")?;
    all.extend(debates("ct24")?);
    all.retain(|labelled| !gold.contains(&plain(&labelled.text)));
    all.extend(own()?);
    all.extend(treebank("gum")?);
    all.extend(treebank("ewt")?);
    Ok(all)
}

/// Sentences that are only measured, from the part for training.
pub fn measured() -> Found<Vec<Labelled>> {
    let read = |corpus: &'static str| -> Found<Vec<Labelled>> {
        let file = fs::read_to_string(format!("../shared/corpora/claims/{corpus}.jsonl"))?;
        let labelled = |line: &str| -> Found<Labelled> {
            let Line { text, label } = serde_json::from_str(line)?;
            Ok(Labelled { corpus, label, text, opinion: None, check: None })
        };
        file.lines().map(labelled).collect()
    };
    Ok([read("babe")?, read("newssd")?, read("policlaim")?].concat())
}

/// Statements from debates: what the label says of check-worthiness, and a little of opinion.
fn debates(name: &'static str) -> Found<Vec<Labelled>> {
    let file = fs::read_to_string(format!("../shared/corpora/claims/{name}.jsonl"))?;
    let labelled = |line: &str| -> Found<Labelled> {
        let Line { text, label } = serde_json::from_str(line)?;
        let opinion = match label.as_str() {
            "NFS" => Some((true, 1.2)),
            "UFS" => Some((false, 1.5)),
            "CFS" => Some((false, 1.0)),
            _ => None,
        };
        let yes = matches!(label.as_str(), "CFS" | "Yes");
        let check = Some((yes, if yes { MISSED } else { 1.0 }));
        Ok(Labelled { corpus: name, label, text, opinion, check })
    };
    file.lines().map(labelled).collect()
}

fn own() -> Found<Vec<Labelled>> {
    let file = fs::read_to_string("train/labels/own.tsv")?;
    let rows = file.lines().filter(|line| !line.starts_with('#'));
    Ok(rows.map(|row| of_row(&row.split('\t').collect::<Vec<_>>(), |text| text.into())).collect())
}

/// The labels of a treebank's sentences, which stand there by their ids.
fn treebank(name: &str) -> Found<Vec<Labelled>> {
    let file = fs::read_to_string(format!("train/labels/{name}.tsv"))?;
    let mut texts = HashMap::new();
    for part in ["train", "dev"] {
        let bank = fs::read_to_string(format!("../shared/corpora/ud/en_{name}-{part}.conllu"))?;
        let mut id = String::new();
        for line in bank.lines() {
            if let Some(found) = line.strip_prefix("# sent_id = ") {
                id = found.to_owned();
            } else if let Some(text) = line.strip_prefix("# text = ") {
                texts.insert(id.clone(), text.to_owned());
            }
        }
    }
    let text = |id: &str| texts.get(id).cloned().unwrap_or_default();
    let rows = file.lines().filter(|line| !line.starts_with('#'));
    Ok(rows.map(|row| of_row(&row.split('\t').collect::<Vec<_>>(), text)).collect())
}

fn of_row(columns: &[&str], text: impl Fn(&str) -> String) -> Labelled {
    let label = columns.get(1).copied().unwrap_or_default();
    let opinion = match label {
        "opinion" => Some((true, OWN_OPINION)),
        "fact" => Some((false, OWN)),
        _ => None,
    };
    let check = Some((columns.get(2) == Some(&"check"), OWN_CHECK));
    let text = text(columns.first().copied().unwrap_or_default());
    Labelled { corpus: "own", label: label.into(), text, opinion, check }
}

fn gold() -> Found<HashSet<String>> {
    let mut gold = HashSet::new();
    for entry in fs::read_dir("../shared/eval/gold/claims")? {
        for line in fs::read_to_string(entry?.path())?.lines() {
            gold.insert(plain(&serde_json::from_str::<Line>(line)?.text));
        }
    }
    Ok(gold)
}

fn plain(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
