//! Owns the evaluation of claims in training: each corpus in its own labels.
//!
//! `../shared/eval/run.py` defines how a sentence's claims become a label.

use saidso::Statement;

/// One claim as judged: its kind and its check-worthiness.
pub type Judged = (Statement, f32);

/// A sentence as judged, with its label in the corpus.
pub struct Sentence {
    /// The corpus it is from.
    pub corpus: &'static str,
    /// The corpus's label.
    pub label: String,
    /// The sentence.
    pub text: String,
    /// Whether there is something to check.
    pub check: bool,
    /// Its claims.
    pub claims: Vec<Judged>,
}

const CORPORA: [&str; 11] = [
    "news",
    "research",
    "own",
    "gum",
    "ewt",
    "babe",
    "newssd",
    "policlaim",
    "claimbuster3",
    "ct24",
    "taught",
];
/// How many of these are labelled for saidso.
const OWN: usize = 5;

/// Prints the scores on each corpus; with `errors`, also each sentence that is wrong.
pub fn measure(sentences: &[Sentence], errors: bool) {
    let labelled = |s: &&Sentence| CORPORA[..OWN].contains(&s.corpus);
    let of = sentences.iter().filter(labelled);
    let pairs: Vec<_> = of.map(|s| (s.label.clone(), label("own", &s.claims))).collect();
    print("labelled", &pairs);
    println!();
    for corpus in CORPORA {
        let of = || sentences.iter().filter(|sentence| sentence.corpus == corpus);
        let pair = |s: &Sentence| (s.label.clone(), label(corpus, &s.claims));
        print(corpus, &of().map(pair).collect::<Vec<_>>());
        for sentence in of().filter(|s| errors && pair(s).0 != pair(s).1) {
            println!("  {} {:?}: {}", sentence.label, sentence.claims, sentence.text);
        }
        let ranked = of().map(|s| (score(&s.claims), s.check)).collect();
        println!("  AP {:.1}", average_precision(ranked));
    }
}

/// The label that a sentence with these claims gets in a corpus.
pub fn label(corpus: &str, claims: &[Judged]) -> &'static str {
    let any = |kinds: &[Statement]| claims.iter().any(|(kind, _)| kinds.contains(kind));
    let score = score(claims);
    match corpus {
        "babe" if any(&[Statement::Opinion]) => "OPINION",
        "babe" => "FACT",
        "newssd" if any(&[Statement::Opinion]) => "SUBJ",
        "newssd" => "OBJ",
        "policlaim" if any(&[Statement::Fact, Statement::Prediction]) => "CLAIM",
        "policlaim" => "NONE",
        "claimbuster3" if score >= 0.5 => "CFS",
        "claimbuster3" if any(&[Statement::Fact]) => "UFS",
        "claimbuster3" => "NFS",
        "ct24" if score >= 0.5 => "Yes",
        "ct24" => "No",
        _ => claims.iter().rev().max_by(|a, b| a.1.total_cmp(&b.1)).map_or("other", |c| c.0.name()),
    }
}

/// A sentence's score: that of its strongest claim.
pub fn score(claims: &[Judged]) -> f32 {
    claims.iter().map(|(_, score)| *score).fold(0.0, f32::max)
}

/// Prints F1 per label and their mean over pairs of gold and found labels.
pub fn print(name: &str, pairs: &[(String, &'static str)]) {
    let mut labels: Vec<&str> = pairs.iter().map(|(gold, _)| gold.as_str()).collect();
    labels.sort_unstable();
    labels.dedup();
    let f1 = |label: &&str| {
        let gold = pairs.iter().filter(|(gold, _)| gold == label).count();
        let found = pairs.iter().filter(|(_, found)| found == label).count();
        let both = pairs.iter().filter(|(gold, found)| gold == found && found == label).count();
        200.0 * both as f32 / (gold + found).max(1) as f32
    };
    let each: Vec<f32> = labels.iter().map(f1).collect();
    let mean = each.iter().sum::<f32>() / each.len().max(1) as f32;
    let three = ["fact", "prediction", "opinion"];
    let of = |label: &str| labels.iter().position(|l| *l == label).and_then(|n| each.get(n));
    let mean3 = three.iter().filter_map(|l| of(l)).sum::<f32>() / 3.0;
    print!("{name:14} macro {mean:5.1} three {mean3:5.1}");
    labels.iter().zip(&each).for_each(|(label, f1)| print!("  {label} {f1:.1}"));
    println!();
}

/// Average precision of a ranking.
pub fn average_precision(mut ranked: Vec<(f32, bool)>) -> f32 {
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0));
    let (mut hits, mut sum) = (0, 0.0);
    for (n, _) in ranked.iter().enumerate().filter(|(_, (_, hit))| *hit) {
        hits += 1;
        sum += hits as f32 / (n + 1) as f32;
    }
    100.0 * sum / hits.max(1) as f32
}
