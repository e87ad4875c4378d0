//! Owns the evaluation of sentence boundaries: F1 of those inside paragraphs, and whole documents.
//!
//! `sentence-eval [--errors N] [--whole] [--standard] [FILE…]`; without files, it reads all of
//! `../shared/eval/gold/sentences`.

use std::{collections::BTreeSet, error::Error, fs, path::PathBuf};

use saidso::{Method, Quotations, SentenceOptions, Span, sentences_with};

use crate::corpus::{Document, documents};

const GOLD: &str = "../shared/eval/gold/sentences";

/// Prints one line for each file.
pub fn run(mut args: Vec<String>) -> Result<(), Box<dyn Error>> {
    let errors = match args.iter().position(|arg| arg == "--errors") {
        Some(at) => args.drain(at..at + 2).nth(1).unwrap_or_default().parse()?,
        None => 0,
    };
    let mut options = SentenceOptions::default();
    if let Some(at) = args.iter().position(|arg| arg == "--whole") {
        args.remove(at);
        options.quotations = Quotations::Whole;
    }
    if let Some(at) = args.iter().position(|arg| arg == "--standard") {
        args.remove(at);
        options.method = Method::Standard;
    }
    for path in paths(args)? {
        let mut score = Score::default();
        for document in documents(&path)? {
            let found = sentences_with(&document.text, &options);
            score.add(&document, &found, errors);
        }
        println!("{:24} {score}", path.file_stem().unwrap_or_default().display());
    }
    Ok(())
}

fn paths(args: Vec<String>) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    if !args.is_empty() {
        return Ok(args.into_iter().map(PathBuf::from).collect());
    }
    let mut paths =
        fs::read_dir(GOLD)?.map(|e| e.map(|e| e.path())).collect::<Result<Vec<_>, _>>()?;
    paths.sort();
    Ok(paths)
}

/// Boundaries right, wrong and missed inside paragraphs, and documents right as a whole.
#[derive(Default)]
struct Score {
    right: usize,
    wrong: usize,
    missed: usize,
    exact: usize,
    documents: usize,
    shown: usize,
}

impl Score {
    fn add(&mut self, document: &Document, found: &[Span], errors: usize) {
        let text = &document.text;
        let gold =
            ends(text, document.sentences.iter().map(|(start, end)| Span::new(*start, *end)));
        let found = ends(text, found.iter().copied());
        let layout = ends(text, lines(text));
        self.documents += 1;
        self.exact += usize::from(gold == found);
        for at in gold.union(&found).filter(|at| !layout.contains(at)) {
            match (gold.contains(at), found.contains(at)) {
                (true, true) => self.right += 1,
                (true, false) => self.missed += 1,
                _ => self.wrong += 1,
            }
            if gold.contains(at) != found.contains(at) && self.shown < errors {
                self.shown += 1;
                let kind = if found.contains(at) { "wrong " } else { "missed" };
                let from = text.floor_char_boundary(at.saturating_sub(60));
                let to = text.ceil_char_boundary(at + 40);
                println!("{kind} {:12} {:?} ÷ {:?}", document.id, &text[from..*at], &text[*at..to]);
            }
        }
    }
}

impl std::fmt::Display for Score {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let share = |a: usize, b: usize| 100.0 * a as f64 / (a + b).max(1) as f64;
        let f1 = share(2 * self.right, self.wrong + self.missed);
        let (p, r) = (share(self.right, self.wrong), share(self.right, self.missed));
        let (exact, all) = (self.exact, self.documents);
        write!(
            f,
            "F1 {f1:5.2}  P {p:6.2}  R {r:6.2}  wrong {:4}  missed {:4}",
            self.wrong, self.missed
        )?;
        write!(f, "  exact {exact}/{all}")
    }
}

fn lines(text: &str) -> impl Iterator<Item = Span> + '_ {
    text.split('\n').map(|line| {
        let start = line.as_ptr() as usize - text.as_ptr() as usize;
        Span::new(start, start + line.len())
    })
}

/// Where spans end, without white space.
fn ends(text: &str, spans: impl Iterator<Item = Span>) -> BTreeSet<usize> {
    spans.map(|span| span.trim(text)).filter(|span| !span.is_empty()).map(|span| span.end).collect()
}
