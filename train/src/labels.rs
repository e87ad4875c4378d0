//! Owns the labelled sentences that claims are trained on, and what each label says.

use std::{
    collections::{HashMap, HashSet},
    error::Error,
    fs,
};

use serde::Deserialize;

use crate::texts::Texts;

/// A sentence with its targets, and how much it counts in training.
#[derive(Clone, Debug)]
pub struct Labelled {
    /// The corpus it is from.
    pub corpus: &'static str,
    /// The corpus's own label.
    pub label: String,
    /// The sentence.
    pub text: String,
    /// What it shares with the sentences that must be in the same fold: its article, or its own text.
    pub group: String,
    /// The probability that it is an opinion, and how much it counts; none where the label does not say.
    pub opinion: Option<(f32, f32)>,
    /// The same for a prediction; none where the label does not say.
    pub prediction: Option<(f32, f32)>,
    /// The same for something to check.
    pub check: Option<(f32, f32)>,
}

#[derive(Deserialize)]
struct Line {
    text: String,
    label: String,
}

/// How much a sentence labelled for saidso counts against one from a debate, for its kind.
const OWN: f32 = 3.0;
/// The same for opinions, of which reporters write fewer than debaters.
const OWN_OPINION: f32 = 4.0;
/// The same for predictions, as examples that are not opinions.
const OWN_PREDICTION: f32 = 2.0;
/// What a missed prediction costs.
const PREDICTION: f32 = 4.0;
/// What a false one costs.
const NO_PREDICTION: f32 = 2.0;
/// How much the teacher's judgement of a sentence counts, for opinion.
const TAUGHT_OPINION: f32 = 3.0;
/// The file of the teacher's judgements.
const TAUGHT: &str = "train/labels/taught.tsv";
/// How much a sentence labelled for saidso counts, for check-worthiness.
const OWN_CHECK: f32 = 1.0;
/// How much more a missed check-worthy sentence costs than a false one, so that 0.5 is the best threshold.
const MISSED: f32 = 1.8;

type Found<T> = Result<T, Box<dyn Error>>;

/// All labelled sentences, without debate statements that are also in the gold.
pub fn all() -> Found<Vec<Labelled>> {
    let gold = gold()?;
    let mut all = debates("claimbuster3")?;
    all.extend(debates("ct24")?);
    all.retain(|labelled| !gold.contains(&plain(&labelled.text)));
    all.extend(own()?);
    for name in ["gum", "ewt", "news"] {
        all.extend(located(name)?);
    }
    all.extend(taught()?);
    Ok(all)
}

/// Sentences used only for evaluation: of publishers' pages, and from the training parts of their corpora.
pub fn measured() -> Found<Vec<Labelled>> {
    let read = |corpus: &'static str| -> Found<Vec<Labelled>> {
        let file = fs::read_to_string(format!("../shared/corpora/claims/{corpus}.jsonl"))?;
        let labelled = |line: &str| -> Found<Labelled> {
            let Line { text, label } = serde_json::from_str(line)?;
            let group = text.clone();
            Ok(Labelled {
                corpus,
                label,
                text,
                group,
                opinion: None,
                prediction: None,
                check: None,
            })
        };
        file.lines().map(labelled).collect()
    };
    let mut pages = located("research")?;
    for page in &mut pages {
        (page.opinion, page.prediction, page.check) = (None, None, None);
    }
    Ok([pages, read("babe")?, read("newssd")?, read("policlaim")?].concat())
}

/// Statements from debates: their labels say how check-worthy they are, and a little about opinion.
fn debates(name: &'static str) -> Found<Vec<Labelled>> {
    let file = fs::read_to_string(format!("../shared/corpora/claims/{name}.jsonl"))?;
    let labelled = |line: &str| -> Found<Labelled> {
        let Line { text, label } = serde_json::from_str(line)?;
        let opinion = match label.as_str() {
            "NFS" => Some((1.0, 2.0)),
            "UFS" => Some((0.0, 2.5)),
            "CFS" => Some((0.0, 1.7)),
            _ => None,
        };
        let yes = matches!(label.as_str(), "CFS" | "Yes");
        let check = Some((chance(yes), if yes { MISSED } else { 1.0 }));
        let group = text.clone();
        Ok(Labelled { corpus: name, label, text, group, opinion, prediction: None, check })
    };
    file.lines().map(labelled).collect()
}

/// The sentences written for saidso.
fn own() -> Found<Vec<Labelled>> {
    rows("own", |text| Some((text.to_owned(), text.to_owned())))
}

/// Labelled sentences whose texts are found in other corpora by id.
fn located(name: &'static str) -> Found<Vec<Labelled>> {
    let texts = Texts::read(name)?;
    rows(name, |id| texts.find(id).map(|(text, article)| (text, article.to_owned())))
}

/// Reads a file of labels; `find` gives the sentence and the group that the first column names.
fn rows(
    name: &'static str,
    find: impl Fn(&str) -> Option<(String, String)>,
) -> Found<Vec<Labelled>> {
    let file = fs::read_to_string(format!("train/labels/{name}.tsv"))?;
    let rows = file.lines().filter(|line| !line.starts_with('#'));
    let labelled = |row: &str| {
        let columns: Vec<&str> = row.split('\t').collect();
        let first = columns.first().copied().unwrap_or_default();
        let (text, group) = find(first).ok_or(format!("no sentence for {first:?}"))?;
        Ok(of_row(name, &columns, text, group))
    };
    rows.map(labelled).collect()
}

fn of_row(corpus: &'static str, columns: &[&str], text: String, group: String) -> Labelled {
    let label = columns.get(1).copied().unwrap_or_default();
    let opinion = match label {
        "opinion" => Some((1.0, OWN_OPINION)),
        "fact" => Some((0.0, OWN)),
        "prediction" => Some((0.0, OWN_PREDICTION)),
        _ => None,
    };
    let prediction = match label {
        "prediction" => Some((1.0, PREDICTION)),
        "fact" | "opinion" => Some((0.0, NO_PREDICTION)),
        _ => None,
    };
    let check = Some((chance(columns.get(2) == Some(&"check")), OWN_CHECK));
    Labelled { corpus, label: label.into(), text, group, opinion, prediction, check }
}

/// The teacher's judgements of sentences that nobody has labelled: `corpus | article | where:judged`, where
/// `judged` are the probabilities of fact, prediction, opinion, and something to check, in ninths.
fn taught() -> Found<Vec<Labelled>> {
    let file = fs::read_to_string(TAUGHT)?;
    let texts: HashMap<&str, Texts> = ["gum", "ewt", "news"]
        .into_iter()
        .map(|name| Ok((name, Texts::read(name)?)))
        .collect::<Found<_>>()?;
    let mut found = Vec::new();
    for row in file.lines().filter(|row| !row.starts_with('#')) {
        let columns: Vec<&str> = row.split('\t').collect();
        let [corpus, article, sentences] = columns[..] else { continue };
        let mark = if corpus == "news" { ':' } else { '-' };
        for (at, judged) in sentences.split(' ').filter_map(|sentence| sentence.split_once(':')) {
            let id = format!("{article}{mark}{at}");
            let texts = texts.get(corpus).ok_or("no such corpus")?;
            let (text, _) = texts.find(&id).ok_or(format!("no sentence for {id:?}"))?;
            found.extend(of_teacher(judged, text, article));
        }
    }
    Ok(found)
}

/// A sentence as the teacher judges it; none if it makes no statement.
fn of_teacher(judged: &str, text: String, article: &str) -> Option<Labelled> {
    let ninths = |digit: char| digit.to_digit(10).map(|ninths| ninths as f32 / 9.0);
    let chances: Vec<f32> = judged.chars().filter_map(ninths).collect();
    let [fact, prediction, opinion, _] = chances[..] else { return None };
    let all = fact + prediction + opinion;
    let best = [(fact, "fact"), (prediction, "prediction"), (opinion, "opinion")];
    let best = best.into_iter().max_by(|a, b| a.0.total_cmp(&b.0))?;
    (all > 0.5).then(|| Labelled {
        corpus: "taught",
        label: best.1.to_owned(),
        text,
        group: article.to_owned(),
        opinion: Some((opinion / all, TAUGHT_OPINION * all)),
        prediction: Some((prediction / all, all)),
        check: Some((0.0, 0.0)),
    })
}

/// A label as a probability.
const fn chance(holds: bool) -> f32 {
    if holds { 1.0 } else { 0.0 }
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
